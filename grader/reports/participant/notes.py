"""What is written in the margin of a participant's own file, and at which passage; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from grader.records.document import Document
from grader.records.score import Label
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.participant.to_terminal import shortened
from grader.reports.participant.view import ParticipantView, Quote, RuleView, Topic


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document, told by its own words so that it can be found again in the file.

    Attributes:
        block: text of the whole block that it stands in.
        text: the stretch.
        start: of the stretch within the block's text.
        copy: how many blocks before this one hold the same text.
        page: 1-based, when the format has pages.
    """

    block: str
    text: str
    start: int
    copy: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin.

    Attributes:
        lines: its paragraphs; never empty.
        passage: what it is about; ``None`` for the whole text.
        label: of the best concept that it tells of, for its colour; ``None`` when it tells of a rule or of all.
    """

    lines: tuple[str, ...]
    passage: Passage | None = None
    label: Label | None = None


def notes_of(view: ParticipantView, document: Document, names: Names) -> tuple[Note, ...]:
    """All notes for a submission: the general one first, then rules not met, then evidence in the text's order.

    Evidence for several concepts in the same stretch is one note. No range is told: a submission that was handed in
    is judged by a person, and a final mark stands here only when that person has decided it.

    Args:
        view: of the submission.
        document: as it was read.
        names: words for ids.
    """
    passages = _Passages(document)
    return (Note(general(view, names)), *_rules(view, passages, names), *_evidence(view, passages, names))


def general(view: ParticipantView, names: Names) -> tuple[str, ...]:
    """The note on the whole text: greeting, what was found, what is missing and where to read on, notices."""
    say = names.voice.say
    greeting = say("participant.greeting.name", name=view.participant) if view.participant else None
    lines = [greeting or say("participant.greeting")]
    lines += final_lines(view, names)
    counts = {"explained": len(view.explained), "mentioned": len(view.mentioned), "missing": len(view.missing)}
    lines.append(say("participant.summary", total=len(view.topics), **counts))
    lines += view.notices
    if view.missing:
        lines.append(f"{say('participant.to_find')}:")
        lines += [f"• {topic.title}. {' '.join(_reading(topic, names))}" for topic in view.missing]
    elif len(view.explained) == len(view.topics):
        lines.append(say("participant.ok"))
    lines.append(say("participant.meaning"))
    return tuple(lines)


def final_lines(view: ParticipantView, names: Names) -> list[str]:
    """The final mark and its reason, once an instructor has decided it; a suggested mark is never told."""
    final, say = view.final, names.voice.say
    if final is None:
        return []
    maximum = names.mark(names.rubric.scale.maximum)
    lines = [say("participant.final", points=names.mark(final.points), maximum=maximum, band=final.band)]
    return [*lines, say("participant.final.reason", reason=final.reason)] if final.reason else lines


class _Passages:
    """Passages of one document by block and stretch."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        seen: dict[str, int] = {}
        self._copies: list[int] = []
        for block in document.blocks:
            self._copies.append(seen.get(block.text, 0))
            seen[block.text] = self._copies[-1] + 1

    def of(self, block: int, start: int = 0, end: int | None = None) -> Passage | None:
        if not 0 <= block < len(self._blocks):
            return None
        found = self._blocks[block]
        return Passage(found.text, found.text[start:end], start, self._copies[block], found.place.page)


def _rules(view: ParticipantView, passages: _Passages, names: Names) -> Iterator[Note]:
    """Rules that are not met at the same place are one note."""
    placed: dict[Passage | None, list[str]] = {}
    for rule in view.mend:
        place = rule.record.place
        passage = passages.of(place.paragraph - 1) if place is not None and place.paragraph is not None else None
        placed.setdefault(passage, []).extend(_rule_lines(rule, names))
    for passage, lines in placed.items():
        yield Note(tuple(lines), passage)


def _rule_lines(rule: RuleView, names: Names) -> tuple[str, ...]:
    say = names.voice.say
    found = say("participant.rule.not_met", rule=rule.rule, severity=rule.severity, message=rule.message)
    how = [say("participant.mend.how.one", program=each.program, how=each.how) for each in rule.mending]
    return (found, *how)


def _evidence(view: ParticipantView, passages: _Passages, names: Names) -> Iterator[Note]:
    cited = [(quote, topic) for topic in view.topics for quote in topic.quotes]
    cited.sort(key=lambda pair: _where(pair[0]))  # stable: concepts stay in the rubric's order
    for where, group in groupby(cited, key=lambda pair: _where(pair[0])):
        topics = [topic for _, topic in group]
        best = max(topic.label for topic in topics)
        lines = tuple(line for topic in topics for line in _topic_lines(topic, names))
        yield Note(lines, passages.of(*where), best)


def _where(quote: Quote) -> tuple[int, int, int]:
    return quote.block, quote.start, quote.end


def _topic_lines(topic: Topic, names: Names) -> Iterator[str]:
    say = names.voice.say
    name = "explained" if topic.label is Label.EXPLAINED else "mentioned"
    yield say(f"participant.{name}.one", title=topic.title)
    if topic.caution:
        yield topic.caution
    if topic.want:
        yield say("participant.want", want=topic.want)
    if topic.hint:
        yield say("participant.hint", hint=" ".join(_reading(topic, names)))


def _reading(topic: Topic, names: Names) -> Iterator[str]:
    yield topic.hint
    if topic.theme:
        yield f"{names.voice.say('participant.theme', theme=topic.theme)}."


def elsewhere(note: Note, names: Names) -> tuple[str, ...]:
    """A note's lines for a place other than its passage, which they then name."""
    if note.passage is None or note.label is None:
        return note.lines
    quote = shortened(safe.text(note.passage.text))
    return (names.voice.say("participant.elsewhere", quote=quote), *note.lines)
