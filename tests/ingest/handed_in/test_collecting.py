"""What a user names, as submissions."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.ingest.handed_in.collecting import collect
from grader.ingest.reading import read

Put = Callable[..., None]
Names = Callable[..., list[str]]
Code = Callable[..., str]

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names, links or sockets")


def test_folders_are_expanded_in_order(put: Put, folder: Path) -> None:
    put(folder, "b.docx", "a/z.pdf", "a/c.txt", "foto.jpg")
    collection = collect([folder])
    assert [submission.name for submission in collection.submissions] == ["a/c.txt", "a/z.pdf", "b.docx", "foto.jpg"]
    assert collection.submissions[0].path == folder / "a" / "c.txt"
    assert collection.left_out == ()


def test_what_is_no_submission_is_left_out_and_named(put: Put, folder: Path) -> None:
    others = [
        "~$esai.docx", ".~lock.esai.docx#", ".DS_Store", "Thumbs.db", "desktop.ini", "labels.csv",
        "rubrik.yaml", "README.md", "readme.txt", "hasil.jsonl",
    ]  # fmt: skip
    put(folder, "esai.docx", "__MACOSX/x.docx", ".git/y.docx", *others)
    collection = collect([folder])
    assert [submission.name for submission in collection.submissions] == ["esai.docx"]
    assert sorted(collection.left_out) == sorted([*others, "__MACOSX/", ".git/"])


def test_a_file_that_is_named_is_always_tried(put: Put, names: Names, folder: Path) -> None:
    put(folder, "labels.csv", ".esai.docx")
    assert names(folder / "labels.csv", folder / ".esai.docx") == [".esai.docx", "labels.csv"]


def test_names_stay_unique(put: Put, names: Names, folder: Path) -> None:
    put(folder, "satu/esai.docx", "dua/esai.docx", "dua/lain.docx", "tiga/satu/esai.docx")
    assert names(folder / "satu", folder / "dua") == ["dua/esai.docx", "lain.docx", "satu/esai.docx"]
    assert names(folder / "satu" / "esai.docx", folder / "tiga" / "satu" / "esai.docx") == [
        "satu/esai.docx",
        "satu/esai.docx (2)",
    ]


def test_a_file_reached_twice_is_taken_once(put: Put, names: Names, folder: Path) -> None:
    put(folder, "esai.docx")
    assert names(folder, folder / "esai.docx", folder / "." / "esai.docx") == ["esai.docx"]


@ON_LINUX
def test_names_are_safe_to_show(put: Put, names: Names, folder: Path) -> None:
    put(folder, "a\x1b[31m\u202eb.txt")
    path = os.fsencode(folder) + b"/rusak\xff.txt"
    Path(os.fsdecode(path)).write_text("isi", encoding="utf-8")
    assert names(folder) == ["a_[31m_b.txt", "rusak_.txt"]


@ON_LINUX
def test_links_are_followed_only_inside_the_folder(put: Put, folder: Path, tmp_path: Path) -> None:
    put(tmp_path, "luar/rahasia.docx")
    put(folder, "asli/esai.docx", "lain.docx")
    (folder / "keluar.docx").symlink_to(tmp_path / "luar" / "rahasia.docx")
    (folder / "keluar").symlink_to(tmp_path / "luar", target_is_directory=True)
    (folder / "putus.docx").symlink_to(folder / "tidak-ada")
    (folder / "lingkar.docx").symlink_to(folder / "lingkar.docx")
    (folder / "alias.docx").symlink_to(folder / "lain.docx")
    collection = collect([folder])
    assert [(submission.name, submission.barred) for submission in collection.submissions] == [
        ("alias.docx", None),
        ("asli/esai.docx", None),
        ("keluar.docx", "link"),
        ("lingkar.docx", "link"),
        ("putus.docx", "link"),
    ]
    assert collection.left_out == ("keluar",)


@ON_LINUX
def test_sockets_and_folders_with_endings_are_no_crash(put: Put, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "esai.docx", "folder.docx/isi.docx")
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("soket.docx")
        collection = collect([folder])
    assert [(submission.name, submission.barred) for submission in collection.submissions] == [
        ("esai.docx", None),
        ("folder.docx/isi.docx", None),
        ("soket.docx", "not-a-file"),
    ]


def test_missing_and_empty(put: Put, code: Code, folder: Path) -> None:
    assert code(folder / "tidak-ada") == "G101"
    assert code(folder) == "G102"
    put(folder, "labels.csv")
    assert code(folder) == "G102"
    assert code() == "G102"


def test_reading_what_is_not_there_or_no_file(put: Put, folder: Path) -> None:
    with pytest.raises(GraderError) as missing:
        read(folder / "tidak-ada.docx")
    with pytest.raises(GraderError) as directory:
        read(folder)
    put(folder, "kosong.docx")
    (folder / "kosong.docx").write_bytes(b"")
    with pytest.raises(GraderError) as empty:
        read(folder / "kosong.docx")
    assert (missing.value.code, directory.value.code, empty.value.code) == ("G101", "G103", "G104")
    assert directory.value.values["reason"] == "not-a-file"


def test_access_denied(put: Put, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "esai.docx")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("grader.ingest.sharing.open", refuse, raising=False)
    with pytest.raises(GraderError) as error:
        read(folder / "esai.docx")
    assert (error.value.code, error.value.values["reason"]) == ("G103", "permission")
