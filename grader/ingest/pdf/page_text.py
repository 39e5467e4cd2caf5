"""The texts of the objects of a page, cut from the text of the whole page.

Asked for the text of one object, PDFium looks through all characters of the page; in a page of a hundred objects this
takes longer than all else that is asked of them. So the text of the page is taken once, and where it changes from one
object to the next is found by asking whose a few characters are. What an object gets is the same: its characters, and
one blank when a blank follows.

PDFium puts the characters of an object side by side, but where writing from right to left is turned round; and some
characters stand differently in the text of a page than in that of an object. Such pages and objects are asked for.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import c_char, c_ulong
from typing import Final

import pypdfium2.raw as pdfium

from grader.ingest.pdf import native
from grader.ingest.pdf.native import Handle

_CHARACTERS: Final = 256
_LINE_END: Final = "\r\n"
_TURNED: Final = re.compile(r"[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")
"""Writing from right to left, and marks of direction."""
_PLAIN: Final = re.compile(r"[\t\n\r\x20-\x7e\xa0-\u0240\u2010-\u2027\u2030-\u205e\u20a0-\u2bff\uf000-\uf0ff]*\Z")
"""Latin letters, signs and symbol fonts. Among others are the hyphens that PDFium marks at line ends, each its way."""


class PageText:
    """The text of one page by its objects.

    Args:
        text_page: as PDFium made it of the page; must stay open.

    Attributes:
        parts: the text of each object that was cut from that of the page, by the address of the object.
    """

    def __init__(self, text_page: Handle) -> None:
        self.parts = _parts(text_page)
        self._text_page = text_page
        self._characters = (pdfium.FPDF_WCHAR * _CHARACTERS)()

    def of(self, address: int) -> str:
        """The text of a text object."""
        part = self.parts.get(address)
        return self.asked(native.at(address)) if part is None else part

    def asked(self, item: Handle) -> str:
        """What PDFium answers for an object; in one call where the text is short."""
        buffer, size = self._characters, _CHARACTERS
        while True:
            # The size is in bytes, with the end mark.
            needed = native.object_text(item, self._text_page, buffer, c_ulong(2 * size))
            if needed <= 2 * size:
                return ctypes.string_at(buffer, max(needed - 2, 0)).decode("utf-16-le", "replace")
            size = needed // 2 + 1
            buffer = (pdfium.FPDF_WCHAR * size)()


def _parts(text_page: Handle) -> dict[int, str]:
    """The text of each object, but of those that must be asked for; empty for a page that is read object by object."""
    text = _whole(text_page)
    if text is None or (not text.isascii() and _TURNED.search(text)):
        return {}
    whose = native.text_object
    parts: dict[int, str] = {}
    asked: set[int] = set()
    start, size = 0, len(text)
    while start < size:
        owner = whose(text_page, start)
        if owner is None:  # a blank or line end that PDFium put in
            start += 1
            continue
        if owner in parts or owner in asked:
            return {}
        line_end = text.find(_LINE_END, start + 1)
        if line_end > 0 and whose(text_page, line_end) is None and whose(text_page, line_end - 1) == owner:
            # Whole to the end of its line, as most are; and PDFium puts in both characters of a line end, or neither.
            part, start = text[start:line_end], line_end + len(_LINE_END)
        else:
            end = _end(text_page, text, start, owner)
            part, start = text[start:end] + (" " if text[end : end + 1] == " " else ""), end
        if (part.isascii() and part.isprintable()) or _PLAIN.match(part):
            parts[owner] = part
        else:
            asked.add(owner)
    return parts


def _whole(text_page: Handle) -> str | None:
    """The text of the page, if each of its characters stands at its own index."""
    count = native.count_characters(text_page)
    if count <= 0:
        return None
    buffer = bytearray(2 * (count + 1))  # for each size of an array, ctypes would make a type
    written = native.page_text(text_page, 0, count, ctypes.byref(c_char.from_buffer(buffer)))
    text = buffer[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    return text if len(text) == count else None


def _end(text_page: Handle, text: str, start: int, owner: int) -> int:
    """One past the last character of an object that begins at ``start``: mostly the end of the line, else halved."""
    inside, outside = start, len(text)
    line_end = text.find(_LINE_END, start + 1)
    if line_end > 0:
        if native.text_object(text_page, line_end) == owner:
            inside = line_end
        else:
            outside = line_end
            if native.text_object(text_page, line_end - 1) == owner:
                return line_end
    step = 1
    while inside + step < outside and native.text_object(text_page, inside + step) == owner:
        inside += step
        step *= 2
    outside = min(outside, inside + step)
    while outside - inside > 1:
        middle = (inside + outside) // 2
        if native.text_object(text_page, middle) == owner:
            inside = middle
        else:
            outside = middle
    return outside
