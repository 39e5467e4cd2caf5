"""The published JSON Schemas (2020-12) of what programs read: strict, and held against every output by the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

NAMES: Final = ("assessment", "summary", "moderation", "csv-row")
"""What there are schemas of; ``cli.schema.{name}`` in ``wording`` says what each describes."""

_FOLDER: Final = Path(__file__).parent / "schemas"


def schema_text(name: str) -> str:
    """A schema as it is published.

    Args:
        name: one of ``NAMES``.

    Raises:
        KeyError: when there is no such schema.
    """
    if name not in NAMES:
        raise KeyError(name)
    return (_FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
