"""What is typed into a row: marks, reasons and names, and what of it is told to be wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from grader.errors import DecisionsError
from grader.ingest.decisions.intake import Intake
from grader.records.moderation import Moderation

MakeTable = Callable[..., Path]
Decide = Callable[..., Intake]
Take = Callable[..., list[Moderation]]
Problems = Callable[..., list[tuple[int | None, str, object]]]

ANI_ROW = (1, "ani.docx", "Ani Contoh", "07", 61.0, 78.5, "Lengkap.", "Dewi")
CITRA_ROW = (3, "citra.txt", None, None, None, None, None, None)


@pytest.mark.parametrize(
    "cell", [78.5, "78,5", "78.5", " 78,50 ", "78,50", Decimal("78.5")]
)  # what is typed as text, in either manner, is understood
def test_a_mark_may_be_typed_in_several_ways(table: MakeTable, taken: Take, cell: object) -> None:
    (found,) = taken(table((*ANI_ROW[:5], cell, *ANI_ROW[6:])))
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
def test_what_is_no_mark_is_told_with_its_cell(table: MakeTable, intake: Decide, cell: object, why: str) -> None:
    path = table((*ANI_ROW[:5], cell, *ANI_ROW[6:]))
    with pytest.raises(DecisionsError) as caught:
        intake(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.line, problem.file) == ("G152", 2, str(path))
    assert (problem.values["reason"], problem.values["cell"]) == (why, "“Nilai akhir” (F2)")


def test_a_percentage_is_no_mark(table: MakeTable, problems: Problems) -> None:
    path = table((*ANI_ROW[:5], 0.785, *ANI_ROW[6:]))
    book = load_workbook(path)
    book["Nilai"]["F2"].number_format = "0.00%"
    book.save(path)
    assert problems(path) == [(2, "G152", "mark-percent")]


def test_a_reason_is_needed_where_the_mark_is_not_the_suggested_one(
    table: MakeTable, taken: Take, problems: Problems
) -> None:
    row = (1, "ani.docx", "Ani Contoh", "07", 61.0)
    assert problems(table((*row, 60.99, None, "Dewi"))) == [(2, "G156", "needed-reason")]
    (confirmed,) = taken(table((*row, 61, None, "Dewi")))
    assert (confirmed.points, confirmed.reason) == (61.0, "")
    unread = (3, "citra.txt", None, None, None, 70, None, "Dewi")
    assert problems(table(unread)) == [(2, "G156", "needed-reason")]


def test_a_mark_typed_into_the_wrong_column_too_still_needs_its_reason(table: MakeTable, problems: Problems) -> None:
    row = (1, "ani.docx", None, None, 80, 80, None, "Dewi")
    assert problems(table(row)) == [(2, "G156", "needed-reason")]


def test_a_reason_without_a_mark_is_told_and_decides_nothing(table: MakeTable, intake: Decide) -> None:
    found = intake(table((*ANI_ROW[:5], None, "Lengkap.", "Dewi")))
    assert (found.taken, [each.code for each in found.remarks]) == ((), ["no-mark"])


def test_who_decided_may_be_said_once_for_all(table: MakeTable, taken: Take, problems: Problems) -> None:
    path = table((*ANI_ROW[:7], None), (*CITRA_ROW[:5], 70, "Dari cetakan.", "Rudi"))
    assert [each.by for each in taken(path, by=" Dewi  Contoh ")] == ["Dewi Contoh", "Rudi"]
    assert problems(path, by="  ") == [(2, "G156", "needed-by")]


def test_texts_are_one_clean_line(table: MakeTable, taken: Take, problems: Problems) -> None:
    row = (*ANI_ROW[:6], " Lengkap,\n tetapi\tpendek \u202eyka\u202c. ", "Dewi\u00a0Contoh")
    (found,) = taken(table(row))
    assert (found.reason, found.by) == ("Lengkap, tetapi pendek yka.", "Dewi Contoh")
    long = (*ANI_ROW[:6], "a" * 2001, "D" * 201)
    assert problems(table(long)) == [(2, "G152", "text-long"), (2, "G152", "text-long")]
