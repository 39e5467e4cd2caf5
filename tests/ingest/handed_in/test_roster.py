"""The list of a class: from files as people and programs make them, and who is meant by a name or number."""

from __future__ import annotations

import codecs
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from grader.errors import GraderError, RosterError
from grader.ingest.handed_in.person_names import alike, folded_name
from grader.ingest.handed_in.roster import Listed, Roster, folded_id
from grader.ingest.handed_in.roster_reading import read_roster
from grader.records.participant import Participant

BUDI = Participant("Budi Contoh, S.Kom.", "199001012019011001")
SITI = Participant("Siti Nur'aini", "199202022020122002")
MADE = Participant("Made Contoh", "7")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def to_file(content: str | bytes | Sequence[Sequence[object]], name: str = "daftar.csv") -> Path:
        path = tmp_path / name
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8", newline="")
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            book = Workbook()
            sheet = book.active
            assert sheet is not None
            for row in content:
                sheet.append(list(row))
            book.save(path)
        return path

    return to_file


def problems(path: Path) -> list[tuple[str, int | None]]:
    with pytest.raises(RosterError) as error:
        read_roster(path)
    return [(problem.code, problem.line) for problem in error.value.problems]


def reason(path: Path) -> object:
    with pytest.raises(RosterError) as error:
        read_roster(path)
    (problem,) = error.value.problems
    assert problem.code == "G149"
    return problem.values["reason"]


@pytest.mark.parametrize(
    "text",
    [
        'NIP,Nama\n199001012019011001,"Budi Contoh, S.Kom."\n199202022020122002,Siti Nur\'aini\n',
        "No;Nama Peserta;NIP\r\n1;Budi Contoh, S.Kom.;199001012019011001\r\n2;Siti Nur'aini;199202022020122002\r\n",
        "nip\tnama lengkap\te\n199001012019011001\tBudi Contoh, S.Kom.\ta@b.id\n199202022020122002\tSiti Nur'aini\t",
        "sep=;\nNAMA (dengan gelar);N I P;NIP.\nBudi Contoh, S.Kom.;;199001012019011001\n"
        "Siti Nur'aini;;'199202022020122002\n",
        'First name,Last name,ID number\nBudi,"Contoh, S.Kom.",199001012019011001\nSiti,Nur\'aini,199202022020122002\n',
        "DAFTAR PESERTA LATSAR;;\n\n;No;Nama;NIP\n;1;Budi Contoh, S.Kom.;199001012019011001\n;No;Nama;NIP\n"
        ";2;Siti  Nur'aini ;199202022020122002\n;;;\n",
    ],
)
def test_tables_as_people_make_them(write: Callable[..., Path], text: str) -> None:
    assert read_roster(write(text)).participants == (BUDI, SITI)


@pytest.mark.parametrize(
    ("encode", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
     ("utf-16-le", b""), ("cp1252", b"")],
)  # fmt: skip
def test_encodings(write: Callable[..., Path], encode: str, mark: bytes) -> None:
    text = "nomor presensi;nama\r\n1;André Contoh\r\n2;“Budi” Contoh\r\n"
    roster = read_roster(write(mark + text.encode(encode)))
    assert roster.participants == (Participant("André Contoh", "1"), Participant("“Budi” Contoh", "2"))


def test_workbooks(write: Callable[..., Path]) -> None:
    rows = [
        ["Daftar peserta Latsar", None, None],
        [],
        ["No", "Nama", "No. Presensi", "NIP"],
        [1, "Budi Contoh", 7, "199001012019011001"],
        [2, "Siti Contoh", 8.0, None],
        [None, None, None, None],
        [3, None, "09", None],
    ]
    roster = read_roster(write(rows, "daftar.xlsx"))
    assert roster.participants == (
        Participant("Budi Contoh", "7"),
        Participant("Siti Contoh", "8"),
        Participant(None, "09"),
    )
    assert roster.find(Participant(None, "199001012019011001")) == Participant("Budi Contoh", "7")
    assert roster.find(Participant(None, "9")) == Participant(None, "09")


def test_a_workbook_is_told_by_its_content(write: Callable[..., Path]) -> None:
    path = write([["nama"], ["Budi"]], "daftar.xlsx")
    assert read_roster(path.rename(path.with_suffix(".csv"))).participants == (Participant("Budi"),)


def test_all_that_is_wrong_is_told_at_once_with_its_line(write: Callable[..., Path]) -> None:
    text = (
        "nip;nama\n"  # 1
        "19900101;Budi Contoh\n"
        "19900102;Siti Contoh\n"
        "1990 0101;Made Contoh\n"  # 4: the same number, in groups
        ";Ani Contoh\n"
        '"19900105";"Ani\nContoh, S.E."\n'  # 6 and 7: no number tells the two apart
        "19900106;Budi Contoh\n"  # 8: two people with numbers of their own
        "1,99001E+17;Tuti Contoh\n"  # 9: rounded
    )
    assert problems(write(text)) == [("G146", 4), ("G147", 6), ("G148", 9)]


def test_a_number_that_a_spreadsheet_rounded_is_told(write: Callable[..., Path]) -> None:
    rows = [["NIP", "Nama"], [199001012019011001, "Budi"], ["199202022020122002", "Siti"], [123456789012345, "Made"]]
    assert problems(write(rows, "daftar.xlsx")) == [("G148", 2)]


def test_a_double_number_names_the_first_line(write: Callable[..., Path]) -> None:
    with pytest.raises(RosterError) as error:
        read_roster(write("ndh,nama\n01,Budi\n2,Siti\n1,Made\n"))
    (problem,) = error.value.problems
    assert (problem.line, problem.values, problem.text) == (4, {"id": "1", "first": 2}, "1 | Made")
    assert "G146" in str(error.value)


@pytest.mark.parametrize("text", ["a,b\n1,Budi\n", "No,Kelas\n1,A\n", "Budi\nSiti\n"])
def test_without_a_known_column(write: Callable[..., Path], text: str) -> None:
    assert problems(write(text)) == [("G145", 1)]


@pytest.mark.parametrize("content", ["", "\n\n;;\n", "nip;nama\n", "nip;nama\n;\n", b""])
def test_without_anybody(write: Callable[..., Path], content: str | bytes) -> None:
    assert reason(write(content)) == "roster-empty"


def test_other_files(write: Callable[..., Path], essay_files: dict[str, bytes], tmp_path: Path) -> None:
    assert reason(write(essay_files["pdf"])) == "roster-kind"
    assert reason(write(essay_files["docx"])) == "roster-kind"
    assert reason(write(b"\x00\x01\x02" * 50)) == "roster-kind"
    assert reason(write(b"nama\n\x81\x8d\n")) == "encoding"
    assert reason(write('nip;nama\n1;"Budi\n')) == "csv-quotes"
    with pytest.raises(GraderError) as missing:
        read_roster(tmp_path / "tidak-ada.csv")
    assert missing.value.code == "G101"


def test_damaged_and_hostile_workbooks(write: Callable[..., Path]) -> None:
    path = write([["nama"], ["Budi"]], "daftar.xlsx")
    data = path.read_bytes()
    assert reason(write(data[: len(data) // 2], "a.xlsx")) == "roster-workbook"

    def changed(name: str, change: Callable[[bytes], bytes]) -> Path:
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
            for member in source.namelist():
                part = source.read(member)
                copy.writestr(member, change(part) if member == name else part)
        return write(target.getvalue(), "b.xlsx")

    sheet = "xl/worksheets/sheet1.xml"
    assert reason(changed(sheet, lambda part: part[:-40])) == "roster-workbook"
    assert reason(changed(sheet, lambda part: b'<!DOCTYPE a [<!ENTITY b "c">]>' + part)) == "roster-workbook"
    assert reason(changed(sheet, lambda part: part + b" " * 61_000_000)) == "roster-large"
    assert reason(changed("xl/workbook.xml", lambda part: part.replace(b"<sheets>", b"<sheets"))) == "roster-workbook"


def test_a_roster_with_more_lines_than_any(write: Callable[..., Path]) -> None:
    assert reason(write("nama\n" + "Budi\n" * 20_000)) == "roster-large"


def roster(*participants: Participant) -> Roster:
    return Roster(tuple(Listed(each) for each in participants))


@pytest.mark.parametrize(
    ("given_name", "given_id", "found"),
    [
        (None, "199001012019011001", BUDI),
        (None, "19900101 201901 1 001", BUDI),
        (None, "07", MADE),
        ("Salah Tulis", "199001012019011001", None),  # a number of another kind, perhaps
        ("Pak Budi", "199001012019011001", BUDI),
        ("budi  contoh", None, BUDI),
        ("Drs. BUDI CONTOH, M.Si.", None, BUDI),
        ("Siti Nuraini", None, SITI),
        ("Siti Nur’aini S.Pd", None, SITI),
        ("Siti", None, None),
        ("Siti Nuraini", "7", SITI),  # a whole name counts more than a short number
        ("Orang Lain", "999", None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_who_is_meant(given_name: str | None, given_id: str | None, found: Participant | None) -> None:
    assert roster(BUDI, SITI, MADE).find(Participant(given_name, given_id)) == found


def test_a_name_that_two_have_means_nobody_but_a_number_does() -> None:
    first, second = Participant("Budi Contoh", "1"), Participant("Budi Contoh, S.E.", "2")
    assert roster(first, second).find(Participant("Budi Contoh")) is None
    assert roster(first, second).find(Participant("Budi Contoh", "2")) == second


def test_moodle_s_numbers_count_where_the_roster_has_them(write: Callable[..., Path]) -> None:
    worksheet = read_roster(write("Identifier,Full name,ID number\nParticipant 7,Budi Contoh,1\nPeserta8,Siti,7\n"))
    assert worksheet.find_in_moodle(Participant(None, "7")) == Participant("Budi Contoh", "1")
    assert worksheet.find_in_moodle(Participant("Siti", "8")) == Participant("Siti", "7")
    plain = roster(MADE, SITI)
    assert plain.find_in_moodle(Participant(None, "7")) is None  # a number of the class, but not Moodle's
    assert plain.find_in_moodle(Participant("Siti Nuraini", "7")) == SITI
    assert plain.find_in_moodle(Participant("Orang Lain", "7")) is None


def test_numbers_in_the_names_of_files() -> None:
    people = roster(BUDI, SITI, MADE)
    assert people.find_in_file_name("kelas 1/esai_199001012019011001_v2.docx") == BUDI
    assert people.find_in_file_name("199202022020122002/esai 7.docx") == SITI
    assert people.find_in_file_name("esai 7.docx") is None  # too short: it may be anything
    assert people.find_in_file_name("x199001012019011001.docx") is None
    assert people.find_in_file_name("199001012019011001 dan 199202022020122002.docx") is None


def test_who_has_not_handed_in() -> None:
    people = roster(BUDI, SITI, MADE)
    assert people.missing([]) == (BUDI, SITI, MADE)
    assert people.missing([Participant("Budi Contoh"), Participant("Orang Lain", "7")]) == (SITI, MADE)
    assert people.missing([MADE, SITI, BUDI, SITI]) == ()


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Dr. H. Budi Contoh, S.H., M.H.", "budi contoh"),
        ("BUDI  CONTOH SE", "budi contoh se"),
        ("Budi Contoh, SE, MM", "budi contoh"),
        ("Budi Contoh S.Kom M.T", "budi contoh"),
        ("I Made Contoh", "i made contoh"),
        ("M. Ali", "m ali"),
        ("H. Ali", "ali"),
        ("H Ali", "h ali"),
        ("Ir", "ir"),
        ("Contoh, Budi", "contoh budi"),
        ("Nur'aini-Putri", "nuraini putri"),
        ("Renée", "renee"),
        ("…", ""),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert folded_name(name) == folded


def test_names_that_may_be_one_person_s() -> None:
    assert alike("budi contoh", "bud")
    assert alike("budisantoso", "budi santoso")
    assert not alike("b contoh", "bu lain")
    assert not alike("", "budi")


@pytest.mark.parametrize(
    ("number", "folded"),
    [("007", "7"), ("0", "0"), (" 19900101 2019 ", "199001012019"), ("A-17", "a17"), ("Peserta 12", "12"), (None, "")],
)
def test_numbers_are_folded(number: str | None, folded: str) -> None:
    assert folded_id(number) == folded


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=8))
def test_every_listed_participant_is_found_by_what_tells_it_alone(people: list[tuple[str, str]]) -> None:
    listed = roster(*(Participant(name or None, number or None) for name, number in people))
    numbers = [folded_id(number) for _, number in people]
    for name, number in people:
        if folded_id(number) and numbers.count(folded_id(number)) == 1:
            assert listed.find(Participant(None, number)) == Participant(name or None, number)
