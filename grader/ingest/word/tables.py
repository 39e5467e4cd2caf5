"""What a table gives to its cells: the layers of its style for rows and columns, and the ground behind the letters."""

from __future__ import annotations

from functools import reduce
from typing import Final

from grader.ingest.word.colours import CLEAR
from grader.ingest.word.styles import Layer, Styles, Surroundings
from grader.ingest.word.xml import Element, child_value, integer, is_on, qn

_PROPERTIES: Final[str] = qn("w:tblPr")
_STYLE: Final[str] = qn("w:tblStyle")
_LOOK: Final[str] = qn("w:tblLook")
_SHADE: Final[str] = qn("w:shd")
_VALUE: Final[str] = qn("w:val")
_FLAGS: Final = (
    ("firstRow", 0x20),
    ("lastRow", 0x40),
    ("firstColumn", 0x80),
    ("lastColumn", 0x100),
    ("noHBand", 0x200),
    ("noVBand", 0x400),
)
"""Attributes of ``w:tblLook`` and their bits in its older form (17.4.55)."""


class Dress:
    """The style of one table.

    Args:
        styles: of the document.
        table: the ``w:tbl``.
        rows: how many rows it has.
        around: what the table itself stands in.
    """

    def __init__(self, styles: Styles, table: Element, rows: int, around: Surroundings) -> None:
        properties = table.find(_PROPERTIES)
        self._styles = styles
        self._parts = styles.style(child_value(properties, _STYLE) or styles.default_table).parts
        self._flags = _flags(properties.find(_LOOK) if properties is not None else None)
        self._rows = rows
        self._own = styles.properties.palette.shade(properties.find(_SHADE)) if properties is not None else None
        self._outer = around.ground
        self._known: dict[tuple[tuple[str, ...], str | None], Surroundings] = {}

    def cell(self, row: int, column: int, columns: int, properties: Element | None) -> Surroundings:
        """What the paragraphs of a cell stand in.

        Args:
            row: of the cell, from 0.
            column: of the cell among those of its row, from 0.
            columns: how many cells the row has.
            properties: its ``w:tcPr``, or ``None``.
        """
        shade = self._styles.properties.palette.shade(properties.find(_SHADE)) if properties is not None else None
        known = (self._conditions(row, column, columns) if self._parts else (), shade)
        if known not in self._known:
            layers = [self._parts[name] for name in known[0]]
            layer: Layer = reduce(lambda below, above: above.over(below), layers, Layer())
            ground = next((each for each in (shade, self._own, layer.ground) if each is not None), CLEAR)
            self._known[known] = self._styles.surroundings(layer, self._outer if ground == CLEAR else ground)
        return self._known[known]

    def _conditions(self, row: int, column: int, columns: int) -> tuple[str, ...]:
        """Parts of the style that hold for a cell, the weakest first (17.7.6)."""
        first_row = "firstRow" in self._flags and row == 0
        last_row = "lastRow" in self._flags and row == self._rows - 1
        first_column = "firstColumn" in self._flags and column == 0
        last_column = "lastColumn" in self._flags and column == columns - 1
        row_band = row - ("firstRow" in self._flags)
        column_band = column - ("firstColumn" in self._flags)
        holding = (
            ("wholeTable", True),
            (f"band{column_band % 2 + 1}Vert", "noVBand" not in self._flags),
            (f"band{row_band % 2 + 1}Horz", "noHBand" not in self._flags),
            ("firstCol", first_column),
            ("lastCol", last_column),
            ("firstRow", first_row),
            ("lastRow", last_row),
            ("neCell", first_row and last_column),
            ("nwCell", first_row and first_column),
            ("seCell", last_row and last_column),
            ("swCell", last_row and first_column),
        )
        return tuple(name for name, holds in holding if holds and name in self._parts)


def _flags(look: Element | None) -> frozenset[str]:
    if look is None:
        return frozenset({"noHBand", "noVBand"})
    bits = 0
    if (value := look.get(_VALUE)) is not None:
        try:
            bits = int(value[:8], 16)
        except ValueError:
            bits = integer(value) or 0
    return frozenset(
        name
        for name, bit in _FLAGS
        if (is_on(stated) if (stated := look.get(qn(f"w:{name}"))) is not None else bool(bits & bit))
    )
