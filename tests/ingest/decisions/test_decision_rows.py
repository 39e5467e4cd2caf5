"""Which submission a row of decisions is about, however the spreadsheet wrote it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import DecisionsError
from grader.ingest.decisions.intake import Intake
from grader.records.moderation import Moderation

MakeTable = Callable[..., Path]
Decide = Callable[..., Intake]
Take = Callable[..., list[Moderation]]
Problems = Callable[..., list[tuple[int | None, str, object]]]


@pytest.mark.parametrize(
    ("file", "participant_id", "meant"),
    [
        ("ani.docx", None, "ani.docx"),
        ("ANI.DOCX ", None, "ani.docx"),
        ("budi.pdf", None, "kelas b/budi.pdf"),
        ("kelas b\\budi.pdf", None, "kelas b/budi.pdf"),
        (None, "07", "ani.docx"),
        (None, 7, "ani.docx"),
        ("ani.docx", 7, "ani.docx"),
        ("budi.pdf", 1.99001e17, "kelas b/budi.pdf"),
        ("budi.pdf", "1,99001E+17", "kelas b/budi.pdf"),
    ],
)
def test_a_submission_is_found_however_the_spreadsheet_wrote_it(
    table: MakeTable,
    intake: Decide,
    tmp_path: Path,
    file: str | None,
    participant_id: object,
    meant: str,
) -> None:
    row = (1, file, None, participant_id, None, 80, "Kuat.", "Dewi")
    if isinstance(participant_id, float):  # a spreadsheet shows it so, and CSV keeps what is shown
        content = "Berkas;Nomor peserta;Nilai akhir;Alasan;Penilai\nbudi.pdf;1,99001E+17;80;Kuat.;Dewi\n"
        (tmp_path / "r.csv").write_text(content, encoding="utf-8")
        found = intake(tmp_path / "r.csv")
    else:
        found = intake(table(row))
    assert [each.result.file for each in found.taken] == [meant]


def test_a_row_that_names_two_participants_is_refused(table: MakeTable, taken: Take, problems: Problems) -> None:
    by_id = (1, "ani.docx", None, "199001012020121001", None, 80, "Kuat.", "Dewi")
    by_name = (1, "ani.docx", "Budi Contoh", None, None, 80, "Kuat.", "Dewi")
    assert problems(table(by_id)) == [(2, "G157", "07")]
    assert problems(table(by_name)) == [(2, "G157", "Ani Contoh")]
    respelled = (1, "ani.docx", "ani  CONTOH", None, None, 80, "Kuat.", "Dewi")
    assert len(taken(table(respelled))) == 1


def test_a_file_of_a_participant_that_is_not_the_one_graded_names_the_one_that_is(
    table: MakeTable, intake: Decide
) -> None:
    with pytest.raises(DecisionsError) as caught:
        intake(table((1, "ani-lama.docx", None, "07", None, 80, "Kuat.", "Dewi")))
    assert caught.value.problems[0].values == {"found": "ani-lama.docx", "allowed": ("ani.docx",)}


def test_a_mark_without_any_submission_is_told(table: MakeTable, problems: Problems) -> None:
    assert problems(table((9, None, None, None, None, 80, "Kuat.", "Dewi"))) == [(2, "G156", "needed-file")]


def test_notes_and_names_without_marks_are_no_decisions(table: MakeTable, intake: Decide) -> None:
    rows = [(1, "ani.docx", None, None, 61, None, None, "Dewi"), (None, "catatan saya"), (None, None, None, "x")]
    found = intake(table(*rows))
    assert (found.taken, found.remarks, len(found.undecided)) == ((), (), 3)


def test_many_unknown_rows_are_told_soon(table: MakeTable, intake: Decide) -> None:
    rows = [(n, f"kelas c/naskah-{n}.docx", None, None, None, 80, "x", "Dewi") for n in range(300)]
    with pytest.raises(DecisionsError) as caught:
        intake(table(*rows))
    assert len(caught.value.problems) == 300
    assert caught.value.problems[0].values["allowed"] != ()
    assert caught.value.problems[-1].values["allowed"] == ()
