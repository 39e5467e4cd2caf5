"""``file:paragraph: level rule: message``, a line for each fault: what editors and ``grep`` read."""

from __future__ import annotations

from grader.reports import safe
from grader.reports.issues import Asked, of_all
from grader.reports.view import CohortView


def to_line(view: CohortView, asked: Asked) -> str:
    """One fault a line, each ended by a line feed; empty when there is none.

    Args:
        view: what was checked.
        asked: paths of the files, and the mark asked for.
    """
    return "".join(
        f"{_path(path)}:{each.line}: {each.severity} {each.rule}: {_message(each.message)}\n"
        for path, each in of_all(view, asked)
    )


def _path(path: str) -> str:
    """The path; one that would begin a command of a CI service (``::…``) leads over ``./``."""
    shown = _message(safe.file_name(path))
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


def _message(text: str) -> str:
    """One line; ``##[``, an old way to begin a command anywhere in a line, is parted."""
    return safe.terminal(text).replace("##[", "## [")
