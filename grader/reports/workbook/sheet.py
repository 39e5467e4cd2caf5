"""What all sheets share: looks, widths, and the only way for a value to get into a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from grader.records.score import Label
from grader.reports import safe
from grader.wording.voice import Voice

LABEL_COLOURS: Final = {
    Label.EXPLAINED: {"bg_color": "#D5EBDD", "font_color": "#134A2C"},
    Label.MENTIONED: {"bg_color": "#FBEBC4", "font_color": "#5A3E00"},
    Label.ABSENT: {"bg_color": "#F0F0F0", "font_color": "#4A4A4A"},
}
LINE: Final = 15.0
_TALLEST: Final = 400.0
"""Heights in points; a row can have 409."""
_INPUT: Final = "#FFF6CC"
_TITLE_LIMIT: Final = 32
_MESSAGE_LIMIT: Final = 255
"""Characters that a message at a cell can have."""

Cell = str | int | Decimal | None


@dataclass(slots=True)
class Sheet:
    """A worksheet that is filled row by row, from the top down; every text goes through `safe.cell`.

    Attributes:
        book: the workbook.
        name: of the sheet.
        widths: of the columns, in characters.
        formats: as `make_formats` makes them.
        inputs: columns that the instructor fills in, which look so.
        row: the next row, 0-based.
        sheet: XlsxWriter's worksheet.
    """

    book: Any
    name: str
    widths: Sequence[float]
    formats: dict[str, Any]
    inputs: frozenset[int] = frozenset()
    row: int = 0
    sheet: Any = field(init=False)

    def __post_init__(self) -> None:
        self.sheet = self.book.add_worksheet(self.name)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)

    def write(self, cells: Sequence[Cell], style: str = "") -> None:
        """Write a row: texts as texts, marks with two decimals, counts as whole numbers, ``None`` as an empty cell."""
        lines = 1
        for column, value in enumerate(cells):
            look = "input-" if column in self.inputs and not style else ""
            if value is None:
                name = style or (f"{look}mark" if look else "text")
                self.sheet.write_blank(self.row, column, None, self.formats[name])
            elif isinstance(value, Decimal):
                self.sheet.write_number(self.row, column, float(value), self.formats[f"{look}mark"])
            elif isinstance(value, int):
                self.sheet.write_number(self.row, column, value, self.formats["count" if column else "index"])
            else:
                clean = safe.cell(value)
                guarded = "guarded" if safe.looks_like_formula(clean) else "text"
                self.sheet.write_string(self.row, column, clean, self.formats[style or f"{look}{guarded}"])
                lines = max(lines, _lines(clean, self.widths[column]))
        # Said outright, since not every program works out the height of wrapped rows when it opens a file.
        self.sheet.set_row(self.row, min(LINE * lines + 3, _TALLEST))
        self.row += 1

    def note(self, text: str, first: int, last: int, lines: int) -> None:
        """Write a text over several columns, so many lines high."""
        self.sheet.merge_range(self.row, first, self.row, last, safe.cell(text), self.formats["note"])
        self.sheet.set_row(self.row, lines * LINE)
        self.row += 1

    def head(self, cells: Sequence[str], *, frozen_columns: int) -> None:
        """Write the header row, which stays in sight and stands on every printed page."""
        self.write(cells, "head")
        self.sheet.freeze_panes(self.row, frozen_columns)
        self.sheet.repeat_rows(self.row - 1)

    def filter(self, columns: int, head: int = 0) -> None:
        """Let the reader sort and filter the rows written so far.

        Args:
            columns: how many.
            head: the header row, 0-based.
        """
        if self.row > head + 1:
            self.sheet.autofilter(head, 0, self.row - 1, columns - 1)

    def warn(self, voice: Voice, first: int, columns: tuple[int, int]) -> None:
        """Ask before something is typed over what the program has filled in; sorting and copying stay as they are.

        Args:
            voice: of the message.
            first: the first row, 0-based; the last one is the last that was written.
            columns: the first and the last column.
        """
        if self.row <= first:
            return
        rule = {
            "validate": "custom",
            "value": "=FALSE",
            "error_type": "warning",
            **message(voice, "error_title", "error_message", "report.xlsx.program.title", "report.xlsx.program"),
        }
        self.sheet.data_validation(first, columns[0], self.row - 1, columns[1], rule)


def message(voice: Voice, title: str, text: str, title_key: str, key: str, **values: str) -> dict[str, str]:
    """Title and text of a message at a cell, no longer than it can be: beyond that, nothing would be shown."""
    return {title: voice.say(title_key)[:_TITLE_LIMIT], text: voice.say(key, dict(values))[:_MESSAGE_LIMIT]}


def make_formats(book: Any) -> dict[str, Any]:
    """The looks of cells, by name; the same with ``input-`` before it is for the instructor to fill in."""
    line = {"valign": "top", "bottom": 1, "bottom_color": "#B8C0CC"}
    words = {**line, "text_wrap": True, "align": "left", "indent": 1}
    head = {**words, "bold": True, "bg_color": "#E4E9F0", "bottom": 2, "valign": "vcenter"}
    head.pop("bottom_color")
    marks = {**line, "num_format": "#,##0.00"}
    # Without the prefix, editing such a cell (or saving it as CSV) would turn it into a formula.
    guarded = {**words, "quote_prefix": True}
    return {
        "head": book.add_format(head),
        "text": book.add_format(words),
        "guarded": book.add_format(guarded),
        "note": book.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1}),
        "mark": book.add_format(marks),
        "count": book.add_format({**line, "num_format": "#,##0"}),
        "index": book.add_format({**line, "align": "center"}),
        "input-text": book.add_format({**words, "bg_color": _INPUT}),
        "input-guarded": book.add_format({**guarded, "bg_color": _INPUT}),
        "input-mark": book.add_format({**marks, "bg_color": _INPUT}),
        # A conditional format knows colours only; a cell of its own has the rest of the looks too.
        **{label.level: book.add_format(dict(colours)) for label, colours in LABEL_COLOURS.items()},
        **{f"legend-{label.level}": book.add_format({**words, **colours}) for label, colours in LABEL_COLOURS.items()},
    }


def _lines(text: str, width: float) -> int:
    """How many lines a text wraps into, words kept whole, in a column of so many characters."""
    room, lines, used = max(4, int(width) - 2), 1, 0
    for word in text.split(" "):
        length = min(len(word), room * 20)
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0
        used += length + (1 if used else 0)
        lines, used = lines + (used - 1) // room if used else lines, (used - 1) % room + 1 if used else 0
    return lines
