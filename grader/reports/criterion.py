"""One criterion of a submission as every report shows it: its concepts, their evidence, and how its points add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from grader.records.score import ConceptScore, CriterionScore, Evidence, Label
from grader.reports import safe
from grader.reports.arithmetic import Step, StepKind, Sum, cents, criterion_sum
from grader.reports.names import Names


@dataclass(frozen=True, slots=True)
class Line:
    """A step of a sum in words; ``amount`` is signed and rounded to two decimals."""

    text: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A quotation with its number within the submission (1-based, in the order of criteria and concepts)."""

    number: int
    quote: str
    place: str
    record: Evidence


@dataclass(frozen=True, slots=True)
class ConceptView:
    """A concept's label, with what it rests on.

    Attributes:
        number: 1-based within the submission.
        title: in words.
        level: the label in words.
        confidence: as a percentage, in words.
        sum: ``credit x weight`` in words.
        amount: points, rounded.
        doubts: sentences.
        evidence: the best first.
        record: what all this is made from.
    """

    number: int
    title: str
    level: str
    confidence: str
    sum: str
    amount: Decimal
    doubts: tuple[str, ...]
    evidence: tuple[EvidenceView, ...]
    record: ConceptScore

    @property
    def label(self) -> Label:
        """Absent, mentioned or explained."""
        return self.record.label


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion: its concepts' amounts and the changes add up to ``points``.

    Attributes:
        title: in words.
        concepts: in the rubric's order.
        subtotal: what the concepts come to.
        changes: cap and rounding, if any.
        points: earned.
        maximum: weight in the rubric.
        full_at: in words when less than all coverage earns all points, else empty.
        record: what all this is made from.
    """

    title: str
    concepts: tuple[ConceptView, ...]
    subtotal: Decimal
    changes: tuple[Line, ...]
    points: Decimal
    maximum: Decimal
    full_at: str
    record: CriterionScore


def criterion_view(
    score: CriterionScore, names: Names, concepts: Iterator[int], quotes: Iterator[int]
) -> CriterionView:
    """Everything that a report says of a criterion.

    Args:
        score: what was graded.
        names: words for ids.
        concepts: numbers for its concepts, which go on from criterion to criterion.
        quotes: numbers for its quotations, likewise.
    """
    total = criterion_sum(score)
    amounts = [step.amount for step in total.parts]
    return CriterionView(
        title=names.criterion(score.criterion),
        concepts=tuple(
            _concept(next(concepts), each, amount, names, quotes)
            for each, amount in zip(score.concepts, amounts, strict=True)
        ),
        subtotal=total.parts_total,
        changes=lines(total, names),
        points=total.total,
        maximum=cents(score.maximum),
        full_at=names.share(score.full_at) if score.full_at < 1 else "",
        record=score,
    )


def _concept(number: int, score: ConceptScore, amount: Decimal, names: Names, quotes: Iterator[int]) -> ConceptView:
    return ConceptView(
        number=number,
        title=names.concept(score.concept),
        level=names.voice.say(f"label.{score.label.level}"),
        confidence=names.share(score.confidence),
        sum=names.voice.say("report.concept.sum", credit=score.credit, weight=score.weight),
        amount=amount,
        doubts=tuple(names.voice.say(f"doubt.{doubt}") for doubt in score.doubts),
        evidence=tuple(
            EvidenceView(next(quotes), safe.text(each.quote), names.place(each.place), each) for each in score.evidence
        ),
        record=score,
    )


def lines(total: Sum, names: Names) -> tuple[Line, ...]:
    """The changes of a sum in words: deductions, caps and rounding, in their order."""
    return tuple(Line(_step(step, names), step.amount) for step in total.changes)


def _step(step: Step, names: Names) -> str:
    if step.kind is StepKind.DEDUCTION:
        return names.voice.say("report.step.deduction", rule=names.rule(step.subject))
    if step.kind is StepKind.CAP and step.limit is not None:
        limit = names.mark(step.limit)
        if any(step.subject == criterion.id for criterion in names.rubric.criteria):
            return names.voice.say("report.step.cap.criterion", limit=limit)
        if step.subject:
            return names.voice.say("report.step.cap.rule", limit=limit, rule=names.rule(step.subject))
        return names.voice.say("report.step.cap.scale", limit=limit)
    return names.voice.say(f"report.step.{step.kind}")
