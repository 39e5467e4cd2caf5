"""``report.html``: one self-contained page without scripts, for the screen, the phone and the printer.

The page carries its own Content-Security-Policy, which allows nothing but its one style sheet, by hash. Every text goes
through `safe.text` and then through Jinja's escaping; there is no other way into the page.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.records.score import Label
from grader.reports import safe
from grader.reports.figures import ConceptFigures
from grader.reports.passage import Paragraph, Table, passages
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView

_TEMPLATES: Final = Path(__file__).parent / "templates"
_SYMBOLS: Final = {Label.ABSENT: "○", Label.MENTIONED: "◐", Label.EXPLAINED: "●"}
"""The labels by shape, beside their words; never by colour alone."""


def to_html(view: CohortView) -> bytes:
    """The page's bytes in UTF-8."""
    style = _style()
    page = _environment().get_template("report.html.j2")
    names = view.names
    html = page.render(
        view=view,
        figures=view.figures,
        names=names,
        say=names.voice.say,
        lang=names.voice.code,
        style=Markup(style),  # noqa: S704 - our own file, and the one thing that must not be escaped
        csp=f"default-src 'none'; style-src '{style_hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'",
        passages=passages,
        levels=[(label, label.level) for label in sorted(Label, reverse=True)],
        symbols=_SYMBOLS,
    )
    return html.encode("utf-8")


def style_hash(style: str) -> str:
    """The CSP source that allows exactly this style sheet: ``sha256-`` and the digest in base64."""
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@cache
def _style() -> str:
    return (_TEMPLATES / "report.css").read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    environment.tests["table"] = lambda item: isinstance(item, Table)
    environment.tests["paragraph"] = lambda item: isinstance(item, Paragraph)
    environment.tests["graded"] = lambda result: isinstance(result, SubmissionView)
    environment.filters["bars"] = _bars
    environment.filters["by_criterion"] = _by_criterion
    return environment


def _finalize(value: Any) -> Any:
    """Every expression of the templates ends here, so that no text can reach the page unclean."""
    return safe.text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


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
