"""The languages that essays can be written in, by the code that a rubric names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from grader.languages.indonesian import Indonesian
from grader.records.text import Language

LANGUAGES: Final[dict[str, Callable[..., Language]]] = {"id": Indonesian}
"""Each takes a `grader.records.store.Store`, or nothing."""
