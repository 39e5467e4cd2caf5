"""What `grade` and `check` share: from the user's words to a cohort, and from its view to an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader import __version__, language
from grader.cli.common import Exit, err
from grader.cli.earlier_runs import written_by_runs
from grader.records.assessment import Cohort
from grader.records.finding import Severity
from grader.wording.voice import Voice

if TYPE_CHECKING:
    from grader.ingest.handed_in.collecting import Collection, Submission
    from grader.ingest.handed_in.roster import Roster
    from grader.pipeline import Source
    from grader.records.document import Document
    from grader.reports.view import CohortView, Provenance
    from grader.rubric.loader import LoadedRubric

SEVERITIES: Final = tuple(Severity)
"""From the weightiest down."""
material_option: Final = click.option(
    "--material",
    "material",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="cli.option.material",
)
"""Adds ``--material`` to a command."""


def collect_submissions(
    paths: Sequence[Path],
    output: Path | None = None,
    material: Sequence[Path] = (),
    name_pattern: str | None = None,
    roster: Roster | None = None,
) -> Collection:
    """The submissions that the user named.

    What earlier runs wrote is left out, and so is course material that lies in a folder of submissions.

    Args:
        paths: of submissions.
        output: the folder that reports are written to.
        material: the course material.
        name_pattern: tells participants from names of files.
        roster: the list of the class.

    Raises:
        GraderError: G101 to G103, G140 for a zip that cannot be opened, G141 and on for a pattern that cannot be used.
    """
    from grader.ingest.handed_in.collecting import collect
    from grader.ingest.handed_in.name_pattern import compile_pattern

    known = {path.resolve() for path in material}
    is_written = written_by_runs(output)
    return collect(
        paths,
        pattern=compile_pattern(name_pattern) if name_pattern else None,
        roster=roster,
        is_ours=lambda path: is_written(path) or _is_one_of(path, known),
    )


def _is_one_of(path: Path, known: set[Path]) -> bool:
    """Whether a file is one of some; a link that leads nowhere, or in a circle, is none."""
    return bool(known) and path.exists() and path.resolve() in known


def grade_submissions(
    collection: Collection, loaded: LoadedRubric, voice: Voice, material: Sequence[Document] = ()
) -> Cohort:
    """Grade, with progress on stderr where that is a terminal; sentences copied from the material do not count."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = err()
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(voice.say("cli.run.loading"), total=len(collection.submissions))
        from grader import bind
        from grader.pipeline import grade

        plan = bind(loaded, language(loaded.rubric.language), material)
        bar.update(task, description=voice.say("cli.run.grading"))

        def advancing() -> Iterator[Source]:
            for source in _sources(collection.submissions):
                yield source
                bar.advance(task)

        return grade(advancing(), plan, collection.left_out)


def view_of(cohort: Cohort, loaded: LoadedRubric, voice: Voice, material: Sequence[Document] = ()) -> CohortView:
    """The cohort as reports show it."""
    from grader.reports.view import cohort_view

    provenance = provenance_of(loaded, material)
    return cohort_view(cohort, loaded.rubric, provenance, voice)


def provenance_of(loaded: LoadedRubric, material: Sequence[Document] = ()) -> Provenance:
    """What made the marks."""
    from grader.reports.view import Provenance

    sums = tuple(dict.fromkeys(document.sha256 for document in material))
    return Provenance(__version__, loaded.rubric.id, loaded.sha256, sums)


def exit_code(view: CohortView, fail_on: str | None, min_score: float | None) -> Exit:
    """What the program ends with; the table stands in the README.

    Args:
        view: the results.
        fail_on: a rule of this severity or a weightier one that is not met ends in 1.
        min_score: a suggested mark below it ends in 1.
    """
    if not view.graded:
        return Exit.CANNOT
    if view.failed:
        return Exit.PARTLY
    fatal = SEVERITIES[: SEVERITIES.index(Severity(fail_on)) + 1] if fail_on else ()
    for row in view.graded:
        if (min_score is not None and row.points < min_score) or not row.missed.isdisjoint(fatal):
            return Exit.BELOW
    return Exit.DONE


def finish(code: Exit) -> None:
    """End the program with a code."""
    if code is not Exit.DONE:
        raise click.exceptions.Exit(code)


def _sources(submissions: Iterable[Submission]) -> Iterator[Source]:
    from grader.ingest.handed_in.collecting import load_submission
    from grader.ingest.reading import read_bytes
    from grader.pipeline import Source

    for each in submissions:
        yield Source(each.name, partial(load_submission, each), partial(read_bytes, name=each.name))
