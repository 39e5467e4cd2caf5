"""What changed between two checks of the same draft, in sentences; pure."""

from __future__ import annotations

from collections.abc import Iterator

from grader.records.finding import Outcome
from grader.records.score import Label
from grader.reports.names import Names
from grader.reports.participant.view import ParticipantView, RuleView

_BETTER_FIRST = (Label.EXPLAINED, Label.MENTIONED, Label.ABSENT)


def changes(before: ParticipantView, after: ParticipantView, names: Names) -> tuple[str, ...]:
    """What a participant did to the draft, as far as the check shows it.

    Rules first, then concepts (those that moved up before those that moved down), notices, words and the span.

    Args:
        before: the earlier check.
        after: the later one, by the same rubric.
        names: words for ids.

    Returns:
        Sentences; empty when both checks say the same.
    """
    say = names.voice.say
    if after.problem is not None:
        return () if before.problem == after.problem else (say("change.unreadable", message=after.problem[0]),)
    if before.problem is not None:
        return (say("change.readable"),)
    found = [*_rules(before, after, names), *_topics(before, after, names)]
    found += [say("change.notice.new", notice=each) for each in after.notices if each not in before.notices]
    found += [say("change.notice.gone", notice=each) for each in before.notices if each not in after.notices]
    if before.words != after.words:
        step = names.voice.number(after.words - before.words, "+#,##0;-#,##0")
        found.append(say("change.words", before=before.words, after=after.words, difference=step))
    if before.span is not None and after.span is not None and before.span != after.span:
        spans = [say("participant.span.short", low=span.low, high=span.high) for span in (before.span, after.span)]
        found.append(say("change.span", before=spans[0], after=spans[1]))
    return tuple(found)


def _rules(before: ParticipantView, after: ParticipantView, names: Names) -> Iterator[str]:
    """A rule that is used twice goes by its place among the uses that are not met."""
    was, now = _open(before), _open(after)
    for rule, (outcome, title) in now.items():
        if was.get(rule, (None, ""))[0] is not outcome:
            yield names.voice.say(f"change.rule.{'not_met' if outcome is Outcome.NOT_MET else 'unchecked'}", rule=title)
    for rule, (_, title) in was.items():
        if rule not in now:
            yield names.voice.say("change.rule.met", rule=title)


def _open(view: ParticipantView) -> dict[tuple[str, int], tuple[Outcome, str]]:
    """The rules that are not met or not checked."""
    known: dict[tuple[str, int], tuple[Outcome, str]] = {}
    rules: tuple[RuleView, ...] = (*view.mend, *view.unchecked)
    for each in rules:
        key = (each.record.rule, sum(rule == each.record.rule for rule, _ in known))
        known[key] = each.record.outcome, each.rule
    return known


def _topics(before: ParticipantView, after: ParticipantView, names: Names) -> list[str]:
    say = names.voice.say
    was = {topic.id: topic.label for topic in before.topics}
    moved = [(topic, was[topic.id]) for topic in after.topics if was.get(topic.id, topic.label) is not topic.label]
    moved.sort(key=lambda pair: (pair[0].label < pair[1], _BETTER_FIRST.index(pair[0].label)))
    return [
        say(
            "change.concept",
            title=topic.title,
            before=say(f"change.level.{earlier.level}"),
            after=say(f"change.level.{topic.label.level}"),
        )
        for topic, earlier in moved
    ]
