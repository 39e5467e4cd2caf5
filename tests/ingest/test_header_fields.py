"""Header fields above the text."""

from __future__ import annotations

from grader.ingest.header_fields import are_field_lines, find_header_fields
from grader.records.document import Block, Cell, Kind, Place

PROSE = "kata " * 40


def lines(*texts: str) -> list[Block]:
    return [Block(text, Kind.BODY, Place(None, index)) for index, text in enumerate(texts, start=1)]


def pairs(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(field.label, field.value) for field in find_header_fields(blocks)]


def test_fields_with_and_without_values() -> None:
    blocks = lines("LEARNING JOURNAL", "Program Pelatihan : Latsar CPNS", "Widyaiswara :", "NDH: 07", PROSE)
    assert pairs(blocks) == [("Program Pelatihan", "Latsar CPNS"), ("Widyaiswara", ""), ("NDH", "07")]
    assert [field.blocks for field in find_header_fields(blocks)] == [(1,), (2,), (3,)]


def test_labels_in_small_letters() -> None:
    found = pairs(lines("nama: Dimas Contoh", "Penulis", "disusun oleh", PROSE))
    assert found == [("nama", "Dimas Contoh"), ("disusun oleh", "")]


def test_an_unknown_label_needs_company() -> None:
    assert pairs(lines("TUGAS INDIVIDU : KOLABORATIF", PROSE)) == []
    assert pairs(lines("Hobi : memancing", "Kota asal : Palu", PROSE)) == [("Hobi", "memancing"), ("Kota asal", "Palu")]


def test_prose_with_a_colon_is_no_field_and_ends_the_search() -> None:
    assert pairs(lines("Nama: " + PROSE, "NDH : 3")) == []
    assert pairs(lines("Ada tiga hal yang saya catat dari materi ini: satu, dua, tiga", "lanjutan")) == []


def test_a_link_is_no_field() -> None:
    assert pairs(lines("https://contoh.go.id", "http://contoh.go.id")) == []


def test_the_author_alone_below_a_label() -> None:
    assert pairs(lines("MAKALAH", "Oleh:", "Wayan Contoh", PROSE)) == [("Oleh", "Wayan Contoh")]


def test_a_note_with_a_colon_is_no_field_though_fields_stand_beside_it() -> None:
    blocks = lines("Nama: Sari", "Catatan untuk Ibu: bagian A saya kirim terpisah karena jaringan putus.", PROSE)
    assert pairs(blocks) == [("Nama", "Sari")]


def test_a_byline_takes_no_prose_and_no_field_for_a_name() -> None:
    assert pairs(lines("Oleh:", "NDH: 3")) == [("Oleh", ""), ("NDH", "3")]
    assert pairs(lines("Oleh:", PROSE)) == [("Oleh", "")]


def test_the_head_of_a_table_and_an_essay_in_a_form_are_no_fields() -> None:
    def row(*texts: str) -> list[Block]:
        cells = enumerate(texts, start=1)
        return [Block(text, Kind.TABLE_CELL, Place(None, column), cell=Cell(1, 1, column)) for column, text in cells]

    assert pairs(row("Nama", "NDH")) == []
    assert pairs([*row("Tugas", PROSE), *lines("Nama : Sari")]) == []


def test_a_title_that_looks_like_a_field_is_none_but_a_bold_field_is() -> None:
    blocks = [
        Block("Rangkuman : WoG", Kind.HEADING, Place(None, 1), level=1),
        Block("Nama : Sari Contoh", Kind.HEADING, Place(1, 2), level=2),
    ]
    assert pairs(blocks) == [("Nama", "Sari Contoh")]


def test_table_rows_of_two_and_three_columns() -> None:
    texts = [("Nama Peserta", 1, 1), (":", 1, 2), ("Budi Contoh", 1, 3), ("NDH", 2, 1), ("07", 2, 2)]
    texts.append(("Angkatan", 3, 1))
    blocks = [
        Block(text, Kind.TABLE_CELL, Place(None, index), cell=Cell(1, row, column))
        for index, (text, row, column) in enumerate(texts, start=1)
    ]
    assert pairs(blocks) == [("Nama Peserta", "Budi Contoh"), ("NDH", "07"), ("Angkatan", "")]
    assert [field.blocks for field in find_header_fields(blocks)] == [(0, 1, 2), (3, 4), (5,)]


def test_lines_of_a_broken_paragraph() -> None:
    assert are_field_lines(["Nama : Budi", "NDH : 3", ""])
    assert not are_field_lines(["Nama : Budi", PROSE])
    assert not are_field_lines(["Satu kalimat biasa", "yang dipatahkan"])
