"""How the marks of a class are spread: a bar for each tenth of the scale, and a line at the pass mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from grader.reports.charts.drawing import WIDTH, Bar, rounded
from grader.reports.figures import Bin

_HEIGHT: Final = 260.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 618.0, 42.0, 226.0
_GAP: Final = 8.0
_MARGIN: Final = 90.0
_GRID_LINES: Final = 4


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
                bars.append(Bar(kind, rounded(x), rounded(y), rounded(each_width), rounded(height(count)), count))
    edges = (bins[0].lower, *(each.upper for each in bins))
    return Histogram(
        width=WIDTH,
        height=_HEIGHT,
        left=_LEFT,
        right=_RIGHT,
        bottom=_BOTTOM,
        bars=tuple(bars),
        edges=tuple(Tick(rounded(_LEFT + index * room), value) for index, value in enumerate(edges)),
        counts=tuple(Tick(rounded(_BOTTOM - height(count)), count) for count in range(0, top + 1, step)),
        pass_mark=Tick(rounded(_LEFT + (_RIGHT - _LEFT) * float(min(pass_mark, maximum) / maximum)), pass_mark),
    )


def _whole_step(highest: int) -> int:
    """The step of an axis of whole numbers: 1, 2, 5, 10, 20, … so that a handful of lines suffice."""
    step, factors = 1, (2.0, 2.5, 2.0)
    turn = 0
    while highest / step > _GRID_LINES:
        step = round(step * factors[turn % 3])
        turn += 1
    return step
