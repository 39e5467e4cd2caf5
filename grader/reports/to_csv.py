"""``rekap.csv``: a row a submission, as Excel opens it with a double click in the reader's own country.

With Indonesian reports the cells are parted by ``;`` and decimals by a comma, with English ones by ``,`` and a point;
``grader schema csv-row`` describes both. UTF-8 with byte order mark, lines end with CR LF. Numbers stay numbers without
marks between thousands. A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from grader.reports import safe
from grader.reports.row import FailureView, Row
from grader.reports.view import CohortView

COLUMNS: Final = (
    "number", "file", "participant", "participant_id", "status", "words", "words_left_out", "not_met",
    "points", "maximum", "band", "passed", "review",
    "final", "reason", "by", "when", "suggested_then", "moved", "final_band",
    "remarks", "earlier",
)  # fmt: skip
"""Keys ``report.column.…`` of ``wording``, in the order of the columns."""
SEPARATORS: Final[Mapping[str, str]] = {"id": ";", "en": ","}
DECIMALS: Final[Mapping[str, str]] = {"id": ",", "en": "."}
"""By language."""

_FORMULA: Final = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]")

Value = str | int | Decimal | None


def to_csv(view: CohortView) -> bytes:
    """The file's bytes."""
    voice = view.names.voice
    text = io.StringIO()
    writer = csv.writer(text, delimiter=SEPARATORS[voice.code], lineterminator="\r\n")
    writer.writerow([voice.say(f"report.column.{key}") for key in COLUMNS])
    for each in view.rows:
        row = _row(view, each)
        writer.writerow([_cell(row[key], DECIMALS[voice.code]) for key in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _row(view: CohortView, each: Row | FailureView) -> dict[str, Value]:
    """The values of a row by column."""
    say, final = view.names.voice.say, each.final
    row: dict[str, Value] = dict.fromkeys(COLUMNS)
    row |= {
        "number": each.number,
        "file": each.file,
        "participant": each.participant,
        "participant_id": each.participant_id,
        "earlier": "; ".join(each.earlier),
    }
    if isinstance(each, FailureView):
        row |= {"status": say("report.failed"), "remarks": f"{each.record.code}: {each.message} {each.hint}"}
    else:
        row |= {
            "status": say("report.graded"),
            "words": each.words,
            "words_left_out": each.words_left_out,
            "not_met": "; ".join(each.not_met),
            "points": each.points,
            "maximum": each.maximum,
            "band": each.band,
            "passed": say("report.yes" if each.passed else "report.no"),
            "review": say("report.yes" if each.review else "report.no"),
            "remarks": " ".join(each.review),
        }
    if final is not None:
        row |= {
            "final": final.points,
            "reason": final.reason,
            "by": final.by,
            "when": final.when,
            "suggested_then": final.suggested,
            "moved": final.moved,
            "final_band": final.band,
        }
    return row


def _cell(value: Value, decimal_sign: str) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", decimal_sign)
    if isinstance(value, int):
        return str(value)
    clean = safe.cell(value)
    return f"'{clean}" if _FORMULA.match(clean) else clean
