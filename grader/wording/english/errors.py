"""Sentences in English: errors, taken from the catalogue of errors itself."""

from __future__ import annotations

from typing import Final

from grader.errors import CATALOGUE

ERRORS: Final[dict[str, str]] = {f"error.{code}": text.sentence for code, text in CATALOGUE.items()} | {
    f"error.{code}.hint": text.hint for code, text in CATALOGUE.items()
}
