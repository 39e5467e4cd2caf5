"""The figures of a class as geometry: where a bar, a line or a cell stands in the drawing; pure.

A drawing is as wide as its view box says, in units that the page scales; y grows downwards. Numbers and words are put
in by the templates, so that nothing here speaks a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from grader.records.score import Label
from grader.reports.figures import Bin, ConceptFigures, RuleFigures
from grader.reports.row import Row

WIDTH: Final = 640.0
"""Of the view box of histogram and bars."""
HEAT_LIMIT: Final = 60
"""Most submissions that the heat map shows one by one; above, the shares of each concept say more."""

_HISTOGRAM: Final = 260.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 618.0, 42.0, 226.0
_GAP: Final = 8.0
_MARGIN: Final = 90.0
_GRID_LINES: Final = 4
_BAR_STEP: Final = 42.0
_BAR: Final = 12.0
_GROUP_STEP: Final = 34.0
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
class Bar:
    """A rectangle; ``kind`` is its class in the style sheet, ``count`` what it stands for."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    count: int

    @property
    def middle(self) -> float:
        """The x of its middle, where its number stands."""
        return _round(self.x + self.width / 2)


@dataclass(frozen=True, slots=True)
class Tick:
    """A value on an axis, and where it is: x on the lower axis, y on the left one."""

    at: float
    value: Decimal | int


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many marks lie in each bin.

    Attributes:
        width: of the view box.
        height: of the view box.
        left: x where the bins begin.
        right: x where they end.
        bottom: y of the lower axis.
        bars: those that stand for at least one submission: ``suggested``, and ``final`` beside it.
        edges: bounds of the bins.
        counts: whole numbers on the left axis, 0 included.
        pass_mark: where the pass mark is.
    """

    width: float
    height: float
    left: float
    right: float
    bottom: float
    bars: tuple[Bar, ...]
    edges: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    pass_mark: Tick

    @property
    def pass_side(self) -> str:
        """How the words at the pass mark are set, so that they stay within the drawing."""
        if self.pass_mark.at < self.left + _MARGIN:
            return "start"
        return "end" if self.pass_mark.at > self.right - _MARGIN else "middle"

    @property
    def has_final(self) -> bool:
        """Whether final marks are drawn beside the suggested ones."""
        return any(bar.kind == "final" for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a bar chart: its words stand at ``y``, its bars below them."""

    title: str
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars under each other; ``heads`` are the titles of groups, without bars."""

    width: float
    height: float
    lines: tuple[Line, ...]
    heads: tuple[Line, ...] = ()


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


def histogram(bins: Sequence[Bin], pass_mark: Decimal) -> Histogram:
    """Bars for the suggested marks, and beside them for the final ones, if there are any.

    Args:
        bins: of equal width, from 0 to the scale's maximum; at least one.
        pass_mark: on the same scale.
    """
    maximum = bins[-1].upper
    final = any(each.final for each in bins)
    step = _whole_step(max(max(each.suggested, each.final) for each in bins))
    top = max(1, -(-max(max(each.suggested, each.final) for each in bins) // step)) * step
    room = (_RIGHT - _LEFT) / len(bins)
    each_width = (room - _GAP) / (2 if final else 1)

    def height(count: int) -> float:
        return (_BOTTOM - _TOP) * count / top

    bars = []
    for index, each in enumerate(bins):
        start = _LEFT + index * room + _GAP / 2
        for place, (kind, count) in enumerate((("suggested", each.suggested), ("final", each.final))):
            if count:
                x, y = start + place * each_width, _BOTTOM - height(count)
                bars.append(Bar(kind, _round(x), _round(y), _round(each_width), _round(height(count)), count))
    edges = (bins[0].lower, *(each.upper for each in bins))
    return Histogram(
        width=WIDTH,
        height=_HISTOGRAM,
        left=_LEFT,
        right=_RIGHT,
        bottom=_BOTTOM,
        bars=tuple(bars),
        edges=tuple(Tick(_round(_LEFT + index * room), value) for index, value in enumerate(edges)),
        counts=tuple(Tick(_round(_BOTTOM - height(count)), count) for count in range(0, top + 1, step)),
        pass_mark=Tick(_round(_LEFT + (_RIGHT - _LEFT) * float(min(pass_mark, maximum) / maximum)), pass_mark),
    )


def missed_rules(rules: Iterable[RuleFigures], graded: int) -> Bars:
    """A bar for each rule that somebody did not meet, most often first; a full bar is the whole class.

    Args:
        rules: in the rubric's order, which is kept among equals.
        graded: number of submissions with a mark.
    """
    missed = sorted((each for each in rules if each.not_met), key=lambda each: -each.not_met)
    lines = []
    for index, each in enumerate(missed):
        y = index * _BAR_STEP + 16
        bar = Bar("missed", 0.0, y + 6, _round(WIDTH * each.not_met / graded), _BAR, each.not_met)
        lines.append(Line(each.title, y, (bar,)))
    return Bars(WIDTH, len(lines) * _BAR_STEP, tuple(lines))


def shares(concepts: Sequence[ConceptFigures]) -> Bars:
    """For each concept a bar of three stretches (explained, mentioned, absent), under the title of its criterion."""
    lines, heads, y = [], [], 0.0
    for _, group in groupby(concepts, key=lambda each: each.criterion):
        for place, each in enumerate(group):
            if place == 0:
                y += _GROUP_STEP
                heads.append(Line(each.criterion_title, y - 12, ()))
            lines.append(Line(each.title, y + 16, stretches(each, y + 22)))
            y += _BAR_STEP
    return Bars(WIDTH, y, tuple(lines), tuple(heads))


def stretches(
    concept: ConceptFigures, y: float = 0.0, *, width: float = WIDTH, height: float = _BAR
) -> tuple[Bar, ...]:
    """The stretches of a concept's bar, explained first; labels that nobody has are left out."""
    bars, start = [], 0.0
    for label in sorted(Label, reverse=True):
        count = int(getattr(concept, label.level))
        length = width * count / concept.total if concept.total else 0.0
        if count:
            bars.append(Bar(label.level, _round(start), y, _round(length), height, count))
        start += length
    return tuple(bars)


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
            pieces.append(f"M{_round(cell.x + x):g} {_round(cell.y + y):g}{rest}")
    return "".join(pieces)


def _whole_step(highest: int) -> int:
    """The step of an axis of whole numbers: 1, 2, 5, 10, 20, … so that a handful of lines suffice."""
    step, factors = 1, (2.0, 2.5, 2.0)
    turn = 0
    while highest / step > _GRID_LINES:
        step = round(step * factors[turn % 3])
        turn += 1
    return step


def _round(value: float) -> float:
    """Two decimals are finer than any screen, and the same on every system."""
    return round(value, 2)
