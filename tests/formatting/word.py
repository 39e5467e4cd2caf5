"""Word files with an essay set in many ways, in the manner of the programs that people write with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tests.corpus.prose import sentence
from tests.corpus.word import cell, docx, p, r, table
from tests.formatting.case import TEXTS, Case, found, met, untold

ARIAL: Final = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
TIMES: Final = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
TWELVE: Final = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
ELEVEN: Final = '<w:sz w:val="22"/><w:szCs w:val="22"/>'
HALF: Final = '<w:spacing w:after="0" w:line="360" w:lineRule="auto"/>'
SINGLE: Final = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'

NEW_IN_WORD: Final = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" '
    f'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>{ELEVEN}<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
"""What Word writes into a new document: Calibri 11 by the theme, 259/240 of a line."""

NORMAL: Final = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def theme(minor: str) -> str:
    """A theme whose body font is ``minor``."""
    return (
        '<a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont>'
        f'<a:minorFont><a:latin typeface="{minor}"/></a:minorFont></a:fontScheme></a:themeElements>'
    )


def style(
    id_: str, run: str = "", paragraph: str = "", *, based_on: str = "", kind: str = "paragraph", default: bool = False
) -> str:
    """A style."""
    first = ' w:default="1"' if default else ""
    above = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    look = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return f'<w:style w:type="{kind}"{first} w:styleId="{id_}"><w:name w:val="{id_}"/>{above}{look}</w:style>'


def body(run: str = "", paragraph: str = "", *, style: str = "", texts: Iterable[str] = TEXTS) -> str:
    """The essay's paragraphs, all set alike."""
    return "".join(p(r(text, run), style=style, properties=paragraph) for text in texts)


def word(content: str, styles: str = "", *, minor: str = "Calibri") -> bytes:
    """A file as Word writes it, with its defaults under the styles."""
    return docx(content, styles=NEW_IN_WORD + (styles or NORMAL), theme=theme(minor))


def _defaults(run: str, paragraph: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _by_theme() -> bytes:
    # A font by theme goes before the font that is written beside it.
    run = f'<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Verdana" w:hAnsi="Verdana"/>{TWELVE}'
    return word(body(run, HALF), minor="Arial")


def _chain() -> bytes:
    styles = (
        NORMAL
        + style("Naskah", ARIAL, based_on="Normal")
        + style("Naskah12", TWELVE, based_on="Naskah")
        + style("Naskah12renggang", "", HALF, based_on="Naskah12")
    )
    return word(body(style="Naskah12renggang"), styles)


def _character_style() -> bytes:
    styles = NORMAL + style("Huruf", ARIAL + TWELVE, kind="character")
    return word(body('<w:rStyle w:val="Huruf"/>', HALF), styles)


def _headings() -> bytes:
    """Headings in Calibri Light 16, single-spaced, as Word sets them unless told otherwise."""
    look = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:sz w:val="32"/>'
    styles = NORMAL + style("Heading1", look, f'{SINGLE}<w:outlineLvl w:val="0"/>', based_on="Normal").replace(
        '<w:name w:val="Heading1"/>', '<w:name w:val="heading 1"/>'
    )
    parts = [
        p(r("Kerja sama di kantor"), style="Heading1") + body(ARIAL + TWELVE, HALF, texts=[text]) for text in TEXTS
    ]
    return word("".join(parts), styles)


def _copies(asked: int, other: str, others: int) -> bytes:
    """One sentence again and again in one paragraph: shares are those of the copies."""
    text = sentence(3) + " "
    runs = [r(text, ARIAL + TWELVE)] * asked + [r(text, other)] * others
    return word(p(*runs, properties=HALF))


def _spaced_copies(asked: int, other: str, others: int) -> bytes:
    texts = [sentence(3)] * (asked + others)
    return word(
        body(ARIAL + TWELVE, HALF, texts=texts[:asked]) + body(ARIAL + TWELVE, other, texts=texts[asked:]),
    )


def _in_a_table() -> bytes:
    return word(table(*[[cell(p(r(text, ARIAL + TWELVE), properties=HALF))] for text in TEXTS]))


WRITER_RUN: Final = (
    '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="NSimSun" w:cs="Lucida Sans"/><w:color w:val="auto"/>'
    '<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="id-ID" w:eastAsia="zh-CN" w:bidi="hi-IN"/>'
)
WRITER_DEFAULTS: Final = _defaults(WRITER_RUN.format("Liberation Serif"), "<w:widowControl/><w:suppressAutoHyphens/>")


def _writer(run: str = "", paragraph: str = "", *, font: str = "Liberation Serif", text_body: str = HALF) -> bytes:
    """As LibreOffice Writer exports: all fonts in *Normal*, spacing in *Text Body*, empty properties in paragraphs."""
    styles = (
        WRITER_DEFAULTS
        + style("Normal", WRITER_RUN.format(font), '<w:widowControl/><w:bidi w:val="0"/>', default=True)
        + style("BodyText", "", text_body, based_on="Normal")
    )
    inside = f'<w:bidi w:val="0"/>{paragraph}<w:rPr></w:rPr>'
    return docx(body(run, inside, style="BodyText"), styles=styles)


DOCS_DEFAULTS: Final = _defaults(
    '<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="id"/>',
    '<w:spacing w:line="276" w:lineRule="auto"/>',
)


def _docs(run: str, paragraph: str, defaults: str = DOCS_DEFAULTS) -> bytes:
    """As Google Docs exports: everything again at every run, also what the defaults say."""
    styles = (
        defaults
        + style("Normal", default=True)
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Table Normal"/></w:style>'
    )
    marks = f'<w:pageBreakBefore w:val="0"/>{paragraph}<w:rPr>{run}</w:rPr>'
    return docx(body(f'{run}<w:rtl w:val="0"/>', marks), styles=styles)


DOCS_ARIAL: Final = '<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/>'
DOCS_TIMES: Final = DOCS_ARIAL.replace("Arial", "Times New Roman")


def _exact(twentieths: int, rule: str = "exact") -> bytes:
    return word(body(ARIAL + TWELVE, f'<w:spacing w:after="0" w:line="{twentieths}" w:lineRule="{rule}"/>'))


HITS: Final = (
    Case("Word", "at each run", "docx", lambda: word(body(ARIAL + TWELVE, HALF))),
    Case("Word", "Normal", "docx", lambda: word(body(), style("Normal", ARIAL + TWELVE, HALF, default=True))),
    Case("Word", "paragraph style", "docx", lambda: word(body(style="N"), NORMAL + style("N", ARIAL + TWELVE, HALF))),
    Case("Word", "character style", "docx", _character_style),
    Case("Word", "chain of three styles", "docx", _chain),
    Case(
        "Word",
        "document defaults",
        "docx",
        lambda: docx(body(), styles=_defaults(ARIAL + TWELVE, HALF) + NORMAL, theme=theme("Calibri")),
    ),
    Case("Word", "theme", "docx", lambda: word(body(TWELVE, HALF), minor="Arial")),
    Case("Word", "theme over a named font", "docx", _by_theme),
    Case("Word", "run over a style that says otherwise", "docx", lambda: word(
        body(ARIAL + TWELVE, HALF, style="Lain"), NORMAL + style("Lain", TIMES + ELEVEN, SINGLE)
    )),
    Case("Word", "exactly 20.7 pt", "docx", lambda: _exact(414)),  # 1.5 × 13.8 pt, a line of Arial 12
    Case("Word", "headings otherwise", "docx", _headings),
    Case("LibreOffice", "styles", "docx", lambda: _writer(font="Arial")),
    Case("LibreOffice", "at each run", "docx", lambda: _writer(ARIAL + TWELVE, HALF, text_body=SINGLE)),
    Case("LibreOffice", "Liberation Sans for Arial", "docx", lambda: _writer(font="Liberation Sans")),
    Case("Google Docs", "at each run", "docx", lambda: _docs(DOCS_ARIAL + TWELVE, HALF)),
    Case("Google Docs", "font by the defaults", "docx", lambda: _docs(TWELVE, HALF)),
)  # fmt: skip
"""Arial 12 with a spacing of 1.5."""

MISSES: Final = (
    Case("Word", "Times New Roman", "docx", lambda: word(body(TIMES + TWELVE, HALF)), font=found("Times New Roman")),
    Case("Word", "11 pt", "docx", lambda: word(body(ARIAL + ELEVEN, HALF)), size=found(11)),
    Case("Word", "single spacing", "docx", lambda: word(body(ARIAL + TWELVE, SINGLE)), spacing=found(1)),
    Case(
        "Word",
        "spacing 1.15",
        "docx",
        lambda: word(body(ARIAL + TWELVE, '<w:spacing w:line="276" w:lineRule="auto"/>')),
        spacing=found(1.15),
    ),
    # 18 pt ÷ 13.8 pt
    Case("Word", "exactly 18 pt", "docx", lambda: _exact(360), spacing=found(1.3)),
    # at least 12 pt asks for less than a line has anyway
    Case("Word", "at least 12 pt", "docx", lambda: _exact(240, "atLeast"), spacing=found(1)),
    Case(
        "Word",
        "half in Times New Roman",
        "docx",
        lambda: _copies(4, TIMES + TWELVE, 4),
        font=found("Times New Roman", in_percent=50),
    ),
    Case("Word", "12 % at 11 pt", "docx", lambda: _copies(22, ARIAL + ELEVEN, 3), size=found(11, in_percent=12)),
    Case("Word", "8 % in Times New Roman", "docx", lambda: _copies(23, TIMES + TWELVE, 2), font=met(92)),
    Case(
        "Word", "a quarter single-spaced", "docx",
        lambda: _spaced_copies(6, SINGLE, 2), spacing=found(1, in_percent=25),
    ),
    Case(
        "Word",
        "nothing set: Calibri 11, 1.08",
        "docx",
        lambda: word(body()),
        font=found("Calibri"),
        size=found(11),
        spacing=found(1.08),
    ),
    Case("Word", "a theme with another font", "docx", lambda: word(body(TWELVE, HALF)), font=found("Calibri")),
    Case(
        "LibreOffice", "nothing set: Liberation Serif", "docx",
        lambda: _writer(text_body=SINGLE), font=found("Liberation Serif"), spacing=found(1),
    ),
    Case(
        "Google Docs", "nothing set: Arial 11, 1.15", "docx",
        lambda: _docs(DOCS_ARIAL + ELEVEN, ""), size=found(11), spacing=found(1.15),
    ),
    Case(
        "Google Docs", "Times New Roman", "docx",
        lambda: _docs(DOCS_TIMES + TWELVE, HALF), font=found("Times New Roman"),
    ),
    Case(
        "Word", "all in a table", "docx", _in_a_table,
        font=untold("no-body"), size=untold("no-body"), spacing=untold("no-body"),
    ),
    Case(
        "Notepad", "plain text", "txt", lambda: "\n\n".join(TEXTS).encode(),
        font=untold("facts-missing"), size=untold("facts-missing"), spacing=untold("facts-missing"),
    ),
)  # fmt: skip
"""Something else, or nothing that can be told."""

CASES: Final = (*HITS, *MISSES)
