"""Figures of agreement between two sequences of labels.

All rest on the confusion table ``counts[expert][ours]``, so that a sum of tables is the table of all their documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score, f1_score, precision_recall_fscore_support

from grader.records.agreement import Confusion, LabelScores, Scores
from grader.records.score import Label

Counts = NDArray[np.int64]
"""A confusion table, 3 by 3: ``counts[expert][ours]``."""

LABELS: Final = tuple(Label)
_SIZE: Final = len(LABELS)
# The labels of the nine cells, in the order of ``counts.ravel()``; the counts are then weights of nine pairs.
_EXPERT: Final = np.repeat(np.arange(_SIZE), _SIZE)
_OURS: Final = np.tile(np.arange(_SIZE), _SIZE)


def confusion(pairs: Iterable[tuple[int, int]]) -> Counts:
    """The confusion table of pairs (expert's label, our label)."""
    counts = np.zeros((_SIZE, _SIZE), dtype=np.int64)
    for expert, ours in pairs:
        counts[expert, ours] += 1
    return counts


def qwk(counts: Counts) -> float | None:
    """Quadratic weighted kappa: ``1 - Σ w·observed / Σ w·expected`` with ``w = (expert - ours)²``.

    Returns:
        At most 1, and 0 when agreement is no better than by chance; ``None`` when both sides have one and the same
        label throughout, or there are no labels, since no disagreement is to be expected then.
    """
    used = np.flatnonzero(counts.sum(axis=0) + counts.sum(axis=1))
    if len(used) < 2:
        return None
    labels = list(range(_SIZE))
    return float(cohen_kappa_score(_EXPERT, _OURS, weights="quadratic", labels=labels, sample_weight=counts.ravel()))


def exact(counts: Counts) -> float | None:
    """Share of equal labels, 0 to 1; ``None`` without labels."""
    total = int(counts.sum())
    return int(np.trace(counts)) / total if total else None


def f1_explained(counts: Counts) -> float | None:
    """F1 of *explained*, 0 to 1: ``2·both / (expert's + ours)``; ``None`` when neither side has one."""
    at = int(Label.EXPLAINED)
    if not counts[at].sum() + counts[:, at].sum():
        return None
    return float(f1_score(at == _EXPERT, at == _OURS, sample_weight=counts.ravel(), zero_division=0.0))


def scores(counts: Counts) -> Scores:
    """All figures of a confusion table."""
    return Scores(int(counts.sum()), qwk(counts), exact(counts), f1_explained(counts))


def by_label(counts: Counts) -> tuple[LabelScores, ...]:
    """Precision and recall of each label, from absent to explained."""
    if not counts.any():
        return tuple(LabelScores(label, 0, 0, None, None) for label in LABELS)
    precision, recall, _, _ = precision_recall_fscore_support(
        _EXPERT, _OURS, labels=list(range(_SIZE)), sample_weight=counts.ravel(), zero_division=np.nan
    )
    expert, ours = counts.sum(axis=1), counts.sum(axis=0)
    return tuple(
        LabelScores(label, int(expert[label]), int(ours[label]), _defined(precision[label]), _defined(recall[label]))
        for label in LABELS
    )


def commonest(counts: Counts) -> Confusion | None:
    """The confusion that occurs most often; ``None`` when all labels are equal.

    Of several that occur as often, the one whose labels lie farthest apart; of those, the one of the
    expert's lower label.
    """
    off = [Confusion(a, b, int(counts[a, b])) for a in LABELS for b in LABELS if a is not b and counts[a, b]]
    return max(off, key=lambda each: (each.n, abs(each.expert - each.ours), -each.expert, -each.ours), default=None)


def _defined(value: float) -> float | None:
    """Scikit-learn's NaN is our ``None``."""
    return None if np.isnan(value) else float(value)
