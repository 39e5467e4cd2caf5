"""A participant's view as one self-contained page: to keep, to print, and as feedback; no script."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from grader.reports import page
from grader.reports.names import Names
from grader.reports.participant.to_terminal import GROUPS
from grader.reports.participant.view import ParticipantView


def to_html(view: ParticipantView, names: Names, *, feedback: bool = False) -> bytes:
    """The page's bytes in UTF-8; the same view gives the same bytes.

    Args:
        view: what to show.
        names: words for ids.
        feedback: whether it hands back a submission: then no range is shown, but the final mark where one was decided.
    """
    style = page.asset("participant.css")
    html = (
        _environment()
        .get_template("participant.html.j2")
        .render(
            view=view,
            groups=[(label, name, view.of(label)) for label, name in GROUPS],
            symbols=page.SYMBOLS,
            names=names,
            say=names.voice.say,
            lang=names.voice.code,
            feedback=feedback,
            style=Markup(style),  # noqa: S704 - our own file
            csp=f"default-src 'none'; style-src '{page.source_hash(style)}'; base-uri 'none'; form-action 'none'",
        )
    )
    return html.encode("utf-8")


@cache
def _environment() -> Environment:
    return page.environment()
