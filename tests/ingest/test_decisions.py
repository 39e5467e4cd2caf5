"""Tables of decisions as instructors leave them: what is taken from them, and everything that is wrong with some."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from grader.errors import DecisionsError
from grader.ingest.decisions.decided import undecided_typing
from grader.ingest.decisions.intake import Intake, decide
from grader.ingest.decisions.reading import read_decision_table
from grader.ingest.decisions.results import Result, Results
from grader.ingest.decisions.table import Cell, DecisionTable, TableRow
from grader.records.moderation import Moderation

WHEN = "2026-11-20T09:30:00+07:00"
ANI = Result("ani.docx", "Ani Contoh", "07", 61.0, "aa" * 32)
BUDI = Result("kelas b/budi.pdf", "Budi Contoh", "199001012020121001", 78.55, "bb" * 32)
CITRA = Result("citra.txt", "", None, None, None)
RESULTS = Results((ANI, BUDI, CITRA), 100.0)
HEAD = ("No.", "Berkas", "Peserta", "Nomor peserta", "Nilai usulan", "Nilai akhir", "Alasan", "Penilai")


def first(book: Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def workbook(*rows: tuple[object, ...], title: str = "Nilai", above: int = 0) -> Workbook:
    book = Workbook()
    sheet = first(book)
    sheet.title = title
    for number in range(above):
        sheet.append([f"Keterangan {number}"])
    sheet.append(HEAD)
    for row in rows:
        sheet.append(list(row))
    return book


def saved(book: Workbook, folder: Path, name: str = "rekap.xlsx") -> Path:
    book.save(folder / name)
    return folder / name


def intake(path: Path, *history: Moderation, by: str | None = None, results: Results = RESULTS) -> Intake:
    return decide([read_decision_table(path)], results, history, by=by, when=WHEN)


def taken(path: Path, *history: Moderation, by: str | None = None) -> list[Moderation]:
    return [each.moderation for each in intake(path, *history, by=by).taken]


def problems(path: Path, *history: Moderation, by: str | None = None) -> list[tuple[int | None, str, object]]:
    """Line, code, and what tells most, of each problem."""
    with pytest.raises(DecisionsError) as caught:
        intake(path, *history, by=by)
    keys = ("reason", "first", "known", "found")
    return [
        (each.line, each.code, next(each.values[key] for key in keys if key in each.values))
        for each in caught.value.problems
    ]


ANI_ROW = (1, "ani.docx", "Ani Contoh", "07", 61.0, 78.5, "Lengkap.", "Dewi")
BUDI_ROW = (2, "kelas b/budi.pdf", "Budi Contoh", BUDI.participant_id, 78.55, None, None, None)
CITRA_ROW = (3, "citra.txt", None, None, None, None, None, None)
ANI_DECIDED = Moderation("ani.docx", "07", 78.5, "Dewi", WHEN, "Lengkap.", 61.0, "aa" * 32)


def test_a_row_that_is_filled_in_is_a_decision(tmp_path: Path) -> None:
    found = intake(saved(workbook(ANI_ROW, BUDI_ROW, CITRA_ROW), tmp_path))
    assert [(each.moderation, each.result, each.before) for each in found.taken] == [(ANI_DECIDED, ANI, None)]
    assert found.undecided == (BUDI, CITRA)
    assert (found.unchanged, found.remarks) == (0, ())


@pytest.mark.parametrize(
    "cell", [78.5, "78,5", "78.5", " 78,50 ", "78,50", Decimal("78.5")]
)  # what is typed as text, in either manner, is understood
def test_a_mark_may_be_typed_in_several_ways(tmp_path: Path, cell: object) -> None:
    (found,) = taken(saved(workbook((*ANI_ROW[:5], cell, *ANI_ROW[6:])), tmp_path))
    assert found.points == 78.5


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("baik", "mark-text"),
        ("78,5,1", "mark-text"),
        ("85%", "mark-text"),
        ("7٨", "mark-text"),
        ("1e1", "mark-text"),
        (100.01, "mark-range"),
        (-0.5, "mark-range"),
        ("-5", "mark-range"),
        (1e300, "mark-range"),
        (78.555, "mark-decimals"),
        ("78,505", "mark-decimals"),
        ("=80+5", "mark-formula"),
        ("#N/A", "mark-error"),
        (True, "mark-boolean"),
        (date(2026, 8, 5), "mark-date"),
    ],
)
def test_what_is_no_mark_is_told_with_its_cell(tmp_path: Path, cell: object, why: str) -> None:
    path = saved(workbook((*ANI_ROW[:5], cell, *ANI_ROW[6:])), tmp_path)
    with pytest.raises(DecisionsError) as caught:
        intake(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.file) == ("G152", 2, str(path))
    assert (problem.values["reason"], problem.values["cell"]) == (why, "“Nilai akhir” (F2)")


def test_a_percentage_is_no_mark(tmp_path: Path) -> None:
    book = workbook((*ANI_ROW[:5], 0.785, *ANI_ROW[6:]))
    first(book)["F2"].number_format = "0.00%"
    assert problems(saved(book, tmp_path)) == [(2, "G152", "mark-percent")]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    book = workbook(
        (1, "ani.docx", None, None, 61, 80, None, None),
        (2, "dian.docx", None, None, 61, 80, "Kuat.", "Dewi"),
        (3, "citra.txt", None, None, None, 120, "=1+1", "Dewi"),
        (4, "kelas b/budi.pdf", None, None, None, 78.55, None, "Dewi"),
        (5, "kelas b/budi.pdf", None, None, None, 70, "Lemah.", "Dewi"),
    )
    path = saved(book, tmp_path)
    assert problems(path) == [
        (2, "G156", "needed-reason"),
        (2, "G156", "needed-by"),
        (3, "G154", "dian.docx"),
        (4, "G152", "mark-range"),
        (4, "G152", "text-formula"),
        (6, "G155", f"{path}:5"),
    ]


def test_a_reason_is_needed_where_the_mark_is_not_the_suggested_one(tmp_path: Path) -> None:
    row = (1, "ani.docx", "Ani Contoh", "07", 61.0)
    assert problems(saved(workbook((*row, 60.99, None, "Dewi")), tmp_path)) == [(2, "G156", "needed-reason")]
    (confirmed,) = taken(saved(workbook((*row, 61, None, "Dewi")), tmp_path))
    assert (confirmed.points, confirmed.reason) == (61.0, "")
    unread = (3, "citra.txt", None, None, None, 70, None, "Dewi")
    assert problems(saved(workbook(unread), tmp_path)) == [(2, "G156", "needed-reason")]


def test_who_decided_may_be_said_once_for_all(tmp_path: Path) -> None:
    path = saved(workbook((*ANI_ROW[:7], None), (*CITRA_ROW[:5], 70, "Dari cetakan.", "Rudi")), tmp_path)
    assert [each.by for each in taken(path, by=" Dewi  Contoh ")] == ["Dewi Contoh", "Rudi"]
    assert problems(path, by="  ") == [(2, "G156", "needed-by")]


def test_what_is_known_already_is_not_taken_again(tmp_path: Path) -> None:
    path = saved(workbook(ANI_ROW, BUDI_ROW), tmp_path)
    again = intake(path, *taken(path))
    assert (again.taken, again.unchanged, again.undecided) == ((), 1, (BUDI, CITRA))
    assert taken(saved(workbook((*ANI_ROW[:7], None)), tmp_path), ANI_DECIDED, by="Rudi") == []
    assert taken(saved(workbook((*ANI_ROW[:6], None, None)), tmp_path), ANI_DECIDED) == []


def test_what_has_changed_is_a_new_decision(tmp_path: Path) -> None:
    row = (*ANI_ROW[:5], 80, "Lengkap sekali.", "Rudi")
    (change,) = intake(saved(workbook(row), tmp_path), ANI_DECIDED).taken
    assert change.before == ANI_DECIDED
    assert (change.moderation.points, change.moderation.by) == (80.0, "Rudi")


def test_an_old_table_does_not_undo_what_was_decided_since(tmp_path: Path) -> None:
    later = Moderation("ani.docx", "07", 80.0, "Rudi", WHEN, "Kuat.", 61.0, "aa" * 32)
    found = intake(saved(workbook(ANI_ROW), tmp_path), ANI_DECIDED, later)
    assert (found.taken, found.unchanged) == ((), 1)
    (remark,) = found.remarks
    assert (remark.code, remark.line, remark.values) == (
        "superseded", 2, {"file": "ani.docx", "by": "Rudi", "points": 80.0},
    )  # fmt: skip
    back = (*ANI_ROW[:6], "Kembali ke nilai semula.", "Dewi")
    assert [each.points for each in taken(saved(workbook(back), tmp_path), ANI_DECIDED, later)] == [78.5]


def test_a_table_from_before_the_last_run_tells_what_was_suggested_then(tmp_path: Path) -> None:
    found = intake(saved(workbook((*ANI_ROW[:4], 58.25, *ANI_ROW[5:])), tmp_path))
    (moderation,) = (each.moderation for each in found.taken)
    assert (moderation.suggested, moderation.sha256) == (58.25, None)
    assert [(each.code, each.values) for each in found.remarks] == [
        ("stale", {"file": "ani.docx", "seen": 58.25, "now": 61.0})
    ]


def test_a_mark_typed_into_the_wrong_column_too_still_needs_its_reason(tmp_path: Path) -> None:
    row = (1, "ani.docx", None, None, 80, 80, None, "Dewi")
    assert problems(saved(workbook(row), tmp_path)) == [(2, "G156", "needed-reason")]


def test_a_reason_without_a_mark_is_told_and_decides_nothing(tmp_path: Path) -> None:
    found = intake(saved(workbook((*ANI_ROW[:5], None, "Lengkap.", "Dewi")), tmp_path))
    assert (found.taken, [each.code for each in found.remarks]) == ((), ["no-mark"])


@pytest.mark.parametrize(
    ("file", "participant_id", "meant"),
    [
        ("ani.docx", None, ANI),
        ("ANI.DOCX ", None, ANI),
        ("budi.pdf", None, BUDI),
        ("kelas b\\budi.pdf", None, BUDI),
        (None, "07", ANI),
        (None, 7, ANI),
        ("ani.docx", 7, ANI),
        ("budi.pdf", 1.99001e17, BUDI),
        ("budi.pdf", "1,99001E+17", BUDI),
    ],
)
def test_a_submission_is_found_however_the_spreadsheet_wrote_it(
    tmp_path: Path, file: str | None, participant_id: object, meant: Result
) -> None:
    row = (1, file, None, participant_id, None, 80, "Kuat.", "Dewi")
    if isinstance(participant_id, float):  # a spreadsheet shows it so, and CSV keeps what is shown
        content = "Berkas;Nomor peserta;Nilai akhir;Alasan;Penilai\nbudi.pdf;1,99001E+17;80;Kuat.;Dewi\n"
        (tmp_path / "r.csv").write_text(content, encoding="utf-8")
        found = intake(tmp_path / "r.csv")
    else:
        found = intake(saved(workbook(row), tmp_path))
    assert [each.result for each in found.taken] == [meant]


def test_a_row_that_names_two_participants_is_refused(tmp_path: Path) -> None:
    by_id = (1, "ani.docx", None, BUDI.participant_id, None, 80, "Kuat.", "Dewi")
    by_name = (1, "ani.docx", "Budi Contoh", None, None, 80, "Kuat.", "Dewi")
    assert problems(saved(workbook(by_id), tmp_path)) == [(2, "G157", "07")]
    assert problems(saved(workbook(by_name), tmp_path)) == [(2, "G157", "Ani Contoh")]
    respelled = (1, "ani.docx", "ani  CONTOH", None, None, 80, "Kuat.", "Dewi")
    assert len(taken(saved(workbook(respelled), tmp_path))) == 1


def test_a_file_of_a_participant_that_is_not_the_one_graded_names_the_one_that_is(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError) as caught:
        intake(saved(workbook((1, "ani-lama.docx", None, "07", None, 80, "Kuat.", "Dewi")), tmp_path))
    assert caught.value.problems[0].values == {"found": "ani-lama.docx", "allowed": ("ani.docx",)}


def test_a_mark_without_any_submission_is_told(tmp_path: Path) -> None:
    assert problems(saved(workbook((9, None, None, None, None, 80, "Kuat.", "Dewi")), tmp_path)) == [
        (2, "G156", "needed-file")
    ]


def test_notes_and_names_without_marks_are_no_decisions(tmp_path: Path) -> None:
    rows = [(1, "ani.docx", None, None, 61, None, None, "Dewi"), (None, "catatan saya"), (None, None, None, "x")]
    found = intake(saved(workbook(*rows), tmp_path))
    assert (found.taken, found.remarks, len(found.undecided)) == ((), (), 3)


def test_several_tables_are_taken_together(tmp_path: Path) -> None:
    one = read_decision_table(saved(workbook(ANI_ROW, CITRA_ROW), tmp_path, "dewi.xlsx"))
    other_row = (*CITRA_ROW[:5], 70, "Dari cetakan.", "Rudi")
    other = read_decision_table(saved(workbook(ANI_ROW, other_row), tmp_path, "rudi.xlsx"))
    found = decide([one, other], RESULTS, (), by=None, when=WHEN)
    assert [each.moderation.file for each in found.taken] == ["ani.docx", "citra.txt"]
    against = read_decision_table(saved(workbook((*ANI_ROW[:5], 70, "Kurang.", "Rudi")), tmp_path, "lain.xlsx"))
    with pytest.raises(DecisionsError) as caught:
        decide([one, against], RESULTS, (), by=None, when=WHEN)
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["first"]) == ("G155", f"{tmp_path / 'dewi.xlsx'}:2")
    # what one of them knew before is no contradiction
    assert len(decide([one, against], RESULTS, (ANI_DECIDED,), by=None, when=WHEN).taken) == 1


def test_texts_are_one_clean_line(tmp_path: Path) -> None:
    row = (*ANI_ROW[:6], " Lengkap,\n tetapi\tpendek \u202eyka\u202c. ", "Dewi\u00a0Contoh")
    (found,) = taken(saved(workbook(row), tmp_path))
    assert (found.reason, found.by) == ("Lengkap, tetapi pendek yka.", "Dewi Contoh")
    long = (*ANI_ROW[:6], "a" * 2001, "D" * 201)
    assert problems(saved(workbook(long), tmp_path)) == [(2, "G152", "text-long"), (2, "G152", "text-long")]


def test_many_unknown_rows_are_told_soon(tmp_path: Path) -> None:
    rows = [(n, f"kelas c/naskah-{n}.docx", None, None, None, 80, "x", "Dewi") for n in range(300)]
    with pytest.raises(DecisionsError) as caught:
        intake(saved(workbook(*rows), tmp_path))
    assert len(caught.value.problems) == 300
    assert caught.value.problems[0].values["allowed"] != ()
    assert caught.value.problems[-1].values["allowed"] == ()


cells = st.sampled_from(["", "0", "61", "78,5", "100", "101", "baik", "78.555"]).map(Cell)
words = st.sampled_from(["", "Kuat.", "Lemah."]).map(Cell)
people = st.sampled_from(["", "Dewi", "Rudi"]).map(Cell)
rows = st.builds(
    dict[str, Cell],
    st.fixed_dictionaries({
        "file": st.sampled_from(["ani.docx", "budi.pdf", "citra.txt", "dian.docx", ""]).map(Cell),
        "final": cells, "reason": words, "by": people,
    }),
)  # fmt: skip


@given(st.lists(rows, max_size=6))
def test_whatever_is_typed_is_taken_whole_once_or_not_at_all(typed: list[dict[str, Cell]]) -> None:
    table = DecisionTable("r.csv", tuple(TableRow(line, row) for line, row in enumerate(typed, start=2)), {})
    try:
        found = decide([table], RESULTS, (), by=None, when=WHEN)
    except DecisionsError:
        return  # with what is wrong, which other tests look at
    marked = [row for row in typed if row["final"]]
    assert len(found.taken) == len({row["file"].text for row in marked})
    for each in found.taken:
        decided = each.moderation
        assert 0 <= decided.points <= 100
        assert decided.by
        assert decided.reason or decided.points == decided.suggested
    again = decide([table], RESULTS, [each.moderation for each in found.taken], by=None, when=WHEN)
    assert (again.taken, again.unchanged) == ((), len(found.taken))
    assert again.undecided == found.undecided


# whether a table may be overwritten


def test_typing_that_is_in_no_decision_yet_is_seen(tmp_path: Path) -> None:
    path = saved(workbook(ANI_ROW, BUDI_ROW, CITRA_ROW), tmp_path)
    assert undecided_typing(path, ()) is True
    assert undecided_typing(path, (ANI_DECIDED,)) is False
    later = Moderation("ani.docx", "07", 80.0, "Rudi", WHEN, "Kuat.", 61.0, None)
    assert undecided_typing(path, (ANI_DECIDED, later)) is False  # what stands there is in the history
    assert undecided_typing(path, (later,)) is True


@pytest.mark.parametrize(
    ("row", "lost"),
    [
        ((None, None, None), False),
        ((None, None, "Dewi"), False),
        ((None, "Catatan.", None), True),
        (("baik", None, None), True),
        (("=80", None, None), True),
        ((78.5, None, None), False),
        (("78,5", "Lengkap.", None), False),
        ((78.5, "Lain.", None), True),
        ((78.5, "Lengkap.", "Rudi"), True),
        ((79, "Lengkap.", "Dewi"), True),
        ((None, "Lengkap.", "Dewi"), False),
    ],
)
def test_what_would_be_lost(tmp_path: Path, row: tuple[object, ...], lost: bool) -> None:
    path = saved(workbook((*ANI_ROW[:5], *row)), tmp_path)
    assert undecided_typing(path, (ANI_DECIDED,)) is lost


def test_a_table_that_cannot_be_understood_may_hold_something(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    assert undecided_typing(path, ()) is False
    path.write_bytes(b"PK\x03\x04 rusak")
    assert undecided_typing(path, ()) is True
