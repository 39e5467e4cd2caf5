"""PDFium's functions as the reading of pages calls them: a dozen times for each object, so with the least around them.

The bindings of pypdfium2 make an object of ctypes for each pointer that goes in or comes out, and turn every argument
into the type that it was declared with; that takes longer than what PDFium does. Here no types are declared but that of
the result: a `Handle` and the `Place` of an answer are arguments made up beforehand, which go in as they are, and so
does an ``int`` as a C ``int``. **Nothing else may be given to these functions, above all no address as a number**, of
which half would be cut off.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import c_char, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from functools import partial
from struct import Struct
from typing import Any, Final, Literal

import pypdfium2.raw as pdfium

Handle = Any
"""Something of PDFium's, as an argument; made of its address by `at`."""
Place = Any
"""Where PDFium writes: one number or more."""

_OfOne = Callable[[Handle], int]
_Answering = Callable[[Handle, Place], int]
_Colour = Callable[[Handle, Place, Place, Place, Place], int]
_Name = Callable[[Handle, Place | None, c_size_t], int]

if sys.platform == "win32" and sys.maxsize < 2**32:
    _PROTOTYPE: Final[Callable[..., Any]] = ctypes.WINFUNCTYPE
else:
    # The calls are so short that to let other threads run meanwhile would take longer.
    _PROTOTYPE: Final[Callable[..., Any]] = ctypes.PYFUNCTYPE


def _function(function: Any, result: Any) -> Any:
    return _PROTOTYPE(result)(ctypes.cast(function, c_void_p).value)


count_page_objects: Final[_OfOne] = _function(pdfium.FPDFPage_CountObjects, c_int)
page_object: Final[Callable[[Handle, int], int | None]] = _function(pdfium.FPDFPage_GetObject, c_void_p)
"""The address of an object, which tells it from others."""
count_form_objects: Final[_OfOne] = _function(pdfium.FPDFFormObj_CountObjects, c_int)
form_object: Final[Callable[[Handle, int], int | None]] = _function(pdfium.FPDFFormObj_GetObject, c_void_p)

object_type: Final[_OfOne] = _function(pdfium.FPDFPageObj_GetType, c_int)
bounds: Final[_Colour] = _function(pdfium.FPDFPageObj_GetBounds, c_int)
matrix: Final[_Answering] = _function(pdfium.FPDFPageObj_GetMatrix, c_int)
fill_colour: Final[_Colour] = _function(pdfium.FPDFPageObj_GetFillColor, c_int)
stroke_colour: Final[_Colour] = _function(pdfium.FPDFPageObj_GetStrokeColor, c_int)
stroke_width: Final[_Answering] = _function(pdfium.FPDFPageObj_GetStrokeWidth, c_int)
draw_mode: Final[Callable[[Handle, Place, Place], int]] = _function(pdfium.FPDFPath_GetDrawMode, c_int)

clip_path: Final[Callable[[Handle], int | None]] = _function(pdfium.FPDFPageObj_GetClipPath, c_void_p)
count_clip_paths: Final[_OfOne] = _function(pdfium.FPDFClipPath_CountPaths, c_int)
count_clip_segments: Final[Callable[[Handle, int], int]] = _function(pdfium.FPDFClipPath_CountPathSegments, c_int)
clip_segment: Final[Callable[[Handle, int, int], int | None]] = _function(pdfium.FPDFClipPath_GetPathSegment, c_void_p)
segment_point: Final[Callable[[Handle, Place, Place], int]] = _function(pdfium.FPDFPathSegment_GetPoint, c_int)

object_text: Final[Callable[[Handle, Handle, Place, c_ulong], int]] = _function(pdfium.FPDFTextObj_GetText, c_ulong)
font_size: Final[_Answering] = _function(pdfium.FPDFTextObj_GetFontSize, c_int)
render_mode: Final[_OfOne] = _function(pdfium.FPDFTextObj_GetTextRenderMode, c_int)
text_font: Final[Callable[[Handle], int | None]] = _function(pdfium.FPDFTextObj_GetFont, c_void_p)
"""The address of the font."""
font_is_embedded: Final[_OfOne] = _function(pdfium.FPDFFont_GetIsEmbedded, c_int)
base_font_name: Final[_Name] = _function(pdfium.FPDFFont_GetBaseFontName, c_size_t)
family_name: Final[_Name] = _function(pdfium.FPDFFont_GetFamilyName, c_size_t)

count_characters: Final[_OfOne] = _function(pdfium.FPDFText_CountChars, c_int)
page_text: Final[Callable[[Handle, int, int, Any], int]] = _function(pdfium.FPDFText_GetText, c_int)
text_object: Final[Callable[[Handle, int], int | None]] = _function(pdfium.FPDFText_GetTextObject, c_void_p)
"""The address of the text object; ``None`` for a character that PDFium put in."""

rotation: Final[_OfOne] = _function(pdfium.FPDFPage_GetRotation, c_int)
crop_box: Final[_Colour] = _function(pdfium.FPDFPage_GetCropBox, c_int)
media_box: Final[_Colour] = _function(pdfium.FPDFPage_GetMediaBox, c_int)

at: Final[Callable[[int], Handle]] = (
    # On 32 bits an address may be too large for an offset.
    partial(ctypes.byref, c_char.from_address(0)) if sys.maxsize > 2**32 else c_void_p
)
"""What stands at an address, as an argument that nothing has to be made of; PDFium alone looks there."""


def address(thing: Any) -> int:
    """Where that is what a pointer of pypdfium2 points at."""
    return ctypes.cast(thing, c_void_p).value or 0


def handle(thing: Any) -> Handle:
    """What a pointer of pypdfium2 points at."""
    return at(address(thing))


class Answers:
    """Room for numbers that PDFium writes.

    Args:
        code: ``f`` for floats, ``I`` for whole numbers without sign.
        count: how many.

    Attributes:
        places: of each of them.
        read: tells what was written last, of each.
    """

    __slots__ = ("places", "read")

    def __init__(self, code: Literal["f", "I"], count: int) -> None:
        kind = c_float if code == "f" else c_uint
        size = ctypes.sizeof(kind)
        room = bytearray(size * count)
        self.places: tuple[Place, ...] = tuple(
            ctypes.byref(kind.from_buffer(room, place * size)) for place in range(count)
        )
        self.read: Callable[[], tuple[Any, ...]] = partial(Struct(f"{count}{code}").unpack_from, room)
