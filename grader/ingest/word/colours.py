"""Colours of letters and of what is behind them, and whether a person can tell the two apart.

A colour is six hexadecimal digits in capitals. `AUTO` is the colour that Word chooses itself, so that letters can be
read; `CLEAR` is a ground through which the one below is seen; `UNKNOWN` one that is no single colour (a picture).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from grader.ingest.word.xml import W_VAL, Element, integer, qn

AUTO: Final = "auto"
CLEAR: Final = "clear"
UNKNOWN: Final = "unknown"
WHITE: Final = "FFFFFF"
BLACK: Final = "000000"

LEAST_CONTRAST: Final = 1.3
"""Letters with less contrast to their ground (1 to 21, as WCAG 2.2 reckons it) are not seen; light grey has 1.4."""
PLAIN_HUE: Final = 128
"""Unless one of red, green and blue differs by more than this: yellow letters on white have little contrast, too."""

_HEX: Final = re.compile(r"#?([0-9A-Fa-f]{6})\b")
_OFFICE: Final = {
    "dk1": BLACK, "lt1": WHITE, "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
"""Colours of the Office theme, which Word takes when a file has none."""
_SLOTS: Final = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1",
    "text2": "dk2", "background2": "lt2", "tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
HIGHLIGHTS: Final = {
    "black": BLACK, "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": WHITE, "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
    "none": CLEAR,
}  # fmt: skip
"""Colours of the marker pen (ISO/IEC 29500-1, 17.18.40)."""
_NAMES: Final = {name.lower(): colour for name, colour in HIGHLIGHTS.items() if colour != CLEAR} | {
    "navy": "000080", "gray": "808080", "grey": "808080", "silver": "C0C0C0", "purple": "800080", "teal": "008080",
    "maroon": "800000", "lime": "00FF00", "window": WHITE, "windowtext": BLACK,
}  # fmt: skip


class Palette:
    """The colours of a document.

    Args:
        theme: gives the root of the theme part, or ``None``; asked only when a colour of the theme is met.
    """

    def __init__(self, theme: Callable[[], Element | None]) -> None:
        self._theme = theme
        self._known: dict[str, str] | None = None

    def letters(self, element: Element | None) -> str | None:
        """The colour that a ``w:color`` sets; the theme's goes before the one written beside it."""
        return None if element is None else self._word(element, W_VAL, "w:theme", "Color")

    def shade(self, element: Element | None) -> str | None:
        """The ground that a ``w:shd`` sets (17.3.5.1): a fill, and a pattern of another colour on it."""
        if element is None:
            return None
        pattern = element.get(W_VAL, "clear")
        fill = self._word(element, qn("w:fill"), "w:themeFill", "") or AUTO
        if pattern in ("clear", "nil"):
            return CLEAR if fill == AUTO or pattern == "nil" else fill
        front = self._word(element, qn("w:color"), "w:theme", "Color") or AUTO
        front = BLACK if front == AUTO else front
        if pattern == "solid":
            return front
        share = integer(pattern.removeprefix("pct")) if pattern.startswith("pct") else None
        return UNKNOWN if share is None else _mix(front, WHITE if fill == AUTO else fill, share / 100)

    def drawn(self, fill: Element) -> str:
        """The colour in a DrawingML fill (``a:solidFill``, ``wps:fillRef``)."""
        for element in fill:
            name = element.get("val", "")
            if element.tag == qn("a:srgbClr"):
                colour = hexadecimal(name)
            elif element.tag == qn("a:schemeClr"):
                colour = self._slot(name)
            elif element.tag == qn("a:sysClr"):
                colour = hexadecimal(element.get("lastClr")) or named(name)
            else:
                colour = named(name)
            return UNKNOWN if colour is None else _drawn_mix(colour, element)
        return UNKNOWN

    def _word(self, element: Element, plain: str, theme: str, suffix: str) -> str | None:
        slot = element.get(qn(theme + suffix))
        colour = self._slot(slot) if slot and slot != "none" else None
        if colour is None:
            value = element.get(plain)
            return AUTO if value == AUTO else hexadecimal(value)
        for name, end in (("Tint", WHITE), ("Shade", BLACK)):
            if amount := element.get(qn(theme + name)):
                colour = _mix(colour, end, _byte(amount) / 255)
        return colour

    def _slot(self, name: str) -> str | None:
        if self._known is None:
            self._known = dict(_OFFICE)
            root = self._theme()
            scheme = root.find(f".//{qn('a:clrScheme')}") if root is not None else None
            for entry in scheme if scheme is not None else ():
                value = entry[0].get("lastClr") or entry[0].get("val") if len(entry) else None
                if (colour := hexadecimal(value)) and isinstance(entry.tag, str):
                    self._known[entry.tag.rpartition("}")[2]] = colour
        return self._known.get(_SLOTS.get(name, name))


def hexadecimal(value: str | None) -> str | None:
    """Six hexadecimal digits, with or without ``#`` and a remark behind them; ``None`` when there are none."""
    found = _HEX.match(value or "")
    return found[1].upper() if found else None


def named(value: str) -> str | None:
    """A colour by its English name, as VML and DrawingML write it."""
    return _NAMES.get(value.partition(" ")[0].lower())


@lru_cache(maxsize=1024)
def can_be_seen(letters: str, ground: str) -> bool:
    """Whether letters of a colour stand out from their ground.

    >>> can_be_seen("FEFEFE", "FFFFFF"), can_be_seen("FFFFFF", "1F3864"), can_be_seen("FFFF00", "FFFFFF")
    (False, True, True)
    """
    if letters in (AUTO, UNKNOWN) or ground in (CLEAR, UNKNOWN):
        return True
    one, two = _channels(letters), _channels(ground)
    if max(abs(a - b) for a, b in zip(one, two, strict=True)) > PLAIN_HUE:
        return True
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + 0.05) / (dark + 0.05) >= LEAST_CONTRAST


def _luminance(channels: tuple[int, ...]) -> float:
    """Relative luminance (WCAG 2.2): 0 is black, 1 is white."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour))


def _mix(front: str, back: str, share: float) -> str:
    """So much of the one colour, and the rest of the other."""
    share = min(max(share, 0.0), 1.0)
    pairs = zip(_channels(front), _channels(back), strict=True)
    return "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _drawn_mix(colour: str, element: Element) -> str:
    """A colour made darker or lighter by the children of its element; nearly as the standard reckons (in RGB)."""
    for change in element:
        amount = (integer(change.get("val")) or 0) / 100_000
        name = change.tag.rpartition("}")[2] if isinstance(change.tag, str) else ""
        if name in ("lumMod", "shade"):
            colour = _mix(colour, BLACK, amount)
        elif name == "lumOff":
            colour = "".join(f"{min(255, round(c + 255 * amount)):02X}" for c in _channels(colour))
        elif name == "tint":
            colour = _mix(colour, WHITE, amount)
        elif name == "alpha" and amount < 0.5:
            return UNKNOWN
    return colour


def _byte(text: str) -> int:
    try:
        return min(int(text[:4], 16), 255)
    except ValueError:
        return 255
