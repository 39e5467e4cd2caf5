"""How far the labels agree with those of an expert: ``uv run python tests/benchmarks/agreement.py FOLDER…``.

Every FOLDER holds essays and a ``labels.csv`` as ``grader evaluate`` reads it. Prints, for each essay and in all,
quadratic weighted kappa (QWK), F1 of *explained*, exact agreement and the number of labels, by the same functions as
that command, over several folders at once. The weights of the judge were set with the essays in ``in-view.txt`` in
view, so those are summed up apart from the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import grader
from grader.calibration.agreement import pair
from grader.calibration.measures import confusion, scores
from grader.ingest.collecting import collect
from grader.ingest.labels import read_labels

IN_VIEW = frozenset((Path(__file__).parent / "in-view.txt").read_text(encoding="utf-8").split("\n"))

Pairs = list[tuple[int, int]]


def measure(folder: Path, rubric: str) -> Iterator[tuple[str, Pairs]]:
    """For each labelled essay its name and the pairs of the expert's label and ours."""
    plan = grader.bind(grader.load_rubric(rubric), grader.language("id"))
    submissions = collect([folder]).submissions
    rows = read_labels(folder / "labels.csv", [each.name for each in submissions], plan.rubric.concepts).rows
    labelled = {row.document for row in rows}
    for submission in submissions:
        if submission.name in labelled:
            judged = pair(rows, [grader.assess(grader.read(submission.path, submission.name), plan)])
            yield submission.path.name, [(int(each.expert), int(each.ours)) for each in judged]


def figures(pairs: Pairs) -> tuple[float | None, float | None, float | None]:
    """QWK, F1 of *explained*, and share of equal labels; ``None`` where one is not defined."""
    found = scores(confusion(pairs))
    return found.qwk, found.f1, found.exact


def line(name: str, pairs: Pairs) -> str:
    """A row of the table."""
    cells = ("    –" if value is None else f"{value:5.2f}" for value in figures(pairs))
    return f"{name[:48]:48}  {'  '.join(cells)}  {len(pairs):5d}"


def by_group(measured: Iterable[tuple[str, Pairs]]) -> dict[str, list[Pairs]]:
    """The essays' pairs, in all and by whether an essay was in view when the weights were set."""
    groups: dict[str, list[Pairs]] = {"not in view": [], "in view": [], "all": []}
    for name, pairs in measured:
        groups["in view" if name in IN_VIEW else "not in view"].append(pairs)
        groups["all"].append(pairs)
    return groups


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rubric", default="semua-konsep")
    given = parser.parse_args(arguments)
    print(f"{'essay':48}  {'QWK':>5}  {'F1':>5}  {'exact':>5}  {'N':>5}")
    measured = []
    for folder in given.folders:
        for name, pairs in measure(folder, given.rubric):
            print(line(name, pairs))
            measured.append((name, pairs))
    for name, essays in by_group(measured).items():
        if essays:
            print(line(f"{name} ({len(essays)} essays)", [pair for pairs in essays for pair in pairs]))


if __name__ == "__main__":
    main()
