"""What is read from Word files: everything that a person sees, once, in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from grader.errors import GraderError
from grader.ingest.reading import read_bytes
from grader.records.document import Block, Cell, Document, Kind

MakeDocx = Callable[..., bytes]


def p(text: str, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def read(data: bytes) -> Document:
    return read_bytes(data, "a.docx")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def only(document: Document) -> Block:
    (block,) = document.blocks
    return block


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def test_paragraphs_are_numbered_and_empty_ones_skipped(make_docx: MakeDocx) -> None:
    document = read(make_docx(p("Satu") + p("  ") + "<w:p/>" + p("Dua")))
    assert texts(document) == ["Satu", "Dua"]
    assert [block.place.paragraph for block in document.blocks] == [1, 2]
    assert [block.kind for block in document.blocks] == [Kind.BODY, Kind.BODY]


def test_runs_breaks_tabs_and_special_characters(make_docx: MakeDocx) -> None:
    inside = (
        "<w:r><w:t>kola</w:t></w:r><w:r><w:t>borasi</w:t><w:tab/><w:t>dan</w:t><w:br/><w:t>sama</w:t>"
        "<w:noBreakHyphen/><w:t>sa</w:t><w:softHyphen/><w:t>ma</w:t></w:r>"
    )
    assert only(read(make_docx(f"<w:p>{inside}</w:p>"))).text == "kolaborasi dan sama-sama"


def test_headings_by_name_by_outline_and_by_what_they_are_based_on(make_docx: MakeDocx) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Bab"><w:name w:val="Bab"/><w:basedOn w:val="Judul2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
        "</w:style>"
    )
    body = "".join(p("Latar", f'<w:pStyle w:val="{name}"/>') for name in ("Judul2", "Bab", "Sub"))
    body += p("Latar", '<w:outlineLvl w:val="0"/>') + p("Latar", '<w:outlineLvl w:val="9"/>')
    document = read(make_docx(body, styles=styles))
    assert [(block.kind, block.level) for block in document.blocks] == [
        (Kind.HEADING, 2),
        (Kind.HEADING, 2),
        (Kind.HEADING, 3),
        (Kind.HEADING, 1),
        (Kind.BODY, None),
    ]


def test_a_heading_broken_over_two_lines_is_one(make_docx: MakeDocx) -> None:
    body = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>A. Pokok</w:t><w:br/><w:t>Pikiran</w:t></w:r></w:p>'
    assert only(read(make_docx(body))).text == "A. Pokok Pikiran"


def test_insertions_are_in_and_deletions_out(make_docx: MakeDocx) -> None:
    body = (
        '<w:p><w:ins w:id="1"><w:r><w:t>baru </w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>lama </w:delText></w:r></w:del>'
        '<w:moveFrom w:id="3"><w:r><w:t>pindah </w:t></w:r></w:moveFrom><w:r><w:t>tetap</w:t></w:r></w:p>'
    )
    document = read(make_docx(body))
    assert texts(document) == ["baru tetap"]
    assert [(n.code, n.severity, dict(n.values)) for n in document.notices] == [
        ("tracked-changes", "info", {"insertions": 1, "deletions": 2})
    ]


def test_a_paragraph_whose_end_was_deleted_runs_into_the_next(make_docx: MakeDocx) -> None:
    body = p("awal ", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("akhir")
    assert texts(read(make_docx(body))) == ["awal akhir"]


def test_content_controls_hyperlinks_and_wrappers(make_docx: MakeDocx) -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('Dalam kontrol')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t> isian</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:smartTag><w:r><w:t> tag</w:t></w:r></w:smartTag></w:p>"
    )
    assert texts(read(make_docx(body))) == ["Dalam kontrol", "tautan isian tag"]


def test_fields_show_their_results(make_docx: MakeDocx) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = (
        f"<w:p><w:r><w:t>lihat </w:t></w:r>{char('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>"
        f"{char('separate')}<w:r><w:t>Gambar 1</w:t></w:r>{char('end')}"
        '<w:fldSimple w:instr=" DATE "><w:r><w:t> Mei 2023</w:t></w:r></w:fldSimple></w:p>'
    )
    assert only(read(make_docx(body))).text == "lihat Gambar 1 Mei 2023"


def test_a_field_that_never_ends_swallows_nothing(make_docx: MakeDocx) -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>satu</w:t></w:r></w:p>' + p("dua")
    assert texts(read(make_docx(body))) == ["satu", "dua"]


def test_hidden_text_is_left_out_counted_and_flagged(make_docx: MakeDocx) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        p("Terlihat")
        + p("kata kunci gelap", run="<w:vanish/>")
        + p("dua kata", run='<w:rStyle w:val="H"/>')
        + p("satu", '<w:pStyle w:val="P"/>')
        + p("tampak", '<w:pStyle w:val="P"/>', '<w:vanish w:val="0"/>')
    )
    document = read(make_docx(body, styles=styles))
    assert texts(document) == ["Terlihat", "tampak"]
    assert [(n.code, n.severity, dict(n.values)) for n in document.notices] == [
        ("hidden-text", "warning", {"words": 6, "kinds": ("vanish",)})
    ]


def test_vanish_that_is_switched_off_raises_nothing(make_docx: MakeDocx) -> None:
    assert codes(read(make_docx(p("biasa", run='<w:vanish w:val="false"/>')))) == []


def test_tables_give_each_cell_once(make_docx: MakeDocx) -> None:
    def cell(text: str, look: str = "") -> str:
        return f"<w:tc><w:tcPr>{look}</w:tcPr>{p(text)}</w:tc>"

    wide, down, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl><w:tr>{cell('Judul tabel', wide)}{cell('Kanan')}</w:tr>"
        f"<w:tr>{cell('Turun', down)}{cell('x')}{cell('y')}</w:tr>"
        f"<w:tr>{cell('', below)}{cell('z')}</w:tr></w:tbl>"
    )
    document = read(make_docx(body))
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("Judul tabel", Cell(1, 1, 1)),
        ("Kanan", Cell(1, 1, 3)),
        ("Turun", Cell(1, 2, 1)),
        ("x", Cell(1, 2, 2)),
        ("y", Cell(1, 2, 3)),
        ("z", Cell(1, 3, 2)),
    ]
    assert {block.kind for block in document.blocks} == {Kind.TABLE_CELL}


def test_a_table_in_a_table_stands_where_it_stands(make_docx: MakeDocx) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('dalam')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{p('awal')}{inner}{p('akhir')}</w:tc></w:tr></w:tbl>"
    document = read(make_docx(body))
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("awal", Cell(1, 1, 1)),
        ("dalam", Cell(2, 1, 1)),
        ("akhir", Cell(1, 1, 1)),
    ]


def test_a_text_box_is_read_once_behind_its_paragraph(make_docx: MakeDocx) -> None:
    box = f"<w:txbxContent>{p('Isi kotak')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Jangkar</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r></w:p>{p('Sesudah')}"
    )
    document = read(make_docx(body))
    assert [(block.text, block.kind) for block in document.blocks] == [
        ("Jangkar", Kind.BODY),
        ("Isi kotak", Kind.TEXT_BOX),
        ("Sesudah", Kind.BODY),
    ]


def test_footnotes_follow_their_paragraph_and_endnotes_the_body(make_docx: MakeDocx) -> None:
    body = '<w:p><w:r><w:t>Kutipan</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/></w:r></w:p>' + p(
        "Sesudah"
    )
    notes = f'<w:footnote w:id="0">{p("pemisah")}</w:footnote><w:footnote w:id="2">{p("Sumber satu")}</w:footnote>'
    document = read(make_docx(body, footnotes=notes, endnotes=f'<w:endnote w:id="1">{p("Sumber dua")}</w:endnote>'))
    assert [(block.text, block.kind, block.marker) for block in document.blocks] == [
        ("Kutipan", Kind.BODY, ""),
        ("Sumber satu", Kind.FOOTNOTE, "1"),
        ("Sesudah", Kind.BODY, ""),
        ("Sumber dua", Kind.FOOTNOTE, "1"),
    ]


def test_headers_and_footers_once_and_without_page_numbers(make_docx: MakeDocx) -> None:
    number = (
        '<w:p><w:r><w:t>Halaman </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
    )
    data = make_docx(p("Isi"), header1=p("LATSAR"), header2=p("LATSAR"), header3=p("Lampiran"), footer1=number)
    document = read(data)
    assert [(block.text, block.kind) for block in document.blocks] == [
        ("LATSAR", Kind.RUNNING_HEAD),
        ("Lampiran", Kind.RUNNING_HEAD),
        ("Isi", Kind.BODY),
        ("Halaman", Kind.RUNNING_HEAD),
    ]


def test_lines_of_header_fields_in_one_paragraph_come_apart(make_docx: MakeDocx) -> None:
    body = "<w:p><w:r><w:t>Nama : Sari</w:t><w:br/><w:t>NDH : 7</w:t></w:r></w:p>"
    document = read(make_docx(body + "<w:p><w:r><w:t>Baris</w:t><w:br/><w:t>biasa</w:t></w:r></w:p>"))
    assert texts(document) == ["Nama : Sari", "NDH : 7", "Baris biasa"]
    assert [(field.label, field.value) for field in document.header_fields] == [("Nama", "Sari"), ("NDH", "7")]


def test_entries_of_a_contents_list_show_their_dots(make_docx: MakeDocx) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>BAB I</w:t><w:tab/><w:t>1</w:t></w:r></w:p>'
    block = only(read(make_docx(body, styles=styles)))
    assert (block.text, block.kind) == ("BAB I ........ 1", Kind.BODY)


def test_a_typed_bullet_is_a_marker(make_docx: MakeDocx) -> None:
    block = only(read(make_docx(p("\uf0b7 empati", run="<w:b/>"))))
    assert (block.text, block.marker, block.kind, block.bold) == ("empati", "•", Kind.LIST_ITEM, True)


def test_a_document_of_pictures_is_refused(make_docx: MakeDocx) -> None:
    with pytest.raises(GraderError) as error:
        read(make_docx('<w:p><w:r><w:drawing><a:blip r:embed="r9"/></w:drawing></w:r></w:p>'))
    assert error.value.code == "G108"


def test_a_document_without_text_is_refused(make_docx: MakeDocx) -> None:
    with pytest.raises(GraderError) as error:
        read(make_docx("<w:p/>", header1=p("LATSAR")))
    assert error.value.code == "G110"


def test_an_embedded_other_file_is_refused(make_docx: MakeDocx) -> None:
    with pytest.raises(GraderError) as error:
        read(make_docx(p("Isi") + '<w:altChunk r:id="r9"/>'))
    assert (error.value.code, error.value.values["reason"]) == ("G106", "alt-chunk")


def test_the_main_part_is_found_whatever_its_name(make_docx: MakeDocx) -> None:
    with zipfile.ZipFile(io.BytesIO(make_docx(p("Isi")))) as old:
        members = {name: old.read(name) for name in old.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as new:
        for name, data in members.items():
            new.writestr(
                name.replace("document.xml", "document2.xml"), data.replace(b"word/document.xml", b"word/document2.xml")
            )
    assert texts(read(target.getvalue())) == ["Isi"]
