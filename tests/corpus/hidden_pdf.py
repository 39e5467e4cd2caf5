"""PDFs: what a person does not see is neither counted nor scored, and is flagged; and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from tests.corpus.case import HIDDEN, HOMOGLYPHS, SCAN, ZERO_WIDTH, Case, graded, refused
from tests.corpus.paper import TOP, Object, lines_of, one_page, pdf, put, show, stream
from tests.corpus.prose import prose

SECRET = "rahasia kolaborasi integrasi sinergi koordinasi"
WORDS = 5
"""Words of `SECRET`."""
SEEN = lines_of(prose(80))
IMAGE = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8"
GREY, DARK = stream(b"\xc0" * 3, IMAGE), stream(b"\x20" * 3, IMAGE)


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _hidden()
    yield from _seen()


def _page(more: str, *, resources: str = "", extra: tuple[Object, ...] = (), page: str = "") -> bytes:
    return one_page(show(SEEN) + more, resources=resources, extra=extra, page=page)


def _flagged(slug: str, more: str, resources: str = "", page: str = "") -> Case:
    return graded(
        f"hidden_pdf/{slug}.pdf",
        _page(more, resources=resources, page=page),
        words=80,
        lacks=("rahasia",),
        notices=(HIDDEN,),
        hidden=WORDS,
    )


def _hidden() -> Iterator[Case]:
    secret = show([SECRET], y=300)
    yield _flagged("render-mode-3", f"q 3 Tr {secret} Q")
    yield _flagged("clipping-mode-7", f"q 7 Tr {secret} Q")
    yield _flagged("white", f"q 1 g {secret} Q")
    yield _flagged("white-rgb", f"q 1 1 1 rg {secret} Q")
    yield _flagged("white-cmyk", f"q 0 0 0 0 k {secret} Q")
    yield _flagged("near-white", f"q 0.99 0.99 0.98 rg {secret} Q")
    yield _flagged("one-point", show([SECRET], y=300, size=1))
    yield _flagged("tiny-by-matrix", f"q 0.05 0 0 0.05 0 0 cm {show([SECRET], x=2000, y=6000)} Q")
    yield _flagged("beside-the-page", show([SECRET], x=900, y=300))
    yield _flagged("below-the-page", show([SECRET], y=-200))
    yield _flagged("outside-the-crop-box", show([SECRET], y=30), page="/CropBox [0 100 595 842]")
    yield _flagged("white-on-a-white-box", f"q 1 g 60 280 400 40 re f Q q 1 g {secret} Q")
    yield _flagged("transparent", f"q /G gs {secret} Q", resources="/ExtGState << /G << /ca 0 /CA 0 >> >>")
    # A box drawn over a text hides it as well; readers may not look for that, which is as yet undecided.
    yield graded("hidden_pdf/covered-by-a-box.pdf", _page(f"{secret} q 1 g 60 280 400 40 re f Q"), notices=None)
    yield graded("hidden_pdf/clipped-away.pdf", _page(f"q 0 0 10 10 re W n {secret} Q"), notices=None)
    switched = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
    yield graded(
        "hidden_pdf/layer-switched-off.pdf",
        one_page(
            f"{show(SEEN)} /OC /L BDC {secret} EMC",
            resources="/Properties << /L 6 0 R >>",
            extra=["<< /Type /OCG /Name (L) >>"],
            catalogue=switched,
        ),
        notices=None,
    )
    yield refused("hidden_pdf/all-invisible.pdf", one_page("3 Tr " + show(lines_of(prose(300)))), "G110")
    yield refused("hidden_pdf/all-white.pdf", one_page("1 g " + show(lines_of(prose(300)))), "G110")
    # A font whose "z" is the Cyrillic а, as its map of characters says; it looks like the Latin one.
    cyrillic = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>"
    letters = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <7A> <0430> endbfchar endcmap"
    disguised = (
        show(["Pentingnya kol"], y=300)
        + "BT /C 12 Tf 1 0 0 1 150.7 300 Tm (z) Tj ET "
        + show(["borasi."], x=157.4, y=300)
    )
    yield graded(
        "hidden_pdf/homoglyphs.pdf",
        one_page(show(SEEN) + disguised, fonts="/C 6 0 R", extra=[cyrillic, stream(letters)]),
        words=82,
        notices=(HOMOGLYPHS,),
    )
    # The same font with a "z" that stands for a blank without width.
    unseen = letters.replace("0430", "200B")
    yield graded(
        "hidden_pdf/zero-width.pdf",
        one_page(
            show(SEEN) + "BT /C 12 Tf 1 0 0 1 72 300 Tm (Pentingnya kolazborasi.) Tj ET",
            fonts="/C 6 0 R",
            extra=[cyrillic, stream(unseen)],
        ),
        words=82,
        holds=("Pentingnya kolaborasi.",),
        notices=(ZERO_WIDTH,),
    )


def _seen() -> Iterator[Case]:
    """What is no trick, and raises nothing."""
    secret = show([SECRET], y=300)
    scan = "q 595 0 0 842 0 0 cm /Im Do Q "
    images = "/XObject << /Im 6 0 R >>"
    # A scan with recognised text: read, and said.
    yield graded(
        "hidden_pdf/scan-with-text.pdf",
        one_page(f"{scan} 3 Tr {show(SEEN)}", resources=images, extra=[GREY]),
        words=80,
        notices=(SCAN,),
    )
    yield graded(
        "hidden_pdf/scan-drawn-after-its-text.pdf",
        one_page(f"3 Tr {show(SEEN)} {scan}", resources=images, extra=[GREY]),
        words=80,
        notices=(SCAN,),
    )
    # A picture in a corner is no page image: the text beside it is invisible.
    logo = "q 60 0 0 60 500 30 cm /Im Do Q "
    yield graded(
        "hidden_pdf/render-mode-3-beside-a-logo.pdf",
        _page(f"{logo} q 3 Tr {secret} Q", resources=images, extra=(GREY,)),
        words=80,
        lacks=("rahasia",),
        notices=(HIDDEN,),
        hidden=WORDS,
    )
    visible = {
        "white-on-a-dark-box": f"q 0.1 0.2 0.4 rg 60 280 460 40 re f Q q 1 g {secret} Q",
        "white-on-a-dark-line": f"q 0 G 40 w 60 304 m 560 304 l S Q q 1 g {secret} Q",
        "grey": f"q 0.6 g {secret} Q",
        "outlined": f"q 1 Tr 0.3 w {secret} Q",
        "filled-and-outlined": f"q 2 Tr 0.3 w {secret} Q",
        "six-points": show([SECRET], y=300, size=6),
        "scaled-by-matrix": f"q 12 0 0 12 0 0 cm {show([SECRET], x=6, y=25, size=1)} Q",
    }
    for slug, more in visible.items():
        yield graded(f"hidden_pdf/{slug}.pdf", _page(more), words=80 + WORDS, holds=(SECRET,))
    yield graded(
        "hidden_pdf/white-on-a-dark-picture.pdf",
        _page(f"q 460 0 0 60 60 275 cm /Im Do Q q 1 g {secret} Q", resources=images, extra=(DARK,)),
        words=80 + WORDS,
        holds=(SECRET,),
    )
    whole = "q 0.1 0.15 0.3 rg 0 0 595 842 re f Q 1 g "
    yield graded("hidden_pdf/white-on-a-dark-page.pdf", one_page(whole + show(SEEN)), words=80)
    yield graded("hidden_pdf/white-table-head.pdf", pdf(_table_head), words=80 + WORDS, holds=(SECRET,))


def _table_head(canvas: Canvas) -> None:
    put(canvas, SEEN)
    canvas.setFillColorRGB(0.12, 0.22, 0.4)
    canvas.rect(60, TOP - 420, 460, 30, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    put(canvas, [SECRET], y=TOP - 412)
