"""Workflow commands of GitHub Actions: annotations at the files of a pull request.

A line ``::error file=…,line=…,title=…::message`` is a command to the runner, and so is any other line that begins with
``::``. Nothing that stands in an essay or a file name may become one: texts are made one line first, then what has a
meaning to the runner is escaped as the runner's own toolkit does it.
"""

from __future__ import annotations

from typing import Final

from grader.records.finding import Severity
from grader.reports import safe
from grader.reports.issues import Asked, of_all
from grader.reports.view import CohortView

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def to_github(view: CohortView, asked: Asked) -> str:
    """One command a line, each ended by a line feed; empty when there is nothing to annotate.

    Args:
        view: what was checked.
        asked: paths of the files, and the mark asked for.
    """
    return "".join(
        f"{_command(path, each.severity, each.rule, each.line, each.message)}\n" for path, each in of_all(view, asked)
    )


def _command(path: str, severity: Severity, rule: str, line: int, message: str) -> str:
    where = f"file={_property(safe.file_name(path))},line={line},title={_property(rule)}"
    return f"::{_COMMANDS[severity]} {where}::{_data(message)}"


def _data(value: str) -> str:
    """A text as the runner takes it back: ``%`` first, since it is what the others are escaped with."""
    return safe.text(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """A value between commas; in it, what parts values has a meaning too."""
    return _data(value).replace(":", "%3A").replace(",", "%2C")
