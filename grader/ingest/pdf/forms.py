"""Header fields that stand in a table without colons: its rows are told from lines of text by their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from grader.ingest.header_fields import PROSE_WORDS, is_known_field
from grader.ingest.pdf.lines import line_of
from grader.ingest.pdf.paragraph import Paragraph
from grader.records.document import Cell


def with_cells(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, Cell | None]]:
    """Paragraphs with the cell that each stands in; rows of a form above the text come as label and value.

    A row is known by its label (``Nama Peserta``, ``Angkatan``) with a wide gap behind it and no colon. A label alone
    is a row whose value is empty where it stands below or above such a row, and flush with it.
    """
    above = True
    row = 0
    left: float | None = None
    waiting = list(paragraphs)
    for at, paragraph in enumerate(waiting):
        above = above and len(paragraph.text.split()) < PROSE_WORDS
        parts = _row(paragraph) if above else None
        if parts is not None:
            row += 1
            left = parts[0].lines[0].left
            yield parts[0], Cell(1, row, 1)
            yield parts[1], Cell(1, row, 2)
            continue
        following = waiting[at + 1] if at + 1 < len(waiting) else None
        beside = left is not None or (following is not None and _row(following) is not None)
        flush = left is None or abs(paragraph.lines[0].left - left) <= 1
        if above and beside and flush and _is_label(paragraph.text):
            row += 1
            yield paragraph, Cell(1, row, 1)
            continue
        left = None
        yield paragraph, None


def _row(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    first, *rest = paragraph.lines
    if first.column is None or ":" in first.text:
        return None
    label = line_of(first.page, [part for part in first.fragments if part.left < first.column])
    value = line_of(first.page, [part for part in first.fragments if part.left >= first.column])
    if not _is_label(label.text) or not value.text or label.column is not None:
        return None
    return Paragraph([label]), Paragraph([value, *rest])


def _is_label(text: str) -> bool:
    return ":" not in text and is_known_field(f"{text}:")
