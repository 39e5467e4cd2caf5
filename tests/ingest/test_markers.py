"""List markers and headings that begin alike."""

from __future__ import annotations

import pytest

from grader.ingest.markers import is_bare_bullet, is_enumerator, opens_item, split_marker

LONG = "koordinasi antarlembaga yang setara kedudukannya demi tujuan bersama semua pihak"


@pytest.mark.parametrize(
    "text, marker",
    [
        ("• empati", "•"),
        ("- empati", "-"),
        ("\uf123 empati", "•"),
        (f"1. {LONG}", "1."),
        (f"a) {LONG}", "a)"),
        (f"(2) {LONG}", "(2)"),
        (f"iv. {LONG}", "iv."),
        ("b. Yang kedua.", "b."),
        ("1. Apakah sudah berjalan?", "1."),
        ("1. Pendahuluan", ""),
        ("A. Pokok Pikiran", ""),
        (f"A. {LONG}", ""),
        ("BAB I PENDAHULUAN", ""),
        ("2023 adalah tahun yang panjang bagi kami semua di kantor ini.", ""),
        ("1.1 Latar Belakang", ""),
        ("-5 derajat", ""),
        ("", ""),
    ],
)
def test_split_marker(text: str, marker: str) -> None:
    found, rest = split_marker(text)
    assert found == marker
    assert rest == (text[len(marker) :].lstrip() if marker else text)


def test_what_opens_an_item_or_a_numbered_heading() -> None:
    assert all(map(opens_item, ["• x", "1. Pendahuluan", "A. Pokok", "BAB II", "c) x"]))
    assert not any(map(opens_item, ["Pokok", "1.250 orang", "Babad tanah", "dan b", ""]))


def test_bare_markers() -> None:
    assert is_bare_bullet("• •")
    assert not is_bare_bullet("a.")
    assert is_enumerator("12.")
    assert not is_enumerator("A.")
