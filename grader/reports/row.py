"""A submission's row: what tables and figures need of it, small enough to be kept for every one of a large class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from grader.records.assessment import Failure, Suggestion
from grader.records.finding import Finding, Outcome, Severity
from grader.records.moderation import Moderation
from grader.records.score import Label
from grader.reports import safe
from grader.reports.arithmetic import cents
from grader.reports.names import Names
from grader.rubric.bands import band_of

WORST_FIRST = (Outcome.BROKEN, Outcome.NOT_MET, Outcome.NOT_CHECKABLE, Outcome.MET)


@dataclass(frozen=True, slots=True)
class FinalView:
    """An instructor's decision, beside the suggested mark.

    Attributes:
        points: the final mark.
        band: title of its band.
        passed: whether it reaches the pass mark.
        by: who decided.
        when: date and time in words.
        reason: why; may be empty.
        suggested: the suggested mark when it was decided, ``None`` when there was none.
        moved: what has changed since, as a sentence; empty when nothing has.
        record: what all this is made from.
    """

    points: Decimal
    band: str
    passed: bool
    by: str
    when: str
    reason: str
    suggested: Decimal | None
    moved: str
    record: Moderation


@dataclass(frozen=True, slots=True)
class Row:
    """A graded submission in short.

    Attributes:
        number: 1-based place in the cohort, failures included.
        name: as in `Document.name`, for programs; people are shown ``file``.
        file: name, safe to show.
        participant: name as far as known, else empty.
        participant_id: as far as known, else empty.
        words: counted.
        words_left_out: of all roles together.
        not_met: titles of the rules not met, each once.
        points: the suggested mark.
        maximum: of the scale.
        band: title of its band.
        passed: whether it reaches the pass mark.
        review: sentences; empty when nothing asks for a person's look.
        labels: of all concepts, criterion by criterion, in the rubric's order.
        outcomes: the worst outcome of each rule, by its name.
        missed: severities of the rules not met.
        earlier: other files of the same participant, which were not graded.
        final: the instructor's decision, if there is one.
    """

    number: int
    name: str
    file: str
    participant: str
    participant_id: str
    words: int
    words_left_out: int
    not_met: tuple[str, ...]
    points: Decimal
    maximum: Decimal
    band: str
    passed: bool
    review: tuple[str, ...]
    labels: tuple[Label, ...]
    outcomes: tuple[tuple[str, Outcome], ...]
    missed: frozenset[Severity]
    earlier: tuple[str, ...]
    final: FinalView | None


@dataclass(frozen=True, slots=True)
class FailureView:
    """A submission without a suggested mark: what was wrong, and what to do; otherwise as `Row`."""

    number: int
    file: str
    participant: str
    participant_id: str
    message: str
    hint: str
    earlier: tuple[str, ...]
    final: FinalView | None
    record: Failure


def final_view(
    decided: Moderation | None, suggested: Suggestion | None, sha256: str | None, names: Names
) -> FinalView | None:
    """A decision as reports show it.

    Args:
        decided: the latest decision on a submission.
        suggested: what is suggested now; ``None`` when the submission could not be graded.
        sha256: of its file now.
        names: words for ids.
    """
    if decided is None:
        return None
    points, then = cents(decided.points), None if decided.suggested is None else cents(decided.suggested)
    now = None if suggested is None else cents(suggested.points)
    return FinalView(
        points=points,
        band=names.band(band_of(float(points), names.rubric.bands).id),
        passed=float(points) >= names.rubric.scale.pass_mark,
        by=safe.text(decided.by),
        when=names.voice.moment(datetime.fromisoformat(decided.when)),
        reason=safe.text(decided.reason),
        suggested=then,
        moved=_moved(then, now, same_file=None in (sha256, decided.sha256) or sha256 == decided.sha256, names=names),
        record=decided,
    )


def _moved(then: Decimal | None, now: Decimal | None, *, same_file: bool, names: Names) -> str:
    if then == now:
        return "" if same_file else names.voice.say("report.final.file")
    shown = ["–" if mark is None else names.mark(mark) for mark in (then, now)]
    key = "report.final.moved" if same_file else "report.final.moved_file"
    return names.voice.say(key, then=shown[0], now=shown[1])


def worst(findings: tuple[Finding, ...]) -> tuple[tuple[str, Outcome], ...]:
    """Each rule's worst outcome, in the order of the findings."""
    outcomes: dict[str, Outcome] = {}
    for finding in findings:
        both = (finding.outcome, outcomes.get(finding.rule, Outcome.MET))
        outcomes[finding.rule] = min(both, key=WORST_FIRST.index)
    return tuple(outcomes.items())
