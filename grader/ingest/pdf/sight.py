"""What of a page's text a person does not see: told by how it is painted, and where that leaves doubt by the pixels.

Text is out of sight when it is painted with nothing (render modes 3 and 7, no opacity), is tiny, stands beyond the page
or its clip, has the colour of its ground, or lies under something opaque. Only where paint and place leave doubt (light
text over a drawing, text under a filled shape) the page is rendered small, and the pixels decide: so white letters on
a dark table head are seen, however the head was drawn. An unpainted layer over the picture of a page is what text
recognition leaves, and is read.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from grader.ingest.pdf.geometry import Box, area, holds_middle

TINY: Final = 4.0
"""Points of font size below which nobody reads."""
LIGHT: Final = 215
"""Luminance, 0 to 255, from which text may be lost on white paper."""
CONTRAST: Final = 25
"""Luminance by which text must differ from its ground."""
PAGE_PICTURE: Final = 0.5
"""Share of the page that pictures cover when they are the picture of the page."""
SHAPES: Final = 400
"""So many shapes of a page are looked at, the largest first."""
_SIDE: Final = 1000
_LEGIBLE: Final = 4.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled shape, shading or picture; ``luminance`` is ``None`` when it is not of one opaque colour."""

    order: int
    box: Box
    luminance: float | None = None
    picture: bool = False


class Painted(NamedTuple):
    """How a text is painted: its place among all that is drawn, its box, luminance (``None``: not at all), size."""

    order: int
    box: Box
    luminance: float | None
    size: float
    gone: bool = False
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Pixels:
    """A page in grey, from its upper left corner; ``scale`` is pixels in a point."""

    grey: bytes
    stride: int
    width: int
    height: int
    scale: float

    def within(self, box: Box) -> bytes:
        """The pixels in a box."""
        left, right = (min(max(int(x * self.scale), 0), self.width - 1) for x in (box[0] - 1, box[2] + 1))
        top, bottom = (
            min(max(int(self.height - y * self.scale), 0), self.height - 1) for y in (box[3] + 1, box[1] - 1)
        )
        rows = range(top * self.stride, (bottom + 1) * self.stride, self.stride)
        return b"".join(self.grey[row + left : row + right + 1] for row in rows)


def unseen(
    texts: Sequence[Painted], shapes: Sequence[Shape], size: tuple[float, float], look: Callable[[], Pixels | None]
) -> tuple[set[int], bool]:
    """Which texts of a page a person does not see.

    Args:
        texts: with letters or digits; in the order of drawing.
        shapes: what else is drawn.
        size: width and height of the page in points.
        look: renders the page; called at most once, and only in doubt. ``None`` when it cannot be rendered.

    Returns:
        Indices of ``texts``; and whether unpainted text is read, as the layer over a scan.
    """
    hidden: set[int] = set()
    unpainted: set[int] = set()
    plain = not shapes
    for index, (_, _, luminance, points, gone, _) in enumerate(texts):
        if gone or points < TINY:
            hidden.add(index)
        elif luminance is None:
            unpainted.add(index)
        elif luminance >= LIGHT:
            plain = False
    if plain and not unpainted:
        return hidden, False
    layer = set(unpainted) if unpainted and _is_layer(texts, unpainted, shapes, size) else set()
    hidden |= unpainted - layer
    pixels: Pixels | None = None
    looked = False
    largest = sorted(shapes, key=lambda shape: -area(shape.box))[:SHAPES]
    for index, text in enumerate(texts):
        if index in hidden or index in layer:
            continue
        under, doubt = _doubt(text, largest)
        if not doubt:
            continue
        if not under:
            hidden.add(index)
            continue
        if not looked:
            pixels, looked = look(), True
        if pixels is not None and not _stands_out(text, pixels):
            hidden.add(index)
    return hidden, bool(layer)


def _is_layer(
    texts: Sequence[Painted], unpainted: set[int], shapes: Sequence[Shape], size: tuple[float, float]
) -> bool:
    """Whether unpainted text is what recognition left over the picture of a page.

    Pictures must cover half of the page and the text must lie in them; and there is no more painted text beside it, as
    there is on a typed page with a picture behind it.
    """
    pictures = [shape.box for shape in shapes if shape.picture]
    if sum(map(area, pictures)) < PAGE_PICTURE * size[0] * size[1]:
        return False
    inside = sum(texts[i].characters for i in unpainted if any(holds_middle(box, texts[i].box) for box in pictures))
    painted = sum(text.characters for index, text in enumerate(texts) if index not in unpainted)
    total = sum(texts[i].characters for i in unpainted)
    return 2 * inside > total and painted < total


def _doubt(text: Painted, shapes: Sequence[Shape]) -> tuple[bool, bool]:
    """Whether anything lies under or over a text, and whether it may be out of sight."""
    light = (text.luminance or 0) >= LIGHT
    touched, doubt = False, light
    for shape in shapes:
        if not holds_middle(shape.box, text.box):
            continue
        touched = True
        if shape.luminance is None:
            continue
        alike = text.luminance is not None and abs(text.luminance - shape.luminance) < CONTRAST
        doubt = doubt or shape.order > text.order or alike
        if doubt:
            break
    return touched, doubt


def _stands_out(text: Painted, pixels: Pixels) -> bool:
    """Whether a text differs from its ground: light text by its colour, other text by any ink at all."""
    seen = pixels.within(text.box)
    if not seen:
        return True
    ground = median(seen)
    if text.luminance is not None and abs(text.luminance - ground) < CONTRAST:
        return False
    if text.size * pixels.scale < _LEGIBLE:
        return True
    return max(max(seen) - ground, ground - min(seen)) >= CONTRAST


def render(page: Any, size: tuple[float, float]) -> Pixels | None:
    """A page of PDFium's in grey, small; ``None`` when PDFium cannot render it."""
    width, height = size
    scale = min(1.5, _SIDE / max(width, height, 1.0))
    columns, rows = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        grey = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
        return Pixels(grey, stride, columns, rows, scale)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
