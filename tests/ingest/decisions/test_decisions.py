"""Tables of decisions as instructors leave them, against what was decided before and by others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import DecisionsError
from grader.ingest.decisions.intake import Intake, decide
from grader.ingest.decisions.reading import read_decision_table
from grader.ingest.decisions.results import Results
from grader.ingest.decisions.table import Cell, DecisionTable, TableRow
from grader.records.moderation import Moderation

MakeTable = Callable[..., Path]
Decide = Callable[..., Intake]
Take = Callable[..., list[Moderation]]
Problems = Callable[..., list[tuple[int | None, str, object]]]

ANI_ROW = (1, "ani.docx", "Ani Contoh", "07", 61.0, 78.5, "Lengkap.", "Dewi")
BUDI_ROW = (2, "kelas b/budi.pdf", "Budi Contoh", "199001012020121001", 78.55, None, None, None)
CITRA_ROW = (3, "citra.txt", None, None, None, None, None, None)


def test_a_row_that_is_filled_in_is_a_decision(
    table: MakeTable, intake: Decide, results: Results, ani_decided: Moderation
) -> None:
    ani, budi, citra = results.submissions
    found = intake(table(ANI_ROW, BUDI_ROW, CITRA_ROW))
    assert [(each.moderation, each.result, each.before) for each in found.taken] == [(ani_decided, ani, None)]
    assert found.undecided == (budi, citra)
    assert (found.unchanged, found.remarks) == (0, ())


def test_everything_that_is_wrong_is_told_at_once(table: MakeTable, problems: Problems) -> None:
    path = table(
        (1, "ani.docx", None, None, 61, 80, None, None),
        (2, "dian.docx", None, None, 61, 80, "Kuat.", "Dewi"),
        (3, "citra.txt", None, None, None, 120, "=1+1", "Dewi"),
        (4, "kelas b/budi.pdf", None, None, None, 78.55, None, "Dewi"),
        (5, "kelas b/budi.pdf", None, None, None, 70, "Lemah.", "Dewi"),
    )
    assert problems(path) == [
        (2, "G156", "needed-reason"),
        (2, "G156", "needed-by"),
        (3, "G154", "dian.docx"),
        (4, "G152", "mark-range"),
        (4, "G152", "text-formula"),
        (6, "G155", f"{path}:5"),
    ]


def test_what_is_known_already_is_not_taken_again(
    table: MakeTable, intake: Decide, taken: Take, results: Results, ani_decided: Moderation
) -> None:
    _, budi, citra = results.submissions
    path = table(ANI_ROW, BUDI_ROW)
    again = intake(path, *taken(path))
    assert (again.taken, again.unchanged, again.undecided) == ((), 1, (budi, citra))
    assert taken(table((*ANI_ROW[:7], None)), ani_decided, by="Rudi") == []
    assert taken(table((*ANI_ROW[:6], None, None)), ani_decided) == []


def test_what_has_changed_is_a_new_decision(table: MakeTable, intake: Decide, ani_decided: Moderation) -> None:
    row = (*ANI_ROW[:5], 80, "Lengkap sekali.", "Rudi")
    (change,) = intake(table(row), ani_decided).taken
    assert change.before == ani_decided
    assert (change.moderation.points, change.moderation.by) == (80.0, "Rudi")


def test_an_old_table_does_not_undo_what_was_decided_since(
    table: MakeTable, intake: Decide, taken: Take, ani_decided: Moderation, when: str
) -> None:
    later = Moderation("ani.docx", "07", 80.0, "Rudi", when, "Kuat.", 61.0, "aa" * 32)
    found = intake(table(ANI_ROW), ani_decided, later)
    assert (found.taken, found.unchanged) == ((), 1)
    (remark,) = found.remarks
    assert (remark.code, remark.line, remark.values) == (
        "superseded", 2, {"file": "ani.docx", "by": "Rudi", "points": 80.0},
    )  # fmt: skip
    back = (*ANI_ROW[:6], "Kembali ke nilai semula.", "Dewi")
    assert [each.points for each in taken(table(back), ani_decided, later)] == [78.5]


def test_a_table_from_before_the_last_run_tells_what_was_suggested_then(table: MakeTable, intake: Decide) -> None:
    found = intake(table((*ANI_ROW[:4], 58.25, *ANI_ROW[5:])))
    (moderation,) = (each.moderation for each in found.taken)
    assert (moderation.suggested, moderation.sha256) == (58.25, None)
    assert [(each.code, each.values) for each in found.remarks] == [
        ("stale", {"file": "ani.docx", "seen": 58.25, "now": 61.0})
    ]


def test_several_tables_are_taken_together(
    table: MakeTable, results: Results, ani_decided: Moderation, when: str, tmp_path: Path
) -> None:
    one = read_decision_table(table(ANI_ROW, CITRA_ROW, name="dewi.xlsx"))
    other_row = (*CITRA_ROW[:5], 70, "Dari cetakan.", "Rudi")
    other = read_decision_table(table(ANI_ROW, other_row, name="rudi.xlsx"))
    found = decide([one, other], results, (), by=None, when=when)
    assert [each.moderation.file for each in found.taken] == ["ani.docx", "citra.txt"]
    against = read_decision_table(table((*ANI_ROW[:5], 70, "Kurang.", "Rudi"), name="lain.xlsx"))
    with pytest.raises(DecisionsError) as caught:
        decide([one, against], results, (), by=None, when=when)
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["first"]) == ("G155", f"{tmp_path / 'dewi.xlsx'}:2")
    # what one of them knew before is no contradiction
    assert len(decide([one, against], results, (ani_decided,), by=None, when=when).taken) == 1


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
def test_whatever_is_typed_is_taken_whole_once_or_not_at_all(
    results: Results, when: str, typed: list[dict[str, Cell]]
) -> None:
    table = DecisionTable("r.csv", tuple(TableRow(line, row) for line, row in enumerate(typed, start=2)), {})
    try:
        found = decide([table], results, (), by=None, when=when)
    except DecisionsError:
        return  # with what is wrong, which other tests look at
    marked = [row for row in typed if row["final"]]
    assert len(found.taken) == len({row["file"].text for row in marked})
    for each in found.taken:
        decided = each.moderation
        assert 0 <= decided.points <= 100
        assert decided.by
        assert decided.reason or decided.points == decided.suggested
    again = decide([table], results, [each.moderation for each in found.taken], by=None, when=when)
    assert (again.taken, again.unchanged) == ((), len(found.taken))
    assert again.undecided == found.undecided
