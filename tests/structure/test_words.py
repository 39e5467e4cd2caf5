from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.structure.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kami bekerja bersama.", 3),
        ("Kami  bekerja\tbersama\u00a0lagi", 4),
        ("desa-desa & kota", 2),  # a hyphen joins, a sign alone is no word
        ("pada 2024 ada 3 desa", 5),
        ("… – *** |", 0),
        ("UU 25/2009", 2),
        ("café naïf Œuvre", 3),
        ("", 0),
        ("   ", 0),
    ],
)
def test_words_are_tokens_with_a_letter_or_digit(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. Saling percaya", 2),
        ("12) Saling percaya", 2),
        ("a) Saling percaya", 2),
        ("(iv) Saling percaya", 2),
        ("A. Saling percaya", 2),
        ("- Saling percaya", 2),
        ("\uf0b7 Saling percaya", 2),
        ("**1. Saling percaya**", 2),
        ("1.2 Saling percaya", 2),
        ("a.", 0),
        ("2.5 juta orang", 3),  # an amount, not a number of a heading
        ("1945. Tahun itu", 3),  # a year
        ("BAB I Pendahuluan", 3),
        ("1.Saling percaya", 2),
    ],
)
def test_a_marker_typed_at_the_head_is_no_word(text: str, words: int) -> None:
    assert count_words(text) == words


def test_html_left_in_the_text_is_not_counted() -> None:
    assert count_words('<ul style="margin: 0 auto"><li class="x y">saling percaya</li></ul>') == 2


def test_a_comparison_is_no_tag() -> None:
    assert count_words("3 < 5 dan 7 > 2") == 5


@given(st.lists(st.from_regex(r"[a-z]{3,8}", fullmatch=True), max_size=30))
def test_plain_words_are_all_counted(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)


@given(st.text(), st.text())
def test_a_line_never_has_more_words_than_tokens(first: str, second: str) -> None:
    assert 0 <= count_words(f"{first} {second}") <= len(f"{first} {second}".split())
