"""What a participant is shown, worked out from a submission made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.records.assessment import Assessment, Failure
from grader.records.document import Block, Document, Kind, Place
from grader.records.finding import Outcome
from grader.reports.names import Names
from grader.reports.participant.changes import changes
from grader.reports.participant.notes import general, notes_of
from grader.reports.participant.view import ParticipantView, participant_view
from grader.reports.submission import failure_view

FIRST = "Kalimat pertama menjelaskan sesuatu dengan panjang lebar."
SECOND = "Kalimat kedua hanya menyebut sesuatu saja."
Make = Callable[..., Assessment]
See = Callable[[Assessment], ParticipantView]


def document(*texts: str, format: str = "txt") -> Document:
    blocks = tuple(Block(text, Kind.BODY, Place(None, number)) for number, text in enumerate(texts, start=1))
    return Document(f"draf.{format}", "00", format, blocks)


@pytest.fixture(scope="session")
def submission(assessed: Make) -> Assessment:
    return assessed(document("Pembuka.", f"{FIRST} {SECOND}"), FIRST, SECOND)


@pytest.fixture(scope="session")
def view(submission: Assessment, seen: See) -> ParticipantView:
    return seen(submission)


def test_required_rules_come_first_and_unchecked_ones_stand_apart(view: ParticipantView) -> None:
    assert [(each.rule, each.severity, each.required) for each in view.mend] == [
        ("Kelengkapan bagian", "wajib", True),
        ("Jenis berkas", "saran", False),
    ]
    assert [each.rule for each in view.unchecked] == ["Jenis huruf"]
    assert (view.met, view.required) == (1, 1)
    assert {each.record.outcome for each in view.mend} == {Outcome.NOT_MET}


def test_a_rule_tells_what_where_and_how_to_mend_it_in_three_programs(view: ParticipantView) -> None:
    sections = view.mend[0]
    assert sections.message == "Urutan bagian tidak sesuai; yang perlu dipindahkan: Bagian B."
    assert sections.place == "par. 2"
    assert [each.program for each in sections.mending] == ["Word", "Google Docs", "LibreOffice"]
    assert "Judul 1" in sections.mending[0].how
    assert view.unchecked[0].mending == ()


def test_three_groups_with_quotes_and_what_is_missing(view: ParticipantView) -> None:
    groups = [[each.title for each in group] for group in (view.explained, view.mentioned, view.missing)]
    assert groups == [["Konsep pertama"], ["Konsep kedua", "Konsep ketiga"], ["Konsep keempat"]]
    explained, several, turned, missing = view.topics
    assert [quote.text for quote in explained.quotes] == [FIRST]
    assert (explained.want, explained.hint, explained.caution) == ("", "", "")
    assert several.want == "lebih dari satu hal, dan masing-masing dengan penjelasan isinya."
    assert several.hint == "Baca lagi bab dua."
    assert "berlawanan" in turned.want
    assert (missing.quotes, missing.hint) == ((), "Baca lagi bab empat.")


def test_words_and_what_was_copied_are_told(view: ParticipantView) -> None:
    assert view.words == 100
    assert [(each.title, each.words) for each in view.left_out] == [
        ("sampul", 12),
        ("kalimat yang disalin dari bahan ajar", 30),
    ]
    assert view.notices == (
        "Ada kalimat yang disalin kata demi kata dari bahan ajar: 30 kata, 23 % dari teks. Kalimat itu tidak dihitung; "
        "tulislah ulang dengan kata-kata sendiri.",
    )


def test_a_failure_is_told_to_the_one_who_hands_in(names: Names) -> None:
    empty = participant_view(failure_view(1, Failure("draf.docx", None, "G104", {}), names), names)
    assert empty.problem is not None
    assert "simpan sekali lagi" in empty.problem[1]
    locked = participant_view(failure_view(1, Failure("draf.docx", None, "G107", {}), names), names)
    assert locked.problem is not None
    assert "sandi" in locked.problem[0].lower()
    assert (locked.topics, locked.span) == ((), None)


def test_the_same_view_has_not_changed(view: ParticipantView, names: Names) -> None:
    assert changes(view, view, names) == ()


def test_notes_are_general_then_rules_then_evidence_in_the_texts_order(
    submission: Assessment, view: ParticipantView, names: Names
) -> None:
    notes = notes_of(view, submission.essay.document, names)
    places = [note.passage.text if note.passage else None for note in notes]
    assert places == [None, f"{FIRST} {SECOND}", None, FIRST, SECOND]
    assert notes[3].lines[0] == "Anda menjelaskan: Konsep pertama"
    assert "Anda menyebut: Konsep ketiga" in notes[3].lines  # the same passage, one note
    assert notes[4].lines[0] == "Anda menyebut: Konsep kedua"


def test_the_general_note_greets_counts_and_says_where_to_read_on(view: ParticipantView, names: Names) -> None:
    lines = general(view, names)
    assert lines[0].startswith("Halo, Ratna Contoh.")
    assert "Dari 4 konsep yang dicari, 1 sudah dijelaskan, 2 baru disebut, dan 1 belum ditemukan." in lines
    assert "• Konsep keempat. Baca lagi bab empat." in lines
    assert "45" not in " ".join(lines)  # the suggested mark is nobody's but the instructor's
    assert "rentang" not in " ".join(lines).lower()
