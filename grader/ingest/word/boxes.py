"""Text boxes: found once though they are written twice, the ground of each, and whether it lies on the page at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from grader.ingest.word.colours import CLEAR, UNKNOWN, WHITE, Palette, hexadecimal, named
from grader.ingest.word.xml import Element, qn

_ALTERNATE: Final[str] = qn("mc:AlternateContent")
_CHOICE: Final[str] = qn("mc:Choice")
_FALLBACK: Final[str] = qn("mc:Fallback")
_CONTENT: Final[str] = qn("w:txbxContent")
_SHAPE: Final[str] = qn("wps:wsp")
_SHAPE_PROPERTIES: Final[str] = qn("wps:spPr")
_SHAPE_STYLE: Final = f"{qn('wps:style')}/{qn('a:fillRef')}"
_ANCHOR: Final[str] = qn("wp:anchor")
_VML: Final = frozenset(qn(f"v:{name}") for name in ("shape", "rect", "roundrect", "oval"))
_OTHER_FILLS: Final = frozenset(qn(f"a:{name}") for name in ("gradFill", "blipFill", "pattFill", "grpFill"))
_LEVELS: Final = 8
"""Levels above a text box at which its shape and anchor are looked for."""
_EMU: Final = 12_700
"""English metric units of DrawingML in a point."""
_FAR: Final = 1_200.0
"""Points beyond which no page reaches (A3 is 1,191 high)."""
_WIDEST_MARGIN: Final = 200.0
_OFFSET: Final = re.compile(r"margin-(?:left|top):(-?\d{1,7})(?:\.\d{1,9})?pt")


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: its ``w:txbxContent``, its own ground (`colours.CLEAR` when none), and whether it is off the page."""

    content: Element
    ground: str
    off_page: bool


def chosen_branch(alternate: Element) -> Element | None:
    """The branch of ``mc:AlternateContent`` that Word shows: the first choice, or else the fallback."""
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(_FALLBACK)


def boxes(parent: Element, palette: Palette) -> Iterator[Box]:
    """Text boxes below a drawing, the outermost ones, in order."""
    for child in parent:
        if child.tag == _CONTENT:
            yield _box(child, palette)
        elif child.tag == _ALTERNATE:
            if (chosen := chosen_branch(child)) is not None:
                yield from boxes(chosen, palette)
        elif child.tag != _FALLBACK:
            yield from boxes(child, palette)


def _box(content: Element, palette: Palette) -> Box:
    ground, off_page = CLEAR, False
    for level, above in enumerate(content.iterancestors()):
        if above.tag == _SHAPE:
            ground = _drawn_ground(above, palette)
        elif above.tag in _VML:
            ground = _vml_ground(above)
            off_page = any(abs(float(far)) >= _FAR for far in _OFFSET.findall(above.get("style", "")[:2000]))
        elif above.tag == _ANCHOR:
            off_page = _is_far(above)
        if level == _LEVELS or above.tag == _ANCHOR:
            break
    return Box(content, ground, off_page)


def _drawn_ground(shape: Element, palette: Palette) -> str:
    properties = shape.find(_SHAPE_PROPERTIES)
    for fill in properties if properties is not None else ():
        if fill.tag == qn("a:solidFill"):
            return palette.drawn(fill)
        if fill.tag == qn("a:noFill"):
            return CLEAR
        if fill.tag in _OTHER_FILLS:
            return UNKNOWN
    style = shape.find(_SHAPE_STYLE)
    return CLEAR if style is None or style.get("idx") == "0" else palette.drawn(style)


def _vml_ground(shape: Element) -> str:
    if shape.get("filled", "t") in ("f", "false", "0"):
        return CLEAR
    fill = shape.find(qn("v:fill"))
    if fill is not None and fill.get("type", "solid") != "solid":
        return UNKNOWN
    colour = shape.get("fillcolor")
    return WHITE if colour is None else hexadecimal(colour) or named(colour) or UNKNOWN


def _is_far(anchor: Element) -> bool:
    """Whether an anchored drawing lies wholly beyond the edges of any page.

    Positions are told from the page's edge, or from a margin, column, line or paragraph on it: then the drawing must be
    beyond the edge wherever that is.
    """
    extent = anchor.find(qn("wp:extent"))
    for tag, side, slack in (("wp:positionH", "cx", _WIDEST_MARGIN), ("wp:positionV", "cy", _FAR)):
        position = anchor.find(qn(tag))
        offset = position.find(qn("wp:posOffset")) if position is not None else None
        if position is None or offset is None:
            continue
        start = _points(offset.text)
        end = start + _points(extent.get(side) if extent is not None else None)
        if start >= _FAR or end <= (0 if position.get("relativeFrom") == "page" else -slack):
            return True
    return False


def _points(units: str | None) -> float:
    try:
        return int((units or "0")[:15]) / _EMU
    except ValueError:
        return 0.0
