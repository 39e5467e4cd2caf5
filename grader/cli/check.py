"""``grader check``: one draft, everything that is known of it."""

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


@click.command("check", cls=SpeakingCommand, help="cli.check.help", epilog="cli.check.example")
@click.argument("drafts", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rubric", "rubric", required=True, metavar="NAME|FILE", help="cli.option.rubric")
@material_option
@click.option("--fail-on", type=click.Choice([severity.value for severity in SEVERITIES]), help="cli.option.fail_on")
@click.option("--min-score", type=float, metavar="N", help="cli.option.min_score")
def check(
    drafts: tuple[Path, ...], rubric: str, material: tuple[Path, ...], fail_on: str | None, min_score: float | None
) -> None:
    """Check drafts by a rubric and print what is found; nothing is written."""
    from grader.ingest.material import read_material
    from grader.reports.to_terminal_one import to_terminal_one

    voice = voice_of()
    loaded = load_rubric(rubric)
    collection = collect_submissions(drafts, material=material)
    known = read_material(material)
    cohort = grade_submissions(collection, loaded, voice, known)
    to_terminal_one(view_of(cohort, loaded, voice, known), out())
    finish(exit_code(cohort, fail_on, min_score))
