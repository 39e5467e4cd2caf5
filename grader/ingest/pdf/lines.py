"""Fragments of a page put together to lines, with blanks where a person sees them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from grader.ingest.cleaning import BULLET, Piece, assemble, clean
from grader.ingest.pdf.objects import Fragment
from grader.ingest.pdf.pages import Page

BLANK: Final = 0.2
"""Gap, in font sizes, that is seen as a blank: a blank has 0.25 and more, side bearings of letters stay below 0.1."""
SAME_LINE: Final = 0.45
"""Baselines closer than so many font sizes are one line; raised and lowered signs stay in theirs."""
COLUMN_GAP: Final = 1.5
"""Gap, in font sizes, that is no blank between words any more."""
OVERLAP: Final = 1.0
"""How far, in font sizes, a fragment may begin before the end of the one before (kerning, accents)."""
SHUFFLED: Final = 0.3
"""Share of lines above their forerunner from which the order of drawing is taken for no reading order."""
LEADER: Final = " ........ "
"""What the dots between an entry of a table of contents and its page number become, as in Word files."""
_DOTS: Final = re.compile(r"\.{8,}")
_SYMBOL_FONTS: Final = ("symbol", "wingdings", "courier", "webdings", "dingbats")
_SYMBOL_BULLETS: Final = frozenset("o§·üØvqnlu¨Üà")


@dataclass(slots=True)
class TextLine:
    """A line of text.

    Attributes:
        page: 1-based.
        fragments: from left to right.
        text: clean.
        bold: whether all of it is bold.
        size: of most of its characters, in points.
        pieces: text and format, blanks included.
        column: where the last of its columns begins, when wide gaps part it like the row of a table or a label and its
            value; ``None`` when it is one stretch of text.
        left: where it begins, in points.
        right: where its ink ends.
        baseline: height of its longest fragment above the bottom of the page.
        turned: whether it does not run from left to right.
    """

    page: int
    fragments: list[Fragment]
    text: str = ""
    bold: bool = False
    size: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    column: float | None = None
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    turned: bool = False

    @property
    def second(self) -> Fragment | None:
        """The second fragment that is not blank: the text, when the first is a list marker."""
        if len(self.fragments) == 1:
            return None
        return next((fragment for fragment in self.fragments[1:] if fragment.text.strip()), None)


def page_lines(page: Page, number: int) -> list[TextLine]:
    """The lines of a page in reading order, those without text left out.

    The order is that of drawing, which writers of documents keep; a page drawn in no order is read from top to bottom.
    """
    rows = _gather(page.fragments)
    rises = sum([later[0].baseline > earlier[0].baseline + 1 for earlier, later in pairwise(rows)])
    if len(rows) > 4 and rises > SHUFFLED * len(rows):
        rows = _gather(sorted(page.fragments, key=lambda part: (part.turned, -round(part.baseline), part.left)))
    return [line for row in rows if (line := line_of(number, row)).text]


def _gather(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """The fragments of each line; a line begins with one that is not blank."""
    rows: list[list[Fragment]] = []
    row: list[Fragment] | None = None
    last: Fragment | None = None
    for fragment in fragments:
        if row is not None and last is not None and _continues(last, fragment):
            row.append(fragment)
        elif fragment.text.isspace():
            row = None
        else:
            row = [fragment]
            rows.append(row)
        last = fragment
    return rows


def _continues(last: Fragment, fragment: Fragment) -> bool:
    _, _, right, above, look, turned = last
    _, left, _, baseline, other, also = fragment
    if turned or also:
        return False
    size = (look.size or 10.0) if look is other else max(last.size, fragment.size)
    return abs(baseline - above) <= SAME_LINE * size and left >= right - OVERLAP * size


def line_of(page: int, fragments: list[Fragment]) -> TextLine:
    """The line that fragments make: text, format, blanks and place.

    Args:
        page: 1-based.
        fragments: all of them, from left to right.
    """
    if len(fragments) == 1:
        [(text, left, right, baseline, look, turned)] = fragments
        if not text.isspace():  # drawn in one, as most are
            text = _with_leaders(text)
            bold, size = bool(look.bold), look.size or 0.0
            return TextLine(
                page, fragments, clean(text), bold, size, [Piece(text, look)], None, left, right, baseline, turned
            )
    column: float | None = None
    pieces: list[Piece] = []
    before: Fragment | None = None
    for fragment in fragments:
        text = _with_leaders(fragment.text)
        if before is None and len(fragments) > 1 and _is_symbol_bullet(fragment):
            text = f"{BULLET} "
        if before is not None and text.strip() and fragment.left - before.right > COLUMN_GAP * fragment.size:
            column = fragment.left
        blanks = before is not None and not pieces[-1].text[-1:].isspace() and not text[:1].isspace()
        if before is not None and blanks and fragment.left - before.right > BLANK * fragment.size:
            pieces.append(Piece(" ", fragment.format))
        pieces.append(Piece(text, fragment.format))
        if text.strip():
            before = fragment
    line = TextLine(page, fragments, pieces=pieces, column=column)
    _measure(line)
    line.left = fragments[0].left
    line.right = max(fragment.right for fragment in fragments if fragment.text.strip())
    line.baseline = max(fragments, key=lambda fragment: len(fragment.text)).baseline
    line.turned = fragments[0].turned
    return line


def _with_leaders(text: str) -> str:
    return _DOTS.sub(LEADER, text) if "...." in text else text


def _measure(line: TextLine) -> None:
    """Clean text, size and weight of a line."""
    look = line.pieces[0].format
    if all(piece.format is look for piece in line.pieces):
        line.text = clean("".join(piece.text for piece in line.pieces))
        line.bold, line.size = bool(look.bold), look.size or 0.0
        return
    line.text, runs = assemble(line.pieces)
    line.bold = bool(runs) and all(run.bold for run in runs)
    weights: dict[float, int] = {}
    for run in runs:
        weights[run.size or 0.0] = weights.get(run.size or 0.0, 0) + run.end - run.start
    line.size = max(weights, key=lambda size: weights[size]) if weights else 0.0


def _is_symbol_bullet(fragment: Fragment) -> bool:
    family = (fragment.format.font or "").casefold()
    return any(name in family for name in _SYMBOL_FONTS) and clean(fragment.text) in _SYMBOL_BULLETS
