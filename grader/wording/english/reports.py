"""Sentences in English: reports."""

from __future__ import annotations

from typing import Final

REPORTS: Final[dict[str, str]] = {}
