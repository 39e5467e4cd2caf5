"""What a reader makes of a file: a `Document` of blocks, the same for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from grader.errors import Value


class Kind(StrEnum):
    """What a block is in the file, whatever it means for the essay."""

    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    RUNNING_HEAD = "running-head"  # header, footer: repeated on the pages
    PAGE_NUMBER = "page-number"


class Fact(StrEnum):
    """What a format can tell; a rule names those it needs, and is *not checkable* without them."""

    PAGES = "pages"
    FONT = "font"
    FONT_SIZE = "font-size"
    LINE_SPACING = "line-spacing"
    ALIGNMENT = "alignment"
    MARGINS = "margins"
    PAGE_SIZE = "page-size"
    HEADING_STYLES = "heading-styles"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: 1-based page (when the format has pages) and 1-based number of the block in the file."""

    page: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a block's text in one format: ``text[start:end]``; ``None`` is what the format does not tell.

    Attributes:
        start: first character.
        end: one past the last character.
        font: family as the file names it, without subset prefix, e.g. ``Arial``.
        size: in points, as printed.
        bold: whether the stretch is bold.
        italic: whether it is italic.
    """

    start: int
    end: int
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances in points from the edges of the page to its text."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Which cell of which table of the file a block stands in; all 1-based. A merged cell has its first position."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell, text box or note, in reading order.

    Attributes:
        text: clean text in NFC, one line, without list marker; never empty.
        kind: what it is in the file.
        place: page and number of the block.
        level: of a heading (1 to 9) or of a list item's depth (1 is outermost); ``None`` otherwise.
        marker: the list marker or number that stands before the text (``1.``, ``a)``, ``•``), apart from it; headings
            typed with their number (``A. Pokok Pikiran``) keep it in ``text``.
        cell: the table cell, when ``kind`` is ``TABLE_CELL``.
        runs: formats of the text, in order, without gaps; empty when the format tells none.
        line_spacing: as a multiple of single spacing (1.5); ``None`` when unknown.
        alignment: ``left``, ``right``, ``center`` or ``justify``; ``None`` when unknown.
    """

    text: str
    kind: Kind
    place: Place
    level: int | None = None
    marker: str = ""
    cell: Cell | None = None
    runs: tuple[Run, ...] = ()
    line_spacing: float | None = None
    alignment: str | None = None

    @property
    def bold(self) -> bool:
        """Whether the whole text is known to be bold (a heading typed without a heading style)."""
        return bool(self.runs) and all(run.bold for run in self.runs)


@dataclass(frozen=True, slots=True)
class HeaderField:
    """A line such as ``Nama Peserta : …`` above the text.

    Attributes:
        label: as it stands, without colon.
        value: as it stands; empty when not filled in.
        blocks: indices into ``Document.blocks`` of the blocks that hold it (a table row has two).
    """

    label: str
    value: str
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader saw and a person should know; it never changes a mark by itself.

    Attributes:
        code: key of the sentence in ``wording`` (``hidden-text``, ``tracked-changes`` …).
        severity: ``info`` or ``warning``; a warning asks for a person's look.
        values: what the sentence is filled with.
    """

    code: str
    severity: str = "warning"
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read, before anything is known of the assignment.

    Attributes:
        name: path relative to what the user named, with ``/``, safe to show.
        sha256: of the file's bytes, hexadecimal.
        format: key of the reader in ``ingest.catalogue`` (``docx``, ``pdf``, ``txt``, ``md``).
        blocks: in reading order, running heads and page numbers included (as kinds of their own).
        facts: what this format can tell.
        header_fields: found above the text.
        pages: number of pages, when ``Fact.PAGES`` is among the facts.
        page_size: width and height of most pages in points, when ``Fact.PAGE_SIZE`` is among the facts.
        margins: of most pages in points, when ``Fact.MARGINS`` is among the facts.
        notices: what the reader saw.
    """

    name: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    facts: frozenset[Fact] = frozenset()
    header_fields: tuple[HeaderField, ...] = ()
    pages: int | None = None
    page_size: tuple[float, float] | None = None
    margins: Margins | None = None
    notices: tuple[Notice, ...] = ()
