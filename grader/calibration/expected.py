"""What a rubric says of samples, held against what was said when somebody last accepted it; pure.

A *state* is the little that matters of one graded sample: mark, labels, outcomes of rules. A mark may move within a
range; a label or an outcome may not move at all without somebody looking, since each is a step that a participant sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from grader.records.agreement import ExpertLabel, Scores
from grader.records.assessment import Assessment, Failure
from grader.records.finding import Outcome
from grader.records.score import Label

WITHIN: Final = 5.0
"""How far a mark may move, in points, where nobody has set another range."""

DEFECT: Final = "G9"
"""How codes of errors begin that are defects of the program."""

_NOISE: Final = 1e-6  # marks are rounded to two decimals; a range's end belongs to it

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class State:
    """What is said of one sample.

    Attributes:
        mark: the suggested mark; ``None`` when the sample could not be graded.
        labels: by concept, in the rubric's order.
        findings: by rule, in the rubric's order; a rule used again is ``name#2``.
        error: code of why it could not be graded; empty when it was.
    """

    mark: float | None
    labels: Mapping[str, Label] = field(default_factory=dict)
    findings: Mapping[str, Outcome] = field(default_factory=dict)
    error: str = ""

    @property
    def defect(self) -> bool:
        """Whether the program itself failed: nothing that anybody should accept."""
        return self.error.startswith(DEFECT) or Outcome.BROKEN in self.findings.values()


@dataclass(frozen=True, slots=True)
class Accepted:
    """The state that was accepted for a sample, and how far its mark may be from it, in points."""

    state: State
    within: float = WITHIN


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """One thing that is not as it was accepted; ``None`` on a side where it is not there at all."""

    subject: str
    before: T | None
    after: T | None


@dataclass(frozen=True, slots=True)
class LabelChange(Change[Label]):
    """A label that has changed.

    Attributes:
        expert: what the expert says, where there is a label of theirs.
    """

    expert: Label | None = None

    @property
    def nearer(self) -> int:
        """1 when the change leads toward the expert's label, -1 when away from it, else 0."""
        if self.expert is None or self.before is None or self.after is None:
            return 0
        step = abs(self.before - self.expert) - abs(self.after - self.expert)
        return (step > 0) - (step < 0)


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample before and after.

    Attributes:
        name: as in `Document.name`.
        accepted: ``None`` when it is new.
        now: ``None`` when it is gone.
        labels: those that have changed.
        findings: those that have changed.
    """

    name: str
    accepted: Accepted | None
    now: State | None
    labels: tuple[LabelChange, ...] = ()
    findings: tuple[Change[Outcome], ...] = ()

    @property
    def shift(self) -> float | None:
        """Points by which the mark has moved; ``None`` without a mark on both sides."""
        if self.accepted is None or self.now is None or self.accepted.state.mark is None or self.now.mark is None:
            return None
        return round(self.now.mark - self.accepted.state.mark, 2)

    @property
    def in_range(self) -> bool:
        """Whether there is a mark on both sides, and the new one within the range of the old."""
        return self.accepted is not None and self.shift is not None and abs(self.shift) <= self.accepted.within + _NOISE

    @property
    def moved(self) -> bool:
        """Whether anything at all is not as it was accepted."""
        return self.outside or bool(self.shift)

    @property
    def outside(self) -> bool:
        """Whether somebody must look: a mark out of its range, a changed label, finding or error; new or gone."""
        if self.accepted is None or self.now is None or self.now.defect:
            return True
        if self.accepted.state.error or self.now.error:
            return self.accepted.state.error != self.now.error
        return not self.in_range or bool(self.labels or self.findings)


@dataclass(frozen=True, slots=True)
class Movement:
    """All samples, in order of name.

    Attributes:
        samples: before and after.
        before: how far the accepted labels agree with an expert's; ``None`` without any of them.
        after: how far the new ones do.
    """

    samples: tuple[Sample, ...]
    before: Scores | None = None
    after: Scores | None = None

    @property
    def moved(self) -> tuple[Sample, ...]:
        """Those with anything to tell."""
        return tuple(each for each in self.samples if each.moved)

    @property
    def outside(self) -> tuple[Sample, ...]:
        """Those that somebody must look at."""
        return tuple(each for each in self.samples if each.outside)

    @property
    def shifts(self) -> tuple[tuple[str, float, float], ...]:
        """Name, mark before and mark after of every sample that has both."""
        return tuple(
            (each.name, each.accepted.state.mark, each.now.mark)
            for each in self.samples
            if each.accepted and each.now and each.accepted.state.mark is not None and each.now.mark is not None
        )


def state_of(result: Assessment | Failure) -> State:
    """The state of a graded sample, or of one that could not be graded."""
    if isinstance(result, Failure):
        return State(None, error=result.code)
    labels = {score.concept: score.label for criterion in reversed(result.criteria) for score in criterion.concepts}
    order = dict.fromkeys(score.concept for criterion in result.criteria for score in criterion.concepts)
    uses: Counter[str] = Counter()
    findings = {}
    for finding in result.findings:
        uses[finding.rule] += 1
        name = finding.rule if uses[finding.rule] == 1 else f"{finding.rule}#{uses[finding.rule]}"
        findings[name] = finding.outcome
    return State(result.suggested.points, {concept: labels[concept] for concept in order}, findings)


def compare(accepted: Mapping[str, Accepted], now: Mapping[str, State], labels: Iterable[ExpertLabel] = ()) -> Movement:
    """Hold what is said now against what was accepted.

    Args:
        accepted: by name of sample.
        now: by name of sample.
        labels: an expert's, if there are any; those about what is in neither are passed over.
    """
    expert = {(each.document, each.concept): each.label for each in labels}
    samples = tuple(_sample(name, accepted.get(name), now.get(name), expert) for name in sorted({*accepted, *now}))
    if not expert:
        return Movement(samples)
    then = {name: each.state for name, each in accepted.items()}
    return Movement(samples, _agreement(then, expert), _agreement(now, expert))


def renew(accepted: Mapping[str, Accepted], now: Mapping[str, State]) -> dict[str, Accepted]:
    """What is said now as the accepted state; ranges of samples that were there before stay as they are."""
    return {name: Accepted(now[name], accepted[name].within if name in accepted else WITHIN) for name in sorted(now)}


def _sample(name: str, accepted: Accepted | None, now: State | None, expert: Mapping[tuple[str, str], Label]) -> Sample:
    if accepted is None or now is None or accepted.state.error or now.error:
        return Sample(name, accepted, now)
    labels = tuple(
        LabelChange(each.subject, each.before, each.after, expert.get((name, each.subject)))
        for each in _changes(accepted.state.labels, now.labels)
    )
    return Sample(name, accepted, now, labels, tuple(_changes(accepted.state.findings, now.findings)))


def _changes(before: Mapping[str, T], after: Mapping[str, T]) -> Sequence[Change[T]]:
    """What differs, in the order of what is said now; what is no longer said comes last."""
    subjects = dict.fromkeys([*after, *before])
    return [Change(one, before.get(one), after.get(one)) for one in subjects if before.get(one) != after.get(one)]


def _agreement(states: Mapping[str, State], expert: Mapping[tuple[str, str], Label]) -> Scores:
    from grader.calibration.measures import confusion, scores  # scikit-learn, only where there are labels to compare

    return scores(
        confusion(
            (label, states[name].labels[concept])
            for (name, concept), label in expert.items()
            if name in states and concept in states[name].labels
        )
    )
