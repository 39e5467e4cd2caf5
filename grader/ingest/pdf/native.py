"""PDFium's functions as the reading of pages calls them: with addresses as plain numbers.

The bindings of pypdfium2 make an object of ctypes for each pointer that goes in or comes out, which takes as long as
PDFium itself. Here a handle is an ``int`` (``None`` for no such thing), and answers are written into arrays of Python,
whose addresses do not change.
"""

from __future__ import annotations

import ctypes
import sys
from array import array
from collections.abc import Callable
from ctypes import c_int, c_size_t, c_ulong, c_void_p
from typing import Any, Final, Literal

import pypdfium2.raw as pdfium

Handle = int | None
"""The address of something of PDFium's."""

if sys.platform == "win32":
    _PROTOTYPE: Final[Callable[..., Any]] = ctypes.WINFUNCTYPE
else:
    _PROTOTYPE: Final[Callable[..., Any]] = ctypes.CFUNCTYPE


def _function(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    call: Callable[..., Any] = _PROTOTYPE(result, *arguments)(ctypes.cast(function, c_void_p).value)
    return call


count_page_objects: Final = _function(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
page_object: Final = _function(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
count_form_objects: Final = _function(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
form_object: Final = _function(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)

object_type: Final = _function(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
bounds: Final = _function(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
matrix: Final = _function(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
fill_colour: Final = _function(pdfium.FPDFPageObj_GetFillColor, c_int, *[c_void_p] * 5)
stroke_colour: Final = _function(pdfium.FPDFPageObj_GetStrokeColor, c_int, *[c_void_p] * 5)
stroke_width: Final = _function(pdfium.FPDFPageObj_GetStrokeWidth, c_int, c_void_p, c_void_p)
draw_mode: Final = _function(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)

clip_path: Final = _function(pdfium.FPDFPageObj_GetClipPath, c_void_p, c_void_p)
count_clip_paths: Final = _function(pdfium.FPDFClipPath_CountPaths, c_int, c_void_p)
count_clip_segments: Final = _function(pdfium.FPDFClipPath_CountPathSegments, c_int, c_void_p, c_int)
clip_segment: Final = _function(pdfium.FPDFClipPath_GetPathSegment, c_void_p, c_void_p, c_int, c_int)
segment_point: Final = _function(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)

object_text: Final = _function(pdfium.FPDFTextObj_GetText, c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)
font_size: Final = _function(pdfium.FPDFTextObj_GetFontSize, c_int, c_void_p, c_void_p)
render_mode: Final = _function(pdfium.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
text_font: Final = _function(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
font_is_embedded: Final = _function(pdfium.FPDFFont_GetIsEmbedded, c_int, c_void_p)
base_font_name: Final = _function(pdfium.FPDFFont_GetBaseFontName, c_size_t, c_void_p, c_void_p, c_size_t)
family_name: Final = _function(pdfium.FPDFFont_GetFamilyName, c_size_t, c_void_p, c_void_p, c_size_t)

count_characters: Final = _function(pdfium.FPDFText_CountChars, c_int, c_void_p)
page_text: Final = _function(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
text_object: Final = _function(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)


def address(thing: Any) -> int:
    """The address that a pointer of pypdfium2 holds."""
    return ctypes.cast(thing, c_void_p).value or 0


class Answers:
    """Room for numbers that PDFium writes.

    Args:
        code: ``f`` for floats, ``I`` for whole numbers without sign.
        count: how many.

    Attributes:
        values: what was written last.
        places: address of each of them.
    """

    __slots__ = ("places", "values")

    def __init__(self, code: Literal["f", "I"], count: int) -> None:
        self.values: array[Any] = array(code, [0] * count)
        start, size = self.values.buffer_info()[0], self.values.itemsize
        self.places = tuple(range(start, start + count * size, size))
