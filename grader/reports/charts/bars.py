"""Lying bars: which rules a class missed, and how many showed which concept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from grader.records.score import Label
from grader.reports.charts.drawing import WIDTH, Bar, rounded
from grader.reports.figures import ConceptFigures, RuleFigures

_STEP: Final = 42.0
_BAR: Final = 12.0
_GROUP_STEP: Final = 34.0


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


def missed_rules(rules: Iterable[RuleFigures], graded: int) -> Bars:
    """A bar for each rule that somebody did not meet, most often first; a full bar is the whole class.

    Args:
        rules: in the rubric's order, which is kept among equals.
        graded: number of submissions with a mark.
    """
    missed = sorted((each for each in rules if each.not_met), key=lambda each: -each.not_met)
    lines = []
    for index, each in enumerate(missed):
        y = index * _STEP + 16
        bar = Bar("missed", 0.0, y + 6, rounded(WIDTH * each.not_met / graded), _BAR, each.not_met)
        lines.append(Line(each.title, y, (bar,)))
    return Bars(WIDTH, len(lines) * _STEP, tuple(lines))


def shares(concepts: Sequence[ConceptFigures]) -> Bars:
    """For each concept a bar of three stretches (explained, mentioned, absent), under the title of its criterion."""
    lines, heads, y = [], [], 0.0
    for _, group in groupby(concepts, key=lambda each: each.criterion):
        for place, each in enumerate(group):
            if place == 0:
                y += _GROUP_STEP
                heads.append(Line(each.criterion_title, y - 12, ()))
            lines.append(Line(each.title, y + 16, stretches(each, y + 22)))
            y += _STEP
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
            bars.append(Bar(label.level, rounded(start), y, rounded(length), height, count))
        start += length
    return tuple(bars)
