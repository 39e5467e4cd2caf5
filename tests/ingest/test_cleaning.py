"""The one cleaning step."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.ingest.cleaning import Format, Piece, assemble, clean

BOLD = Format(bold=True)
PLAIN = Format(bold=False)


@pytest.mark.parametrize(
    "raw, expected",
    [
        ("  dua   kata\t\n", "dua kata"),
        ("a\u00a0b\u202fc", "a b c"),
        ("ko\u00adla\u200bbo\ufeffrasi", "kolaborasi"),
        ("sama\u2011sama", "sama-sama"),
        ("e\u0301tape", "étape"),
        ("Â\u00a0Kata Â lain", "Kata lain"),
        ("Ânimo", "Ânimo"),
        ("\u00e2\u20ac\u0153kutipan\u00e2\u20ac\x9d", "“kutipan”"),
        ("1 \u00e2\u20ac\u201c 2 \u00e2\x80\x94 3", "1 – 2 — 3"),
        ("caf\u00c3\u00a9", "café"),
        ("\uf0b7 butir", "• butir"),
        ("de\ufb01nisi", "definisi"),
        ("x\x00y\x07z\ufffd\ufffe\ud800", "xyz"),
        ("“tetap” – ‘utuh’ …", "“tetap” – ‘utuh’ …"),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_pieces_are_joined_with_their_formats() -> None:
    text, runs = assemble([Piece("  Pokok", BOLD), Piece(" ", PLAIN), Piece("Pikiran ", BOLD), Piece(" lain", PLAIN)])
    assert text == "Pokok Pikiran lain"
    assert [(text[run.start : run.end], run.bold) for run in runs] == [("Pokok Pikiran ", True), ("lain", False)]


def test_a_blank_alone_does_not_break_a_bold_text() -> None:
    _, runs = assemble([Piece("A.", BOLD), Piece(" ", PLAIN), Piece("Pikiran", BOLD), Piece(" ", PLAIN)])
    assert [run.bold for run in runs] == [True]


def test_an_accent_in_a_piece_of_its_own_joins_its_letter() -> None:
    text, runs = assemble([Piece("cafe", PLAIN), Piece("\u0301", BOLD)])
    assert text == "café"
    assert [(run.start, run.end) for run in runs] == [(0, 4)]


def test_no_format_no_runs() -> None:
    assert assemble([Piece("satu "), Piece("dua")]) == ("satu dua", ())


@given(st.lists(st.tuples(st.text(), st.booleans())))
def test_whatever_comes_in_the_text_is_clean_and_covered(parts: list[tuple[str, bool]]) -> None:
    text, runs = assemble(Piece(part, Format(bold=bold)) for part, bold in parts)
    assert text == text.strip() == " ".join(text.split())
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in text)
    ends = [0, *(run.end for run in runs)]
    assert [run.start for run in runs] == ends[:-1]
    assert ends[-1] == len(text) if runs else text == ""


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
