"""A document with the essay told apart from what only stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from grader.records.document import Document


class Role(StrEnum):
    """What a stretch of a document is for the one who grades it.

    Only ``ESSAY`` is evidence. ``ESSAY`` and ``HEADING`` are counted as words; every other role is left out.
    """

    ESSAY = "essay"
    HEADING = "heading"
    HEADER_FIELD = "header-field"
    COVER = "cover"
    CONTENTS = "contents"
    TASK = "task"  # the assignment's own text and restated questions
    RUNNING_HEAD = "running-head"  # page numbers too
    LEFTOVER = "leftover"  # what a blog or a web page left behind
    REPEATED = "repeated"  # the essay's own text once more, word for word
    BIBLIOGRAPHY = "bibliography"
    COPIED = "copied"  # stands word for word in the course material


COUNTED = frozenset({Role.ESSAY, Role.HEADING})
RUNNING_TEXT = frozenset({Role.ESSAY, Role.REPEATED, Role.COPIED})
"""What is judged for its look and its sources, whosever words it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one block in one role: ``document.blocks[block].text[start:end]``.

    Parts stand in reading order and cover every block without gaps or overlaps.

    Attributes:
        block: index into ``Document.blocks``.
        start: first character.
        end: one past the last character.
        role: what it is.
        section: id of the rubric's section it stands in (the innermost one), or ``None``.
    """

    block: int
    start: int
    end: int
    role: Role
    section: str | None = None


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section of the rubric as found in the document.

    Attributes:
        id: the rubric's section id.
        heading: its heading as it stands in the document (a heading over two lines joined by a blank).
        block: index of the block that opens it.
        words: counted words in it, its sub-sections included.
        heading_words: how many of them stand in headings, its own among them.
    """

    id: str
    heading: str
    block: int
    words: int
    heading_words: int = 0


@dataclass(frozen=True, slots=True)
class WordCount:
    """Counted words, and those left out by role (only roles that occur, in the order of `Role`)."""

    counted: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Essay:
    """A `Document` read as an answer to one rubric's assignment.

    Attributes:
        document: the file as read.
        parts: the role of every stretch of it.
        sections: the rubric's sections that were found, in the order of the document.
        words: counted and left out.
    """

    document: Document
    parts: tuple[Part, ...]
    sections: tuple[FoundSection, ...]
    words: WordCount

    def text(self, part: Part) -> str:
        """The text of a part."""
        return self.document.blocks[part.block].text[part.start : part.end]

    def section(self, section_id: str) -> FoundSection | None:
        """The section of this id as found in the document, or ``None``."""
        return next((section for section in self.sections if section.id == section_id), None)
