"""What is printed adds up to the last digit, whatever the rubric."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records.assessment import Deduction, Suggestion
from grader.records.score import ConceptScore, CriterionScore, Label
from grader.reports.arithmetic import Step, StepKind, cents, criterion_sum, total_sum


def concept(points: float, *, weight: float = 1.0, credit: float = 1.0) -> ConceptScore:
    return ConceptScore("c", Label.EXPLAINED, 1.0, (), weight, credit, points)


def criterion(points: float, maximum: float, parts: list[float]) -> CriterionScore:
    return CriterionScore("k", maximum, points, 1.0, 1.0, tuple(concept(part) for part in parts))


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(2.675, "2.68"), (1.005, "1.01"), (0.125, "0.13"), (16.666666666666668, "16.67"), (-0.001, "0.00"), (70, "70.00")],
)
def test_rounding_is_half_up_as_by_hand(value: float, rounded: str) -> None:
    assert str(cents(value)) == rounded


def test_three_thirds_need_a_line_for_the_rounding() -> None:
    total = criterion_sum(criterion(10.0, 20.0, [10 / 3, 10 / 3, 10 / 3]))
    assert [str(step.amount) for step in total.parts] == ["3.33", "3.33", "3.33"]
    assert total.changes == (Step(StepKind.ROUNDING, Decimal("0.01")),)
    assert total.total == Decimal("10.00")


def test_what_is_above_the_maximum_is_taken_off_in_sight() -> None:
    total = criterion_sum(criterion(40.0, 40.0, [50 / 3, 50 / 3, 50 / 3]))
    assert total.parts_total == Decimal("50.01")
    assert total.changes == (Step(StepKind.CAP, Decimal("-10.01"), "k", Decimal("40.00")),)


def test_deductions_come_before_the_lowest_cap() -> None:
    deductions = (Deduction("word-count", 5.0, None), Deduction("sections", 0.0, 40.0), Deduction("font", 2.5, 60.0))
    total = total_sum((criterion(80.0, 100.0, [80.0]),), Suggestion(80.0, deductions, 40.0, 100.0, "b", passed=False))
    assert total.changes == (
        Step(StepKind.DEDUCTION, Decimal("-5.00"), "word-count"),
        Step(StepKind.DEDUCTION, Decimal("-2.50"), "font"),
        Step(StepKind.CAP, Decimal("-32.50"), "sections", Decimal("40.00")),
    )
    assert total.total == Decimal("40.00")


def test_a_cap_that_changes_nothing_is_not_shown() -> None:
    deductions = (Deduction("sections", 0.0, 90.0),)
    total = total_sum((criterion(80.0, 100.0, [80.0]),), Suggestion(80.0, deductions, 80.0, 100.0, "b", passed=True))
    assert total.changes == ()


def test_a_mark_does_not_fall_below_zero() -> None:
    deductions = (Deduction("word-count", 30.0, None),)
    total = total_sum((criterion(10.0, 100.0, [10.0]),), Suggestion(10.0, deductions, 0.0, 100.0, "b", passed=False))
    assert total.changes[-1] == Step(StepKind.FLOOR, Decimal("20.00"))
    assert total.total == Decimal("0.00")


WEIGHTS = st.integers(1, 50).map(lambda tenths: tenths / 10)
CREDITS = st.sampled_from([0.0, 0.4, 1 / 3, 1.0])


@given(
    concepts=st.lists(st.tuples(WEIGHTS, CREDITS), min_size=1, max_size=12),
    maximum=st.integers(1, 400).map(lambda quarters: quarters / 4),
    full_at=st.sampled_from([0.5, 0.7, 0.8, 0.85, 1.0]),
)
def test_every_criterion_adds_up(concepts: list[tuple[float, float]], maximum: float, full_at: float) -> None:
    weights = sum(Fraction(weight) for weight, _ in concepts)
    worth = [Fraction(maximum) * Fraction(w) * Fraction(c) / (Fraction(full_at) * weights) for w, c in concepts]
    exact = min(Fraction(maximum), sum(worth, Fraction(0)))
    points = float((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP))
    scored = tuple(concept(float(part), weight=w, credit=c) for part, (w, c) in zip(worth, concepts, strict=True))
    total = criterion_sum(CriterionScore("k", maximum, points, 1.0, full_at, scored))
    assert sum((step.amount for step in total.steps), Decimal(0)) == total.total == cents(points)
    assert all(step.amount == step.amount.quantize(Decimal("0.01")) for step in total.steps)
    rounding = [abs(step.amount) for step in total.steps if step.kind is StepKind.ROUNDING]
    assert sum(rounding) <= Decimal("0.005") * (len(concepts) + 1)


@given(
    raw=st.lists(st.integers(0, 5000), min_size=1, max_size=5),
    costs=st.lists(st.tuples(st.integers(0, 4000), st.none() | st.integers(0, 10000)), max_size=4),
)
def test_every_mark_adds_up(raw: list[int], costs: list[tuple[int, int | None]]) -> None:
    deductions = tuple(
        Deduction(f"r{n}", points / 100, None if cap is None else cap / 100) for n, (points, cap) in enumerate(costs)
    )
    left = sum(raw) - sum(points for points, _ in costs)
    capped = min([left, *(cap for _, cap in costs if cap is not None)])
    points = max(0, min(capped, 10000))
    criteria = tuple(criterion(each / 100, 50.0, [each / 100]) for each in raw)
    total = total_sum(criteria, Suggestion(sum(raw) / 100, deductions, points / 100, 100.0, "b", passed=True))
    assert sum((step.amount for step in total.steps), Decimal(0)) == total.total == Decimal(points) / 100
    assert not [step for step in total.steps if step.kind is StepKind.ROUNDING]
