"""The text of an object, cut from that of its page: the same that PDFium tells when it is asked for the object."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pypdfium2
import pytest

from grader.ingest.pdf import native
from grader.ingest.pdf.page_text import PageText

MakePdf = Callable[..., bytes]

PAGES = {
    "lines": [(72, 700, "Kolaborasi berarti bekerja bersama"), (72, 685, "dengan pihak lain.")],
    "words": [(72, 700, "Kolaborasi "), (150, 700, "berarti "), (220, 700, " bekerja"), (300, 700, "bersama")],
    "letters": [(72 + 7 * at, 700, letter) for at, letter in enumerate("bersama")],
    "hyphen": [(72, 700, "Kolaborasi berarti be-"), (72, 685, "kerja bersama")],
    "not in order": [(72, 600, "unten"), (72, 700, "oben"), (200, 600, "rechts")],
    "drawn twice": [(72, 700, "tebal"), (72, 700, "tebal"), (72, 685, "tipis")],
    "blanks": [(72, 700, "   "), (72, 685, "a  b "), (72, 670, " ")],
}


def told_and_cut(data: bytes) -> Iterator[tuple[str, str]]:
    """What PDFium tells of each object, and what was cut."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text_page = page.get_textpage()
            texts = PageText(native.handle(text_page.raw))
            for item in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                size = pypdfium2.raw.FPDFTextObj_GetText(item, text_page, None, 0)
                buffer = (pypdfium2.raw.FPDF_WCHAR * (size // 2))()
                pypdfium2.raw.FPDFTextObj_GetText(item, text_page, buffer, size)
                yield bytes(buffer)[:-2].decode("utf-16-le"), texts.of(native.address(item.raw))
            text_page.close()
            page.close()
    finally:
        document.close()


@pytest.mark.parametrize("words", PAGES.values(), ids=PAGES)
def test_an_object_has_the_text_that_pdfium_tells(make_pdf: MakePdf, words: list[tuple[float, float, str]]) -> None:
    pairs = list(told_and_cut(make_pdf([words])))
    assert len(pairs) == len(words)
    assert [cut for _, cut in pairs] == [told for told, _ in pairs]


def test_the_text_of_an_object_is_longer_than_the_first_buffer(make_pdf: MakePdf) -> None:
    line = "bekerja " * 100
    [(told, cut)] = told_and_cut(make_pdf([[(10, 700, line)]]))
    assert cut == told
    assert cut.strip() == line.strip()
