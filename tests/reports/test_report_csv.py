"""``rekap.csv``: its dialect in both languages, numbers, decisions, and texts that look like formulas."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records.assessment import Cohort, Failure
from grader.records.entry import Entry
from grader.records.moderation import Moderation
from grader.reports.to_csv import to_csv
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice


@pytest.fixture(scope="module")
def decided(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    """One mark confirmed, one given to a file that could not be read, and an earlier file of a participant."""
    moderations = (
        Moderation("01-baik.pdf", "07", 91.0, "Dewi", "2026-11-20T09:30:00+07:00", "", 91.0, None),
        Moderation("foto.docx", None, 65.5, "Dewi", "2026-11-20T09:31:00+07:00", "-1; dari \"cetakan\"", None, None),
    )  # fmt: skip
    entries = {"01-baik.pdf": Entry("01-baik.pdf", earlier=("01-lama.pdf", "01-awal.pdf"))}
    return cohort_view(replace(cohort, moderations=moderations, entries=entries), rubric, provenance, voice)


def rows(content: bytes, separator: str) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def test_indonesian_excel_opens_it_with_a_double_click(view: CohortView) -> None:
    content = to_csv(view)
    assert content.startswith(b"\xef\xbb\xbfNo.;Berkas;Peserta;Nomor peserta;")
    assert content.count(b"\r\n") == 8
    assert content.count(b"\n") == 8
    first = rows(content, ";")[0]
    assert list(first.items()) == [
        ("No.", "1"),
        ("Berkas", "01-baik.pdf"),
        ("Peserta", "Ratna Contoh"),
        ("Nomor peserta", "07"),
        ("Status", "dinilai"),
        ("Kata", "63"),
        ("Kata tidak dihitung", "20"),
        ("Aturan tidak dipenuhi", ""),
        ("Nilai usulan", "91,00"),
        ("Nilai tertinggi", "100,00"),
        ("Predikat", "Sangat Memuaskan"),
        ("Mencapai batas lulus", "ya"),
        ("Perlu ditinjau", "tidak"),
        ("Nilai akhir", ""),
        ("Alasan", ""),
        ("Penilai", ""),
        ("Diputuskan pada", ""),
        ("Nilai usulan saat itu", ""),
        ("Perubahan sejak itu", ""),
        ("Predikat akhir", ""),
        ("Keterangan", ""),
        ("Berkas lain, tidak dinilai", ""),
    ]


def test_english_has_commas_and_points(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    failures = Cohort(tuple(each for each in cohort.results if isinstance(each, Failure)))
    moderation = Moderation("foto.docx", None, 65.5, "Dewi", "2026-11-20T09:31:00+07:00", "Printed.", None, None)
    view = cohort_view(replace(failures, moderations=(moderation,)), rubric, provenance, VOICES["en"])
    content = to_csv(view)
    assert content.startswith(b"\xef\xbb\xbfNo.,File,Participant,")
    (first, second) = rows(content, ",")
    assert first["Final mark"] == "65.50"
    assert first["Decided by"] == "Dewi"
    assert second["Final mark"] == ""


def test_decisions_stand_beside_what_is_suggested(decided: CohortView) -> None:
    found = {row["Berkas"]: row for row in rows(to_csv(decided), ";")}
    good, photo, other = found["01-baik.pdf"], found["foto.docx"], found["02-sedang.docx"]
    assert (good["Nilai usulan"], good["Nilai akhir"], good["Nilai usulan saat itu"]) == ("91,00", "91,00", "91,00")
    assert good["Berkas lain, tidak dinilai"] == "01-lama.pdf; 01-awal.pdf"
    assert good["Diputuskan pada"] == "20 Nov 2026, 09.30"
    assert (photo["Nilai usulan"], photo["Nilai akhir"], photo["Status"]) == ("", "65,50", "tidak dinilai")
    assert photo["Alasan"] == '\'-1; dari "cetakan"'
    assert photo["Keterangan"].startswith("G105: ")
    assert (other["Nilai usulan"], other["Nilai akhir"]) == ("61,00", "")


def test_what_looks_like_a_formula_has_an_apostrophe(view: CohortView) -> None:
    row = rows(to_csv(view), ";")[4]
    assert row["Berkas"] == "'=cmd|' /C calc'!A0.docx"
    assert (row["Peserta"], row["Nomor peserta"]) == ("'=1+1", "'@SUM(A1)")


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4, unique=True))
def test_no_cell_is_a_formula_and_every_file_has_its_row(
    rubric: Rubric, provenance: Provenance, voice: Voice, names: list[str]
) -> None:
    view = cohort_view(Cohort(tuple(Failure(name, None, "G104", {}) for name in names)), rubric, provenance, voice)
    found = rows(to_csv(view), ";")
    assert len(found) == len(names)
    for row in found:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
            assert "\n" not in cell


def test_the_same_view_gives_the_same_bytes(view: CohortView) -> None:
    assert to_csv(view) == to_csv(view)
