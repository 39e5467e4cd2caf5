"""What a PDF draws: text objects with font, size and position, through PDFium's page objects.

PDFium is called directly here (see `native`), a few calls for each object and none for a character: the objects of
pypdfium2 would cost as much again as the reading itself.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_size_t
from functools import partial
from math import hypot, isfinite
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from grader.ingest.cleaning import Format
from grader.ingest.pdf import native
from grader.ingest.pdf.fonts import Font, fold_font_name, is_made_up
from grader.ingest.pdf.geometry import EVERYWHERE, IDENTITY, Box, Matrix, common, mapped, meet, product
from grader.ingest.pdf.native import Answers, Handle, Place
from grader.ingest.pdf.page_text import PageText
from grader.ingest.pdf.sight import Painted, Shape

_FAR: Final = EVERYWHERE[2]

_FORM_DEPTH: Final = 8
_LARGE: Final = 6.0
"""Points that a shape is wide and high, from which it can hide a text or be its ground."""
_FILLED: Final = (0, 2, 4, 6)
_STROKED: Final = (1, 2, 5, 6)
"""Render modes of text (PDF 1.7, table 106); 3 and 7 paint nothing."""
_TEXT: Final[int] = pdfium.FPDF_PAGEOBJ_TEXT
_PATH: Final[int] = pdfium.FPDF_PAGEOBJ_PATH
_PICTURE: Final[int] = pdfium.FPDF_PAGEOBJ_IMAGE
_FORM: Final[int] = pdfium.FPDF_PAGEOBJ_FORM
_FILL_STROKE: Final[int] = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE


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


# A named tuple's own way takes twice as long, and every text of every page is one of each.
_fragment: Final[Callable[[tuple[str, float, float, float, Format, bool]], Fragment]] = partial(tuple.__new__, Fragment)
_painted: Final[Callable[[tuple[int, Box, float | None, float, bool, int]], Painted]] = partial(tuple.__new__, Painted)


class Shared:
    """What the pages of a document share.

    Attributes:
        formats: by font, size and whether letters are outlined; the same format is one object all through a document.
        floats: room for the numbers that PDFium answers: a matrix, the edges of a box, and one more.
        colours: the same for colours and modes.
    """

    def __init__(self) -> None:
        self.formats: dict[tuple[Font, float, bool], Format] = {}
        self.floats = Answers("f", 11)
        self.colours = Answers("I", 4)


class Walk:
    """One walk over the objects of a page.

    Args:
        text_page: the text of the page.
        size: width and height of the page in points.
        shared: with the pages before.

    Attributes:
        fragments: texts found.
        painted: how each of them is painted.
        shapes: what else is drawn.
    """

    def __init__(self, text_page: Handle, size: tuple[float, float], shared: Shared) -> None:
        self.fragments: list[Fragment] = []
        self.painted: list[Painted] = []
        self.shapes: list[Shape] = []
        self._texts = PageText(text_page)
        self._size = min(size[0], _FAR), min(size[1], _FAR)
        self._order = 0
        self._fonts: dict[int, Font] = {}
        self._formats = shared.formats
        self._looks: dict[tuple[int | None, float, float, float, int], tuple[Format, float]] = {}
        self._clips: dict[tuple[int, int, float, float], Box] = {}
        self._floats, self._colours = shared.floats, shared.colours
        self._matrix, *_ = self._floats.places
        self._edges = self._floats.places[6:10]
        self._height = self._floats.places[10]

    def objects(self, parent: Handle, outer: Matrix, depth: int) -> None:
        """Take in the objects of a page, or of a form on it.

        Args:
            parent: the page, or the form at a ``depth`` above 0.
            outer: from its space to the page as shown.
            depth: of forms in forms.
        """
        count = native.count_form_objects if depth else native.count_page_objects
        get = native.form_object if depth else native.page_object
        text_of = self._texts.parts.get
        for index in range(count(parent)):
            address = get(parent, index)
            self._order += 1
            if address is None:
                continue
            item = native.at(address)
            text = text_of(address)
            if text is not None:  # what has text need not be asked what it is
                self._take_text(item, text, outer)
                continue
            kind = native.object_type(item)
            if kind == _TEXT:
                self._take_text(item, self._texts.asked(item), outer)
            elif kind == _FORM:
                if depth < _FORM_DEPTH:
                    self.objects(item, product(self._own_matrix(item), outer), depth + 1)
            else:
                self._take_shape(item, kind, outer)

    def _take_text(self, item: Handle, text: str, outer: Matrix) -> None:
        if not text:
            return
        # All its numbers are asked for first and read in one go.
        placed = native.matrix(item, self._matrix)
        native.bounds(item, *self._edges)
        native.font_size(item, self._height)
        a, b, c, d, left, baseline, west, south, east, north, height = self._floats.read()
        if not placed:
            a, b, c, d, left, baseline = IDENTITY
        box: Box = (west, south, east, north)
        if outer is not IDENTITY:
            a, b, c, d, left, baseline = product((a, b, c, d, left, baseline), outer)
            west, south, east, north = box = mapped(box, outer)
        if not isfinite(a + b + c + d + left + baseline):
            return
        mode = native.render_mode(item)
        look, size = self._look((native.text_font(item), height, c, d, mode))
        turned = a < 0 or abs(b) > a * 0.2
        self.fragments.append(_fragment((text, left, east if east > left else left, baseline, look, turned)))
        width, high = self._size
        clip = native.clip_path(item)
        gone = not (east >= 0 and north >= 0 and west <= width and south <= high) or (
            clip is not None and not self._is_in_clip(native.at(clip), outer, box)
        )
        light = self._paint(item, mode) if mode else self._luminance(native.fill_colour, item)
        self.painted.append(_painted((self._order, box, light, size, gone, len(text))))

    def _look(self, key: tuple[int | None, float, float, float, int]) -> tuple[Format, float]:
        """Font and size of a text as printed, told by its font, font size, matrix and mode; and that size alone."""
        known = self._looks.get(key)
        if known is None:
            handle, height, c, d, mode = key
            size = round(height * hypot(c, d), 1)
            known = self._looks[key] = self._format(self._font(handle), size, broad=mode == _FILL_STROKE), size
        return known

    def _format(self, font: Font, size: float, *, broad: bool) -> Format:
        """The same for all texts that look alike; ``broad`` letters have an outline, and count as bold."""
        key = (font, size, broad)
        look = self._formats.get(key)
        if look is None:
            family, bold, italic = font
            look = self._formats[key] = Format(family or None, size or None, bold or broad, italic)
        return look

    def _take_shape(self, item: Handle, kind: int, outer: Matrix) -> None:
        box = self._box(item, outer)
        picture = kind == _PICTURE
        if not picture and (box[2] - box[0] < _LARGE or box[3] - box[1] < _LARGE):
            return
        luminance = None
        if kind == _PATH:
            native.draw_mode(item, *self._colours.places[:2])
            fill, stroke, *_ = self._colours.read()
            filled = fill != pdfium.FPDF_FILLMODE_NONE
            if not filled and not (stroke and self._is_broad(item)):
                return
            get = native.fill_colour if filled else native.stroke_colour
            luminance = self._luminance(get, item, opaque=True)
        self.shapes.append(Shape(self._order, box, luminance, picture))

    def _is_broad(self, item: Handle) -> bool:
        """Whether a line is so broad that it is a ground for text."""
        return bool(native.stroke_width(item, self._floats.places[0])) and self._floats.read()[0] >= _LARGE

    def _own_matrix(self, item: Handle) -> Matrix:
        if not native.matrix(item, self._matrix):
            return IDENTITY
        a, b, c, d, e, f, *_ = self._floats.read()
        return a, b, c, d, e, f

    def _box(self, item: Handle, outer: Matrix) -> Box:
        native.bounds(item, *self._edges)
        left, bottom, right, top = self._floats.read()[6:10]
        return mapped((left, bottom, right, top), outer)

    def _paint(self, item: Handle, mode: int) -> float | None:
        """The luminance that a text is painted with; ``None`` when it is not painted."""
        found = None
        if mode in _FILLED:
            found = self._luminance(native.fill_colour, item)
        if mode in _STROKED and (found is None or found > 0):
            other = self._luminance(native.stroke_colour, item)
            found = other if found is None else found if other is None else min(found, other)
        return found

    def _luminance(self, get: Callable[..., Any], item: Handle, *, opaque: bool = False) -> float | None:
        """Luminance of a colour, 0 to 255; ``None`` without opacity. A pattern counts as dark, since it is seen."""
        if not get(item, *self._colours.places):
            return None if opaque else 0.0
        red, green, blue, alpha = self._colours.read()
        if not alpha or (opaque and alpha < 255):
            return None
        luminance: float = 0.299 * red + 0.587 * green + 0.114 * blue
        return luminance

    def _is_in_clip(self, clip: Handle, outer: Matrix, box: Box) -> bool:
        """Whether a text in a box is clipped to one that touches it; clips that begin alike are taken for the same."""
        paths = native.count_clip_paths(clip)
        if paths <= 0:
            return True
        segments = native.count_clip_segments(clip, paths - 1)
        key = (paths, segments, *self._point(clip, paths - 1, 0))
        if key not in self._clips:
            shared = EVERYWHERE
            for path in range(paths):
                points = [self._point(clip, path, at) for at in range(native.count_clip_segments(clip, path))]
                if points:
                    across, up = [x for x, _ in points], [y for _, y in points]
                    shared = common(shared, (min(across), min(up), max(across), max(up)))
            self._clips[key] = shared
        return meet(mapped(self._clips[key], outer), box)

    def _point(self, clip: Handle, path: int, at: int) -> tuple[float, float]:
        segment = native.clip_segment(clip, path, at)
        if segment is None or not native.segment_point(native.at(segment), *self._floats.places[:2]):
            return 0.0, 0.0
        x, y, *_ = self._floats.read()
        return x, y

    def _font(self, handle: int | None) -> Font:
        """Family, bold, italic; each font looked at once a page."""
        if not handle:
            return "", False, False
        known = self._fonts.get(handle)
        if known is None:
            font = native.at(handle)
            name = _name(native.base_font_name, font)
            # Without the font in the file, its family would be that of PDFium's own substitute.
            if (not name or is_made_up(name)) and native.font_is_embedded(font) == 1:
                name = _name(native.family_name, font) or name
            known = self._fonts[handle] = fold_font_name(name)
        return known


def _name(get: Callable[[Handle, Place | None, c_size_t], int], font: Handle) -> str:
    size = get(font, None, c_size_t(0))
    buffer = ctypes.create_string_buffer(size)
    get(font, buffer, c_size_t(size))
    return buffer.value.decode("utf-8", "replace")
