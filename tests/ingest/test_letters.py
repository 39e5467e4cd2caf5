"""Look-alike letters are written as what they look like, and told; so are characters that nobody sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.ingest.letters import fold_text
from grader.ingest.reading import read_bytes
from grader.records.document import Document


@pytest.mark.parametrize(
    "text, expected, words",
    [
        ("k\u043el\u0430borasi", "kolaborasi", 1),
        ("\u0421olla\u0440s, \u041dasil", "Collaps, Hasil", 2),
        ("k\u03bflaborasi d\u0251n", "kolaborasi dan", 2),
        ("k\uff4flaborasi", "kolaborasi", 1),
        ("\U0001d424\U0001d428\U0001d425\U0001d41a", "kola", 0),
    ],
)
def test_words_of_mixed_scripts_become_latin(text: str, expected: str, words: int) -> None:
    assert fold_text(text) == (expected, words)


@pytest.mark.parametrize(
    "text",
    [
        "α dan β, Δt, kΩ, μm, \u00b5g",
        "λόγος berarti kata",
        "Владимир Путин",
        "étape, naïve, Łódź, Yıldız",
        "“kutipan” – ‘utuh’ …",
        "10°C, 5×3, §2, € 7",
    ],
)
def test_honest_letters_stay(text: str) -> None:
    assert fold_text(text) == (text, 0)


@given(st.text(st.sampled_from("ab k\u043e\u0430\u03b1\u0416\u0301\uff41\U0001d41a1-"), max_size=40))
def test_every_letter_stays_one_letter(text: str) -> None:
    folded, words = fold_text(text)
    assert len(folded) == len(text)
    assert fold_text(folded)[0] == folded
    assert words <= len(text.split()) * 3


def notices(document: Document) -> dict[str, object]:
    return {notice.code: notice.values["words"] for notice in document.notices}


def read(text: str, name: str = "a.txt") -> Document:
    return read_bytes(text.encode(), name)


def test_what_is_read_is_latin_and_told() -> None:
    document = read("Nama : Sari\n\nPentingnya k\u043el\u0430borasi dan sin\u0435rgi.")
    assert document.blocks[1].text == "Pentingnya kolaborasi dan sinergi."
    assert notices(document) == {"homoglyphs": 2}


def test_characters_of_no_width_inside_words_are_told() -> None:
    document = read("Ko\u200bla\u200cborasi dan sin\ufeffergi \u200bitu penting\u200b.")
    assert document.blocks[0].text == "Kolaborasi dan sinergi itu penting."
    assert notices(document) == {"zero-width": 2}


def test_they_are_told_across_the_runs_of_word(make_docx: Callable[..., bytes]) -> None:
    body = (
        "<w:p><w:r><w:t>ko\u200b</w:t></w:r><w:r><w:t>laborasi \U0001f468\u200d\U0001f469 so\u00adft</w:t></w:r></w:p>"
    )
    document = read_bytes(make_docx(body), "a.docx")
    assert document.blocks[0].text.startswith("kolaborasi")
    assert notices(document) == {"zero-width": 1}
