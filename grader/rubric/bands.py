"""Which band (predikat) a mark falls into."""

from __future__ import annotations

from collections.abc import Sequence

from grader.rubric.schema import Band


def band_of(points: float, bands: Sequence[Band]) -> Band:
    """The band of a mark.

    A band reaches from its lower bound, inclusive, to the lower bound of the next, exclusive; the last has no upper
    bound.

    Args:
        points: the mark, on the rubric's scale, at least the first band's lower bound.
        bands: from the lowest to the highest, at least one.

    Raises:
        ValueError: when the mark lies below all bands, or is no number.
    """
    for band in reversed(bands):
        if points >= band.lower:
            return band
    raise ValueError(f"{points} lies below all bands")
