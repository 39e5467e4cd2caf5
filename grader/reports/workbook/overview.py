"""*Rekap*: a row a submission, and the figures of the class below."""

from __future__ import annotations

from typing import Any, Final

from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView
from grader.reports.workbook.sheet import Cell, Sheet

_FIRST: Final = ("number", "file", "participant", "participant_id", "status", "words", "words_left_out", "not_met")
_LAST: Final = ("points", "band", "passed", "final", "final_band", "review", "remarks", "earlier")
_WIDTHS_FIRST: Final = (5, 30, 22, 12, 12, 8, 10, 24)
_WIDTHS_LAST: Final = (12, 18, 11, 12, 18, 10, 48, 24)


class Overview:
    """The sheet while it is filled."""

    def __init__(self, view: CohortView, book: Any, formats: dict[str, Any]) -> None:
        self._view = view
        self._say = view.names.voice.say
        criteria = [each.title.get(view.names.voice.code) for each in view.names.rubric.criteria]
        self._head = [
            *(self._say(f"report.column.{key}") for key in _FIRST),
            *criteria,
            *(self._say(f"report.column.{key}") for key in _LAST),
        ]
        widths = [*_WIDTHS_FIRST, *(13 for _ in criteria), *_WIDTHS_LAST]
        self._sheet = Sheet(book, self._say("report.sheet.summary"), widths, formats)
        self._sheet.head(self._head, frozen_columns=2)

    def add(self, each: SubmissionView | FailureView) -> None:
        """Write a submission's row."""
        who: list[Cell] = [each.number, each.file, each.participant or None, each.participant_id or None]
        final: list[Cell] = [None, None] if each.final is None else [each.final.points, each.final.band]
        earlier = "; ".join(each.earlier) or None
        if isinstance(each, FailureView):
            empty = [None] * (len(self._view.names.rubric.criteria) + 3)
            remark = f"{each.record.code}: {each.message} {each.hint}"
            self._sheet.write(
                [*who, self._say("report.failed"), None, None, None, *empty, *final, None, remark, earlier]
            )
            return
        self._sheet.write([
            *who, self._say("report.graded"), each.words, each.words_left_out, "; ".join(each.not_met) or None,
            *(criterion.points for criterion in each.criteria),
            each.points, each.band, self._yes(each.passed), *final, self._yes(bool(each.review)),
            " ".join(each.review) or None, earlier,
        ])  # fmt: skip

    def finish(self) -> None:
        """Write what stands below the table."""
        sheet, figures = self._sheet, self._view.figures
        sheet.filter(len(self._head))
        # The one column that could be taken for the place to decide in.
        final = len(self._head) - len(_LAST) + _LAST.index("final")
        sheet.warn(self._view.names.voice, 1, (final, final))
        sheet.row += 1
        lines: list[tuple[str, Cell]] = [("graded", figures.graded), ("failed", figures.failed)]
        if self._view.cohort.pending:
            lines.append(("pending", self._view.cohort.pending))
        lines += [("passed", figures.passed), ("review", figures.review), ("decided", figures.decided)]
        if figures.points is not None:
            points = figures.points
            lines += [("mean", points.mean), ("median", points.median)]
            lines += [("lowest", points.lowest), ("highest", points.highest)]
        for key, value in lines:
            sheet.write([None, self._say(f"report.figure.{key}"), value], "note")
        sheet.row += 1
        for note in (self._say("report.meaning.is"), self._say("report.meaning.is_not"), origin(self._view)):
            sheet.note(note, 1, 7, lines=3)

    def _yes(self, so: bool) -> str:
        return self._say("report.yes" if so else "report.no")


def origin(view: CohortView) -> str:
    """What made the marks."""
    made = view.provenance
    return view.names.voice.say(
        "report.provenance", program=made.program, rubric=made.rubric_id, sha256=made.rubric_sha256
    )
