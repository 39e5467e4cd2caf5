"""What a PDF draws: text objects with font, size and position, through PDFium's page objects."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, isfinite
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from grader.errors import GraderError
from grader.ingest.cleaning import Format
from grader.ingest.limits import PAGES

_WANTED: Final = (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE)
_FORM_DEPTH: Final = 8
_SUBSET: Final = re.compile(r"[A-Z]{6}\+")
_STYLE: Final = re.compile(
    r"[-, ]+(?:(?:Semi|Demi)?Bold|Italic|Oblique|Regular|Roman|Black|Heavy|Medium|Book|[-, ]){1,4}\Z"
)
_POSTSCRIPT: Final = re.compile(r"(?:PS)?(?:-?MT)?\Z")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC: Final = re.compile(r"italic|oblique", re.IGNORECASE)
_STROKED: Final = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,)

_BUFFER_CHARACTERS: Final = 256

_LONGEST_NAME: Final = 127

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text as drawn.

    Attributes:
        text: as PDFium gives it, blanks included.
        left: where it begins, in points from the left.
        right: where its ink ends.
        baseline: in points from the bottom.
        format: font and size as printed.
        turned: whether it does not run from left to right.
    """

    text: str
    left: float
    right: float
    baseline: float
    format: Format
    turned: bool = False

    @property
    def size(self) -> float:
        """Font size in points."""
        return self.format.size or 10.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page: size in points as shown, its text in the order of drawing, and whether it holds pictures."""

    width: float
    height: float
    fragments: tuple[Fragment, ...]
    pictures: bool


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
        return [_read_page(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise GraderError("G106", reason="pdf") from error
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            width, height = page.get_size()
            fonts: dict[int, tuple[str, bool, bool]] = {}
            view = _view(page)
            fragments: list[Fragment] = []
            pictures = False
            for item in page.get_objects(filter=list(_WANTED), max_depth=_FORM_DEPTH, textpage=text_page):
                if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                    pictures = True
                else:
                    fragments += _fragments(item, view, fonts)
            return Page(width, height, tuple(fragments), pictures)
        finally:
            text_page.close()
    finally:
        page.close()


def _fragments(
    item: pypdfium2.PdfTextObj, view: Matrix, fonts: dict[int, tuple[str, bool, bool]]
) -> Iterator[Fragment]:
    text = _text(item)
    if not text:
        return
    outer = view
    container = item.container
    while container is not None:
        outer = _product(container.get_matrix().get(), outer)
        container = container.container
    matrix = _product(item.get_matrix().get(), outer)
    font, bold, italic = _font(item, fonts)
    size = round(item.get_font_size() * hypot(matrix[2], matrix[3]), 1)
    if not all(map(isfinite, matrix)):
        return
    left, bottom, right, top = item.get_bounds()
    corners = [_point(outer, x, y) for x in (left, right) for y in (bottom, top)]
    bold = bold or pdfium.FPDFTextObj_GetTextRenderMode(item) in _STROKED
    yield Fragment(
        text=text,
        left=matrix[4],
        right=max(*(x for x, _ in corners), matrix[4]),
        baseline=matrix[5],
        format=Format(font or None, size or None, bold, italic),
        turned=abs(matrix[1]) > abs(matrix[0]) * 0.2 or matrix[0] < 0,
    )


def _text(item: pypdfium2.PdfTextObj) -> str:
    """The text of an object; one call where it is short, as nearly always."""
    size = _BUFFER_CHARACTERS
    while True:
        buffer = (pdfium.FPDF_WCHAR * size)()
        needed = pdfium.FPDFTextObj_GetText(item, item.textpage, buffer, 2 * size)  # in bytes, with the end mark
        if needed <= 2 * size:
            return bytes(buffer)[: max(needed - 2, 0)].decode("utf-16-le", "replace")
        size = needed // 2 + 1


def _view(page: pypdfium2.PdfPage) -> Matrix:
    """From the page's own space to the page as shown: turned, with the origin at its lower left."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }
    return turns.get(page.get_rotation(), turns[0])


def _product(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _font(item: pypdfium2.PdfTextObj, fonts: dict[int, tuple[str, bool, bool]]) -> tuple[str, bool, bool]:
    """Family, bold, italic; each font looked at once a page."""
    raw = pdfium.FPDFTextObj_GetFont(item)
    if not raw:
        return "", False, False
    handle = ctypes.cast(raw, ctypes.c_void_p).value or 0
    if handle not in fonts:
        fonts[handle] = fold_font_name(item.get_font().get_base_name())
    return fonts[handle]


def fold_font_name(name: str) -> tuple[str, bool, bool]:
    """A font's name in a PDF as family, bold and italic.

    >>> fold_font_name("ABCDEF+TimesNewRomanPS-BoldItalicMT")
    ('Times New Roman', True, True)
    >>> fold_font_name("ArialMT")
    ('Arial', False, False)
    """
    plain = _SUBSET.sub("", name[:_LONGEST_NAME], count=1)
    bold, italic = bool(_BOLD.search(plain)), bool(_ITALIC.search(plain))
    family = _POSTSCRIPT.sub("", plain, count=1)
    family = _STYLE.sub("", family, count=1)
    family = _POSTSCRIPT.sub("", family, count=1)
    family = _CAMEL.sub(" ", family.strip(" -,")).replace("Deja Vu", "DejaVu")
    return " ".join(family.replace("_", " ").split()), bold, italic
