"""Highlights and notes in a copy of a PDF: places by PDFium's text, annotations by pypdf.

Runs in a process of its own (see `pdf_child`): a PDF is anybody's, PDFium ends the process that runs it when memory
runs out, and pypdf can be kept busy for hours. So whatever goes wrong here may be raised as it is.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from grader.reports.participant.notes import Passage
from grader.reports.participant.skeleton import Found, Skeleton, find, skeleton

PAGES: Final = 500
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A note as this process gets it.

    Attributes:
        text: what it says where its passage is found.
        elsewhere: what it says where the passage is not found.
        passage: ``None`` for a note on the whole text.
        colour: red, green and blue, 0 to 1.
    """

    text: str
    elsewhere: str
    passage: Passage | None
    colour: tuple[float, float, float]


def marked(data: bytes, marks: Sequence[Mark], author: str) -> bytes:
    """The PDF, unencrypted, with a highlight and a note for each mark; deterministic.

    A mark whose passage is not found is a note at the edge of the passage's page, or of the first one.
    """
    document = pdfium.PdfDocument(data)
    try:
        pages = [_page(document, index) for index in range(min(len(document), PAGES))]
        found = [find(mark.passage, pages) if mark.passage is not None else None for mark in marks]
        boxes = [_boxes(document, place) if place is not None else [] for place in found]
        plain = _unlocked(document, data)
    finally:
        document.close()
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain)))
    notes: dict[int, int] = {}
    for number, (mark, place, here) in enumerate(zip(marks, found, boxes, strict=True), start=1):
        if place is not None and here:
            annotation, page = _highlight(mark, here), place.index
        else:
            page = min(mark.passage.page or 1, len(writer.pages)) - 1 if mark.passage is not None else 0
            annotation = _note(mark, writer.pages[page].cropbox, notes.get(page, 0))
            notes[page] = notes.get(page, 0) + 1
        annotation[NameObject("/T")] = TextStringObject(author)
        annotation[NameObject("/NM")] = TextStringObject(f"grader-{number}")
        annotation[NameObject("/F")] = NumberObject(4)  # printed too
        annotation[NameObject("/C")] = ArrayObject([FloatObject(part) for part in mark.colour])
        writer.add_annotation(page, annotation)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _unlocked(document: pdfium.PdfDocument, data: bytes) -> bytes:
    """The file without encryption; a file that has none stays byte for byte what it was."""
    if raw.FPDF_GetSecurityHandlerRevision(document) < 0:
        return data
    target = io.BytesIO()
    document.save(target, flags=raw.FPDF_REMOVE_SECURITY)
    return target.getvalue()


def _page(document: pdfium.PdfDocument, index: int) -> Skeleton:
    page = document[index]
    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text)
    read = skeleton(_character(raw.FPDFText_GetUnicode(text, place)) for place in range(count))
    text.close()
    page.close()
    return read


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _boxes(document: pdfium.PdfDocument, place: Found) -> list[Box]:
    """A box for each line of a passage."""
    page = document[place.index]
    text = page.get_textpage()
    boxes = []
    for index in range(raw.FPDFText_CountRects(text, place.first, place.last - place.first + 1)):
        sides = [ctypes.c_double() for _ in range(4)]
        if raw.FPDFText_GetRect(text, index, *(ctypes.byref(side) for side in sides)):
            left, top, right, bottom = (side.value for side in sides)
            if right > left and top > bottom:
                boxes.append((left, bottom, right, top))
    text.close()
    page.close()
    return boxes


def _highlight(mark: Mark, boxes: Sequence[Box]) -> DictionaryObject:
    quads = [
        value for left, bottom, right, top in boxes for value in (left, top, right, top, left, bottom, right, bottom)
    ]
    around = (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
    highlight = _annotation("/Highlight", mark.text, around)
    highlight[NameObject("/QuadPoints")] = ArrayObject([FloatObject(round(value, 2)) for value in quads])
    return highlight


def _note(mark: Mark, page: object, count: int) -> DictionaryObject:
    """A note at the upper edge of a page; several stand side by side."""
    left, top = (float(getattr(page, side)) for side in ("left", "top"))
    x, y = left + 18 + 24 * (count % 20), top - 36 - 24 * (count // 20)
    note = _annotation("/Text", mark.elsewhere, (x, y, x + 20, y + 20))
    note[NameObject("/Name")] = NameObject("/Comment")
    return note


def _annotation(kind: str, text: str, box: Box) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject([FloatObject(round(side, 2)) for side in box]),
            NameObject("/Contents"): TextStringObject(text),
        }
    )
