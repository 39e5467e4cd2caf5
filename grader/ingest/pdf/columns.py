"""Columns that were drawn row by row, through both of them: put apart, so that each is read from top to bottom.

Writers of documents draw one column after the other, and the order of drawing is the order of reading. Printers and
converters may draw line by line across the page. Then rows of two stretches follow each other, and the gap between them
stands at the same place in all; prose fills both sides. A table or a form looks alike but for that: its cells are
short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from grader.ingest.pdf.lines import COLUMN_GAP, TextLine, line_of
from grader.ingest.pdf.objects import Fragment

ROWS: Final = 5
"""So many rows make columns; the text of so few lines in two cells would be a table."""
FULL: Final = 0.7
"""Share of its column's width that the middle one of its lines fills, where it is prose."""
WORDS: Final = 3
"""Words of the middle line of a column, where it is prose."""
_GUTTER: Final = 0.8
_FLUSH: Final = 3.0


@dataclass(slots=True)
class _Block:
    """Rows with the same gap: where it begins and ends, what stands left and right of it."""

    start: float
    end: float
    left: list[TextLine]
    right: list[TextLine]
    rows: int


def columns_in_turn(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines of a page in reading order; those of columns drawn row by row are cut at the gap and put apart."""
    result: list[TextLine] = []
    at = 0
    while at < len(lines):
        parts = _cut(lines[at])
        if parts is None:
            result.append(lines[at])
            at += 1
            continue
        block, end = _gather(lines, at, parts)
        if _is_prose(block):
            result += [*block.left, *columns_in_turn(block.right)]
            at = end
        else:
            result.append(lines[at])
            at += 1
    return result


def _cut(line: TextLine) -> tuple[TextLine, TextLine] | None:
    """A line cut at the first of its wide gaps, if it has any."""
    if line.column is None or line.turned:
        return None
    before: Fragment | None = None
    for index, fragment in enumerate(line.fragments):
        if not fragment.text.strip():
            continue
        if before is not None and fragment.left - before.right > COLUMN_GAP * fragment.size:
            left, right = line.fragments[:index], line.fragments[index:]
            return line_of(line.page, left), line_of(line.page, right)
        before = fragment
    return None


def _gather(lines: Sequence[TextLine], start: int, first: tuple[TextLine, TextLine]) -> tuple[_Block, int]:
    """The longest run of rows from ``start`` that a common gap parts, and where it ends."""
    block = _Block(first[0].right, first[1].left, [first[0]], [first[1]], 1)
    for index in range(start + 1, len(lines)):
        line = lines[index]
        lower = lines[index - 1].baseline - line.baseline
        parts = _cut(line)
        if lower < 0 or line.turned:
            return block, index
        if parts is not None:
            begin, end = max(block.start, parts[0].right), min(block.end, parts[1].left)
            if end - begin < _GUTTER * line.size:
                return block, index
            block.start, block.end, block.rows = begin, end, block.rows + 1
            block.left.append(parts[0])
            block.right.append(parts[1])
        elif line.right <= block.end - _GUTTER * line.size and line.left < block.start:
            block.start = max(block.start, line.right)
            block.left.append(line)
        elif line.left >= block.start + _GUTTER * line.size and line.left >= block.end - _FLUSH:
            block.right.append(line)
        else:
            return block, index
    return block, len(lines)


def _is_prose(block: _Block) -> bool:
    if block.rows < ROWS:
        return False
    edge = min(line.left for line in block.right)
    flush = sum(line.left - edge <= _FLUSH for line in block.right)
    return 2 * flush > len(block.right) and _is_filled(block.left) and _is_filled(block.right)


def _is_filled(lines: Sequence[TextLine]) -> bool:
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = median(line.right - line.left for line in lines) >= FULL * width
    return filled and median(line.text.count(" ") + 1 for line in lines) >= WORDS
