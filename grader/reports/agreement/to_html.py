"""``agreement.html``: one self-contained page without scripts, in the dress of ``report.html``."""

from __future__ import annotations

from functools import cache
from typing import Final

from jinja2 import Environment

from grader.records.score import Label
from grader.reports import page
from grader.reports.agreement.view import LABELS, AgreementView

LINE: Final = 1.5
"""Width of the line that stands for a mean confidence, of 100."""


def to_html(view: AgreementView) -> bytes:
    """The page's bytes in UTF-8."""
    voice = view.names.voice
    html = (
        _environment()
        .get_template("agreement.html.j2")
        .render(
            view=view,
            say=voice.say,
            lang=voice.code,
            label_columns=LABELS,
            symbols=[page.SYMBOLS[label] for label in Label],
            bars=_bars(view),
            reliability=_reliability(view),
            line=f"{LINE:.2f}",
            **page.dress(),
        )
    )
    return html.encode("utf-8")


@cache
def _environment() -> Environment:
    return page.environment()


def _bars(view: AgreementView) -> list[list[tuple[str, str, str]]]:
    """For each row of the confusion table: class, start and width (of 100) of the stretches of its bar."""
    bars = []
    for row in view.record.confusion:
        stretches, start, total = [], 0.0, sum(row)
        for label, count in zip(Label, row, strict=True):
            width = 100 * count / total if total else 0.0
            if count:
                stretches.append((label.level, f"{start:.2f}", f"{width:.2f}"))
            start += width
        bars.append(stretches)
    return bars


def _reliability(view: AgreementView) -> list[tuple[str, str]]:
    """For each bin that holds labels: width of its bar (exact agreement), start of its line (confidence), of 100."""
    return [
        (f"{100 * each.exact:.2f}", f"{min(100 - LINE, max(0.0, 100 * each.confidence - LINE / 2)):.2f}")
        for each in view.record.bins
        if each.exact is not None and each.confidence is not None
    ]
