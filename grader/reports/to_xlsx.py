"""``rekap.xlsx``: summary, labels of every concept, and findings, for Excel and LibreOffice.

No cell is a formula. Texts are written as texts whatever they look like; marks are numbers with two decimals, written
with a comma or a point as the reader's own program does. The same cohort gives the same bytes: the creation date is
fixed, and XlsxWriter itself gives the members of the archive a fixed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any, Final

import xlsxwriter

from grader.reports import safe
from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView

_CREATED: Final = datetime(2000, 1, 1)
_LABEL_COLOURS: Final = {
    "explained": {"bg_color": "#D5EBDD", "font_color": "#134A2C"},
    "mentioned": {"bg_color": "#FBEBC4", "font_color": "#5A3E00"},
    "absent": {"bg_color": "#F0F0F0", "font_color": "#4A4A4A"},
}
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

_CONCEPTS_A_PAGE: Final = 12
_LINE: Final = 15.0
_TALLEST: Final = 400.0
"""Heights in points; a row can have 409."""

Cell = str | int | Decimal | None


@dataclass(slots=True)
class _Sheet:
    """A worksheet that is filled row by row; every text goes through `safe.cell`."""

    book: Any
    name: str
    widths: Sequence[float]
    formats: dict[str, Any] = field(default_factory=dict)
    row: int = 0

    def __post_init__(self) -> None:
        self.sheet = self.book.add_worksheet(self.name)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)

    sheet: Any = field(init=False)

    def write(self, cells: Sequence[Cell], style: str = "") -> None:
        """Write a row: texts as texts, marks with two decimals, counts as whole numbers, ``None`` as an empty cell."""
        lines = 1
        for column, value in enumerate(cells):
            if value is None:
                self.sheet.write_blank(self.row, column, None, self.formats[style or "text"])
            elif isinstance(value, Decimal):
                self.sheet.write_number(self.row, column, float(value), self.formats["mark"])
            elif isinstance(value, int):
                self.sheet.write_number(self.row, column, value, self.formats["count" if column else "index"])
            else:
                clean = safe.cell(value)
                guarded = "guarded" if safe.looks_like_formula(clean) else "text"
                self.sheet.write_string(self.row, column, clean, self.formats[style or guarded])
                lines = max(lines, _lines(clean, self.widths[column]))
        # Said outright, since not every program works out the height of wrapped rows when it opens a file.
        self.sheet.set_row(self.row, min(_LINE * lines + 3, _TALLEST))
        self.row += 1

    def head(self, cells: Sequence[str], *, frozen_columns: int) -> None:
        """Write the header row, which stays in sight and stands on every printed page."""
        self.write(cells, "head")
        self.sheet.freeze_panes(1, frozen_columns)
        self.sheet.repeat_rows(0)

    def filter(self, columns: int) -> None:
        """Let the reader sort and filter the rows written so far."""
        if self.row > 1:
            self.sheet.autofilter(0, 0, self.row - 1, columns - 1)


def to_xlsx(view: CohortView) -> bytes:
    """The workbook's bytes."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, dict(_OPTIONS))
    say = view.names.voice.say
    book.set_properties({"title": safe.cell(view.title), "created": _CREATED, "comments": safe.cell(_origin(view))})
    formats = _formats(book)
    _summary(view, book, formats)
    _concepts(view, book, formats)
    _findings(view, book, formats)
    for sheet in book.worksheets():
        # "&" begins a code in headers and footers, so that one of the text is written twice.
        title = safe.cell(view.title).replace("&", "&&")[:100]
        sheet.set_header(f"&L{title}&R&A")
        sheet.set_footer(f"&L{say('report.xlsx.footer').replace('&', '&&')}&R&P / &N")
    book.close()
    return target.getvalue()


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


def _origin(view: CohortView) -> str:
    made = view.provenance
    return view.names.voice.say(
        "report.provenance", program=made.program, rubric=made.rubric_id, sha256=made.rubric_sha256
    )


def _formats(book: Any) -> dict[str, Any]:
    line = {"valign": "top", "bottom": 1, "bottom_color": "#B8C0CC"}
    words = {**line, "text_wrap": True, "align": "left", "indent": 1}
    head = {
        "bold": True,
        "bg_color": "#E4E9F0",
        "bottom": 2,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "left",
        "indent": 1,
    }
    return {
        "head": book.add_format(head),
        "text": book.add_format(words),
        # Without the prefix, editing such a cell (or saving it as CSV) would turn it into a formula.
        "guarded": book.add_format({**words, "quote_prefix": True}),
        "note": book.add_format({"text_wrap": True, "valign": "top", "align": "left", "indent": 1}),
        "mark": book.add_format({**line, "num_format": "0.00"}),
        "count": book.add_format({**line, "num_format": "#,##0"}),
        "index": book.add_format({**line, "align": "center"}),
        **{level: book.add_format(dict(colours)) for level, colours in _LABEL_COLOURS.items()},
    }


def _summary(view: CohortView, book: Any, formats: dict[str, Any]) -> None:
    say = view.names.voice.say
    criteria = [each.title.get(view.names.voice.code) for each in view.names.rubric.criteria]
    keys = ("number", "file", "participant", "participant_id", "status", "words", "words_left_out", "not_met")
    tail = ("points", "band", "passed", "review", "remarks")
    head = [say(f"report.column.{key}") for key in keys] + criteria + [say(f"report.column.{key}") for key in tail]
    widths = [5, 30, 22, 12, 12, 8, 10, 24, *(13 for _ in criteria), 12, 18, 11, 10, 48]
    sheet = _Sheet(book, say("report.sheet.summary"), widths, formats)
    sheet.head(head, frozen_columns=2)
    for each in view.results:
        sheet.write(_summary_row(view, each))
    sheet.filter(len(head))
    sheet.row += 1
    points, figures = view.figures.points, view.figures
    lines: list[tuple[str, Cell]] = [("graded", figures.graded), ("failed", figures.failed)]
    lines += [("passed", figures.passed), ("review", figures.review)]
    if points is not None:
        lines += [("mean", points.mean), ("median", points.median)]
        lines += [("lowest", points.lowest), ("highest", points.highest)]
    for key, value in lines:
        sheet.write([None, say(f"report.figure.{key}"), value], "note")
    sheet.row += 1
    for note in (say("report.meaning.is"), say("report.meaning.is_not"), _origin(view)):
        sheet.sheet.merge_range(sheet.row, 1, sheet.row, 7, "", formats["note"])
        sheet.write([None, note], "note")
        sheet.sheet.set_row(sheet.row - 1, 3 * _LINE)


def _summary_row(view: CohortView, each: SubmissionView | FailureView) -> list[Cell]:
    say = view.names.voice.say
    if isinstance(each, FailureView):
        empty = [None] * (len(view.names.rubric.criteria) + 4)
        remark = f"{each.record.code}: {each.message} {each.hint}"
        return [each.number, each.file, None, None, say("report.failed"), None, None, None, *empty, remark]
    return [
        each.number,
        each.file,
        each.participant or None,
        each.participant_id or None,
        say("report.graded"),
        each.words,
        each.words_left_out,
        "; ".join(each.not_met) or None,
        *(criterion.points for criterion in each.criteria),
        each.points,
        each.band,
        say("report.yes") if each.passed else say("report.no"),
        say("report.yes") if each.review else say("report.no"),
        " ".join(each.review) or None,
    ]


def _concepts(view: CohortView, book: Any, formats: dict[str, Any]) -> None:
    say, figures = view.names.voice.say, view.figures.concepts
    head = [say("report.column.number"), say("report.column.file"), say("report.column.participant")]
    titles = [f"{each.title} ({each.criterion_title})" for each in figures]
    sheet = _Sheet(book, say("report.sheet.concepts"), [5, 30, 22, *(15 for _ in titles)], formats)
    sheet.head(head + titles, frozen_columns=3)
    # Dozens of concepts on one page could not be read: more pages side by side, each with the names.
    sheet.sheet.fit_to_pages(max(1, ceil(len(titles) / _CONCEPTS_A_PAGE)), 0)
    sheet.sheet.repeat_columns(0, 2)
    for each in view.results:
        if isinstance(each, FailureView):
            sheet.write([each.number, each.file, None, *(say("report.failed") for _ in titles)])
        else:
            labels = [concept.level for concept in each.concepts]
            sheet.write([each.number, each.file, each.participant or None, *labels])
    sheet.filter(len(head + titles))
    if view.rows:
        for level in _LABEL_COLOURS:
            # The words carry the meaning; the colours only help the eye.
            rule = {"type": "cell", "criteria": "==", "value": f'"{say(f"label.{level}")}"', "format": formats[level]}
            sheet.sheet.conditional_format(1, 3, sheet.row - 1, 2 + len(titles), rule)
    sheet.row += 1
    for level in reversed(_LABEL_COLOURS):
        counts = [int(getattr(each, level)) for each in figures]
        sheet.write([None, say("report.xlsx.count", level=say(f"label.{level}")), None, *counts])


def _findings(view: CohortView, book: Any, formats: dict[str, Any]) -> None:
    say = view.names.voice.say
    keys = ("number", "file", "participant", "kind", "rule", "outcome", "severity", "message", "page", "paragraph")
    sheet = _Sheet(book, say("report.sheet.findings"), [5, 30, 22, 13, 22, 18, 13, 62, 10, 10], formats)
    sheet.head([say(f"report.column.{key}") for key in keys], frozen_columns=2)
    for each in view.results:
        for row in _finding_rows(view, each):
            sheet.write(row)
    sheet.filter(len(keys))


def _finding_rows(view: CohortView, each: SubmissionView | FailureView) -> list[list[Cell]]:
    say = view.names.voice.say
    if isinstance(each, FailureView):
        kind = say("report.kind.failure")
        text = f"{each.message} {each.hint}"
        return [[each.number, each.file, None, kind, each.record.code, None, None, text, None, None]]
    who: list[Cell] = [each.number, each.file, each.participant or None]
    rows: list[list[Cell]] = []
    for finding in each.findings:
        place = finding.record.place
        where: list[Cell] = [place.page, place.paragraph] if place is not None else [None, None]
        what = [say("report.kind.rule"), finding.rule, finding.outcome, finding.severity, finding.message]
        rows.append([*who, *what, *where])
    rows += [
        [*who, say("report.kind.notice"), None, None, one.severity, one.message, None, None] for one in each.notices
    ]
    return rows
