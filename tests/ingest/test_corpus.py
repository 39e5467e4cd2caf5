"""Every file of the corpus ends as it must: read one by one, and graded all together in one call."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import pytest

from grader.error_texts import CATALOGUE
from grader.ingest.handed_in.collecting import collect
from tests.corpus import making
from tests.corpus.case import Expected, Outcome
from tests.corpus.checking import faults

KNOWN_GAPS: Final[dict[str, str]] = {}
"""What is not yet read as expected, and why; whatever is mended must be taken out."""

NOT_GRADED: Final[dict[str, str]] = {}
"""Files that are left aside when all are graded in one call, and why."""

SECONDS_A_FILE: Final = 10
"""What a file may take. Machines under load need more, so tests allow several times as much."""
MEGABYTES: Final = 500
"""What a process may take; likewise."""

CASES: Final = tuple(case.expected for case in making.cases())
READ: Final = [expected for expected in CASES if expected.outcome is not Outcome.LEFT_OUT]
OLDER: Final = {"moodle/two-files-1.docx": "moodle/two-files-2.docx"}
"""Files that can be read, but are not graded in a class: another one of the same participant is newer."""


def parameters(cases: list[Expected]) -> list[Any]:
    """The cases, those with a known gap marked as such."""
    return [
        pytest.param(
            expected,
            id=expected.id,
            marks=[pytest.mark.xfail(reason=KNOWN_GAPS[expected.id], strict=True)] if expected.id in KNOWN_GAPS else [],
        )
        for expected in cases
    ]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus as files."""
    folder = tmp_path_factory.mktemp("corpus")
    assert making.make(folder) == CASES
    return folder


class Apart:
    """A process that reads files, so that one which hangs, or takes all memory, fails one test."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def faults(self, expected: Expected, folder: Path) -> list[str]:
        """As `tests.corpus.checking.faults`.

        Raises:
            TimeoutError: when it takes far too long.
            BrokenProcessPool: when the process dies.
        """
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_limit_memory)
        try:
            return self._pool.submit(faults, expected, folder).result(timeout=6 * SECONDS_A_FILE)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._pool is not None:
            for process in list(self._pool._processes.values()):
                process.kill()
            self._pool.shutdown()
            self._pool = None


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    reader = Apart()
    yield reader
    reader.stop()


def test_cases_are_told_apart_by_their_ids_and_paths() -> None:
    assert len({expected.id for expected in CASES}) == len({expected.path for expected in CASES}) == len(CASES)
    assert all(expected.id.isascii() for expected in CASES)
    assert set(KNOWN_GAPS) <= {expected.id for expected in READ}
    assert {code for expected in CASES for code in expected.codes} <= set(CATALOGUE)


def test_the_corpus_is_the_same_at_every_making() -> None:
    salted = {"locked/rc4.pdf", "locked/aes-128.pdf", "locked/aes-256.pdf", "locked/against-changes-only.pdf"}
    pairs = zip(making.cases(), making.cases(), strict=True)
    assert [
        one.expected.id
        for one, again in pairs
        if isinstance(one.content, bytes) and one.content != again.content and one.expected.id not in salted
    ] == []


def test_what_is_a_submission(corpus: Path) -> None:
    found = {os.fspath(submission.path.relative_to(corpus)) for submission in collect([corpus]).submissions}
    assert found == {expected.path for expected in READ if expected.id not in OLDER}


@pytest.mark.parametrize("expected", parameters([expected for expected in READ if not expected.heavy]))
def test_each_file_is_read_as_it_must(expected: Expected, corpus: Path) -> None:
    assert faults(expected, corpus) == []


@pytest.mark.parametrize("expected", parameters([expected for expected in READ if expected.heavy]))
def test_each_heavy_file_is_read_as_it_must(expected: Expected, corpus: Path, apart: Apart) -> None:
    assert apart.faults(expected, corpus) == []


@dataclass(frozen=True, slots=True)
class Run:
    """One call of ``grader grade`` on the whole corpus: how it ended, what it wrote, and what it took."""

    code: int
    stdout: str
    stderr: str
    rows: dict[str, dict[str, Any]]
    names: dict[str, str]
    left_out: list[str]
    changed: set[str]
    seconds: float
    megabytes: float


MEASURE: Final = """
import json, subprocess, sys, time
begin = time.monotonic()
with open(sys.argv[1], "wb") as out, open(sys.argv[2], "wb") as err:
    code = subprocess.run(sys.argv[3:], stdout=out, stderr=err, stdin=subprocess.DEVNULL).returncode
seconds = time.monotonic() - begin
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024)
except ImportError:
    peak = 0
print(json.dumps([code, seconds, peak / 1_000_000]))
"""
"""Runs a program; prints its exit code, the seconds it took, and the most memory that it or a child of it held."""


def snapshot(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Kind, size and time of everything below a folder."""
    found = {}
    for root, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            status = os.lstat(os.path.join(root, name))  # noqa: PTH118 (names that are no text)
            found[os.path.join(root, name)] = (status.st_mode, status.st_size, status.st_mtime_ns)  # noqa: PTH118
    return found


@pytest.fixture(scope="module")
def run(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The corpus graded, from a folder of its own, with folders of its own for settings and temporary files."""
    place = tmp_path_factory.mktemp("run")
    for name in ("here", "home", "tmp"):
        (place / name).mkdir()
    aside = [corpus / expected.path for expected in READ if expected.id in NOT_GRADED]
    for number, path in enumerate(aside):
        path.rename(place / f"aside-{number}")
    before = snapshot(corpus.parent)
    command = [sys.executable, "-c", "from grader.cli.main import main; main()", "grade", str(corpus)]
    command += ["--rubric", "rangkuman-wog", "--out", str(place / "out"), "--to", "html", "--to", "xlsx"]
    folders = {"HOME": str(place / "home"), "TMPDIR": str(place / "tmp"), "XDG_CACHE_HOME": str(place / "home")}
    folders["GRADER_CACHE_DIR"] = str(place / "cache")  # the one place outside --out that is written to
    measured = subprocess.run(
        [sys.executable, "-c", MEASURE, str(place / "stdout"), str(place / "stderr"), *command],
        cwd=place / "here",
        env={**os.environ, **folders, "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    code, seconds, megabytes = json.loads(measured.stdout)
    ours = {str(place / name) for name in ("out", "cache", "stdout", "stderr")}
    after = {path: what for path, what in snapshot(corpus.parent).items() if not path.startswith(tuple(ours))}
    before.update({path: what for path, what in after.items() if path == str(place)})
    lines = (place / "out" / "assessments.jsonl").read_text(encoding="utf-8").splitlines()
    summary = json.loads((place / "out" / "summary.json").read_text(encoding="utf-8"))
    return Run(
        code=code,
        stdout=(place / "stdout").read_text(encoding="utf-8"),
        stderr=(place / "stderr").read_text(encoding="utf-8"),
        rows={row["file"]: row for row in map(json.loads, lines)},
        names={str(each.path.relative_to(corpus)): each.name for each in collect([corpus]).submissions},
        left_out=summary["left_out"],
        changed={path for path, _ in before.items() ^ after.items()}
        - {str(place / n) for n in ("here", "home", "tmp")},
        seconds=seconds,
        megabytes=megabytes,
    )


def test_grading_all_ends_with_the_code_for_some_that_could_not_be_read(run: Run) -> None:
    assert run.code == 3


def test_grading_all_shows_no_traceback(run: Run) -> None:
    assert "Traceback" not in run.stdout + run.stderr
    assert "Error" not in run.stderr


def test_every_file_has_its_row(run: Run) -> None:
    assert set(run.rows) == set(run.names.values())
    assert len(run.rows) == len(READ) - len(NOT_GRADED) - len(OLDER)


def test_older_files_of_a_participant_are_listed_with_the_newest(run: Run) -> None:
    paths = {expected.id: expected.path for expected in READ}
    listed = {older: run.rows[run.names[paths[newer]]]["earlier"] for older, newer in OLDER.items()}
    assert listed == {older: [paths[older]] for older in OLDER}


def test_what_is_no_submission_is_named(run: Run) -> None:
    wanted = {expected.path for expected in CASES if expected.outcome is Outcome.LEFT_OUT}
    assert {name.rstrip("/") for name in run.left_out} >= wanted - {"structure/folder.docx"}


def test_nothing_is_written_outside_the_output_folder(run: Run) -> None:
    assert run.changed == set()


def test_grading_all_keeps_within_what_a_file_may_take(run: Run) -> None:
    assert run.seconds < SECONDS_A_FILE * len(CASES) / 4
    assert run.megabytes < 2 * MEGABYTES


def test_every_row_says_what_must_become_of_its_file(run: Run) -> None:
    rows = {
        expected: run.rows[run.names[expected.path]]
        for expected in READ
        if expected.id not in {*KNOWN_GAPS, *NOT_GRADED, *OLDER}
    }
    wrong = {expected.id: list(row_faults(expected, row)) for expected, row in rows.items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def row_faults(expected: Expected, row: dict[str, Any]) -> Iterator[str]:
    """What is not as expected in an assessment."""
    if row["status"] == "failed":
        code = row["error"]["code"]
        if code == "G901":
            yield f"a defect: {row['error']['message']}"
        if expected.outcome is Outcome.GRADED or (expected.codes and code not in expected.codes):
            yield f"refused with {code}"
        return
    if expected.outcome is Outcome.REFUSED:
        yield "graded"
    if expected.words is not None and row["words"]["counted"] != expected.words - expected.again:
        yield f"{row['words']} instead of {expected.words - expected.again}"
    if row["words"]["left_out"].get("repeated", 0) != expected.again and expected.words is not None:
        yield f"{row['words']} instead of {expected.again} repeated"
    codes = {notice["code"] for notice in row["notices"]}
    if expected.notices is not None and codes != expected.notices:
        yield f"notices {sorted(codes)}"


def test_names_in_reports_hold_nothing_that_harms(run: Run) -> None:
    assert all(name.isprintable() for name in run.rows)
    assert "\x1b[31m" not in run.stdout
    assert "\u202e" not in run.stdout
