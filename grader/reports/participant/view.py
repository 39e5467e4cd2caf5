"""What a participant is shown of one submission, worked out once for terminal, page, Word and PDF; pure.

The key stays hidden. Of a concept only its title and hint are public, and the criterion that it belongs to; quotes are
the participant's own sentences. Nothing here reads `Evidence.phrases`, `Evidence.similarity`, a confidence, a weight,
or any phrase or passage of a concept, and no other submission is at hand. ``tests/leaks`` holds every output against
the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from grader.records.document import Notice
from grader.records.finding import Finding, Outcome, Severity
from grader.records.score import ConceptScore, Evidence, Label
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.participant.span import MarkSpan, mark_span
from grader.reports.row import FailureView, FinalView
from grader.reports.submission import LeftOut, SubmissionView
from grader.rubric.schema import Concept
from grader.wording.explain import explain_error

PROGRAMS: Final = ("word", "docs", "libreoffice")
"""The programs that participants write with, as in the keys ``mend.{rule}.{program}``."""
_BY_WEIGHT: Final = tuple(Severity)
_RETOLD: Final = {"G104": "G161"}
"""Errors whose next step is the instructor's, and those that tell the same to participants."""


@dataclass(frozen=True, slots=True)
class Mending:
    """How to mend something in one program.

    Attributes:
        program: its name.
        how: a sentence that begins in lower case, to stand behind the name.
    """

    program: str
    how: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule that is not met, or that could not be checked.

    Attributes:
        rule: its title.
        severity: in words.
        required: whether it blocks the submission.
        message: what was found and what is asked for.
        place: where, in words; empty when there is no one place or the message tells it.
        mending: a way for each program; empty for a rule that could not be checked.
        record: what all this is made from.
    """

    rule: str
    severity: str
    required: bool
    message: str
    place: str
    mending: tuple[Mending, ...]
    record: Finding


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the participant's own text; the numbers are those of `Evidence`."""

    text: str
    place: str
    block: int
    start: int
    end: int
    page: int | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept as a participant sees it.

    Attributes:
        id: of the concept; for comparing two checks, never shown.
        label: absent, mentioned or explained.
        title: in words.
        criterion: title of the criterion that it belongs to.
        quotes: from the participant's text, the best first; empty when absent.
        want: what kind of thing is still missing; empty when explained.
        caution: a sentence when a quote may be read as the opposite of the concept, else empty.
        hint: the concept's own, which mostly tells the chapter to read; empty when explained.
        theme: the theme of the course that it belongs to, to read on there; empty when explained or not known.
    """

    id: str
    label: Label
    title: str
    criterion: str
    quotes: tuple[Quote, ...]
    want: str
    caution: str
    hint: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """A participant's view of one submission.

    Attributes:
        file: name, safe to show.
        participant: name as far as known, else empty.
        title: of the rubric.
        problem: why it could not be checked, and the next step; ``None`` when it could. All else is empty then.
        mend: rules not met: the required ones first, then by severity, each group in the rubric's order.
        unchecked: rules that this file does not tell enough for.
        met: number of rules met.
        topics: all concepts, in the rubric's order.
        span: between which marks it probably lies.
        unsure: whether a person should look before the span is relied on.
        words: counted.
        left_out: words left out, by role.
        words_text: both in a sentence.
        notices: plain sentences of what the reader and the integrity checks saw.
        final: the instructor's decision, if there is one.
    """

    file: str
    participant: str
    title: str
    problem: tuple[str, str] | None
    mend: tuple[RuleView, ...] = ()
    unchecked: tuple[RuleView, ...] = ()
    met: int = 0
    topics: tuple[Topic, ...] = ()
    span: MarkSpan | None = None
    unsure: bool = False
    words: int = 0
    left_out: tuple[LeftOut, ...] = ()
    words_text: str = ""
    notices: tuple[str, ...] = ()
    final: FinalView | None = None

    @property
    def required(self) -> int:
        """Number of rules not met that block the submission."""
        return sum(each.required for each in self.mend)

    @property
    def explained(self) -> tuple[Topic, ...]:
        """Concepts that are explained."""
        return self.of(Label.EXPLAINED)

    @property
    def mentioned(self) -> tuple[Topic, ...]:
        """Concepts that are only mentioned."""
        return self.of(Label.MENTIONED)

    @property
    def missing(self) -> tuple[Topic, ...]:
        """Concepts that were not found."""
        return self.of(Label.ABSENT)

    def of(self, label: Label) -> tuple[Topic, ...]:
        """Concepts of one label, in the rubric's order."""
        return tuple(topic for topic in self.topics if topic.label is label)


def participant_view(result: SubmissionView | FailureView, names: Names) -> ParticipantView:
    """What a participant is shown of a submission.

    Args:
        result: the instructor's view of it.
        names: words for ids; its rubric must be the one that the submission was graded by.

    Raises:
        KeyError: when the language lacks a sentence (a defect).
    """
    title = names.rubric.title.get(names.voice.code)
    if isinstance(result, FailureView):
        problem = _problem(result, names)
        return ParticipantView(result.file, result.participant, title, problem=problem, final=result.final)
    assessment = result.record
    not_met = [finding for finding in assessment.findings if finding.outcome is Outcome.NOT_MET]
    unchecked = [each for each in assessment.findings if each.outcome in (Outcome.NOT_CHECKABLE, Outcome.BROKEN)]
    return ParticipantView(
        file=result.file,
        participant=result.participant,
        title=title,
        problem=None,
        mend=tuple(_rule(each, names) for each in sorted(not_met, key=lambda each: _BY_WEIGHT.index(each.severity))),
        unchecked=tuple(_rule(each, names) for each in unchecked),
        met=sum(finding.outcome is Outcome.MET for finding in assessment.findings),
        topics=tuple(
            _topic(concept, names.criterion(criterion.criterion), names)
            for criterion in assessment.criteria
            for concept in criterion.concepts
        ),
        span=mark_span(assessment, names.rubric.credits),
        unsure=any(reason.code.startswith("unlike-") for reason in assessment.review),
        words=result.words,
        left_out=result.left_out,
        words_text=result.words_text,
        notices=tuple(dict.fromkeys(_notice(notice, names) for notice in assessment.notices)),
        final=result.final,
    )


def _problem(failure: FailureView, names: Names) -> tuple[str, str]:
    """What was wrong and the next step, told to the one who hands in and not to the one who collects."""
    if failure.record.code not in _RETOLD:
        return failure.message, failure.hint
    message, hint = explain_error(names.voice, _RETOLD[failure.record.code], {"path": failure.file})
    return safe.text(message), safe.text(hint)


def _rule(finding: Finding, names: Names) -> RuleView:
    say = names.voice.say
    mending: tuple[Mending, ...] = ()
    if finding.outcome is Outcome.NOT_MET:
        mending = tuple(
            Mending(say(f"participant.program.{program}"), say(f"mend.{finding.rule}.{program}"))
            for program in PROGRAMS
        )
    return RuleView(
        rule=names.rule(finding.rule),
        severity=say(f"severity.{finding.severity}"),
        required=finding.severity is Severity.ERROR,
        message=names.finding(finding),
        place="" if "paragraph" in finding.values else names.place(finding.place),
        mending=mending,
        record=finding,
    )


def _topic(score: ConceptScore, criterion: str, names: Names) -> Topic:
    concept = names.rubric.concepts[score.concept]
    turned = "contradiction" in score.doubts
    explained = score.label is Label.EXPLAINED
    return Topic(
        id=score.concept,
        label=score.label,
        title=names.concept(score.concept),
        criterion=criterion,
        quotes=tuple(_quote(each, names) for each in score.evidence),
        want=""
        if score.label is not Label.MENTIONED
        else names.voice.say(f"participant.want.{_kind(concept, turned)}"),
        caution=names.voice.say("participant.turned") if turned and explained else "",
        hint="" if explained else safe.text(concept.hint.get(names.voice.code)),
        theme="" if explained or concept.theme is None else safe.text(concept.theme.get(names.voice.code)),
    )


def _kind(concept: Concept, turned: bool) -> str:
    """What kind of thing a mention lacks: told by the concept's shape alone, so that nothing of its phrases shows."""
    if turned:
        return "turned"
    return "several" if concept.items and concept.items_needed > 1 else "explanation"


def _quote(evidence: Evidence, names: Names) -> Quote:
    place = evidence.place
    return Quote(
        safe.text(evidence.quote), names.place(place), evidence.block, evidence.start, evidence.end, place.page
    )


def _notice(notice: Notice, names: Names) -> str:
    """In a participant's words: what to do, and no figure that the rubric's passages were measured by."""
    return safe.text(names.voice.say(f"participant.notice.{notice.code}", notice.values))
