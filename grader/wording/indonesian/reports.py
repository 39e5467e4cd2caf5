"""Sentences in Indonesian: reports."""

from __future__ import annotations

from typing import Final

REPORTS: Final[dict[str, str]] = {}
