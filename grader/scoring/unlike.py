"""Essays unlike those that labels were learned on: their labels, sure or not, need a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FEWEST: Final = 5
"""Concepts found from which on it says something how many of them are named."""


@dataclass(frozen=True, slots=True)
class Usual:
    """Shares that only one in twenty of the essays learned on falls below.

    Attributes:
        named: of the concepts found, those with a name in some sentence; a story or a paraphrase throughout has few.
        known_pairs: of the pairs of neighbouring words, those that the lexicon knows; few where the language or the
            subject is another.
    """

    named: float
    known_pairs: float


def unlike(usual: Usual, found: int, named: int, known_pairs: float) -> str | None:
    """In what an essay is unlike those learned on.

    Args:
        usual: what is usual.
        found: concepts mentioned or explained.
        named: those of them that are named in the essay.
        known_pairs: its share.

    Returns:
        ``wording`` when hardly any pair of words is known, ``unnamed`` when concepts are told, but not named, ``None``
        when the essay is like others.
    """
    if known_pairs < usual.known_pairs:
        return "wording"
    if found >= FEWEST and named < usual.named * found:
        return "unnamed"
    return None
