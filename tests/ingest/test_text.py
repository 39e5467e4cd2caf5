"""Plain text and Markdown."""

from __future__ import annotations

import pytest

from grader.ingest.from_text import decode
from grader.ingest.reading import read_bytes
from grader.records.document import Cell, Document, Fact, Kind


def txt(text: str) -> Document:
    return read_bytes(text.encode(), "a.txt")


def md(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(codec: str) -> None:
    text = "Kolaborasi “antarinstansi” – café, demi tujuan bersama dan pelayanan publik yang lebih baik."
    assert decode(text.encode(codec)).removeprefix("\ufeff") == text


def test_paragraphs_stand_between_blank_lines() -> None:
    assert texts(txt("Satu.\r\n\r\nDua.\n \nTiga.")) == ["Satu.", "Dua.", "Tiga."]


def test_wrapped_lines_are_joined() -> None:
    lines = [
        "Kolaborasi berarti bekerja bersama dengan banyak pihak lain untuk",
        "mencapai tujuan yang sama, dengan berbagi sumber daya, risiko, dan",
        "tanggung jawab.",
    ]
    assert texts(txt("\n".join(lines))) == [" ".join(lines)]


def test_words_cut_at_line_ends_are_whole_again() -> None:
    lines = [
        "Para pihak perlu memahami bahwa kegiatan itu dilakukan untuk tujuan-",
        "tujuan yang sama, dan bahwa hasil pekerjaan bersama itu menjadi keber-",
        "lanjutan.",
    ]
    (text,) = texts(txt("\n".join(lines)))
    assert text.endswith("untuk tujuan-tujuan yang sama, dan bahwa hasil pekerjaan bersama itu menjadi keberlanjutan.")


def test_lines_that_were_ended_stay_apart() -> None:
    assert texts(txt("Nama : Sari\nNDH : 7\nA. Pokok\nPikiran")) == ["Nama : Sari", "NDH : 7", "A. Pokok", "Pikiran"]


def test_one_paragraph_a_line_without_blank_lines() -> None:
    first, second = "kolaborasi " * 20, "koordinasi " * 30
    assert texts(txt(f"{first}\n{second}\n")) == [first.strip(), second.strip()]


def test_a_full_line_does_not_swallow_a_header_field_or_an_item() -> None:
    field = "Lembaga Penyelenggara Pelatihan : BKPSDMD Provinsi Kepulauan Contoh"
    assert texts(txt(f"{field}\nNama Peserta : Sari")) == [field, "Nama Peserta : Sari"]
    assert [block.marker for block in txt(f"{field}\n- Sari").blocks] == ["", "-"]


def test_bullets_and_numbers_in_plain_text() -> None:
    document = txt("• empati\n1. Pendahuluan\n2. Apakah sudah berjalan?")
    assert [(block.kind, block.marker, block.text) for block in document.blocks] == [
        (Kind.LIST_ITEM, "•", "empati"),
        (Kind.BODY, "", "1. Pendahuluan"),
        (Kind.LIST_ITEM, "2.", "Apakah sudah berjalan?"),
    ]


def test_rows_parted_by_tabs_are_a_table_and_fields_are_not() -> None:
    table = txt("No\tHal\n1\tempati")
    assert [(block.text, block.cell) for block in table.blocks] == [
        ("No", Cell(1, 1, 1)),
        ("Hal", Cell(1, 1, 2)),
        ("1", Cell(1, 2, 1)),
        ("empati", Cell(1, 2, 2)),
    ]
    fields = txt("Angkatan\t: XII\nWidyaiswara\t:")
    assert [(field.label, field.value) for field in fields.header_fields] == [("Angkatan", "XII"), ("Widyaiswara", "")]


def test_markup_pasted_from_the_web_is_taken_off() -> None:
    assert texts(txt('<ul style="x"><li>sama&nbsp;rata</li></ul>\n\na < b dan c > d')) == [
        "sama rata",
        "a < b dan c > d",
    ]


def test_plain_text_keeps_its_hash_signs_and_knows_no_facts() -> None:
    document = txt("# bukan judul")
    assert (texts(document), document.facts, document.blocks[0].kind) == (["# bukan judul"], frozenset(), Kind.BODY)


def test_markdown_headings_lists_and_emphasis() -> None:
    document = md(
        "# Judul\n## Bagian ##\n**A. Pokok Pikiran**\n\n- **Dasar**\n  - WoG\n1. Satu hal\n\n"
        "Kata **tebal**, *miring*, `kode`, [tautan](http://a.b) dan snake_case \\*.\n"
    )
    assert [(block.kind, block.level, block.marker, block.text) for block in document.blocks] == [
        (Kind.HEADING, 1, "", "Judul"),
        (Kind.HEADING, 2, "", "Bagian"),
        (Kind.BODY, None, "", "A. Pokok Pikiran"),
        (Kind.LIST_ITEM, 1, "-", "Dasar"),
        (Kind.LIST_ITEM, 2, "-", "WoG"),
        (Kind.BODY, None, "", "1. Satu hal"),
        (Kind.BODY, None, "", "Kata tebal, miring, kode, tautan dan snake_case *."),
    ]
    assert document.facts == {Fact.HEADING_STYLES}
    assert [block.bold for block in document.blocks] == [False, False, True, True, False, False, False]
    assert [(run.start, run.end, run.bold) for run in document.blocks[6].runs] == [
        (0, 5, False),
        (5, 10, True),
        (10, 50, False),
    ]


def test_markdown_tables_rules_and_fences() -> None:
    document = md("| Hal | Isi |\n| --- | :-: |\n| a | **b** |\n\n---\n\n```\nkode\n```\n")
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("Hal", Cell(1, 1, 1)),
        ("Isi", Cell(1, 1, 2)),
        ("a", Cell(1, 2, 1)),
        ("b", Cell(1, 2, 2)),
        ("kode", None),
    ]


def test_a_bold_numbered_heading_in_markdown_keeps_its_number() -> None:
    (block,) = md("**1) Pendahuluan**").blocks
    assert (block.text, block.kind, block.bold) == ("1) Pendahuluan", Kind.BODY, True)
