"""Fragments of a page put together to lines, with blanks where a person sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
        return next((fragment for fragment in self.fragments[1:] if fragment.text.strip()), None)


def page_lines(page: Page, number: int) -> list[TextLine]:
    """The lines of a page in reading order, those without text left out.

    The order is that of drawing, which writers of documents keep; a page drawn in no order is read from top to bottom.
    """
    lines = list(_gather(page.fragments, number))
    rises = sum(later.fragments[0].baseline > earlier.fragments[0].baseline + 1 for earlier, later in pairwise(lines))
    if len(lines) > 4 and rises > SHUFFLED * len(lines):
        ordered = sorted(page.fragments, key=lambda part: (part.turned, -round(part.baseline), part.left))
        lines = list(_gather(ordered, number))
    return [line for line in map(finished, lines) if line.text]


def _gather(fragments: Sequence[Fragment], number: int) -> Iterator[TextLine]:
    line: TextLine | None = None
    for fragment in fragments:
        if line is not None and _continues(line, fragment):
            line.fragments.append(fragment)
            continue
        if line is not None:
            yield line
        line = TextLine(number, [fragment]) if fragment.text.strip() else None
    if line is not None:
        yield line


def _continues(line: TextLine, fragment: Fragment) -> bool:
    last = line.fragments[-1]
    if last.turned or fragment.turned:
        return False
    size = last.size if last.format is fragment.format else max(last.size, fragment.size)
    return abs(fragment.baseline - last.baseline) <= SAME_LINE * size and fragment.left >= last.right - OVERLAP * size


def finished(line: TextLine) -> TextLine:
    """Text, format, blanks and place of a line whose fragments are complete."""
    line.turned = line.fragments[0].turned
    if len(line.fragments) == 1 and line.fragments[0].text.strip():
        return _finished_alone(line)
    pieces: list[Piece] = []
    before: Fragment | None = None
    for fragment in line.fragments:
        text = _with_leaders(fragment.text)
        if before is None and len(line.fragments) > 1 and _is_symbol_bullet(fragment):
            text = f"{BULLET} "
        if before is not None and text.strip() and fragment.left - before.right > COLUMN_GAP * fragment.size:
            line.column = fragment.left
        blanks = before is not None and not pieces[-1].text[-1:].isspace() and not text[:1].isspace()
        if before is not None and blanks and fragment.left - before.right > BLANK * fragment.size:
            pieces.append(Piece(" ", fragment.format))
        pieces.append(Piece(text, fragment.format))
        if text.strip():
            before = fragment
    line.pieces = pieces
    _measure(line)
    line.left = line.fragments[0].left
    line.right = max(fragment.right for fragment in line.fragments if fragment.text.strip())
    line.baseline = max(line.fragments, key=lambda fragment: len(fragment.text)).baseline
    return line


def _finished_alone(line: TextLine) -> TextLine:
    """The same for a line that is drawn in one, as most are."""
    [(text, line.left, line.right, line.baseline, look, _)] = line.fragments
    text = _with_leaders(text)
    line.pieces = [Piece(text, look)]
    line.text, line.bold, line.size = clean(text), bool(look.bold), look.size or 0.0
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
