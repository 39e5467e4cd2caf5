"""The whole of what is suggested for one submission, and for a group of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from grader.errors import Value
from grader.records.document import Notice
from grader.records.entry import Entry
from grader.records.essay import Essay
from grader.records.finding import Finding
from grader.records.moderation import Moderation
from grader.records.participant import Participant
from grader.records.score import CriterionScore


@dataclass(frozen=True, slots=True)
class Deduction:
    """What a rule not met costs.

    Attributes:
        rule: name of the rule.
        points: taken from the sum; 0 when the rule only caps.
        cap: the total can be no higher; ``None`` when the rule only deducts.
    """

    rule: str
    points: float
    cap: float | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The suggested mark; a person decides.

    ``points = clamp(min(raw - sum of deductions, lowest cap), 0, maximum)``, rounded half up to two decimals.

    Attributes:
        raw: sum of the criteria's points.
        deductions: in the rubric's order.
        points: the suggested mark.
        maximum: the most that can be reached.
        band: id of the band that the points fall into.
        passed: whether the points reach the pass mark.
    """

    raw: float
    deductions: tuple[Deduction, ...]
    points: float
    maximum: float
    band: str
    passed: bool


@dataclass(frozen=True, slots=True)
class ReviewReason:
    """Why a person should look: a key ``review.{code}`` in ``wording`` and its values."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """A graded submission.

    Attributes:
        essay: what was graded (reports show the evidence in its text).
        participant: as far as known.
        findings: of the rubric's rules, in the rubric's order.
        criteria: in the rubric's order.
        notices: of the reader and of the integrity checks.
        suggested: the suggested mark.
        review: why a person should look first; empty when nothing asks for it.
    """

    essay: Essay
    participant: Participant
    findings: tuple[Finding, ...]
    criteria: tuple[CriterionScore, ...]
    notices: tuple[Notice, ...]
    suggested: Suggestion
    review: tuple[ReviewReason, ...]

    @property
    def name(self) -> str:
        """The submission's name."""
        return self.essay.document.name


@dataclass(frozen=True, slots=True)
class Failure:
    """A submission that could not be read or graded, with its reason.

    Attributes:
        name: as in `Document.name`.
        sha256: of the bytes, ``None`` when they could not be read.
        code: of the error.
        values: of the error.
    """

    name: str
    sha256: str | None
    code: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Cohort:
    """The submissions of one run, in order of name.

    Attributes:
        results: assessments and failures; can be gone through again and again, and may come from disk one at a time.
        left_out: names of files that are no submissions (temporary and system files), and so were not looked at.
        entries: by name, how submissions were handed in, as far as that tells more than their names.
        moderations: the instructors' decisions, in the order in which they were taken.
        pending: submissions that are still to be graded, when the run was interrupted.
        without_text: ``results`` once more, their essays without blocks and parts, where those come from disk cheaper;
            ``None`` where they do not.
    """

    results: Iterable[Assessment | Failure]
    left_out: tuple[str, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    moderations: tuple[Moderation, ...] = ()
    pending: int = 0
    without_text: Iterable[Assessment | Failure] | None = None

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Those that were graded, all at once."""
        return tuple(result for result in self.results if isinstance(result, Assessment))

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Those that were not, all at once."""
        return tuple(result for result in self.results if isinstance(result, Failure))
