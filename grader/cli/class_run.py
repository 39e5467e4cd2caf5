"""A class graded from the command line: gathered, graded by as many workers as help, reported on."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from grader.cli.common import Exit, err, out, tell
from grader.cli.progress import progress
from grader.cli.run import collect_submissions, exit_code, provenance_of
from grader.errors import GraderError
from grader.records.assessment import Cohort
from grader.records.participant import Participant
from grader.reports.write import STATE, going_on, put_aside, sweep
from grader.wording.voice import Voice

if TYPE_CHECKING:
    from grader.batch.run import Tally
    from grader.batch.store import Store
    from grader.batch.task import Task
    from grader.batch.workers import Workers
    from grader.ingest.handed_in.collecting import Collection
    from grader.ingest.handed_in.roster import Roster
    from grader.records.document import Document
    from grader.rubric.loader import LoadedRubric


@dataclass(frozen=True, slots=True)
class ClassRun:
    """What the user asked for; the attributes are the options of ``grader grade``."""

    paths: tuple[Path, ...]
    loaded: LoadedRubric
    folder: Path
    formats: tuple[str, ...] = ()
    material: tuple[Path, ...] = ()
    roster: Path | None = None
    name_pattern: str | None = None
    jobs: int | None = None
    fresh: bool = False
    scheduler: str | None = None
    fail_on: str | None = None
    min_score: float | None = None


def run_class(run: ClassRun, voice: Voice) -> None:
    """Grade what is not graded yet, write the reports, print the table, end with the exit code.

    Whenever the user stops it, the last word is the command that goes on.

    Raises:
        GraderError: when something named on the command line cannot be used, the output folder cannot be written, or
            another run is at work there.
    """
    try:
        _run_class(run, voice)
    except KeyboardInterrupt:  # before the first submission, or after the last: while reports were written
        err().print(f"\n{voice.say('cli.stopped')}", soft_wrap=True)
        err().print(voice.say("cli.run.go_on", command=command_line()), soft_wrap=True)
        raise click.exceptions.Exit(Exit.STOPPED) from None


def _run_class(run: ClassRun, voice: Voice) -> None:
    from grader.batch.lock import locked
    from grader.batch.run import Results, identified
    from grader.batch.store import Store
    from grader.batch.task import make_task
    from grader.ingest.decisions.history import read_history
    from grader.ingest.handed_in.roster_reading import read_roster
    from grader.ingest.material import read_material
    from grader.reports.catalogue import WRITTEN

    roster = read_roster(run.roster) if run.roster else None
    collection = collect_submissions(run.paths, run.folder, run.material, run.name_pattern, roster)
    known = read_material(run.material)
    state = _make(run.folder / STATE)
    with locked(state, _now), Store(state, fresh=run.fresh) as store:
        sweep(run.folder, WRITTEN)
        history = read_history(run.folder)  # damaged decisions are told before the work
        if history.torn:
            err().print(voice.say("cli.run.torn"), soft_wrap=True)
        task = make_task(run.loaded, known)
        tally = _grade(run, voice, collection, store, task)
        results = Results(store, tally.finished, identified(collection.entries, roster.find if roster else _nobody))
        pending = tally.total - tally.done
        cohort = Cohort(
            results, collection.left_out, collection.entries, history.moderations, pending, results.without_text
        )
        _report(run, voice, cohort, known, collection, roster)


def _nobody(participant: Participant) -> Participant | None:  # noqa: ARG001  # as a roster finds them
    return None


def _grade(run: ClassRun, voice: Voice, collection: Collection, store: Store, task: Task) -> Tally:
    """Grade what is missing; tells how far that came when the user stops it."""
    from grader.batch.run import Tally, grade_batch

    tally = Tally(len(collection.submissions))
    try:
        with progress(voice, tally.total) as tell:
            grade_batch(collection.submissions, task, store, _workers(run, collection, store, task), tally, tell)
    except KeyboardInterrupt:
        err().print(voice.say("cli.run.stopped", done=tally.done, total=tally.total), soft_wrap=True)
        err().print(voice.say("cli.run.go_on", command=command_line()), soft_wrap=True)
        return tally
    if tally.known or tally.regraded:
        graded = tally.total - tally.known
        values = {"known": tally.known, "graded": graded, "changed": tally.regraded}
        err().print(voice.say("cli.run.resumed", values), soft_wrap=True)
    return tally


def _workers(run: ClassRun, collection: Collection, store: Store, task: Task) -> Workers:
    """As many as were asked for, or as there are cores; but no more than there is work for."""
    from grader.batch.run import enough
    from grader.batch.workers import Cluster, Here, Processes

    if run.scheduler is not None:
        return Cluster(run.scheduler)
    jobs = enough(collection.submissions, task, store, run.jobs or _cores())
    return Here() if jobs == 1 else Processes(jobs)


def _report(
    run: ClassRun,
    voice: Voice,
    cohort: Cohort,
    known: Sequence[Document],
    collection: Collection,
    roster: Roster | None,
) -> NoReturn:
    """Write the reports, print the table, end with the exit code."""
    from grader.batch.sources import source_of
    from grader.reports.catalogue import ASSESSMENTS, view_and_lines, write_reports
    from grader.reports.safe import terminal
    from grader.reports.to_terminal import to_terminal

    view = view_and_lines(cohort, run.loaded.rubric, provenance_of(run.loaded, known), voice, run.folder)
    if cohort.pending:  # what is complete is there for programs; a page or workbook of half a class would mislead
        write_reports(view, (), run.folder)
        raise click.exceptions.Exit(Exit.STOPPED)
    failed: list[GraderError] = []
    formats = _keep_typed(run, voice, cohort, failed)
    written = write_reports(view, formats, run.folder, source_of(collection.submissions), failed)
    there = [Participant(each.participant or None, each.participant_id or None) for each in view.rows]
    to_terminal(view, out(), (run.folder / ASSESSMENTS, *written), roster.missing(there) if roster else ())
    strangers = [row.file for row, who in zip(view.rows, there, strict=True) if roster and roster.find(who) is None]
    if strangers:
        err().print(voice.say("cli.run.strangers", files=tuple(map(terminal, strangers))), soft_wrap=True)
    for error in failed:  # what the instructor has open, in Excel mostly: all else is there
        tell(voice, error)
    raise click.exceptions.Exit(Exit.CANNOT if failed else exit_code(view, run.fail_on, run.min_score))


def _keep_typed(run: ClassRun, voice: Voice, cohort: Cohort, failed: list[GraderError]) -> tuple[str, ...]:
    """Put a workbook or CSV aside when it holds decisions that were typed into it and not taken in yet.

    Returns:
        The formats to write: without one whose file is open in another program, which stays as it is.
    """
    from grader.ingest.decisions.decided import undecided_typing

    formats = []
    for name in run.formats:
        path = run.folder / f"rekap.{name}"
        with going_on(failed):
            if name in ("xlsx", "csv") and path.is_file() and undecided_typing(path, cohort.moderations):
                aside = put_aside(path)
                err().print(voice.say("cli.run.typed", path=str(aside), out=str(run.folder)), soft_wrap=True)
            formats.append(name)
    return tuple(formats)


def _make(folder: Path) -> Path:
    """Make a folder within the output folder before the work, so that nothing is graded in vain.

    Raises:
        GraderError: G301 when that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraderError("G301", path=str(folder.parent), reason=error.strerror or type(error).__name__) from error
    return folder


def command_line() -> str:
    """The command that goes on with this run, as it can be typed."""
    arguments = ["grader", *(argument for argument in sys.argv[1:] if argument != "--fresh")]
    return subprocess.list2cmdline(arguments) if sys.platform == "win32" else shlex.join(arguments)


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _now() -> datetime:
    return datetime.now().astimezone()
