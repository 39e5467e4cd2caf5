"""What the properties of characters and paragraphs say, each by itself; `styles` puts the levels together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from grader.ingest.word.colours import HIGHLIGHTS, Palette
from grader.ingest.word.xml import Element, child_value, first_child, integer, is_on, qn, switch

SINGLE: Final = 240
"""``w:line`` of single spacing, in 240ths of a line."""
TWIPS: Final = 20
"""Twentieths of a point, in which Word writes lengths."""

_ALIGNMENTS: Final = {
    "left": "left", "start": "left", "right": "right", "end": "right", "center": "center",
    "both": "justify", "distribute": "justify", "lowKashida": "justify", "mediumKashida": "justify",
    "highKashida": "justify", "thaiDistribute": "justify",
}  # fmt: skip
_DOTTED: Final = ("dot", "middleDot")

_W_LINE: Final[str] = qn("w:line")
_W_RULE: Final[str] = qn("w:lineRule")
_W_LEADER: Final[str] = qn("w:leader")
_NUM_ID: Final[str] = qn("w:numId")
_NUM_LEVEL: Final[str] = qn("w:ilvl")
_NO_FILL: Final = f"{qn('w14:textFill')}/{qn('w14:noFill')}"
_TEXT_FILL: Final[str] = qn("w14:textFill")
_ASCII: Final[str] = qn("w:ascii")
_ASCII_THEME: Final[str] = qn("w:asciiTheme")
_TAGS: Final[dict[str, str]] = {
    name: qn(f"w:{name}")
    for name in (
        *("rFonts", "sz", "b", "i", "vanish", "color", "shd", "highlight", "w", "spacing"),
        *("jc", "outlineLvl", "numPr", "tabs"),
    )
}


class Look(NamedTuple):
    """Properties of characters at one level; ``None`` is what this level does not say.

    Attributes:
        font: family for Latin script.
        size: in points.
        bold: and the next two are on/off properties, which two levels of styles can cancel.
        italic: as ``bold``.
        hidden: as ``bold``; what Word calls hidden text.
        colour: of the letters, as in `colours`.
        shade: ground of the letters.
        marker: ground by the marker pen, which goes before ``shade``.
        stretch: width of the letters in percent.
        tracking: room added after each letter in points; negative when they stand closer.
        unfilled: whether the letters have neither colour nor outline.
    """

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    colour: str | None = None
    shade: str | None = None
    marker: str | None = None
    stretch: int | None = None
    tracking: float | None = None
    unfilled: bool | None = None

    def over(self, below: Look) -> Look:
        """These properties, and those of the level below where these say nothing."""
        return below if self == NO_LOOK else Look._make(_over(self, below))


class Layout(NamedTuple):
    """Properties of paragraphs at one level; ``None`` is what this level does not say.

    Attributes:
        line: amount and rule of line spacing; the rule is ``auto`` where none stands beside an amount (17.3.1.33).
        alignment: as in `Block`.
        outline: 0-based level of a heading, 9 for body text.
        list_id: of ``w:numPr``; 0 for *no list*.
        list_level: of ``w:numPr``, 0-based.
        dots: whether tabs are filled with dots, as in a list of contents.
        shade: ground of the paragraph.
    """

    line: tuple[int, str] | None = None
    alignment: str | None = None
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    dots: bool | None = None
    shade: str | None = None

    def over(self, below: Layout) -> Layout:
        """These properties, and those of the level below where these say nothing."""
        return below if self == NO_LAYOUT else Layout._make(_over(self, below))

    def line_spacing(self, single: float | None) -> float | None:
        """Multiple of single spacing.

        Args:
            single: height of a single line of the paragraph's font in points, when it is known. Spacing in points
                (``exact``, ``atLeast``) is measured against it; a least height does nothing below it.
        """
        amount, rule = self.line or (SINGLE, "auto")
        if rule == "auto":
            return round(amount / SINGLE, 3)
        if single is None:
            return None
        multiple = amount / TWIPS / single
        return round(max(multiple, 1.0) if rule == "atLeast" else multiple, 3)


NO_LOOK: Final = Look()
NO_LAYOUT: Final = Layout()


def _over(own: tuple[Any, ...], below: tuple[Any, ...]) -> list[Any]:
    return [under if value is None else value for value, under in zip(own, below, strict=True)]


class Properties:
    """Reads properties.

    Args:
        theme: gives the root of the theme part, or ``None``; asked only when something of the theme is met.
    """

    def __init__(self, theme: Callable[[], Element | None]) -> None:
        self.palette = Palette(theme)
        self._theme = theme
        self._families: dict[str, str] | None = None

    def look(self, properties: Element | None) -> Look:
        """What a ``w:rPr`` says."""
        if properties is None or len(properties) == 0:
            return NO_LOOK
        half_points = integer(child_value(properties, _TAGS["sz"]))
        tracking = integer(child_value(properties, _TAGS["spacing"]))
        return Look(
            font=self._font(first_child(properties, _TAGS["rFonts"])),
            size=half_points / 2 if half_points is not None and half_points > 0 else None,
            bold=switch(properties, _TAGS["b"]),
            italic=switch(properties, _TAGS["i"]),
            hidden=switch(properties, _TAGS["vanish"]),
            colour=self.palette.letters(first_child(properties, _TAGS["color"])),
            shade=self.palette.shade(first_child(properties, _TAGS["shd"])),
            marker=HIGHLIGHTS.get(child_value(properties, _TAGS["highlight"]) or ""),
            stretch=integer(child_value(properties, _TAGS["w"])),
            tracking=None if tracking is None else tracking / TWIPS,
            unfilled=self._unfilled(properties),
        )

    def layout(self, properties: Element | None) -> Layout:
        """What a ``w:pPr`` says."""
        if properties is None or len(properties) == 0:
            return NO_LAYOUT
        numbering = first_child(properties, _TAGS["numPr"])
        tabs = first_child(properties, _TAGS["tabs"])
        return Layout(
            line=_line(first_child(properties, _TAGS["spacing"])),
            alignment=_ALIGNMENTS.get(child_value(properties, _TAGS["jc"]) or ""),
            outline=integer(child_value(properties, _TAGS["outlineLvl"])),
            list_id=integer(child_value(numbering, _NUM_ID)),
            list_level=integer(child_value(numbering, _NUM_LEVEL)),
            dots=any(tab.get(_W_LEADER) in _DOTTED for tab in tabs) if tabs is not None else None,
            shade=self.palette.shade(first_child(properties, _TAGS["shd"])),
        )

    def _font(self, fonts: Element | None) -> str | None:
        """The family for letters of ASCII, of which Indonesian and English consist."""
        if fonts is None:
            return None
        if slot := fonts.get(_ASCII_THEME):
            if self._families is None:
                self._families = _theme_fonts(self._theme())
            if family := self._families.get(slot[:5]):
                return family
        return fonts.get(_ASCII) or None

    @staticmethod
    def _unfilled(properties: Element) -> bool | None:
        if first_child(properties, _TEXT_FILL) is None:
            return None
        return properties.find(_NO_FILL) is not None and properties.find(qn("w14:textOutline")) is None


def _line(spacing: Element | None) -> tuple[int, str] | None:
    amount = integer(spacing.get(_W_LINE)) if spacing is not None else None
    if spacing is None or not amount or amount < 0:
        return None
    rule = spacing.get(_W_RULE, "auto")
    return amount, rule if rule in ("exact", "atLeast") else "auto"


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Families by the first five letters of their slots (``major``, ``minor``), Latin script."""
    fonts: dict[str, str] = {}
    for slot in ("major", "minor"):
        path = f".//{qn('a:fontScheme')}/{qn(f'a:{slot}Font')}/{qn('a:latin')}"
        latin = theme.find(path) if theme is not None else None
        if latin is not None and (family := latin.get("typeface")):
            fonts[slot] = family
    return fonts


def is_default(style: Element) -> bool:
    """Whether a style is the one for everything of its type that names none."""
    return is_on(style.get(qn("w:default"), "0"))
