"""What runs wrote: never graded, never left behind."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli.earlier_runs import written_by_runs
from grader.cli.main import main
from grader.errors import GraderError
from grader.ingest.handed_in.name_pattern import compile_pattern
from grader.reports.participant.stale import remove_stale
from grader.reports.write import STATE, sweep

pytestmark = pytest.mark.usefixtures("loaded_once")

TEXT = "Disiplin berarti datang tepat waktu dan menaati aturan kerja tanpa harus diawasi setiap hari oleh atasan. "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tugas"
    folder.mkdir()
    for name in ("ani - esai", "budi - esai"):
        (folder / f"{name}.txt").write_text(TEXT * 3, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["grade", *map(str, arguments)])


def graded(out: Path) -> dict[str, list[str]]:
    lines = (out / "assessments.jsonl").read_text(encoding="utf-8").splitlines()
    return {line["file"]: line["earlier"] for line in map(json.loads, lines)}


def test_feedback_of_a_run_into_another_folder_is_no_submission(folder: Path, rubric: Path, tmp_path: Path) -> None:
    assert run(folder, "--rubric", rubric, "--out", folder / "hasil", "--to", "feedback").exit_code == 0
    assert len(list((folder / "hasil" / "feedback").iterdir())) == 2
    again = run(folder, "--rubric", rubric, "--out", tmp_path / "lain")
    assert again.exit_code == 0
    assert set(graded(tmp_path / "lain")) == {"ani - esai.txt", "budi - esai.txt"}
    assert "hasil/feedback/ani - esai - umpan balik.html" in " ".join(again.stdout.split())  # left out, and named


def test_feedback_does_not_pass_for_the_newest_attempt(folder: Path, rubric: Path) -> None:
    out = folder / "hasil"
    arguments = (folder, "--rubric", rubric, "--out", out, "--to", "feedback", "--name-pattern", "(?P<name>[a-z]+) - ")
    for _ in range(2):
        assert run(*arguments).exit_code == 0
        assert graded(out) == {"ani - esai.txt": [], "budi - esai.txt": []}


def test_submissions_in_the_output_folder_are_graded(folder: Path, rubric: Path) -> None:
    """It may be a folder of submissions within the one that is named."""
    inner = folder / "kelompok 1"
    inner.mkdir()
    (inner / "citra.txt").write_text(TEXT * 3, encoding="utf-8")
    (inner / "rekap (1).xlsx").write_bytes(b"a workbook that was put aside")
    assert run(folder, "--rubric", rubric, "--out", inner).exit_code == 0
    assert set(graded(inner)) == {"ani - esai.txt", "budi - esai.txt", "kelompok 1/citra.txt"}


def test_only_names_of_reports_are_reports(tmp_path: Path) -> None:
    (tmp_path / "lama" / STATE).mkdir(parents=True)
    (tmp_path / "lama" / STATE / "results.sqlite").touch()
    is_written = written_by_runs(tmp_path / "baru")
    for file in ("baru/report.html", "lama/rekap.xlsx", "lama/rekap (12).csv", "lama/feedback/a/b.pdf"):
        assert is_written(tmp_path / file)
    for file in ("report.html", "baru/esai.docx", "lama/rekap (a).csv", "lama/umpan balik/b.pdf", "lama/feedback"):
        assert not is_written(tmp_path / file)


def test_what_an_ended_run_left_unfinished_is_swept(folder: Path, rubric: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    (out / "feedback").mkdir(parents=True)
    ours = [out / ".report.html.k3_x9abc", out / "feedback" / ".ani - umpan balik.html.00000000"]
    theirs = [out / ".report.html.bak", out / ".catatan.k3_x9abc", out / "feedback" / ".catatan"]
    for path in (*ours, *theirs):
        path.touch()
    assert run(folder, "--rubric", rubric, "--out", out).exit_code == 0
    assert not any(path.exists() for path in ours)
    assert all(path.exists() for path in theirs)


def test_sweeping_follows_no_pattern_in_a_name(tmp_path: Path) -> None:
    (tmp_path / ".report.html.aaaaaaaa").touch()
    sweep(tmp_path, ["*", "[r]eport.html", "fehlt/"])
    assert (tmp_path / ".report.html.aaaaaaaa").exists()


def test_feedback_that_nobody_gets_any_more_is_removed(folder: Path, rubric: Path, tmp_path: Path) -> None:
    out = tmp_path / "hasil"
    arguments = (folder, "--rubric", rubric, "--out", out, "--to", "feedback")
    assert run(*arguments).exit_code == 0
    (out / "feedback" / "catatan saya - umpan balik.html").write_text("dari widyaiswara", encoding="utf-8")
    (folder / "ani - esai.txt").rename(folder / "ani - esai revisi.txt")
    assert run(*arguments).exit_code == 0
    assert sorted(path.name for path in (out / "feedback").iterdir()) == [
        "ani - esai revisi - umpan balik.html",
        "budi - esai - umpan balik.html",
        "catatan saya - umpan balik.html",
    ]


def test_stale_files_that_were_changed_or_never_ours_stay(tmp_path: Path) -> None:
    folder, listing = tmp_path / "feedback", tmp_path / STATE / "feedback.json"
    folder.mkdir()
    (tmp_path / "luar.html").write_text("x", encoding="utf-8")
    for name in ("a.html", "b.html", "c.html"):
        (folder / name).write_text(name, encoding="utf-8")
    remove_stale(folder, listing, [folder / "a.html", folder / "b.html"])
    (folder / "b.html").write_text("diubah", encoding="utf-8")
    told = json.loads(listing.read_text(encoding="utf-8"))
    listing.write_text(json.dumps({**told, "../luar.html": told["a.html"], "c.html": 1}), encoding="utf-8")
    (folder / "d.html").write_text("d", encoding="utf-8")
    remove_stale(folder, listing, [folder / "d.html"])
    assert sorted(path.name for path in folder.iterdir()) == ["b.html", "c.html", "d.html"]
    assert (tmp_path / "luar.html").exists()
    assert list(json.loads(listing.read_text(encoding="utf-8"))) == ["d.html"]


def test_a_name_that_differs_in_capitals_is_the_same_file_to_some_systems(tmp_path: Path) -> None:
    folder, listing = tmp_path / "feedback", tmp_path / "feedback.json"
    folder.mkdir()
    (folder / "ani.html").write_text("x", encoding="utf-8")
    remove_stale(folder, listing, [folder / "ani.html"])
    (folder / "Ani.html").write_text("y", encoding="utf-8")
    remove_stale(folder, listing, [folder / "Ani.html"])
    assert (folder / "ani.html").exists()


@pytest.mark.parametrize("damaged", ["", "[]", "{", "[" * 100_000])
def test_a_damaged_list_removes_nothing(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    listing = tmp_path / "list.json"
    listing.write_text(damaged, encoding="utf-8")
    remove_stale(tmp_path, listing, [])
    assert (tmp_path / "a.html").exists()
    assert listing.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "x"])
def test_a_mark_to_reach_is_a_number(folder: Path, rubric: Path, tmp_path: Path, number: str) -> None:
    result = run(folder, "--rubric", rubric, "--out", tmp_path / "o", "--min-score", number)
    assert (result.exit_code, "--min-score harus berupa angka" in result.stderr) == (2, True)


@pytest.mark.parametrize("address", ["nonsense", "foo://x:1", "tcp://a:b", ""])
def test_what_is_no_address_is_told(folder: Path, rubric: Path, tmp_path: Path, address: str) -> None:
    options = ("--backend", "dask", "--scheduler", address)
    result = run(folder, "--rubric", rubric, "--out", tmp_path / "o", *options)
    assert result.exit_code == 2
    assert "G306" in result.stderr


def test_a_pattern_is_told_with_its_backslashes() -> None:
    with pytest.raises(GraderError) as caught:
        compile_pattern(r"(?P<name>(\d+)+)$")
    assert caught.value.values["pattern"] == r"(?P<name>(\d+)+)$"


def test_ctrl_c_while_reports_are_written_tells_the_command_that_goes_on(
    folder: Path, rubric: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("grader.reports.participant.feedback.write_feedback", stopped)
    monkeypatch.setattr(sys, "argv", ["grader", "grade", "tugas", "--fresh"])
    result = run(folder, "--rubric", rubric, "--out", tmp_path / "o", "--to", "feedback")
    assert result.exit_code == 130
    assert result.stderr.count("Dihentikan.") == 1
    assert "Lanjutkan dengan: grader grade tugas\n" in result.stderr
    assert set(graded(tmp_path / "o")) == {"ani - esai.txt", "budi - esai.txt"}


def test_who_is_not_on_the_roster_is_told_and_graded(folder: Path, rubric: Path, tmp_path: Path) -> None:
    roster = tmp_path / "kelas.csv"
    roster.write_text("Nama,NIP\nAni,1\n", encoding="utf-8")
    options = ("--roster", roster, "--name-pattern", "(?P<name>[a-z]+) - ")
    result = run(folder, "--rubric", rubric, "--out", tmp_path / "o", *options)
    assert result.exit_code == 0
    assert "Tidak ada dalam daftar peserta: budi - esai.txt." in result.stderr
    assert len(graded(tmp_path / "o")) == 2
