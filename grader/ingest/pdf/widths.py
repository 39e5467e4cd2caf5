"""How wide a text is, about: in the fonts of common use letters have much the same widths against each other."""

from __future__ import annotations

from typing import Final

_NARROW: Final = frozenset("fijlrtI.,:;'|!()[]- ")


class _Widths(dict[str, float]):
    """Widths of characters, worked out when first asked."""

    def __missing__(self, char: str) -> float:
        width = 0.5 if char in _NARROW else 1.5 if char in "mwMW" else 1.3 if char.isupper() else 1.0
        self[char] = width
        return width


_WIDTHS: Final = _Widths()


def text_width(text: str) -> float:
    """Width of a text against that of a small letter."""
    return sum(map(_WIDTHS.__getitem__, text))
