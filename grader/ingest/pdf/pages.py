"""The pages of a PDF: their size, what a person sees of their text, and what not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from grader.errors import GraderError
from grader.ingest.limits import PAGES
from grader.ingest.pdf import native
from grader.ingest.pdf.geometry import IDENTITY, Box, Matrix
from grader.ingest.pdf.native import Handle
from grader.ingest.pdf.objects import Fragment, Shared, Walk
from grader.ingest.pdf.sight import render, unseen

_LETTER: Final[Box] = (0.0, 0.0, 612.0, 792.0)
"""The size of a page that says none, as PDFium has it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        width: in points, as shown.
        height: in points, as shown.
        fragments: what a person sees of its text, in the order of drawing.
        pictures: whether it holds pictures.
        hidden: text that a person does not see.
        layer: whether its text is what recognition left over a scan.
    """

    width: float
    height: float
    fragments: tuple[Fragment, ...]
    pictures: bool
    hidden: tuple[Fragment, ...] = ()
    layer: bool = False

    def unseen(self) -> Page:
        """The same page with what a person does not see of it."""
        return replace(self, fragments=self.hidden, hidden=())


def read_pages(data: bytes) -> list[Page]:
    """Read the pages of a PDF.

    Raises:
        GraderError: G106 damaged, G107 password, G111 too many pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise GraderError("G107") if locked else GraderError("G106", reason="pdf") from error
    try:
        if len(document) > PAGES:
            raise GraderError("G111", what="pages", limit=PAGES)
        shared = Shared()
        return [_read_page(document, index, shared) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise GraderError("G106", reason="pdf") from error
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, index: int, shared: Shared) -> Page:
    # The pages of pypdfium2 close themselves, and making them ready for that takes longer than to close them.
    page = pdfium.FPDF_LoadPage(document.raw, index)
    if not page:
        raise pypdfium2.PdfiumError("no page")
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            raise pypdfium2.PdfiumError("no text page")
        try:
            return _seen(page, native.handle(text_page), shared)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _seen(page: Any, text_page: Handle, shared: Shared) -> Page:
    """A page by what a person sees of it and what not."""
    size = width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    own = native.handle(page)
    walk = Walk(text_page, size, shared)
    walk.objects(own, _view(own, shared), 0)
    fragments = walk.fragments
    indices = [i for i, fragment in enumerate(fragments) if fragment.text.strip()]
    painted = [walk.painted[i] for i in indices]
    hidden, layer = unseen(painted, walk.shapes, size, lambda: render(page, size))
    gone = {indices[i] for i in hidden}
    return Page(
        width,
        height,
        tuple([fragment for i, fragment in enumerate(fragments) if i not in gone] if gone else fragments),
        any(shape.picture for shape in walk.shapes),
        tuple([fragment for i, fragment in enumerate(fragments) if i in gone] if gone else ()),
        layer,
    )


def _view(page: Handle, shared: Shared) -> Matrix:
    """From the page's own space to the page as shown: turned, with the origin at its lower left."""
    places = shared.floats.places[:4]
    known = native.crop_box(page, *places) or native.media_box(page, *places)
    left, bottom, right, top = shared.floats.read()[:4] if known else _LETTER
    turns = native.rotation(page)
    if not turns and not left and not bottom:
        return IDENTITY
    matrices: tuple[Matrix, ...] = (
        (1, 0, 0, 1, -left, -bottom),
        (0, -1, 1, 0, -bottom, right),
        (-1, 0, 0, -1, right, top),
        (0, 1, -1, 0, top, -left),
    )
    matrix = matrices[turns if 0 < turns < len(matrices) else 0]
    return IDENTITY if matrix == IDENTITY else matrix
