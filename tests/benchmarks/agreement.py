"""How far the labels agree with those of an expert: ``uv run python tests/benchmarks/agreement.py``.

Every labelled essay that comes along, or those of the FOLDERs named (each with a ``labels.csv``), is judged by
parameters that were learned without it; the essays of ``samples/learning/essays`` are always learned from. Prints, for
each essay, for groups and in all, quadratic weighted kappa (QWK), F1 of *explained*, exact agreement and the number of
labels, by the same functions as ``grader evaluate``. ``groups.csv`` says of which kind an essay is, and whether it was
in view when the rubrics' phrases were written.

The rubric on another subject is measured beside them: nothing was ever learned of its concepts.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import grader
from grader.calibration.agreement import pair
from grader.calibration.measures import confusion, scores
from grader.cli.held_out import held_out, read_labelled
from grader.ingest.collecting import collect
from grader.ingest.labels import read_labels
from grader.ingest.passages import read_passages
from grader.learning.learner import Learner

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "samples"
LEARNING = SAMPLES / "learning"
MEASURED = (SAMPLES / "esai-kolaboratif", SAMPLES / "jurnal-wog", SAMPLES / "rangkuman-wog", LEARNING / "more")
OTHER = SAMPLES / "anti-korupsi"
FOLDS = 7
GROUPS = Path(__file__).parent / "groups.csv"

Pairs = list[tuple[int, int]]


def measure(folders: Sequence[Path] = MEASURED, folds: int = FOLDS) -> dict[str, Pairs]:
    """For each labelled essay its name and the pairs of the expert's label and ours, learned without it."""
    loaded = grader.load_rubric("semua-konsep")
    concepts = {use.concept: loaded.rubric.concepts[use.concept] for c in loaded.rubric.criteria for use in c.concepts}
    passages = read_passages(LEARNING / "passages", concepts).passages
    learner = Learner(concepts, grader.language("id"), passages)
    taught = read_labelled(LEARNING / "essays", loaded, learner)[1]
    essays = [each for folder in folders for each in read_labelled(folder, loaded, learner)[1]]
    rows = [row for each in essays for row in each.rows]
    names = {each.document.name for each in essays}
    results = held_out(learner, [*taught, *essays], names, folds, loaded)
    found = {each.name: [(int(j.expert), int(j.ours)) for j in pair(rows, [each])] for each in results}
    return dict(sorted(found.items()))


def other_subject(folder: Path = OTHER) -> Pairs:
    """The pairs of labels of concepts that nothing was learned of."""
    plan = grader.bind(grader.load_rubric(folder / "rubric.yaml"), grader.language("id"))
    submissions = [each for each in collect([folder]).submissions if each.name.endswith(".md")]
    rows = read_labels(folder / "labels.csv", [each.name for each in submissions], plan.rubric.concepts).rows
    results = [grader.assess(grader.read(each.path, each.name), plan) for each in submissions]
    return [(int(each.expert), int(each.ours)) for each in pair(rows, results)]


def figures(pairs: Pairs) -> tuple[float | None, float | None, float | None]:
    """QWK, F1 of *explained*, and share of equal labels; ``None`` where one is not defined."""
    found = scores(confusion(pairs))
    return found.qwk, found.f1, found.exact


def line(name: str, pairs: Pairs) -> str:
    """A row of the table."""
    cells = ("    –" if value is None else f"{value:5.2f}" for value in figures(pairs))
    return f"{name[:60]:60}  {'  '.join(cells)}  {len(pairs):5d}"


def by_group(measured: Iterable[tuple[str, Pairs]]) -> dict[str, list[Pairs]]:
    """The essays' pairs by kind, by whether phrases were written with the essay in view, and in all."""
    with GROUPS.open(encoding="utf-8", newline="") as table:
        kinds = {row["essay"]: row for row in csv.DictReader(table)}
    groups: dict[str, list[Pairs]] = {"ordinary": [], "hard": [], "in view": [], "not in view": [], "all": []}
    for name, pairs in measured:
        row = kinds.get(name, {"kind": "other", "in_view": ""})
        for group in (row["kind"], {"yes": "in view", "no": "not in view"}.get(row["in_view"]), "all"):
            if group in groups:
                groups[group].append(pairs)
    return groups


def together(essays: Iterable[Pairs]) -> Pairs:
    """The pairs of several essays."""
    return [each for pairs in essays for each in pairs]


def report(folders: Sequence[Path], folds: int) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'essay':60}  {'QWK':>5}  {'F1':>5}  {'exact':>5}  {'N':>5}"
    measured = measure(folders, folds)
    for name, pairs in measured.items():
        yield line(name, pairs)
    for group, essays in by_group(measured.items()).items():
        if essays:
            yield line(f"{group} ({len(essays)} essays)", together(essays))
    yield line("another subject, nothing learned of it", other_subject())


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--folds", type=int, default=FOLDS)
    given = parser.parse_args(arguments)
    for text in report(given.folders or MEASURED, given.folds):
        print(text)


if __name__ == "__main__":
    main()
