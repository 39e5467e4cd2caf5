"""What a submission is held to and does not keep, as programs count it: the ground of all formats for CI; pure.

Only what a participant may read is in here: rules, notices, and why a file could not be read. Neither phrases nor
similarity nor confidence, and no concept: that an essay leaves one out costs points, but is no fault of its form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from grader.records.finding import Outcome, Severity
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.participant.view import participant_view
from grader.reports.row import FailureView
from grader.reports.submission import NoticeView, SubmissionView
from grader.reports.view import CohortView

MIN_SCORE: Final = "min-score"
"""What a mark below the one asked for is called; stands beside the names of rules."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What formats for CI must know besides the cohort.

    Attributes:
        paths: by a submission's name, its file as an annotation must name it: relative to where the program was
            started where that can be, with ``/``. A submission that is not in here goes by its name.
        min_score: the mark that was asked for; ``None`` when none was.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    min_score: float | None = None

    def path(self, name: str) -> str:
        """The file of a submission, exactly as the system names it (not made safe to show)."""
        return self.paths.get(name, name)


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that a person or a build should stop at.

    Attributes:
        rule: name of a rule, code of a notice or of an error, or ``min-score``.
        severity: error, warning or suggestion.
        reason: which of the rule's sentences it is; the same fault has the same reason wherever it stands.
        message: in words, one line, safe to show.
        paragraph: 1-based number of the block in the file; ``None`` when the whole file is meant.
    """

    rule: str
    severity: Severity
    reason: str
    message: str
    paragraph: int | None = None

    @property
    def line(self) -> int:
        """Where an editor or a page of changes puts it: the paragraph, or the file's first line."""
        return max(1, self.paragraph or 1)


def name_of(result: SubmissionView | FailureView) -> str:
    """A submission's name as in `Document.name`."""
    return result.record.name


def issues_of(result: SubmissionView | FailureView, names: Names, asked: Asked) -> Iterator[Issue]:
    """Everything that one submission should be stopped at, in a fixed order.

    An unreadable file is one error. Else: rules not met, as grave as the rubric has them, and rules that failed
    themselves (a warning); a mark below the one asked for (an error; the mark itself is not told); notices (a warning,
    or a suggestion when they only inform).
    """
    if isinstance(result, FailureView):
        code = result.record.code
        yield Issue(code, Severity.ERROR, code, unreadable(result, names))
        return
    for finding in result.findings:
        record = finding.record
        if record.outcome in (Outcome.NOT_MET, Outcome.BROKEN):
            severity = record.severity if record.outcome is Outcome.NOT_MET else Severity.WARNING
            paragraph = record.place.paragraph if record.place else None
            yield Issue(record.rule, severity, record.reason, f"{finding.rule}: {finding.message}", paragraph)
    if asked.min_score is not None and is_below(result, asked.min_score):
        yield Issue(MIN_SCORE, Severity.ERROR, MIN_SCORE, too_low(names, asked.min_score))
    for notice in result.notices:
        grave = Severity.WARNING if notice.record.severity == "warning" else Severity.SUGGESTION
        yield Issue(notice.record.code, grave, notice.record.code, noticed(notice, names))


def unreadable(result: FailureView, names: Names) -> str:
    """Why a file could not be graded and what to do, told to the one who handed it in."""
    told = participant_view(result, names).problem
    return " ".join(told or (result.message, result.hint))


def noticed(notice: NoticeView, names: Names) -> str:
    """A notice as participants are told it: without figures that the rubric's passages were measured by."""
    return safe.text(names.voice.say(f"participant.notice.{notice.record.code}", notice.record.values))


def is_below(result: SubmissionView, min_score: float) -> bool:
    """Whether the suggested mark, before anything is rounded for show, is below the one asked for."""
    return result.record.suggested.points < min_score


def too_low(names: Names, min_score: float) -> str:
    """The sentence for a mark below the one asked for."""
    return safe.text(names.voice.say("ci.min-score", minimum=min_score))


def of_all(view: CohortView, asked: Asked) -> Iterator[tuple[str, Issue]]:
    """The issues of all submissions, each with the path of its file, one submission at a time."""
    for result in view.results:
        path = asked.path(name_of(result))
        for issue in issues_of(result, view.names, asked):
            yield path, issue
