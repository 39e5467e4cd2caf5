"""The catalogue, the folder, and the files that are written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import grader.reports
from grader.errors import GraderError
from grader.reports.catalogue import ALWAYS, REPORTS, check_names, write_reports
from grader.reports.view import CohortView
from grader.reports.write import write_atomically

PRINTED = {"to_terminal"}


def test_folder_and_catalogue_agree() -> None:
    folder = Path(grader.reports.__file__).parent
    modules = {path.stem for path in folder.glob("to_*.py")} - PRINTED
    renders = [report.render.__module__.rpartition(".")[2] for report in (*ALWAYS.values(), *REPORTS.values())]
    assert set(renders) == modules
    for name, report in REPORTS.items():
        assert report.render.__module__.endswith(f".to_{name}")


def test_files_have_different_names() -> None:
    files = [report.file for report in (*ALWAYS.values(), *REPORTS.values())]
    assert files == ["assessments.jsonl", "summary.json", "report.html", "rekap.xlsx"]


def test_what_is_asked_for_is_written_whole(view: CohortView, tmp_path: Path) -> None:
    folder = tmp_path / "baru" / "lagi"
    written = write_reports(view, ["xlsx", "html", "html"], folder)
    assert [path.name for path in written] == ["assessments.jsonl", "summary.json", "report.html", "rekap.xlsx"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in written)
    for report, path in zip((*ALWAYS.values(), *REPORTS.values()), written, strict=True):
        assert path.read_bytes() == report.render(view)


def test_without_names_only_the_two_are_written(view: CohortView, tmp_path: Path) -> None:
    assert [path.name for path in write_reports(view, [], tmp_path)] == ["assessments.jsonl", "summary.json"]


def test_an_unknown_name_is_told_before_anything_is_written(view: CohortView, tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught:
        write_reports(view, ["pdf"], tmp_path)
    assert caught.value.code == "G303"
    assert caught.value.values == {"name": "pdf", "known": ("html", "xlsx")}
    assert list(tmp_path.iterdir()) == []


def test_names_come_once_and_in_the_catalogues_order() -> None:
    assert check_names(["xlsx", "html", "xlsx"]) == ("html", "xlsx")


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GraderError) as caught:
        write_atomically(path, b"new")
    assert caught.value.code == "G301"
    assert caught.value.values["reason"] == "No space left on device"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
    assert path.read_bytes() == b"old"


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "keluaran").write_bytes(b"")
    with pytest.raises(GraderError) as caught:
        write_atomically(tmp_path / "keluaran" / "report.html", b"new")
    assert caught.value.code == "G301"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_report_is_as_readable_as_other_files(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_atomically(tmp_path / "report.html", b"new")
    assert (tmp_path / "report.html").stat().st_mode == (tmp_path / "plain").stat().st_mode
