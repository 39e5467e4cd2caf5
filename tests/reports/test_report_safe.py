"""No text of an essay or a file name can leave the place that it is put in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.reports import safe

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)
TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(ANY_TEXT)
def test_what_is_shown_is_one_line_without_control_characters(value: str) -> None:
    for shown in (safe.text(value), safe.file_name(value), safe.terminal(value), safe.cell(value)):
        assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs")]
        assert not TURNING & set(shown)
        assert not {"\u2028", "\u2029", "\ufffe", "\uffff"} & set(shown)
        shown.encode("utf-8")


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_ordinary_text_stays_as_it_is(value: str) -> None:
    assert safe.text(value) == safe.file_name(value) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a\tb\nc\r\nd", "a b c d"),
        ("\x1b[31mmerah\x07", "\ufffd[31mmerah\ufffd"),
        ("gaji\u202efdp.exe", "gajifdp.exe"),
        ("nama\udcff", "nama\ufffd"),
    ],
)
def test_text(value: str, shown: str) -> None:
    assert safe.text(value) == shown


def test_no_character_that_is_to_be_taken_out_passes_for_one_to_be_printed() -> None:
    barred = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *map(chr, range(0xD800, 0xE000)), *TURNING}
    barred |= {"\u2028", "\u2029", "\ufffe", "\uffff"}
    assert not {char for char in barred if char in safe.text(f"a{char}b")}
    assert not {char for char in "\u200b\u200c\u200d\u2060\ufeff" if char in safe.terminal(f"a{char}b")}


def test_file_names_that_differ_only_unseen_still_differ() -> None:
    assert safe.file_name("a\nb.docx") == "a\ufffdb.docx" != safe.file_name("a b.docx")
    assert safe.file_name("a\u202eb.docx") == "a\ufffdb.docx" != safe.file_name("ab.docx")


def test_a_cell_is_cut_with_a_mark_at_its_limit_in_utf16_units() -> None:
    assert safe.cell("a" * 32_767) == "a" * 32_767
    assert safe.cell("a" * 32_768) == "a" * 32_766 + "…"
    astral = safe.cell("😀" * 16_384)  # two units each: 32,768
    assert astral == "😀" * 16_383 + "…"
    assert len(astral.encode("utf-16-le")) // 2 == 32_767


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1"])
def test_what_a_spreadsheet_would_run_is_known(value: str) -> None:
    assert safe.looks_like_formula(value)


@pytest.mark.parametrize("value", ["", "a=1", "1+1", "nama@contoh.id"])
def test_what_it_would_not_run(value: str) -> None:
    assert not safe.looks_like_formula(value)


def test_json_keeps_all_but_what_utf8_cannot_hold() -> None:
    assert safe.json_text("a\nb\u202ec\udc80") == "a\nb\u202ec\ufffd"
