"""The expert's sentence among an essay's windows: found, found in part, not found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.learning.evidence import SHORT, windows_with
from grader.records.essay import Essay
from grader.records.text import Language
from grader.scoring.passages import Passages, cut

MakeEssay = Callable[[str], Essay]

FIRST, SECOND, THIRD = (
    "Pagi itu loket belum dibuka.",
    "Petugas datang sebelum antrean terbentuk.",
    "Warga pulang dengan tersenyum.",
)


@pytest.fixture
def passages(language: Language, essay_of: MakeEssay) -> Passages:
    """Windows 0 to 5: first, first two, all, second, last two, third."""
    found = cut(essay_of(f"{FIRST}\n\n{SECOND} {THIRD}"), language)
    assert [(w.first, w.last) for w in found.windows] == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    return found


@pytest.mark.parametrize(
    ("evidence", "rows"),
    [
        (FIRST, [0, 1, 2]),
        (SECOND, [1, 2, 3, 4]),
        (THIRD, [2, 4, 5]),
        (f"{SECOND} {THIRD}", [1, 2, 3, 4, 5]),
        (f"{SECOND}\n\n{THIRD}", [1, 2, 3, 4, 5]),
        (f"Kalimat lain. {THIRD}", [2, 4, 5]),
        ("sebelum antrean terbentuk", [1, 2, 3, 4]),  # a part of a sentence
        ("> **Petugas**  datang\n> _sebelum_ antrean terbentuk.", [1, 2, 3, 4]),
        ("Petugas datang sesudah antrean terbentuk.", []),
        ("Kucing tidur pulas di atap rumah.", []),
        ("", []),
    ],
)
def test_windows_that_hold_the_sentence(passages: Passages, evidence: str, rows: list[int]) -> None:
    assert list(windows_with(evidence, passages)) == rows


def test_a_few_letters_are_no_sign(language: Language, essay_of: MakeEssay) -> None:
    short = "Warga senang."
    assert len(short) < SHORT
    passages = cut(essay_of(f"{short}\n\nKata petugas: {short}"), language)
    assert list(windows_with(short, passages)) == []
    assert list(windows_with(f"Menurut kabar, {short}", passages)) == []
