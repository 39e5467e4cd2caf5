"""How far the labels agree with those of an expert: ``uv run python tests/benchmarks/agreement.py FOLDER…``.

Every FOLDER holds essays and a ``labels.csv`` with the columns ``file`` (or ``doc``, the file's name without ending),
``concept`` and ``label``. Prints, for each essay and in all, quadratic weighted kappa (QWK), F1 of *explained*, exact
agreement and the number of labels. The weights of the judge were set with the essays in ``in-view.txt`` in view, so
those are summed up apart from the others.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
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


def line(name: str, pairs: Pairs) -> str:
    """A row of the table."""
    expert, ours = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    kappa = cohen_kappa_score(expert, ours, weights="quadratic", labels=[0, 1, 2])
    f1 = f1_score([label == 2 for label in expert], [label == 2 for label in ours], zero_division=1.0)
    exact = sum(a == b for a, b in pairs) / len(pairs)
    return f"{name[:48]:48}  {kappa:5.2f}  {f1:5.2f}  {exact:5.2f}  {len(pairs):5d}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rubric", default="semua-konsep")
    given = parser.parse_args(arguments)
    everything: dict[str, Pairs] = {"all": [], "in view": [], "not in view": []}
    print(f"{'essay':48}  {'QWK':>5}  {'F1':>5}  {'exact':>5}  {'N':>5}")
    for folder in given.folders:
        for name, pairs in measure(folder, given.rubric):
            print(line(name, pairs))
            everything["all"] += pairs
            everything["in view" if name in IN_VIEW else "not in view"] += pairs
    for name, pairs in everything.items():
        if pairs:
            print(line(name, pairs))


if __name__ == "__main__":
    main()
