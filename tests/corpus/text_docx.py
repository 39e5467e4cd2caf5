"""Word files: notes, fields, lists, odd characters, and what is not read at all."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.case import Case, graded, refused
from tests.corpus.features_docx import END, FRAME, framed
from tests.corpus.prose import paragraphs, prose
from tests.corpus.word import document_xml, docx, p, picture, ps, r


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _notes()
    yield from _fields()
    yield from _lists()
    yield from _characters()
    yield from _not_read()


def _notes() -> Iterator[Case]:
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    foot = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = separator + f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r("Catatan kaki ini."))}</w:footnote>'
    yield graded(
        "features_docx/footnote.docx",
        docx(framed(p(r("Ada rujukan"), foot, r(" di sini."))), footnotes=notes),
        words=FRAME + 4 + 3,
        holds=("Ada rujukan di sini.", "Catatan kaki ini."),
    )
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    notes = f'<w:endnote w:id="2">{p("<w:r><w:endnoteRef/></w:r>", r("Catatan akhir ini."))}</w:endnote>'
    yield graded(
        "features_docx/endnote.docx",
        docx(framed(p(r("Ada rujukan"), end, r(" lagi."))), endnotes=notes),
        words=FRAME + 3 + 3,
        holds=("Ada rujukan lagi.", END, "Catatan akhir ini."),
    )
    texts = paragraphs(300, 7000)
    notes = separator + f'<w:footnote w:id="2">{ps(texts)}</w:footnote>'
    yield graded(
        "features_docx/essay-in-a-footnote.docx",
        docx(p(r("Lihat catatan."), foot), footnotes=notes),
        words=302,
        holds=tuple(texts),
    )


def _field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _fields() -> Iterator[Case]:
    simple = '<w:fldSimple w:instr=" AUTHOR \\* MERGEFORMAT "><w:r><w:t>Budi Contoh</w:t></w:r></w:fldSimple>'
    yield graded(
        "features_docx/simple-field.docx",
        docx(framed(p(r("Menurut "), simple, r(".")))),
        words=FRAME + 3,
        holds=("Menurut Budi Contoh.",),
        lacks=("MERGEFORMAT",),
    )
    quoted = _field('HYPERLINK "alamat rahasia"', r("tautan"))
    yield graded(
        "features_docx/complex-field.docx",
        docx(framed(p(r("Klik "), quoted, r(" ini.")))),
        words=FRAME + 3,
        holds=("Klik tautan ini.",),
        lacks=("rahasia", "HYPERLINK"),
    )
    nested = _field("IF " + "x", r("hasil ") + _field("REF y", r("dalam")))
    yield graded(
        "features_docx/nested-fields.docx",
        docx(framed(p(r("Ada "), nested, r(".")))),
        words=FRAME + 3,
        holds=("Ada hasil dalam.",),
        lacks=("REF",),
    )
    over = p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN CSL</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r("Entri satu."),
    ) + p(r("Entri dua."), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    yield graded(
        "features_docx/field-over-paragraphs.docx",
        docx(framed(over)),
        words=FRAME + 4,
        holds=("Entri satu.", "Entri dua."),
        lacks=("ADDIN",),
    )
    # A citation manager's field without a result shows nothing.
    bare = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "indeks"</w:instrText></w:r>' + (
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    yield graded(
        "features_docx/field-without-result.docx",
        docx(framed(p(r("Kata"), bare, r(" kunci.")))),
        words=FRAME + 2,
        holds=("Kata kunci.",),
        lacks=("indeks",),
    )


def _level(number: int, kind: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


def _item(text: str, level: int = 0) -> str:
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def _lists() -> Iterator[Case]:
    items = ["Butir pertama di daftar.", "Butir kedua di daftar.", "Butir ketiga di daftar."]
    for kind in ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet", "decimalZero"):
        shape = "\uf0b7" if kind == "bullet" else "%1."
        numbering = f'<w:abstractNum w:abstractNumId="0">{_level(0, kind, shape)}</w:abstractNum>' + _NUM
        # Numbers that Word makes are markers: no words, and no part of the text.
        yield graded(
            f"features_docx/list-{kind}.docx",
            docx(framed(*map(_item, items)), numbering=numbering),
            words=FRAME + 12,
            holds=tuple(items),
        )
    levels = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "%2)") + _level(2, "lowerRoman", "%1.%2.%3")
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>' + _NUM
    body = framed(_item("Luar satu.", 0), _item("Tengah satu.", 1), _item("Dalam satu.", 2), _item("Luar dua.", 0))
    yield graded(
        "features_docx/list-of-three-levels.docx",
        docx(body, numbering=numbering),
        words=FRAME + 8,
        holds=("Luar satu.", "Tengah satu.", "Dalam satu.", "Luar dua."),
    )


_NUM = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def _characters() -> Iterator[Case]:
    yield graded(
        "features_docx/no-break-hyphen.docx",
        docx(framed(p(r("Masing"), "<w:r><w:noBreakHyphen/></w:r>", r("masing pihak.")))),
        words=FRAME + 2,
        holds=("Masing-masing pihak.",),
    )
    yield graded(
        "features_docx/soft-hyphen-element.docx",
        docx(framed(p(r("Peme"), "<w:r><w:softHyphen/></w:r>", r("rintah pusat.")))),
        words=FRAME + 2,
        holds=("Pemerintah pusat.",),
    )
    yield graded(
        "features_docx/symbol.docx",
        docx(framed(p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', r(" Butir simbol.")))),
        words=FRAME + 2,
        holds=("Butir simbol.",),
        lacks=("\uf0b7",),
    )
    honest = {
        "soft-hyphens": "Kola\u00adborasi antar\u00adinstansi penting.",
        "curly-quotes": "“Gotong royong” itu ‘kerja’ kita…",
        "mojibake": "Â Warga berkata â€œbaikâ€\x9d â€“ begitu saja.",
        "private-use-bullets": "\uf0b7 Butir satu \uf0a7 butir dua",
        "no-break-spaces": "Pasal\u00a05 ayat\u00a0(1) berlaku.",
        "emoji": "Semangat \U0001f64f untuk melayani!",
        "accents-apart": "Cafe\u0301 Kopi Sore.",
    }
    for name, text in honest.items():
        # What honest files hold raises nothing.
        yield graded(f"features_docx/{name}.docx", docx(framed(p(r(text)))), lacks=("\u00ad", "\uf0b7", "â€", "\u00a0"))
    control = document_xml(framed(p(r("Teks"), "<w:r><w:t>&#x9;bersih.</w:t></w:r>")))
    yield graded(
        "features_docx/character-references.docx", docx(root=control), words=FRAME + 2, holds=("Teks bersih.",)
    )


def _not_read() -> Iterator[Case]:
    comments = f'<w:comment w:id="1" w:author="P">{p(r("Komentar penilai."))}</w:comment>'
    marked = (
        '<w:commentRangeStart w:id="1"/>'
        + r("Dikomentari.")
        + ('<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    )
    yield graded(
        "features_docx/comment.docx",
        docx(framed(p(marked)), comments=comments),
        words=FRAME + 1,
        holds=("Dikomentari.",),
        lacks=("penilai",),
    )
    texts = paragraphs(150, 8000)
    # Headers and footers are running heads: read, told apart, not counted.
    yield graded(
        "features_docx/header-and-footer.docx",
        docx(ps(texts), header1=p(r("LATSAR CPNS")), footer1=p(r("Halaman "), _field("PAGE", r("1")))),
        words=150,
        holds=tuple(texts),
    )
    yield refused("features_docx/only-header.docx", docx(p(), header1=p(r("LATSAR CPNS angkatan tiga"))), "G110")
    yield refused("features_docx/alt-chunk-alone.docx", docx('<w:altChunk r:id="a"/>'), "G106", why="alt-chunk")
    yield refused("features_docx/pictures-alone.docx", docx(p(picture()) + p(picture())), "G108")
    yield refused("features_docx/no-paragraph.docx", docx(""), "G110")
    yield refused("features_docx/blanks-alone.docx", docx(ps(["   ", "\u00a0\u00a0", "\u200b"])), "G110")
    # A picture beside text is no reason to refuse.
    yield graded(
        "features_docx/text-and-picture.docx",
        docx(framed(p(picture()), p(r("Gambar 1. Alur.")))),
        words=FRAME + 3,
        holds=("Gambar 1. Alur.",),
    )
    alternative = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="G" descr="uraian gambar"/></wp:inline></w:drawing></w:r>'
    )
    yield graded(
        "features_docx/alternative-text.docx", docx(framed(p(alternative))), words=FRAME, lacks=("uraian gambar",)
    )
    yield refused("features_docx/too-many-words.docx", docx(p(r("kata " * 30_001))), "G111", why="words")
    yield graded("features_docx/long.docx", docx(ps(paragraphs(20_000, 0, 200))), words=20_000, heavy=True)
    yield graded("features_docx/one-long-paragraph.docx", docx(p(r(prose(3_000, 9000)))), words=3_000)
