"""One submission as every report shows it: words for ids, and sums that add up."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cached_property
from itertools import count

from grader.records.assessment import Assessment, Failure
from grader.records.document import Notice
from grader.records.entry import Entry
from grader.records.finding import Finding, Outcome
from grader.records.moderation import Moderation
from grader.records.participant import Participant
from grader.reports import safe
from grader.reports.arithmetic import Sum, cents, total_sum
from grader.reports.criterion import ConceptView, CriterionView, Line, criterion_view, lines
from grader.reports.names import Names
from grader.reports.row import FailureView, Row, final_view, worst
from grader.wording.explain import explain_error


@dataclass(frozen=True, slots=True)
class FindingView:
    """A rule's outcome in words."""

    rule: str
    outcome: str
    severity: str
    message: str
    place: str
    record: Finding


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice in words."""

    severity: str
    message: str
    record: Notice


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of one role that are not counted."""

    role: str
    title: str
    words: int


@dataclass(frozen=True)  # without slots, so that what is made when it is asked for can be kept
class SubmissionView(Row):
    """A graded submission in full.

    What fills pages only is put into words when it is asked for: most of the work, and many a run writes no page.

    Attributes:
        left_out: words left out, by role.
        findings: in the rubric's order.
        notices: of reader and integrity checks.
        names: words for ids.
        total: how the mark adds up.
        record: what all this is made from.
    """

    left_out: tuple[LeftOut, ...]
    findings: tuple[FindingView, ...]
    notices: tuple[NoticeView, ...]
    names: Names
    total: Sum
    record: Assessment

    @cached_property
    def words_text(self) -> str:
        """Words counted and left out, in a sentence."""
        return _words(self.words, self.left_out, self.names)

    @cached_property
    def criteria(self) -> tuple[CriterionView, ...]:
        """The criteria in the rubric's order."""
        numbers = (count(1), count(1))
        return tuple(criterion_view(each, self.names, *numbers) for each in self.record.criteria)

    @property
    def subtotal(self) -> Decimal:
        """What the criteria come to."""
        return self.total.parts_total

    @cached_property
    def changes(self) -> tuple[Line, ...]:
        """Deductions, cap, rounding, if any; with ``subtotal`` they add up to ``points``."""
        return lines(self.total, self.names)

    @property
    def concepts(self) -> tuple[ConceptView, ...]:
        """All concepts, criterion by criterion."""
        return tuple(concept for criterion in self.criteria for concept in criterion.concepts)

    @property
    def row(self) -> Row:
        """What is to be kept of it."""
        return Row(**{each.name: getattr(self, each.name) for each in fields(Row)})


def submission_view(
    number: int, assessment: Assessment, names: Names, entry: Entry | None = None, decided: Moderation | None = None
) -> SubmissionView:
    """Everything that a report says of a graded submission.

    Args:
        number: 1-based place in the cohort.
        assessment: what was graded.
        names: words for ids.
        entry: how it was handed in.
        decided: the latest decision on it.
    """
    suggested = assessment.suggested
    total = total_sum(assessment.criteria, suggested)
    findings = tuple(_finding(each, names) for each in assessment.findings)
    not_met = dict.fromkeys(each.rule for each in findings if each.record.outcome is Outcome.NOT_MET)
    words = assessment.essay.words
    left_out = tuple(LeftOut(role, names.role(role), number) for role, number in words.left_out.items() if number)
    return SubmissionView(
        number=number,
        name=assessment.name,
        file=safe.file_name(assessment.name),
        participant=safe.text(assessment.participant.name or ""),
        participant_id=safe.text(assessment.participant.id or ""),
        words=words.counted,
        words_left_out=sum(each.words for each in left_out),
        not_met=tuple(not_met),
        points=total.total,
        maximum=cents(suggested.maximum),
        band=names.band(suggested.band),
        passed=suggested.passed,
        review=tuple(names.review(each, assessment.notices) for each in assessment.review),
        labels=tuple(concept.label for criterion in assessment.criteria for concept in criterion.concepts),
        outcomes=worst(assessment.findings),
        missed=frozenset(each.severity for each in assessment.findings if each.outcome is Outcome.NOT_MET),
        earlier=_earlier(entry),
        final=final_view(decided, suggested, assessment.essay.document.sha256, names),
        left_out=left_out,
        findings=findings,
        notices=tuple(
            NoticeView(names.voice.say(f"report.notice.{each.severity}"), names.notice(each), each)
            for each in assessment.notices
        ),
        names=names,
        total=total,
        record=assessment,
    )


def failure_view(
    number: int, failure: Failure, names: Names, entry: Entry | None = None, decided: Moderation | None = None
) -> FailureView:
    """What a report says of a submission that could not be graded; the arguments are those of `submission_view`."""
    message, hint = explain_error(names.voice, failure.code, failure.values)
    participant = entry.participant if entry else Participant()
    return FailureView(
        number=number,
        file=safe.file_name(failure.name),
        participant=safe.text(participant.name or ""),
        participant_id=safe.text(participant.id or ""),
        message=safe.text(message),
        hint=safe.text(hint),
        earlier=_earlier(entry),
        final=final_view(decided, None, failure.sha256, names),
        record=failure,
    )


def _earlier(entry: Entry | None) -> tuple[str, ...]:
    return tuple(safe.file_name(name) for name in entry.earlier) if entry else ()


def _words(counted: int, left_out: tuple[LeftOut, ...], names: Names) -> str:
    say = names.voice.say
    sentence = say("report.words", words=counted)
    if not left_out:
        return sentence
    parts = tuple(say("report.words.role", words=each.words, role=each.title) for each in left_out)
    return f"{sentence} {say('report.words.left_out', parts=parts)}"


def _finding(finding: Finding, names: Names) -> FindingView:
    return FindingView(
        rule=names.rule(finding.rule),
        outcome=names.outcome(finding.outcome),
        severity=names.severity(finding.severity),
        message=names.finding(finding),
        # some sentences tell the place themselves
        place="" if "paragraph" in finding.values else names.place(finding.place),
        record=finding,
    )
