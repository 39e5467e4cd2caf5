"""Effective formatting: what Word shows after styles, defaults and theme, worked out once for each style.

Order of ISO/IEC 29500-1, 17.7.2: document defaults, paragraph style with what it is based on, character style with
what it is based on, then what stands at the paragraph or run itself. On/off properties (bold, italic, hidden) that both
a paragraph style and a character style set cancel each other out (17.7.3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from docx.oxml.ns import qn

from grader.ingest.cleaning import Format
from grader.ingest.word.xml import Element, child_value, integer, switch

DEFAULT_FONT: Final = "Times New Roman"
DEFAULT_SIZE: Final = 10.0
"""What Word takes when neither run, style nor document defaults say (17.3.2.26, 17.3.2.38)."""
SINGLE: Final = 240
"""``w:line`` of single spacing, in 240ths of a line."""

_ALIGNMENTS: Final = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify", "lowKashida": "justify", "mediumKashida": "justify",
    "highKashida": "justify", "thaiDistribute": "justify",
}  # fmt: skip
_HEADING: Final = re.compile(r"(?:heading|judul) ([1-9])\Z", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"toc \d\Z", re.IGNORECASE)

_TAGS: Final[dict[str, str]] = {name: qn(f"w:{name}") for name in (
    "rPr", "pPr", "rFonts", "sz", "b", "i", "vanish", "spacing", "jc", "outlineLvl", "numPr", "numId", "ilvl", "style",
    "name", "basedOn", "docDefaults", "rPrDefault", "pPrDefault", "line", "lineRule", "type", "styleId", "default",
    "ascii", "asciiTheme", "hAnsi", "hAnsiTheme", "tabs", "tab", "leader", "numStyleLink",
)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of characters at one level; ``None`` is what this level does not say."""

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """These properties, and those of the level below where these say nothing."""
        return Look(
            self.font or below.font,
            self.size if self.size is not None else below.size,
            self.bold if self.bold is not None else below.bold,
            self.italic if self.italic is not None else below.italic,
            self.hidden if self.hidden is not None else below.hidden,
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Properties of paragraphs at one level; ``None`` is what this level does not say.

    ``outline`` is 0-based, 9 for body text; ``list_id`` and ``list_level`` are of ``w:numPr``, id 0 for *no list*.
    ``dots`` tells that tabs are filled with dots, as in a list of contents.
    """

    line: int | None = None
    line_rule: str | None = None
    alignment: str | None = None
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    dots: bool | None = None

    def over(self, below: Layout) -> Layout:
        """These properties, and those of the level below where these say nothing."""
        return Layout(
            self.line if self.line is not None else below.line,
            self.line_rule if self.line_rule is not None else below.line_rule,
            self.alignment or below.alignment,
            self.outline if self.outline is not None else below.outline,
            self.list_id if self.list_id is not None else below.list_id,
            self.list_level if self.list_level is not None else below.list_level,
            self.dots if self.dots is not None else below.dots,
        )

    @property
    def line_spacing(self) -> float | None:
        """Multiple of single spacing; ``None`` for spacing in points, which no multiple describes."""
        if self.line_rule not in (None, "auto"):
            return None
        return round((self.line if self.line is not None else SINGLE) / SINGLE, 3)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it is based on; document defaults are not in it."""

    name: str = ""
    look: Look = Look()
    layout: Layout = Layout()

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


class Styles:
    """All styles of a document.

    Args:
        styles: root of the styles part; ``None`` when the package has none.
        theme: root of the theme part; ``None`` when the package has none.
    """

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._formats: dict[tuple[str, str], tuple[Look, Format]] = {}
        self.default_paragraph = ""
        defaults = None
        if styles is not None:
            defaults = styles.find(_TAGS["docDefaults"])
            for style in styles.iterfind(_TAGS["style"]):
                identifier = style.get(qn("w:styleId"), "")
                self._elements[identifier] = style
                is_default = style.get(qn("w:default"), "0").lower() in ("1", "true", "on")
                if is_default and style.get(qn("w:type")) == "paragraph":
                    self.default_paragraph = identifier
        run = defaults.find(f"{_TAGS['rPrDefault']}/{_TAGS['rPr']}") if defaults is not None else None
        paragraph = defaults.find(f"{_TAGS['pPrDefault']}/{_TAGS['pPr']}") if defaults is not None else None
        self._run_defaults = self.look(run).over(Look(DEFAULT_FONT, DEFAULT_SIZE, False, False, False))
        self._layout_defaults = self.layout(paragraph)

    def style(self, identifier: str) -> Style:
        """A style by its id, what it is based on included; an empty style when there is none of that id."""
        chain: dict[str, None] = {}  # in order, and quick to look into
        current: str | None = identifier
        while current in self._elements and current not in self._resolved and current not in chain:
            chain[current] = None
            current = child_value(self._elements[current], _TAGS["basedOn"])
        result = self._resolved.get(current or "", Style())
        for known in reversed(chain):
            result = self._over(self._elements[known], result)
            self._resolved[known] = result
        return result

    def _over(self, element: Element, base: Style) -> Style:
        """A style and what it is based on, together; it stays a heading when its base is one."""
        name = child_value(element, _TAGS["name"]) or ""
        own = Style(name, self.look(element.find(_TAGS["rPr"])), self.layout(element.find(_TAGS["pPr"])))
        keeps_name = own.heading is not None or own.contents or (base.heading is None and not base.contents)
        return Style(name if keeps_name else base.name, own.look.over(base.look), own.layout.over(base.layout))

    def paragraph(self, style_id: str, properties: Element | None) -> Layout:
        """The effective layout of a paragraph."""
        return self.layout(properties).over(self.style(style_id).layout).over(self._layout_defaults)

    def characters(self, paragraph_style: str, properties: Element | None) -> tuple[Format, bool]:
        """The effective format of a run in a paragraph of this style, and whether it is hidden.

        Args:
            paragraph_style: id of the paragraph's style.
            properties: ``w:rPr`` of the run, or ``None``.
        """
        run_style = child_value(properties, qn("w:rStyle")) or ""
        key = (paragraph_style, run_style)
        if key not in self._formats:
            look = _combined(self.style(paragraph_style).look, self.style(run_style).look).over(self._run_defaults)
            self._formats[key] = (look, _format(look))
        look, plain = self._formats[key]
        if properties is None or len(properties) == 0:
            return plain, bool(look.hidden)
        own = self.look(properties).over(look)
        return (plain if own == look else _format(own)), bool(own.hidden)

    def look(self, properties: Element | None) -> Look:
        """What a ``w:rPr`` says, by itself."""
        if properties is None:
            return Look()
        half_points = integer(child_value(properties, _TAGS["sz"]))
        return Look(
            self._font(properties.find(_TAGS["rFonts"])),
            half_points / 2 if half_points is not None and half_points > 0 else None,
            switch(properties, _TAGS["b"]),
            switch(properties, _TAGS["i"]),
            switch(properties, _TAGS["vanish"]),
        )

    def layout(self, properties: Element | None) -> Layout:
        """What a ``w:pPr`` says, by itself."""
        if properties is None:
            return Layout()
        spacing = properties.find(_TAGS["spacing"])
        numbering = properties.find(_TAGS["numPr"])
        tabs = properties.find(_TAGS["tabs"])
        line = integer(spacing.get(qn("w:line"))) if spacing is not None else None
        return Layout(
            line=line if line and line > 0 else None,
            line_rule=spacing.get(qn("w:lineRule")) if spacing is not None else None,
            alignment=_ALIGNMENTS.get(child_value(properties, _TAGS["jc"]) or ""),
            outline=integer(child_value(properties, _TAGS["outlineLvl"])),
            list_id=integer(child_value(numbering, _TAGS["numId"])),
            list_level=integer(child_value(numbering, _TAGS["ilvl"])),
            dots=any(tab.get(qn("w:leader")) in ("dot", "middleDot") for tab in tabs) if tabs is not None else None,
        )

    def _font(self, fonts: Element | None) -> str | None:
        if fonts is None:
            return None
        for theme, name in (("w:asciiTheme", "w:ascii"), ("w:hAnsiTheme", "w:hAnsi")):
            if (slot := fonts.get(qn(theme))) and (family := self._theme.get(slot[:5])):
                return family
            if family := fonts.get(qn(name)):
                return family
        return None


def _combined(paragraph: Look, character: Look) -> Look:
    """A character style over a paragraph style: what both switch on is off again."""
    look = character.over(paragraph)
    return replace(
        look,
        bold=False if paragraph.bold and character.bold else look.bold,
        italic=False if paragraph.italic and character.italic else look.italic,
        hidden=False if paragraph.hidden and character.hidden else look.hidden,
    )


def _format(look: Look) -> Format:
    return Format(look.font, look.size, bool(look.bold), bool(look.italic))


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Families by the first five letters of their slots (``major``, ``minor``), Latin script."""
    if theme is None:
        return {}
    fonts: dict[str, str] = {}
    for slot in ("major", "minor"):
        latin = theme.find(f".//{qn('a:fontScheme')}/{qn(f'a:{slot}Font')}/{qn('a:latin')}")
        if latin is not None and (family := latin.get("typeface")):
            fonts[slot] = family
    return fonts
