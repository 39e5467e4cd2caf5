"""Sentences in Indonesian: findings."""

from __future__ import annotations

from typing import Final

FINDINGS: Final[dict[str, str]] = {}
