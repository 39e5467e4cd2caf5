"""PDFs: columns drawn row by row, forms without colons, words in parts. In Courier 10 a character is 6 points wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.ingest.cleaning import Format, Piece
from grader.ingest.pdf.broken import mended
from grader.ingest.reading import read_bytes
from grader.records.document import Cell, Document, HeaderField, Kind

MakePdf = Callable[..., bytes]
Word = tuple[float, float, str]

LEFT = [
    "Kolaborasi berarti bekerja",
    "bersama dengan pihak lain",
    "untuk mencapai tujuan yang",
    "sama di setiap instansi dan",
    "daerah di seluruh wilayah",
    "Indonesia.",
]
RIGHT = [
    "Koordinasi adalah langkah",
    "menyelaraskan kegiatan yang",
    "dilakukan oleh unit lain di",
    "dalam satu wilayah supaya",
    "tidak ada yang tumpang dan",
    "tindih.",
]


def read(data: bytes) -> Document:
    return read_bytes(data, "a.pdf")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def rows(left: list[str], right: list[str], gap: float = 330, top: float = 700) -> list[Word]:
    """Two columns from 72 and from ``gap``, drawn line by line through both."""
    return [
        (x, top - 14 * row, line)
        for row, pair in enumerate(zip(left, right, strict=True))
        for x, line in zip((72.0, gap), pair, strict=True)
    ]


def test_columns_drawn_row_by_row_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    assert texts(read(make_pdf([rows(LEFT, RIGHT)]))) == [" ".join(LEFT), " ".join(RIGHT)]


def test_three_columns(make_pdf: MakePdf) -> None:
    words = [
        (x, 700.0 - 14 * row, line)
        for row in range(6)
        for x, line in zip((30.0, 220.0, 410.0), (LEFT[row], RIGHT[row], LEFT[row]), strict=True)
    ]
    assert " ".join(texts(read(make_pdf([words])))) == " ".join([*LEFT, *RIGHT, *LEFT])


def test_a_title_over_columns_stays_before_them(make_pdf: MakePdf) -> None:
    title = [(72.0, 740.0, "Kerja sama antarinstansi di daerah kepulauan dan di perbatasan negara.")]
    assert texts(read(make_pdf([title + rows(LEFT, RIGHT)])))[0] == title[0][2]


def test_rows_of_a_table_stay_rows(make_pdf: MakePdf) -> None:
    names = ["Inggris", "Australia", "Malaysia", "Selandia Baru", "Kanada", "Singapura"]
    years = ["1997", "2004", "2010", "2001", "1999", "2005"]
    assert texts(read(make_pdf([rows(names, years)]))) == [
        f"{name} {year}" for name, year in zip(names, years, strict=True)
    ]


def test_four_rows_are_no_columns(make_pdf: MakePdf) -> None:
    found = " ".join(texts(read(make_pdf([rows(LEFT[:4], RIGHT[:4])]))))
    assert found == " ".join(f"{left} {right}" for left, right in zip(LEFT[:4], RIGHT[:4], strict=True))


def test_a_form_without_colons_holds_header_fields(make_pdf: MakePdf) -> None:
    page = [
        (72, 760, "LEARNING JOURNAL"),
        *rows(["Nama Peserta", "Angkatan", "Mata Pelatihan"], ["Budi Contoh", "4", "Whole of"], gap=300),
        (300, 658, "Government"),
        (72, 644, "Widyaiswara"),
        (72, 630, "NDH"), (300, 630, "07"),
        *((72.0, 580.0 - 14 * row, line) for row, line in enumerate([*LEFT, *RIGHT])),
    ]  # fmt: skip
    document = read(make_pdf([page]))
    assert document.header_fields == (
        HeaderField("Nama Peserta", "Budi Contoh", (1, 2)),
        HeaderField("Angkatan", "4", (3, 4)),
        HeaderField("Mata Pelatihan", "Whole of Government", (5, 6)),
        HeaderField("Widyaiswara", "", (7,)),
        HeaderField("NDH", "07", (8, 9)),
    )
    assert (document.blocks[9].kind, document.blocks[9].cell) == (Kind.TABLE_CELL, Cell(1, 5, 2))


def test_words_that_happen_to_be_labels_are_no_form_within_the_text(make_pdf: MakePdf) -> None:
    both = [f"{left} {right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    prose = [(72.0, 700.0 - 14 * row, line) for row, line in enumerate(both)]
    document = read(make_pdf([[*prose, (72, 500, "Nama"), (300, 500, "Budi Contoh")]]))
    assert [block.text for block in document.blocks if block.cell is not None] == []


def test_a_cut_word_is_joined_though_its_line_is_short(make_pdf: MakePdf) -> None:
    page = [*((72, 700 - 14 * row, line) for row, line in enumerate(LEFT)), (72, 616, "Ini tugas peme-"),
            (72, 602, "rintah daerah.")]  # fmt: skip
    assert texts(read(make_pdf([page])))[-1].endswith("Ini tugas pemerintah daerah.")


@pytest.mark.parametrize(
    "given, expected",
    [
        ("hadir s ebanyak dua", "hadir sebanyak dua"),
        ("pemerinta h. Lalu", "pemerintah. Lalu"),
        ("S ebanyak dua", "Sebanyak dua"),
        ("butir a dalam", "butir a dalam"),
        ("di mana", "di mana"),
        ("a banyak", "a banyak"),
    ],
)
def test_a_letter_is_put_back_to_a_word_that_stands_elsewhere(given: str, expected: str) -> None:
    words = frozenset({"sebanyak", "pemerintah", "dimana", "banyak", "dalam"})
    assert "".join(piece.text for piece in mended([Piece(given)], words)) == expected


def test_the_parts_of_a_word_keep_their_formats() -> None:
    bold = Format(bold=True)
    pieces = [Piece("hadir s", bold), Piece(" ebanyak dua")]
    assert mended(pieces, frozenset({"sebanyak"})) == [Piece("hadir s", bold), Piece("ebanyak dua")]
