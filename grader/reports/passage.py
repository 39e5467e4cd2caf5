"""The essay's own text, cut where roles and evidence begin and end, so that a report can mark it; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from grader.records.document import Block, Kind
from grader.records.essay import COUNTED, Essay, Role
from grader.reports.criterion import ConceptView, EvidenceView
from grader.reports.submission import SubmissionView


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of evidence and the concept that it speaks for."""

    evidence: EvidenceView
    concept: ConceptView


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one block in one role, under the same evidence from end to end.

    Attributes:
        text: as it stands.
        role: what it is for the one who grades.
        marks: evidence that covers it, in order of number.
        opens: those of ``marks`` that begin here.
        closes: those of ``marks`` that end here.
    """

    text: str
    role: Role
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()
    closes: tuple[Mark, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether its words count."""
        return self.role in COUNTED


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the document with its spans."""

    block: Block
    spans: tuple[Span, ...]

    @property
    def role(self) -> Role | None:
        """The role of all of it; ``None`` when there are several."""
        roles = {span.role for span in self.spans}
        return roles.pop() if len(roles) == 1 else None

    @property
    def is_heading(self) -> bool:
        """Whether it is shown as a heading."""
        return self.block.kind is Kind.HEADING or self.role is Role.HEADING


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: for each column the paragraphs of its cell; cells without text are empty."""

    cells: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Neighbouring blocks of one table of the document."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring paragraphs and tables that count, or that are left out in the same role.

    Attributes:
        role: the role in which all is left out; ``None`` for what counts, wholly or in part.
        items: in reading order.
    """

    role: Role | None
    items: tuple[Paragraph | Table, ...]


def passages(submission: SubmissionView) -> tuple[Chunk, ...]:
    """The whole document, block by block, with the evidence of all concepts.

    Joining the texts of all spans of a block gives the block's text.
    """
    essay = submission.record.essay
    marks: dict[int, list[Mark]] = defaultdict(list)
    for concept in submission.concepts:
        for evidence in concept.evidence:
            marks[evidence.record.block].append(Mark(evidence, concept))
    paragraphs = _paragraphs(essay, marks)
    return tuple(Chunk(role, _items(tuple(group))) for role, group in groupby(paragraphs, key=_left_out_as))


def _left_out_as(paragraph: Paragraph) -> Role | None:
    return None if paragraph.role is None or paragraph.role in COUNTED else paragraph.role


def _paragraphs(essay: Essay, marks: Mapping[int, Sequence[Mark]]) -> list[Paragraph]:
    parts = {block: tuple(group) for block, group in groupby(essay.parts, key=lambda part: part.block)}
    made = []
    for index, block in enumerate(essay.document.blocks):
        roles = [(part.start, part.end, part.role) for part in parts.get(index, ()) if part.start < part.end]
        made.append(Paragraph(block, _spans(block.text, roles, marks.get(index, ()))))
    return made


def _spans(text: str, roles: Sequence[tuple[int, int, Role]], marks: Sequence[Mark]) -> tuple[Span, ...]:
    """Cut at every boundary; evidence of several concepts may overlap in any way."""
    ordered = sorted(marks, key=lambda mark: mark.evidence.number)
    cuts = {0, len(text)}
    for start, end, _ in roles:
        cuts |= {start, end}
    for mark in ordered:
        cuts |= {mark.evidence.record.start, mark.evidence.record.end}
    spans = []
    for start, end in pairwise(sorted(cut for cut in cuts if 0 <= cut <= len(text))):
        role = next((role for first, last, role in roles if first <= start < last), Role.ESSAY)
        here = [mark for mark in ordered if mark.evidence.record.start <= start < mark.evidence.record.end]
        spans.append(
            Span(
                text[start:end],
                role,
                tuple(here),
                opens=tuple(mark for mark in here if mark.evidence.record.start == start),
                closes=tuple(mark for mark in here if min(mark.evidence.record.end, len(text)) == end),
            )
        )
    return tuple(spans)


def _items(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph | Table, ...]:
    items: list[Paragraph | Table] = []
    for table, group in groupby(paragraphs, key=lambda each: each.block.cell.table if each.block.cell else None):
        if table is None:
            items.extend(group)
        else:
            items.append(_table(tuple(group)))
    return tuple(items)


def _table(paragraphs: Sequence[Paragraph]) -> Table:
    """Rows of equal length; where a merged cell or an empty one stands, a cell without text."""
    cells: dict[tuple[int, int], list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        cell = paragraph.block.cell
        if cell is not None:
            cells[cell.row, cell.column].append(paragraph)
    rows = sorted({row for row, _ in cells})
    columns = sorted({column for _, column in cells})
    return Table(tuple(Row(tuple(tuple(cells.get((row, column), ())) for column in columns)) for row in rows))
