"""Points and the suggested mark; every expected figure is worked out by hand beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records.finding import Finding, Outcome, Severity
from grader.records.score import CriterionScore, Label
from grader.rubric.schema import Band, ConceptUse, Credits, Criterion, LocalText, Rubric, RuleUse, Scale
from grader.scoring.coverage import Coverage
from grader.scoring.points import rounded, score_criterion, suggest

TEXT = LocalText(id="x", en="x")


def cover(**labels: int) -> dict[str, Coverage]:
    return {concept: Coverage(Label(label), 0.9, (), (), float(label)) for concept, label in labels.items()}


def criterion(weight: float, full_at: float, **weights: float) -> Criterion:
    uses = [ConceptUse(concept=concept, weight=value) for concept, value in weights.items()]
    return Criterion(id="c", title=TEXT, weight=weight, full_at=full_at, concepts=uses)


def rubric(rules: list[RuleUse]) -> Rubric:
    return Rubric(
        format="grader.rubric/1",
        id="r",
        title=TEXT,
        description=TEXT,
        criteria=[criterion(100, 1, a=1)],
        rules=rules,
        scale=Scale(maximum=100, pass_mark=70.01),
        bands=[
            Band.model_validate({"id": name, "title": {"id": name, "en": name}, "from": lower})
            for name, lower in (("low", 0), ("enough", 70.01), ("high", 90.01))
        ],
    )


def criterion_score(points: float) -> CriterionScore:
    return CriterionScore("c", 100, points, 0.5, 1, ())


def finding(outcome: Outcome) -> Finding:
    return Finding("word-count", outcome, Severity.ERROR, "x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.125, 0.13),
        (1.005, 1.01),
        (2.675, 2.68),
        (70.005, 70.01),
        (70.0049, 70.0),
        (33.333333, 33.33),
        (0.1 + 0.2, 0.3),
    ],
)
def test_rounding_is_half_up_as_by_hand(value: float, expected: float) -> None:
    assert rounded(value) == expected


def test_points_are_the_weighted_share_of_credits() -> None:
    # weights 2 and 1; explained 1, mentioned 0.4: (2 * 1 + 1 * 0.4) / 3 = 0.8; of 30 points: 24.
    score = score_criterion(criterion(30, 1, a=2, b=1), Credits(), cover(a=2, b=1))
    assert score.coverage == pytest.approx(0.8)
    assert score.points == 24
    assert [concept.points for concept in score.concepts] == pytest.approx([20, 4])


def test_full_points_may_come_before_full_coverage() -> None:
    # coverage 0.5 of 0.8 asked: 0.625 of 40 points = 25; coverage 1 earns no more than 40.
    assert score_criterion(criterion(40, 0.8, a=1, b=1), Credits(), cover(a=2, b=0)).points == 25
    assert score_criterion(criterion(40, 0.8, a=1, b=1), Credits(), cover(a=2, b=2)).points == 40


def test_deductions_are_taken_and_caps_hold() -> None:
    rules = [RuleUse(rule="word-count", deduct=10), RuleUse(rule="sections", cap=60)]
    findings = [finding(Outcome.NOT_MET), finding(Outcome.NOT_MET)]
    found = suggest(rubric(rules), [criterion_score(65.5), criterion_score(20)], findings)
    # 65.5 + 20 = 85.5; less 10 = 75.5; at most 60.
    assert (found.raw, found.points, found.band, found.passed) == (85.5, 60, "low", False)
    assert [(d.rule, d.points, d.cap) for d in found.deductions] == [("word-count", 10, None), ("sections", 0, 60)]


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.NOT_CHECKABLE, Outcome.BROKEN])
def test_only_a_rule_that_is_not_met_costs_anything(outcome: Outcome) -> None:
    rules = [RuleUse(rule="word-count", deduct=10, cap=20)]
    found = suggest(rubric(rules), [criterion_score(90)], [finding(outcome)])
    assert (found.points, found.deductions) == (90, ())


def test_a_rule_without_price_is_no_deduction() -> None:
    found = suggest(rubric([RuleUse(rule="word-count")]), [criterion_score(90)], [finding(Outcome.NOT_MET)])
    assert (found.points, found.deductions) == (90, ())


def test_a_mark_is_never_below_zero() -> None:
    rules = [RuleUse(rule="word-count", deduct=50)]
    assert suggest(rubric(rules), [criterion_score(20)], [finding(Outcome.NOT_MET)]).points == 0


@pytest.mark.parametrize(
    ("points", "band", "passed"), [(70.0, "low", False), (70.01, "enough", True), (90.01, "high", True)]
)
def test_bands_and_pass_mark_are_inclusive_below(points: float, band: str, passed: bool) -> None:
    found = suggest(rubric([]), [criterion_score(points)], [])
    assert (found.band, found.passed) == (band, passed)


LABELS = st.integers(0, 2)


@given(st.lists(st.tuples(LABELS, LABELS, st.floats(0.1, 5)), min_size=1, max_size=8), st.floats(0.2, 1))
def test_a_better_label_never_costs_points(rows: list[tuple[int, int, float]], full_at: float) -> None:
    names = [f"k{number}" for number in range(len(rows))]
    asked = criterion(50, full_at, **{name: weight for name, (_, _, weight) in zip(names, rows, strict=True)})
    lower = {name: min(a, b) for name, (a, b, _) in zip(names, rows, strict=True)}
    upper = {name: max(a, b) for name, (a, b, _) in zip(names, rows, strict=True)}
    worse, better = (score_criterion(asked, Credits(), cover(**labels)).points for labels in (lower, upper))
    assert 0 <= worse <= better <= 50
