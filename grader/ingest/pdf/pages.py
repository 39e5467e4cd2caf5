"""The pages of a PDF: their size, what a person sees of their text, and what not."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from grader.errors import GraderError
from grader.ingest.limits import PAGES
from grader.ingest.pdf.geometry import IDENTITY, Matrix
from grader.ingest.pdf.native import handle
from grader.ingest.pdf.objects import Formats, Fragment, Walk
from grader.ingest.pdf.sight import render, unseen


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
        formats: Formats = {}
        return [_read_page(document, index, formats) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise GraderError("G106", reason="pdf") from error
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, index: int, formats: Formats) -> Page:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            width, height = page.get_size()
            walk = Walk(handle(text_page.raw), (width, height), formats)
            walk.objects(handle(page.raw), _view(page), 0)
            indices = [i for i, fragment in enumerate(walk.fragments) if fragment.text.strip()]
            painted = [walk.painted[i] for i in indices]
            hidden, layer = unseen(painted, walk.shapes, (width, height), lambda: render(page))
            gone = {indices[i] for i in hidden}
            return Page(
                width,
                height,
                tuple(fragment for i, fragment in enumerate(walk.fragments) if i not in gone),
                any(shape.picture for shape in walk.shapes),
                tuple(fragment for i, fragment in enumerate(walk.fragments) if i in gone),
                layer,
            )
        finally:
            text_page.close()
    finally:
        page.close()


def _view(page: pypdfium2.PdfPage) -> Matrix:
    """From the page's own space to the page as shown: turned, with the origin at its lower left."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }
    matrix = turns.get(page.get_rotation(), turns[0])
    return IDENTITY if matrix == IDENTITY else matrix
