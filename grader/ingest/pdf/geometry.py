"""Places on a page: boxes and the matrices of PDF (a, b, c, d, e, f)."""

from __future__ import annotations

from typing import Final

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points of the page as shown."""
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Final[Box] = (-1e6, -1e6, 1e6, 1e6)


def product(first: Matrix, second: Matrix) -> Matrix:
    """What ``first`` and then ``second`` do."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def mapped(box: Box, matrix: Matrix) -> Box:
    """The box around a box that a matrix moved and turned."""
    if matrix is IDENTITY:
        return box
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    return (
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )


def common(one: Box, other: Box) -> Box:
    """What two boxes share; with its right edge left of its left one (or so upright) when they share nothing."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes touch."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def area(box: Box) -> float:
    """In square points."""
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def holds_middle(box: Box, inner: Box) -> bool:
    """Whether the middle of another box lies in a box."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
