"""The sheet of marks: what it shows, what it asks to be typed, and what it guards."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from grader.errors import GraderError
from grader.records.assessment import Cohort
from grader.records.moderation import Moderation
from grader.reports.to_xlsx import to_xlsx
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

NAMESPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
HEAD = (
    "No.", "Berkas", "Peserta", "Nomor peserta", "Nilai usulan", "Predikat", "Perlu ditinjau",
    "Nilai akhir", "Alasan", "Penilai",
    "Diputuskan pada", "Nilai usulan saat itu", "Perubahan sejak itu", "Predikat akhir",
)  # fmt: skip


@pytest.fixture(scope="module")
def decided(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    moderations = (
        Moderation("01-baik.pdf", "07", 80.0, "Rudi", "2026-11-19T08:00:00+07:00", "Awal.", 91.0, None),
        Moderation("01-baik.pdf", "07", 91.0, "Dewi", "2026-11-20T09:30:00+07:00", "", 91.0, None),
        Moderation("03-hampir.txt", None, 72.5, "Dewi", "2026-11-20T09:30:00+07:00", "=Kuat", 68.25, None),
        Moderation("foto.docx", None, 65.5, "Dewi", "2026-11-20T09:31:00+07:00", "Dari cetakan.", None, None),
    )
    return cohort_view(replace(cohort, moderations=moderations, pending=2), rubric, provenance, voice)


@pytest.fixture(scope="module")
def content(decided: CohortView) -> bytes:
    return to_xlsx(decided)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def sheet(book: Workbook, name: str = "Nilai") -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def test_a_row_a_submission_with_the_decision_that_holds(book: Workbook) -> None:
    how, head, *rows = sheet(book).iter_rows(values_only=True)
    assert str(how[0]).startswith("Isilah kolom kuning: nilai akhir 0 sampai 100,")
    assert str(how[0]).endswith("grader moderate rekap.xlsx")
    assert head == HEAD
    assert [row[1] for row in rows] == [
        "01-baik.pdf", "02-sedang.docx", "03-hampir.txt", "<script>alert(1)</script>.pdf", "=cmd|' /C calc'!A0.docx",
        "foto.docx", "kosong.docx",
    ]  # fmt: skip
    assert rows[0][4:] == (
        91, "Sangat Memuaskan", "tidak", 91, None, "Dewi", "20 Nov 2026, 09.30", 91, None, "Sangat Memuaskan",
    )  # fmt: skip
    assert rows[1][4:] == (61, "Kurang Baik", "ya", *[None] * 7)
    assert rows[2][4:] == (
        70.33, "Baik", "ya", 72.5, "=Kuat", "Dewi", "20 Nov 2026, 09.30", 68.25,
        "Nilai usulan berubah sejak diputuskan: dulu 68,25, sekarang 70,33.", "Baik",
    )  # fmt: skip
    assert rows[5][4:] == (
        None, "tidak dinilai", "ya", 65.5, "Dari cetakan.", "Dewi", "20 Nov 2026, 09.31", None, None, "Kurang Baik",
    )  # fmt: skip


def test_marks_are_numbers_that_each_country_writes_its_way(book: Workbook) -> None:
    marks = sheet(book)
    for address in ("E3", "H3", "H4", "L3"):
        assert marks[address].number_format == "#,##0.00"
    assert marks["H3"].data_type == "n"
    assert marks["I5"].quotePrefix is True  # else editing the reason would make it a formula


def test_what_is_to_be_filled_in_looks_so(book: Workbook) -> None:
    marks = sheet(book)
    colours = {cell.coordinate: cell.fill.fgColor.rgb for cell in marks[4]}
    assert {address for address, colour in colours.items() if colour == "FFFFF6CC"} == {"H4", "I4", "J4"}
    assert marks.freeze_panes == "C3"
    assert marks.auto_filter.ref == "A2:N9"
    assert marks.protection.sheet is False  # a locked sheet cannot be sorted
    assert marks.print_title_rows == "$2:$2"


def test_a_mark_is_checked_while_it_is_typed(book: Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in sheet(book).data_validations.dataValidation}
    assert set(rules) == {"H3:H9", "A3:G9", "K3:N9"}
    mark = rules["H3:H9"]
    assert (mark.type, mark.formula1, mark.formula2, mark.allow_blank) == ("decimal", "0", "100", True)
    assert mark.errorStyle in (None, "stop")
    assert mark.error == "Nilai akhir harus berupa angka 0 sampai 100."
    assert mark.promptTitle == "Nilai akhir"
    assert mark.prompt is not None
    assert 0 < len(mark.prompt) <= 255
    assert mark.prompt.endswith(".")
    for guarded in ("A3:G9", "K3:N9"):
        assert (rules[guarded].type, rules[guarded].errorStyle) == ("custom", "warning")


def test_the_overview_shows_both_marks_and_guards_the_final_one(book: Workbook) -> None:
    overview = sheet(book, "Rekap")
    head, first, *_ = overview.iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert (row["Nilai usulan"], row["Nilai akhir"], row["Predikat akhir"]) == (91, 91, "Sangat Memuaskan")
    column = next(cell.column_letter for cell in overview[1] if cell.value == "Nilai akhir")
    assert [str(rule.sqref) for rule in overview.data_validations.dataValidation] == [f"{column}2:{column}8"]
    figures = {row[1]: row[2] for row in overview.iter_rows(min_row=10, values_only=True)}
    assert figures["sudah diputuskan"] == 3
    assert figures["belum dinilai (terhenti)"] == 2


def test_the_concepts_have_a_legend(book: Workbook) -> None:
    rows = [row[1:3] for row in sheet(book, "Konsep").iter_rows(values_only=True)]
    assert ("dijelaskan", "konsep dijelaskan dengan kalimat sendiri") in rows
    assert ("tidak ada", "konsep tidak ditemukan dalam naskah") in rows


def test_messages_are_no_longer_than_spreadsheets_allow(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet4.xml"))
    rules = root.findall(".//x:dataValidation", NAMESPACE)
    assert len(rules) == 3
    for rule in rules:
        assert len(rule.get("promptTitle", "")) <= 32
        assert len(rule.get("errorTitle", "")) <= 32
        assert len(rule.get("error", "")) <= 255


def test_a_class_without_submissions_still_opens(rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    book = load_workbook(BytesIO(to_xlsx(cohort_view(Cohort(()), rubric, provenance, voice))))
    assert [row[1] for row in sheet(book).iter_rows(min_row=2, values_only=True)] == ["Berkas"]


def test_results_are_gone_through_once(decided: CohortView, content: bytes) -> None:
    class Once(tuple[object, ...]):
        __slots__ = ()
        rounds = 0

        def __iter__(self):  # type: ignore[no-untyped-def]
            type(self).rounds += 1
            return super().__iter__()

    counted = replace(decided, cohort=replace(decided.cohort, results=Once(decided.cohort.results)))  # type: ignore[arg-type]
    assert to_xlsx(counted) == content
    assert Once.rounds == 1


def test_a_full_disk_is_told_with_its_place(decided: CohortView, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_options: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", lambda *_positions, **_options: full())
    with pytest.raises(GraderError) as caught:
        to_xlsx(decided)
    assert (caught.value.code, caught.value.values["reason"]) == ("G301", "No space left on device")
