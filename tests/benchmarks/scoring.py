"""What labelling an essay costs: ``uv run python tests/benchmarks/scoring.py [FOLDER]``.

Reads the essays of a folder (``samples/esai-kolaboratif`` when none is named), then labels each of them for all 40
concepts several times over in this process, and prints CPU milliseconds for 2,500 words: cutting into sentences,
examining, labelling, and in all; the least of several rounds, since other programs only ever add to it.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import grader
from grader.ingest.handed_in.collecting import collect
from grader.integrity.examination import examine
from grader.scoring.passages import cut, without
from grader.structure.outline import outline

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "esai-kolaboratif"
ROUNDS = 7
WORDS = 2_500


def least(work: Callable[[], object]) -> float:
    """CPU milliseconds of the quickest round."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return 1000 * min(spent)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    folder: Path = parser.parse_args(arguments).folder
    speech = grader.language("id")
    plan = grader.bind(grader.load_rubric("semua-konsep"), speech)
    words = 0
    total = {"cut": 0.0, "examine": 0.0, "label": 0.0}
    for each in collect([folder]).submissions:
        if each.path.suffix not in {".docx", ".pdf", ".md", ".txt"}:
            continue
        essay = outline(grader.read(each.path, each.name), plan.rubric)
        passages = cut(essay, speech)
        sound = without(passages, examine(passages, plan.subject).unsound)
        words += essay.words.counted
        total["cut"] += least(partial(cut, essay, speech))
        total["examine"] += least(partial(examine, passages, plan.subject))
        total["label"] += least(partial(plan.coverage.score, sound))
    print(f"{words} words; load average {os.getloadavg()[0]:.2f}; CPU ms for {WORDS} words:")
    for name, spent in (*total.items(), ("in all", sum(total.values()))):
        print(f"{name:8} {spent * WORDS / words:6.1f}")


if __name__ == "__main__":
    main()
