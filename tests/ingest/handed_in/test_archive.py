"""Zips of submissions: guards, names, and what is wrong with a single member."""

from __future__ import annotations

import struct
import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.ingest.handed_in import archive
from grader.ingest.handed_in.archive import is_document, members_of, read_member
from grader.ingest.names import joined, parts_of

SAMPLE = b"Kolaborasi berarti bekerja bersama antarinstansi. " * 40


def put(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as target:
        for name, data in files.items():
            target.writestr(zipfile.ZipInfo(name), data, method)
    return path


def code(path: Path, name: str = "esai.txt") -> tuple[str, object]:
    with pytest.raises(GraderError) as error:
        read_member(path, name)
    return error.value.code, error.value.values.get("reason") or error.value.values.get("what")


def change(path: Path, mark: bytes, offset: int, packing: str, *values: int) -> None:
    """Change fields of the first header that begins with a mark."""
    data = bytearray(path.read_bytes())
    struct.pack_into(packing, data, data.index(mark) + offset, *values)
    path.write_bytes(data)


DIRECTORY = b"PK\x01\x02"
LOCAL = b"PK\x03\x04"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_read_as_they_were_put_in(tmp_path: Path, method: int) -> None:
    large = bytes(range(256)) * 1000
    path = put(tmp_path / "a.zip", {"a/esai.txt": SAMPLE, "kosong.txt": b"", "b.bin": large}, method)
    assert [member.name for member in members_of(path)] == ["a/esai.txt", "kosong.txt", "b.bin"]
    assert [read_member(path, member.name) for member in members_of(path)] == [SAMPLE, b"", large]


def test_folders_are_no_files_and_times_are_kept(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        target.writestr("folder/", b"")
        target.writestr("lain\\", b"")
        target.writestr(zipfile.ZipInfo("a.txt", (2026, 3, 5, 14, 30, 10)), b"isi")
        target.writestr(zipfile.ZipInfo("b.txt", (1980, 0, 0, 0, 0, 0)), b"isi")
    first, second = members_of(tmp_path / "a.zip")
    assert (first.name, first.modified) == ("a.txt", 1_772_721_010)  # 2026-03-05 14:30:10
    assert (second.name, second.modified) == ("b.txt", 0)


def test_nothing_is_written_beside_the_zip(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"../keluar.txt": SAMPLE, "/akar.txt": SAMPLE})
    for member in members_of(path):
        assert read_member(path, member.name) == SAMPLE
    assert list(tmp_path.rglob("*")) == [path]


def test_names_in_utf_8_are_read_whether_they_say_so_or_not(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"Ré 😀.txt": b"1", "xxxxx.txt": b"2", "yyyyy.txt": b"3"})
    data = path.read_bytes().replace(b"xxxxx", "Ré😀"[:2].encode() + b"xx").replace(b"yyyyy", b"R\x82sum")
    path.write_bytes(data)  # neither of the two says what it is written in; 0x82 is é in code page 437
    assert [member.name for member in members_of(path)] == ["Ré 😀.txt", "Réxx.txt", "Résum.txt"]
    assert [read_member(path, member.name) for member in members_of(path)] == [b"1", b"2", b"3"]


def test_of_two_members_alike_the_last_counts_as_when_they_are_unpacked(tmp_path: Path) -> None:
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        warnings.simplefilter("ignore")
        for data in (b"lama", b"baru"):
            target.writestr("esai.txt", data)
    assert [member.replaced for member in members_of(tmp_path / "a.zip")] == [True, False]
    assert read_member(tmp_path / "a.zip", "esai.txt") == b"baru"


def test_links_and_pipes_in_a_zip_are_not_opened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        for name, mode in (("tautan", 0o120777), ("pipa", 0o010644), ("berkas", 0o100644)):
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, mode << 16
            target.writestr(info, b"/etc/passwd")
    assert [member.barred for member in members_of(tmp_path / "a.zip")] == ["link", "not-a-file", None]


def test_documents_are_told_from_folders_by_their_content(tmp_path: Path, essay_files: dict[str, bytes]) -> None:
    (tmp_path / "esai.zip").write_bytes(essay_files["docx"])
    odt = put(tmp_path / "odt.zip", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    folder = put(tmp_path / "kelas.zip", {"a/mimetype": b"", "esai.docx": essay_files["docx"]})
    assert [is_document(members_of(path)) for path in (tmp_path / "esai.zip", odt, folder)] == [True, True, False]


def test_encrypted_members_are_refused_one_by_one(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": SAMPLE, "lain.txt": SAMPLE})
    change(path, DIRECTORY, 8, "<H", 1)
    assert [member.encrypted for member in members_of(path)] == [True, False]
    assert code(path) == ("G107", None)
    assert read_member(path, "lain.txt") == SAMPLE


def test_a_member_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": SAMPLE})
    change(path, DIRECTORY, 24, "<I", 30_000_001)
    assert code(path) == ("G109", None)


def test_a_member_that_is_larger_than_it_says_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "FILE_BYTES", 1000)
    path = put(tmp_path / "a.zip", {"esai.txt": SAMPLE}, zipfile.ZIP_STORED)
    change(path, DIRECTORY, 24, "<I", 10)
    assert code(path) == ("G109", None)


@pytest.mark.parametrize("size", [10, len(SAMPLE) - 1, len(SAMPLE) + 1])
def test_a_size_that_lies_is_damage(tmp_path: Path, size: int) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": SAMPLE})
    change(path, DIRECTORY, 24, "<I", size)
    assert code(path) == ("G106", "zip")


def test_what_is_packed_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": b" " * 1_500_000, "wajar.txt": b" " * 900_000})
    assert code(path) == ("G111", "inflated")
    assert len(read_member(path, "wajar.txt")) == 900_000  # short texts may pack well


@pytest.mark.parametrize(
    ("mark", "offset", "packing", "value"),
    [
        (DIRECTORY, 16, "<I", 1),  # checksum
        (DIRECTORY, 10, "<H", 99),  # a way of packing that nobody knows
        (DIRECTORY, 10, "<H", 0),  # said to be stored, but packed
        (DIRECTORY, 20, "<I", 20),  # cut off
        (LOCAL, 0, "<I", 0),  # no header where there should be one
        (LOCAL, 40, "<Q", 2**64 - 1),  # the content itself
    ],
)
def test_damage_costs_one_member_alone(tmp_path: Path, mark: bytes, offset: int, packing: str, value: int) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": SAMPLE, "lain.txt": SAMPLE})
    change(path, mark, offset, packing, value)
    assert code(path) == ("G106", "zip")
    assert read_member(path, "lain.txt") == SAMPLE


def test_a_zip_that_is_cut_off_is_told_by_its_path(tmp_path: Path) -> None:
    path = put(tmp_path / "kelas.zip", {"esai.txt": SAMPLE})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(GraderError) as error:
        members_of(path)
    assert (error.value.code, error.value.values["reason"]) == ("G140", "zip")
    assert str(error.value.values["path"]).endswith("kelas.zip")


@pytest.mark.parametrize(("entries", "directory"), [(2, 8_000_000), (20_000, 100)])
def test_a_zip_with_too_many_entries_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: int, directory: int
) -> None:
    path = put(tmp_path / "kelas.zip", {f"{number}.txt": b"isi" for number in range(3)})
    monkeypatch.setattr(archive, "ARCHIVE_ENTRIES", entries)
    monkeypatch.setattr(archive, "DIRECTORY_BYTES", directory)
    with pytest.raises(GraderError) as error:
        members_of(path)
    assert error.value.values["reason"] == "zip-entries"


def test_a_zip_or_member_that_is_gone_is_told(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": SAMPLE})
    assert code(path, "lain.txt") == ("G101", None)
    path.unlink()
    assert code(path) == ("G101", None)


def test_a_zip_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", {"esai.txt": b"lama"})
    assert read_member(path, "esai.txt") == b"lama"
    put(path, {"lain.txt": b"", "esai.txt": b"yang baru"})
    assert read_member(path, "esai.txt") == b"yang baru"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b.docx", "a/b.docx"),
        ("../../etc/passwd", "etc/passwd"),
        ("/a/./b.docx", "a/b.docx"),
        ("C:\\Users\\b.docx", "Users/b.docx"),
        ("C:/C:/b.docx", "b.docx"),
        ("../..", "_"),
        ("=cmd|x<script>.docx", "=cmd|x<script>.docx"),
        ("-rf\n.docx", "-rf_.docx"),
        ("a" * 400 + ".docx", "a" * 294 + "….docx"),
    ],
)
def test_names_are_names_and_never_paths(name: str, expected: str) -> None:
    assert joined(parts_of(name)) == expected


@given(st.text(st.characters(exclude_categories=[]), max_size=400))
def test_every_name_ends_as_a_relative_one_that_can_be_shown(name: str) -> None:
    shown = joined(parts_of(name))
    assert 0 < len(shown) <= 300
    assert not shown.startswith("/")
    assert not {".", "..", ""} & set(shown.split("/"))
    shown.encode("utf-8")
    assert not any(ord(char) < 32 or ord(char) == 127 for char in shown)


@given(st.binary(max_size=300), st.integers(0, 400))
def test_whatever_the_bytes_are_only_our_own_error_is_raised(noise: bytes, place: int) -> None:
    codes = set()
    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder) / "a.zip", {"esai.txt": SAMPLE, "lain.txt": zlib.compress(SAMPLE)})
        data = path.read_bytes()
        path.write_bytes(data[:place] + noise + data[place + len(noise) :])
        try:
            for member in members_of(path):
                read_member(path, member.name)
        except GraderError as error:
            codes.add(error.code)
    assert codes <= {"G101", "G106", "G107", "G109", "G111", "G140"}
