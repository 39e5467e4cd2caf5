"""Which phrases are of use."""

from __future__ import annotations

import pytest

from grader.rubric.phrases import folded, useless


@pytest.mark.parametrize(
    "phrase",
    ["WoG", "w o g", "5r", "4.0", "kerja sama", "instansi-instansi", "kolabora*", "di lapangan", "adalah", "jika",
     "kami di", "dari dalam", "joined-up government", "integrat*", "R&D"],
)  # fmt: skip
def test_phrases_that_tell_something(phrase: str) -> None:
    assert useless(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("", "empty"),
        (" \t", "empty"),
        ("*", "star-alone"),
        ("kerja *", "star-alone"),
        ("*sama", "star-alone"),
        ("ker*ja", "star-inside"),
        ("kerja**", "star-inside"),
        ("...", "no-word"),
        ("a", "single-letter"),
        ("7", "single-letter"),
        ("di*", "short-prefix"),
        ("yang", "function-words"),
        ("Di dan", "function-words"),
        ("of the", "function-words"),
    ],
)
def test_phrases_of_no_use(phrase: str, reason: str) -> None:
    assert useless(phrase) == f"rubric.reason.{reason}"


def test_phrases_are_the_same_without_regard_to_case_and_blanks() -> None:
    assert folded(" Kerja \n SAMA ") == folded("kerja sama")
