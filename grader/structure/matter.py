"""What stands around an essay: running heads, contents, cover, bibliography, what a blog left behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice, pairwise, takewhile
from typing import Final

from grader.records.document import Kind
from grader.structure.lines import Line

_BARE_NUMBER: Final = re.compile(
    r"[-–—|\s]*(?:(?:hal(?:aman)?\.?|page|slide|hlm\.?)\s*)?(?:\d{1,3}|[ivxl]{1,6})"
    r"(?:\s+\d{1,3}|\s*(?:/|dari|of)\s*\d{1,3})?[-–—|\s]*",
    re.IGNORECASE,
)
# Each run of leaders is tried once, at its beginning, and as a whole: linear, however long it is.
_LEADER: Final = re.compile(
    r"(?:(?<!\.)\.{4,}+|(?<!…)…{2,}+|(?<!\. )(?:\. ){4,}+|(?<!_)_{4,}+|(?<!\t)\t)\s*+(?:\d{1,3}|[ivxl]{1,6})\s*$"
)
_LEADERS: Final = re.compile(r"\.{4,}|…{2,}")
# Front matter has its pages in small Roman numbers; a capital one at the end is a chapter's ("BAB I").
_PAGE_AT_END: Final = re.compile(r"\s(?:\d{1,3}|[ivxl]{1,6})\s*$")
_CONTENTS: Final = frozenset(
    {"daftar isi", "contents", "table of contents", "daftar tabel", "daftar gambar", "daftar lampiran"}
)
_CONTENTS_LINE: Final = 25
_CONTENTS_GAP: Final = 2

_BIBLIOGRAPHY_LIST = """
daftar pustaka, daftar referensi, daftar rujukan, daftar bacaan, daftar kepustakaan, kepustakaan,
referensi, rujukan, sumber, sumber bacaan, sumber referensi, sumber rujukan, pustaka, references, bibliography,
bibliografi, works cited"""
_BIBLIOGRAPHY: Final = frozenset(name.strip() for name in _BIBLIOGRAPHY_LIST.split(","))
_SOURCE: Final = re.compile(r"\W*(?:sumber|referensi|rujukan|source)s?\s*:.{0,80}(?:https?://|www\.)", re.IGNORECASE)
_ENTRY: Final = 60

_RUNNING_LONGEST: Final = 15
_RUNNING_TIMES: Final = 3
_TITLE_ZONE: Final = 3

_COVER_SIGN: Final = re.compile(
    r"^\W*(?:makalah\b|(?:disusun|ditulis|diajukan)\b|oleh\s*:?\s*$|oleh\s*:|by\b.{0,60}$)", re.IGNORECASE
)
_BYLINE: Final = re.compile(
    r"^\W*(?:(?:disusun |ditulis |dibuat )?oleh\s*:?\s|penulis\s*:|penyusun\s*:|by\s+[A-Z])", re.IGNORECASE
)
_BYLINE_PARTS: Final = re.compile(r"\s[|–—]\s|\b(?:ditulis|disusun) oleh\b")
_TITLE: Final = re.compile(
    r"^\W*(?:tugas|learning journal|jurnal|makalah|rangkuman|ringkasan|resume|resum|esai|essay)\b", re.IGNORECASE
)
_OPENERS: Final = frozenset({"kata pengantar", "daftar isi", "pendahuluan", "abstrak", "prakata"})
_COVER_LINE: Final = 30
_COVER_LINES: Final = 40
_SHORT: Final = 15


def running_heads(lines: Sequence[Line]) -> set[int]:
    """Page and slide numbers alone on a line, and running lines that the reader could not tell from the text.

    A running line is short, ends no sentence, has three words or more (or capitals only) and stands three times or
    more; the title of the text, among its first lines, may stand once, every repetition is a running line.
    """
    found = {
        line.index
        for line in lines
        if line.kind in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER)
        or (line.kind in (Kind.BODY, Kind.HEADING) and not line.listed and _BARE_NUMBER.fullmatch(line.text))
    }
    rest = [line for line in lines if line.index not in found and _may_run(line)]
    keys = {line.index: _without_numbers(line.words) for line in rest}
    times = Counter(keys.values())
    top = takewhile(lambda line: line.index in keys, (line for line in lines if line.index not in found))
    titles = {keys[line.index]: line.index for line in reversed(list(islice(top, _TITLE_ZONE)))}
    first = next((line.index for line in lines if line.index in keys), None)
    for line in rest:
        key = keys[line.index]
        # the first line of all is the title however often it runs; one below it may be the first of the running heads
        title = key in titles and (titles[key] == first or times[key] < _RUNNING_TIMES)
        if (title and line.index != titles[key]) or (not title and times[key] >= _RUNNING_TIMES):
            found.add(line.index)
    return found


def _may_run(line: Line) -> bool:
    if line.kind not in (Kind.BODY, Kind.HEADING, Kind.TEXT_BOX) or line.listed or line.size > _RUNNING_LONGEST:
        return False
    return line.last not in ".:;,?!" and (len(line.words) > 2 or (line.text.isupper() and len(line.words) > 1))


def _without_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not word.isdigit())


def contents(lines: Sequence[Line]) -> set[int]:
    """A table of contents: its heading and its lines, and any line that ends in dot leaders and a page number."""
    found = {line.index for line in lines if _has_leaders(line.text)}
    later: Counter[tuple[str, ...]] = Counter()
    later.update(line.words for line in lines)
    later.update(first.words + second.words for first, second in pairwise(lines))
    for at, line in enumerate(lines):
        if " ".join(line.words) in _CONTENTS and line.index not in found:
            found.add(line.index)
            found.update(_contents_lines(lines[at + 1 :], found, later))
    return found


def _has_leaders(text: str) -> bool:
    """Whether a line ends in leaders and a page, or has leaders twice; what cannot is passed over at a first look."""
    if (text[-1:].isdecimal() or text[-1:] in "ivxl") and _LEADER.search(text):
        return True
    return ("...." in text or "……" in text) and len(_LEADERS.findall(text)) > 1


def _contents_lines(lines: Sequence[Line], known: Collection[int], later: Mapping[tuple[str, ...], int]) -> list[int]:
    """The lines of a table of contents that begins here; a line broken in two may have its page in the second half."""
    taken: list[int] = []
    waiting: list[int] = []
    seen: set[tuple[str, ...]] = set()
    for line in lines:
        if _BARE_NUMBER.fullmatch(line.text):  # the pages in lines of their own
            taken += [*waiting, line.index]
            waiting = []
            continue
        # A line that stands in the contents already is the heading that it tells of: here the text begins.
        if line.size > _CONTENTS_LINE or (line.index not in known and line.last in ".;?!") or line.words in seen:
            break
        # Without page numbers a line of the contents is told by standing in the text once more.
        if line.index in known or _PAGE_AT_END.search(line.text) or (line.words and later[line.words] > 1):
            taken += [*waiting, line.index]
            waiting = []
            seen.add(line.words)
        else:
            waiting.append(line.index)
            if len(waiting) > _CONTENTS_GAP:
                break
    return taken


def cover(lines: Sequence[Line], opens: Callable[[Line], bool]) -> set[int]:
    """Title pages, titles of the submission (``Learning Journal``, ``Makalah``) and the author's line below them.

    Args:
        lines: those not yet told to be something else.
        opens: whether a line begins the text itself (a section of the rubric).
    """
    page: list[int] = []
    signs = 0
    for line in lines[:_COVER_LINES]:
        if " ".join(line.words) in _OPENERS or line.words[:1] == ("bab",) or (page and opens(line)):
            if signs:
                return set(page)
            break
        if line.size > _COVER_LINE:
            break
        signs += bool(_COVER_SIGN.match(line.text))
        page.append(line.index)
    return _titles(lines, opens)


def _titles(lines: Sequence[Line], opens: Callable[[Line], bool]) -> set[int]:
    found: set[int] = set()
    for at, line in enumerate(lines[:_TITLE_ZONE]):
        if opens(line) or line.size > _COVER_LINE or line.kind is Kind.LIST_ITEM:
            break
        named = line.size <= _SHORT and line.last not in ".:;," and _TITLE.match(line.text) is not None
        byline = _BYLINE.match(line.text) is not None
        below_title = at == 1 and _BYLINE_PARTS.search(line.text) is not None
        if (at == 0 and named) or byline or below_title:
            found.add(line.index)
    return found


def is_bibliography(line: Line) -> bool:
    """Whether a line is the heading of a bibliography."""
    return line.kind is not Kind.TABLE_CELL and " ".join(line.words) in _BIBLIOGRAPHY and not _bulleted(line)


def _bulleted(line: Line) -> bool:
    return line.listed and not line.marker[:1].isalnum()


def bibliography(lines: Sequence[Line], ends: Callable[[Line, Line], bool]) -> set[int]:
    """Bibliographies with their headings: to the next heading of the same or a higher level, or to the end.

    A line that only names an address as its source (``Sumber: https://…``) is one by itself.

    A paragraph longer than any reference ends it as well, so that an answer below is never lost.

    Args:
        lines: those not yet told to be something else.
        ends: given the bibliography's heading and a later line, whether that line is a heading that ends it.
    """
    found: set[int] = set()
    heading: Line | None = None
    for line in lines:
        if is_bibliography(line):
            heading = line
        elif heading is not None and (line.size > _ENTRY or ends(heading, line)):
            heading = None
        if heading is not None or _SOURCE.match(line.text):
            found.add(line.index)
    return found
