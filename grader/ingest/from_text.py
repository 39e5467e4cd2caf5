"""Plain text and Markdown: encodings, wrapped lines, headings, lists and tables typed with ordinary characters."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from grader.errors import GraderError
from grader.ingest.cleaning import UNKNOWN, Format, Piece, clean
from grader.ingest.content import Content, Draft, number
from grader.ingest.header_fields import is_known_field
from grader.ingest.hyphens import joint, known_words
from grader.ingest.kinds import utf16_order
from grader.ingest.letters import cut_words
from grader.ingest.markers import opens_item
from grader.records.document import Cell, Fact, Kind

TEXT_FACTS: Final[frozenset[Fact]] = frozenset()
MARKDOWN_FACTS: Final = frozenset({Fact.HEADING_STYLES})

SHORTEST_WRAP: Final = 50
LONGEST_WRAP: Final = 132
"""Lines are wrapped at some width between these; a longer line is a whole paragraph, a shorter one was ended."""

_BOLD: Final = Format(bold=True)
_PLAIN: Final = Format(bold=False)
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.*)\Z")
_BULLET: Final = re.compile(r"([ \t]*)([-*+•])[ \t]+(.*)\Z")
_RULE: Final = re.compile(r"[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*\Z")
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|<!--[^<>]{0,300}-->")
_STRONG: Final = re.compile(r"\*\*([^*\n]+)\*\*|__([^_\n]+)__")
_EMPHASIS: Final = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<![\w_])_([^_\n]+)_(?![\w_])")
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,500}\)")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")


def read_text(data: bytes) -> Content:
    """Read plain text: paragraphs at blank lines, wrapped lines joined, short lines apart, tabs as table columns.

    Raises:
        GraderError: G106 when the bytes are text in no encoding, G111 when there are too many words.
    """
    return _content(data, markdown=False)


def read_markdown(data: bytes) -> Content:
    """Read Markdown: as `read_text`, and headings (``#``), lists, tables, emphasis, links and HTML tags taken off.

    Raises:
        GraderError: as `read_text`.
    """
    return _content(data, markdown=True)


def decode(data: bytes) -> str:
    """Bytes as text: byte order mark, UTF-8, UTF-16 by its zero bytes, then what `charset_normalizer` finds.

    What it leaves undecided is read as Windows-1252, which programs of this part of the world have long written.

    Raises:
        GraderError: G106 when nothing fits.
    """
    codecs = ["utf-8-sig"]
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        codecs.insert(0, "utf-32")
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs.insert(0, "utf-16")
    elif (order := utf16_order(data[:65536])) is not None:
        codecs.insert(0, order)
    for codec in codecs:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes  # takes long to import, and hardly any text needs it

    found = from_bytes(data[:65536], cp_isolation=["cp1252", "latin_1", "utf_16", "mac_roman", "cp1250"]).best()
    for codec in (found.encoding if found is not None else "cp1252", "cp1252"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise GraderError("G106", reason="encoding")


def _content(data: bytes, *, markdown: bool) -> Content:
    drafts = list(_drafts(decode(data), markdown=markdown))
    return Content(number(drafts), notices=cut_words(drafts))


def _drafts(text: str, *, markdown: bool) -> Iterator[Draft]:
    tables = 0
    paragraphs = list(_paragraphs(text, markdown=markdown))
    width = max((len(line) for lines in paragraphs for line in lines[:-1] if len(line) <= LONGEST_WRAP), default=0)
    words = known_words(line for lines in paragraphs for line in lines)
    for lines in paragraphs:
        if (cells := _table(lines)) is not None:
            tables += 1
            for row, column, content in cells:
                yield Draft(_pieces(content, markdown), Kind.TABLE_CELL, cell=Cell(tables, row, column))
        else:
            for unit in _units(lines, width, words, markdown=markdown):
                yield _draft(unit, markdown=markdown)


def _paragraphs(text: str, *, markdown: bool) -> Iterator[list[str]]:
    """Runs of lines between blank lines, rules and fences; the fences themselves are no text."""
    lines: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"), ""]:
        if line.strip() and not _RULE.match(line) and not (markdown and _FENCE.match(line)):
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []


def _table(lines: list[str]) -> list[tuple[int, int, str]] | None:
    """Cells (row and column from 1) of lines that are all rows of a table; ``None`` when they are none.

    Rows are parted by ``|`` with a line of dashes below the first, or by tabs, one or more in each of at least two
    lines; a tab only before a colon is a header field set in columns.
    """
    if len(lines) < 2:
        return None
    if "|" in lines[0] and _is_separator(lines[1]) and all("|" in line for line in lines):
        rows = [re.split(r"(?<!\\)\|", line.strip().strip("|")) for line in [lines[0], *lines[2:]]]
    elif all("\t" in line.strip() for line in lines) and not any(map(_has_colon_behind_tab, lines)):
        rows = [re.split(r"\t+", line.strip()) for line in lines]
    else:
        return None
    return [(row, column, cell) for row, cells in enumerate(rows, 1) for column, cell in enumerate(cells, 1)]


def _is_separator(line: str) -> bool:
    """Whether a line is the rule below the head of a Markdown table."""
    return "-" in line and not line.strip(" \t:|-")


def _has_colon_behind_tab(line: str) -> bool:
    head, colon, _ = line.partition(":")
    return bool(colon) and "\t" in head[len(head.rstrip()) :]


def _units(lines: list[str], width: int, words: frozenset[str], *, markdown: bool) -> Iterator[str]:
    """Lines of a paragraph put together where one was wrapped.

    One was when the first word of the next would not have fitted into the width of the text, and the next opens nothing
    new: no list item, heading or header field.
    """
    last = lines[0]
    parts = [last]
    for line in lines[1:]:
        text = line.strip()
        room = width - len(last)
        wrapped = len(last) >= SHORTEST_WRAP and len(last) <= LONGEST_WRAP and room <= len(text.split(maxsplit=1)[0])
        if wrapped and not _opens(line, markdown) and not (markdown and _HEADING.match(last)):
            parts[-1:] = [*joint(parts[-1], text, words), text]
        else:
            yield "".join(parts)
            parts = [line]
        last = line
    yield "".join(parts)


def _opens(line: str, markdown: bool) -> bool:
    """Whether a line begins something new, however full the line before it is."""
    text = clean(line)
    return opens_item(text) or is_known_field(text) or (markdown and bool(_HEADING.match(line)))


def _draft(unit: str, *, markdown: bool) -> Draft:
    if markdown and (heading := _HEADING.match(unit)):
        return Draft(_pieces(heading[2].rstrip("# "), markdown), Kind.HEADING, level=len(heading[1]))
    if item := _BULLET.match(unit):
        depth = 1 + len(item[1].expandtabs(4)) // 2
        return Draft(_pieces(item[3], markdown), Kind.LIST_ITEM, level=min(depth, 9), marker=item[2])
    # Numbered lines are told apart with those of the other formats: a short one may be a heading.
    return Draft(_pieces(unit, markdown))


def _pieces(text: str, markdown: bool) -> list[Piece]:
    """Pieces without mark-up; HTML tags that stand in the text (pasted from the web) go in plain text too."""
    text = html.unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text
    if not markdown:
        return [Piece(text)]
    text = _LINK.sub(r"\1", text)
    pieces: list[Piece] = []
    end = 0
    for strong in _STRONG.finditer(text):
        pieces.append(Piece(_plain(text[end : strong.start()]), _PLAIN))
        pieces.append(Piece(_plain(strong[1] or strong[2]), _BOLD))
        end = strong.end()
    pieces.append(Piece(_plain(text[end:]), _PLAIN if pieces else UNKNOWN))
    return pieces


def _plain(text: str) -> str:
    without = _EMPHASIS.sub(lambda found: found[1] or found[2], text).replace("`", "")
    return _ESCAPE.sub(r"\1", without)
