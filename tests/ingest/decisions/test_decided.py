"""Whether a table may be overwritten: typing that is in no decision yet would be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.ingest.decisions.decided import undecided_typing
from grader.records.moderation import Moderation

MakeTable = Callable[..., Path]

ANI_ROW = (1, "ani.docx", "Ani Contoh", "07", 61.0, 78.5, "Lengkap.", "Dewi")
BUDI_ROW = (2, "kelas b/budi.pdf", "Budi Contoh", "199001012020121001", 78.55, None, None, None)
CITRA_ROW = (3, "citra.txt", None, None, None, None, None, None)


def test_typing_that_is_in_no_decision_yet_is_seen(table: MakeTable, ani_decided: Moderation, when: str) -> None:
    path = table(ANI_ROW, BUDI_ROW, CITRA_ROW)
    assert undecided_typing(path, ()) is True
    assert undecided_typing(path, (ani_decided,)) is False
    later = Moderation("ani.docx", "07", 80.0, "Rudi", when, "Kuat.", 61.0, None)
    assert undecided_typing(path, (ani_decided, later)) is False  # what stands there is in the history
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
def test_what_would_be_lost(table: MakeTable, ani_decided: Moderation, row: tuple[object, ...], lost: bool) -> None:
    path = table((*ANI_ROW[:5], *row))
    assert undecided_typing(path, (ani_decided,)) is lost


def test_a_table_that_cannot_be_understood_may_hold_something(tmp_path: Path) -> None:
    path = tmp_path / "rekap.xlsx"
    assert undecided_typing(path, ()) is False
    path.write_bytes(b"PK\x03\x04 rusak")
    assert undecided_typing(path, ()) is True
