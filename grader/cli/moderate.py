"""``grader moderate``: the instructor's decisions, from a workbook or CSV into ``moderation.jsonl``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader.cli.common import Exit, err, explained, out, results_option, show_problem, voice_of
from grader.cli.misuse import Misuse
from grader.cli.speaking import SpeakingCommand
from grader.errors import DecisionsError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from grader.ingest.decisions.history import History
    from grader.ingest.decisions.intake import Intake
    from grader.records.moderation import Moderation
    from grader.wording.voice import Voice

_SHOWN: Final = 50  # problems that are told in full
_NAMED: Final = 8  # undecided submissions that are named

Clock = Callable[[], datetime]


@click.command("moderate", cls=SpeakingCommand, help="cli.moderate.help", epilog="cli.moderate.example")
@click.argument("files", metavar="FILE…", nargs=-1, type=click.Path(path_type=Path))
@results_option("cli.option.decided_out")
@click.option("--by", metavar="NAME", help="cli.option.by")
@click.option("--list", "listed", is_flag=True, help="cli.option.list")
def moderate(files: tuple[Path, ...], folder: Path, by: str | None, listed: bool) -> None:
    """Take decisions in, or list them."""
    voice = voice_of()
    if bool(files) == listed:
        key = "cli.moderate.both" if listed else "cli.moderate.nothing"
        raise Misuse(key, click.get_current_context())
    if listed:
        list_decisions(folder, voice)
        return
    try:
        take_in(files, folder, by, voice, _now)
    except DecisionsError as error:
        _tell(voice, error)
        raise click.exceptions.Exit(Exit.CANNOT) from None


def take_in(files: tuple[Path, ...], folder: Path, by: str | None, voice: Voice, now: Clock) -> None:
    """Check all tables, write down what is new, and tell it.

    Args:
        files: workbooks and CSVs.
        folder: of the run.
        by: who decided, where a row does not tell.
        voice: the language.
        now: the moment, with its offset from UTC; asked once.

    Raises:
        DecisionsError: with everything that is wrong; nothing is written then.
        GraderError: G101, G103, G151 and G153 for a file, G158 for the run, G159 for the decisions so far, G301.
    """
    from grader.ingest.decisions.history import read_history
    from grader.ingest.decisions.intake import decide
    from grader.ingest.decisions.reading import read_decision_table
    from grader.ingest.decisions.results import read_results
    from grader.reports.moderations import append_moderations, deciding

    tables = [read_decision_table(file) for file in files]
    results = read_results(folder)
    with deciding(folder):
        history = read_history(folder)
        _tell_torn(voice, folder, history)
        when = now().isoformat(timespec="seconds")
        intake = decide(tables, results, history.moderations, by=by, when=when)
        if intake.taken:
            append_moderations(folder, [each.moderation for each in intake.taken], results.maximum)
    _show(voice, folder, intake, len(results.submissions))


def list_decisions(folder: Path, voice: Voice) -> None:
    """Print all decisions, submission by submission, the latest first, and which one holds.

    Raises:
        GraderError: G103, G159.
    """
    from rich.table import Table

    from grader.ingest.decisions.decided import Decided
    from grader.ingest.decisions.history import read_history
    from grader.records.moderation_line import MODERATIONS

    history = read_history(folder)
    _tell_torn(voice, folder, history)
    path = str(folder / MODERATIONS)
    if not history.moderations:
        out().print(voice.say("cli.moderate.list.none", path=path), soft_wrap=True)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("file", "participant_id"):
        table.add_column(voice.say(f"report.column.{column}"), overflow="fold")
    for column in ("final", "suggested_then"):
        table.add_column(voice.say(f"report.column.{column}"), justify="right", no_wrap=True)
    table.add_column(voice.say("cli.moderate.list.state"))
    for column in ("by", "when", "reason"):
        table.add_column(voice.say(f"report.column.{column}"), overflow="fold")
    decided = Decided(history.moderations)
    for number, each in sorted(enumerate(history.moderations), key=lambda one: (one[1].file, -one[0])):
        holds = decided.numbers(each.file, each.participant_id)[-1] == number
        table.add_row(*_list_row(voice, each, holds=holds), style="" if holds else "dim")
    out().print(table)


def _now() -> datetime:
    return datetime.now().astimezone()


def _list_row(voice: Voice, each: Moderation, *, holds: bool) -> list[Text]:
    from rich.text import Text

    from grader.reports import safe

    cells = (
        each.file,
        each.participant_id or "",
        _mark(voice, each.points),
        _mark(voice, each.suggested),
        voice.say("cli.moderate.list.holds" if holds else "cli.moderate.list.replaced"),
        each.by,
        voice.moment(datetime.fromisoformat(each.when)),
        each.reason,
    )
    return [Text(safe.terminal(cell)) for cell in cells]


def _show(voice: Voice, folder: Path, intake: Intake, submissions: int) -> None:
    """What was taken in, what it replaced, what is worth knowing, and what comes next."""
    from grader.records.moderation_line import MODERATIONS
    from grader.reports import safe

    console = out()
    changed = sum(each.before is not None for each in intake.taken)
    counts = {"new": len(intake.taken) - changed, "changed": changed, "unchanged": intake.unchanged}
    console.print(voice.say("cli.moderate.taken", dict(counts)), style="bold", soft_wrap=True)
    if intake.taken:
        console.print(_taken_table(voice, intake))
    for remark in intake.remarks:
        told = voice.say(f"cli.moderate.remark.{remark.code}", remark.values)
        err().print(safe.terminal(f"{remark.path}:{remark.line}: {told}"), soft_wrap=True)
    left = tuple(safe.terminal(each.file) for each in intake.undecided)
    console.print(voice.say("cli.moderate.undecided", undecided=len(left), all=submissions), soft_wrap=True)
    if left:
        key = "cli.moderate.undecided.files" if len(left) <= _NAMED else "cli.moderate.undecided.more"
        console.print(voice.say(key, files=left[:_NAMED]), soft_wrap=True)
    if intake.taken:
        console.print(voice.say("cli.moderate.saved", path=str(folder / MODERATIONS)), soft_wrap=True)
        console.print(f"→ {voice.say('cli.moderate.next')}", soft_wrap=True)
    else:
        console.print(voice.say("cli.moderate.none_new"), soft_wrap=True)


def _taken_table(voice: Voice, intake: Intake) -> Table:
    """The decisions that were taken in, with the mark that each replaces."""
    from rich.table import Table
    from rich.text import Text

    from grader.reports import safe

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("file", "participant"):
        table.add_column(voice.say(f"report.column.{column}"), overflow="fold")
    for column in ("points", "final"):
        table.add_column(voice.say(f"report.column.{column}"), justify="right", no_wrap=True)
    for column in ("by", "reason"):
        table.add_column(voice.say(f"report.column.{column}"), overflow="fold")
    for each in intake.taken:
        decided = each.moderation
        final = _mark(voice, decided.points)
        if each.before is not None and each.before.points != decided.points:
            final = f"{_mark(voice, each.before.points)} → {final}"
        cells = (
            decided.file, each.result.participant, _mark(voice, decided.suggested), final, decided.by,
            decided.reason,
        )  # fmt: skip
        table.add_row(*(Text(safe.terminal(cell)) for cell in cells))
    return table


def _mark(voice: Voice, points: float | None) -> str:
    return "–" if points is None else voice.number(points, "#,##0.00")


def _tell_torn(voice: Voice, folder: Path, history: History) -> None:
    from grader.records.moderation_line import MODERATIONS, TORN

    if history.torn:
        told = voice.say("cli.moderate.torn", path=str(folder / MODERATIONS), torn=str(folder / TORN))
        err().print(told, style="bold", soft_wrap=True)


def _tell(voice: Voice, error: DecisionsError) -> None:
    """Everything that is wrong, table by table, and the next step."""
    console = err()
    told, hint = explained(voice, error.code, error.values)
    console.print(f"{error.code}  {told}", style="bold", soft_wrap=True)
    for problem in error.problems[:_SHOWN]:
        show_problem(console, voice, problem)
    if len(error.problems) > _SHOWN:
        console.print(voice.say("cli.moderate.more", count=len(error.problems) - _SHOWN), soft_wrap=True)
    console.print(f"→ {hint}", soft_wrap=True)
