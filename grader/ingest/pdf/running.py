"""Running heads and page numbers, told by standing at the same place of several pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Final

from grader.ingest.pdf.lines import TextLine
from grader.records.document import Kind

EDGE_LINES: Final = 3
"""How many lines from the top and from the bottom of a page are looked at."""
SAME_HEIGHT: Final = 3.0
"""Points by which the same running head may move from page to page."""

MARGIN: Final = 0.15
"""Share of a page's height, at its top and at its bottom, in which running heads stand."""
MANY: Final = 4
"""On so many pages the same line at the same height is no accident, however near the text it stands."""
APART: Final = 1.2
"""Distance from the text, in usual distances of lines."""

Key = tuple[str, int]

_DIGITS: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"[ivxl]{1,6}\Z", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(
    r"[-–—(|. ]{0,4}(?:(?:halaman|hal|page|hlm)\b[ .:|]{0,4})?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:dari|of|/) ?\d{1,4})?"
    r"[-–—)|. ]{0,4}(?:halaman|page)?\Z",
    re.IGNORECASE,
)


def running_kinds(pages: Sequence[Sequence[TextLine]], heights: Sequence[float]) -> dict[int, Kind]:
    """Which lines are running heads or page numbers.

    A line in the margin of its page is a running head when the same words, numbers apart, stand at the same
    height of other pages (of a third of them, and at least of two in all), when all lines farther out are running too,
    and when it keeps a distance from the text; on `MANY` pages it need not. A number alone is a page number by the same
    rule, and also as the outermost line of a page.

    Args:
        pages: lines of each page.
        heights: of the pages, in points.

    Returns:
        Kind by ``id`` of the line.
    """
    edges = [_edges(lines) for lines in pages]
    keys = {id(line): _keys(line) for page_edges in edges for edge in page_edges for line in edge}
    times = Counter(
        [key for page_edges in edges for key in {key for edge in page_edges for line in edge for key in keys[id(line)]}]
    )
    needed = max(2, len(pages) // 3)
    usual = _usual_distance(pages)
    kinds: dict[int, Kind] = {}
    for page_edges, height in zip(edges, heights, strict=True):
        for edge in page_edges:
            margin = [line for line in edge if not MARGIN * height < line.baseline < (1 - MARGIN) * height]
            counts = [max([times[key] for key in keys[id(line)]]) for line in margin[:EDGE_LINES]]
            for line in edge[: _running(edge, counts, needed, usual)]:
                kinds[id(line)] = Kind.PAGE_NUMBER if _PAGE_NUMBER.match(line.text) else Kind.RUNNING_HEAD
    return kinds


def _running(edge: Sequence[TextLine], counts: Sequence[int], needed: int, usual: float) -> int:
    """How many lines from the edge inwards are running.

    Args:
        edge: lines from the edge inwards, those of the text too.
        counts: on how many pages the first of them stand.
        needed: on how many they must.
        usual: usual distance of lines, in points.
    """
    size = 0
    while size < len(counts) and not edge[size].turned:
        if counts[size] < needed and not (size == 0 and _PAGE_NUMBER.match(edge[0].text)):
            break
        size += 1
    while size and not _PAGE_NUMBER.match(edge[size - 1].text) and counts[size - 1] < MANY:
        if size == len(edge) or abs(edge[size - 1].baseline - edge[size].baseline) > APART * usual:
            break
        size -= 1
    return size


def _edges(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Lines from the top inwards and from the bottom inwards, one more each than may be running."""
    ordered = sorted(lines, key=attrgetter("baseline"), reverse=True)
    middle = (len(ordered) + 1) // 2
    return ordered[:middle][: EDGE_LINES + 1], ordered[middle:][::-1][: EDGE_LINES + 1]


def _usual_distance(pages: Sequence[Sequence[TextLine]]) -> float:
    """The usual distance of two lines, in points."""
    distances = [
        upper.baseline - lower.baseline
        for lines in pages
        for upper, lower in pairwise(lines)
        if upper.baseline > lower.baseline
    ]
    return median(distances) if distances else 0.0


def _keys(line: TextLine) -> tuple[Key, Key]:
    """What tells a running head: its words, with each of the two height steps that it may fall into."""
    words = _DIGITS.sub("#", line.text.casefold())
    if _ROMAN.match(words):
        words = "#"
    step = int(line.baseline // SAME_HEIGHT)
    return (words, step), (words, step + 1)
