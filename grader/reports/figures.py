"""The figures of a class: how many, how high, which rules were missed, which concepts were covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median
from typing import Final

from grader.records.finding import Outcome
from grader.records.score import Label
from grader.reports.names import Names
from grader.reports.row import FailureView, Row

BINS: Final = 10
"""Of the distribution of marks: ten points wide on the usual scale of 100."""


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How often a rule ended how: submissions, each counted once, under its worst outcome for the rule."""

    rule: str
    title: str
    met: int
    not_met: int
    not_checkable: int
    broken: int


@dataclass(frozen=True, slots=True)
class ConceptFigures:
    """How many submissions leave a concept out, mention it, explain it; a concept counts in each criterion apart."""

    criterion: str
    concept: str
    title: str
    criterion_title: str
    absent: int
    mentioned: int
    explained: int

    @property
    def total(self) -> int:
        """All graded submissions."""
        return self.absent + self.mentioned + self.explained


@dataclass(frozen=True, slots=True)
class Points:
    """Where the marks of a class lie; mean and median are rounded half up to two decimals."""

    mean: Decimal
    median: Decimal
    lowest: Decimal
    highest: Decimal


@dataclass(frozen=True, slots=True)
class Bin:
    """How many marks lie in a tenth of the scale: from ``lower``, to below ``upper``, but the highest bin holds it too.

    Attributes:
        lower: on the rubric's scale.
        upper: on the rubric's scale.
        suggested: number of suggested marks.
        final: number of final marks, also of submissions that have no suggested one.
    """

    lower: Decimal
    upper: Decimal
    suggested: int
    final: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a class.

    Attributes:
        graded: number of submissions with a suggested mark.
        failed: number of those without.
        passed: how many of the graded reach the pass mark.
        review: how many of the graded ask for a person's look.
        decided: how many of all have an instructor's decision.
        points: where the marks lie; ``None`` when nothing was graded.
        rules: in the rubric's order, each rule once.
        concepts: criterion by criterion, in the rubric's order.
        bins: ten of equal width, from 0 to the scale's maximum.
    """

    graded: int
    failed: int
    passed: int
    review: int
    decided: int
    points: Points | None
    rules: tuple[RuleFigures, ...]
    concepts: tuple[ConceptFigures, ...]
    bins: tuple[Bin, ...]


def figures(graded: Sequence[Row], failed: Sequence[FailureView], names: Names) -> Figures:
    """Count and average.

    Args:
        graded: the submissions that have a mark.
        failed: those that have none.
        names: of the rubric that they were graded by.
    """
    finals = [each.final for each in graded if each.final] + [each.final for each in failed if each.final]
    return Figures(
        graded=len(graded),
        failed=len(failed),
        passed=sum(each.passed for each in graded),
        review=sum(bool(each.review) for each in graded),
        decided=len(finals),
        points=_points([each.points for each in graded]) if graded else None,
        rules=_rules(graded, names),
        concepts=_concepts(graded, names),
        bins=_bins(
            [each.points for each in graded],
            [final.points for final in finals],
            Decimal(str(names.rubric.scale.maximum)),
        ),
    )


def _points(marks: Sequence[Decimal]) -> Points:
    return Points(
        mean=_rounded(sum(marks, Decimal(0)) / len(marks)),
        median=_rounded(median(marks)),
        lowest=min(marks),
        highest=max(marks),
    )


def _bins(suggested: Sequence[Decimal], final: Sequence[Decimal], maximum: Decimal) -> tuple[Bin, ...]:
    width = maximum / BINS

    def count(marks: Sequence[Decimal]) -> Counter[int]:
        return Counter(min(BINS - 1, int(mark / width)) for mark in marks)

    first, second = count(suggested), count(final)
    return tuple(Bin(width * place, width * (place + 1), first[place], second[place]) for place in range(BINS))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _rules(graded: Sequence[Row], names: Names) -> tuple[RuleFigures, ...]:
    counts: dict[str, Counter[Outcome]] = {use.rule: Counter() for use in names.rubric.rules}
    for submission in graded:
        for rule, outcome in submission.outcomes:
            counts[rule][outcome] += 1
    return tuple(
        RuleFigures(
            rule,
            names.rule(rule),
            met=count[Outcome.MET],
            not_met=count[Outcome.NOT_MET],
            not_checkable=count[Outcome.NOT_CHECKABLE],
            broken=count[Outcome.BROKEN],
        )
        for rule, count in counts.items()
    )


def _concepts(graded: Sequence[Row], names: Names) -> tuple[ConceptFigures, ...]:
    uses = [(criterion.id, use.concept) for criterion in names.rubric.criteria for use in criterion.concepts]
    counts = [Counter(each.labels[place] for each in graded) for place in range(len(uses))]
    return tuple(
        ConceptFigures(
            criterion,
            concept,
            names.concept(concept),
            names.criterion(criterion),
            absent=count[Label.ABSENT],
            mentioned=count[Label.MENTIONED],
            explained=count[Label.EXPLAINED],
        )
        for (criterion, concept), count in zip(uses, counts, strict=True)
    )
