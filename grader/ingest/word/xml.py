"""Small looks at WordprocessingML elements, with the names that the walk and the styles share."""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
"""Of the elements that are looked for, by the prefixes that Word gives them."""

Element = etree._Element
Key = tuple[tuple[str, tuple[tuple[str | bytes, str | bytes], ...]], ...]


@cache
def qn(tag: str) -> str:
    """The name that lxml knows an element by: ``w:p`` becomes ``{http://…/main}p``.

    Raises:
        KeyError: for a prefix that is not in `NAMESPACES`.
    """
    prefix, _, name = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


W_VAL: Final = qn("w:val")
_FALSE: Final = frozenset({"0", "false", "off"})


def first_child(parent: Element, tag: str) -> Element | None:
    """The first child of this name; far sooner than lxml's ``find`` or ``iterchildren``, for properties have few."""
    for child in parent:
        if child.tag == tag:
            return child
    return None


def child_value(parent: Element | None, tag: str) -> str | None:
    """``w:val`` of a child element, or ``None``."""
    found = first_child(parent, tag) if parent is not None else None
    return found.get(W_VAL) if found is not None else None


def switch(parent: Element | None, tag: str) -> bool | None:
    """An on/off property: ``None`` when it is not there, and on when it is there without a value."""
    found = first_child(parent, tag) if parent is not None else None
    if found is None:
        return None
    return is_on(found.get(W_VAL, "1"))


def is_on(value: str) -> bool:
    """Whether the value of an on/off attribute means on."""
    return value.lower() not in _FALSE


def integer(text: str | None) -> int | None:
    """A whole number as Word writes it (at times with decimals); ``None`` when it is none or beyond any use."""
    try:
        value = int(float(text or ""))
    except (ValueError, OverflowError):
        return None
    return value if abs(value) < 10**7 else None


def key(properties: Element | None) -> Key:
    """What an element holds, as a key: elements with equal keys say the same."""
    if properties is None or len(properties) == 0:
        return ()
    return tuple([(element.tag, tuple(element.items())) for element in properties.iter()])
