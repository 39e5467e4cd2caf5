"""Which section of the rubric a heading opens, told by its wording alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from grader.rubric.schema import Section
from grader.structure.words import plain_words

# The number in front of a heading. Chapter words first, so that "Bagian B" is not read as a word and a list letter.
_CHAPTER: Final = re.compile(
    r"[\s*_#]*(?P<word>bab|bagian|part|section)\s+(?:[ivxlc]{1,6}|[a-z]|\d{1,2})\b[\s.:)\-–—]*", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"[\s*_#]*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+|\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,5})[.)]\s*)")
_LETTER: Final = re.compile(r"[\s*_#]*(?:[A-H][.)]|[IVX]{1,4}[.)])")
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]{0,80}[)\]]")
# "Buatlah essay …", "Tulis …": what stands behind the order names the section.
_ORDERS: Final = frozenset({"buat", "buatlah", "tulis", "tulislah", "susun", "susunlah", "kerjakan", "kerjakanlah"})
_NO_ORDERS: Final = frozenset(
    {"adalah", "ialah", "inilah", "itulah", "makalah", "masalah", "setelah", "telah", "sekolah"}
)
LONGEST_HEADING: Final = 15
"""Words that a heading has at most when only its beginning matches a section's wording."""
_LONGEST_TEXT: Final = 400  # characters
_TYPO_LENGTH: Final = 6
_MOST_KEPT: Final = 10_000  # first words whose wordings are remembered


@dataclass(frozen=True, slots=True)
class Match:
    """A heading's match with a section.

    Attributes:
        section: id.
        whole: whether the wording is the whole heading, not only its beginning.
        lettered: whether a letter or chapter word stands before it (``B.``, ``Bagian B``).
        length: words of the wording that matched.
    """

    section: str
    whole: bool
    lettered: bool
    length: int

    @property
    def rank(self) -> int:
        """How sure the match is: a whole wording says more than a letter."""
        return 2 * self.whole + self.lettered


def heading_number(text: str) -> int:
    """Where a heading's words begin behind its number or letter; 0 when it has none."""
    found = _CHAPTER.match(text) or _NUMBER.match(text)
    return found.end() if found else 0


def is_chapter(text: str) -> bool:
    """Whether a line begins like ``BAB I`` or ``Bagian A``."""
    return _CHAPTER.match(text) is not None


def heading_words(text: str) -> tuple[str, ...]:
    """The words of a heading: number and bracketed additions off."""
    return plain_words(_BRACKETS.sub(" ", text[heading_number(text) :]))


def is_order(words: Sequence[str]) -> bool:
    """Whether a line tells someone to do something (``Buatlah esai …``, ``Jawablah …``), as the task does."""
    return bool(words) and (words[0] in _ORDERS or (words[0].endswith("lah") and words[0] not in _NO_ORDERS))


class SectionFinder:
    """The rubric's sections, ready to be found.

    Args:
        sections: of the rubric, in its order.
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = tuple(sections)
        self._wordings = [
            (section.id, words)
            for section in sections
            for wording in section.headings
            for words in dict.fromkeys((plain_words(wording), plain_words(_BRACKETS.sub(" ", wording))))
            if words
        ]
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for pair in self._wordings:
            self._by_first.setdefault(pair[1][0], []).append(pair)
        self._begun_alike: dict[str, Sequence[tuple[str, tuple[str, ...]]]] = {}

    def match(self, text: str) -> Match | None:
        """The section that a heading opens, or ``None``.

        The wording must be the heading's beginning or the whole of it; behind a chapter word (``Bagian A. Ringkasan
        dalam bentuk esai``) it may stand anywhere. The whole wording wins over a beginning, the longer over the
        shorter.

        Args:
            text: the heading as it stands, with its number.
        """
        if len(text) > _LONGEST_TEXT:
            return None  # a paragraph: not worth a closer look
        chapter = is_chapter(text)
        lettered = chapter or _LETTER.match(text) is not None
        rest = text[heading_number(text) :]
        best: Match | None = None
        for words in dict.fromkeys(map(plain_words, dict.fromkeys((rest, _BRACKETS.sub(" ", rest), text)))):
            if len(words) > LONGEST_HEADING:
                continue
            for section, wording in self._candidates(words, anywhere=chapter):
                found = _fits(words, wording, anywhere=chapter)
                if found is None:
                    continue
                match = Match(section, found, lettered, len(wording))
                if best is None or (match.whole, match.length) > (best.whole, best.length):
                    best = match
        return best

    def _candidates(self, words: tuple[str, ...], *, anywhere: bool) -> Iterable[tuple[str, tuple[str, ...]]]:
        """The wordings that may fit: all, or those that begin alike (most lines of a document begin like none)."""
        if anywhere or not words:
            return self._wordings
        known = self._begun_alike.get(words[0])
        if known is None:
            if len(self._begun_alike) >= _MOST_KEPT:
                self._begun_alike.clear()
            known = [pair for first, pairs in self._by_first.items() if _alike(words[0], first) for pair in pairs]
            self._begun_alike[words[0]] = known
        return known

    def match_order(self, text: str) -> Match | None:
        """The section that a line of the task opens (``A. Buatlah Essay …``, ``B. Jawablah pertanyaan …``)."""
        number = text[: heading_number(text)]
        words = plain_words(text[len(number) :])
        while words and words[0] in _ORDERS:
            words = words[1:]
        bare = (words[0].removesuffix("lah"), *words[1:]) if words else ()
        readings = (words, bare, ((bare[0] + "an"), *bare[1:]) if bare else ())
        matches = [self.match(number + " ".join(reading[:LONGEST_HEADING])) for reading in readings if reading]
        return max(filter(None, matches), key=lambda match: match.length, default=None)

    def ancestors(self, section_id: str) -> tuple[str, ...]:
        """The sections that a section is a part of, the nearest first."""
        parents = {section.id: section.parent for section in self.sections}
        chain: list[str] = []
        parent = parents.get(section_id)
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = parents.get(parent)
        return tuple(chain)


def section_finder(sections: Sequence[Section]) -> SectionFinder:
    """The finder of a rubric's sections, made ready once for all submissions."""
    key = tuple((section.id, section.parent, *section.headings) for section in sections)
    finder = _FINDERS.get(key)
    if finder is None:
        if len(_FINDERS) >= _MOST_FINDERS:
            _FINDERS.clear()
        finder = _FINDERS[key] = SectionFinder(sections)
    return finder


_FINDERS: Final[dict[tuple[tuple[str | None, ...], ...], SectionFinder]] = {}
_MOST_FINDERS: Final = 8


def _fits(words: tuple[str, ...], wording: tuple[str, ...], *, anywhere: bool) -> bool | None:
    """True for the whole, False for the beginning (or a place inside, where that is allowed), ``None`` for no match."""
    size = len(wording)
    if len(words) < size or len(words) > LONGEST_HEADING:
        return None
    if len(words) == size:
        # A slip of the pen is only forgiven where nothing else is left to doubt.
        return True if all(map(_alike, words, wording)) else None
    last = len(words) - size if anywhere else 0
    return False if any(words[at : at + size] == wording for at in range(last + 1)) else None


def _alike(word: str, other: str) -> bool:
    """Whether two words are the same but for one slip of the pen: a letter more, less, other, or two exchanged."""
    if word == other:
        return True
    if min(len(word), len(other)) < _TYPO_LENGTH or abs(len(word) - len(other)) > 1:
        return False
    head = _common(word, other)
    tail = _common(word[head:][::-1], other[head:][::-1])
    one, two = word[head : len(word) - tail], other[head : len(other) - tail]
    return max(len(one), len(two)) == 1 or (len(one) == 2 and one == two[::-1])


def _common(first: str, second: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
