"""Where a table of decisions is found: sheets, lines of names, dialects of CSV; and files that are none."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from grader.errors import GraderError
from grader.ingest.decisions.from_csv import read_csv
from grader.ingest.decisions.from_xlsx import read_xlsx
from grader.ingest.decisions.reading import read_decision_table
from grader.ingest.decisions.table import DecisionTable

HEAD: list[str] = ["No.", "Berkas", "Peserta", "Nomor peserta", "Nilai usulan", "Nilai akhir", "Alasan", "Penilai"]
ANI_ROW: list[str | int | float] = [1, "ani.docx", "Ani Contoh", "07", 61.0, 78.5, "Lengkap.", "Dewi"]


def first(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def workbook(row: list[str | int | float], *, title: str = "Nilai", above: int = 0) -> Workbook:
    book = Workbook()
    sheet = first(book)
    sheet.title = title
    for number in range(above):
        sheet.append([f"Keterangan {number}"])
    sheet.append(HEAD)
    sheet.append(row)
    return book


def saved(book: Workbook, folder: Path) -> Path:
    book.save(folder / "rekap.xlsx")
    return folder / "rekap.xlsx"


def noise(count: int) -> bytes:
    """Bytes that pack to about a fifth, as honest parts do: more than a budget that a test has made small."""
    return b"".join(b"<a%d/>" % (number * 7919 % 1_000_003) for number in range(count // 10))


def marks_in(table: DecisionTable) -> list[str]:
    return [row["final"].text for row in table.rows]


def test_the_line_of_names_may_have_others_above_it(tmp_path: Path) -> None:
    table = read_decision_table(saved(workbook(ANI_ROW, above=4), tmp_path))
    assert marks_in(table) == ["78.5"]
    assert (table.rows[0].line, table.place("final", 6)) == (6, "“Nilai akhir” (F6)")
    with pytest.raises(GraderError) as caught:
        read_decision_table(saved(workbook(ANI_ROW, above=40), tmp_path))
    assert caught.value.values["reason"] == "decisions-columns"


def test_the_sheet_of_marks_comes_first_and_another_only_when_it_is_gone_or_empty(tmp_path: Path) -> None:
    book = workbook([*ANI_ROW[:5], 10, "Salah lembar.", "Dewi"], title="Rekap")
    marks = book.create_sheet("Nilai")
    marks.append(HEAD)
    marks.append(ANI_ROW)
    assert marks_in(read_decision_table(saved(book, tmp_path))) == ["78.5"]
    marks["F1"] = "Skor"  # what was typed below it would be passed over
    with pytest.raises(GraderError) as caught:
        read_decision_table(saved(book, tmp_path))
    assert (caught.value.code, caught.value.values["reason"]) == ("G153", "decisions-columns")
    marks.delete_rows(1, marks.max_row)
    assert marks_in(read_decision_table(saved(book, tmp_path))) == ["10"]
    book.remove(marks)
    assert marks_in(read_decision_table(saved(book, tmp_path))) == ["10"]
    first(book)["F1"] = "Skor"
    with pytest.raises(GraderError) as caught:
        read_decision_table(saved(book, tmp_path))
    assert (caught.value.code, caught.value.values["reason"]) == ("G153", "decisions-columns")


@pytest.mark.parametrize(
    "head",
    [
        "file,final,reason,by",
        "File,Final mark,Reason,Decided by",
        " BERKAS ;nilai  akhir*;Alasan:;PENILAI",
        "Berkas\tNilai akhir\tAlasan\tPenilai",
        "sep=;\nBerkas;Nilai akhir;Alasan;Penilai",
        "Kelas A\n\nBerkas;Nilai akhir;Alasan;Penilai",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_in_any_of_its_dialects(head: str, codec: str) -> None:
    sign = next(sign for sign in (";", "\t", ",") if sign in head.splitlines()[-1])
    row = sign.join(["ani.docx", '"78,5"', '"Ejaan ""café"" rapi."', "Dewi"])
    content = f"{head}\n{row}\n".replace("\n", "\r\n").encode(codec)
    (found,) = read_csv(content, "r.csv").rows
    assert [found[key].text for key in ("file", "final", "reason", "by")] == [
        "ani.docx", "78,5", 'Ejaan "café" rapi.', "Dewi",
    ]  # fmt: skip
    assert found.line == content.decode(codec).count("\r\n")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "decisions-columns"),
        (b"   \n", "decisions-columns"),
        (b"nama;angka\nani;80\n", "decisions-columns"),
        (b"Berkas;Alasan\nani.docx;x\n", "decisions-columns"),
        (b"Nilai akhir;Alasan\n80;x\n", "decisions-columns"),
        (b'Berkas;Nilai akhir\nani.docx;"80\n', "csv-quotes"),
        (b"Berkas;Nilai akhir\nani\x81.docx;80\n", "csv-encoding"),
    ],
)
def test_a_csv_that_is_none_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "r.csv").write_bytes(content)
    with pytest.raises(GraderError) as caught:
        read_decision_table(tmp_path / "r.csv")
    assert (caught.value.code, caught.value.values["reason"]) == ("G153", why)


def test_cells_of_a_csv_may_be_formulas_or_errors_too() -> None:
    lines = ["Berkas;Nilai akhir", "ani.docx;=80+1", "citra.txt;#N/A", "'=budi.docx;'=1", "'dian.docx;'"]
    table = read_csv("\n".join(lines).encode(), "r.csv")
    assert [row["final"].flaw for row in table.rows] == ["formula", "error", "", ""]
    # the apostrophe that reports put before such a text is taken off, another one stays
    assert [row["file"].text for row in table.rows[2:]] == ["=budi.docx", "'dian.docx"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def bytes_of(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "why"),
    [
        (bytes_of(workbook(ANI_ROW))[:3000], "G153", "decisions-damaged"),
        (bytes_of(workbook(ANI_ROW)).replace(b"xl/workbook.xml", b"xl/workbuch.xml"), "G151", "archive"),
        (b"%PDF-1.7\n%%EOF", "G151", "pdf"),
        (b"\xff\xd8\xff\xe0" + bytes(2000), "G151", "jpeg"),
        (OLE + "Workbook".encode("utf-16-le"), "G151", "xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "G153", "decisions-password"),
        (b"<html><table><tr><td>Nilai akhir</td></tr></table>", "G151", "html"),
    ],
)
def test_a_file_of_another_kind_or_damaged_is_told(tmp_path: Path, content: bytes, code: str, why: str) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(content)
    with pytest.raises(GraderError) as caught:
        read_decision_table(path)
    assert (caught.value.code, caught.value.values.get("reason", caught.value.values["kind"])) == (code, why)


@pytest.mark.parametrize(
    ("part", "change", "why"),
    [
        ("xl/worksheets/sheet1.xml", lambda part: part + b" " * 5_000_000, "decisions-large"),
        ("xl/theme/theme1.xml", lambda part: part + noise(9_000_000), "decisions-large"),
        ("xl/styles.xml", lambda part: b'<!DOCTYPE a [<!ENTITY b "c">]>' + part, "decisions-damaged"),
        ("xl/styles.xml", lambda part: part[: len(part) // 2], "decisions-damaged"),
        ("xl/workbook.xml", lambda part: part.replace(b"<sheets>", b"<blatt>"), "decisions-damaged"),
        ("xl/worksheets/sheet1.xml", lambda part: part.replace(b"</row>", b""), "decisions-damaged"),
    ],
)
def test_a_workbook_that_is_made_to_do_harm_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, change: Callable[[bytes], bytes], why: str
) -> None:
    monkeypatch.setattr("grader.ingest.decisions.from_xlsx.XML_BYTES", 8_000_000)
    path = tmp_path / "rekap.xlsx"
    with (
        zipfile.ZipFile(BytesIO(bytes_of(workbook(ANI_ROW)))) as whole,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            target.writestr(name, change(content) if name == part else content)
    with pytest.raises(GraderError) as caught:
        read_decision_table(path)
    assert (caught.value.code, caught.value.values["reason"]) == ("G153", why)


def test_no_file_and_no_regular_file_are_told(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "tidak-ada.xlsx", "G101"), (tmp_path, "G103")):
        with pytest.raises(GraderError) as caught:
            read_decision_table(path)
        assert caught.value.code == code


WHOLE = bytes_of(workbook(ANI_ROW))


@given(st.binary(max_size=300), st.integers(0, len(WHOLE) - 1))
def test_no_bytes_end_in_anything_but_a_table_or_an_error(junk: bytes, place: int) -> None:
    changed = WHOLE[:place] + junk + WHOLE[place + len(junk) :]
    codes = {"G153"}
    for read, data in ((read_xlsx, changed), (read_csv, junk), (read_csv, b"Berkas;Nilai akhir\n" + junk)):
        try:
            table = read(data, "r")
        except GraderError as error:
            codes.add(error.code)
        else:
            assert table.titles
    assert codes == {"G153"}
