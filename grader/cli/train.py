"""``grader train``: learn the judge's parameters from labelled essays and passages, or measure how well that works."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader import __version__, language, load_rubric
from grader.cli.common import out, voice_of
from grader.cli.evaluate import EVERYTHING
from grader.cli.held_out import TABLE, Labelled, held_out, read_labelled
from grader.cli.misuse import Misuse
from grader.cli.speaking import SpeakingCommand

if TYPE_CHECKING:
    from grader.ingest.labels import Labels
    from grader.learning.learner import Learner
    from grader.reports.agreement.view import AgreementView
    from grader.rubric.loader import LoadedRubric
    from grader.wording.voice import Voice

FOLDS: Final = 10


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
        raise Misuse("cli.train.nothing", click.get_current_context())
    loaded = load_rubric(rubric)
    concepts = {use.concept: loaded.rubric.concepts[use.concept] for c in loaded.rubric.criteria for use in c.concepts}
    learned_from = read_passages(passages, concepts)
    learner = Learner(concepts, language(loaded.rubric.language), learned_from.passages)
    read = {folder: read_labelled(folder, loaded, learner) for folder in dict.fromkeys((*folders, *measured))}
    essays = [each for _, found in read.values() for each in found]
    tables = [table for table, _ in read.values()]
    if target is not None:
        sums = [learned_from.sha256, *(each.document.sha256 for each in essays), *(table.sha256 for table in tables)]
        provenance = {
            "made_by": f"grader train, {__version__}",
            "rubric": loaded.rubric.id,
            "rubric_sha256": loaded.sha256,
            "folders": [folder.name for folder in read],
            "essays": len(essays),
            "passages": len(learned_from.passages),
            "examples_sha256": _joined(sums),
        }
        ready = [each.prepared for each in essays if each.prepared is not None]
        write_atomically(target, learner.learn(ready, provenance).to_json().encode())
        out().print(voice.say("cli.train.written", path=str(target)), highlight=False)
    if measured:
        chosen = [each for folder in dict.fromkeys(measured) for each in read[folder][1]]
        view = _view(learner, essays, chosen, tables, folds, loaded, voice)
        to_terminal(view, out(), ())


def _view(
    learner: Learner,
    essays: Sequence[Labelled],
    measured: Sequence[Labelled],
    tables: Sequence[Labels],
    folds: int,
    loaded: LoadedRubric,
    voice: Voice,
) -> AgreementView:
    """The agreement as `grader evaluate` shows it."""
    from grader.calibration.agreement import agree, pair
    from grader.calibration.review import reasons
    from grader.reports.agreement.view import AgreementView
    from grader.reports.names import Names
    from grader.reports.view import Provenance

    names = {each.document.name for each in measured}
    results = sorted(held_out(learner, essays, names, folds, loaded), key=lambda result: result.name)
    rows = [row for each in measured for row in each.rows]
    words = {each.name: each.essay.words.counted for each in results}
    why = {each.name: reasons(each.review) for each in results}
    return AgreementView(
        provenance=Provenance(__version__, loaded.rubric.id, loaded.sha256),
        names=Names(loaded.rubric, voice),
        table=TABLE,
        table_sha256=_joined([table.sha256 for table in tables]),
        record=agree(pair(rows, results), words, tuple(loaded.rubric.concepts), why),
        failed=(),
        unlabelled=(),
        beyond=(),
    )


def _joined(sums: Sequence[str]) -> str:
    return hashlib.sha256("".join(sums).encode()).hexdigest()
