"""A run of three submissions, and tables that an instructor filled in for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from grader.errors import DecisionsError
from grader.ingest.decisions.intake import Intake, decide
from grader.ingest.decisions.reading import read_decision_table
from grader.ingest.decisions.results import Result, Results
from grader.records.moderation import Moderation

HEAD = ("No.", "Berkas", "Peserta", "Nomor peserta", "Nilai usulan", "Nilai akhir", "Alasan", "Penilai")


@pytest.fixture(scope="session")
def when() -> str:
    """The moment at which all decisions of these tests are taken."""
    return "2026-11-20T09:30:00+07:00"


@pytest.fixture(scope="session")
def results() -> Results:
    """Ani and Budi with a suggested mark, and a file that could not be graded."""
    ani = Result("ani.docx", "Ani Contoh", "07", 61.0, "aa" * 32)
    budi = Result("kelas b/budi.pdf", "Budi Contoh", "199001012020121001", 78.55, "bb" * 32)
    return Results((ani, budi, Result("citra.txt", "", None, None, None)), 100.0)


@pytest.fixture(scope="session")
def ani_decided(when: str) -> Moderation:
    """What a row says in which Ani got 78.5 for a reason, from Dewi."""
    return Moderation("ani.docx", "07", 78.5, "Dewi", when, "Lengkap.", 61.0, "aa" * 32)


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a workbook with these rows under the names of the columns."""

    def make(*rows: tuple[object, ...], name: str = "rekap.xlsx") -> Path:
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = "Nilai"
        for row in (HEAD, *rows):
            sheet.append(list(row))
        book.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def intake(results: Results, when: str) -> Callable[..., Intake]:
    """Takes a table in, after some decisions; ``by`` is who decided where no row says so."""

    def take(path: Path, *history: Moderation, by: str | None = None) -> Intake:
        return decide([read_decision_table(path)], results, history, by=by, when=when)

    return take


@pytest.fixture
def taken(intake: Callable[..., Intake]) -> Callable[..., list[Moderation]]:
    """The decisions that are new in a table."""

    def take(path: Path, *history: Moderation, by: str | None = None) -> list[Moderation]:
        return [each.moderation for each in intake(path, *history, by=by).taken]

    return take


@pytest.fixture
def problems(intake: Callable[..., Intake]) -> Callable[..., list[tuple[int | None, str, object]]]:
    """Line, code, and what tells most, of each problem of a table."""

    def find(path: Path, *history: Moderation, by: str | None = None) -> list[tuple[int | None, str, object]]:
        with pytest.raises(DecisionsError) as caught:
            intake(path, *history, by=by)
        keys = ("reason", "first", "known", "found")
        return [
            (each.line, each.code, next(each.values[key] for key in keys if key in each.values))
            for each in caught.value.problems
        ]

    return find
