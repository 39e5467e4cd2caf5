"""``--backend dask``: the same marks from a cluster, also when one of its workers is killed during the run."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from grader.batch.store import Store
from grader.reports.write import STATE

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended in another way")

TEXT = "Disiplin berarti datang tepat waktu dan menaati aturan kerja tanpa harus diawasi setiap hari oleh atasan. "


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A process, with what it says on stderr up to now; it is ended with the block."""
    process = subprocess.Popen([sys.executable, *arguments], stderr=subprocess.PIPE, encoding="utf-8")
    said: list[str] = []
    try:
        yield process, said
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=30)
        process.kill()


def told(process: subprocess.Popen[str], pattern: str) -> re.Match[str]:
    """Read what a process says until it says this."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found
    raise AssertionError(f"it ended without saying {pattern}")


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """A scheduler and two workers of one thread each, all on this machine: its address, and the workers."""
    scheduler = ("-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    with started(*scheduler) as (process, _):
        address = told(process, r"Scheduler at:\s+(tcp://\S+)")[1]
        worker = ("-m", "distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard")
        places = [(*worker, "--local-directory", str(folder / name)) for name in ("satu", "dua")]
        with started(*places[0]) as (first, _), started(*places[1]) as (second, _):
            for each in (first, second):
                told(each, r"Registered to:\s+tcp://")
            yield address, [first, second]


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "grader.cli.main", "grade", *map(str, arguments)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "tugas"
    path.mkdir()
    for number in range(40):
        (path / f"{number:02}.txt").write_text(TEXT * (number + 1), encoding="utf-8")
    return path


def test_all_results_arrive_once_although_a_worker_is_killed(folder: Path, rubric: Path, tmp_path: Path) -> None:
    out, alone = tmp_path / "klaster", tmp_path / "sendiri"
    arguments = (folder, "--rubric", rubric)
    with cluster(tmp_path) as (address, (first, second)):
        asked = command(*arguments, "--out", out, "--backend", "dask", "--scheduler", address)
        with subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8") as run:
            told(run, r"^\d+ dari 40 selesai")
            os.kill(first.pid, signal.SIGKILL)
            _, rest = run.communicate()
        assert run.returncode == 0, rest
        assert second.poll() is None
    with Store(out / STATE) as store:
        assert sorted(store.keys()) == [f"{number:02}.txt" for number in range(40)]
    subprocess.run(command(*arguments, "--out", alone, "--jobs", "1"), check=True, capture_output=True)
    for name in ("assessments.jsonl", "summary.json"):
        assert (out / name).read_bytes() == (alone / name).read_bytes()


def test_a_cluster_that_is_not_there_is_told_with_the_next_step(folder: Path, rubric: Path, tmp_path: Path) -> None:
    asked = command(folder, "--rubric", rubric, "--out", tmp_path / "o", "--backend", "dask")
    done = subprocess.run(
        [*asked, "--scheduler", "tcp://127.0.0.1:1"], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "G306" in done.stderr
    assert "tcp://127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr
