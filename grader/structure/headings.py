"""Headings: styled, numbered, bold, in capitals, or known to the rubric; also those broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from grader.records.document import Kind
from grader.structure.lines import Line
from grader.structure.sections import Match, SectionFinder, heading_number, heading_words, is_chapter

_STYLED_LONGEST: Final = 25  # words; a longer "heading" is a paragraph in a heading's style
_TYPED_LONGEST: Final = 12
_BOLD_LONGEST: Final = 15
_PLAIN_LONGEST: Final = 8
_SENTENCE_FROM: Final = 6  # words from which a statement's verb makes a sentence
_PARAGRAPH: Final = 20
_CAPITALS: Final = 5  # letters: fewer may be an abbreviation
_JOINED_LONGEST: Final = 10
_JOINED_LINES: Final = 3
_VERB_LIST = "adalah ialah merupakan yaitu yakni sudah telah akan harus dapat bisa menjadi saya kami kita is are was"
_VERBS: Final = frozenset(_VERB_LIST.split())
_STYLE: Final = re.compile(r"\(?(?:(?P<upper>[A-Z])|(?P<lower>[a-z])|(?P<number>\d{1,3}))[.)]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document.

    Attributes:
        blocks: the indices of its blocks, in order (more than one when it is broken over lines).
        text: as it stands, its lines joined by blanks.
        match: the section of the rubric that its wording names, if any.
    """

    blocks: tuple[int, ...]
    text: str
    match: Match | None


def find_headings(lines: Sequence[Line], finder: SectionFinder) -> tuple[Heading, ...]:
    """Find the headings.

    Args:
        lines: the blocks to look at, those that are certainly something else left out, in their order.
        finder: the rubric's sections.

    Returns:
        The headings in their order.
    """
    found: list[Heading] = []
    at = 0
    while at < len(lines):
        count = _joined(lines, at, finder) or (1 if _is_heading(lines, at, finder) else 0)
        if count:
            text = " ".join(full_text(line) for line in lines[at : at + count])
            match = finder.match(text) or finder.match_order(text)
            found.append(Heading(tuple(line.index for line in lines[at : at + count]), text, match))
        at += max(count, 1)
    return tuple(found)


def full_text(line: Line) -> str:
    """A line's text with the marker that the reader set apart, as it stood on the page."""
    return f"{line.marker} {line.text}" if line.listed else line.text


def _joined(lines: Sequence[Line], at: int, finder: SectionFinder) -> int:
    """How many lines, from two on, are one heading broken over them; 0 when there is none."""
    first = lines[at]
    if first.kind in (Kind.FOOTNOTE, Kind.RUNNING_HEAD) or first.size > _JOINED_LONGEST:
        return 0
    text = full_text(first)
    alone = finder.match(text)
    for count in range(2, _JOINED_LINES + 1):
        group = lines[at : at + count]
        if len(group) < count or sum(line.size for line in group) > _JOINED_LONGEST:
            break
        joined = " ".join(full_text(line) for line in group)
        match = finder.match(joined)
        if match and match.whole and not (alone and alone.whole) and (match.lettered or group[-1].last not in ".;:"):
            return count
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None:
        return 0
    if is_chapter(text) and not heading_words(text):
        # "BAB I" / "PENDAHULUAN"; "BAGIAN B" before a question or a paragraph stays alone
        titled = _short(following, _TYPED_LONGEST) and not heading_number(full_text(following))
        return 2 if titled and text[:3].casefold() == "bab" else 0
    same_style = first.kind is following.kind is Kind.HEADING and first.level == following.level
    return 2 if same_style and following.text[:1].islower() and _short(following, _PLAIN_LONGEST) else 0


def _is_heading(lines: Sequence[Line], at: int, finder: SectionFinder) -> bool:
    line = lines[at]
    if line.kind is Kind.HEADING:
        return line.size <= (_TYPED_LONGEST if line.last == "." else _STYLED_LONGEST)
    if line.kind not in (Kind.BODY, Kind.LIST_ITEM, Kind.TABLE_CELL, Kind.TEXT_BOX) or not line.words:
        return False
    if line.listed and not line.marker.strip("().").isalnum():
        return False  # a bullet point is a note, however short
    match = None if line.last in ".;," else finder.match(full_text(line))
    if match is not None and (match.whole or match.lettered) and not _states(line):
        return match.rank > 1 or not _in_list(lines, at)
    if line.kind is Kind.TABLE_CELL or not _short(line, _BOLD_LONGEST):
        return False
    if line.bold and not _in_list(lines, at):
        return True
    if _states(line) or line.last == "?" or at + 1 == len(lines):
        return False
    return _numbered(lines, at) or _capitals(lines, at) or _plain(lines, at)


def _short(line: Line, longest: int) -> bool:
    return 0 < line.size <= longest and line.last not in ".;:,!"


def _states(line: Line) -> bool:
    return len(line.words) >= _SENTENCE_FROM and not _VERBS.isdisjoint(line.words) and line.last != "?"


def _numbered(lines: Sequence[Line], at: int) -> bool:
    """``A. Pokok Pikiran``, ``1.1 Latar Belakang``: a short line with a number that is no item of a list."""
    line = lines[at]
    text = full_text(line)
    number = heading_number(text)
    if not number or not line.words or not line.body.lstrip('"“‘(*_')[:1].isupper() or line.size > _TYPED_LONGEST:
        return False
    return is_chapter(text) or not _in_list(lines, at)


def _in_list(lines: Sequence[Line], at: int) -> bool:
    """Whether a neighbour has a marker of the same style: items of one list, not headings."""
    style = _style(lines[at])
    if style is None:
        return False
    neighbours = (lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None)
    return any(other is not None and _style(other) == style for other in neighbours)


def _style(line: Line) -> str | None:
    found = _STYLE.fullmatch(line.marker)
    return found.lastgroup if found else None


def _capitals(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    letters = sum(map(str.isalpha, line.text))
    if line.listed or not line.text.isupper() or letters < _CAPITALS:
        return False
    return len(line.words) > 1 or lines[at + 1].size > line.size


def _plain(lines: Sequence[Line], at: int) -> bool:
    """A short line without any sign of its own, between paragraphs: ``Profil Tokoh``, ``Rencana saya``."""
    line = lines[at]
    if line.kind is not Kind.BODY or line.marker or line.size > _PLAIN_LONGEST or not line.text[:1].isupper():
        return False
    before = lines[at - 1] if at else None
    parted = before is None or before.kind is Kind.HEADING or before.last in ".?!"
    return parted and (before is None or before.size != 0) and lines[at + 1].size >= _PARAGRAPH
