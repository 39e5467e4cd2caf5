"""Which of several files of one participant is the newest."""

from __future__ import annotations

import itertools

import pytest

from grader.ingest.handed_in.attempts import Attempt, Turn, newest_first, turn_of


def order(*attempts: Attempt) -> list[str]:
    return [each.name for each in newest_first(list(attempts))]


def plain(name: str, modified: int = 0, attempt: str | None = None) -> Attempt:
    return Attempt(name, name, modified, attempt)


@pytest.mark.parametrize(
    ("name", "turn"),
    [
        ("esai.docx", Turn()),
        ("Esai attempt2.docx", Turn(number=2)),
        ("esai_v3.docx", Turn(number=3)),
        ("esai v 12.pdf", Turn(number=12)),
        ("ESAI REVISI 2.DOCX", Turn(number=2)),
        ("esai-revisi.docx", Turn(number=1)),
        ("esai (2).docx", Turn(copy=2)),
        ("esai v2 (1).docx", Turn(number=2, copy=1)),
        ("esai FINAL.docx", Turn(final=True)),
        ("esai final revisi 2.docx", Turn(final=True, number=2)),
        # words and numbers that mean no attempt
        ("tugas akhir 2.docx", Turn()),
        ("finalisasi.docx", Turn()),
        ("mv2x.docx", Turn()),
        ("Iv2.docx", Turn()),
        ("covid-19.docx", Turn()),
        ("bab (2) lanjutan.docx", Turn()),
        ("27 2024.docx", Turn()),
    ],
)
def test_what_a_name_tells(name: str, turn: Turn) -> None:
    assert turn_of(name) == turn


def test_the_pattern_s_attempt_counts_instead_of_the_name() -> None:
    assert turn_of("esai final v9.docx", "2") == Turn(number=2)
    assert turn_of("esai v9.docx", "ke-03") == Turn(number=3)
    assert turn_of("esai v9.docx", "akhir") == Turn(number=9)


def test_kinds_that_can_be_graded_come_first() -> None:
    assert order(plain("foto final v9.jpg", 99), plain("esai.pdf", 1), plain("onlinetext.html", 50)) == [
        "esai.pdf",
        "foto final v9.jpg",
        "onlinetext.html",
    ]
    assert order(Attempt("b.docx", "b.docx", 9, openable=False), plain("a.docx")) == ["a.docx", "b.docx"]


def test_the_number_counts_before_the_time_and_the_time_before_the_name() -> None:
    assert order(plain("esai v2.docx", 1), plain("esai v10.docx", 0), plain("esai.docx", 9)) == [
        "esai v10.docx",
        "esai v2.docx",
        "esai.docx",
    ]
    assert order(plain("b.docx", 1), plain("a.docx", 2)) == ["a.docx", "b.docx"]
    assert order(plain("esai 9.docx"), plain("esai 10.docx"), plain("Esai 2.docx")) == [
        "esai 10.docx",
        "esai 9.docx",
        "Esai 2.docx",
    ]
    assert order(plain("esai v2.docx", 5), plain("esai final.docx", 1)) == ["esai final.docx", "esai v2.docx"]


def test_the_order_in_which_they_are_found_does_not_matter() -> None:
    files = [plain("a.docx", 1), plain("A.docx", 1), plain("b v2.docx"), Attempt("x/a.docx", "a.docx", 1)]
    assert len({tuple(order(*files)) for files in itertools.permutations(files)}) == 1
