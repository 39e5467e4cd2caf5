"""Word files: what a person does not see is neither counted nor scored, and is flagged; and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.case import HIDDEN, HOMOGLYPHS, ZERO_WIDTH, Case, graded, refused
from tests.corpus.features_docx import FRAME, framed
from tests.corpus.prose import prose
from tests.corpus.word import cell, docx, p, ps, r, table, textbox

SECRET = "rahasia kolaborasi integrasi sinergi koordinasi"
WORDS = 5
"""Words of `SECRET`."""
STYLE = '<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{id}"/>{more}<w:rPr>{look}</w:rPr></w:style>'
THEME = (
    '<a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2>'
    '<a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    "</a:themeElements>"
)


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _hidden()
    yield from _seen()
    yield from _letters()


def _flagged(slug: str, *middle: str, **parts: str) -> Case:
    return graded(
        f"hidden_docx/{slug}.docx",
        docx(framed(*middle), **parts),
        words=FRAME + 2,
        holds=("Terlihat jelas.",),
        lacks=("rahasia",),
        notices=(HIDDEN,),
        hidden=WORDS,
    )


def _hidden() -> Iterator[Case]:
    seen = r("Terlihat jelas. ")
    looks = {
        "vanish": "<w:vanish/>",
        "vanish-1": '<w:vanish w:val="1"/>',
        "special-vanish-on-the-web": "<w:webHidden/><w:vanish/>",
        "white": '<w:color w:val="FFFFFF"/>',
        "white-in-small-letters": '<w:color w:val="ffffff"/>',
        "near-white": '<w:color w:val="FEFEFE"/>',
        "near-white-yellowish": '<w:color w:val="FDFDF5"/>',
        "one-point": '<w:sz w:val="2"/>',
        "half-a-point": '<w:sz w:val="1"/><w:szCs w:val="1"/>',
    }
    for name, look in looks.items():
        yield _flagged(name, p(seen, r(SECRET, look)))
    yield _flagged("theme-white", p(seen, r(SECRET, '<w:color w:val="auto" w:themeColor="background1"/>')), theme=THEME)
    # Without a theme part, Word falls back on the Office theme, whose background is white.
    yield _flagged(
        "theme-white-without-theme", p(seen, r(SECRET, '<w:color w:val="FFFFFF" w:themeColor="background1"/>'))
    )
    character = STYLE.format(kind="character", id="Putih", more="", look='<w:color w:val="FFFFFF"/>')
    yield _flagged("white-by-character-style", p(seen, r(SECRET, '<w:rStyle w:val="Putih"/>')), styles=character)
    hidden = STYLE.format(kind="character", id="Samar", more="", look="<w:vanish/>")
    yield _flagged("vanish-by-character-style", p(seen, r(SECRET, '<w:rStyle w:val="Samar"/>')), styles=hidden)
    base = STYLE.format(kind="paragraph", id="Dasar", more="", look="<w:vanish/>")
    heir = STYLE.format(kind="paragraph", id="Turunan", more='<w:basedOn w:val="Dasar"/>', look="<w:b/>")
    yield _flagged("vanish-by-based-on", p(seen), p(r(SECRET), style="Turunan"), styles=base + heir)
    base = STYLE.format(kind="paragraph", id="Dasar", more="", look='<w:color w:val="FFFFFF"/>')
    yield _flagged("white-by-paragraph-style", p(seen), p(r(SECRET), style="Turunan"), styles=base + heir)
    yield _flagged("vanish-in-a-table", p(seen), table([cell(p(r(SECRET, "<w:vanish/>")))]))
    yield _flagged("white-in-a-text-box", p(seen), p(textbox(p(r(SECRET, '<w:color w:val="FFFFFF"/>')))))
    yield _flagged(
        "white-in-a-field", p(seen, '<w:fldSimple w:instr=" TITLE ">' + r(SECRET, "<w:vanish/>") + "</w:fldSimple>")
    )
    yield _flagged(
        "white-on-white-shading", p(seen, r(SECRET, '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>'))
    )
    # Black letters on a black marker cannot be read either.
    yield graded(
        "hidden_docx/black-on-black.docx",
        docx(framed(p(seen, r(SECRET, '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>')))),
        notices=None,
    )
    deleted = "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + cell(p(r(SECRET))) + "</w:tr></w:tbl>"
    # A row marked hidden is shown by Word only when all of its text is hidden too: it is visible.
    yield graded("hidden_docx/hidden-row.docx", docx(framed(p(seen), deleted)), notices=None)
    yield refused("hidden_docx/all-white.docx", docx(p(r(prose(300), '<w:color w:val="FFFFFF"/>'))), "G110")
    yield refused("hidden_docx/all-vanished.docx", docx(p(r(prose(300), "<w:vanish/>"))), "G110")


def _visible(slug: str, *middle: str, **parts: str) -> Case:
    return graded(f"hidden_docx/{slug}.docx", docx(framed(*middle), **parts), words=FRAME + WORDS, holds=(SECRET,))


def _seen() -> Iterator[Case]:
    """What is no trick, and raises nothing."""
    yield _visible("vanish-0", p(r(SECRET, '<w:vanish w:val="0"/>')))
    yield _visible("vanish-false", p(r(SECRET, '<w:vanish w:val="false"/>')))
    base = STYLE.format(kind="paragraph", id="Dasar", more="", look="<w:vanish/>")
    yield _visible("vanish-0-over-style", p(r(SECRET, '<w:vanish w:val="0"/>'), style="Dasar"), styles=base)
    white = '<w:color w:val="FFFFFF"/>'
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    yield _visible("white-on-a-dark-cell", table([cell(p(r(SECRET, white)), properties=dark)]))
    yield _visible("white-on-a-dark-paragraph", p(r(SECRET, white), properties=dark))
    yield _visible("white-on-a-dark-run", p(r(SECRET, white + dark)))
    yield _visible("white-on-a-highlight", p(r(SECRET, white + '<w:highlight w:val="darkBlue"/>')))
    themed = '<w:shd w:val="clear" w:color="auto" w:fill="4472C4" w:themeFill="accent1"/>'
    yield _visible(
        "theme-white-on-a-theme-cell",
        table([cell(p(r(SECRET, '<w:color w:val="FFFFFF" w:themeColor="background1"/>')), properties=themed)]),
        theme=THEME,
    )
    head = (
        '<w:style w:type="table" w:styleId="Tabel"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow">'
        f"<w:rPr>{white}</w:rPr><w:tcPr>{dark}</w:tcPr></w:tblStylePr></w:style>"
    )
    styled = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblLook w:firstRow="1" w:val="0020"/></w:tblPr>'
        f"<w:tr>{cell(p(r(SECRET)))}</w:tr></w:tbl>"
    )
    yield _visible("white-head-row-of-a-table-style", styled, styles=head)
    yield _visible("auto-colour", p(r(SECRET, '<w:color w:val="auto"/>')))
    yield _visible("light-grey", p(r(SECRET, '<w:color w:val="A6A6A6"/>')))
    yield _visible("small-print", p(r(SECRET, '<w:sz w:val="12"/>')))
    yield _visible("hidden-paragraph-mark-alone", p(r(SECRET), properties="<w:rPr><w:vanish/></w:rPr>") + p())


def _letters() -> Iterator[Case]:
    # The second letter is the Cyrillic о, the fourth the Cyrillic а.
    yield graded(
        "hidden_docx/homoglyphs.docx",
        docx(ps([prose(80), "Sangat penting k\u043el\u0430borasi itu.", prose(60, 700)])),
        notices=(HOMOGLYPHS,),
    )
    cut = "kola\u200bborasi anta\u200crinstansi"
    yield graded(
        "hidden_docx/zero-width.docx",
        docx(ps([prose(80), f"Pentingnya {cut}.", prose(60, 700)])),
        words=143,
        holds=("kolaborasi antarinstansi",),
        notices=(ZERO_WIDTH,),
    )
    # A name in its own script is no trick, and neither is a blank of no width at the end of a word.
    yield graded(
        "hidden_docx/greek-and-cyrillic-words.docx",
        docx(ps([prose(80), "Kata Yunani λόγος dan nama Путин tertulis utuh."])),
        words=88,
    )
    yield graded(
        "hidden_docx/zero-width-between-words.docx",
        docx(ps([prose(80), "Satu \u200b dua \ufeff tiga \u200btertulis begitu saja."])),
        words=86,
    )
    yield graded(
        "hidden_docx/emoji-with-joiners.docx",
        docx(ps([prose(80), "Keluarga \U0001f468\u200d\U0001f469\u200d\U0001f467 sehat."])),
    )
