"""PDFs: what a person does not see is left out and flagged; what only looks like a trick is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.errors import GraderError
from grader.ingest.reading import read_bytes
from grader.records.document import Document

MakePdf = Callable[..., bytes]

SEEN = [(72.0, 700.0, "Kolaborasi berarti bekerja bersama dengan pihak la"), (72.0, 685.0, "in.")]
VISIBLE = "Kolaborasi berarti bekerja bersama dengan pihak la in."
SECRET = "BT /F0 10 Tf 1 0 0 1 72 300 Tm (rahasia kolaborasi sinergi) Tj ET"
"""Three words at 72 to 234 points from the left, 300 from below."""
GREY_PAGE = "q 595 0 0 842 0 0 cm /X Do Q"


def picture(grey: int) -> str:
    form = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    return f"<< {form} /Length 2 /Filter /ASCIIHexDecode >>\nstream\n{grey:02X}\nendstream"


def read(data: bytes) -> Document:
    return read_bytes(data, "a.pdf")


def text(document: Document) -> str:
    return " ".join(block.text for block in document.blocks)


def hidden_words(document: Document) -> list[object]:
    return [notice.values["words"] for notice in document.notices if notice.code == "hidden-text"]


@pytest.mark.parametrize(
    "secret",
    [
        f"q 3 Tr {SECRET} Q",
        f"q 7 Tr {SECRET} Q",
        f"q 1 g {SECRET} Q",
        f"q 0.97 1 0.98 rg {SECRET} Q",
        f"q 0 0 0 0 k {SECRET} Q",
        SECRET.replace("10 Tf", "3 Tf"),
        SECRET.replace("10 Tf", "30 Tf").replace("1 0 0 1 72", "0.1 0 0 0.1 72"),
        SECRET.replace("72 300", "900 300"),
        SECRET.replace("72 300", "72 -40"),
        f"q 400 400 50 50 re W n {SECRET} Q",
        f"q 0.9 0.9 1 rg 60 290 300 30 re f 0.9 0.9 1 rg {SECRET} Q",
        f"{SECRET} q 0 0 1 rg 60 290 300 30 re f Q",
        f"q 1 g 60 290 300 30 re f {SECRET} Q",
    ],
    ids=["mode-3", "mode-7", "white", "near-white", "cmyk", "tiny", "tiny-by-matrix", "beside-the-page",
         "below-the-page", "clipped", "colour-of-its-box", "covered", "white-on-white-box"],
)  # fmt: skip
def test_text_out_of_sight_is_left_out_and_counted(make_pdf: MakePdf, secret: str) -> None:
    document = read(make_pdf([SEEN], raw=f"{secret}\n"))
    assert text(document) == VISIBLE
    assert hidden_words(document) == [3]


def test_text_outside_the_crop_box_is_out_of_sight(make_pdf: MakePdf) -> None:
    document = read(make_pdf([SEEN], raw=f"{SECRET}\n", page="/CropBox [0 400 595 842]"))
    assert (text(document), hidden_words(document)) == (VISIBLE, [3])


@pytest.mark.parametrize(
    "shown",
    [
        f"q 0.1 0.2 0.4 rg 60 280 460 40 re f Q q 1 g {SECRET} Q",
        f"q 0 G 40 w 60 304 m 560 304 l S Q q 1 g {SECRET} Q",
        f"q 0.6 g {SECRET} Q",
        f"q 1 Tr 0.3 w {SECRET} Q",
        SECRET.replace("10 Tf", "5 Tf"),
        f"q 60 250 300 200 re W n {SECRET} Q",
        f"q 0.9 g 60 280 460 40 re f 0 g {SECRET} Q",
        f"q 12 0 0 12 0 0 cm {SECRET.replace('10 Tf', '1 Tf').replace('72 300', '6 25')} Q",
    ],
    ids=["white-on-a-dark-box", "white-on-a-broad-line", "grey", "outlined", "small", "inside-its-clip", "shaded",
         "scaled"],
)  # fmt: skip
def test_text_in_sight_raises_nothing(make_pdf: MakePdf, shown: str) -> None:
    document = read(make_pdf([SEEN], raw=f"{shown}\n"))
    assert sorted(text(document).split()) == sorted(f"{VISIBLE} rahasia kolaborasi sinergi".split())
    assert document.notices == ()


def test_white_text_on_a_dark_picture_is_seen_and_on_a_white_one_not(make_pdf: MakePdf) -> None:
    raw = f"q 460 0 0 60 60 275 cm /X Do Q q 1 g {SECRET} Q\n"
    assert "rahasia" in text(read(make_pdf([SEEN], raw=raw, extra=[picture(0x20)])))
    document = read(make_pdf([SEEN], raw=raw, extra=[picture(0xFF)]))
    assert (text(document), hidden_words(document)) == (VISIBLE, [3])


def test_recognised_text_over_a_scan_is_read_and_said(make_pdf: MakePdf) -> None:
    scan = make_pdf([SEEN], raw=f"{GREY_PAGE} 3 Tr\n", extra=[picture(0xC0)])
    document = read(scan)
    assert text(document) == VISIBLE
    assert [(notice.code, dict(notice.values)) for notice in document.notices] == [("ocr-text", {"pages": 1})]


def test_invisible_text_beside_a_logo_is_no_scan(make_pdf: MakePdf) -> None:
    raw = f"q 60 0 0 60 500 30 cm /X Do Q q 3 Tr {SECRET} Q\n"
    assert hidden_words(read(make_pdf([SEEN], raw=raw, extra=[picture(0xC0)]))) == [3]


def test_invisible_text_on_a_typed_page_with_a_picture_behind_it_is_no_scan(make_pdf: MakePdf) -> None:
    raw = f"{GREY_PAGE} q 3 Tr {SECRET} Q\n"
    document = read(make_pdf([SEEN], raw=raw, extra=[picture(0xF0)]))
    assert (text(document), hidden_words(document)) == (VISIBLE, [3])


def test_nothing_but_invisible_text_is_no_essay(make_pdf: MakePdf) -> None:
    with pytest.raises(GraderError) as error:
        read(make_pdf([SEEN], raw="3 Tr\n"))
    assert error.value.code == "G110"
