"""How far the labels agree with those of an expert: ``uv run python tests/benchmarks/agreement.py FOLDER…``.

Every FOLDER holds essays and a ``labels.csv`` with the columns ``file`` (or ``doc``, the file's name without ending),
``concept`` and ``label``. Prints, for each essay and in all, quadratic weighted kappa (QWK), F1 of *explained*, exact
agreement and the number of labels. The weights of the judge were set with the essays in ``in-view.txt`` in view, so
those are summed up apart from the others.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sklearn.metrics import cohen_kappa_score, f1_score

import grader
from grader.ingest.collecting import collect

IN_VIEW = frozenset((Path(__file__).parent / "in-view.txt").read_text(encoding="utf-8").split("\n"))

Pairs = list[tuple[int, int]]


def expert_labels(folder: Path) -> dict[str, dict[str, int]]:
    """Labels by name of file (with or without ending, as the table has it) and concept."""
    labels: dict[str, dict[str, int]] = {}
    with (folder / "labels.csv").open(encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            labels.setdefault(row.get("file") or row["doc"], {})[row["concept"]] = int(row["label"])
    return labels


def measure(folder: Path, rubric: str) -> Iterator[tuple[str, Pairs]]:
    """For each labelled essay its name and the pairs of the expert's label and ours."""
    plan = grader.bind(grader.load_rubric(rubric), grader.language("id"))
    labels = expert_labels(folder)
    for submission in collect([folder]).submissions:
        given = labels.get(submission.path.name) or labels.get(submission.path.stem)
        if given is None:
            continue
        assessment = grader.assess(grader.read(submission.path), plan)
        ours = {score.concept: score.label for criterion in assessment.criteria for score in criterion.concepts}
        yield submission.path.name, [(given[concept], ours[concept]) for concept in ours if concept in given]


def figures(pairs: Pairs) -> tuple[float, float, float]:
    """QWK, F1 of *explained*, and share of equal labels."""
    expert, ours = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    kappa = cohen_kappa_score(expert, ours, weights="quadratic", labels=[0, 1, 2])
    f1 = f1_score([label == 2 for label in expert], [label == 2 for label in ours], zero_division=1.0)
    exact = sum(a == b for a, b in pairs) / len(pairs)
    return kappa, f1, exact


def line(name: str, pairs: Pairs) -> str:
    """A row of the table."""
    return f"{name[:48]:48}  {'  '.join(f'{value:5.2f}' for value in figures(pairs))}  {len(pairs):5d}"


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
