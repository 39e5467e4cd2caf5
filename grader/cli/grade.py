"""``grader grade``: a folder of submissions in, marks with evidence out."""

from __future__ import annotations

from pathlib import Path

import click

from grader import load_rubric
from grader.cli.common import out, voice_of
from grader.cli.run import (
    SEVERITIES,
    collect_submissions,
    exit_code,
    finish,
    grade_submissions,
    material_option,
    view_of,
)
from grader.cli.speaking import SpeakingCommand
from grader.errors import GraderError


@click.command("grade", cls=SpeakingCommand, help="cli.grade.help", epilog="cli.grade.example")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rubric", "rubric", required=True, metavar="NAME|FILE", help="cli.option.rubric")
@click.option(
    "--out",
    "folder",
    default="grader-out",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="cli.option.out",
)
@click.option("--to", "formats", multiple=True, metavar="html|xlsx", help="cli.option.to")
@material_option
@click.option("--fail-on", type=click.Choice([severity.value for severity in SEVERITIES]), help="cli.option.fail_on")
@click.option("--min-score", type=float, metavar="N", help="cli.option.min_score")
def grade(
    paths: tuple[Path, ...],
    rubric: str,
    folder: Path,
    formats: tuple[str, ...],
    material: tuple[Path, ...],
    fail_on: str | None,
    min_score: float | None,
) -> None:
    """Grade submissions by a rubric, print a table, write the reports."""
    from grader.ingest.material import read_material
    from grader.reports.catalogue import check_names, write_reports
    from grader.reports.to_terminal import to_terminal

    voice = voice_of()
    wanted = check_names(formats)
    loaded = load_rubric(rubric)
    collection = collect_submissions(paths, folder, material)
    known = read_material(material)
    _make(folder)
    cohort = grade_submissions(collection, loaded, voice, known)
    view = view_of(cohort, loaded, voice, known)
    written = write_reports(view, wanted, folder)
    to_terminal(view, out(), written)
    finish(exit_code(cohort, fail_on, min_score))


def _make(folder: Path) -> None:
    """Make the output folder before the work, so that nothing is graded in vain.

    Raises:
        GraderError: G301 when that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraderError("G301", path=str(folder), reason=error.strerror or type(error).__name__) from error
