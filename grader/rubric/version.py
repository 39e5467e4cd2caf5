"""A rubric or concept file from a newer version of grader: told as what it is, with what is not known here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from grader.errors import Problem
from grader.rubric.concept_checks import entries
from grader.rubric.yaml_source import Source

KNOWN: Final = 1
"""The version of both formats that this program reads."""

_FORMAT: Final = re.compile(r"(grader\.(?:rubric|concepts)/)([0-9]{1,6})")
_UNKNOWN: Final = ("G211", "G214")  # keys, rules


def newer(source: Source, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What to tell of a file from a newer version, instead of all that seems wrong in it by the rules of this one.

    Args:
        source: the file.
        problems: what was found in it by this version.

    Returns:
        G221 at its ``format``, and the keys, rules and choices among ``problems`` that this version does not know;
        nothing when the file is of this version, or of none.
    """
    format_ = dict(entries(source.data)).get("format")
    named = _FORMAT.fullmatch(format_) if isinstance(format_, str) else None
    if named is None or int(named[2]) <= KNOWN:
        return ()
    told = source.problem("G221", ("format",), found=named[0], known=f"{named[1]}{KNOWN}")
    return (told, *(each for each in problems if each.line != told.line and _is_unknown(each)))


def _is_unknown(problem: Problem) -> bool:
    """Whether it is about something that has no meaning here, rather than a wrong value."""
    one_of = problem.code == "G213" and problem.values.get("expected") == "rubric.expected.one-of"
    return problem.code in _UNKNOWN or one_of
