"""The numbers that Word shows before list items: worked out by counting, since the file does not hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from grader.ingest.cleaning import clean
from grader.ingest.word.styles import Styles
from grader.ingest.word.xml import Element, child_value, integer, qn, switch

LEVELS: Final = 9
_LEVEL: Final[str] = qn("w:lvl")
_PLACEHOLDER: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it shows (``%1.%2`` stands for the counts of levels 1 and 2)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Instance:
    """A use of a list that counts on with the others, with levels of its own and counts to begin with."""

    list: _List
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class _List:
    """A list; its levels are read when it is used, for most documents define many lists and use one or two."""

    element: Element
    read: dict[int, Level] | None = None
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    started: set[str] = field(default_factory=set)

    @property
    def levels(self) -> dict[int, Level]:
        if self.read is None:
            self.read = dict(map(_level, self.element.iterfind(_LEVEL)))
        return self.read


class Numbering:
    """All lists of a document, with their counts so far.

    Args:
        root: root of the numbering part; ``None`` when the package has none.
        styles: a list can be defined by a style.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._abstract: dict[str, _List] = {}
        self._uses: dict[str, tuple[_List, Element]] = {}
        self._instances: dict[str, _Instance] = {}
        if root is None:
            return
        linked: dict[str, str] = {}
        for element in root.iterfind(qn("w:abstractNum")):
            identifier = element.get(qn("w:abstractNumId"), "")
            self._abstract[identifier] = _List(element)
            if link := child_value(element, qn("w:numStyleLink")):
                linked[identifier] = link
        targets = {
            element.get(qn("w:numId"), ""): child_value(element, qn("w:abstractNumId")) or ""
            for element in root.iterfind(qn("w:num"))
        }
        for identifier, link in linked.items():
            target = targets.get(str(styles.style(link).layout.list_id), "")
            if target in self._abstract and target not in linked:
                self._abstract[identifier] = self._abstract[target]
        for element in root.iterfind(qn("w:num")):
            identifier = element.get(qn("w:numId"), "")
            if targets[identifier] in self._abstract:
                self._uses[identifier] = self._abstract[targets[identifier]], element

    def next(self, list_id: int, level: int | None, style_id: str) -> tuple[str, int] | None:
        """The marker of the next item.

        Args:
            list_id: ``w:numId`` of the paragraph.
            level: its ``w:ilvl``; ``None`` when only its style names the list, which then also tells the level.
            style_id: id of the paragraph's style.

        Returns:
            Marker (clean; may be empty) and level from 1, or ``None`` when there is no such list.
        """
        identifier = str(list_id)
        if identifier not in self._uses:
            return None
        if identifier not in self._instances:
            self._instances[identifier] = _instance(*self._uses[identifier])
        instance = self._instances[identifier]
        levels, counts = instance.levels, instance.list.counts
        if level is None:
            level = next((index for index, known in levels.items() if style_id and known.style == style_id), 0)
        if not 0 <= level < LEVELS:
            return None
        if identifier not in instance.list.started:
            instance.list.started.add(identifier)
            for index, start in instance.starts.items():
                counts[index] = start - 1
        count = counts[level]
        counts[level] = levels.get(level, Level()).start if count is None else count + 1
        for deeper in range(level + 1, LEVELS):
            restart = levels.get(deeper, Level()).restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None
        return clean(_shown(levels, counts, level)), level + 1


def _instance(shared: _List, element: Element) -> _Instance:
    levels = dict(shared.levels)
    starts: dict[int, int] = {}
    for override in element.iterfind(qn("w:lvlOverride")):
        index = integer(override.get(qn("w:ilvl")))
        if index is None or not 0 <= index < LEVELS:
            continue
        if (own := override.find(_LEVEL)) is not None:
            levels[index] = _level(own)[1]
        if (start := integer(child_value(override, qn("w:startOverride")))) is not None:
            starts[index] = start
    return _Instance(shared, levels, starts)


def _level(element: Element) -> tuple[int, Level]:
    start = integer(child_value(element, qn("w:start")))
    return integer(element.get(qn("w:ilvl"))) or 0, Level(
        start=1 if start is None else start,
        format=child_value(element, qn("w:numFmt")) or "decimal",
        text=child_value(element, qn("w:lvlText")) or "",
        restart=integer(child_value(element, qn("w:lvlRestart"))),
        legal=bool(switch(element, qn("w:isLgl"))),
        style=child_value(element, qn("w:pStyle")) or "",
    )


def _shown(levels: dict[int, Level], counts: list[int | None], level: int) -> str:
    definition = levels.get(level, Level(text=f"%{level + 1}."))
    if definition.format in ("bullet", "none"):
        return definition.text

    def count(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        known = levels.get(index, Level())
        value = counts[index]
        return write_number(known.start if value is None else value, "decimal" if definition.legal else known.format)

    return _PLACEHOLDER.sub(count, definition.text)


def write_number(value: int, style: str) -> str:
    """A count as Word writes it; styles that are not known here are written as decimals.

    >>> write_number(28, "lowerLetter"), write_number(4, "upperRoman"), write_number(7, "decimalZero")
    ('bb', 'IV', '07')
    """
    if style in ("lowerLetter", "upperLetter") and 1 <= value <= 780:
        # After z Word doubles the letter: aa, bb, … zz, aaa.
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("lowerRoman", "upperRoman") and 1 <= value <= 3999:
        roman = ""
        for size, letters in _ROMAN:
            while value >= size:
                roman += letters
                value -= size
        return roman.upper() if style == "upperRoman" else roman
    if style == "decimalZero":
        return f"{value:02d}"
    return "" if style in ("none", "bullet") else str(value)
