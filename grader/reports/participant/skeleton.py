"""Finding a passage in a file again by its letters and digits alone; pure.

Between a file and the blocks that were read of it blanks, hyphens, quotation marks, list markers and invisible
characters differ; letters and digits do not (but where look-alikes of another script were put right, and there a
passage is simply not found). So both are compared without all the rest, in compatibility form and lower case.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from grader.reports.participant.notes import Passage

LEAST: Final = 8
"""A passage of fewer letters and digits could stand anywhere."""


HALF: Final = 24
"""A half of a passage tells it from others when it has so many."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Letters and digits of a text, and for each the index of the character of the text that it comes from."""

    text: str
    places: Sequence[int]


def skeleton(text: Iterable[str]) -> Skeleton:
    """The skeleton of a text, given as a string or as its characters one by one."""
    letters: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        plain = char if char.isascii() else unicodedata.normalize("NFKD", char)
        for letter in plain.casefold():
            if letter.isalnum():
                letters.append(letter)
                places.append(index)
    return Skeleton("".join(letters), places)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage within one of several texts: characters ``first`` to ``last`` (inclusive) of text ``index``."""

    index: int
    first: int
    last: int


def find(passage: Passage, texts: Sequence[Skeleton]) -> Found | None:
    """Where a passage stands.

    Its whole block is looked for first, the same copy of it as in the document; else the passage's own words; else
    either half of them, since a passage may go on behind a page break.

    Args:
        passage: of a document.
        texts: the stretches of a file (paragraphs, pages) in which it may stand, in order.
    """
    wanted, block = skeleton(passage.text).text, skeleton(passage.block).text
    if len(wanted) < LEAST:
        return None
    before = len(skeleton(passage.block[: passage.start]).text)
    holding = [(index, text.text.find(block)) for index, text in enumerate(texts) if block in text.text]
    if holding:
        index, start = holding[min(passage.copy, len(holding) - 1)]
        return _found(texts[index], index, start + before, len(wanted))
    half = len(wanted) // 2
    for part in (wanted, *((wanted[:half], wanted[half:]) if half >= HALF else ())):
        for index, text in enumerate(texts):
            start = text.text.find(part)
            if start >= 0:
                return _found(text, index, start, len(part))
    return None


def _found(text: Skeleton, index: int, start: int, length: int) -> Found:
    return Found(index, text.places[start], text.places[start + length - 1])
