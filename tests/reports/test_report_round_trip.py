"""From the report to the instructor and back: what is typed into it is taken in once, and the next report shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from grader.ingest.decisions.decided import undecided_typing
from grader.ingest.decisions.intake import Intake, decide
from grader.ingest.decisions.reading import read_decision_table
from grader.ingest.decisions.results import read_results
from grader.records.assessment import Cohort
from grader.records.moderation import Moderation
from grader.reports.to_csv import to_csv
from grader.reports.to_json import assessments_jsonl, summary_json
from grader.reports.to_xlsx import to_xlsx
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

WHEN = "2026-11-20T09:30:00+07:00"
MARKS: dict[str, tuple[float, str, str]] = {
    "01-baik.pdf": (91, "", "Dewi"),
    "<script>alert(1)</script>.pdf": (80.25, "Kalimatnya <b>jelas</b>; _x0041_.", "Dewi"),
    "=cmd|' /C calc'!A0.docx": (35, "-Lemah, +tetapi ada.", "=Rudi"),
    "foto.docx": (65.5, "Dari cetakan.", "Dewi"),
}
"""Typed by file; two texts begin as formulas do, and one looks like an escape of the file format."""

See = Callable[..., CohortView]


@pytest.fixture
def see(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> See:
    def view(*moderations: Moderation) -> CohortView:
        return cohort_view(replace(cohort, moderations=moderations), rubric, provenance, voice)

    return view


@pytest.fixture
def run(see: See, tmp_path: Path) -> Path:
    """The folder of a run without decisions."""
    view = see()
    (tmp_path / "assessments.jsonl").write_bytes(assessments_jsonl(view))
    (tmp_path / "summary.json").write_bytes(summary_json(view))
    (tmp_path / "rekap.xlsx").write_bytes(to_xlsx(view))
    (tmp_path / "rekap.csv").write_bytes(to_csv(view))
    return tmp_path


def intake(path: Path, folder: Path, *history: Moderation) -> Intake:
    return decide([read_decision_table(path)], read_results(folder), history, by=None, when=WHEN)


def fill_in(path: Path) -> None:
    """Type decisions into the sheet of marks, as texts and numbers and never as formulas."""
    book = load_workbook(path)
    sheet = book["Nilai"]
    head = {str(cell.value): number for number, cell in enumerate(sheet[2], start=1)}
    for row in range(3, sheet.max_row + 1):
        file = str(sheet.cell(row, head["Berkas"]).value)
        if file in MARKS:
            values: tuple[float | str, ...] = MARKS[file]
            for column, value in zip(("Nilai akhir", "Alasan", "Penilai"), values, strict=True):
                cell = sheet.cell(row, head[column])
                cell.value = value or None
                if isinstance(value, str) and value:
                    cell.data_type = "s"
    book.save(path)


def told(moderations: tuple[Moderation, ...]) -> dict[str, tuple[float, str, str]]:
    return {each.file: (each.points, each.reason, each.by) for each in moderations}


def test_untouched_reports_hold_no_decision(run: Path) -> None:
    for name in ("rekap.xlsx", "rekap.csv"):
        found = intake(run / name, run)
        assert (found.taken, found.remarks, len(found.undecided)) == ((), (), 7)
        assert undecided_typing(run / name, ()) is False


def test_a_workbook_goes_there_and_back(run: Path, see: See) -> None:
    fill_in(run / "rekap.xlsx")
    assert undecided_typing(run / "rekap.xlsx", ()) is True
    found = intake(run / "rekap.xlsx", run)
    decided = tuple(each.moderation for each in found.taken)
    assert told(decided) == MARKS
    assert found.remarks == ()
    assert [each.suggested for each in decided] == [91, 76.67, 20, None]
    assert undecided_typing(run / "rekap.xlsx", decided) is False
    # the next run's reports show the decisions, and taking those in changes nothing
    (run / "rekap.xlsx").write_bytes(to_xlsx(see(*decided)))
    (run / "rekap.csv").write_bytes(to_csv(see(*decided)))
    for name in ("rekap.xlsx", "rekap.csv"):
        assert undecided_typing(run / name, decided) is False
        again = intake(run / name, run, *decided)
        assert (again.taken, again.unchanged, again.remarks) == ((), 4, ())
        # and without a history, the reports alone are enough to bring the decisions back
        assert told(tuple(each.moderation for each in intake(run / name, run).taken)) == MARKS


def test_results_are_read_back_as_they_were_written(run: Path) -> None:
    results = read_results(run)
    assert results.maximum == 100
    assert [(each.file, each.participant_id, each.suggested) for each in results.submissions] == [
        ("01-baik.pdf", "07", 91),
        ("02-sedang.docx", None, 61),
        ("03-hampir.txt", None, 70.33),
        ("<script>alert(1)</script>.pdf", '"><svg/onload=alert(4)>', 76.67),
        ("=cmd|' /C calc'!A0.docx", "@SUM(A1)", 20),
        ("foto.docx", None, None),
        ("kosong.docx", None, None),
    ]
