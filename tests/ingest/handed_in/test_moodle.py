"""Names that Moodle gives to submissions."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.ingest.handed_in.moodle import is_moodle, parse_moodle
from grader.records.participant import Participant

FILE = "Budi Contoh_12345_assignsubmission_file"


@pytest.mark.parametrize(
    ("path", "name", "number", "upload", "rest"),
    [
        # folder mode, since 4.1 and before
        (f"{FILE}/esai.docx", "Budi Contoh", "12345", FILE, ""),
        (f"{FILE}_/esai.docx", "Budi Contoh", "12345", f"{FILE}_", ""),
        ("Siti_7_assignsubmission_onlinetext_/onlinetext.html", "Siti", "7", "Siti_7_assignsubmission_onlinetext_", ""),
        # without folders
        (f"{FILE}_tugas_akhir.docx", "Budi Contoh", "12345", f"{FILE}_", "tugas_akhir.docx"),
        ("Siti_7_assignsubmission_onlinetext_onlinetext.html", "Siti", "7", "Siti_7_assignsubmission_onlinetext_",
         "onlinetext.html"),
        # blind marking, in English and Indonesian, also behind the name of a group
        ("Participant_9_assignsubmission_file_/a.pdf", None, "9", "Participant_9_assignsubmission_file_", ""),
        ("Peserta_9_assignsubmission_file_a.pdf", None, "9", "Peserta_9_assignsubmission_file_", "a.pdf"),
        ("Kelas A-Peserta_9_assignsubmission_file_/a.pdf", None, "9", "Kelas A-Peserta_9_assignsubmission_file_", ""),
        # a team; a person whose first name is only a full stop; a folder that was zipped with another around it
        ("Kelompok 3_88_assignsubmission_file_/a.pdf", "Kelompok 3", "88", "Kelompok 3_88_assignsubmission_file_", ""),
        (". Ali_4_assignsubmission_file_/a.pdf", ". Ali", "4", ". Ali_4_assignsubmission_file_", ""),
        (f"Tugas 1/{FILE}_/lampiran/a.pdf", "Budi Contoh", "12345", f"{FILE}_", ""),
    ],
)  # fmt: skip
def test_what_a_name_tells(path: str, name: str | None, number: str, upload: str, rest: str) -> None:
    found = parse_moodle(path.split("/"))
    assert found is not None
    assert found.participant == Participant(name, number)
    assert (found.upload, found.rest) == (upload, rest)


@pytest.mark.parametrize(
    "name",
    ["esai.docx", "Budi_assignsubmission_file_", "Budi_x1_assignsubmission_file_", "Budi_12_assignsubmission_",
     f"._{FILE}_", "assignsubmission_file", "12345_assignsubmission_file_"],
)  # fmt: skip
def test_other_names_tell_nothing(name: str) -> None:
    assert parse_moodle([name]) is None
    assert not is_moodle(name)


def test_both_ways_of_handing_in_are_one_participant_s() -> None:
    file = parse_moodle([f"{FILE}_"])
    text = parse_moodle(["Budi Contoh_12345_assignsubmission_onlinetext_"])
    namesake = parse_moodle(["Budi Contoh_12346_assignsubmission_file_"])
    assert file is not None
    assert text is not None
    assert namesake is not None
    assert file.key == text.key != namesake.key
    assert file.upload != text.upload


def test_harmful_names_are_shown_without_harm_and_handed_back_as_they_came() -> None:
    formula = parse_moodle(["=cmd|'C calc'!A0_1_assignsubmission_file_"])
    broken = parse_moodle(["Bu\udcffdi\n_2_assignsubmission_file_"])
    assert formula is not None
    assert broken is not None
    assert formula.upload == "=cmd|'C calc'!A0_1_assignsubmission_file_"
    assert broken.participant.name == "Bu_di_"
    broken.upload.encode("utf-8")


# Moodle takes out what cannot be in a file's name, and blanks at both ends.
FULL_NAMES = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="_/\\"), min_size=1, max_size=60
).map(lambda name: " ".join(name.split())).filter(
    lambda name: name and not name.casefold().endswith(("participant", "peserta"))
)  # fmt: skip


@given(
    name=FULL_NAMES,
    number=st.integers(0, 10**12),
    plugin=st.sampled_from(["file", "onlinetext"]),
    way=st.sampled_from(["folder", "older folder", "flat"]),
    file=st.sampled_from(["esai.docx", "_esai_.docx", "onlinetext.html", "12_assignsubmission_file_x.pdf"]),
)
def test_what_moodle_writes_is_read_back(name: str, number: int, plugin: str, way: str, file: str) -> None:
    prefix = f"{name}_{number}_assignsubmission_{plugin}"
    path = {"folder": [prefix, file], "older folder": [f"{prefix}_", file], "flat": [f"{prefix}_{file}"]}[way]
    found = parse_moodle(path)
    assert found is not None
    assert found.participant.id == str(number)
    # Letters may be composed anew for display; the prefix stays as it was.
    assert found.participant.name == " ".join(normalize("NFC", name).split())
    assert found.upload == (prefix if way == "folder" else f"{prefix}_")
    assert found.rest == (file if way == "flat" else "")
