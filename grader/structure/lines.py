"""A document's blocks as the other modules look at them: with what they compare worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from grader.records.document import Document, Kind
from grader.structure.words import count_words, marker_end, plain_words

_MARKUP: Final = re.compile(r"[*_#]{1,3}(?=\S)|(?<=\S)[*_#]{1,3}")
_CLOSERS: Final = "\"'”’)*_ "


@dataclass(frozen=True, slots=True)
class Line:
    """A block, prepared.

    Attributes:
        index: into ``Document.blocks``.
        kind: of the block.
        level: of the block.
        text: of the block, without markup signs left in it (``**``).
        marker: the list marker, whether the reader or the participant set it apart; ``""`` without one.
        listed: whether the reader took the marker off (it is not in ``text``).
        start: where the block's own text begins behind a typed marker.
        words: in lower case, without a marker and punctuation.
        size: counted words.
        bold: whether all of it is bold.
    """

    index: int
    kind: Kind
    level: int | None
    text: str
    marker: str
    listed: bool
    start: int
    words: tuple[str, ...]
    size: int
    bold: bool

    @property
    def last(self) -> str:
        """The last character that is no closing quote, bracket or markup; ``""`` when there is none."""
        return self.text.rstrip(_CLOSERS)[-1:]

    @property
    def body(self) -> str:
        """The text without its typed marker."""
        return self.text[marker_end(self.text) :]


def _unmarked(text: str) -> str:
    """A text without markup signs; most hold none."""
    return _MARKUP.sub("", text) if "*" in text or "_" in text or "#" in text else text


def read_lines(document: Document) -> tuple[Line, ...]:
    """Prepare all blocks of a document, in their order."""
    lines = []
    for index, block in enumerate(document.blocks):
        start = marker_end(block.text)
        marked_bold = block.text.startswith("**") and block.text.rstrip().endswith("**")
        lines.append(
            Line(
                index=index,
                kind=block.kind,
                level=block.level,
                text=_unmarked(block.text).strip(),
                marker=block.marker or block.text[:start].strip(" *_#\t\u00a0"),
                listed=bool(block.marker),
                start=start,
                words=plain_words(block.text[start:]),
                size=count_words(block.text),
                bold=block.bold or marked_bold,
            )
        )
    return tuple(lines)
