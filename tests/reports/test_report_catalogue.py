"""The catalogue, the folder, and the files that are written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import grader.reports
from grader.errors import GraderError
from grader.records.assessment import Assessment, Failure
from grader.reports.catalogue import ALWAYS, ASSESSMENTS, REPORTS, WRITTEN, check_names, view_and_lines, write_reports
from grader.reports.to_csv import to_csv
from grader.reports.to_html import FOLDER, INDEX
from grader.reports.to_json import assessments_jsonl
from grader.reports.to_xlsx import to_xlsx
from grader.reports.view import CohortView
from grader.reports.write import write_atomically

OF_A_CHECK = {"terminal", "terminal_one", "junit", "sarif", "github", "line"}


def test_every_report_of_a_class_is_in_the_catalogue() -> None:
    """What only shows, or speaks to CI about a draft, has its own command line (``--format``)."""
    folder = Path(grader.reports.__file__).parent
    modules = {path.stem.removeprefix("to_") for path in folder.glob("to_*.py")} - OF_A_CHECK
    assert modules == {"json", "html", "xlsx", "csv"}
    assert set(REPORTS) == modules - {"json"} | {"feedback"}


def test_the_page_has_the_names_that_the_catalogue_gives_it() -> None:
    assert REPORTS["html"].files == (INDEX, f"{FOLDER}/")


def test_a_run_that_writes_no_page_or_workbook_loads_no_library_for_them() -> None:
    code = "import sys, grader.reports.catalogue; print(*{'jinja2', 'xlsxwriter', 'pypdf'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert loaded.stdout.split() == []


def test_files_have_different_names() -> None:
    files = [file for report in (*ALWAYS.values(), *REPORTS.values()) for file in report.files]
    assert files == [
        "summary.json",
        "report.html",
        "report/",
        "rekap.xlsx",
        "rekap.csv",
        "feedback/",
    ]
    assert set(files) < WRITTEN


def test_what_is_asked_for_is_written_whole(view: CohortView, tmp_path: Path) -> None:
    folder = tmp_path / "baru" / "lagi"
    written = write_reports(view, ["csv", "xlsx", "html", "html"], folder)
    names = ["summary.json", "report.html", "rekap.xlsx", "rekap.csv"]
    assert [path.name for path in written] == names
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert (folder / "rekap.csv").read_bytes() == to_csv(view)
    assert (folder / "rekap.xlsx").read_bytes() == to_xlsx(view)


def test_without_names_only_the_summary_is_written(view: CohortView, tmp_path: Path) -> None:
    assert [path.name for path in write_reports(view, [], tmp_path)] == ["summary.json"]


def test_the_lines_are_written_while_the_view_is_made(view: CohortView, tmp_path: Path) -> None:
    """Each submission is asked for once, although both are made of it."""
    asked: list[str] = []

    class Counted(tuple[Assessment | Failure, ...]):
        def __iter__(self) -> Iterator[Assessment | Failure]:
            for each in super().__iter__():
                asked.append(each.name)
                yield each

    results = Counted(view.cohort.results)
    again = view_and_lines(
        replace(view.cohort, results=results), view.names.rubric, view.provenance, view.names.voice, tmp_path
    )
    assert asked == [each.name for each in view.cohort.results]
    assert again.rows == view.rows
    assert (tmp_path / ASSESSMENTS).read_bytes() == assessments_jsonl(view)


def test_an_unknown_name_is_told_before_anything_is_written(view: CohortView, tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught:
        write_reports(view, ["pdf"], tmp_path)
    assert caught.value.code == "G303"
    assert caught.value.values == {"name": "pdf", "known": ("html", "xlsx", "csv", "feedback")}
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


def test_a_report_that_is_open_elsewhere_does_not_keep_the_others_back(
    view: CohortView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        if path.name in ("rekap.xlsx", "rekap.csv"):
            raise GraderError("G301", path=path.name, reason="in-use", kind="in-use")
        write_atomically(path, content)

    monkeypatch.setattr("grader.reports.catalogue.write_atomically", refuse)
    told: list[GraderError] = []
    written = write_reports(view, ["xlsx", "csv", "html"], tmp_path, open_elsewhere=told)
    assert [path.name for path in written] == ["summary.json", "report.html"]
    assert [error.values["path"] for error in told] == ["rekap.xlsx", "rekap.csv"]
    (tmp_path / "report.html").unlink()
    with pytest.raises(GraderError) as caught:
        write_reports(view, ["html", "xlsx"], tmp_path)
    assert caught.value.values["path"] == "rekap.xlsx"
    assert (tmp_path / "report.html").exists()


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
