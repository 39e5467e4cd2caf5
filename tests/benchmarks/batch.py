"""What grading a class costs, against what was set out to be reached: ``uv run python tests/benchmarks/batch.py``.

Makes 200 DOCX and 200 PDF essays (`batch_corpus.py`) in a temporary folder and prints, in one run, a line for each
goal: what was measured, what it may be at most, what is aimed at. Everything is run as a user runs it, in processes of
its own (`batch_tree.py`), so that starting and writing the reports are part of the cost. The two sides of a ratio are
run in turn, and the median of the rounds' ratios is told, with the least and the greatest.

What Python and the programs remember from run to run is there, for both sides, as on any machine but in the very first
run: compiled modules (``PYTHONDONTWRITEBYTECODE`` is not passed on), and what ``grader`` has in its cache.

- ``markitdown``, ``bare``: CPU of ``grader grade --jobs 1`` over the folder, by that of a peer which only takes the
  text out of the same files (`batch_peers.py`). markitdown needs up to a second a file, so ``--peers N`` files of each
  kind are converted, and the cost of all is extrapolated from their means, kind by kind.
- ``check``: CPU of ``grader check`` of one DOCX, by that of importing spaCy, scikit-learn's text module and
  python-docx.
- ``workers``: wall time with ``--jobs 2``, by that with ``--jobs 1``. Tells something only on an idle machine.
- ``growth``: the exponent *e* of CPU = a · essaysᵉ between the least and the greatest of ``--sizes``, with
  ``--jobs 1``. The cost of grading one essay is taken off first, so that the start does not hide how the rest grows.
- ``memory``: the most memory of all processes together over ``--memory`` essays with ``--jobs 2``, looked at every
  50 ms.

Needs Linux for ``memory``, and Linux or macOS for the rest. Without markitdown (``uv sync --group bench``, or an
environment of its own named by ``--markitdown-python``) its line says so.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.batch_corpus import write_corpus
from tests.benchmarks.batch_tree import KNOWS_MEMORY, load, run, watch

CACHE: Final = "GRADER_CACHE_DIR"
NO_BYTECODE: Final = "PYTHONDONTWRITEBYTECODE"
PROGRAM: Final = (sys.executable, "-m", "grader.cli.main")
RUBRIC: Final = ("--rubric", "esai-kolaboratif")
IMPORTS: Final = (sys.executable, "-c", "import spacy, sklearn.feature_extraction.text, docx")
PEERS: Final = str(Path(__file__).with_name("batch_peers.py"))


@dataclass(frozen=True)
class Goal:
    """What a figure may be.

    Attributes:
        what: the figure in words.
        most: it may be at most.
        aim: it should be at most.
        unit: told after all three.
    """

    what: str
    most: float
    aim: float
    unit: str = ""


GOALS: Final[dict[str, Goal]] = {
    "markitdown": Goal("grade a folder / markitdown converting it (CPU)", 0.20, 0.12),
    "bare": Goal("grade a folder / bare python-docx and pypdfium2 text (CPU)", 6.0, 3.0),
    "check": Goal("check one DOCX / import spacy, sklearn…text, docx (CPU)", 1.3, 0.5),
    "workers": Goal("wall time with 2 workers / with 1", 0.70, 0.60),
    "growth": Goal("growth of cost (exponent)", 1.05, 1.0),
    "rss": Goal("peak memory of all processes, sum of RSS", 500, 300, " MB"),
    "pss": Goal("peak memory of all processes, sum of PSS", 500, 300, " MB"),
}


@dataclass
class Bench:
    """The corpus, and how much of it to use.

    Attributes:
        folder: everything is written below it.
        essays: so many DOCX and so many PDF.
        rounds: how often each side of a ratio is run.
        peers: files of each kind that markitdown converts.
        sizes: numbers of essays between which growth is measured.
        memory: essays over which memory is measured.
        python: runs markitdown.
    """

    folder: Path
    essays: int
    rounds: int
    peers: int
    sizes: tuple[int, ...]
    memory: int
    python: str
    runs: Iterator[int] = field(default_factory=count)

    def corpus(self, size: int) -> Path:
        """A folder of so many essays, half of them DOCX; made when it is asked for the first time."""
        folder = self.folder / f"essays-{size}"
        if not folder.exists():
            write_corpus(folder, size - size // 2, size // 2)
        return folder

    def files(self, kind: str) -> list[Path]:
        """The DOCX or the PDF of the main corpus."""
        return sorted(self.corpus(2 * self.essays).glob(f"*.{kind}"))

    def grading(self, size: int, jobs: int) -> tuple[str, ...]:
        """The command that grades so many essays with no results to go on with.

        What the program remembers from run to run is there, as on any machine but in the very first run.
        """
        turn = next(self.runs)
        out = self.folder / f"out-{turn}"
        remember_in(self.folder / "cache")
        return (*PROGRAM, "grade", str(self.corpus(size)), *RUBRIC, "--out", str(out), "--jobs", str(jobs))

    def grade(self, size: int) -> float:
        """CPU seconds of grading so many essays in one process."""
        return run(self.grading(size, 1)).cpu


def remember_in(folder: Path) -> None:
    """Have the commands that follow keep what they remember here, and not with the user's."""
    os.environ[CACHE] = str(folder)


def markitdown(bench: Bench) -> None:
    """The folder against markitdown, extrapolated from some of the files."""
    kinds = {kind: bench.files(kind) for kind in ("docx", "pdf")}
    taken = {kind: files[: bench.peers] for kind, files in kinds.items()}
    ratios = []
    _peer(bench.python, "markitdown", [taken[kind][0] for kind in taken])  # so that its modules are compiled
    for _ in range(bench.rounds):
        theirs = 0.0
        for kind, files in taken.items():
            spent = _peer(bench.python, "markitdown", files)
            if spent is None:
                print(f"{GOALS['markitdown'].what}: markitdown is not installed; uv sync --group bench")
                return
            start, each = spent
            theirs = max(theirs, start) + len(kinds[kind]) * statistics.fmean(each) if each else theirs
        ratios.append(bench.grade(2 * bench.essays) / theirs)
    some = min(bench.peers, bench.essays)
    share = "all files" if some == bench.essays else f"theirs extrapolated from {some} of {bench.essays} of each kind"
    _tell("markitdown", *_middle(ratios), f"{2 * bench.essays} files, {share}")


def bare(bench: Bench) -> None:
    """The folder against bare extraction of text."""
    files = bench.files("docx") + bench.files("pdf")
    ratios, ours = [], []
    _peer(sys.executable, "bare", [files[0], files[-1]])  # so that its modules are compiled
    for _ in range(bench.rounds):
        spent = _peer(sys.executable, "bare", files)
        assert spent is not None
        ours.append(bench.grade(len(files)))
        ratios.append(ours[-1] / (spent[0] + sum(spent[1])))
    told = f"{len(files)} files, ours {1000 * statistics.median(ours) / len(files):.0f} ms a file, start included"
    _tell("bare", *_middle(ratios), told)


def check(bench: Bench) -> None:
    """One draft against imports, in pairs; the first pair warms caches and does not count."""
    draft = str(bench.files("docx")[0])
    remember_in(bench.folder / "cache")
    pairs = []
    for _ in range(4 * bench.rounds + 1):
        ours = run((*PROGRAM, "check", draft, *RUBRIC)).cpu
        pairs.append((ours, run(IMPORTS).cpu))
    told = f"{len(pairs) - 1} pairs, ours {statistics.median(ours for ours, _ in pairs[1:]):.2f} s"
    _tell("check", *_middle([ours / theirs for ours, theirs in pairs[1:]]), told)


def workers(bench: Bench) -> None:
    """Two workers against one."""
    size = 2 * bench.essays
    ratios = []
    for _ in range(bench.rounds):
        one = run(bench.grading(size, 1)).wall
        ratios.append(run(bench.grading(size, 2)).wall / one)
    _tell("workers", *_middle(ratios), f"{size} files on {os.cpu_count()} cores")


def growth(bench: Bench) -> None:
    """How cost grows with the number of essays."""
    start = bench.grade(1)
    spent = {size: bench.grade(size) for size in sorted(bench.sizes)}
    (few, least), *_, (many, greatest) = spent.items()
    if least <= start:
        sys.exit(f"growth: grading {few} essays cost no more than grading one; name greater --sizes")
    exponent = math.log((greatest - start) / (least - start)) / math.log(many / few)
    told = ", ".join(f"{size}: {cpu:.1f} s" for size, cpu in {1: start, **spent}.items())
    total = math.log(greatest / least) / math.log(many / few)
    _tell("growth", exponent, "", f"CPU of {told}; with the start {total:.3f}")


def memory(bench: Bench) -> None:
    """The most memory of the whole tree of processes."""
    if not KNOWS_MEMORY:
        print(f"{GOALS['rss'].what}: not measured, since {platform.system()} does not tell it; run this on Linux")
        return
    command = bench.grading(bench.memory, 2)
    peak = watch(command)
    told = f"{bench.memory} files, --jobs 2, at most {peak.processes} processes, {peak.samples} looks"
    _tell("rss", peak.rss, "", told)
    _tell("pss", peak.pss, "", "the same run; shared pages count once")


MEASURES: Final[dict[str, Callable[[Bench], None]]] = {
    "markitdown": markitdown,
    "bare": bare,
    "check": check,
    "workers": workers,
    "growth": growth,
    "memory": memory,
}


def _peer(python: str, name: str, files: Sequence[Path]) -> tuple[float, list[float]] | None:
    """CPU seconds of a peer's start and of each file; ``None`` when it is not installed."""
    said = run((python, PEERS, name), given="".join(f"{file}\n" for file in files)).said
    spent = json.loads(said)
    return None if spent is None else (float(spent["start"]), [float(each) for each in spent["files"]])


def _middle(ratios: Sequence[float]) -> tuple[float, str]:
    """The median and, where there are several, the range."""
    return statistics.median(ratios), f"{min(ratios):.3g}–{max(ratios):.3g}" if len(ratios) > 1 else ""


def _tell(name: str, measured: float, spread: str, note: str) -> None:
    goal = GOALS[name]
    digits = 0 if goal.unit else 3
    verdict = "reaches the aim" if measured <= goal.aim else "holds" if measured <= goal.most else "TOO MUCH"
    off = measured / goal.aim
    print(
        f"{goal.what:60} {measured:7.{digits}f}{goal.unit} {f'({spread})' if spread else '':15}"
        f" at most {goal.most:g}{goal.unit}, aim {goal.aim:g}{goal.unit}: {verdict}, {off:.2f} × aim\n"
        f"    {note}; load average {load():.2f}",
        flush=True,
    )


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(int(part) for part in text.split(","))
    if len(set(sizes)) < 2 or min(sizes) < 2:
        raise ValueError("two different sizes, parted by a comma, are the least")
    return sizes


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the corpus, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--essays", type=int, default=200, help="essays of each kind (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="times that each side is run (default: %(default)s)")
    parser.add_argument("--only", choices=MEASURES, action="append", help="what to measure (default: everything)")
    parser.add_argument(
        "--peers", type=int, default=20, help="files of each kind for markitdown (default: %(default)s)"
    )
    parser.add_argument("--sizes", type=_sizes, default=(200, 2_000), help="essays for growth (default: 200,2000)")
    parser.add_argument("--memory", type=int, default=1_000, help="essays for memory (default: %(default)s)")
    parser.add_argument("--markitdown-python", default=sys.executable, help="a Python that has it (default: this one)")
    chosen = parser.parse_args(arguments)
    os.environ.pop(NO_BYTECODE, None)
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores; load average {load():.2f}")
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(
            Path(name),
            chosen.essays,
            chosen.rounds,
            chosen.peers,
            chosen.sizes,
            chosen.memory,
            chosen.markitdown_python,
        )
        bench.grade(2)  # so that what is remembered from run to run is there
        for each in chosen.only or MEASURES:
            MEASURES[each](bench)


if __name__ == "__main__":
    main()
