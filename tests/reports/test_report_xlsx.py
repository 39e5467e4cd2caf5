"""The workbook as openpyxl reads it: cells, types, no formulas, the same bytes twice."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from grader.records.assessment import Cohort, Failure
from grader.reports.to_xlsx import to_xlsx
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


@pytest.fixture(scope="module")
def book(view: CohortView) -> Workbook:
    return load_workbook(BytesIO(to_xlsx(view)))


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def records(book: Workbook, name: str, count: int) -> list[dict[str, object]]:
    head, *rows = list(sheet(book, name).iter_rows(values_only=True))[: count + 1]
    return [dict(zip([str(title) for title in head], row, strict=True)) for row in rows]


def test_the_sheets_and_the_summary(book: Workbook) -> None:
    assert book.sheetnames == ["Rekap", "Konsep", "Temuan", "Nilai"]
    rows = records(book, "Rekap", 7)
    assert rows[0] == {
        "No.": 1,
        "Berkas": "01-baik.pdf",
        "Peserta": "Ratna Contoh",
        "Nomor peserta": "07",
        "Status": "dinilai",
        "Kata": 63,
        "Kata tidak dihitung": 20,
        "Aturan tidak dipenuhi": None,
        "Pemahaman konsep": 51,
        "Penerapan": 40,
        "Nilai usulan": 91,
        "Predikat": "Sangat Memuaskan",
        "Mencapai batas lulus": "ya",
        "Nilai akhir": None,
        "Predikat akhir": None,
        "Perlu ditinjau": "tidak",
        "Keterangan": None,
        "Berkas lain, tidak dinilai": None,
    }
    assert rows[2]["Nilai usulan"] == 70.33
    assert rows[2]["Keterangan"] == (
        "Nilai usulan 70,33 dekat dengan batas lulus 70,01. “Identitas peserta” tidak dapat diperiksa pada berkas ini."
    )
    assert rows[5]["Status"] == "tidak dinilai"
    assert rows[5]["Nilai usulan"] is None
    assert rows[5]["Keterangan"] == (
        "G105: Berkas ini gambar JPEG, yang tidak dapat dinilai. Simpan sebagai PDF atau DOCX."
    )


def test_figures_stand_below_the_table(book: Workbook) -> None:
    figures = {row[1]: row[2] for row in sheet(book, "Rekap").iter_rows(min_row=10, max_row=18, values_only=True)}
    assert figures == {
        "dinilai": 5, "tidak dapat dinilai": 2, "mencapai batas lulus": 3, "perlu ditinjau": 3, "sudah diputuskan": 0,
        "rata-rata": 63.8, "median": 70.33, "terendah": 20, "tertinggi": 91,
    }  # fmt: skip


def test_the_matrix_has_words_for_labels_and_counts(book: Workbook) -> None:
    rows = list(sheet(book, "Konsep").iter_rows(values_only=True))
    assert rows[0][3:5] == ("Definisi WoG (Pemahaman konsep)", "Ego sektoral (Pemahaman konsep)")
    assert rows[2][1:] == (
        "02-sedang.docx", None, "dijelaskan", "disebut", "tidak ada", "dijelaskan", "disebut", "disebut",
    )  # fmt: skip
    assert rows[6][1] == "foto.docx"
    assert set(rows[6][3:]) == {"tidak dinilai"}
    assert [row[3] for row in rows[9:12]] == [0, 1, 4]  # absent, mentioned, explained


def test_findings_and_failures_are_rows(book: Workbook) -> None:
    rows = records(book, "Temuan", 19)
    assert len(list(sheet(book, "Temuan").iter_rows())) == 1 + 5 * 3 + 2 + 2
    missing = [row for row in rows if row["Hasil"] == "tidak memenuhi" and row["Aturan"] == "Susunan bagian"]
    assert [(row["Berkas"], row["Halaman"], row["Paragraf"]) for row in missing] == [("=cmd|' /C calc'!A0.docx", 1, 3)]
    assert [row["Temuan"] for row in rows if row["Jenis"] == "catatan"] == [
        "Berkas memuat 150 kata yang tidak terlihat pembaca.",
        "Berkas memuat perubahan terlacak.",
    ]
    assert [row["Berkas"] for row in rows if row["Jenis"] == "tidak dinilai"] == ["foto.docx", "kosong.docx"]


def test_nothing_is_a_formula_or_a_link(book: Workbook, view: CohortView) -> None:
    guarded = set()
    for each in book.worksheets:
        for row in each.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.coordinate
                assert cell.hyperlink is None
                if isinstance(cell.value, str) and cell.value.startswith(("=", "@")):
                    assert cell.quotePrefix is True
                    guarded.add(cell.value)
    assert guarded == {"=1+1", "=cmd|' /C calc'!A0.docx", "@SUM(A1)"}
    with zipfile.ZipFile(BytesIO(to_xlsx(view))) as archive:
        names = archive.namelist()
        assert not [name for name in names if "externalLink" in name or "vba" in name]
        assert not [name for name in names if b"<f>" in archive.read(name)]


def test_the_sheets_are_ready_for_screen_and_printer(book: Workbook) -> None:
    summary = sheet(book, "Rekap")
    assert summary.freeze_panes == "C2"
    assert summary.auto_filter.ref == "A1:R8"
    assert summary["A1"].font.bold is True
    assert summary["K2"].number_format == "#,##0.00"
    assert summary.page_setup.orientation == "landscape"
    properties = summary.sheet_properties.pageSetUpPr
    assert properties is not None
    assert properties.fitToPage is True
    assert summary.page_setup.fitToWidth in (None, 1)  # one page wide is what the format takes for granted
    assert summary.page_setup.fitToHeight == 0
    assert summary.print_title_rows == "$1:$1"
    assert len(sheet(book, "Konsep").conditional_formatting) == 1


def test_two_runs_give_the_same_bytes_without_a_clock(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice, view: CohortView
) -> None:
    first = to_xlsx(view)
    assert to_xlsx(cohort_view(cohort, rubric, provenance, voice)) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_names_beyond_a_cell_and_no_utf8(rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    names = ("a" * 40_000 + ".docx", "b\udcff\x00_x0041_.docx", "https://contoh.invalid/c.docx", "007")
    failures = tuple(Failure(name, None, "G104", {}) for name in names)
    content = to_xlsx(cohort_view(Cohort(failures), rubric, provenance, voice))
    column = [row[1] for row in sheet(load_workbook(BytesIO(content)), "Rekap").iter_rows(max_row=5, values_only=True)]
    # openpyxl leaves escapes in texts that are not shared between cells; spreadsheets take them back
    assert [str(name).replace("_x005F_", "_") for name in column[1:]] == [
        "a" * 32_766 + "…",
        "b\ufffd\ufffd_x0041_.docx",
        "https://contoh.invalid/c.docx",
        "007",
    ]
