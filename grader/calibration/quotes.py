"""Whether the sentence that an expert points at is the one that we quote."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final
from unicodedata import normalize

from grader.records.agreement import Judged, Share
from grader.records.score import Label

_MARKS: Final = "".join(char for char in map(chr, range(0x20, 0x2070)) if not char.isalnum() and not char.isspace())
"""Punctuation of the Latin script: up to the typographic quotes, dashes and dots."""


def overlaps(sentence: str, quote: str) -> bool:
    """Whether two passages of a text share at least half of the shorter one's words, as one unbroken run.

    Words stand between blanks of any kind; case, punctuation at their ends and the forms of Unicode do not matter.
    """
    first, second = _words(sentence), _words(quote)
    shorter = min(len(first), len(second))
    if not shorter:
        return False
    run = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return 2 * run.size >= shorter


def found(judged: Sequence[Judged]) -> Share:
    """Of the concepts that both call explained and that have an expert's sentence, the share we quote it for."""
    asked = [
        each
        for each in judged
        if each.expert is each.ours is Label.EXPLAINED and each.evidence and not each.evidence.isspace()
    ]
    hits = sum(any(overlaps(each.evidence, quote) for quote in each.quotes) for each in asked)
    return Share(len(asked), hits / len(asked) if asked else None)


def _words(text: str) -> list[str]:
    stripped = (word.strip(_MARKS) for word in normalize("NFKC", text).casefold().split())
    return [word for word in stripped if word]
