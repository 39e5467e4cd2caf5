"""GitHub's workflow commands and lines for editors: one command a line, and none that a text brought along."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.records.assessment import Cohort, Failure
from grader.reports.issues import Asked
from grader.reports.to_github import to_github
from grader.reports.to_line import to_line
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

# As participants are told them; the class made here has notices without the values that the real sentences want.
TOLD = {
    "participant.notice.hidden-text": "Berkas memuat {words} kata yang tidak terlihat pembaca.",
    "participant.notice.tracked-changes": "Berkas memuat perubahan terlacak.",
    "error.G161": "Berkas kosong.",
    "error.G161.hint": "Simpan sekali lagi.",
}


@pytest.fixture(scope="module")
def view(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    return cohort_view(cohort, rubric, provenance, Voice(voice.code, {**voice.sentences, **TOLD}))


COMMAND = re.compile(r"::(error|warning|notice) file=([^:,\r\n]+),line=([1-9][0-9]*),title=([^:,\r\n]+)::([^\r\n]+)")
BREAKS = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What makes a command, often, beside every other character there is, lone surrogates included.
HOSTILE = st.lists(
    st.sampled_from(["::", "\n", "\r", "%0A", "%", "##[error]", "::set-env name=A::b", ",line=9", "::stop-commands::x"])
    | st.text(st.characters(exclude_categories=()), max_size=8),
    max_size=8,
).map("".join)


def unescaped(value: str) -> str:
    """As the runner takes a property or text back."""
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        value = value.replace(code, char)
    return value


def test_each_fault_is_a_command_at_its_paragraph(view: CohortView) -> None:
    found = [COMMAND.fullmatch(line) for line in to_github(view, Asked()).splitlines()]
    assert all(found)
    told = [match.groups() for match in found if match]
    assert (
        "error",
        "02-sedang.docx",
        "1",
        "word-count",
        "Jumlah kata: Esai berisi 812 kata, kurang dari 2.000.",
    ) in told
    assert (
        "error", "=cmd|' /C calc'!A0.docx", "3", "sections",
        "Susunan bagian: Bagian ini tidak ditemukan: Penerapan dan Penutup.",
    ) in told  # fmt: skip
    assert ("error", "kosong.docx", "1", "G104", "Berkas kosong. Simpan sekali lagi.") in told
    script = "<script>alert(1)</script>.pdf"
    assert ("warning", script, "1", "hidden-text", "Berkas memuat 150 kata yang tidak terlihat pembaca.") in told
    assert ("notice", script, "1", "tracked-changes", "Berkas memuat perubahan terlacak.") in told
    assert len(told) == 3 + 1 + 2 + 2
    assert not any(file == "01-baik.pdf" for _, file, *_ in told)  # nothing to tell of it


def test_a_mark_too_low_is_an_error_that_does_not_tell_the_mark(view: CohortView) -> None:
    low = [line for line in to_github(view, Asked(min_score=65)).splitlines() if "title=min-score" in line]
    assert low == [
        f"::error file={name},line=1,title=min-score::Nilai usulan di bawah 65 yang diminta."
        for name in ("02-sedang.docx", "=cmd|' /C calc'!A0.docx")
    ]


def test_lines_for_editors(view: CohortView) -> None:
    lines = to_line(view, Asked({"02-sedang.docx": "tugas/02-sedang.docx"})).splitlines()
    assert "tugas/02-sedang.docx:1: error word-count: Jumlah kata: Esai berisi 812 kata, kurang dari 2.000." in lines
    assert any(line.startswith("=cmd|' /C calc'!A0.docx:3: error sections: ") for line in lines)
    assert "<script>alert(1)</script>.pdf:1: suggestion tracked-changes: Berkas memuat perubahan terlacak." in lines
    assert len(lines) == 8


def of_one(name: str, reason: str, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    """A class of one file that could not be read, with a name and a reason that somebody chose."""
    failure = Failure(name or "x", None, "G106", {"reason": reason})
    return cohort_view(Cohort((failure,)), rubric, provenance, voice)


@given(name=HOSTILE, reason=HOSTILE)
def test_no_text_becomes_a_command_of_its_own(
    rubric: Rubric, provenance: Provenance, voice: Voice, name: str, reason: str
) -> None:
    view = of_one(name, reason, rubric, provenance, voice)
    text = to_github(view, Asked())
    assert text.endswith("\n")
    assert BREAKS.findall(text) == ["\n"]
    match = COMMAND.fullmatch(text[:-1])
    assert match is not None
    assert match[1] == "error"
    assert (match[3], match[4]) == ("1", "G106")
    text.encode("utf-8")
    shown = view.failed[0]
    assert unescaped(match[2]) == shown.file  # the runner reads back exactly what people are shown
    assert unescaped(match[5]) == f"{shown.message} {shown.hint}"


@given(name=HOSTILE, reason=HOSTILE)
def test_no_line_for_editors_begins_or_holds_a_command(
    rubric: Rubric, provenance: Provenance, voice: Voice, name: str, reason: str
) -> None:
    text = to_line(of_one(name, reason, rubric, provenance, voice), Asked())
    assert BREAKS.findall(text) == ["\n"]
    assert not text.lstrip().startswith("::")
    assert "##[" not in text
    assert ":1: error G106: " in text
