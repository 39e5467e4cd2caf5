"""A participant's view for the terminal: readable from 40 columns on, without colours, in the order of what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from grader.records.score import Label
from grader.reports.names import Names
from grader.reports.participant.view import ParticipantView, Quote, RuleView, Topic
from grader.reports.to_terminal import WIDE, plain, print_item, print_text

GROUPS: Final = ((Label.EXPLAINED, "explained"), (Label.MENTIONED, "mentioned"), (Label.ABSENT, "missing"))
"""The three groups of concepts and how their keys end, in the order in which they are shown."""
_BULLETS: Final = {Label.EXPLAINED: "+", Label.MENTIONED: "~", Label.ABSENT: "o"}
SHORT: Final = 120
"""So many characters of a quote are shown where not everything is asked for."""


def print_participant(view: ParticipantView, names: Names, console: Console, *, details: bool = False) -> None:
    """Print all that a participant is to know of one draft.

    Args:
        view: what to print.
        names: words for ids.
        console: of stdout.
        details: whether quotes are shown whole, and all of them.
    """
    say = names.voice.say
    print_text(console, view.file, "bold")
    print_text(console, view.title)
    if view.problem is not None:
        _title(console, say("participant.failed"))
        print_item(console, view.problem[0])
        print_item(console, say("participant.next", hint=view.problem[1]), bullet=">")
        return
    _rules(view, names, console)
    if view.notices:
        _title(console, say("participant.notices"))
        for notice in view.notices:
            print_item(console, notice, bullet="!")
    for label, name in GROUPS:
        _topics(view, label, name, names, console, details=details)
    _estimate(view, names, console)


def print_lines(views: Sequence[ParticipantView], names: Names, console: Console) -> None:
    """Print a line for each of several drafts; two where the terminal is narrow.

    Args:
        views: in the order in which they are shown.
        names: words for ids.
        console: of stdout.
    """
    say = names.voice.say
    if console.width >= WIDE:
        console.print(_table(views, names))
    else:
        for view in views:
            print_text(console, view.file, "bold")
            told = [f"{say(f'check.column.{key}')}: {value}" for key, value in _cells(view, names)]
            print_item(console, view.problem[0] if view.problem else "; ".join(told))
    for view in views if console.width >= WIDE else ():
        if view.problem is not None:
            print_item(console, f"{view.file}: {view.problem[0]} {view.problem[1]}", bullet="!")
    console.print()
    for key in ("check.legend", "participant.span.meaning", "check.details"):
        print_text(console, say(key))


def print_changes(
    file: str, changes: Sequence[str], names: Names, console: Console, view: ParticipantView | None = None
) -> None:
    """Print what a save changed, and where the draft stands now.

    Args:
        file: the draft's name.
        changes: sentences; empty when nothing changed.
        names: words for ids.
        console: of stdout.
        view: the draft now; ``None`` when it is not known.
    """
    say = names.voice.say
    _title(console, say("check.watch.changed", file=file))
    for change in changes or (say("check.watch.nothing"),):
        print_item(console, change)
    cells = _cells(view, names) if view is not None else []
    if cells:
        print_item(console, "; ".join(f"{say(f'check.column.{key}')}: {value}" for key, value in cells), bullet="=")


def _table(views: Sequence[ParticipantView], names: Names) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(plain(names.voice.say("check.column.file")), overflow="fold")
    keys = ("mend", "groups", "span", "words")
    for key in keys:
        table.add_column(plain(names.voice.say(f"check.column.{key}")), justify="right", no_wrap=True)
    for view in views:
        cells = dict(_cells(view, names))
        table.add_row(plain(view.file), *(plain(cells.get(key, "–")) for key in keys))
    return table


def _cells(view: ParticipantView, names: Names) -> list[tuple[str, str]]:
    """Key and value of what stands behind a draft's name; nothing for one that could not be checked."""
    if view.problem is not None:
        return []
    counts = "/".join(str(len(view.of(label))) for label, _ in GROUPS)
    span = view.span
    short = names.voice.say("participant.span.short", low=span.low, high=span.high) if span is not None else "–"
    number = names.voice.number
    return [("mend", number(view.required)), ("groups", counts), ("span", short), ("words", number(view.words))]


def _rules(view: ParticipantView, names: Names, console: Console) -> None:
    say = names.voice.say
    _title(console, say("participant.mend"))
    if view.mend:
        required = view.required
        print_item(console, say("participant.mend.required", count=required, other=len(view.mend) - required), indent=0)
        for rule in view.mend:
            _rule(rule, names, console)
        if view.met:
            print_item(console, say("participant.met", count=view.met), bullet="+")
    else:
        print_item(console, say("participant.mend.none"), bullet="+")
    if view.unchecked:
        _title(console, say("participant.unchecked"))
        for rule in view.unchecked:
            name = say("participant.rule", rule=rule.rule, severity=rule.severity)
            print_item(console, f"{name}: {rule.message}", bullet="?")
        print_text(console, say("participant.unchecked.advice"))


def _rule(rule: RuleView, names: Names, console: Console) -> None:
    say = names.voice.say
    name = say("participant.rule", rule=rule.rule, severity=rule.severity)
    where = f" ({rule.place})" if rule.place else ""
    print_item(console, f"{name}: {rule.message}{where}", bullet="X" if rule.required else "-")
    print_item(console, f"{say('participant.mend.how')}:", indent=4, bullet=">")
    for each in rule.mending:
        print_item(console, f"{each.program}: {each.how}", indent=6)


def _topics(view: ParticipantView, label: Label, name: str, names: Names, console: Console, *, details: bool) -> None:
    say = names.voice.say
    topics = view.of(label)
    title = say(f"participant.{name}")
    _title(console, say("participant.count", title=title, count=len(topics), total=len(view.topics)))
    if not topics:
        print_item(console, say("participant.all" if label is Label.ABSENT else "participant.none"))
    for topic in topics:
        print_item(console, topic.title, bullet=_BULLETS[label])
        _topic(topic, names, console, details=details)


def _topic(topic: Topic, names: Names, console: Console, *, details: bool) -> None:
    say = names.voice.say
    if details:
        print_item(console, say("participant.where", criterion=topic.criterion), indent=4)
    for quote in topic.quotes if details else topic.quotes[:1]:
        shown = quote.text if details else shortened(quote.text)
        print_item(console, _quoted(quote, shown, names), indent=4, bullet=">")
    if topic.caution:
        print_item(console, topic.caution, indent=4, bullet="!")
    if topic.want:
        print_item(console, say("participant.want", want=topic.want), indent=4)
    if topic.hint:
        print_item(console, say("participant.hint", hint=topic.hint), indent=4)
    if topic.theme and (details or topic.label is Label.ABSENT):
        print_item(console, say("participant.theme", theme=topic.theme), indent=4)


def _quoted(quote: Quote, shown: str, names: Names) -> str:
    where = f" ({quote.place})" if quote.place else ""
    return names.voice.say("participant.quote", quote=shown) + where


def _estimate(view: ParticipantView, names: Names, console: Console) -> None:
    say = names.voice.say
    _title(console, say("participant.words"))
    print_item(console, view.words_text)
    console.print()
    if view.unsure:
        print_text(console, say("participant.review"))
    if view.span is not None:
        low, high, maximum = view.span.low, view.span.high, view.span.maximum
        print_text(console, say("participant.span", low=low, high=high, maximum=maximum), "bold")
    print_text(console, say("participant.span.meaning"))


def shortened(text: str, most: int = SHORT) -> str:
    """A text cut at a blank, with an ellipsis, when it has more than ``most`` characters."""
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"


def _title(console: Console, text: str) -> None:
    console.print()
    print_text(console, text, "bold")
