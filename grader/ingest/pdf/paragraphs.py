"""Lines put together to paragraphs: where one was wrapped, and where its writer ended it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from grader.ingest.cleaning import Piece
from grader.ingest.markers import opens_item
from grader.ingest.pdf.lines import TextLine

HYPHENS: Final = "-\u00ad\u2010\ufffe\x02"
WIDER: Final = 1.25
"""A baseline distance so many times the usual one parts paragraphs."""
INDENT: Final = 0.8
"""Font sizes by which a line is indented."""
BULLET_LENGTH: Final = 4
"""A first fragment of at most so many characters, far from the next, is a list marker and no column."""
SIZE_STEP: Final = 0.6
"""Points by which font sizes differ visibly."""
SLACK: Final = 0.5
"""Font sizes by which the room left at the end of a line must exceed the next word, to say that the line was ended."""
_END: Final = tuple('.!?:;,”"')
_WORD_END: Final = re.compile(rf"(\w+)[{HYPHENS}]\s*\Z")
ALIKE: Final = 3
"""Letters that the halves of a reduplicated word share at their beginning or end."""
_AROUND: Final = ".,;:!?()[]\"'“”‘’"
_WORD_START: Final = re.compile(r"\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document, in points: column, font size and baseline distance of most lines."""

    left: float
    right: float
    size: float
    leading: float


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[TextLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Clean text of its lines, not yet joined over hyphens; for looks at its beginning, length and end."""
        return " ".join(line.text for line in self.lines)

    def pieces(self, words: frozenset[str] = frozenset()) -> list[Piece]:
        """Its text; words cut at line ends are whole again, spelt as in ``words`` if they are among them."""
        pieces: list[Piece] = []
        for line in self.lines:
            if pieces:
                _join(pieces, line, words)
            else:
                pieces = list(line.pieces)
        return pieces

    def leading(self) -> float | None:
        """Usual distance of its baselines; ``None`` for a single line."""
        distances = [
            upper.baseline - lower.baseline
            for upper, lower in pairwise(self.lines)
            if upper.page == lower.page and upper.baseline > lower.baseline
        ]
        return median(distances) if distances else None


def measure(lines: Sequence[TextLine]) -> Measure:
    """What is usual among the lines of a document's body."""
    sizes: Counter[float] = Counter()
    lefts: Counter[int] = Counter()
    leadings: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
        lefts[round(line.left)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    for upper, lower in pairwise(lines):
        distance = round(2 * (upper.baseline - lower.baseline)) / 2
        if upper.page == lower.page and 0.8 * size < distance < 3.5 * size and upper.size == lower.size == size:
            leadings[distance] += 1
    rights = sorted(line.right for line in lines if not line.turned)
    return Measure(
        left=float(lefts.most_common(1)[0][0]),
        right=rights[min(int(len(rights) * 0.97), len(rights) - 1)] if rights else 0.0,
        size=size,
        leading=leadings.most_common(1)[0][0] if leadings else 1.3 * size,
    )


def join_lines(lines: Sequence[TextLine], usual: Measure) -> Iterator[Paragraph]:
    """The paragraphs of a document; one may reach over a page break."""
    rights = _column_rights(lines, usual)
    paragraph = Paragraph()
    for index, line in enumerate(lines):
        if paragraph.lines and not _wraps(paragraph, line, usual, rights[index - 1]):
            yield paragraph
            paragraph = Paragraph()
        paragraph.lines.append(line)
    if paragraph.lines:
        yield paragraph


def _column_rights(lines: Sequence[TextLine], usual: Measure) -> list[float]:
    """For each line the right edge of its column: that of the neighbours drawn with it, as in a table cell."""
    rights: list[float] = []
    group: list[TextLine] = []

    def close() -> None:
        widest = max((line.right for line in group), default=usual.right)
        rights.extend([widest if len(group) >= 3 else max(usual.right, widest)] * len(group))
        group.clear()

    for line in lines:
        if group:
            last = group[-1]
            rises = line.page == last.page and line.baseline > last.baseline
            if rises or line.page != last.page or abs(line.left - last.left) > 4 * usual.size:
                close()
        group.append(line)
    close()
    return rights


def _wraps(paragraph: Paragraph, line: TextLine, usual: Measure, right: float) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = paragraph.lines[-1]
    if line.turned or last.turned or abs(line.size - last.size) > SIZE_STEP:
        return False
    if _changes_weight(paragraph, line):
        return False
    if _goes_on_in_column(last, line):
        return not _parted(paragraph, line, usual)
    if _ended(last, line, usual, right):
        return False
    if line.page != last.page:
        # A line that is full was most likely wrapped, also when a sentence happens to end in it.
        return not last.text.endswith(":") and not opens_item(line.text) and line.left <= last.left + INDENT * line.size
    if _parted(paragraph, line, usual):
        return False
    if opens_item(line.text) and (last.text.endswith(_END) or opens_item(paragraph.text)):
        return False
    return _aligned(paragraph, line)


def _changes_weight(paragraph: Paragraph, line: TextLine) -> bool:
    """Whether bold type begins or ends with the line, as between a heading typed without a style and the text."""
    if line.bold and not paragraph.lines[-1].fragments[-1].format.bold:
        return True
    return not line.fragments[0].format.bold and all(known.bold for known in paragraph.lines)


def _goes_on_in_column(last: TextLine, line: TextLine) -> bool:
    """Whether a line goes on below the last column of a row: the second line of a value or table cell."""
    if last.column is None or abs(line.left - last.column) > 0.3 * line.size:
        return False
    is_marker = len(last.fragments[0].text.strip()) <= BULLET_LENGTH and last.column == last.fragments[1].left
    return not is_marker


def _ended(last: TextLine, line: TextLine, usual: Measure, right: float) -> bool:
    """Whether the next word would have found room at the end of the line: then its writer ended it."""
    first = line.fragments[0]
    word = line.text.split(" ", 1)[0]
    width = (first.right - first.left) / max(len(first.text.strip()), 1) * len(word)
    room = right - last.right
    margin = last.left - usual.left
    if margin > last.size and abs(margin - (usual.right - last.right)) < 1.5 * last.size:  # centred
        room += margin
    return room > width + SLACK * last.size


def _parted(paragraph: Paragraph, line: TextLine, usual: Measure) -> bool:
    """Whether the distance to the line before is wider than usual, or the line stands elsewhere."""
    last = paragraph.lines[-1]
    distance = last.baseline - line.baseline
    if distance <= 0:
        return True
    own = paragraph.leading()
    expected = own if own is not None else usual.leading * max(line.size / usual.size, 1.0)
    return distance > WIDER * expected


def _aligned(paragraph: Paragraph, line: TextLine) -> bool:
    """Whether a line begins where the next line of this paragraph must begin."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    step = INDENT * line.size
    if len(paragraph.lines) == 1:
        if opens_item(first.text):
            return line.left >= first.left - step
        # After an indented first line the second one moves back; it never moves in, unless the text is centred.
        return line.left <= first.left + step or _centred(first, line)
    return abs(line.left - last.left) <= step or _centred(last, line)


def _centred(upper: TextLine, lower: TextLine) -> bool:
    return abs((upper.left + upper.right) - (lower.left + lower.right)) < upper.size


def known_words(lines: Sequence[TextLine]) -> frozenset[str]:
    """Words that stand whole inside the lines, in small letters: how this writer spells them."""
    words: set[str] = set()
    for line in lines:
        words.update(word.strip(_AROUND).casefold() for word in line.text.split(" ")[:-1])
    return frozenset(words)


def _join(pieces: list[Piece], line: TextLine, words: frozenset[str]) -> None:
    """Add a line behind others: with a blank, or without a hyphen that only the wrapping made."""
    before = "".join(piece.text for piece in pieces[-3:]).rstrip()
    while len(pieces) > 1 and not pieces[-1].text.strip():
        pieces.pop()
    cut = _WORD_END.search(before)
    following = _WORD_START.match(line.text)
    if cut and following:
        last = pieces[-1]
        hyphen = "" if before[-1] == "\u00ad" or not _keeps_hyphen(cut[1], following[1], words) else "-"
        pieces[-1] = Piece(last.text.rstrip().rstrip(HYPHENS) + hyphen, last.format)
    else:
        pieces.append(Piece(" ", pieces[-1].format))
    pieces.extend(line.pieces)


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether two halves around a hyphen at a line's end are written with it.

    What the writer does elsewhere decides. Otherwise reduplication keeps it (*tujuan-tujuan*, *terus-menerus*), and so
    do numbers and names (*2020-2024*, *Trans-Sulawesi*) and single letters (*e-government*).
    """
    one, two = first.casefold(), second.casefold()
    if f"{one}-{two}" in words:
        return True
    if one + two in words:
        return False
    if second[0].isupper() or not (first[-1].isalpha() and second[0].isalpha()) or len(one) == 1:
        return True
    return one in two or two in one or one[-ALIKE:] == two[-ALIKE:] or one[:ALIKE] == two[:ALIKE]
