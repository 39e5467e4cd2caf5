"""A Word document in reading order: paragraphs, lists, tables, text boxes and notes, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from grader.errors import GraderError
from grader.ingest.cleaning import Piece
from grader.ingest.content import Draft
from grader.ingest.header_fields import are_field_lines
from grader.ingest.line_heights import single_line
from grader.ingest.word.boxes import chosen_branch
from grader.ingest.word.colours import CLEAR
from grader.ingest.word.inline import LINE_BREAK, Inline, Line, Seen, all_text
from grader.ingest.word.looks import Layout
from grader.ingest.word.numbering import Numbering
from grader.ingest.word.styles import PAGE, Layer, Styles, Surroundings
from grader.ingest.word.tables import Dress
from grader.ingest.word.xml import Element, child_value, first_child, integer, qn
from grader.records.document import Cell, Kind

_PARAGRAPH: Final[str] = qn("w:p")
_TABLE: Final[str] = qn("w:tbl")
_ROW: Final[str] = qn("w:tr")
_CELL: Final[str] = qn("w:tc")
_WRAPPERS: Final = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink")
)
_ALTERNATE: Final[str] = qn("mc:AlternateContent")
_IGNORED_MARKS: Final = (qn("w:del"), qn("w:moveFrom"))
_CHUNK: Final[str] = qn("w:altChunk")
_PROPERTIES: Final[str] = qn("w:pPr")
_MARK: Final[str] = qn("w:rPr")
_ROW_PROPERTIES: Final[str] = qn("w:trPr")
_CELL_PROPERTIES: Final[str] = qn("w:tcPr")
_BEFORE: Final[str] = qn("w:gridBefore")
_SPAN: Final[str] = qn("w:gridSpan")
_MERGE: Final[str] = qn("w:vMerge")
_VALUE: Final[str] = qn("w:val")
_DELETED_CELL: Final[str] = qn("w:cellDel")


@dataclass(frozen=True, slots=True)
class Where:
    """What a paragraph stands in: a kind that overrides its own, a table cell, and what these do to its look."""

    kind: Kind | None = None
    cell: Cell | None = None
    around: Surroundings = PAGE


class Walker:
    """Walks the stories of one document, which share lists, notes and the count of tables.

    Args:
        styles: of the document.
        numbering: of the document.
        notes: ``w:footnote`` and ``w:endnote`` elements by part and id.
        seen: counts to add to.
        page: the ground of the pages.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: dict[tuple[str, str], Element],
        seen: Seen,
        page: Surroundings = PAGE,
    ) -> None:
        self._styles = styles
        self._page = page
        self._numbering = numbering
        self._notes = notes
        self._seen = seen
        self._tables = 0
        self._footnotes = 0
        self._endnotes: list[Element] = []

    def body(self, body: Element) -> Iterator[Draft]:
        """The body's drafts, footnotes after the paragraph that refers to them, endnotes at the end."""
        yield from self._story(body, Where(around=self._page), self._inline())
        for count, note in enumerate(self._endnotes, start=1):
            yield from self._note(note, count)

    def running(self, root: Element) -> Iterator[Draft]:
        """A header's or footer's drafts."""
        where = Where(Kind.RUNNING_HEAD, around=self._page)
        yield from self._story(root, where, self._inline(page_fields=False))

    def _inline(self, *, page_fields: bool = True) -> Inline:
        return Inline(self._styles.properties.palette, self._seen, page_fields=page_fields)

    def _note(self, note: Element, count: int) -> Iterator[Draft]:
        marker = str(count)
        for draft in self._story(note, Where(Kind.FOOTNOTE, around=self._page), self._inline()):
            draft.marker, marker = marker, ""
            yield draft

    def _story(self, container: Element, where: Where, inline: Inline) -> Iterator[Draft]:
        """Drafts of the paragraphs and tables directly in a container, or in wrappers around them."""
        carried: list[Piece] = []
        for element in flattened(container):
            if element.tag == _TABLE:
                yield from self._table(element, where, inline)
            elif len(element) or carried:
                line, draft, runs_on = self._paragraph(element, where, inline)
                if runs_on and not line.notes and not line.boxes:
                    carried += draft.pieces
                    continue
                if carried:
                    draft.pieces, carried = carried + draft.pieces, []
                if draft.kind is not Kind.HEADING and any(LINE_BREAK in piece.text for piece in draft.pieces):
                    yield from _by_lines(draft)
                else:
                    yield draft
                if line.boxes or line.notes or line.hidden_notes:
                    yield from self._attached(line, where, inline)
        if carried:
            yield Draft(carried, where.kind or Kind.BODY, cell=where.cell)

    def _attached(self, line: Line, where: Where, inline: Inline) -> Iterator[Draft]:
        box_kind = where.kind if where.kind in (Kind.RUNNING_HEAD, Kind.FOOTNOTE) else Kind.TEXT_BOX
        for box in line.boxes:
            ground = where.around.ground if box.ground == CLEAR else box.ground
            around = self._styles.surroundings(Layer(), ground)
            yield from self._story(box.content, Where(box_kind, around=around), inline)
        for key in line.hidden_notes:
            if (hidden := self._notes.pop(key, None)) is not None:
                self._seen.hide("vanish", all_text(hidden))
        for key in line.notes:
            note = self._notes.pop(key, None)  # a note that is referred to twice is printed once
            if note is not None and key[0] == "footnotes":
                self._footnotes += 1
                yield from self._note(note, self._footnotes)
            elif note is not None:
                self._endnotes.append(note)

    def _paragraph(self, paragraph: Element, where: Where, inline: Inline) -> tuple[Line, Draft, bool]:
        """What a paragraph holds, as read and as a draft, and whether it runs into the next one."""
        properties = first_child(paragraph, _PROPERTIES)
        known = self._styles.paragraph(properties, where.around)
        layout = known.layout
        runs_on = properties is not None and _mark_is_deleted(properties)
        line = inline.read(paragraph, known, dots=known.contents or bool(layout.dots))
        draft = Draft(
            line.pieces,
            cell=where.cell,
            line_spacing=_line_spacing(layout, line.pieces),
            alignment=layout.alignment or "left",
        )
        item = None
        if layout.list_id and not runs_on:
            item = self._numbering.next(layout.list_id, layout.list_level, known.style_id)
        if item is not None:
            draft.marker, draft.level = item
        heading = layout.outline + 1 if layout.outline is not None and 0 <= layout.outline <= 8 else known.heading
        if where.kind is not None:
            draft.kind, draft.level = where.kind, draft.level if where.kind is Kind.TABLE_CELL else None
        elif heading is not None and not known.contents:
            draft.kind, draft.level = Kind.HEADING, heading
        elif item is not None:
            draft.kind = Kind.LIST_ITEM
        return line, draft, runs_on

    def _table(self, table: Element, where: Where, inline: Inline) -> Iterator[Draft]:
        """Each cell once: a merged one where it begins."""
        self._tables += 1
        number, row_number = self._tables, 0
        kind = where.kind if where.kind in (Kind.RUNNING_HEAD, Kind.FOOTNOTE) else Kind.TABLE_CELL
        rows = list(_found(table, _ROW))
        dress = Dress(self._styles, table, len(rows), where.around)
        for row_index, row in enumerate(rows):
            properties = row.find(_ROW_PROPERTIES)
            if properties is not None and any(properties.find(mark) is not None for mark in _IGNORED_MARKS):
                self._seen.deletions += 1
                continue
            row_number += 1
            column = 1 + (integer(child_value(properties, _BEFORE)) or 0)
            cells = list(_found(row, _CELL))
            for index, cell in enumerate(cells):
                look = cell.find(_CELL_PROPERTIES)
                if _is_begun(look):
                    around = dress.cell(row_index, index, len(cells), look)
                    yield from self._story(cell, Where(kind, Cell(number, row_number, column), around), inline)
                column += max(integer(child_value(look, _SPAN)) or 1, 1)


def _is_begun(properties: Element | None) -> bool:
    """Whether a cell begins here: it goes on no merged one from above, and was not deleted."""
    if properties is None:
        return True
    merge = properties.find(_MERGE)
    return properties.find(_DELETED_CELL) is None and (merge is None or merge.get(_VALUE) == "restart")


def _line_spacing(layout: Layout, pieces: list[Piece]) -> float | None:
    """As a multiple of single spacing; spacing in points is measured against the type of most of the text."""
    if layout.line is None or layout.line[1] == "auto":
        return layout.line_spacing(None)
    characters: Counter[tuple[str | None, float | None]] = Counter()
    for piece in pieces:
        characters[piece.format.font, piece.format.size] += len(piece.text.strip())
    return layout.line_spacing(single_line(*characters.most_common(1)[0][0])) if characters else None


def flattened(container: Element) -> Iterator[Element]:
    """Paragraphs and tables of a container in order, those in content controls and the like included.

    Raises:
        GraderError: G106 when a whole other file is embedded (``w:altChunk``), whose text only Word shows.
    """
    for child in container:
        tag = child.tag
        if tag in (_PARAGRAPH, _TABLE):
            yield child
        elif tag in _WRAPPERS:
            yield from flattened(child)
        elif tag == _ALTERNATE:
            if (chosen := chosen_branch(child)) is not None:
                yield from flattened(chosen)
        elif tag == _CHUNK:
            raise GraderError("G106", reason="alt-chunk")


def _found(container: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those in content controls included."""
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _found(child, tag)


def _mark_is_deleted(properties: Element) -> bool:
    """Whether the end of a paragraph was deleted with Track Changes on: it runs into the next one."""
    mark = first_child(properties, _MARK)
    return mark is not None and any(first_child(mark, tag) is not None for tag in _IGNORED_MARKS)


def _by_lines(draft: Draft) -> Iterator[Draft]:
    """A paragraph whose manual line breaks part header fields (``Nama : …``) as one draft a line; others whole."""
    lines: list[list[Piece]] = [[]]
    for piece in draft.pieces:
        if piece.text == LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    if not are_field_lines(["".join(piece.text for piece in line) for line in lines]):
        yield draft
        return
    for line in lines:
        yield replace(draft, pieces=line)
        draft.marker = ""
