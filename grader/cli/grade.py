"""``grader grade``: a class of submissions in, marks with evidence out."""

from __future__ import annotations

from pathlib import Path

import click

from grader import load_rubric
from grader.cli.common import results_option, voice_of
from grader.cli.misuse import Misuse
from grader.cli.numbers import FiniteNumber
from grader.cli.run import SEVERITIES, material_option
from grader.cli.speaking import SpeakingCommand

FORMATS = "html|xlsx|csv|feedback"


@click.command("grade", cls=SpeakingCommand, help="cli.grade.help", epilog="cli.grade.example")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rubric", "rubric", required=True, metavar="NAME|FILE", help="cli.option.rubric")
@results_option("cli.option.out")
@click.option("--to", "formats", multiple=True, metavar=FORMATS, help="cli.option.to")
@material_option
@click.option("--roster", metavar="FILE", type=click.Path(path_type=Path), help="cli.option.roster")
@click.option("--name-pattern", metavar="REGEX", help="cli.option.name_pattern")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="cli.option.jobs")
@click.option("--fresh", is_flag=True, help="cli.option.fresh")
@click.option("--backend", type=click.Choice(("local", "dask")), default="local", help="cli.option.backend")
@click.option("--scheduler", metavar="ADDRESS", help="cli.option.scheduler")
@click.option("--fail-on", type=click.Choice([severity.value for severity in SEVERITIES]), help="cli.option.fail_on")
@click.option("--min-score", type=FiniteNumber(), metavar="N", help="cli.option.min_score")
def grade(
    paths: tuple[Path, ...],
    rubric: str,
    folder: Path,
    formats: tuple[str, ...],
    material: tuple[Path, ...],
    roster: Path | None,
    name_pattern: str | None,
    jobs: int | None,
    fresh: bool,
    backend: str,
    scheduler: str | None,
    fail_on: str | None,
    min_score: float | None,
) -> None:
    """Grade a class, print a table, write the reports."""
    from grader.cli.class_run import ClassRun, run_class
    from grader.reports.catalogue import check_names

    if (backend == "dask") != (scheduler is not None):
        raise Misuse("cli.usage.scheduler")
    run_class(
        ClassRun(
            paths=paths,
            loaded=load_rubric(rubric),
            folder=folder,
            formats=check_names(formats),
            material=material,
            roster=roster,
            name_pattern=name_pattern,
            jobs=jobs,
            fresh=fresh,
            scheduler=scheduler,
            fail_on=fail_on,
            min_score=min_score,
        ),
        voice_of(),
    )
