"""Whether confidences mean something: are labels of confidence 0.8 right in eight cases of ten?"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import Final

from grader.records.agreement import ConfidenceBin, Judged, Share

BINS: Final = 10
CONFIDENT: Final = (4, 5)
"""The most confident part that is looked at by itself, as a fraction: 4/5, that is 80 %."""


def bins(judged: Sequence[Judged]) -> tuple[ConfidenceBin, ...]:
    """The labels by confidence, in ten bins of equal width; bin ``i`` holds ``i/10 <= confidence < (i+1)/10``.

    The last bin holds confidence 1 as well.
    """
    held: list[list[Judged]] = [[] for _ in range(BINS)]
    for each in judged:
        held[min(BINS - 1, int(each.confidence * BINS))].append(each)
    return tuple(_bin(index, members) for index, members in enumerate(held))


def calibration_error(table: Sequence[ConfidenceBin]) -> float | None:
    """Expected calibration error: ``Σ nᵢ/N · |exactᵢ - confidenceᵢ|`` over the bins that hold labels.

    After Naeini, Cooper and Hauskrecht (2015), with a label's confidence in place of a class's probability.

    Returns:
        0 to 1; ``None`` without labels.
    """
    total = sum(each.n for each in table)
    parts = [
        each.n * abs(each.exact - each.confidence)
        for each in table
        if each.exact is not None and each.confidence is not None
    ]
    return fsum(parts) / total if total else None


def most_confident(judged: Sequence[Judged]) -> Share:
    """Share of equal labels among the ``⌈0.8·N⌉`` labels of highest confidence.

    Where several labels have the confidence of the last of them, and not all find room, they share the places that
    are left: the figure is what picking among them by chance gives on average, so the order of labels does not matter.
    """
    over, under = CONFIDENT
    wanted = -(-over * len(judged) // under)
    if not wanted:
        return Share(0, None)
    bound = sorted((each.confidence for each in judged), reverse=True)[wanted - 1]
    surely = [_right(each) for each in judged if each.confidence > bound]
    tied = [_right(each) for each in judged if each.confidence == bound]
    return Share(wanted, (sum(surely) + (wanted - len(surely)) * sum(tied) / len(tied)) / wanted)


def _bin(index: int, members: Sequence[Judged]) -> ConfidenceBin:
    n = len(members)
    return ConfidenceBin(
        lower=index / BINS,
        upper=(index + 1) / BINS,
        n=n,
        confidence=fsum(each.confidence for each in members) / n if n else None,
        exact=sum(map(_right, members)) / n if n else None,
    )


def _right(each: Judged) -> bool:
    return each.expert is each.ours
