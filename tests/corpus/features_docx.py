"""Word files: everything that a person sees is read, once, in order."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.case import TRACKED, Case, graded
from tests.corpus.prose import paragraphs
from tests.corpus.word import SECTION, cell, docx, members, p, pack, ps, r, table, textbox

START, END = "Bagian pertama berikut ini.", "Demikian uraian ini."
FRAME = 7
"""Words of `START` and `END`."""


def framed(*middle: str) -> str:
    """The inside of a body: a first line, the middle (XML), a last line."""
    return p(r(START)) + "".join(middle) + p(r(END))


def insertion(content: str, number: int = 1) -> str:
    """Content as inserted with Track Changes on."""
    return f'<w:ins w:id="{number}" w:author="Peserta" w:date="2024-01-01T00:00:00Z">{content}</w:ins>'


def deletion(text: str, number: int = 2) -> str:
    """A text as deleted with Track Changes on."""
    inside = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" w:author="Peserta" w:date="2024-01-01T00:00:00Z">{inside}</w:del>'


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _plain()
    yield from _tracked()
    yield from _controls()
    yield from _tables()
    yield from _boxes()


def _plain() -> Iterator[Case]:
    texts = paragraphs(900)
    yield graded("features_docx/plain.docx", docx(ps(texts)), words=900, holds=tuple(texts))
    split = "".join(r(char) for char in "Kolaborasi antarinstansi")
    yield graded(
        "features_docx/a-run-per-letter.docx",
        docx(framed(p(split))),
        words=FRAME + 2,
        holds=(START, "Kolaborasi antarinstansi", END),
    )
    body = framed(p(r("Kolom satu"), "<w:r><w:tab/></w:r>", r("kolom dua")))
    yield graded("features_docx/tab.docx", docx(body), words=FRAME + 4, holds=("Kolom satu kolom dua",))
    body = framed(p(r("Sebelum"), '<w:r><w:br w:type="page"/></w:r>', r("sesudah")))
    yield graded(
        "features_docx/page-break-in-a-paragraph.docx", docx(body), words=FRAME + 2, holds=("Sebelum sesudah",)
    )
    body = framed(p(r("Baris satu"), "<w:r><w:br/></w:r>", r("baris dua"), "<w:r><w:cr/></w:r>", r("baris tiga")))
    yield graded(
        "features_docx/line-breaks.docx", docx(body), words=FRAME + 6, holds=("Baris satu baris dua baris tiga",)
    )
    body = p(r("Isi bagian awal."), properties=SECTION) + p(r("Isi bagian akhir."))
    yield graded(
        "features_docx/two-sections.docx", docx(body), words=6, holds=("Isi bagian awal.", "Isi bagian akhir.")
    )
    # Smart tags and custom XML only wrap what is written.
    tagged = '<w:smartTag w:uri="u" w:element="e"><w:r><w:t>Jakarta</w:t></w:r></w:smartTag>'
    custom = '<w:customXml w:element="e"><w:p><w:r><w:t>Di dalam XML.</w:t></w:r></w:p></w:customXml>'
    yield graded(
        "features_docx/smart-tag.docx",
        docx(framed(p(r("Di "), tagged), custom)),
        words=FRAME + 5,
        holds=("Di Jakarta", "Di dalam XML."),
    )
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>kecil</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>dasar</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    # The small text above is a reading aid, as a gloss: the base alone is counted.
    yield graded(
        "features_docx/ruby.docx",
        docx(framed(p(r("Teks "), ruby))),
        words=FRAME + 2,
        holds=("Teks dasar",),
        lacks=("kecil",),
    )
    link = '<w:hyperlink r:id="x" w:history="1"><w:r><w:t>laman dinas</w:t></w:r></w:hyperlink>'
    yield graded(
        "features_docx/hyperlink.docx",
        docx(framed(p(r("Lihat "), link, r(" kami.")))),
        words=FRAME + 4,
        holds=("Lihat laman dinas kami.",),
    )
    # A main part by another name, found by its relation alone.
    files = members(ps([START, END]))
    moved = {name.replace("word/document.xml", "word/document2.xml"): data for name, data in files.items()}
    moved["word/_rels/document2.xml.rels"] = moved.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        moved[name] = moved[name].replace(b"word/document.xml", b"word/document2.xml")
    yield graded("features_docx/main-part-by-another-name.docx", pack(moved), words=FRAME, holds=(START, END))
    equation = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    yield graded(
        "features_docx/equation.docx",
        docx(framed(p(r("Jika "), equation, r(" maka benar.")))),
        holds=("Jika x=2 maka benar.",),
    )


def _tracked() -> Iterator[Case]:
    texts = paragraphs(900, 3000)
    body = "".join(
        p(insertion(r(text), number), properties=f"<w:rPr>{_mark('ins', number)}</w:rPr>")
        for number, text in enumerate(texts)
    )
    yield graded("features_docx/all-inserted.docx", docx(body), words=900, holds=tuple(texts), notices=(TRACKED,))
    body = framed(p(r("Warga "), deletion("sama sekali tidak "), insertion(r("sangat ")), r("puas.")))
    yield graded(
        "features_docx/deleted-and-inserted.docx",
        docx(body),
        words=FRAME + 3,
        holds=("Warga sangat puas.",),
        lacks=("sama sekali",),
        notices=(TRACKED,),
    )
    moved = "Kalimat yang dipindahkan."
    away = (
        '<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2" w:author="P">'
        f'<w:r><w:t>{moved}</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/>'
    )
    here = (
        '<w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo w:id="4" w:author="P">'
        f'<w:r><w:t>{moved}</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="3"/>'
    )
    yield graded(
        "features_docx/moved-text.docx",
        docx(p(away) + p(r(START)) + p(here)),
        words=4 + 3,
        holds=(START, moved),
        notices=(TRACKED,),
    )
    # The end of a paragraph was deleted: the two are one.
    joined = p(r("Awal kalimat "), properties=f"<w:rPr>{_mark('del', 5)}</w:rPr>") + p(r("akhir kalimat."))
    yield graded(
        "features_docx/deleted-paragraph-mark.docx",
        docx(framed(joined)),
        words=FRAME + 4,
        holds=("Awal kalimat akhir kalimat.",),
        notices=None,
    )
    row = f"<w:tbl><w:tr><w:trPr>{_mark('del', 6)}</w:trPr>{cell(p(deletion('baris hapus')))}</w:tr>"
    row += f"<w:tr><w:trPr>{_mark('ins', 7)}</w:trPr>{cell(p(insertion(r('baris baru'))))}</w:tr></w:tbl>"
    yield graded(
        "features_docx/deleted-table-row.docx",
        docx(framed(row)),
        words=FRAME + 2,
        holds=("baris baru",),
        lacks=("baris hapus",),
        notices=(TRACKED,),
    )
    # Tracked formatting alone changes no text.
    change = '<w:b/><w:rPrChange w:id="8" w:author="P"><w:rPr/></w:rPrChange>'
    yield graded(
        "features_docx/tracked-formatting.docx",
        docx(framed(p(r("Tetap sama.", change)))),
        words=FRAME + 2,
        holds=("Tetap sama.",),
        notices=None,
    )


def _mark(name: str, number: int) -> str:
    return f'<w:{name} w:id="{number}" w:author="P" w:date="2024-01-01T00:00:00Z"/>'


def _control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="Isian"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def _controls() -> Iterator[Case]:
    texts = paragraphs(900, 4000)
    yield graded(
        "features_docx/all-in-a-content-control.docx", docx(_control(ps(texts))), words=900, holds=tuple(texts)
    )
    yield graded(
        "features_docx/content-control-in-a-line.docx",
        docx(framed(p(r("Nama kota "), _control(r("Kendari")), r(" itu.")))),
        words=FRAME + 4,
        holds=("Nama kota Kendari itu.",),
    )
    yield graded(
        "features_docx/nested-content-controls.docx",
        docx(framed(_control(_control(_control(p(r("Paling dalam."))))))),
        words=FRAME + 2,
        holds=(START, "Paling dalam.", END),
    )
    rows = f"<w:tbl>{_control('<w:tr>' + _control(cell(p(_control(r('isi sel'))))) + '</w:tr>')}</w:tbl>"
    yield graded(
        "features_docx/content-control-around-row-and-cell.docx",
        docx(framed(rows)),
        words=FRAME + 2,
        holds=("isi sel",),
    )


def _tables() -> Iterator[Case]:
    texts = paragraphs(900, 5000)
    yield graded(
        "features_docx/all-in-table-cells.docx",
        docx(table(*([cell(p(r(text)))] for text in texts)) + p()),
        words=900,
        holds=tuple(texts),
    )
    wide = table(
        [cell(p(r("lebar sekali")), properties='<w:gridSpan w:val="2"/>')], [cell(p(r("kiri"))), cell(p(r("kanan")))]
    )
    yield graded(
        "features_docx/cells-merged-sideways.docx",
        docx(framed(wide)),
        words=FRAME + 4,
        holds=("lebar sekali", "kiri", "kanan"),
    )
    go_on = "<w:vMerge/>"
    tall = table(
        [cell(p(r("tinggi sekali")), properties='<w:vMerge w:val="restart"/>'), cell(p(r("satu")))],
        [cell(p(), properties=go_on), cell(p(r("dua")))],
        [cell(p(), properties='<w:vMerge w:val="continue"/>'), cell(p(r("tiga")))],
    )
    yield graded(
        "features_docx/cells-merged-downwards.docx",
        docx(framed(tall)),
        words=FRAME + 5,
        holds=("tinggi sekali", "satu", "dua", "tiga"),
    )
    both = table(
        [cell(p(r("besar")), properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell(p(r("a1")))],
        [cell(p(), properties='<w:gridSpan w:val="2"/><w:vMerge/>'), cell(p(r("a2")))],
    )
    yield graded(
        "features_docx/cells-merged-both-ways.docx", docx(framed(both)), words=FRAME + 3, holds=("besar", "a1", "a2")
    )
    inner = table([cell(p(r("dalam kiri"))), cell(p(r("dalam kanan")))])
    outer = table([cell(p(r("luar atas")), inner, p(r("luar bawah"))), cell(p(r("samping")))])
    yield graded(
        "features_docx/nested-tables.docx",
        docx(framed(outer)),
        words=FRAME + 9,
        holds=("luar atas", "dalam kiri", "dalam kanan", "luar bawah", "samping"),
    )
    yield graded(
        "features_docx/paragraphs-in-a-cell.docx",
        docx(framed(table([cell(p(r("Satu di sel.")), p(r("Dua di sel.")))]))),
        words=FRAME + 6,
        holds=("Satu di sel.", "Dua di sel."),
    )


def _boxes() -> Iterator[Case]:
    texts = paragraphs(900, 6000)
    yield graded(
        "features_docx/all-in-text-boxes.docx",
        docx("".join(p(textbox(p(r(text)))) for text in texts)),
        words=900,
        holds=tuple(texts),
    )
    yield graded(
        "features_docx/text-box-beside-text.docx",
        docx(framed(p(r("Di samping."), textbox(p(r("Isi kotak.")))))),
        words=FRAME + 4,
        holds=("Di samping.", "Isi kotak."),
    )
    old = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p(r("Kotak lama."))
        + ("</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")
    )
    yield graded(
        "features_docx/text-box-of-vml-alone.docx", docx(framed(p(old))), words=FRAME + 2, holds=("Kotak lama.",)
    )
    only = "<mc:AlternateContent><mc:Fallback>" + r("Cadangan dibaca.") + "</mc:Fallback></mc:AlternateContent>"
    yield graded(
        "features_docx/fallback-alone.docx", docx(framed(p(only))), words=FRAME + 2, holds=("Cadangan dibaca.",)
    )
    group = textbox(p(r("Kotak satu.")), table([cell(p(r("sel kotak")))]))
    yield graded(
        "features_docx/table-in-a-text-box.docx",
        docx(framed(p(group))),
        words=FRAME + 4,
        holds=("Kotak satu.", "sel kotak"),
    )
