"""Lines put together to paragraphs: where one was wrapped, and where its writer ended it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

from grader.ingest.header_fields import is_known_field
from grader.ingest.hyphens import HYPHENS
from grader.ingest.markers import opens_item
from grader.ingest.pdf.lines import TextLine, line_of
from grader.ingest.pdf.paragraph import RECENT, Paragraph
from grader.ingest.pdf.widths import text_width

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
FEW: Final = 3
"""So few lines do not tell how wide their column is."""
EDGE: Final = 2.0
JUSTIFIED: Final = 0.5
"""Share of lines that end within `EDGE` points of each other, from which a column counts as justified."""
ROUGHLY: Final = 1.08
"""How much wider than estimated a word may be."""
STRETCHED: Final = 0.35
"""Font sizes by which the ink of a stretched line may end before the edge."""
NEXT_COLUMN: Final = 8.0
"""Font sizes by which the text rises from the foot of a column to the head of the next; rows of tables are lower."""
SAME_COLUMN: Final = 1.0
"""Points by which the same column of a table may begin elsewhere in the next row."""
PROSE_LINES: Final = 3
"""From so many lines on, the right cell of a form is prose, and no value of a header field."""
CAPITALS: Final = 4
"""Letters from which a line in capitals is no abbreviation."""
_Number = TypeVar("_Number", int, float)
_LEADER: Final = re.compile(r"[.…_]{3,} ?\w{1,6}\Z")
_CUT: Final = re.compile(rf"[^\W\d_][{HYPHENS}]\Z")
_END: Final = tuple('.!?:;,”"')


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document, in points: column, font size and baseline distance of most lines."""

    left: float
    right: float
    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Column:
    """Edges that lines stand between, in points, and whether most are stretched from one to the other."""

    left: float
    right: float
    justified: bool


def measure(lines: Sequence[TextLine]) -> Measure:
    """What is usual among the lines of a document's body."""
    sizes: defaultdict[float, int] = defaultdict(int)
    lefts: defaultdict[int, int] = defaultdict(int)
    leadings: defaultdict[float, int] = defaultdict(int)
    for line in lines:
        length = len(line.text)
        sizes[line.size] += length
        lefts[round(line.left)] += length
    size = _most(sizes)
    for upper, lower in pairwise(lines):
        distance = round(2 * (upper.baseline - lower.baseline)) / 2
        if 0.8 * size < distance < 3.5 * size and upper.page == lower.page and upper.size == lower.size == size:
            leadings[distance] += 1
    rights = sorted(line.right for line in lines if not line.turned)
    return Measure(
        left=float(_most(lefts)),
        right=rights[min(int(len(rights) * 0.97), len(rights) - 1)] if rights else 0.0,
        size=size,
        leading=_most(leadings) if leadings else 1.3 * size,
    )


def _most(counts: Mapping[_Number, int]) -> _Number:
    return max(counts, key=counts.__getitem__)


def join_lines(lines: Sequence[TextLine], usual: Measure) -> Iterator[Paragraph]:
    """The paragraphs of a document; one may reach over a page break."""
    columns = _columns(lines, usual)
    paragraph = Paragraph()
    for index, line in enumerate(lines):
        if paragraph.lines and not _wraps(paragraph, line, usual, columns[index - 1]):
            yield paragraph
            paragraph = Paragraph()
        paragraph.lines.append(line)
    if paragraph.lines:
        yield paragraph


def split_label(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A row of a form whose right cell is prose as two paragraphs, label and text; any other paragraph as it is."""
    first, *rest = paragraph.lines
    if len(rest) + 1 < PROSE_LINES or first.column is None or not _goes_on_in_column(first, rest[0]):
        yield paragraph
        return
    label = [fragment for fragment in first.fragments if fragment.left < first.column]
    text = [fragment for fragment in first.fragments if fragment.left >= first.column]
    yield Paragraph([line_of(first.page, label)])
    yield Paragraph([line_of(first.page, text), *rest])


def _columns(lines: Sequence[TextLine], usual: Measure) -> list[Column]:
    """The column that each line stands in: told by the lines drawn with it, down a page, column or table cell."""
    columns: list[Column] = []
    group: list[TextLine] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        group.append(line)
        if following is None or following.page != line.page or following.baseline > line.baseline:
            pass
        elif abs(following.left - line.left) <= 4 * usual.size:
            continue
        columns += [_column(group, usual)] * len(group)
        group = []
    return columns


def _column(group: Sequence[TextLine], usual: Measure) -> Column:
    rights = [line.right for line in group]
    left, right = min([line.left for line in group]), max(rights)
    if len(group) < FEW:
        return Column(min(left, usual.left), max(right, usual.right), justified=False)
    edge, lines = Counter([round(end / EDGE) for end in rights]).most_common(1)[0]
    if lines >= JUSTIFIED * len(group):
        return Column(left, max([end for end in rights if abs(end / EDGE - edge) <= 1]), justified=True)
    return Column(left, right, justified=False)


def _wraps(paragraph: Paragraph, line: TextLine, usual: Measure, column: Column) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = paragraph.lines[-1]
    if line.turned or last.turned or abs(line.size - last.size) > SIZE_STEP:
        return False
    if _changes_weight(paragraph, line) or (":" in line.text and is_known_field(line.text)):
        return False
    before = last.text
    if (".." in before or "…" in before or "__" in before) and _LEADER.search(before[-40:]):
        return False
    if last.column is not None and line.column is not None and abs(last.column - line.column) <= SAME_COLUMN:
        return False  # two rows of a table; gaps of stretched lines do not stand below each other
    if last.column is not None and _goes_on_in_column(last, line):
        return not _parted(paragraph, line, usual)
    if _ended(paragraph, line, column) and not _is_cut(last, line):
        return False
    if line.page != last.page or _is_next_column(last, line):
        # A line that is full was most likely wrapped, also when a sentence happens to end in it.
        return not before.endswith(":") and not opens_item(line.text) and not _is_indented(last, line)
    if _parted(paragraph, line, usual):
        return False
    if opens_item(line.text) and (before.endswith(_END) or opens_item(paragraph.lines[0].text)):
        return False
    return _aligned(paragraph, line)


def _changes_weight(paragraph: Paragraph, line: TextLine) -> bool:
    """Whether bold type or capitals begin or end with the line, as between a typed heading and the text."""
    last = paragraph.lines[-1]
    if line.bold and not last.fragments[-1].format.bold:
        return True
    if _is_capital(line) and not _is_capital(last):
        return True
    if not last.bold or line.fragments[0].format.bold:
        return False
    return all(known.bold for known in paragraph.lines[-RECENT:])


def _is_capital(line: TextLine) -> bool:
    """Whether a line is all in capitals, as headings are typed, and no sentence's end."""
    text = line.text
    return text.isupper() and len(text) >= CAPITALS and not text.endswith(".")


def _goes_on_in_column(last: TextLine, line: TextLine) -> bool:
    """Whether a line goes on below the last column of a row: the second line of a value or table cell."""
    if last.column is None or abs(line.left - last.column) > 0.3 * line.size:
        return False
    marker, text = last.fragments[0], last.second
    return text is None or last.column != text.left or len(marker.text.strip()) > BULLET_LENGTH


def _is_cut(last: TextLine, line: TextLine) -> bool:
    """Whether a word is cut by a hyphen between two lines: such a line was wrapped, however much room it leaves."""
    # As drawn, for PDFium marks such a hyphen by a character that is no text.
    for piece in reversed(last.pieces):
        if end := piece.text.rstrip():
            return end[-1] in HYPHENS and _CUT.search(end[-3:]) is not None and line.text[:1].isalpha()
    return False


def _ended(paragraph: Paragraph, line: TextLine, column: Column) -> bool:
    """Whether the last line was ended by its writer: the next word had found room, or only it is not stretched."""
    last = paragraph.lines[-1]
    room = column.right - last.right
    if column.justified:
        before = paragraph.lines[-RECENT:-1]
        edge = column.right
        for known in before:
            if edge - known.right >= STRETCHED * known.size:
                break
        else:
            if before:
                return room > STRETCHED * last.size
    if _centred(last, line) and min(last.left, line.left) > column.left + last.size:
        room += last.left - column.left
    slack = SLACK * last.size
    return room > slack and room > ROUGHLY * _first_word_width(line) + slack


def _first_word_width(line: TextLine) -> float:
    """About how wide the first word is, in points."""
    first = line.fragments[0]
    text = first.text.strip()
    return (first.right - first.left) * text_width(line.text.split(" ", 1)[0]) / max(text_width(text), 1.0)


def _is_next_column(last: TextLine, line: TextLine) -> bool:
    """Whether the line stands at the top of the column to the right."""
    return line.baseline - last.baseline > NEXT_COLUMN * line.size and line.left > last.left + line.size


def _is_indented(last: TextLine, line: TextLine) -> bool:
    """Whether the first line of a page is indented against the last of the page before."""
    return line.page != last.page and line.left > last.left + INDENT * line.size


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
            return True  # hanging, flush or with an indented first line: all are in use
        # After an indented first line the second one moves back; it never moves in, unless the text is centred.
        return line.left <= first.left + step or _centred(first, line)
    return abs(line.left - last.left) <= step or _centred(last, line)


def _centred(upper: TextLine, lower: TextLine) -> bool:
    return abs((upper.left + upper.right) - (lower.left + lower.right)) < upper.size
