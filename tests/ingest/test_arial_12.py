"""Every way of setting Arial 12 and spacing 1.5 in a Word file, and ways of missing it; values worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.ingest.reading import read_bytes
from grader.records.document import Margins

MakeDocx = Callable[..., bytes]

ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="22"/>'
ONE_AND_A_HALF = '<w:spacing w:line="360" w:lineRule="auto"/>'
MINOR = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="24"/>'


def theme(minor: str) -> str:
    return (
        '<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
        f'<a:minorFont><a:latin typeface="{minor}"/><a:ea typeface="Batang"/></a:minorFont></a:fontScheme>'
        "</a:themeElements>"
    )


def defaults(run: str, paragraph: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def style(name: str, run: str = "", paragraph: str = "", *, more: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{" w:default=" + repr("1") if name == "Normal" else ""}>'
        f'<w:name w:val="{name}"/>{more}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def p(run: str = "", paragraph: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>Kolaborasi itu kerja.</w:t></w:r></w:p>"


def in_table(content: str) -> str:
    cell = f"<w:tc><w:p>{content}</w:p></w:tc>"
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>{cell}</w:tr></w:tbl>'


WORD = defaults(TIMES, '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/>')
BASED = '<w:basedOn w:val="Normal"/>'
GOOGLE = defaults(
    '<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>',
    '<w:spacing w:line="276" w:lineRule="auto"/>',
)

WAYS = {
    "run": (p(ARIAL, ONE_AND_A_HALF), WORD, "", ("Arial", 12.0, 1.5)),
    "paragraph style": (
        p("", '<w:pStyle w:val="Isi"/>'),
        WORD + style("Isi", ARIAL, ONE_AND_A_HALF),
        "",
        ("Arial", 12.0, 1.5),
    ),
    "normal style": (p(), WORD + style("Normal", ARIAL, ONE_AND_A_HALF), "", ("Arial", 12.0, 1.5)),
    "character style": (
        p('<w:rStyle w:val="Huruf"/>', ONE_AND_A_HALF),
        WORD + style("Huruf", ARIAL, kind="character"),
        "",
        ("Arial", 12.0, 1.5),
    ),
    "based on": (
        p("", '<w:pStyle w:val="Cucu"/>'),
        WORD
        + style("Normal", ARIAL, ONE_AND_A_HALF)
        + style("Anak", more=BASED)
        + style("Cucu", "<w:i/>", more='<w:basedOn w:val="Anak"/>'),
        "",
        ("Arial", 12.0, 1.5),
    ),
    "defaults": (p(), defaults(ARIAL, ONE_AND_A_HALF), "", ("Arial", 12.0, 1.5)),
    "theme": (p(), defaults(MINOR, ONE_AND_A_HALF), "Arial", ("Arial", 12.0, 1.5)),
    "table style": (
        in_table("<w:r><w:t>Sel</w:t></w:r>"),
        style("T", ARIAL, ONE_AND_A_HALF, kind="table"),
        "",
        ("Arial", 12.0, 1.5),
    ),
    "whole table of a table style": (
        in_table("<w:r><w:t>Sel</w:t></w:r>"),
        style(
            "T",
            more='<w:tblStylePr w:type="wholeTable"><w:pPr>'
            f"{ONE_AND_A_HALF}</w:pPr><w:rPr>{ARIAL}</w:rPr></w:tblStylePr>",
            kind="table",
        ),
        "",
        ("Arial", 12.0, 1.5),
    ),
    # Google Docs writes font and size at every run, and spacing at every paragraph.
    "Google Docs": (
        p('<w:sz w:val="24"/><w:szCs w:val="24"/><w:rtl w:val="0"/>', '<w:spacing w:line="360" w:lineRule="auto"/>'),
        GOOGLE + style("Normal"),
        "",
        ("Arial", 12.0, 1.5),
    ),
    # LibreOffice: a default style with everything, and names of its own.
    "LibreOffice": (
        p("<w:rFonts/>", '<w:pStyle w:val="BodyText"/><w:rPr/>'),
        defaults('<w:rFonts w:ascii="Liberation Serif"/><w:sz w:val="24"/>', "")
        + style("Normal", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
        + style("BodyText", "", '<w:spacing w:lineRule="auto" w:line="360" w:before="0" w:after="140"/>', more=BASED),
        "",
        ("Arial", 12.0, 1.5),
    ),
    # 20.7 points are 1.5 times 12 × 1.1499.
    "spacing in points": (
        p(ARIAL, '<w:spacing w:line="414" w:lineRule="exact"/>'),
        WORD,
        "",
        ("Arial", 12.0, 1.5),
    ),
    # Misses.
    "other font in the run": (
        p('<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'),
        defaults(ARIAL, ONE_AND_A_HALF),
        "",
        ("Calibri", 12.0, 1.5),
    ),
    "theme over the font beside it": (
        p('<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'),
        defaults(ARIAL, ONE_AND_A_HALF),
        "Calibri",
        ("Calibri", 12.0, 1.5),
    ),
    "eleven points": (p(ARIAL.replace('"24"', '"22"')), defaults(ARIAL, ONE_AND_A_HALF), "", ("Arial", 11.0, 1.5)),
    "only complex script": (
        p('<w:rFonts w:cs="Arial"/><w:szCs w:val="24"/>', ONE_AND_A_HALF),
        WORD,
        "",
        ("Times New Roman", 11.0, 1.5),
    ),
    "spacing 1.08 of Word": (p(ARIAL), WORD, "", ("Arial", 12.0, 1.079)),
    "space after alone": (p(ARIAL, '<w:spacing w:after="240"/>'), "", "", ("Arial", 12.0, 1.0)),
    "exact over a style's multiple": (
        p("", '<w:spacing w:line="360" w:lineRule="exact"/>'),
        defaults(ARIAL, ONE_AND_A_HALF),
        "",
        ("Arial", 12.0, 1.304),
    ),
    "at least, which does nothing": (
        p(ARIAL, '<w:spacing w:line="240" w:lineRule="atLeast"/>'),
        WORD,
        "",
        ("Arial", 12.0, 1.0),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_reader_sees(way: str, make_docx: MakeDocx) -> None:
    body, styles, minor, expected = WAYS[way]
    parts = {"styles": styles} | ({"theme": theme(minor)} if minor else {})
    (block,) = read_bytes(make_docx(body, **parts), "a.docx").blocks
    (run,) = block.runs
    assert (run.font, run.size, block.line_spacing) == expected


def test_points_of_a_font_that_is_not_known_here(make_docx: MakeDocx) -> None:
    body = p('<w:rFonts w:ascii="Bogus Sans"/>', '<w:spacing w:line="360" w:lineRule="exact"/>')
    (block,) = read_bytes(make_docx(body), "a.docx").blocks
    assert block.line_spacing is None


def test_page_and_margins_are_of_the_section_with_most_text(make_docx: MakeDocx) -> None:
    a4 = '<w:pgSz w:w="11906" w:h="16838"/>'
    a4 += '<w:pgMar w:top="1440" w:right="1701" w:bottom="-1440" w:left="1134" w:gutter="567"/>'
    cover = (
        '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0"/></w:sectPr>'
    )
    body = p("", cover) + p() * 3 + f"<w:sectPr>{a4}</w:sectPr>"
    document = read_bytes(make_docx(body), "a.docx")
    assert document.page_size == (595.3, 841.9)
    assert document.margins == Margins(top=72.0, right=85.05, bottom=72.0, left=85.05)


def test_table_styles_are_read_only_where_a_table_has_one(make_docx: MakeDocx) -> None:
    styles = style("T", ARIAL, kind="table") + style("Lain", TIMES, kind="table") + style("Normal", "<w:b/>")
    (plain,) = read_bytes(make_docx(p(), styles=styles), "a.docx").blocks
    (cell,) = read_bytes(make_docx(in_table("<w:r><w:t>Sel</w:t></w:r>"), styles=styles), "a.docx").blocks
    assert (plain.runs[0].font, plain.runs[0].bold) == ("Times New Roman", True)
    assert (cell.runs[0].font, cell.runs[0].bold) == ("Arial", True)
