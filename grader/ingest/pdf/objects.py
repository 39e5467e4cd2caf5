"""What a PDF draws: text objects with font, size and position, through PDFium's page objects.

PDFium is called directly here, a few calls for each object and none for a character: the objects of pypdfium2 would
cost as much again as the reading itself.
"""

from __future__ import annotations

import ctypes
from math import hypot, isfinite
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from grader.ingest.cleaning import Format
from grader.ingest.pdf.fonts import Font, fold_font_name, is_made_up
from grader.ingest.pdf.geometry import EVERYWHERE, IDENTITY, Box, Matrix, common, mapped, meet, product
from grader.ingest.pdf.sight import Painted, Shape

_FORM_DEPTH: Final = 8
_LARGE: Final = 6.0
"""Points that a shape is wide and high, from which it can hide a text or be its ground."""
_FILLED: Final = (0, 2, 4, 6)
_STROKED: Final = (1, 2, 5, 6)
"""Render modes of text (PDF 1.7, table 106); 3 and 7 paint nothing."""
_CHARACTERS: Final = 256

Handle = Any
"""A pointer that PDFium gave; ctypes has no types for them."""


class Fragment(NamedTuple):
    """A piece of text as drawn; a named tuple, for there are many.

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


class Walk:
    """One walk over the objects of a page; its buffers are what PDFium writes its answers into.

    Attributes:
        fragments: texts found.
        painted: how each of them is painted.
        shapes: what else is drawn.
    """

    def __init__(self, text_page: Handle, size: tuple[float, float]) -> None:
        self.fragments: list[Fragment] = []
        self.painted: list[Painted] = []
        self.shapes: list[Shape] = []
        self._text_page = text_page
        self._size = size
        self._order = 0
        self._fonts: dict[int, Font] = {}
        self._formats: dict[tuple[Font, float, bool], Format] = {}
        self._clips: dict[tuple[int, int, float, float], Box] = {}
        self._characters = (pdfium.FPDF_WCHAR * _CHARACTERS)()
        self._matrix = pdfium.FS_MATRIX()
        self._floats = tuple(ctypes.c_float() for _ in range(4))
        self._colours = tuple(ctypes.c_uint() for _ in range(4))

    def objects(self, parent: Handle, outer: Matrix, depth: int) -> None:
        """Take in the objects of a page, or of a form on it.

        Args:
            parent: the page, or the form at a ``depth`` above 0.
            outer: from its space to the page as shown.
            depth: of forms in forms.
        """
        count = pdfium.FPDFFormObj_CountObjects if depth else pdfium.FPDFPage_CountObjects
        get = pdfium.FPDFFormObj_GetObject if depth else pdfium.FPDFPage_GetObject
        for index in range(count(parent)):
            item = get(parent, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            self._order += 1
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._take_text(item, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                if depth < _FORM_DEPTH:
                    self.objects(item, product(self._own_matrix(item), outer), depth + 1)
            else:
                self._take_shape(item, kind, outer)

    def _take_text(self, item: Handle, outer: Matrix) -> None:
        text = self._text(item)
        if not text:
            return
        own = self._own_matrix(item)
        matrix = own if outer is IDENTITY else product(own, outer)
        if not all(map(isfinite, matrix)):
            return
        pdfium.FPDFTextObj_GetFontSize(item, self._floats[0])
        size = round(self._floats[0].value * hypot(matrix[2], matrix[3]), 1)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        font = self._font(item)
        key = (font, size, mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)
        if key not in self._formats:
            self._formats[key] = Format(font[0] or None, size or None, font[1] or key[2], font[2])
        box = self._box(item, outer)
        self.fragments.append(
            Fragment(
                text=text,
                left=matrix[4],
                right=max(box[2], matrix[4]),
                baseline=matrix[5],
                format=self._formats[key],
                turned=abs(matrix[1]) > abs(matrix[0]) * 0.2 or matrix[0] < 0,
            )
        )
        gone = self._is_off_page(box) or not meet(self._clip(item, outer), box)
        self.painted.append(Painted(self._order, box, self._paint(item, mode), size, gone, len(text)))

    def _take_shape(self, item: Handle, kind: int, outer: Matrix) -> None:
        box = self._box(item, outer)
        picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if not picture and (box[2] - box[0] < _LARGE or box[3] - box[1] < _LARGE):
            return
        luminance = None
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
            filled = fill.value != pdfium.FPDF_FILLMODE_NONE
            if not filled and not (stroke.value and self._is_broad(item)):
                return
            get = pdfium.FPDFPageObj_GetFillColor if filled else pdfium.FPDFPageObj_GetStrokeColor
            luminance = self._luminance(get, item, opaque=True)
        self.shapes.append(Shape(self._order, box, luminance, picture))

    def _is_broad(self, item: Handle) -> bool:
        """Whether a line is so broad that it is a ground for text."""
        width = self._floats[0]
        return bool(pdfium.FPDFPageObj_GetStrokeWidth(item, width)) and width.value >= _LARGE

    def _text(self, item: Handle) -> str:
        """The text of an object; one call where it is short, as nearly always."""
        buffer, size = self._characters, _CHARACTERS
        while True:
            needed = pdfium.FPDFTextObj_GetText(item, self._text_page, buffer, 2 * size)  # bytes, with the end mark
            if needed <= 2 * size:
                return ctypes.string_at(buffer, max(needed - 2, 0)).decode("utf-16-le", "replace")
            size = needed // 2 + 1
            buffer = (pdfium.FPDF_WCHAR * size)()

    def _own_matrix(self, item: Handle) -> Matrix:
        own = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(item, own):
            return IDENTITY
        return own.a, own.b, own.c, own.d, own.e, own.f

    def _box(self, item: Handle, outer: Matrix) -> Box:
        left, bottom, right, top = self._floats
        pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
        return mapped((left.value, bottom.value, right.value, top.value), outer)

    def _is_off_page(self, box: Box) -> bool:
        width, height = self._size
        return box[2] < 0 or box[3] < 0 or box[0] > width or box[1] > height

    def _paint(self, item: Handle, mode: int) -> float | None:
        """The luminance that a text is painted with; ``None`` when it is not painted."""
        found = None
        if mode in _FILLED:
            found = self._luminance(pdfium.FPDFPageObj_GetFillColor, item)
        if mode in _STROKED and (found is None or found > 0):
            other = self._luminance(pdfium.FPDFPageObj_GetStrokeColor, item)
            found = other if found is None else found if other is None else min(found, other)
        return found

    def _luminance(self, get: Handle, item: Handle, *, opaque: bool = False) -> float | None:
        """Luminance of a colour, 0 to 255; ``None`` without opacity. A pattern counts as dark, since it is seen."""
        red, green, blue, alpha = self._colours
        if not get(item, red, green, blue, alpha):
            return None if opaque else 0.0
        if not alpha.value or (opaque and alpha.value < 255):
            return None
        return 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value

    def _clip(self, item: Handle, outer: Matrix) -> Box:
        """The box that a text is clipped to; clips that begin alike are taken for the same."""
        clip = pdfium.FPDFPageObj_GetClipPath(item)
        paths = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
        if paths <= 0:
            return EVERYWHERE
        segments = pdfium.FPDFClipPath_CountPathSegments(clip, paths - 1)
        key = (paths, segments, *self._point(clip, paths - 1, 0))
        if key not in self._clips:
            box = EVERYWHERE
            for path in range(paths):
                points = [
                    self._point(clip, path, at) for at in range(pdfium.FPDFClipPath_CountPathSegments(clip, path))
                ]
                if points:
                    across, up = [x for x, _ in points], [y for _, y in points]
                    box = common(box, (min(across), min(up), max(across), max(up)))
            self._clips[key] = box
        return mapped(self._clips[key], outer)

    def _point(self, clip: Handle, path: int, at: int) -> tuple[float, float]:
        x, y = self._floats[:2]
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return 0.0, 0.0
        return x.value, y.value

    def _font(self, item: Handle) -> Font:
        """Family, bold, italic; each font looked at once a page."""
        font = pdfium.FPDFTextObj_GetFont(item)
        if not font:
            return "", False, False
        handle = ctypes.cast(font, ctypes.c_void_p).value or 0
        if handle not in self._fonts:
            name = _name(pdfium.FPDFFont_GetBaseFontName, font)
            # Without the font in the file, its family would be that of PDFium's own substitute.
            if (not name or is_made_up(name)) and pdfium.FPDFFont_GetIsEmbedded(font) == 1:
                name = _name(pdfium.FPDFFont_GetFamilyName, font) or name
            self._fonts[handle] = fold_font_name(name)
        return self._fonts[handle]


def _name(get: Handle, font: Handle) -> str:
    size = get(font, None, 0)
    buffer = ctypes.create_string_buffer(size)
    get(font, buffer, size)
    return buffer.value.decode("utf-8", "replace")
