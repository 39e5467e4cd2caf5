"""Zips that a user names, as submissions."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.ingest.handed_in.collecting import collect, load_submission

Put = Callable[..., None]
PutZip = Callable[..., Path]
Names = Callable[..., list[str]]
Code = Callable[..., str]

BUDI = "Budi Contoh_12345_assignsubmission_file_"
SITI = "Siti Contoh_12346_assignsubmission_file_"


def test_a_zip_that_is_named_is_a_folder_of_submissions(put_zip: PutZip, folder: Path) -> None:
    path = put_zip(
        folder / "kelas.zip", "b.docx", "a/c.txt", "__MACOSX/a/._c.txt", "a/.DS_Store", "labels.csv", "a/~$c.docx"
    )
    collection = collect([path])
    assert [(each.name, each.path, each.member) for each in collection.submissions] == [
        ("a/c.txt", path, "a/c.txt"),
        ("b.docx", path, "b.docx"),
    ]
    assert collection.left_out == ("__MACOSX/", "a/.DS_Store", "a/~$c.docx", "labels.csv")
    assert [load_submission(each) for each in collection.submissions] == [b"isi", b"isi"]
    assert list(folder.iterdir()) == [path]


def test_a_zip_in_a_folder_is_opened_when_moodle_made_it(put: Put, put_zip: PutZip, folder: Path) -> None:
    put_zip(folder / "moodle.zip", f"{BUDI}/esai.docx")
    put_zip(folder / "peserta.zip", "esai.docx", "lampiran.pdf")
    put(folder, "lain/x.txt")
    put_zip(folder / "lain" / "dalam.zip", f"{SITI}/esai.docx")
    (folder / "rusak.zip").write_bytes(b"PK\x03\x04 dan seterusnya")
    collection = collect([folder])
    assert [(each.name, each.member) for each in collection.submissions] == [
        ("lain/dalam.zip", None),
        ("lain/x.txt", None),
        (f"moodle.zip/{BUDI}/esai.docx", f"{BUDI}/esai.docx"),
        ("peserta.zip", None),
        ("rusak.zip", None),
    ]


def test_a_zip_that_is_a_document_stays_one(folder: Path, essay_files: dict[str, bytes]) -> None:
    (folder / "esai.zip").write_bytes(essay_files["docx"])
    (submission,) = collect([folder / "esai.zip"]).submissions
    assert (submission.name, submission.member) == ("esai.zip", None)
    assert load_submission(submission) == essay_files["docx"]


def test_zips_that_cannot_be_opened_are_told_when_they_are_named(put_zip: PutZip, code: Code, folder: Path) -> None:
    (folder / "rusak.zip").write_bytes(b"PK\x03\x04 dan seterusnya")
    assert code(folder / "rusak.zip") == "G140"
    data = bytearray(put_zip(folder / "sandi.zip", "esai.docx").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (folder / "sandi.zip").write_bytes(data)
    with pytest.raises(GraderError) as error:
        collect([folder / "sandi.zip"])
    assert (error.value.code, error.value.values["reason"]) == ("G140", "zip-password")
    assert code(put_zip(folder / "kosong.zip")) == "G102"
    assert code(put_zip(folder / "sampah.zip", "__MACOSX/x")) == "G102"


def test_what_is_named_like_a_zip_and_is_none_is_a_submission(names: Names, folder: Path) -> None:
    (folder / "esai.zip").write_bytes(b"%PDF-1.4")
    assert names(folder / "esai.zip") == ["esai.zip"]


def test_a_zip_that_is_opened_is_not_handed_in_besides(put_zip: PutZip, names: Names, folder: Path) -> None:
    path = put_zip(folder / "kelas.zip", "esai.docx")
    assert names(folder, path) == ["esai.docx"]


def test_of_members_alike_the_last_is_taken_and_the_others_are_named(put_zip: PutZip, folder: Path) -> None:
    path = put_zip(folder / "kelas.zip", "esai.txt", files={"esai.txt": b"baru"})
    path = put_zip(folder / "dua.zip", "esai.txt", "esai.txt", "esai.txt")
    collection = collect([path])
    assert [each.name for each in collection.submissions] == ["dua.zip/esai.txt"]
    assert collection.left_out == ("dua.zip/esai.txt (2)", "dua.zip/esai.txt (3)")


def test_what_is_not_to_be_opened_is_refused_when_loading(folder: Path) -> None:
    with zipfile.ZipFile(folder / "kelas.zip", "w") as target:
        info = zipfile.ZipInfo("tautan.docx")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        target.writestr(info, "/etc/passwd")
    (submission,) = collect([folder / "kelas.zip"]).submissions
    with pytest.raises(GraderError) as error:
        load_submission(submission)
    assert (error.value.code, error.value.values) == ("G103", {"path": "tautan.docx", "reason": "link"})
