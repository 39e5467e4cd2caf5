"""Whose submission it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """Name and number of a participant, as far as known."""

    name: str | None = None
    id: str | None = None
