"""Effective formatting and list numbers of Word files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.ingest.reading import read_bytes
from grader.ingest.word.numbering import write_number
from grader.records.document import Block, Fact, Kind

MakeDocx = Callable[..., bytes]

THEME = (
    '<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>'
)


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def blocks(data: bytes) -> tuple[Block, ...]:
    return read_bytes(data, "a.docx").blocks


def look(block: Block) -> tuple[str | None, float | None, bool | None, bool | None]:
    (run,) = block.runs
    return run.font, run.size, run.bold, run.italic


def test_each_level_overrides_the_one_below(make_docx: MakeDocx) -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi'/><w:sz w:val='22'/></w:rPr>"
        "</w:rPrDefault></w:docDefaults>"
        "<w:style w:type='paragraph' w:styleId='N' w:default='1'><w:name w:val='Normal'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='A'/><w:basedOn w:val='N'/><w:rPr><w:sz w:val='24'/>"
        "<w:rFonts w:ascii='Arial'/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='B'><w:name w:val='B'/><w:basedOn w:val='A'/><w:rPr><w:i/></w:rPr>"
        "</w:style>"
        "<w:style w:type='character' w:styleId='C'><w:name w:val='C'/><w:rPr><w:sz w:val='28'/></w:rPr></w:style>"
    )
    body = (
        p("dasar")
        + p("gaya", "<w:pStyle w:val='B'/>")
        + p("karakter", "<w:pStyle w:val='B'/>", "<w:rStyle w:val='C'/>")
        + p(
            "langsung",
            "<w:pStyle w:val='B'/>",
            "<w:rStyle w:val='C'/><w:rFonts w:ascii='Verdana' w:hAnsi='Tahoma'/><w:b/><w:i w:val='0'/>",
        )
        + p("tema", "<w:pStyle w:val='A'/>", "<w:rFonts w:asciiTheme='majorHAnsi' w:ascii='Arial'/>")
    )
    found = [look(block) for block in blocks(make_docx(body, styles=styles, theme=THEME))]
    assert found == [
        ("Calibri", 11.0, False, False),
        ("Arial", 12.0, False, True),
        ("Arial", 14.0, False, True),
        ("Verdana", 14.0, True, False),
        ("Cambria", 12.0, False, False),
    ]


def test_without_any_statement_the_defaults_of_word_hold(make_docx: MakeDocx) -> None:
    (block,) = blocks(make_docx(p("polos")))
    assert look(block) == ("Times New Roman", 10.0, False, False)
    assert (block.line_spacing, block.alignment) == (1.0, "left")


def test_two_bold_styles_cancel_each_other(make_docx: MakeDocx) -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='A'><w:name w:val='A'/><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='C'><w:name w:val='C'/><w:rPr><w:b/></w:rPr></w:style>"
    )
    (block,) = blocks(make_docx(p("x", "<w:pStyle w:val='A'/>", "<w:rStyle w:val='C'/>"), styles=styles))
    assert look(block)[2] is False


def test_styles_based_on_each_other_in_a_circle_end(make_docx: MakeDocx) -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/><w:rPr><w:sz w:val='30'/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>"
    )
    (block,) = blocks(make_docx(p("x", "<w:pStyle w:val='A'/>"), styles=styles))
    assert look(block)[1] == 15.0


@pytest.mark.parametrize(
    "spacing, expected",
    [
        ("<w:spacing w:line='360'/>", 1.5),
        ("<w:spacing w:line='276' w:lineRule='auto'/>", 1.15),
        ("<w:spacing w:line='360' w:lineRule='exact'/>", 1.565),
        ("<w:spacing w:after='160'/>", 2.0),
        ("", 2.0),
    ],
)
def test_line_spacing(make_docx: MakeDocx, spacing: str, expected: float | None) -> None:
    styles = (
        "<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:line='480' w:lineRule='auto'/></w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )
    (block,) = blocks(make_docx(p("x", spacing), styles=styles))
    assert block.line_spacing == expected


def test_alignment_and_page_size(make_docx: MakeDocx) -> None:
    body = p("x", "<w:jc w:val='both'/>") + "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr>"
    document = read_bytes(make_docx(body), "a.docx")
    assert document.blocks[0].alignment == "justify"
    assert document.page_size == (595.3, 841.9)
    assert Fact.PAGE_SIZE in document.facts
    assert Fact.PAGE_SIZE not in read_bytes(make_docx(p("x")), "a.docx").facts


def numbered(level: int, list_id: int = 1) -> str:
    return p("butir", f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_id}'/></w:numPr>")


def lists(*levels: tuple[str, str], more: str = "") -> str:
    inside = "".join(
        f"<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='{style}'/><w:lvlText w:val='{text}'/></w:lvl>"
        for index, (style, text) in enumerate(levels)
    )
    instance = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    return f"<w:abstractNum w:abstractNumId='0'>{inside}</w:abstractNum>{instance}{more}"


def markers(data: bytes) -> list[tuple[str, int | None]]:
    return [(block.marker, block.level) for block in blocks(data) if block.kind is Kind.LIST_ITEM]


def test_numbers_of_several_levels_restart_below_each_item(make_docx: MakeDocx) -> None:
    body = "".join(map(numbered, (0, 1, 1, 0, 1)))
    data = make_docx(body, numbering=lists(("upperRoman", "%1."), ("decimal", "%1.%2")))
    assert markers(data) == [("I.", 1), ("I.1", 2), ("I.2", 2), ("II.", 1), ("II.1", 2)]


def test_bullets_of_symbol_fonts(make_docx: MakeDocx) -> None:
    data = make_docx(numbered(0) + numbered(1), numbering=lists(("bullet", "\uf0b7"), ("bullet", "\uf02d")))
    assert markers(data) == [("•", 1), ("•", 2)]


def test_a_second_instance_goes_on_or_starts_anew(make_docx: MakeDocx) -> None:
    more = (
        "<w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='0'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"
    )
    body = numbered(0) + numbered(0, 2) + numbered(0, 3) + numbered(0, 3)
    data = make_docx(body, numbering=lists(("lowerLetter", "%1)"), more=more))
    assert [marker for marker, _ in markers(data)] == ["a)", "b)", "e)", "f)"]


def test_a_list_set_by_a_style_and_one_switched_off(make_docx: MakeDocx) -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='L'><w:name w:val='List Number'/><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style>"
    )
    body = p("x", "<w:pStyle w:val='L'/>") + p("y", "<w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    data = make_docx(body, styles=styles, numbering=lists(("decimal", "%1.")))
    assert [(block.text, block.marker, block.kind) for block in blocks(data)] == [
        ("x", "1.", Kind.LIST_ITEM),
        ("y", "", Kind.BODY),
    ]


def test_a_numbered_heading_has_its_number_apart(make_docx: MakeDocx) -> None:
    body = p("Pokok Pikiran", "<w:outlineLvl w:val='0'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
    (block,) = blocks(make_docx(body, numbering=lists(("upperLetter", "%1."))))
    assert (block.text, block.kind, block.level, block.marker) == ("Pokok Pikiran", Kind.HEADING, 1, "A.")


def test_a_list_that_is_not_defined_is_none(make_docx: MakeDocx) -> None:
    assert [block.kind for block in blocks(make_docx(numbered(0, 7)))] == [Kind.BODY]


@pytest.mark.parametrize(
    "value, style, expected",
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (1994, "lowerRoman", "mcmxciv"),
        (9, "upperRoman", "IX"),
        (0, "upperRoman", "0"),
        (5, "chineseCounting", "5"),
        (5, "none", ""),
    ],
)
def test_write_number(value: int, style: str, expected: str) -> None:
    assert write_number(value, style) == expected
