"""Typing errors: a word that nobody knows, and that is one slip of a finger from a known one, counts as that one.

Nothing but the stems that are compared is changed. Where a word stands in the essay, and how it is spelt there, stays
as it is, and so do quotations. Real words that merely are not known (names, places, another subject's words) are to
be left: only small letters, only words long enough that few others are near, only where one known word is nearest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from grader.records.text import Analysis, Language, Token
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages

SHORTEST = 5
"""Letters of a word that may be mended; shorter ones have too many neighbours."""
LONG = 9
"""Letters from which two slips are allowed instead of one."""
OFTEN = 3
"""A word that an essay spells alike so many times is meant so."""
TRUSTED = 2
"""An essay's own spelling of a known word is an example to mend by when it stands there so many times."""
MOST_KEPT = 50_000
"""Words whose mending is remembered."""

_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a spelling stands for: a stem, and whether that is a function word's."""

    stem: str
    function: bool


class Spellings:
    """Known spellings, by first letter and length: the first letter is hardly ever the wrong one.

    Args:
        meant: what each spelling stands for.
    """

    def __init__(self, meant: Mapping[str, Meant]) -> None:
        self._meant = meant
        self._near: dict[tuple[str, int], list[str]] = {}
        for spelling in sorted(meant):
            if _LETTERS.fullmatch(spelling):
                self._near.setdefault((spelling[0], len(spelling)), []).append(spelling)

    def nearest(self, word: str, slips: int) -> tuple[int, Meant | None] | None:
        """How many slips away the nearest spellings are, and what they stand for; ``None`` when not for one thing.

        Args:
            word: in small letters.
            slips: the most that count; a slip is a letter left out, put in, or taken for another, or two changed over.
        """
        best, found = slips, set[Meant]()
        for length in range(len(word) - slips, len(word) + slips + 1):
            choices = self._near.get((word[0], length), [])
            for spelling, distance, _ in extract(word, choices, scorer=OSA.distance, score_cutoff=best, limit=None):
                if distance < best:
                    best, found = int(distance), set()
                found.add(self._meant[spelling])
        if not found:
            return None
        return best, found.pop() if len(found) == 1 else None
