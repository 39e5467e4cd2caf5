"""Sentences in Indonesian: cli."""

from __future__ import annotations

from typing import Final

CLI: Final[dict[str, str]] = {}
