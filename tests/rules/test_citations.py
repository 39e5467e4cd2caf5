"""Citations: what is one, what only looks like one, and which entry it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.rules.citations import Citation, find_citations, read_bibliography


def shown(text: str) -> list[str]:
    return [citation.shown for citation in find_citations(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Kolaborasi penting (Ansell & Gash, 2008).", ["(Ansell & Gash, 2008)"]),
        ("Kolaborasi penting (Ansell dan Gash 2008).", ["(Ansell dan Gash, 2008)"]),
        ("Kolaborasi penting (Emerson et al., 2012: 5).", ["(Emerson et al., 2012)"]),
        ("Kolaborasi penting (Emerson dkk. 2012, hlm. 1998).", ["(Emerson dkk., 2012)"]),
        ("Dua sumber (Shergold, 2004; Morse, 2007a).", ["(Shergold, 2004)", "(Morse, 2007a)"]),
        ("Dua tahun (Suwarno, 2016, 2018).", ["(Suwarno, 2016)", "(Suwarno, 2018)"]),
        ("Dari tangan kedua (dikutip dari Suwarno & Sejati, 2016).", ["(Suwarno & Sejati, 2016)"]),
        ("Menurut Ansell dan Gash (2008), forum itu formal.", ["(Ansell dan Gash, 2008)"]),
        ("Hal ini sejalan dengan Emerson dkk. (2012, hlm. 3).", ["(Emerson dkk., 2012)"]),
        ("Selesai. Shergold (2004) berbeda.", ["(Shergold, 2004)"]),
        ("Keputusan itu tepat (Kementerian Dalam Negeri, 2014).", ["(Kementerian Dalam Negeri, 2014)"]),
        ("Lihat [3] dan [1, 5–7].", ["[3]", "[1]", "[5]", "[6]", "[7]"]),
        ("Lihat [3, hlm. 12].", ["[3]"]),
    ],
)
def test_citations_are_found(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hal itu diatur (Perpres Nomor 81 Tahun 2010).",
        "Hal itu diatur (UU No. 23 Tahun 2014, Pasal 1).",
        "Rapat itu berlangsung (Mei, 2017).",
        "Rapat itu berlangsung (12 Mei 2017).",
        "Kegiatan ini berjalan (sejak 2015).",
        "Kegiatan ini berjalan (Jakarta 2017).",
        "Presiden Joko Widodo (2014-2019) memulainya.",
        "Masa jabatannya (Presiden Joko Widodo, 2014–2019) panjang.",
        "Kasus pertama di Indonesia (2020) mengubah semuanya.",
        "Undang-Undang Aparatur Sipil Negara (2014) berlaku.",
        "jumlah pegawai (2017) bertambah",
        "Nilai itu (lihat bagian 2) penting (data kantor, 2019).",
        "Anggaran naik (Rp2.000.000).",
        "Daftar [x] dan [...] dan [2017].",
        "Nomor (081234201912) bukan tahun.",
        "",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert shown(text) == []


def test_entries_are_told_from_headings_and_from_their_own_second_lines() -> None:
    found = read_bibliography(
        [
            ("", "Daftar Pustaka"),
            ("1.", "Ansell, C. & Gash, A. (2008). Collaborative governance in theory and"),
            ("", "practice. Journal of Public Administration."),
            ("2.", "Lembaga Administrasi Negara. 2017. Modul."),
            ("", "https://contoh.go.id/modul"),
            ("", "Peraturan Presiden tentang Grand Design"),
        ]
    )
    assert found.entries == 3
    assert found.numbers == {1, 2}
    assert read_bibliography([]).entries == 0


@pytest.mark.parametrize(
    "citation, expected",
    [
        (Citation("", ("ansell", "gash"), "2008"), True),
        (Citation("", ("gash",), "2008"), True),
        (Citation("", ("ansell",), "2007"), False),
        (Citation("", ("rahayu",), "2008"), False),
        (Citation("", ("lan",), "2017"), True),
        (Citation("", ("la",), "2017"), False),
        (Citation("", ("lan",), "2008"), False),
        (Citation("", ("suwarno",), "1999"), True),  # its entry tells no year
        (Citation("", number=7), True),
        (Citation("", number=3), True),
        (Citation("", number=4), False),
        (Citation("", number=0), False),
    ],
)
def test_a_citation_has_its_entry_or_not(citation: Citation, expected: bool) -> None:
    bibliography = read_bibliography(
        [
            ("", "[7] ANSELL, C., & Gash, A. (2008a). Collaborative governance."),
            ("", "Lembaga Administrasi Negara. Modul WoG. Jakarta: LAN RI, 2017."),
            ("", "Suwarno, Y. Kolaborasi Sektor Publik."),
        ]
    )
    assert bibliography.entries == 3
    assert bibliography.has(citation) is expected


@given(st.text("(A)[1, 2;008-–.]a& dkk", max_size=200))
def test_any_text_is_read_and_every_citation_is_whole(text: str) -> None:
    for citation in find_citations(text):
        assert (citation.number is None) == bool(citation.names and citation.year)


def test_a_wide_range_does_not_count_up() -> None:
    assert shown("[1-999]") == ["[1]", "[999]"]
