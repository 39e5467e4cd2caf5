"""`grader grade` and `grader check` from end to end, with text files and a rubric made here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli.main import main

pytestmark = pytest.mark.usefixtures("loaded_once")


@pytest.fixture
def folder(tmp_path: Path, good: str, short: str) -> Path:
    """Submissions: a good one and one that is too short and off topic."""
    path = tmp_path / "tugas"
    (path / "kelas b").mkdir(parents=True)
    (path / "ani.txt").write_text(good, encoding="utf-8")
    (path / "kelas b" / "budi.txt").write_text(short, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def results(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "assessments.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_folder_is_graded_and_every_report_written(folder: Path, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    result = run("grade", folder, "--rubric", library, "--out", out, "--to", "html", "--to", "xlsx")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == [
        ".grader",
        "assessments.jsonl",
        "rekap.xlsx",
        "report.html",
        "summary.json",
    ]
    good, short = results(out)
    assert [good["file"], short["file"]] == ["ani.txt", "kelas b/budi.txt"]
    # explained, if not beyond doubt: more than `full_at`, so all 100 points; absent: 0 less 10, never below 0.
    assert good["suggested"] == {
        "points": 100,
        "maximum": 100,
        "band": "Baik",
        "passed": True,
        "raw": 100,
        "deductions": [],
    }
    assert short["suggested"] == {
        "points": 0,
        "maximum": 100,
        "band": "Belum",
        "passed": False,
        "raw": 0,
        "deductions": [{"rule": "word-count", "points": 10, "cap": None}],
    }
    assert "ani.txt" in result.stdout
    assert "100,00" in result.stdout


def test_a_bad_file_stands_in_every_report_and_stops_nothing(folder: Path, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    (folder / "kosong.docx").write_bytes(b"")
    (folder / "foto.docx").write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    result = run("grade", folder, "--rubric", library, "--out", out, "--to", "html")
    assert result.exit_code == 3
    failed = {row["file"]: row["error"] for row in results(out) if row["status"] == "failed"}
    assert {name: error["code"] for name, error in failed.items()} == {"foto.docx": "G105", "kosong.docx": "G104"}  # type: ignore[index]
    page = (out / "report.html").read_text(encoding="utf-8")
    for name in ("ani.txt", "foto.docx", "kosong.docx", "kelas b/budi.txt"):
        assert name in page
        assert name.split("/")[-1] in result.stdout
    assert [row["status"] for row in results(out)].count("graded") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_out_of_the_folder_is_not_opened(folder: Path, library: Path, good: str, tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text(good, encoding="utf-8")
    (folder / "tautan.txt").symlink_to(tmp_path / "rahasia.txt")
    assert run("grade", folder, "--rubric", library, "--out", tmp_path / "o").exit_code == 3
    failed = [row for row in results(tmp_path / "o") if row["status"] == "failed"]
    assert [(row["file"], row["sha256"]) for row in failed] == [("tautan.txt", None)]
    assert "tautan ini menuju ke luar folder" in str(failed[0]["error"])


def test_nothing_readable_is_told_by_the_exit_code(library: Path, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.docx"
    empty.write_bytes(b"")
    out = tmp_path / "hasil"
    assert run("grade", empty, "--rubric", library, "--out", out).exit_code == 2
    assert results(out)[0]["status"] == "failed"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0),
        (("--min-score", "0"), 0),
        (("--min-score", "50"), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "suggestion"), 1),
    ],
)
def test_the_exit_code_tells_what_is_below(
    folder: Path, library: Path, tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    assert run("grade", folder, "--rubric", library, "--out", tmp_path / "o", *options).exit_code == code


def test_a_rule_of_less_weight_than_asked_does_not_fail(folder: Path, library: Path, tmp_path: Path) -> None:
    text = library.read_text(encoding="utf-8")
    assert text.count("severity: error") == text.count(", deduct: 10") == 1
    library.write_text(text.replace("severity: error", "severity: warning").replace(", deduct: 10", ""), "utf-8")
    assert run("grade", folder, "--rubric", library, "--out", tmp_path / "o", "--fail-on", "error").exit_code == 0
    assert run("grade", folder, "--rubric", library, "--out", tmp_path / "o", "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("tidak-ada", "--rubric", "esai-kolaboratif"), "G101", "tidak-ada"),
        (("kosong", "--rubric", "esai-kolaboratif"), "G102", "kosong"),
        (("tugas", "--rubric", "esai-kolaboratf"), "G201", "esai-kolaboratif"),
        (("tugas", "--rubric", "esai-kolaboratif", "--to", "pdf"), "G303", "html"),
        (("tugas", "--rubric", "esai-kolaboratif", "--out", "berkas/hasil"), "G301", "berkas/hasil"),
    ],
)
def test_what_cannot_be_done_is_told_with_code_and_next_step(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: str, word: str
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("kosong").mkdir()
    Path("berkas").write_text("x", encoding="utf-8")
    result = run("grade", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert code in result.stderr
    assert word in result.stderr.replace("\\", "/")
    assert "→" in result.stderr


def test_the_same_input_gives_the_same_bytes_and_the_own_output_is_no_submission(
    folder: Path, library: Path, tmp_path: Path
) -> None:
    out = folder / "keluaran"
    runs: list[dict[str, bytes]] = []
    for _ in range(3):
        assert run("grade", folder, "--rubric", library, "--to", "html", "--to", "xlsx", "--out", out).exit_code == 0
        runs.append({path.name: path.read_bytes() for path in out.iterdir() if path.is_file()})
    assert [row["file"] for row in results(out)] == ["ani.txt", "kelas b/budi.txt"]
    # The first run found no output of an earlier one to leave out; the marks are the same nevertheless.
    assert runs[0]["assessments.jsonl"] == runs[1]["assessments.jsonl"]
    assert runs[1] == runs[2]


def test_reports_may_be_written_above_or_among_the_submissions(
    folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    for out in (".", "tugas"):
        for _ in range(2):
            assert run("grade", "tugas", "--rubric", library, "--to", "html", "--out", out).exit_code == 0
            assert [row["file"] for row in results(Path(out))] == ["ani.txt", "kelas b/budi.txt"]
    (folder / "ani.txt").unlink()
    (folder / "kelas b" / "budi.txt").unlink()
    assert run("grade", "tugas", "--rubric", library, "--out", "tugas").exit_code == 2


def test_a_mark_does_not_depend_on_classmates(folder: Path, library: Path, tmp_path: Path) -> None:
    assert run("grade", folder, "--rubric", library, "--out", tmp_path / "all").exit_code == 0
    assert run("grade", folder / "ani.txt", "--rubric", library, "--out", tmp_path / "one").exit_code == 0
    assert results(tmp_path / "one")[0] == results(tmp_path / "all")[0]


def test_check_shows_a_range_and_quotes_and_writes_nothing(
    folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    result = run("check", "ani.txt", "--rubric", library)
    assert result.exit_code == 0, result.output
    assert sorted(folder.rglob("*")) == before
    for expected in ("Peminjaman", "antara 97 dan 100 dari 100", "membawanya pulang sampai tenggat"):
        assert expected in result.stdout


def test_english_is_spoken_on_demand(folder: Path, library: Path, tmp_path: Path) -> None:
    result = run("grade", folder, "--rubric", library, "--out", tmp_path / "o", "--lang", "en")
    assert "100.00" in result.stdout
    assert results(tmp_path / "o")[0]["suggested"]["band"] == "Good"  # type: ignore[index]


def test_results_go_to_stdout_and_nothing_else_does(folder: Path, library: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "grader.cli.main", "grade", str(folder), "--rubric", str(library)]
    done = subprocess.run([*command, "--out", str(tmp_path / "o")], capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0
    assert "ani.txt" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
