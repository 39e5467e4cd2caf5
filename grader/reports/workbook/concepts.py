"""*Konsep*: submissions and concepts as a matrix of words, with colours that help the eye."""

from __future__ import annotations

from math import ceil
from typing import Any, Final

from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView
from grader.reports.workbook.sheet import LABEL_COLOURS, LINE, Cell, Sheet

_WHO: Final = ("number", "file", "participant")
_CONCEPTS_A_PAGE: Final = 12


class Concepts:
    """The sheet while it is filled."""

    def __init__(self, view: CohortView, book: Any, formats: dict[str, Any]) -> None:
        self._view = view
        self._say = view.names.voice.say
        titles = [f"{each.title} ({each.criterion_title})" for each in view.figures.concepts]
        self._count = len(titles)
        self._sheet = Sheet(book, self._say("report.sheet.concepts"), [5, 30, 22, *(15 for _ in titles)], formats)
        self._sheet.head([*(self._say(f"report.column.{key}") for key in _WHO), *titles], frozen_columns=len(_WHO))
        # Dozens of concepts on one page could not be read: more pages side by side, each with the names.
        self._sheet.sheet.fit_to_pages(max(1, ceil(len(titles) / _CONCEPTS_A_PAGE)), 0)
        self._sheet.sheet.repeat_columns(0, len(_WHO) - 1)
        self._levels = {label: self._say(f"label.{label.level}") for label in LABEL_COLOURS}

    def add(self, each: SubmissionView | FailureView) -> None:
        """Write a submission's labels."""
        who: list[Cell] = [each.number, each.file, each.participant or None]
        if isinstance(each, FailureView):
            self._sheet.write([*who, *(self._say("report.failed") for _ in range(self._count))])
        else:
            self._sheet.write([*who, *(self._levels[label] for label in each.labels)])

    def finish(self) -> None:
        """Colour the labels; write how often each occurs, and what the colours mean."""
        sheet, formats, voice = self._sheet, self._sheet.formats, self._view.names.voice
        sheet.filter(len(_WHO) + self._count)
        if sheet.row > 1:
            sheet.warn(voice, 1, (len(_WHO), len(_WHO) + self._count - 1))
            for label, level in self._levels.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{level}"', "format": formats[label.level]}
                sheet.sheet.conditional_format(1, len(_WHO), sheet.row - 1, len(_WHO) + self._count - 1, rule)
        sheet.row += 1
        for label in reversed(self._levels):
            counts: list[Cell] = [int(getattr(each, label.level)) for each in self._view.figures.concepts]
            sheet.write([None, self._say("report.xlsx.count", level=self._levels[label]), None, *counts])
        sheet.row += 1
        sheet.write([None, self._say("report.xlsx.legend")], "note")
        for label, level in self._levels.items():
            sheet.sheet.write_string(sheet.row, 1, level, formats[f"legend-{label.level}"])
            sheet.sheet.merge_range(
                sheet.row, 2, sheet.row, 5, self._say(f"report.xlsx.legend.{label.level}"), formats["note"]
            )
            sheet.sheet.set_row(sheet.row, LINE + 3)
            sheet.row += 1
