"""Running heads and page numbers, told by standing at the same place of several pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from grader.ingest.pdf.lines import TextLine
from grader.records.document import Kind

EDGE_LINES: Final = 3
"""How many lines from the top and from the bottom of a page are looked at."""
SAME_HEIGHT: Final = 3.0
"""Points by which the same running head may move from page to page."""

_DIGITS: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"[ivxl]{1,6}\Z", re.IGNORECASE)
_PAGE_NUMBER: Final = re.compile(
    r"[-–—(|. ]{0,4}(?:(?:halaman|hal|page|hlm)\b[ .:|]{0,4})?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:dari|of|/) ?\d{1,4})?"
    r"[-–—)|. ]{0,4}(?:halaman|page)?\Z",
    re.IGNORECASE,
)


def running_kinds(pages: Sequence[Sequence[TextLine]]) -> dict[int, Kind]:
    """Which lines are running heads or page numbers.

    A line among the outermost of its page is one when the same words, numbers apart, stand at the same height of
    another page: on all pages of two, on a third of the pages of more, at least on two. A number alone at the bottom
    or top is a page number also when the document has one page.

    Args:
        pages: lines of each page.

    Returns:
        Kind by ``id`` of the line.
    """
    edges = [_edges(lines) for lines in pages]
    times: Counter[tuple[bool, str, int]] = Counter()
    for page in edges:
        keys = {key for line, top in page for key in _keys(line, top)}
        times.update(keys)
    needed = max(2, len(pages) // 3)
    kinds: dict[int, Kind] = {}
    for page in edges:
        for line, top in page:
            repeated = max(times[key] for key in _keys(line, top)) >= needed
            if _PAGE_NUMBER.match(line.text) and (repeated or line is page[0][0] or line is page[-1][0]):
                kinds[id(line)] = Kind.PAGE_NUMBER
            elif repeated and not line.turned:
                kinds[id(line)] = Kind.RUNNING_HEAD
    return kinds


def _edges(lines: Sequence[TextLine]) -> list[tuple[TextLine, bool]]:
    """The outermost lines with whether they are at the top; a page of few lines gives each line once."""
    ordered = sorted(lines, key=lambda line: -line.baseline)
    top = ordered[:EDGE_LINES]
    bottom = ordered[max(len(ordered) - EDGE_LINES, len(top)) :]
    return [(line, True) for line in top] + [(line, False) for line in bottom]


def _keys(line: TextLine, top: bool) -> tuple[tuple[bool, str, int], ...]:
    """What tells a running head: its words, with each of the two height steps that it may fall into."""
    words = _DIGITS.sub("#", line.text.casefold())
    if _ROMAN.match(words):
        words = "#"
    step = int(line.baseline // SAME_HEIGHT)
    return (top, words, step), (top, words, step + 1)
