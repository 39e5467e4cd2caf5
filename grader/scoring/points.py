"""From labels to points: each sum is worked out once, here, and shown line by line in every report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from grader.records.assessment import Deduction, Suggestion
from grader.records.finding import Finding, Outcome
from grader.records.score import ConceptScore, CriterionScore
from grader.rubric.bands import band_of
from grader.rubric.schema import Credits, Criterion, Rubric
from grader.scoring.coverage import Coverage

_CENT = Decimal("0.01")


def rounded(value: float) -> float:
    """Two decimals, half up, as marks are rounded by hand.

    The shortest decimal that stands for the number is rounded, so 0.125 and 1.005 go up as they read.
    """
    return float(Decimal(repr(value)).quantize(_CENT, rounding=ROUND_HALF_UP))


CLOSE = 0.25
"""How near to the next label an expected label must be, to earn a part of what that one earns."""


def credit_of(expected: float, credits: Credits) -> float:
    """The share of a concept's weight that is earned, 0 to 1, rounded to two decimals.

    A label that is clear earns its credit. Within `CLOSE` of the border to another label, credit goes from the one to
    the other in a straight line: an essay must not lose ten points because one label fell just on the other side.

    Args:
        expected: the expected label, 0 (absent) to 2 (explained); borders are at one half and one and a half.
        credits: what each label earns.
    """
    at = (0.5 - CLOSE, 0.5 + CLOSE, 1.5 - CLOSE, 1.5 + CLOSE)
    return rounded(float(np.interp(expected, at, (0.0, credits.mentioned, credits.mentioned, credits.explained))))


def score_criterion(criterion: Criterion, credits: Credits, coverage: Mapping[str, Coverage]) -> CriterionScore:
    """Points of one criterion; the formula stands in `grader.records.score.CriterionScore`.

    Args:
        criterion: from the rubric.
        credits: what each label earns.
        coverage: of at least this criterion's concepts, by id.
    """
    weights = sum(use.weight for use in criterion.concepts)
    concepts = []
    for use in criterion.concepts:
        found = coverage[use.concept]
        credit = credit_of(found.expected, credits)
        concepts.append(
            ConceptScore(
                concept=use.concept,
                label=found.label,
                confidence=found.confidence,
                evidence=found.evidence,
                weight=use.weight,
                credit=credit,
                points=criterion.weight * use.weight * credit / (criterion.full_at * weights),
                doubts=found.doubts,
            )
        )
    share = sum(concept.weight * concept.credit for concept in concepts) / weights
    return CriterionScore(
        criterion=criterion.id,
        maximum=criterion.weight,
        points=rounded(criterion.weight * min(1.0, share / criterion.full_at)),
        coverage=share,
        full_at=criterion.full_at,
        concepts=tuple(concepts),
    )


def suggest(rubric: Rubric, criteria: Sequence[CriterionScore], findings: Sequence[Finding]) -> Suggestion:
    """The suggested mark; the formula stands in `grader.records.assessment.Suggestion`.

    Only a rule that is *not met* costs anything: what could not be checked is left to a person.

    Args:
        rubric: its rules stand in the order of ``findings``.
        criteria: scored.
        findings: one for each of the rubric's rules.
    """
    deductions = tuple(
        Deduction(use.rule, use.deduct, use.cap)
        for use, finding in zip(rubric.rules, findings, strict=True)
        if finding.outcome is Outcome.NOT_MET and (use.deduct or use.cap is not None)
    )
    raw = rounded(sum(criterion.points for criterion in criteria))
    caps = [deduction.cap for deduction in deductions if deduction.cap is not None]
    lowered = min([raw - sum(deduction.points for deduction in deductions), *caps])
    points = rounded(min(max(lowered, 0.0), rubric.scale.maximum))
    return Suggestion(
        raw=raw,
        deductions=deductions,
        points=points,
        maximum=rubric.scale.maximum,
        band=band_of(points, rubric.bands).id,
        passed=points >= rubric.scale.pass_mark,
    )
