"""How the text of a PDF is set: spacing of lines, alignment, margins. A PDF says none of it; all is measured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Final

from grader.ingest.pdf.fonts import line_height
from grader.ingest.pdf.lines import TextLine
from grader.ingest.pdf.pages import Page
from grader.ingest.pdf.paragraph import Paragraph
from grader.ingest.pdf.paragraphs import Measure
from grader.records.document import Margins

FLUSH: Final = 2.0
"""Points by which edges of lines may differ that are set flush: side bearings, and a hyphen or quotation mark."""
LINES: Final = 8
"""Fewer lines do not tell the margins of a page."""
UNFIT: Final = 2.0
"""Lines that may have been moved to the next page though there was room for one."""
_ASCENT: Final = 0.905
_DESCENT: Final = 0.212
"""Of Arial, in font sizes; other fonts of common use differ by a point at 12."""
_OUTLIERS: Final = 0.01


def line_spacing(paragraph: Paragraph) -> float | None:
    """Baseline distance against the height of a single line of its font.

    Word and LibreOffice set baselines that far apart: the height of a single line (ascent, descent and gap in the
    font's own tables), times the spacing.

    Returns:
        As a multiple of single spacing; ``None`` for a single line, and for a font whose height is not known.
    """
    leading = paragraph.leading()
    line = paragraph.lines[0]
    if not leading:
        return None
    parts = line.fragments
    longest = parts[0] if len(parts) == 1 else max(parts, key=lambda part: len(part.text))
    single = line_height(longest.format.font or "", line.size)
    return round(leading / single, 2) if single else None


def alignment(paragraph: Paragraph, usual: Measure) -> str | None:
    """``left``, ``right``, ``center`` or ``justify``, told by the edges of its lines.

    The last line tells nothing of the right edge, the first line nothing of the left. A paragraph of two lines is
    justified only if its first line ends where lines of the document usually end.

    Returns:
        ``None`` for a single line, and where the edges fit more than one way or none.
    """
    lines = paragraph.lines
    if len(lines) < 2 or any(line.turned for line in lines) or len({line.page for line in lines}) > 2:
        return None
    wrapped = [line.right for line in lines[:-1]]
    lefts = [line.left for line in lines[1:]]
    left = _alike(lefts) if len(lefts) > 1 else abs(lines[0].left - lefts[0]) <= 4 * usual.size
    if len(wrapped) == 1:
        wrapped.append(usual.right)
    right = _alike(wrapped)
    if left:
        return "justify" if right else "left"
    if right and abs(lines[-1].right - median(wrapped)) <= FLUSH:
        return "right"
    middles = [line.left + line.right for line in lines]
    return "center" if _alike(middles, 2 * FLUSH) else None


def margins(body: Sequence[TextLine], pages: Sequence[Page]) -> Margins | None:
    """Distances from the edges of the pages to the text, running heads aside.

    Left and right edges are those of nearly all lines, since single ones stick out. At the top Word puts the wider part
    of a spaced line above it and LibreOffice does not, so half of it is taken off. The bottom of a text tells its
    margin but for the lines that did not fit, up to two where widows are kept together; within that doubt it is taken
    to be like one of the other margins. The last page does not count.

    Returns:
        In points; ``None`` for a single page, whose text tells nothing of the bottom, and for too few lines.
    """
    by_page: dict[int, list[TextLine]] = {}
    for line in body:
        if not line.turned:
            by_page.setdefault(line.page, []).append(line)
    full = [lines for number, lines in sorted(by_page.items()) if number < len(pages) and len(lines) >= LINES]
    if not full:
        return None
    sizes = {(round(pages[lines[0].page - 1].width), round(pages[lines[0].page - 1].height)) for lines in full}
    if len(sizes) > 1:
        return None
    page = pages[full[0][0].page - 1]
    lefts = sorted([line.left for lines in full for line in lines])
    rights = sorted([line.right for lines in full for line in lines])
    top = min(page.height - _top(lines) for lines in full)
    right = page.width - rights[int((len(rights) - 1) * (1 - _OUTLIERS))]
    bottom = min([line.baseline - _DESCENT * line.size for lines in full for line in lines])
    left = lefts[int((len(lefts) - 1) * 0.05)]
    doubt = UNFIT * max((_usual_gap(lines) for lines in full), default=0.0)
    likely = [other for other in (top, right, left) if bottom - doubt <= other <= bottom + FLUSH]
    if likely:
        bottom = min(likely, key=lambda other: bottom - other)
    top, right, bottom, left = (round(max(distance, 0.0), 1) for distance in (top, right, bottom, left))
    return Margins(top, right, bottom, left)


def _usual_gap(lines: Sequence[TextLine]) -> float:
    """Usual distance of the lines of a page."""
    down = sorted([line.baseline for line in lines], reverse=True)
    return median([upper - lower for upper, lower in pairwise(down)])


def _top(lines: Sequence[TextLine]) -> float:
    """Height of the upper edge of a page's text."""
    first, *rest = sorted(lines, key=attrgetter("baseline"), reverse=True)
    gap = first.baseline - rest[0].baseline
    family = first.fragments[0].format.font or ""
    single = line_height(family, first.size) or 1.15 * first.size
    extra = gap - single if rest[0].size == first.size and single < gap < 2.2 * single else 0.0
    return first.baseline + _ASCENT * first.size + extra / 2


def _alike(edges: Sequence[float], within: float = FLUSH) -> bool:
    """Whether edges are the same, one in ten aside."""
    if max(edges) - min(edges) <= within:
        return True
    middle = median(edges)
    return len([edge for edge in edges if abs(edge - middle) <= within]) >= 0.9 * len(edges)
