"""``grader evaluate``: how well do the labels agree with mine?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader import load_rubric
from grader.cli.common import Exit, out, voice_of
from grader.cli.run import (
    collect_submissions,
    finish,
    grade_submissions,
    material_option,
    provenance_of,
)
from grader.cli.speaking import SpeakingCommand
from grader.errors import GraderError

if TYPE_CHECKING:
    from collections.abc import Collection as Names

    from grader.ingest.labels import Labels
    from grader.records.assessment import Cohort
    from grader.reports.agreement.view import AgreementView
    from grader.reports.view import Provenance
    from grader.rubric.loader import LoadedRubric
    from grader.wording.voice import Voice

EVERYTHING: Final = "semua-konsep"
"""The rubric with all concepts of the bank: what is evaluated when no other is named."""
DEFAULT_FOLDER: Final = Path("grader-out")


@click.command("evaluate", cls=SpeakingCommand, help="cli.evaluate.help", epilog="cli.evaluate.example")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--labels", "table", required=True, metavar="FILE", type=click.Path(path_type=Path), help="cli.option.labels"
)
@click.option(
    "--rubric", "rubric", default=EVERYTHING, show_default=True, metavar="NAME|FILE", help="cli.option.rubric"
)
@click.option("--out", "target", metavar="DIR", type=click.Path(path_type=Path), help="cli.option.out_agreement")
@click.option("--to", "formats", multiple=True, type=click.Choice(["html"]), help="cli.option.to")
@material_option
def evaluate(
    folder: Path,
    table: Path,
    rubric: str,
    target: Path | None,
    formats: tuple[str, ...],
    material: tuple[Path, ...],
) -> None:
    """Compare labels with an expert's, print the figures, write them where asked to."""
    from grader.ingest.handed_in.collecting import Collection
    from grader.ingest.labels import read_labels
    from grader.ingest.material import read_material
    from grader.reports.agreement.to_terminal import to_terminal

    voice = voice_of()
    target = target or (DEFAULT_FOLDER if formats else None)
    loaded = load_rubric(rubric)
    collection = collect_submissions([folder], target, material)
    known = read_material(material)
    table = _found(table, folder)
    names = [each.name for each in collection.submissions]
    labels = read_labels(table, names, loaded.rubric.concepts, _others(loaded))
    labelled = {row.document for row in labels.rows}
    wanted = tuple(each for each in collection.submissions if each.name in labelled)
    cohort = grade_submissions(Collection(wanted, ()), loaded, voice, known)
    unlabelled = tuple(name for name in names if name not in labelled)
    view = _view(cohort, labels, loaded, voice, table, unlabelled, provenance_of(loaded, known))
    if cohort.assessments and not view.record.total.n:
        raise GraderError("G128", path=str(table))
    to_terminal(view, out(), _write(view, target, formats))
    finish(Exit.CANNOT if not cohort.assessments else Exit.PARTLY if cohort.failures else Exit.DONE)


def _found(table: Path, folder: Path) -> Path:
    """The table as named, or the one of that name in the folder of the submissions."""
    inside = folder / table
    return inside if not table.exists() and inside.exists() else table


def _others(loaded: LoadedRubric) -> Names[str]:
    """Concepts of the bank, which labels may be about even where the rubric does not ask for them."""
    return () if loaded.rubric.id == EVERYTHING else load_rubric(EVERYTHING).rubric.concepts


def _view(
    cohort: Cohort,
    labels: Labels,
    loaded: LoadedRubric,
    voice: Voice,
    table: Path,
    unlabelled: tuple[str, ...],
    provenance: Provenance,
) -> AgreementView:
    """The agreement as reports show it."""
    from grader.calibration.agreement import agree, pair
    from grader.calibration.review import reasons
    from grader.reports import safe
    from grader.reports.agreement.view import AgreementView
    from grader.reports.names import Names
    from grader.reports.submission import failure_view

    names = Names(loaded.rubric, voice)
    words = {each.name: each.essay.words.counted for each in cohort.assessments}
    why = {each.name: reasons(each.review) for each in cohort.assessments}
    record = agree(pair(labels.rows, cohort.assessments), words, tuple(loaded.rubric.concepts), why)
    return AgreementView(
        provenance=provenance,
        names=names,
        table=safe.file_name(table.name),
        table_sha256=labels.sha256,
        record=record,
        failed=tuple(failure_view(number, each, names) for number, each in enumerate(cohort.failures, start=1)),
        unlabelled=tuple(map(safe.file_name, unlabelled)),
        beyond=labels.beyond,
    )


def _write(view: AgreementView, target: Path | None, formats: tuple[str, ...]) -> tuple[Path, ...]:
    """Write the JSON, and the page if asked for.

    Raises:
        GraderError: G301 when that cannot be done.
    """
    from grader.reports.agreement.to_html import to_html
    from grader.reports.agreement.to_json import to_json
    from grader.reports.write import write_atomically

    if target is None:
        return ()
    files = {"agreement.json": to_json, **({"agreement.html": to_html} if formats else {})}
    for name, render in files.items():
        write_atomically(target / name, render(view))
    return tuple(target / name for name in files)
