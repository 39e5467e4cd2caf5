"""The sums behind a mark, written so that what is printed adds up to the last digit.

Every step is rounded half up to two decimals before it is shown. Where rounded steps miss the rounded result, the
difference is a step of its own; so are caps and lower limits. The steps' amounts therefore always add up to the total.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from grader.records.assessment import Suggestion
from grader.records.score import CriterionScore

ZERO: Final = Decimal("0.00")
_EXACT_ENOUGH: Final = Decimal("0.000000001")  # takes off the noise of binary fractions before rounding half up


def cents(value: float) -> Decimal:
    """Rounded half up to two decimals, as a person with a pencil would (2.675 is 2.68)."""
    exact = Decimal(repr(float(value))).quantize(_EXACT_ENOUGH, ROUND_HALF_UP)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP) + ZERO  # no negative zero


class StepKind(StrEnum):
    """What a step does to the sum."""

    PART = "part"
    DEDUCTION = "deduction"
    CAP = "cap"
    FLOOR = "floor"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a sum.

    Attributes:
        kind: what it does.
        amount: added to the sum; negative for deductions and caps.
        subject: id of the concept, criterion or rule that it is about; empty when there is none.
        limit: the cap's value, for caps.
    """

    kind: StepKind
    amount: Decimal
    subject: str = ""
    limit: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """Steps and what they come to: ``sum(step.amount) == total``, always."""

    steps: tuple[Step, ...]
    total: Decimal

    @property
    def parts(self) -> tuple[Step, ...]:
        """The steps that stand for a concept or criterion."""
        return tuple(step for step in self.steps if step.kind is StepKind.PART)

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps after the parts: deductions, caps, rounding."""
        return tuple(step for step in self.steps if step.kind is not StepKind.PART)

    @property
    def parts_total(self) -> Decimal:
        """What the parts alone come to."""
        return sum((step.amount for step in self.parts), ZERO)


def criterion_sum(score: CriterionScore) -> Sum:
    """A criterion's points from those of its concepts.

    What the concepts earn above the criterion's maximum (``full_at`` below 1) is taken off as a cap.
    """
    steps = [Step(StepKind.PART, cents(each.points), each.concept) for each in score.concepts]
    earned = sum((step.amount for step in steps), ZERO)
    maximum, total = cents(score.maximum), cents(score.points)
    if earned > maximum and total == maximum:
        steps.append(Step(StepKind.CAP, maximum - earned, score.criterion, maximum))
    return _closed(steps, total)


def total_sum(criteria: tuple[CriterionScore, ...], suggested: Suggestion) -> Sum:
    """The suggested mark from the criteria's points, deductions, the lowest cap, and the limits of the scale."""
    steps = [Step(StepKind.PART, cents(each.points), each.criterion) for each in criteria]
    steps += [Step(StepKind.DEDUCTION, -cents(each.points), each.rule) for each in suggested.deductions if each.points]
    running = sum((step.amount for step in steps), ZERO)
    caps = [(each.cap, each.rule) for each in suggested.deductions if each.cap is not None]
    if caps:
        lowest, rule = min(caps, key=lambda cap: cap[0])
        if running > cents(lowest):
            steps.append(Step(StepKind.CAP, cents(lowest) - running, rule, cents(lowest)))
            running = cents(lowest)
    if running < ZERO:
        steps.append(Step(StepKind.FLOOR, -running))
    elif running > cents(suggested.maximum):
        steps.append(Step(StepKind.CAP, cents(suggested.maximum) - running, "", cents(suggested.maximum)))
    return _closed(steps, cents(suggested.points))


def _closed(steps: list[Step], total: Decimal) -> Sum:
    difference = total - sum((step.amount for step in steps), ZERO)
    if difference:
        steps = [*steps, Step(StepKind.ROUNDING, difference)]
    return Sum(tuple(steps), total)
