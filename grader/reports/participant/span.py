"""Between which marks a submission probably lies: what a participant is shown in place of a suggested mark; pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from grader.records.assessment import Assessment, Suggestion
from grader.records.score import ConceptScore, CriterionScore, Label
from grader.rubric.schema import Credits

CAUTION: Final = 1.25
"""By how much a label is taken to be less sure than its confidence says; set on the sample essays, see `mark_span`."""
LEAST: Final = 0.03
"""Share of the scale that a bound lies away from the suggested mark at least: two experts agree no better."""
TURNED: Final = 0.5
"""The least risk that a label is too high where a quote may say the opposite of its concept."""


@dataclass(frozen=True, slots=True)
class MarkSpan:
    """Whole points, ``0 <= low <= high <= maximum``; both bounds inclusive."""

    low: int
    high: int
    maximum: int


def mark_span(assessment: Assessment, credits: Credits) -> MarkSpan:
    """The range in which the mark probably lies.

    The question behind each bound: what would the mark be if every label that is wrong were wrong in the same
    direction? For each concept, with ``risk = min(1, CAUTION * (1 - confidence))``,

    - low credit  = credit - risk * (credit - credit of the label below),
    - high credit = credit + risk * (credit of the label above - credit),

    where below *absent* and above *explained* there is the label itself, whose own credit a doubtful one may not have
    reached. A quote that may contradict its concept makes the risk downwards at least `TURNED`. The rubric's own
    arithmetic follows, once with all low and once with all high credits: ``maximum * min(1, sum(weight * credit) /
    (full_at * sum(weight)))`` for each criterion, their sum less the deductions for rules not met, the lowest cap, and
    the limits of the scale. Each bound lies at least `LEAST` of the scale away from the suggested mark, and is rounded
    outwards to whole points.

    The direction is pessimistic and the amount is an expected one, so this is no interval of confidence. On the 36
    labelled samples that a rubric for grading fits, 31 marks by the expert's labels lie inside (26 of 28 essays of the
    three rubrics that come along, 5 of 8 on a subject that nothing was learned of), and they are 25 points wide on
    average. Both constants were chosen on these samples; ``tests/reports/participant/test_span.py`` holds the share.

    Args:
        assessment: what was graded; its confidences, labels and credits are used.
        credits: what each label earns, from the rubric it was graded by.
    """
    suggested = assessment.suggested
    margin = LEAST * suggested.maximum
    low = min(_total(assessment.criteria, suggested, credits, -1), max(suggested.points - margin, 0.0))
    high = max(
        _total(assessment.criteria, suggested, credits, +1),
        min(suggested.points + margin, suggested.maximum),
    )
    maximum = math.floor(suggested.maximum)
    return MarkSpan(min(_outwards(low, -1), maximum), min(_outwards(high, +1), maximum), maximum)


def _total(criteria: Iterable[CriterionScore], suggested: Suggestion, credits: Credits, direction: int) -> float:
    raw = sum(_points(criterion, credits, direction) for criterion in criteria)
    raw -= sum(deduction.points for deduction in suggested.deductions)
    caps = [deduction.cap for deduction in suggested.deductions if deduction.cap is not None]
    return min(max(min([raw, *caps]), 0.0), suggested.maximum)


def _points(criterion: CriterionScore, credits: Credits, direction: int) -> float:
    weights = sum(concept.weight for concept in criterion.concepts)
    share = sum(concept.weight * _credit(concept, credits, direction) for concept in criterion.concepts) / weights
    return criterion.maximum * min(1.0, share / criterion.full_at)


def _credit(concept: ConceptScore, credits: Credits, direction: int) -> float:
    earned = {Label.ABSENT: 0.0, Label.MENTIONED: credits.mentioned, Label.EXPLAINED: credits.explained}
    next_label = Label(min(max(concept.label + direction, Label.ABSENT), Label.EXPLAINED))
    # A credit between two labels may already lie beyond the next label's own; then nothing changes.
    distance = direction * max(direction * (earned[next_label] - concept.credit), 0.0)
    risk = min(1.0, CAUTION * (1.0 - concept.confidence))
    if direction < 0 and "contradiction" in concept.doubts:
        risk = max(risk, TURNED)
    return concept.credit + risk * distance


def _outwards(value: float, direction: int) -> int:
    """To whole points, away from the middle; noise of binary fractions is taken off first."""
    steady = round(value, 6)
    return math.floor(steady) if direction < 0 else math.ceil(steady)
