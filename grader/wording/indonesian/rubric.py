"""Sentences in Indonesian: rubric."""

from __future__ import annotations

from typing import Final

RUBRIC: Final[dict[str, str]] = {}
