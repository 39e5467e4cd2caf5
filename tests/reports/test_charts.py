"""The figures of a class as geometry, against what a ruler would say."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records.score import Label
from grader.reports.charts.bars import missed_rules, shares, stretches
from grader.reports.charts.drawing import WIDTH, Bar
from grader.reports.charts.heat_map import heat_map
from grader.reports.charts.histogram import histogram
from grader.reports.figures import Bin, ConceptFigures, RuleFigures
from grader.reports.view import CohortView

A, M, E = Label.ABSENT, Label.MENTIONED, Label.EXPLAINED


def bins(suggested: list[int], final: list[int] | None = None, maximum: str = "100") -> list[Bin]:
    width = Decimal(maximum) / len(suggested)
    other = final or [0] * len(suggested)
    pairs = zip(suggested, other, strict=True)
    return [Bin(width * at, width * (at + 1), one, two) for at, (one, two) in enumerate(pairs)]


def rule(name: str, not_met: int) -> RuleFigures:
    return RuleFigures(name, name.title(), 10 - not_met, not_met, 0, 0)


def concept(criterion: str, name: str, absent: int, mentioned: int, explained: int) -> ConceptFigures:
    return ConceptFigures(criterion, name, name.title(), criterion.title(), absent, mentioned, explained)


def test_marks_are_counted_in_tenths_of_the_scale(view: CohortView) -> None:
    # 91.00, 61.00, 70.33, 76.67, 20.00
    assert [each.suggested for each in view.figures.bins] == [0, 0, 1, 0, 0, 0, 1, 2, 0, 1]
    assert [each.final for each in view.figures.bins] == [0] * 10
    assert [(each.lower, each.upper) for each in view.figures.bins[-2:]] == [
        (Decimal(80), Decimal(90)),
        (Decimal(90), Decimal(100)),
    ]


def test_bars_are_as_high_as_they_count_and_the_pass_mark_is_where_it_belongs() -> None:
    chart = histogram(bins([0, 1, 4, 0, 2]), Decimal(75))
    assert [bar.count for bar in chart.bars] == [1, 4, 2]
    assert [bar.height / chart.bars[0].height for bar in chart.bars] == pytest.approx([1, 4, 2], rel=1e-3)
    assert all(bar.y + bar.height == pytest.approx(chart.bottom) for bar in chart.bars)
    assert [tick.value for tick in chart.edges] == [0, 20, 40, 60, 80, 100]
    assert chart.pass_mark.at == pytest.approx(chart.left + 0.75 * (chart.right - chart.left))
    assert [tick.value for tick in chart.counts] == [0, 1, 2, 3, 4]
    assert not chart.has_final


def test_final_marks_stand_beside_the_suggested_ones() -> None:
    chart = histogram(bins([1, 0, 2], [1, 1, 0]), Decimal(1))
    assert [(bar.kind, bar.count) for bar in chart.bars] == [
        ("suggested", 1), ("final", 1), ("final", 1), ("suggested", 2),
    ]  # fmt: skip
    assert chart.has_final
    assert chart.pass_side == "start"
    assert histogram(bins([1, 0]), Decimal(50)).pass_side == "middle"
    assert histogram(bins([1, 0]), Decimal(99)).pass_side == "end"


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 4000)), min_size=1, max_size=10), st.integers(0, 100))
def test_any_histogram_stays_within_its_drawing_and_its_bars_apart(counts: list[tuple[int, int]], mark: int) -> None:
    chart = histogram(bins([one for one, _ in counts], [two for _, two in counts]), Decimal(mark))
    assert sum(bar.count for bar in chart.bars) == sum(one + two for one, two in counts)
    for bar in chart.bars:
        assert chart.left <= bar.x < bar.middle < bar.x + bar.width <= chart.right
        assert 0 < bar.y <= chart.bottom
    for before, after in pairwise(chart.bars):
        assert before.x + before.width <= after.x + 0.02
    assert chart.left <= chart.pass_mark.at <= chart.right
    values = [int(tick.value) for tick in chart.counts]
    assert values[0] == 0
    assert values[-1] >= max(max(pair) for pair in counts)
    assert 2 <= len(values) <= 6


def test_rules_that_somebody_missed_most_often_first() -> None:
    chart = missed_rules([rule("font", 2), rule("spacing", 0), rule("words", 10), rule("sections", 2)], 10)
    assert [line.title for line in chart.lines] == ["Words", "Font", "Sections"]
    assert [line.bars[0].width for line in chart.lines] == [WIDTH, WIDTH / 5, WIDTH / 5]
    assert [line.bars[0].count for line in chart.lines] == [10, 2, 2]
    assert chart.lines[-1].bars[0].y + chart.lines[-1].bars[0].height <= chart.height
    assert missed_rules([rule("font", 0)], 10).lines == ()


def test_the_stretches_of_a_concept_fill_its_bar() -> None:
    bars = stretches(concept("c", "x", absent=5, mentioned=0, explained=15), width=100.0, height=6.0)
    assert bars == (Bar("explained", 0.0, 0.0, 75.0, 6.0, 15), Bar("absent", 75.0, 0.0, 25.0, 6.0, 5))
    assert stretches(concept("c", "x", 0, 0, 0)) == ()


def test_shares_stand_under_the_title_of_their_criterion() -> None:
    chart = shares([concept("one", "a", 1, 1, 2), concept("one", "b", 4, 0, 0), concept("two", "c", 0, 4, 0)])
    assert [head.title for head in chart.heads] == ["One", "Two"]
    assert [line.title for line in chart.lines] == ["A", "B", "C"]
    ys = [chart.heads[0].y, chart.lines[0].y, chart.lines[1].y, chart.heads[1].y, chart.lines[2].y]
    assert ys == sorted(ys)
    assert all(head.y < line.y - 13 for head, line in zip(chart.heads, (chart.lines[0], chart.lines[2]), strict=True))
    assert chart.height >= chart.lines[-1].bars[0].y + 12


def test_the_heat_map_has_a_cell_for_each_submission_and_concept(view: CohortView) -> None:
    chart = heat_map(view.matrix, view.figures.concepts)
    assert [str(each.row.points) for each in chart.rows] == ["91.00", "76.67", "70.33", "61.00", "20.00"]
    assert [[cell.label for cell in each.cells] for each in chart.rows[:2]] == [[E, E, M, E, E, E], [E, E, E, E, A, A]]
    xs = [cell.x for cell in chart.rows[0].cells]
    # a gap between the two criteria of three concepts
    assert [second - first for first, second in pairwise(xs)] == [20, 20, 30, 20, 20]
    assert chart.width >= max(xs[-1] + 20, chart.mark)
    paths = {path.kind: path.d.count("M") for path in chart.paths}
    # by hand: 221222, 210211, 211220, 222200, 100110
    assert paths == {"absent": 7, "mentioned": 9, "explained": 14, "ring": 30, "filled": 23}
