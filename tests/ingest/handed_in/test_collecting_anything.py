"""Whatever a folder or zip holds: every file is in one place, under a name that is safe to show."""

from __future__ import annotations

import os
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.ingest.handed_in.collecting import Collection, collect

PutZip = Callable[..., Path]

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names, links or sockets")


def every_file(collection: Collection) -> list[str]:
    earlier = [name for entry in collection.entries.values() for name in entry.earlier]
    return [*(each.name for each in collection.submissions), *earlier, *collection.left_out]


ODD = [
    "=cmd|'C'!A0", "<script>", "😀", "-rf", "../x", "a\nb", "~$a", ".a", "x" * 90, "v2", "final", "labels.csv", " ",
    "Budi_1_assignsubmission_file_", "Participant_1_assignsubmission_file", "..\\y", "Thumbs.db", "é", "e\u0301",
]  # fmt: skip
PARTS = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
MEMBERS = st.lists(st.lists(PARTS, min_size=1, max_size=3).map("/".join), min_size=1, max_size=10)


def in_hidden_folder(name: str) -> bool:
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip() not in ("", ".", "..")]
    return any(part.startswith((".", "~$")) or part == "Thumbs.db" for part in parts[:-1])


@given(MEMBERS)
def test_every_member_of_a_zip_is_in_one_place_under_a_safe_name(put_zip: PutZip, members: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = put_zip(Path(folder) / "kelas.zip", "selalu.docx", *members)
        with zipfile.ZipFile(path) as archive:
            stored = [name for name in archive.namelist() if not name.endswith(("/", "\\")) and name.strip("/\\")]
        collection = collect([path])
        told = every_file(collection)
        assert len(told) == len(set(told))
        folders = [name for name in collection.left_out if name.endswith("/")]
        assert len(told) - len(folders) == sum(not in_hidden_folder(name) for name in stored)
        for name in told:
            assert not name.startswith("/")
            assert not {".", ".."} & set(name.split("/"))
            assert not any(ord(char) < 32 or ord(char) == 127 for char in name)
            name.encode("utf-8")
        assert {each.name for each in collection.submissions} == set(collection.entries)
        assert collection == collect([path])


@ON_LINUX
@given(st.lists(st.binary(min_size=1, max_size=20), max_size=6))
def test_every_file_of_a_folder_is_in_one_place_under_a_safe_name(raw: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = {b"selalu.docx"} | {name for name in raw if not {0, 0x2F} & set(name) and name not in (b".", b"..")}
        for name in wanted:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"isi")
        told = every_file(collect([Path(folder)]))
        assert len(told) == len(set(told)) == len(wanted)
        for shown in told:
            shown.encode("utf-8")
            assert not {".", "..", ""} & set(shown.split("/"))
