"""What one check costs, against importing the libraries: ``uv run python tests/benchmarks/start.py [DRAFT]``.

Each round runs, one behind the other, ``python -c "import spacy, sklearn.feature_extraction.text, docx"`` and ``grader
check`` of one draft with a warm cache, with an empty one and with none; all as processes of their own, whose CPU time
(user and system, with that of their children) is counted. Modules are compiled before, as after any first run, also
where ``PYTHONDONTWRITEBYTECODE`` is set. Printed is the median of each and of its ratio to the imports of the same
round, with the load of the machine: figures of a busy machine vary, ratios within a round hardly do.

    grader check / imports, at most 1.30, aim 0.50
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

SAMPLES = Path(__file__).parent.parent.parent / "samples" / "esai-kolaboratif"
RUBRIC = "esai-kolaboratif"
IMPORTS = "import spacy, sklearn.feature_extraction.text, docx"
MOST = 1.30
AIM = 0.50
ROUNDS = 5


def cost(arguments: Sequence[str], cache: str) -> float:
    """CPU seconds of a Python process.

    Raises:
        RuntimeError: when the process failed.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "GRADER_CACHE_DIR": cache}
    before = os.times()
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return after.children_user + after.children_system - before.children_user - before.children_system


def measured(draft: Path, rounds: int) -> dict[str, list[float]]:
    """CPU seconds by what was run, one figure a round."""
    check = ["-m", "grader.cli.main", "check", str(draft), "--rubric", RUBRIC]
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as warm:
        cost(check, warm)  # fills the cache, and compiles what is not compiled yet
        cost(["-c", IMPORTS], "off")
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as cold:
                for name, arguments, cache in (
                    ("imports", ["-c", IMPORTS], "off"),
                    ("check, warm cache", check, warm),
                    ("check, cold cache", check, cold),
                    ("check, no cache", check, "off"),
                ):
                    found.setdefault(name, []).append(cost(arguments, cache))
    return found


def show(found: Mapping[str, Sequence[float]]) -> bool:
    """Print the table; whether a check with a warm cache is within what it may cost."""
    print(f"{'':18} {'CPU s':>6} {'ratio':>6}   load average {os.getloadavg()[0]:.2f}, {len(found['imports'])} rounds")
    ratios = {}
    for name, costs in found.items():
        ratios[name] = median(each / base for each, base in zip(costs, found["imports"], strict=True))
        print(f"{name:18} {median(costs):6.2f} {ratios[name]:6.2f}")
    ratio = ratios["check, warm cache"]
    print(f"goal: warm at most {MOST:.2f}, aim {AIM:.2f}: {'aim met' if ratio <= AIM else ratio <= MOST}")
    return ratio <= MOST


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a check costs too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("draft", nargs="?", type=Path, default=min(SAMPLES.glob("*.docx")))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args(arguments)
    return 0 if show(measured(options.draft, options.rounds)) else 1


if __name__ == "__main__":
    sys.exit(main())
