"""PDFs: fonts whose letters are lost, pages of every kind, and text within forms."""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pikepdf
import reportlab
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.case import PICTURES, UNREADABLE, Case, graded, refused
from tests.corpus.paper import TOP, essay, lines_of, one_page, pdf, put, raw, show, stream
from tests.corpus.prose import paragraphs, prose, sentence

VERA: Final = "CorpusVera"


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _fonts()
    yield from _pages()
    yield from _containers()


@functools.cache
def vera() -> str:
    """The name of a font that is embedded (as Word embeds Arial), registered with reportlab."""
    pdfmetrics.registerFont(TTFont(VERA, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    return VERA


def _fonts() -> Iterator[Case]:
    texts = paragraphs(300, 4000)

    def embedded(canvas: Canvas) -> None:
        y = TOP
        for text in texts:
            y = put(canvas, lines_of(text, font=vera()), font=vera(), y=y) - 8

    good = pdf(embedded)
    yield graded("features_pdf/embedded-font.pdf", good, words=300, holds=tuple(texts))
    yield refused("features_pdf/font-map-to-private-use.pdf", _with_map(good, private=True), UNREADABLE)
    yield refused("features_pdf/font-map-to-nonsense.pdf", _with_map(good, private=False), UNREADABLE)
    # Nonsense of 900 "words" whose letters are all there: a cipher, as a broken map of another kind leaves it.
    cipher = str.maketrans("abcdefghijklmnopqrstuvwxyz", "qjxzvkwybfghpcmdltrnsoiuea")
    yield refused(
        "features_pdf/substituted-letters.pdf",
        essay([text.lower().translate(cipher) for text in paragraphs(900)]),
        UNREADABLE,
    )
    # English is readable, whatever it is worth.
    english = (
        "The office works together with the other agencies so that people do not have to wait for a long time. "
        "It is the task of every unit to share what it knows with all of the others, and to do it well."
    )
    yield graded("features_pdf/english.pdf", essay([english]), words=len(english.split()))


def _with_map(data: bytes, *, private: bool) -> bytes:
    """The same pages, with font maps (ToUnicode) that lead to other letters."""
    with pikepdf.open(io.BytesIO(data)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream) and b"begincmap" in item.read_bytes():
                item.write(_map(private).encode("ascii"))
        return _saved(document)


def _map(private: bool) -> str:
    codes = range(256)
    targets = [0xE000 + code if private else 0x21 + code * 37 % 93 for code in codes]
    lines = [f"<{code:02X}> <{target:04X}>" for code, target in zip(codes, targets, strict=True)]
    groups = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (lines[at : at + 100] for at in range(0, 256, 100))
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{groups}\nendcmap end end"
    )


def _saved(document: pikepdf.Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    document.save(target, static_id=True, **options)  # type: ignore[arg-type]
    return target.getvalue()


def _pages() -> Iterator[Case]:
    texts = paragraphs(300, 5000)
    plain = essay(texts)
    yield refused("features_pdf/no-text.pdf", pdf(lambda page: page.rect(100, 100, 300, 300, fill=1)), "G108", "G110")
    yield refused("features_pdf/blank-pages.pdf", pdf(*[lambda _: None] * 3), "G110")
    yield refused(
        "features_pdf/only-page-numbers.pdf",
        pdf(*(functools.partial(put, lines=[str(n)], x=300, y=36, size=9) for n in range(1, 6))),
        "G110",
    )
    yield refused(
        "features_pdf/501-pages.pdf",
        pdf(*[lambda canvas: put(canvas, ["Halaman ini."])] * 501),
        "G111",
        why="pages",
    )
    yield refused("features_pdf/30001-words.pdf", essay(paragraphs(30_400, 0, 380), each=1), "G111", why="words")
    for turn in (90, 180, 270):
        with pikepdf.open(io.BytesIO(plain)) as document:
            for page in document.pages:
                page.rotate(turn, relative=False)
            turned = _saved(document)
        # A page scanned or printed sideways: what counts is that it is all read, once.
        yield graded(f"features_pdf/turned-by-{turn}.pdf", turned, words=300)

    def sideways(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -A4[0])
        put(canvas, lines_of(prose(150, 5500)), y=A4[0] - 72)

    with pikepdf.open(io.BytesIO(pdf(sideways))) as document:
        document.pages[0].rotate(90, relative=False)
        yield graded(
            "features_pdf/drawn-turned-and-turned-back.pdf", _saved(document), words=150, holds=(sentence(5500),)
        )
    yield graded(
        "features_pdf/landscape.pdf",
        pdf(lambda canvas: put(canvas, lines_of(prose(150, 5600)), y=500), size=landscape(A4)),
        words=150,
        holds=(sentence(5600),),
    )
    yield graded(
        "features_pdf/huge-page.pdf", one_page(show(lines_of(prose(80, 5700))), box="0 0 14400 14400"), words=80
    )
    yield graded(
        "features_pdf/page-beyond-all-limits.pdf",
        one_page(show(lines_of(prose(80, 5700))), box="0 0 2e6 2e6"),
        notices=None,
    )
    yield graded(
        "features_pdf/crop-box.pdf",
        one_page(show(lines_of(prose(80, 5800)), x=120, y=700), page="/CropBox [50 50 595 792]"),
        words=80,
        holds=(sentence(5800),),
    )
    with pikepdf.open(io.BytesIO(plain)) as document:
        yield graded(
            "features_pdf/object-streams.pdf",
            _saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate),
            words=300,
            holds=tuple(texts),
        )
    with pikepdf.open(io.BytesIO(plain)) as document:
        yield graded("features_pdf/linearized.pdf", _saved(document, linearize=True), words=300, holds=tuple(texts))
    with pikepdf.open(io.BytesIO(plain)) as document:
        document.docinfo["/Title"] = "=cmd|' /C calc'!A0"
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('rahasia')")
        document.attachments["lampiran.txt"] = b"rahasia"
        yield graded(
            "features_pdf/script-and-attachment.pdf",
            _saved(document),
            words=300,
            holds=tuple(texts),
            lacks=("rahasia",),
        )
    picture = stream(
        b"\x80" * 3, "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    )
    yield refused(
        "features_pdf/scan-without-text.pdf",
        one_page("595 0 0 842 0 0 cm /Im Do", resources="/XObject << /Im 6 0 R >>", extra=[picture]),
        "G108",
    )
    kids = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>"]
    box = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
    yield graded(
        "features_pdf/one-page-is-a-picture.pdf",
        raw(
            [
                *kids,
                f"<< {box} /Contents 5 0 R /Resources << /Font << /F 7 0 R >> >> >>",
                f"<< {box} /Contents 6 0 R /Resources << /XObject << /Im 8 0 R >> >> >>",
                stream(show(lines_of(prose(80, 5900)))),
                stream("595 0 0 842 0 0 cm /Im Do"),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                picture,
            ]
        ),
        words=80,
        notices=(PICTURES,),
    )


def _containers() -> Iterator[Case]:
    inner = show(lines_of(prose(80, 6000)))
    form = (
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        "/Resources << /Font << /F 5 0 R >> /XObject << /X {} 0 R >> >>"
    )
    yield graded(
        "features_pdf/text-in-a-form.pdf",
        one_page("/X Do", resources="/XObject << /X 6 0 R >>", extra=[stream(inner, form.format(6))]),
        words=80,
        holds=(sentence(6000),),
    )
    nested = [*(stream("/X Do", form.format(7 + depth)) for depth in range(5)), stream(inner, form.format(6))]
    yield graded(
        "features_pdf/text-in-six-forms.pdf",
        one_page("/X Do", resources="/XObject << /X 6 0 R >>", extra=nested),
        words=80,
        holds=(sentence(6000),),
    )
    moved = "1 0 0 1 0 -100 cm /X Do"
    yield graded(
        "features_pdf/text-in-a-moved-form.pdf",
        one_page(
            show(["Baris paling atas."]) + moved,
            resources="/XObject << /X 6 0 R >>",
            extra=[stream(inner, form.format(6))],
        ),
        words=83,
        holds=("Baris paling atas.", sentence(6000)),
    )
