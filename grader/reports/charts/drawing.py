"""What all drawings share: how wide they are, how finely they are drawn, and a bar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WIDTH: Final = 640.0
"""Of the view box of histogram and bars."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; ``kind`` is its class in the style sheet, ``count`` what it stands for."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    count: int

    @property
    def middle(self) -> float:
        """The x of its middle, where its number stands."""
        return rounded(self.x + self.width / 2)


def rounded(value: float) -> float:
    """Two decimals are finer than any screen, and the same on every system."""
    return round(value, 2)
