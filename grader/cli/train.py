"""``grader train``: learn the judge's parameters from labelled essays and passages, or measure how well that works."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader import __version__, bind, language, load_rubric, read
from grader.cli.common import out, voice_of
from grader.cli.evaluate import EVERYTHING
from grader.cli.speaking import SpeakingCommand

if TYPE_CHECKING:
    from grader.ingest.labels import Labels
    from grader.learning.examples import LabelledEssay
    from grader.learning.learner import Learner, Prepared
    from grader.records.assessment import Assessment
    from grader.records.document import Document
    from grader.reports.agreement.view import AgreementView
    from grader.rubric.loader import LoadedRubric
    from grader.wording.voice import Voice

TABLE: Final = "labels.csv"
FOLDS: Final = 10


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled essay as it was read, and whether it is measured."""

    document: Document
    example: LabelledEssay
    measured: bool


@click.command("train", cls=SpeakingCommand, help="cli.train.help", epilog="cli.train.example")
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER…", type=click.Path(path_type=Path))
@click.option("--passages", required=True, metavar="DIR", type=click.Path(path_type=Path), help="cli.option.passages")
@click.option("--out", "target", metavar="FILE", type=click.Path(path_type=Path), help="cli.option.out_parameters")
@click.option(
    "--measure", "measured", multiple=True, metavar="FOLDER", type=click.Path(path_type=Path), help="cli.option.measure"
)
@click.option("--folds", default=FOLDS, show_default=True, type=click.IntRange(min=2), help="cli.option.folds")
@click.option(
    "--rubric", "rubric", default=EVERYTHING, show_default=True, metavar="NAME|FILE", help="cli.option.rubric"
)
def train(
    folders: tuple[Path, ...], passages: Path, target: Path | None, measured: tuple[Path, ...], folds: int, rubric: str
) -> None:
    """Learn, write what was learned, and measure it on essays that were each held out."""
    from grader.ingest.passages import read_passages
    from grader.learning.learner import Learner
    from grader.reports.agreement.to_terminal import to_terminal
    from grader.reports.write import write_atomically

    voice = voice_of()
    if target is None and not measured:
        raise click.UsageError(voice.say("cli.train.nothing"))
    loaded = load_rubric(rubric)
    concepts = {use.concept: loaded.rubric.concepts[use.concept] for c in loaded.rubric.criteria for use in c.concepts}
    tables: list[Labels] = []
    essays: list[Labelled] = []
    for folder in dict.fromkeys((*folders, *measured)):
        table, found = _read(folder, loaded, folder in measured, many=len(folders) > 1)
        tables.append(table)
        essays.extend(found)
    learned_from = read_passages(passages, concepts)
    learner = Learner(concepts, language(loaded.rubric.language), learned_from.passages)
    ready = [learner.prepare(each.example) for each in essays]
    if target is not None:
        sums = [learned_from.sha256, *(each.document.sha256 for each in essays), *(table.sha256 for table in tables)]
        provenance = {
            "made_by": f"grader train, {__version__}",
            "rubric": loaded.rubric.id,
            "rubric_sha256": loaded.sha256,
            "folders": [folder.name for folder in folders],
            "essays": sum(each is not None for each in ready),
            "passages": len(learned_from.passages),
            "examples_sha256": hashlib.sha256("".join(sums).encode()).hexdigest(),
        }
        parameters = learner.learn([each for each in ready if each is not None], provenance)
        write_atomically(target, parameters.to_json().encode())
        out().print(voice.say("cli.train.written", path=str(target)), highlight=False)
    if measured:
        to_terminal(_measure(learner, essays, ready, tables, folds, loaded, voice), out(), ())


def _read(folder: Path, loaded: LoadedRubric, measured: bool, *, many: bool) -> tuple[Labels, list[Labelled]]:
    """The labelled essays of a folder; named with the folder when there are several."""
    from grader.ingest.collecting import collect
    from grader.ingest.labels import read_labels
    from grader.learning.examples import LabelledEssay
    from grader.structure.outline import outline

    submissions = collect([folder]).submissions
    table = read_labels(folder / TABLE, [each.name for each in submissions], loaded.rubric.concepts)
    found: list[Labelled] = []
    for submission in submissions:
        rows = [row for row in table.rows if row.document == submission.name]
        if rows:
            name = f"{folder.name}/{submission.name}" if many else submission.name
            document = read(submission.path, name)
            labels = {row.concept: row.label for row in rows}
            evidence = {row.concept: row.evidence for row in rows if row.evidence}
            example = LabelledEssay(outline(document, loaded.rubric), labels, evidence)
            found.append(Labelled(document, example, measured))
    return table, found


def _measure(
    learner: Learner,
    essays: Sequence[Labelled],
    ready: Sequence[Prepared | None],
    tables: Sequence[Labels],
    folds: int,
    loaded: LoadedRubric,
    voice: Voice,
) -> AgreementView:
    """Each measured essay, labelled by parameters that were learned without it, as `grader evaluate` shows it."""
    from grader.calibration.agreement import agree, pair
    from grader.learning.folding import fold_of
    from grader.pipeline import assess
    from grader.records.agreement import ExpertLabel
    from grader.reports.agreement.view import AgreementView
    from grader.reports.names import Names
    from grader.reports.view import Provenance

    places = fold_of([each.document.name for each in essays if each.measured], folds)
    results: list[Assessment] = []
    for fold in sorted(set(places.values())):
        kept = [
            each
            for labelled, each in zip(essays, ready, strict=True)
            if each is not None and not (labelled.measured and places[labelled.document.name] == fold)
        ]
        plan = bind(loaded, language(loaded.rubric.language), parameters=learner.learn(kept, {}))
        results += [assess(e.document, plan) for e in essays if e.measured and places[e.document.name] == fold]
    rows = [
        ExpertLabel(each.document.name, concept, label, each.example.evidence.get(concept, ""))
        for each in essays
        if each.measured
        for concept, label in each.example.labels.items()
    ]
    results.sort(key=lambda result: result.name)
    words = {each.name: each.essay.words.counted for each in results}
    return AgreementView(
        provenance=Provenance(__version__, loaded.rubric.id, loaded.sha256),
        names=Names(loaded.rubric, voice),
        table=TABLE,
        table_sha256=hashlib.sha256("".join(table.sha256 for table in tables).encode()).hexdigest(),
        record=agree(pair(rows, results), words, tuple(loaded.rubric.concepts)),
        failed=(),
        unlabelled=(),
        beyond=(),
    )
