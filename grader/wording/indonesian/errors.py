"""Sentences in Indonesian: errors."""

from __future__ import annotations

from typing import Final

ERRORS: Final[dict[str, str]] = {}
