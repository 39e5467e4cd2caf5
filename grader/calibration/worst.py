"""Where the program and the expert differ most; pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from grader.records.agreement import GroupScores

WORST: Final = 5
"""So many documents, and so many concepts, are told apart from the rest."""


def worst_first(groups: Iterable[GroupScores]) -> tuple[GroupScores, ...]:
    """Documents or concepts by exact agreement, the least first; of equals, the one with the least QWK.

    QWK comes second, since it is undefined where the expert and the program give but one label; then nothing differs,
    so an undefined one stands after all others. Groups that are equal in both stay in the order given.
    """
    return tuple(sorted(groups, key=_agreement))


def worst(groups: Iterable[GroupScores]) -> tuple[GroupScores, ...]:
    """The first five of `worst_first`; fewer when there are no five in which anything differs."""
    return worst_first(each for each in groups if each.commonest is not None)[:WORST]


def _agreement(group: GroupScores) -> tuple[float, float]:
    exact, qwk = group.scores.exact, group.scores.qwk
    return (1.0 if exact is None else exact, 1.0 if qwk is None else qwk)
