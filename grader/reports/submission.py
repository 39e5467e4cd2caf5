"""One submission as every report shows it: words for ids, and sums that add up."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import count

from grader.records.assessment import Assessment, Failure
from grader.records.document import Notice
from grader.records.entry import Entry
from grader.records.finding import Finding, Outcome
from grader.records.moderation import Moderation
from grader.records.participant import Participant
from grader.reports import safe
from grader.reports.arithmetic import cents, total_sum
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


@dataclass(frozen=True, slots=True)
class SubmissionView(Row):
    """A graded submission in full.

    Attributes:
        left_out: words left out, by role.
        words_text: words counted and left out, in a sentence.
        criteria: in the rubric's order.
        subtotal: what the criteria come to.
        changes: deductions, cap, rounding, if any; with ``subtotal`` they add up to ``points``.
        findings: in the rubric's order.
        notices: of reader and integrity checks.
        record: what all this is made from.
    """

    left_out: tuple[LeftOut, ...]
    words_text: str
    criteria: tuple[CriterionView, ...]
    subtotal: Decimal
    changes: tuple[Line, ...]
    findings: tuple[FindingView, ...]
    notices: tuple[NoticeView, ...]
    record: Assessment

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
    numbers = (count(1), count(1))
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
        words_text=_words(words.counted, left_out, names),
        criteria=tuple(criterion_view(each, names, *numbers) for each in assessment.criteria),
        subtotal=total.parts_total,
        changes=lines(total, names),
        findings=findings,
        notices=tuple(
            NoticeView(names.voice.say(f"report.notice.{each.severity}"), names.notice(each), each)
            for each in assessment.notices
        ),
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
        outcome=names.voice.say(f"outcome.{finding.outcome}"),
        severity=names.voice.say(f"severity.{finding.severity}"),
        message=names.finding(finding),
        # some sentences tell the place themselves
        place="" if "paragraph" in finding.values else names.place(finding.place),
        record=finding,
    )
