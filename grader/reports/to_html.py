"""``report.html``: one self-contained page without scripts, for the screen, the phone and the printer."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from jinja2 import Environment

from grader.records.score import Label
from grader.reports import page
from grader.reports.figures import ConceptFigures
from grader.reports.passage import Paragraph, Table, passages
from grader.reports.row import Row
from grader.reports.view import CohortView


def to_html(view: CohortView) -> bytes:
    """The page's bytes in UTF-8."""
    names = view.names
    html = (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            figures=view.figures,
            names=names,
            say=names.voice.say,
            lang=names.voice.code,
            passages=passages,
            levels=[(label, label.level) for label in sorted(Label, reverse=True)],
            symbols=page.SYMBOLS,
            **page.dress(),
        )
    )
    return html.encode("utf-8")


@cache
def _environment() -> Environment:
    environment = page.environment()
    environment.tests["table"] = lambda item: isinstance(item, Table)
    environment.tests["paragraph"] = lambda item: isinstance(item, Paragraph)
    environment.tests["graded"] = lambda result: isinstance(result, Row)
    environment.filters["bars"] = _bars
    environment.filters["by_criterion"] = _by_criterion
    return environment


def _by_criterion(concepts: tuple[ConceptFigures, ...]) -> list[tuple[str, list[ConceptFigures]]]:
    """The rubric's order is kept, which Jinja's own grouping would lose."""
    return [(group[0].criterion_title, group) for _, run in groupby(concepts, _criterion) if (group := list(run))]


def _criterion(concept: ConceptFigures) -> str:
    return concept.criterion


def _bars(concept: ConceptFigures) -> list[tuple[str, str, str]]:
    """Class, start and width (of 100) of the stretches of a concept's bar, explained first."""
    bars, start = [], 0.0
    for label in sorted(Label, reverse=True):
        count = int(getattr(concept, label.level))
        width = 100 * count / concept.total if concept.total else 0.0
        if count:
            bars.append((label.level, f"{start:.2f}", f"{width:.2f}"))
        start += width
    return bars
