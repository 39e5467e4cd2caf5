"""Effective formatting: what Word shows after styles, defaults and theme, worked out once for each style.

Order of ISO/IEC 29500-1, 17.7.2: document defaults, table style (whole table, then its rows and columns), paragraph
style with what it is based on, character style with what it is based on, then what stands at the paragraph or run
itself. On/off properties (bold, italic, hidden) that two of the styles set cancel each other out, unless the document
defaults set them already (17.7.3). What equals an earlier paragraph or run in all its properties is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final
from weakref import proxy

from grader.ingest.cleaning import Format
from grader.ingest.word.colours import AUTO, CLEAR, WHITE, can_be_seen
from grader.ingest.word.looks import NO_LAYOUT, NO_LOOK, TWIPS, Layout, Look, Properties, is_default
from grader.ingest.word.xml import Element, Key, child_value, first_child, key, qn

DEFAULTS: Final = Look("Times New Roman", 10.0, False, False, False)
"""What Word takes when neither run, style nor document defaults say (17.3.2.26, 17.3.2.38)."""
TINY: Final = 4.0
"""Points below which nobody reads letters."""
THIN: Final = 10
"""Percent of their width below which nobody reads letters."""
OVERPRINTED: Final = 0.4
"""Letters that are moved back by more than this share of their size stand on each other."""
REMEMBERED: Final = 2000
"""So many different paragraphs, and runs in one of them, are remembered; an essay has a few dozen."""

_HEADING: Final = re.compile(r"(?:heading|judul) ([1-9])\Z", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"toc \d\Z", re.IGNORECASE)
_BASED_ON: Final[str] = qn("w:basedOn")
_NAME: Final[str] = qn("w:name")
_TYPE: Final[str] = qn("w:type")
_ID: Final[str] = qn("w:styleId")
_RUN: Final[str] = qn("w:rPr")
_PARAGRAPH: Final[str] = qn("w:pPr")
_RUN_STYLE: Final[str] = qn("w:rStyle")
_PARAGRAPH_STYLE: Final[str] = qn("w:pStyle")
_TABLE_GROUND: Final = f"{qn('w:tblPr')}/{qn('w:shd')}"
_CELL_GROUND: Final = f"{qn('w:tcPr')}/{qn('w:shd')}"
_CONDITION: Final[str] = qn("w:tblStylePr")


@dataclass(frozen=True, slots=True)
class Layer:
    """What a table style says of a whole table, or of a part of it such as its first row."""

    look: Look = NO_LOOK
    layout: Layout = NO_LAYOUT
    ground: str | None = None

    def over(self, below: Layer) -> Layer:
        """This layer, and the one below where this says nothing."""
        return Layer(self.look.over(below.look), self.layout.over(below.layout), self.ground or below.ground)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on; document defaults are not in it.

    ``parts`` are of a table style, by the names of ``w:tblStylePr`` (``firstRow``); ``wholeTable`` is always one.
    """

    name: str = ""
    look: Look = NO_LOOK
    layout: Layout = NO_LAYOUT
    parts: dict[str, Layer] = field(default_factory=dict)

    @property
    def heading(self) -> int | None:
        """Heading level 1 to 9 by name; a title counts as level 1."""
        if found := _HEADING.match(self.name):
            return int(found[1])
        return 1 if self.name.casefold() == "title" else None

    @property
    def contents(self) -> bool:
        """Whether it is a style of entries in a table of contents."""
        return bool(_CONTENTS.match(self.name))


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """What a paragraph stands in: the layer of its table's style (a cell's), and the colour of the ground there."""

    layer: Layer = Layer()
    ground: str = WHITE


PAGE: Final = Surroundings()
"""White paper."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How a run is printed: its format, and why nobody sees it (``vanish``, ``colour``, ``tiny``), if nobody does."""

    format: Format
    unseen: str | None = None


class Paragraph:
    """The effective properties of all paragraphs that say the same of themselves and stand in the same surroundings.

    Attributes:
        style_id: id of the style.
        style: the style itself.
        heading: heading level of the style, if it has one.
        contents: whether the style is one of entries in a table of contents.
        layout: effective; ``alignment`` may still be ``None`` (which means left).

    Args:
        styles: of the document; must be there as long as this is asked.
        style_id: id of the style.
        own: what the paragraph says itself.
        around: what it stands in.
    """

    __slots__ = ("_ground", "_known", "_layer", "_styles", "contents", "heading", "layout", "style", "style_id")
    _styles: Styles

    def __init__(self, styles: Styles, style_id: str, own: Layout, around: Surroundings) -> None:
        self.style_id = style_id
        self.style = styles.style(style_id)
        self.heading, self.contents = self.style.heading, self.style.contents
        self.layout = own.over(self.style.layout).over(around.layer.layout).over(styles.layout_defaults)
        shade = self.layout.shade
        self._ground = around.ground if shade in (None, CLEAR) else str(shade)
        self._layer = around.layer
        self._styles = proxy(styles)  # a circle would keep all of the document's XML until a collector comes by
        self._known: dict[Key, Letters] = {}

    def letters(self, properties: Element | None) -> Letters:
        """How a run of this paragraph with this ``w:rPr`` is printed."""
        known = key(properties)
        if (letters := self._known.get(known)) is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            letters = self._known[known] = self._worked_out(properties)
        return letters

    def _worked_out(self, properties: Element | None) -> Letters:
        styles = self._styles
        character = styles.style(child_value(properties, _RUN_STYLE) or "").look
        own = styles.properties.look(properties)
        look = own.over(_combined(styles.look_defaults, self._layer.look, self.style.look, character))
        return Letters(Format(look.font, look.size, bool(look.bold), bool(look.italic)), self._unseen(look))

    def _unseen(self, look: Look) -> str | None:
        if look.hidden:
            return "vanish"
        size = look.size or DEFAULTS.size or TINY
        amount, rule = self.layout.line or (0, "auto")
        if (
            size < TINY
            or (look.stretch is not None and look.stretch < THIN)
            or (look.tracking is not None and -look.tracking > OVERPRINTED * size)
            or (rule == "exact" and amount / TWIPS < TINY)
        ):
            return "tiny"
        ground = next((each for each in (look.marker, look.shade) if each not in (None, CLEAR)), self._ground)
        if look.unfilled or not can_be_seen(look.colour or AUTO, ground or WHITE):
            return "colour"
        return None


class Styles:
    """All styles of a document.

    Args:
        styles: root of the styles part; ``None`` when the package has none.
        theme: gives the root of the theme part, or ``None``; asked only when it is needed.
    """

    def __init__(self, styles: Element | None, theme: Callable[[], Element | None]) -> None:
        self.properties = Properties(theme)
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._paragraphs: dict[tuple[Key, Surroundings], Paragraph] = {}
        self._surroundings: dict[tuple[Layer, str], Surroundings] = {}
        self.default_paragraph = ""
        self.default_table = ""
        run = paragraph = None
        if styles is not None:
            for style in styles.iterfind(qn("w:style")):
                identifier = style.get(_ID, "")
                self._elements[identifier] = style
                kind = style.get(_TYPE)
                if kind == "paragraph" and is_default(style):
                    self.default_paragraph = identifier
                elif kind == "table" and is_default(style):
                    self.default_table = identifier
            run = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{_RUN}")
            paragraph = styles.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{_PARAGRAPH}")
        self.look_defaults = self.properties.look(run).over(DEFAULTS)
        self.layout_defaults = self.properties.layout(paragraph)

    def style(self, identifier: str) -> Style:
        """A style by its id, what it is based on included; an empty style when there is none of that id."""
        if identifier in self._resolved:
            return self._resolved[identifier]
        chain: dict[str, None] = {}  # in order, and quick to look into
        current: str | None = identifier
        while current in self._elements and current not in self._resolved and current not in chain:
            chain[current] = None
            current = child_value(self._elements[current], _BASED_ON)
        result = self._resolved.get(current or "", Style())
        for known in reversed(chain):
            result = self._over(self._elements[known], result)
            self._resolved[known] = result
        return result

    def _over(self, element: Element, base: Style) -> Style:
        """A style and what it is based on, together; it stays a heading when its base is one."""
        name = child_value(element, _NAME) or ""
        look = self.properties.look(first_child(element, _RUN))
        layout = self.properties.layout(first_child(element, _PARAGRAPH))
        own = Style(name)
        keeps_name = own.heading is not None or own.contents or (base.heading is None and not base.contents)
        parts = self._parts(element, base.parts) if element.get(_TYPE) == "table" else {}
        return Style(name if keeps_name else base.name, look.over(base.look), layout.over(base.layout), parts)

    def _parts(self, element: Element, base: dict[str, Layer]) -> dict[str, Layer]:
        """Layers of a table style and what it is based on; its own properties are those of the whole table."""
        parts = dict(base)
        for part in (element, *element.iterfind(_CONDITION)):
            name = "wholeTable" if part is element else part.get(_TYPE, "")
            shades = (self.properties.palette.shade(part.find(path)) for path in (_CELL_GROUND, _TABLE_GROUND))
            layer = Layer(
                self.properties.look(part.find(_RUN)),
                self.properties.layout(part.find(_PARAGRAPH)),
                next((shade for shade in shades if shade is not None), None),
            )
            parts[name] = layer.over(parts.get(name, Layer()))
        return parts

    def paragraph(self, properties: Element | None, around: Surroundings) -> Paragraph:
        """The effective properties of a paragraph with this ``w:pPr``."""
        known = (key(properties), around)
        if (paragraph := self._paragraphs.get(known)) is None:
            style_id = child_value(properties, _PARAGRAPH_STYLE) or self.default_paragraph
            own = self.properties.layout(properties)
            if len(self._paragraphs) >= REMEMBERED:
                self._paragraphs.clear()
            paragraph = self._paragraphs[known] = Paragraph(self, style_id, own, around)
        return paragraph

    def surroundings(self, layer: Layer, ground: str) -> Surroundings:
        """Surroundings of this kind; the same object for the same kind."""
        known = (layer, ground)
        if known not in self._surroundings:
            self._surroundings[known] = Surroundings(layer, ground)
        return self._surroundings[known]


def _combined(defaults: Look, table: Look, paragraph: Look, character: Look) -> Look:
    """Styles over each other; an on/off property that two of them switch on is off again."""
    look = character.over(paragraph).over(table).over(defaults)
    levels = (table, paragraph, character)
    return look._replace(
        bold=bool(defaults.bold) or _odd(level.bold for level in levels),
        italic=bool(defaults.italic) or _odd(level.italic for level in levels),
        hidden=bool(defaults.hidden) or _odd(level.hidden for level in levels),
    )


def _odd(switches: Iterable[bool | None]) -> bool:
    return sum(map(bool, switches)) % 2 == 1
