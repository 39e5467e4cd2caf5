"""What a user names, as submissions."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.ingest.handed_in.collecting import Collection, collect, load_submission
from grader.ingest.handed_in.name_pattern import compile_pattern
from grader.ingest.handed_in.roster import Listed, Roster
from grader.ingest.reading import read
from grader.records.entry import Entry
from grader.records.participant import Participant

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names, links or sockets")


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("isi", encoding="utf-8")


def put_zip(path: Path, *names: str, files: Mapping[str, bytes] | None = None) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as target:
        warnings.simplefilter("ignore")  # of names that occur twice
        for name, data in [*((name, b"isi") for name in names), *(files or {}).items()]:
            target.writestr(zipfile.ZipInfo(name), data)
    return path


def modified(folder: Path, **times: int) -> None:
    for stem, time in times.items():
        for path in folder.rglob(f"{stem}.*"):
            os.utime(path, (time, time))


def entries(*paths: Path, pattern: str | None = None, roster: Roster | None = None) -> list[Entry]:
    found = collect(paths, pattern=compile_pattern(pattern) if pattern else None, roster=roster)
    assert [submission.name for submission in found.submissions] == list(found.entries)
    return list(found.entries.values())


def names(*paths: Path) -> list[str]:
    return [submission.name for submission in collect(paths).submissions]


def code(*paths: Path) -> str:
    with pytest.raises(GraderError) as error:
        collect(paths)
    return error.value.code


def test_folders_are_expanded_in_order(folder: Path) -> None:
    put(folder, "b.docx", "a/z.pdf", "a/c.txt", "foto.jpg")
    collection = collect([folder])
    assert [submission.name for submission in collection.submissions] == ["a/c.txt", "a/z.pdf", "b.docx", "foto.jpg"]
    assert collection.submissions[0].path == folder / "a" / "c.txt"
    assert collection.left_out == ()


def test_what_is_no_submission_is_left_out_and_named(folder: Path) -> None:
    others = [
        "~$esai.docx", ".~lock.esai.docx#", ".DS_Store", "Thumbs.db", "desktop.ini", "labels.csv",
        "rubrik.yaml", "README.md", "readme.txt", "hasil.jsonl",
    ]  # fmt: skip
    put(folder, "esai.docx", "__MACOSX/x.docx", ".git/y.docx", *others)
    collection = collect([folder])
    assert [submission.name for submission in collection.submissions] == ["esai.docx"]
    assert sorted(collection.left_out) == sorted([*others, "__MACOSX/", ".git/"])


def test_a_file_that_is_named_is_always_tried(folder: Path) -> None:
    put(folder, "labels.csv", ".esai.docx")
    assert names(folder / "labels.csv", folder / ".esai.docx") == [".esai.docx", "labels.csv"]


def test_names_stay_unique(folder: Path) -> None:
    put(folder, "satu/esai.docx", "dua/esai.docx", "dua/lain.docx", "tiga/satu/esai.docx")
    assert names(folder / "satu", folder / "dua") == ["dua/esai.docx", "lain.docx", "satu/esai.docx"]
    assert names(folder / "satu" / "esai.docx", folder / "tiga" / "satu" / "esai.docx") == [
        "satu/esai.docx",
        "satu/esai.docx (2)",
    ]


def test_a_file_reached_twice_is_taken_once(folder: Path) -> None:
    put(folder, "esai.docx")
    assert names(folder, folder / "esai.docx", folder / "." / "esai.docx") == ["esai.docx"]


@ON_LINUX
def test_names_are_safe_to_show(folder: Path) -> None:
    put(folder, "a\x1b[31m\u202eb.txt")
    path = os.fsencode(folder) + b"/rusak\xff.txt"
    Path(os.fsdecode(path)).write_text("isi", encoding="utf-8")
    assert names(folder) == ["a_[31m_b.txt", "rusak_.txt"]


@ON_LINUX
def test_links_are_followed_only_inside_the_folder(folder: Path, tmp_path: Path) -> None:
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
def test_sockets_and_folders_with_endings_are_no_crash(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_missing_and_empty(folder: Path) -> None:
    assert code(folder / "tidak-ada") == "G101"
    assert code(folder) == "G102"
    put(folder, "labels.csv")
    assert code(folder) == "G102"
    assert code() == "G102"


def test_reading_what_is_not_there_or_no_file(folder: Path) -> None:
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


def test_access_denied(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "esai.docx")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("grader.ingest.sharing.open", refuse, raising=False)
    with pytest.raises(GraderError) as error:
        read(folder / "esai.docx")
    assert (error.value.code, error.value.values["reason"]) == ("G103", "permission")


BUDI = "Budi Contoh_12345_assignsubmission_file_"
SITI = "Siti Contoh_12346_assignsubmission_file_"


def test_a_zip_that_is_named_is_a_folder_of_submissions(folder: Path) -> None:
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


def test_a_zip_in_a_folder_is_opened_when_moodle_made_it(folder: Path) -> None:
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


def test_zips_that_cannot_be_opened_are_told_when_they_are_named(folder: Path) -> None:
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


def test_what_is_named_like_a_zip_and_is_none_is_a_submission(folder: Path) -> None:
    (folder / "esai.zip").write_bytes(b"%PDF-1.4")
    assert names(folder / "esai.zip") == ["esai.zip"]


def test_a_zip_that_is_opened_is_not_handed_in_besides(folder: Path) -> None:
    path = put_zip(folder / "kelas.zip", "esai.docx")
    assert names(folder, path) == ["esai.docx"]


def test_of_members_alike_the_last_is_taken_and_the_others_are_named(folder: Path) -> None:
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


def test_moodle_tells_the_participant_and_where_feedback_goes(folder: Path) -> None:
    put(folder, f"{BUDI}/esai.docx", f"{SITI}tugas.pdf", "lain.docx")
    assert entries(folder) == [
        Entry(f"{BUDI}/esai.docx", Participant("Budi Contoh", "12345"), BUDI),
        Entry(f"{SITI}tugas.pdf", Participant("Siti Contoh", "12346"), SITI),
        Entry("lain.docx"),
    ]
    assert entries(folder / BUDI)[0].participant == Participant("Budi Contoh", "12345")
    assert entries(folder / BUDI / "esai.docx")[0].upload == BUDI


def test_text_typed_into_moodle_stands_alone_or_behind_a_file(folder: Path) -> None:
    text = BUDI.replace("file", "onlinetext")
    other = SITI.replace("file", "onlinetext")
    put(folder, f"{BUDI}/esai.docx", f"{text}/onlinetext.html", f"{other}/onlinetext.html")
    modified(folder, onlinetext=2_000_000_000, esai=1_000_000_000)
    assert [(each.name, each.earlier) for each in entries(folder)] == [
        (f"{BUDI}/esai.docx", (f"{text}/onlinetext.html",)),
        (f"{other}/onlinetext.html", ()),
    ]


def test_what_a_participant_handed_in_is_a_submission_whatever_it_is_called(folder: Path) -> None:
    put(folder, f"{BUDI}/README.txt", f"{SITI}data.csv", f"{SITI}~$tugas.docx", f"{BUDI}/.DS_Store", "labels.csv")
    collection = collect([folder])
    assert [each.name for each in collection.submissions] == [f"{BUDI}/README.txt", f"{SITI}data.csv"]
    assert collection.left_out == (f"{BUDI}/.DS_Store", f"{SITI}~$tugas.docx", "labels.csv")


def test_nobody_is_left_out_for_a_name_that_begins_with_a_stop(folder: Path) -> None:
    put(folder, ". Contoh_7_assignsubmission_file_/esai.docx")
    assert entries(folder)[0].participant == Participant(". Contoh", "7")


def test_the_newest_attempt_is_graded_and_the_others_are_listed(folder: Path) -> None:
    put(folder, f"{BUDI}/esai v2.docx", f"{BUDI}/esai.docx", f"{BUDI}/foto.jpg", f"{SITI}/a.docx", f"{SITI}/b.docx")
    modified(folder, foto=1_700_000_009, esai=1_700_000_008, a=1_700_000_002, b=1_700_000_001)
    assert [(each.name, each.earlier) for each in entries(folder)] == [
        (f"{BUDI}/esai v2.docx", (f"{BUDI}/esai.docx", f"{BUDI}/foto.jpg")),
        (f"{SITI}/a.docx", (f"{SITI}/b.docx",)),
    ]


def test_the_time_of_a_zip_s_members_counts(folder: Path) -> None:
    with zipfile.ZipFile(folder / "kelas.zip", "w") as target:
        target.writestr(zipfile.ZipInfo(f"{BUDI}/b.docx", (2026, 1, 1, 8, 0, 0)), "isi")
        target.writestr(zipfile.ZipInfo(f"{BUDI}/a.docx", (2026, 1, 1, 8, 0, 2)), "isi")
    assert [(each.name, each.earlier) for each in entries(folder / "kelas.zip")] == [
        (f"{BUDI}/a.docx", (f"{BUDI}/b.docx",))
    ]


def test_participants_without_a_number_are_never_merged(folder: Path) -> None:
    put(folder, "Budi Contoh/esai.docx", "Budi Contoh/esai v2.docx", "Budi Contoh v3.docx")
    assert len(entries(folder)) == 3
    people = Roster((Listed(Participant("Budi Contoh", "27")),))
    found = entries(folder, pattern="^(?P<name>Budi Contoh)", roster=people)
    assert [each.participant for each in found] == [Participant("Budi Contoh", "27")] * 3  # a namesake, perhaps


def test_namesakes_in_moodle_stay_two(folder: Path) -> None:
    put(folder, "Budi_1_assignsubmission_file_/a.docx", "Budi_2_assignsubmission_file_/a.docx")
    people = Roster((Listed(Participant("Budi", "27")),))
    assert [each.earlier for each in entries(folder, roster=people)] == [(), ()]


def test_a_pattern_tells_participants_and_attempts(folder: Path) -> None:
    put(folder, "27_Budi_1.docx", "27_Budi_2.docx", "28_Siti_1.docx", "catatan.docx", "027_Budi_3.jpg")
    pattern = r"(?P<id>\d+)_(?P<name>[^_]+)_(?P<attempt>\d+)\."
    assert entries(folder, pattern=pattern) == [
        Entry("27_Budi_2.docx", Participant("Budi", "27"), None, ("27_Budi_1.docx", "027_Budi_3.jpg")),
        Entry("28_Siti_1.docx", Participant("Siti", "28")),
        Entry("catatan.docx"),
    ]


def test_a_pattern_counts_more_than_moodle_and_a_roster_more_than_both(folder: Path) -> None:
    put(folder, f"{BUDI}/27_esai.docx", f"{SITI}/esai.docx")
    pattern = r"/(?P<id>\d+)_"
    assert [each.participant for each in entries(folder, pattern=pattern)] == [
        Participant("Budi Contoh", "27"),
        Participant("Siti Contoh", "12346"),
    ]
    people = Roster((Listed(Participant("Budi Contoh, S.E.", "027")), Listed(Participant("Siti Contoh, S.H.", "28"))))
    found = entries(folder, pattern=pattern, roster=people)
    assert [each.participant for each in found] == list(people.participants)
    assert [each.upload for each in found] == [BUDI, SITI]


def test_a_number_of_the_roster_in_a_name_merges_files(folder: Path) -> None:
    put(folder, "esai 199001012019011001.docx", "199001012019011001/perbaikan.docx", "esai 12.docx")
    people = Roster((Listed(Participant("Budi Contoh", "199001012019011001")), Listed(Participant("Siti", "12"))))
    assert entries(folder, roster=people) == [
        Entry("199001012019011001/perbaikan.docx", people.participants[0], None, ("esai 199001012019011001.docx",)),
        Entry("esai 12.docx"),
    ]
    assert people.missing(each.participant for each in entries(folder, roster=people)) == (people.participants[1],)


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
def test_every_member_of_a_zip_is_in_one_place_under_a_safe_name(members: list[str]) -> None:
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
