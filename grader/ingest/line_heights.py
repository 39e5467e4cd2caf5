"""How high a line of single spacing is in a font: what spacing in points has to be measured against.

A word processor takes ascent, descent and line gap of the font (its ``hhea`` table, or ``OS/2`` where that says so) as
the height of a single line. The factors below are their sum over the units of an em, read from the fonts themselves
or from fonts made to the same measures (Liberation, Carlito, Caladea, Gelasio). A font that is not here has no known
factor: its spacing in points is then said to be unknown rather than guessed.
"""

from __future__ import annotations

from typing import Final

_FACTORS: Final = {
    "arial": 1.1499,
    "calibri": 1.2207,
    "calibri light": 1.2207,
    "cambria": 1.1724,
    "candara": 1.2207,
    "carlito": 1.2207,
    "caladea": 1.1724,
    "comic sans ms": 1.3936,
    "consolas": 1.1709,
    "constantia": 1.2207,
    "corbel": 1.2207,
    "courier new": 1.1328,
    "georgia": 1.1362,
    "helvetica": 1.1499,
    "liberation mono": 1.1328,
    "liberation sans": 1.1499,
    "liberation serif": 1.1499,
    "roboto": 1.1719,
    "segoe ui": 1.3301,
    "tahoma": 1.207,
    "times new roman": 1.1499,
    "trebuchet ms": 1.1611,
    "verdana": 1.2153,
}


def single_line(font: str | None, size: float | None) -> float | None:
    """The height of a line of single spacing, in points; ``None`` when the font is not known here.

    >>> single_line("Arial", 12.0)
    13.7988
    """
    factor = _FACTORS.get(font.casefold()) if font else None
    return round(factor * size, 4) if factor and size else None
