"""The figures for the terminal; fits 80 columns, and needs no colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from grader.records.score import Label
from grader.reports.agreement.view import LABELS, AgreementView, FlaggedRow, Row
from grader.reports.to_terminal import plain, print_item

_WIDTH: Final = 100
"""Tables of figures get no wider than this; wide ones are hard to read across."""


def to_terminal(view: AgreementView, console: Console, written: Sequence[Path] = ()) -> None:
    """Print all tables, what was not looked at, and where the files are.

    Args:
        view: what to show.
        console: of stdout.
        written: files that were written.
    """
    say = view.names.voice.say
    console.print(plain(say("agreement.title"), "bold"))
    console.print(plain(view.scope))
    for title, table in _tables(view):
        console.print()
        console.print(plain(title, "bold"))
        console.print(table)
    for title, lines in _left_out(view):
        console.print()
        console.print(plain(title, "bold"))
        for line in lines:
            print_item(console, line)
    console.print()
    console.print(plain(say("agreement.caution")))
    if written:
        console.print(plain(say("agreement.written")))
        for path in written:
            console.print(plain(f"  {path}"), soft_wrap=True)


def _tables(view: AgreementView) -> Iterable[tuple[str, Table]]:
    say = view.names.voice.say
    head = ("measure", "grader", "interval", "length", "n")
    measures = [
        (say(f"agreement.measure.{each.key}"), each.value, each.interval, each.length, each.n) for each in view.measures
    ]
    yield say("agreement.total"), _table(view, head, measures)
    yield say("agreement.labels"), _table(view, LABELS, view.labels)
    confusion = _table(view, ("confusion",), ())
    for name, _ in view.confusion:
        confusion.add_column(plain(name), justify="right")
    for name, row in view.confusion:
        confusion.add_row(plain(name), *map(plain, row))
    yield say("agreement.confusion"), confusion
    yield say("agreement.bins"), _table(view, ("bin", "confidence", "exact", "n"), view.bins)
    doubtful, reviewed = map(_flagged, view.doubtful), map(_flagged, view.reviewed)
    yield say("agreement.doubtful"), _table(view, ("doubtful", "n", "share", "wrong"), doubtful)
    yield say("agreement.reviewed"), _table(view, ("reviewed", "n", "share", "exact.mean"), reviewed)
    for kind, worst in (("document", view.worst_documents), ("concept", view.worst_concepts)):
        if worst:
            told = ((each.title, each.qwk, each.exact, each.n, each.commonest) for each in worst)
            yield say(f"agreement.worst.{kind}s"), _table(view, (kind, "qwk", "exact", "n", "confused"), told)
    yield from _groups(view, "document", view.documents)
    yield from _groups(view, "concept", view.concepts)


def _groups(view: AgreementView, kind: str, rows: Sequence[Row]) -> Iterable[tuple[str, Table]]:
    """The tables of all documents, or of all concepts."""
    say = view.names.voice.say
    figures = ((each.title, each.qwk, each.exact, each.f1, each.length, each.n) for each in rows)
    yield say(f"agreement.{kind}s"), _table(view, (kind, "qwk", "exact", "f1", "length.exact", "n"), figures)
    both = _table(view, (kind,), ())
    for label in Label:
        both.add_column(plain(view.label(label)), justify="right", no_wrap=True)
    for each in rows:
        both.add_row(plain(each.title), *map(plain, each.labels))
    yield say(f"agreement.both.{kind}s"), both


def _flagged(row: FlaggedRow) -> tuple[str, ...]:
    return (f"– {row.title}" if row.code else row.title, row.n, row.share, row.value)


def _table(view: AgreementView, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for index, key in enumerate(head):
        first = index == 0
        table.add_column(
            plain(view.names.voice.say(f"agreement.column.{key}")),
            justify="left" if first else "right",
            overflow="fold",
            max_width=_WIDTH // 2 if first else None,
        )
    for row in rows:
        table.add_row(*map(plain, row))
    return table


def _left_out(view: AgreementView) -> Iterable[tuple[str, list[str]]]:
    say = view.names.voice.say
    if view.failed:
        yield say("agreement.failed"), [f"{each.file}: {each.message} {each.hint}" for each in view.failed]
    if view.unlabelled:
        yield say("agreement.unlabelled"), list(view.unlabelled)
    if view.beyond:
        yield say("agreement.beyond"), list(view.beyond)
