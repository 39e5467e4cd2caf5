"""How far the labels agree with those of an expert: ``uv run python tests/benchmarks/agreement.py``.

Judges every labelled essay that comes along, or those of the FOLDERs named (each with a ``labels.csv``). Labels were
learned from ``samples/learning`` alone, so none of these essays has a part in how it is judged. Prints, for each essay,
for groups and in all, quadratic weighted kappa (QWK), F1 of *explained*, exact agreement and the number of labels, by
the same functions as ``grader evaluate``. ``groups.csv`` says of which kind an essay is, and whether it was in view
when the rubrics' phrases were written.

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
from grader.ingest.handed_in.collecting import collect
from grader.ingest.labels import read_labels
from grader.plan import Plan

SAMPLES = Path(__file__).parent.parent.parent / "samples"
MEASURED = tuple(SAMPLES / name for name in ("esai-kolaboratif", "jurnal-wog", "rangkuman-wog", "more"))
OTHER = SAMPLES / "anti-korupsi"
GROUPS = Path(__file__).parent / "groups.csv"

Pairs = list[tuple[int, int]]


def measure(folders: Sequence[Path] = MEASURED) -> dict[str, Pairs]:
    """For each labelled essay its name, with its folder's, and the pairs of the expert's label and ours."""
    plan = grader.bind(grader.load_rubric("semua-konsep"), grader.language("id"))
    return {f"{folder.name}/{name}": pairs for folder in folders for name, pairs in _judged(folder, plan)}


def other_subject(folder: Path = OTHER) -> Pairs:
    """The pairs of labels of concepts that nothing was learned of."""
    plan = grader.bind(grader.load_rubric(folder / "rubric.yaml"), grader.language("id"))
    return together(pairs for _, pairs in _judged(folder, plan))


def _judged(folder: Path, plan: Plan) -> Iterator[tuple[str, Pairs]]:
    submissions = collect([folder]).submissions
    rows = read_labels(folder / "labels.csv", [each.name for each in submissions], plan.rubric.concepts).rows
    labelled = {row.document for row in rows}
    for each in submissions:
        if each.name in labelled:
            found = pair(rows, [grader.assess(grader.read(each.path, each.name), plan)])
            yield each.name, [(int(judged.expert), int(judged.ours)) for judged in found]


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


def report(folders: Sequence[Path]) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'essay':60}  {'QWK':>5}  {'F1':>5}  {'exact':>5}  {'N':>5}"
    measured = measure(folders)
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
    given = parser.parse_args(arguments)
    for text in report(given.folders or MEASURED):
        print(text)


if __name__ == "__main__":
    main()
