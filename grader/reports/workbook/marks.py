"""*Nilai*: suggested marks, and columns for the instructor to decide in; read back by ``grader moderate``.

The sheet is not locked, since a locked one can neither be sorted nor filled from another list: what the program has
filled in asks before it is changed, and what is typed is checked when it is taken in.
"""

from __future__ import annotations

from typing import Any, Final

from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView
from grader.reports.workbook.sheet import Cell, Sheet, message

COLUMNS: Final = (
    "number", "file", "participant", "participant_id", "points", "band", "review",
    "final", "reason", "by",
    "when", "suggested_then", "moved", "final_band",
)  # fmt: skip
_WIDTHS: Final = (5, 30, 22, 14, 12, 18, 10, 12, 44, 22, 20, 14, 34, 18)
_INPUTS: Final = tuple(COLUMNS.index(key) for key in ("final", "reason", "by"))
_HEAD: Final = 1
"""The header row, 0-based: what to do stands above it."""


class Marks:
    """The sheet while it is filled."""

    def __init__(self, view: CohortView, book: Any, formats: dict[str, Any], file: str) -> None:
        self._voice = view.names.voice
        self._say = self._voice.say
        maximum = view.names.rubric.scale.maximum
        self._maximum = int(maximum) if maximum == int(maximum) else maximum
        self._sheet = Sheet(book, self._say("report.sheet.marks"), _WIDTHS, formats, frozenset(_INPUTS))
        how = self._say("report.xlsx.final.how", maximum=self._maximum, file=file)
        self._sheet.note(how, 0, _INPUTS[-1], lines=2)
        self._sheet.head([self._say(f"report.column.{key}") for key in COLUMNS], frozen_columns=2)

    def add(self, each: SubmissionView | FailureView) -> None:
        """Write a submission's row, with the decision that holds."""
        who: list[Cell] = [each.number, each.file, each.participant or None, each.participant_id or None]
        if isinstance(each, FailureView):
            suggested: list[Cell] = [None, self._say("report.failed"), self._say("report.yes")]
        else:
            suggested = [each.points, each.band, self._say("report.yes" if each.review else "report.no")]
        final = each.final
        if final is None:
            self._sheet.write([*who, *suggested, *(None for _ in COLUMNS[len(who) + len(suggested) :])])
            return
        decided: list[Cell] = [final.points, final.reason or None, final.by]
        since: list[Cell] = [final.when, final.suggested, final.moved or None, final.band]
        self._sheet.write([*who, *suggested, *decided, *since])

    def finish(self) -> None:
        """Check what is typed as a mark, and ask before anything else is changed."""
        sheet, first = self._sheet, _HEAD + 1
        if sheet.row == first:
            return
        sheet.filter(len(COLUMNS), _HEAD)
        mark, name = _INPUTS[0], self._voice.number(self._maximum)
        rule = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": self._maximum,
            **message(
                self._voice, "input_title", "input_message", "report.xlsx.final.title", "report.xlsx.final.input",
                maximum=name,
            ),
            **message(
                self._voice, "error_title", "error_message", "report.xlsx.final.wrong.title", "report.xlsx.final.wrong",
                maximum=name,
            ),
        }  # fmt: skip
        sheet.sheet.data_validation(first, mark, sheet.row - 1, mark, rule)
        sheet.warn(self._voice, first, (0, mark - 1))
        sheet.warn(self._voice, first, (_INPUTS[-1] + 1, len(COLUMNS) - 1))
