"""*Temuan*: what rules found, what the reader saw, and what could not be read."""

from __future__ import annotations

from typing import Any, Final

from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView
from grader.reports.workbook.sheet import Cell, Sheet

_COLUMNS: Final = (
    "number", "file", "participant", "kind", "rule", "outcome", "severity", "message", "page", "paragraph",
)  # fmt: skip
_WIDTHS: Final = (5, 30, 22, 13, 22, 18, 13, 62, 10, 10)


class Findings:
    """The sheet while it is filled."""

    def __init__(self, view: CohortView, book: Any, formats: dict[str, Any]) -> None:
        self._say = view.names.voice.say
        self._sheet = Sheet(book, self._say("report.sheet.findings"), _WIDTHS, formats)
        self._sheet.head([self._say(f"report.column.{key}") for key in _COLUMNS], frozen_columns=2)

    def add(self, each: SubmissionView | FailureView) -> None:
        """Write a row a finding."""
        who: list[Cell] = [each.number, each.file, each.participant or None]
        if isinstance(each, FailureView):
            text = f"{each.message} {each.hint}"
            self._sheet.write([*who, self._say("report.kind.failure"), each.record.code, None, None, text, None, None])
            return
        for finding in each.findings:
            place = finding.record.place
            where: list[Cell] = [place.page, place.paragraph] if place is not None else [None, None]
            what = [self._say("report.kind.rule"), finding.rule, finding.outcome, finding.severity, finding.message]
            self._sheet.write([*who, *what, *where])
        for one in each.notices:
            self._sheet.write(
                [*who, self._say("report.kind.notice"), None, None, one.severity, one.message, None, None]
            )

    def finish(self) -> None:
        """Let the reader sort and filter."""
        self._sheet.filter(len(_COLUMNS))
