"""Who handed in what: told by Moodle, a pattern, a roster; and which attempt is graded."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from grader.ingest.handed_in.collecting import collect
from grader.ingest.handed_in.name_pattern import compile_pattern
from grader.ingest.handed_in.roster import Listed, Roster
from grader.records.entry import Entry
from grader.records.participant import Participant

Put = Callable[..., None]

BUDI = "Budi Contoh_12345_assignsubmission_file_"
SITI = "Siti Contoh_12346_assignsubmission_file_"


def modified(folder: Path, **times: int) -> None:
    for stem, time in times.items():
        for path in folder.rglob(f"{stem}.*"):
            os.utime(path, (time, time))


def entries(*paths: Path, pattern: str | None = None, roster: Roster | None = None) -> list[Entry]:
    found = collect(paths, pattern=compile_pattern(pattern) if pattern else None, roster=roster)
    assert [submission.name for submission in found.submissions] == list(found.entries)
    return list(found.entries.values())


def test_moodle_tells_the_participant_and_where_feedback_goes(put: Put, folder: Path) -> None:
    put(folder, f"{BUDI}/esai.docx", f"{SITI}tugas.pdf", "lain.docx")
    assert entries(folder) == [
        Entry(f"{BUDI}/esai.docx", Participant("Budi Contoh", "12345"), BUDI),
        Entry(f"{SITI}tugas.pdf", Participant("Siti Contoh", "12346"), SITI),
        Entry("lain.docx"),
    ]
    assert entries(folder / BUDI)[0].participant == Participant("Budi Contoh", "12345")
    assert entries(folder / BUDI / "esai.docx")[0].upload == BUDI


def test_text_typed_into_moodle_stands_alone_or_behind_a_file(put: Put, folder: Path) -> None:
    text = BUDI.replace("file", "onlinetext")
    other = SITI.replace("file", "onlinetext")
    put(folder, f"{BUDI}/esai.docx", f"{text}/onlinetext.html", f"{other}/onlinetext.html")
    modified(folder, onlinetext=2_000_000_000, esai=1_000_000_000)
    assert [(each.name, each.earlier) for each in entries(folder)] == [
        (f"{BUDI}/esai.docx", (f"{text}/onlinetext.html",)),
        (f"{other}/onlinetext.html", ()),
    ]


def test_what_a_participant_handed_in_is_a_submission_whatever_it_is_called(put: Put, folder: Path) -> None:
    put(folder, f"{BUDI}/README.txt", f"{SITI}data.csv", f"{SITI}~$tugas.docx", f"{BUDI}/.DS_Store", "labels.csv")
    collection = collect([folder])
    assert [each.name for each in collection.submissions] == [f"{BUDI}/README.txt", f"{SITI}data.csv"]
    assert collection.left_out == (f"{BUDI}/.DS_Store", f"{SITI}~$tugas.docx", "labels.csv")


def test_nobody_is_left_out_for_a_name_that_begins_with_a_stop(put: Put, folder: Path) -> None:
    put(folder, ". Contoh_7_assignsubmission_file_/esai.docx")
    assert entries(folder)[0].participant == Participant(". Contoh", "7")


def test_the_newest_attempt_is_graded_and_the_others_are_listed(put: Put, folder: Path) -> None:
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


def test_participants_without_a_number_are_never_merged(put: Put, folder: Path) -> None:
    put(folder, "Budi Contoh/esai.docx", "Budi Contoh/esai v2.docx", "Budi Contoh v3.docx")
    assert len(entries(folder)) == 3
    people = Roster((Listed(Participant("Budi Contoh", "27")),))
    found = entries(folder, pattern="^(?P<name>Budi Contoh)", roster=people)
    assert [each.participant for each in found] == [Participant("Budi Contoh", "27")] * 3  # a namesake, perhaps


def test_namesakes_in_moodle_stay_two(put: Put, folder: Path) -> None:
    put(folder, "Budi_1_assignsubmission_file_/a.docx", "Budi_2_assignsubmission_file_/a.docx")
    people = Roster((Listed(Participant("Budi", "27")),))
    assert [each.earlier for each in entries(folder, roster=people)] == [(), ()]


def test_a_pattern_tells_participants_and_attempts(put: Put, folder: Path) -> None:
    put(folder, "27_Budi_1.docx", "27_Budi_2.docx", "28_Siti_1.docx", "catatan.docx", "027_Budi_3.jpg")
    pattern = r"(?P<id>\d+)_(?P<name>[^_]+)_(?P<attempt>\d+)\."
    assert entries(folder, pattern=pattern) == [
        Entry("27_Budi_2.docx", Participant("Budi", "27"), None, ("27_Budi_1.docx", "027_Budi_3.jpg")),
        Entry("28_Siti_1.docx", Participant("Siti", "28")),
        Entry("catatan.docx"),
    ]


def test_a_pattern_counts_more_than_moodle_and_a_roster_more_than_both(put: Put, folder: Path) -> None:
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


def test_a_number_of_the_roster_in_a_name_merges_files(put: Put, folder: Path) -> None:
    put(folder, "esai 199001012019011001.docx", "199001012019011001/perbaikan.docx", "esai 12.docx")
    people = Roster((Listed(Participant("Budi Contoh", "199001012019011001")), Listed(Participant("Siti", "12"))))
    assert entries(folder, roster=people) == [
        Entry("199001012019011001/perbaikan.docx", people.participants[0], None, ("esai 199001012019011001.docx",)),
        Entry("esai 12.docx"),
    ]
    assert people.missing(each.participant for each in entries(folder, roster=people)) == (people.participants[1],)
