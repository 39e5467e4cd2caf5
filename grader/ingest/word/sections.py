"""Page size and margins: those of the section that holds most of the text."""

from __future__ import annotations

from collections import Counter
from typing import Final

from grader.ingest.word.looks import TWIPS
from grader.ingest.word.xml import Element, integer, qn
from grader.records.document import Margins

_SECTION: Final[str] = qn("w:sectPr")
_CHANGE: Final[str] = qn("w:sectPrChange")
_TEXT: Final[str] = qn("w:t")
_SIZE: Final[str] = qn("w:pgSz")
_MARGINS: Final[str] = qn("w:pgMar")

PageSize = tuple[float, float]


def page_of_most_text(body: Element) -> tuple[PageSize | None, Margins | None]:
    """Width and height, and margins, in points, each as most characters of the body have it.

    A section's properties stand behind its text: in its last paragraph, or at the end of the body for the last one.
    ``None`` where the section with most text says nothing.
    """
    sections = [section for section in body.iter(_SECTION) if not _is_former(section)]
    if len(sections) <= 1:
        return (_size(sections[0]), _margins(sections[0])) if sections else (None, None)
    sizes: Counter[PageSize | None] = Counter()
    margins: Counter[Margins | None] = Counter()
    characters = 0
    for element in body.iter(_SECTION, _TEXT):
        if element.tag == _TEXT:
            characters += len(element.text or "")
        elif not _is_former(element):
            sizes[_size(element)] += characters
            margins[_margins(element)] += characters
            characters = 0
    return sizes.most_common(1)[0][0], margins.most_common(1)[0][0]


def _is_former(section: Element) -> bool:
    """Whether these are the properties before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == _CHANGE


def _size(section: Element) -> PageSize | None:
    size = section.find(_SIZE)
    if size is None:
        return None
    width, height = integer(size.get(qn("w:w"))), integer(size.get(qn("w:h")))
    return (width / TWIPS, height / TWIPS) if width and height and width > 0 and height > 0 else None


def _margins(section: Element) -> Margins | None:
    """The room around the text; the room for binding (``w:gutter``) belongs to the left margin."""
    found = section.find(_MARGINS)
    if found is None:
        return None
    top, right, bottom, left = (integer(found.get(qn(f"w:{side}"))) for side in ("top", "right", "bottom", "left"))
    if top is None or right is None or bottom is None or left is None:
        return None
    left += max(integer(found.get(qn("w:gutter"))) or 0, 0)
    # A negative height only means that the running head may not push the text down.
    return Margins(abs(top) / TWIPS, right / TWIPS, abs(bottom) / TWIPS, left / TWIPS)
