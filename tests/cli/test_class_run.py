"""A class graded in one go, from end to end: killed and gone on with, changed and graded again, stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.batch.store import FILE, Store
from grader.cli.main import main
from grader.reports.write import STATE
from grader.rubric.starter import starter

NAMES = ("Ani Contoh", "Budi Contoh", "Citra Contoh", "Dewi Contoh", "Eko Contoh", "Fajar Contoh", "Gita Contoh")
TEXT = "Disiplin berarti datang tepat waktu dan menaati aturan kerja tanpa harus diawasi setiap hari oleh atasan. "
REPORTS = ("--to", "html", "--to", "xlsx")


@pytest.fixture
def upload(tmp_path: Path) -> Path:
    """Twenty submissions as Moodle packs them up."""
    path = tmp_path / "Esai-kiriman.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20):
            name = f"{NAMES[number % 7]} {number // 7}_{1000 + number}_assignsubmission_file_/esai.txt"
            archive.writestr(zipfile.ZipInfo(name), TEXT * (number + 1))
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "grader.cli.main", "grade", *map(str, arguments)]


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["grade", *map(str, arguments)])


def until_graded(process: subprocess.Popen[str], count: int) -> None:
    """Read what a run tells of its progress until so many submissions are done."""
    assert process.stderr is not None
    for line in process.stderr:
        told = re.match(r"(\d+) dari \d+ selesai", line)
        if told and int(told[1]) >= count:
            return
    raise AssertionError("it ended before")


def outcome(out: Path) -> dict[str, bytes]:
    """All that a run wrote for people and programs."""
    files = [path for path in out.rglob("*") if path.is_file() and STATE not in path.parts]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def kept(out: Path) -> dict[str, str]:
    with Store(out / STATE) as store:
        return dict(store.keys())


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "assessments.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended in another way")
def test_killed_twice_and_gone_on_with_it_comes_to_the_same_bytes(upload: Path, rubric: Path, tmp_path: Path) -> None:
    arguments = (upload, "--rubric", rubric, *REPORTS, "--jobs", "2")
    killed, whole = tmp_path / "dibunuh", tmp_path / "utuh"
    counts = []
    for enough in (2, 10):
        with start(*arguments, "--out", killed) as process:
            until_graded(process, enough)
            os.killpg(process.pid, signal.SIGKILL)
        counts.append(len(kept(killed)))
        assert not (killed / "assessments.jsonl").exists()
    assert 2 <= counts[0] <= counts[1]
    assert 10 <= counts[1] < 20
    before = kept(killed)
    last = subprocess.run(command(*arguments, "--out", killed), capture_output=True, check=False, encoding="utf-8")
    assert last.returncode == 0, last.stderr
    assert f"{counts[1]} hasil sebelumnya dipakai lagi; {20 - counts[1]} naskah dinilai sekarang" in last.stderr
    assert before.items() <= kept(killed).items()
    alone = subprocess.run(
        command(*arguments[:-1], "1", "--out", whole), capture_output=True, check=False, encoding="utf-8"
    )
    assert alone.returncode == 0, alone.stderr
    assert outcome(killed) == outcome(whole)
    assert len(lines(whole)) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C reaches other processes too")
def test_ctrl_c_ends_at_once_with_what_is_complete_and_the_command_that_goes_on(
    upload: Path, rubric: Path, tmp_path: Path
) -> None:
    out = tmp_path / "hasil kelas"
    arguments = (upload, "--rubric", rubric, "--jobs", "2", "--fresh", "--out", out)
    with start(*arguments) as process:
        until_graded(process, 4)
        os.killpg(process.pid, signal.SIGINT)
        _, rest = process.communicate()
    assert process.returncode == 130
    done = len(lines(out))
    assert 4 <= done < 20
    assert len(kept(out)) - done in (0, 1)  # what came in at that very moment is kept, and told by the next run
    assert f"Dihentikan: {done} dari 20 naskah selesai dan tersimpan." in rest
    assert f"Lanjutkan dengan: grader grade {upload}" in rest
    assert "'" + str(out) + "'" in rest  # a blank needs quotes
    assert "--fresh" not in rest  # it would begin anew
    assert "Traceback" not in rest
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert summary["counts"]["pending"] == 20 - done


@pytest.mark.usefixtures("loaded_once")
def test_only_what_is_missing_or_has_changed_is_graded(upload: Path, rubric: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "tugas", tmp_path / "hasil"
    folder.mkdir()
    for name in ("ani", "budi", "citra"):
        (folder / f"{name}.txt").write_text(TEXT * len(name), encoding="utf-8")
    arguments = (folder, "--rubric", rubric, "--out", out)
    assert "hasil sebelumnya" not in run(*arguments).stderr
    assert "3 hasil sebelumnya dipakai lagi; 0 naskah dinilai sekarang, 0 di" in run(*arguments).stderr
    # two late files
    (folder / "dewi.txt").write_text(TEXT, encoding="utf-8")
    (folder / "eko.txt").write_text(TEXT, encoding="utf-8")
    assert "3 hasil sebelumnya dipakai lagi; 2 naskah dinilai sekarang, 0 di" in run(*arguments).stderr
    # one file handed in anew
    (folder / "ani.txt").write_text(TEXT * 9, encoding="utf-8")
    assert "4 hasil sebelumnya dipakai lagi; 1 naskah dinilai sekarang, 1 di" in run(*arguments).stderr
    # a comment in the rubric changes no mark; a weight does
    rubric.write_text(f"# catatan\n{starter()}", encoding="utf-8")
    assert "5 hasil sebelumnya dipakai lagi; 0 naskah" in run(*arguments).stderr
    rubric.write_text(starter().replace("weight: 60", "weight: 50").replace("weight: 40", "weight: 50"), "utf-8")
    changed = run(*arguments)
    assert "0 hasil sebelumnya dipakai lagi; 5 naskah dinilai sekarang, 5 di" in changed.stderr
    assert len(lines(out)) == 5
    rows = {line["file"]: line["rubric"]["sha256"] for line in lines(out)}
    assert len(set(rows.values())) == 1


@pytest.mark.usefixtures("loaded_once")
def test_fresh_begins_anew(upload: Path, rubric: Path, tmp_path: Path) -> None:
    arguments = (upload, "--rubric", rubric, "--out", tmp_path / "o", "--jobs", "1")
    first = run(*arguments)
    assert first.exit_code == 0, first.output
    assert "dipakai lagi" in run(*arguments).stderr
    assert "dipakai lagi" not in run(*arguments, "--fresh").stderr  # all of it, as if for the first time


@pytest.mark.usefixtures("loaded_once")
def test_a_file_that_could_not_be_opened_is_tried_again(rubric: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "tugas", tmp_path / "o"
    folder.mkdir()
    (folder / "ani.txt").write_text(TEXT, encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "nanti.txt")
    assert run(folder, "--rubric", rubric, "--out", out).exit_code == 3
    (folder / "link.txt").unlink()
    (folder / "link.txt").write_text(TEXT, encoding="utf-8")
    again = run(folder, "--rubric", rubric, "--out", out)
    assert again.exit_code == 0
    assert "1 hasil sebelumnya dipakai lagi; 1 naskah" in again.stderr


@pytest.mark.usefixtures("loaded_once")
def test_two_runs_in_one_folder_do_not_mix(rubric: Path, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from grader.batch.lock import locked

    out = tmp_path / "hasil"
    (out / STATE).mkdir(parents=True)
    (tmp_path / "ani.txt").write_text(TEXT, encoding="utf-8")
    with locked(out / STATE, lambda: datetime(2026, 11, 22, tzinfo=UTC)):
        result = run(tmp_path / "ani.txt", "--rubric", rubric, "--out", out)
    assert result.exit_code == 2
    assert "G305" in result.stderr
    assert f"proses {os.getpid()}" in result.stderr
    assert not (out / "assessments.jsonl").exists()


@pytest.mark.usefixtures("loaded_once")
def test_a_damaged_store_is_begun_anew_and_costs_no_mark(rubric: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    (tmp_path / "ani.txt").write_text(TEXT, encoding="utf-8")
    assert run(tmp_path / "ani.txt", "--rubric", rubric, "--out", out).exit_code == 0
    before = outcome(out)
    (out / STATE / FILE).write_bytes(b"\x00" * 5000)
    assert run(tmp_path / "ani.txt", "--rubric", rubric, "--out", out).exit_code == 0
    assert outcome(out) == before


@pytest.mark.parametrize("options", [("--backend", "dask"), ("--scheduler", "tcp://127.0.0.1:1")])
def test_backend_and_scheduler_belong_together(rubric: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "ani.txt").write_text(TEXT, encoding="utf-8")
    result = run(tmp_path / "ani.txt", "--rubric", rubric, "--out", tmp_path / "o", *options)
    assert result.exit_code == 2
    assert "--scheduler" in result.stderr


class Refused(PermissionError):
    """As Windows refuses a file that is open in Excel: with a number of its own."""

    winerror = 32


@pytest.mark.usefixtures("loaded_once")
@pytest.mark.parametrize("typed", [False, True])
def test_a_workbook_that_is_open_in_excel_stays_and_all_else_is_written(
    rubric: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: bool
) -> None:
    (tmp_path / "ani.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "o"
    arguments = (tmp_path / "ani.txt", "--rubric", rubric, "--out", out, "--to", "html", "--to", "xlsx", "--to", "csv")
    assert run(*arguments).exit_code == 0
    if typed:  # what cannot be understood any more may hold decisions, and would be put aside
        (out / "rekap.xlsx").write_bytes(b"edited")
    before = (out / "rekap.xlsx").read_bytes()
    for name in ("rekap.csv", "report.html", "summary.json"):
        (out / name).unlink()
    replace, rename = Path.replace, Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if "rekap.xlsx" in (self.name, target.name):
            raise Refused(13, "Permission denied")
        return (replace if self.name.startswith(".") else rename)(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr("grader.reports.write.sleep", lambda _: None)
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.count("G301") == 1
    assert "rekap.xlsx" in result.stderr
    assert "Excel" in result.stderr
    assert "ani.txt" in result.stdout  # the table
    assert (out / "rekap.xlsx").read_bytes() == before
    for name in ("rekap.csv", "report.html", "summary.json"):
        assert (out / name).stat().st_size > 0
    monkeypatch.undo()
    assert {path.name for path in out.iterdir()} >= {"rekap.csv", "rekap.xlsx", "report.html", "summary.json"}
    assert not list(out.glob(".rekap*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a place that is always full is a device of Linux")
def test_a_full_disk_under_the_table_is_told_without_a_traceback(rubric: Path, tmp_path: Path) -> None:
    (tmp_path / "ani.txt").write_text(TEXT, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(tmp_path / "ani.txt", "--rubric", rubric, "--out", tmp_path / "o"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
        )
    assert "G301" in done.stderr
    assert "stdout" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert len(lines(tmp_path / "o")) == 1  # the reports are complete


def test_at_least_one_process_is_asked_for(rubric: Path, tmp_path: Path) -> None:
    result = run(tmp_path, "--rubric", rubric, "--jobs", "0")
    assert result.exit_code == 2
    assert "--jobs harus berupa bilangan bulat, paling kecil 1." in result.stderr
