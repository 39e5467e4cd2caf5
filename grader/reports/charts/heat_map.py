"""Submissions by concepts: a cell for each label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from grader.records.score import Label
from grader.reports.charts.drawing import rounded
from grader.reports.figures import ConceptFigures
from grader.reports.row import Row

HEAT_LIMIT: Final = 60
"""Most submissions that the heat map shows one by one; above, the shares of each concept say more."""

_CELL: Final = 20.0
_NAME_WIDTH: Final = 196.0
_HEAD: Final = 212.0
_MARK_WIDTH: Final = 60.0
_SLANT: Final = 116.0
_GROUP_GAP: Final = 10.0
_GROUND: Final = (0.5, 0.5, "h19v19h-19z")
_RING: Final = (5.5, 10.0, "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z")
_FILLED: Final = {Label.EXPLAINED: _RING, Label.MENTIONED: (10.0, 5.5, "a4.5 4.5 0 0 0 0 9z")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A submission's label for a concept; x and y are the left upper corner."""

    x: float
    y: float
    label: Label


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A submission and its cells; ``y`` is the line that its name and mark are written on."""

    row: Row
    y: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Shapes of one kind in one path, as SVG writes it: thousands of cells are few elements."""

    kind: str
    d: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Submissions by concepts.

    Attributes:
        width: of the view box.
        height: of the view box.
        name: x where the names of submissions end.
        mark: x where the marks end.
        head: y on which the titles of the concepts begin, slanted upwards.
        concepts: titles, and the x at which each begins.
        rows: highest suggested mark first.
    """

    width: float
    height: float
    name: float
    mark: float
    head: float
    concepts: tuple[tuple[str, float], ...]
    rows: tuple[HeatRow, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        """Grounds by label, then rings around all, then what fills them: whole for explained, half for mentioned."""
        cells = [cell for row in self.rows for cell in row.cells]
        grounds = [Path(label.level, _path(cells, {label: _GROUND})) for label in Label]
        return (
            *grounds,
            Path("ring", _path(cells, dict.fromkeys(Label, _RING))),
            Path("filled", _path(cells, _FILLED)),
        )


def heat_map(matrix: Sequence[tuple[Row, Sequence[Label]]], concepts: Sequence[ConceptFigures]) -> HeatMap:
    """A cell for each submission and concept.

    Args:
        matrix: rows with their labels, in the order of ``concepts``.
        concepts: criterion by criterion; a gap stands between two criteria.
    """
    columns, x = [], _NAME_WIDTH
    for place, (_, group) in enumerate(groupby(concepts, key=lambda each: each.criterion)):
        x += _GROUP_GAP if place else 0.0
        for _ in group:
            columns.append(x)
            x += _CELL
    ordered = sorted(matrix, key=lambda pair: (-pair[0].points, pair[0].number))
    rows = []
    for index, (row, labels) in enumerate(ordered):
        y = _HEAD + index * _CELL
        cells = tuple(Cell(column, y, label) for column, label in zip(columns, labels, strict=True))
        rows.append(HeatRow(row, y + 14, cells))
    return HeatMap(
        width=x + max(_MARK_WIDTH, _SLANT),
        height=_HEAD + len(rows) * _CELL + 1,
        name=_NAME_WIDTH - 8,
        mark=x + _MARK_WIDTH - 4,
        head=_HEAD - 8,
        concepts=tuple((each.title, column + 14) for each, column in zip(concepts, columns, strict=True)),
        rows=tuple(rows),
    )


def _path(cells: Iterable[Cell], shapes: Mapping[Label, tuple[float, float, str]]) -> str:
    """The shape of each cell's label: where it starts within the cell, and how it goes on from there."""
    pieces = []
    for cell in cells:
        if cell.label in shapes:
            x, y, rest = shapes[cell.label]
            pieces.append(f"M{rounded(cell.x + x):g} {rounded(cell.y + y):g}{rest}")
    return "".join(pieces)
