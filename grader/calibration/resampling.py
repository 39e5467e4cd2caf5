"""Intervals by bootstrap over documents.

Labels of one essay are not independent of each other, essays are; so whole documents are drawn, with replacement, as
many as there are, 1,000 times; every drawing's labels are pooled, and the interval reaches from the 2.5th to the 97.5th
percentile of the figure over the drawings (percentile bootstrap; Efron and Tibshirani, *An Introduction to the
Bootstrap*, 1993, chapter 13). The generator is numpy's PCG64 with a fixed seed, so the same labels give the same
interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from grader.calibration.measures import Counts
from grader.records.agreement import Interval, Intervals
from grader.records.score import Label

RESAMPLES: Final = 1_000
SEED: Final = 20_240_229
_PERCENTILES: Final = (2.5, 97.5)

_STEPS: Final = np.arange(len(Label))
_WEIGHTS: Final = (_STEPS[:, None] - _STEPS[None, :]) ** 2


def intervals(counts: Sequence[Counts]) -> Intervals:
    """95 % intervals of the figures in `measures.scores`.

    Args:
        counts: one confusion table a document, in an order that does not depend on that of the labels.

    Returns:
        Intervals; drawings in which a figure is undefined are passed over. ``None`` for fewer than two documents, since
        one document tells nothing of the difference between documents, and for figures that are never defined.
    """
    if len(counts) < 2:
        return Intervals(None, None, None)
    drawn = np.random.default_rng(SEED).integers(0, len(counts), size=(RESAMPLES, len(counts)))
    tables = np.stack(counts)[drawn].sum(axis=1)
    return Intervals(_interval(many_qwk(tables)), _interval(many_exact(tables)), _interval(many_f1(tables)))


def many_qwk(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """`measures.qwk` of many tables at once (``tables[drawing][expert][ours]``), NaN where it is undefined.

    Scikit-learn's takes milliseconds a table; the tests hold the two together.
    """
    total = tables.sum(axis=(1, 2))
    observed = (tables * _WEIGHTS).sum(axis=(1, 2))
    chance = tables.sum(axis=2)[:, :, None] * tables.sum(axis=1)[:, None, :]
    expected = (chance * _WEIGHTS).sum(axis=(1, 2))
    return 1 - _ratio(observed * total, expected)


def many_exact(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """`measures.exact` of many tables at once."""
    return _ratio(np.trace(tables, axis1=1, axis2=2), tables.sum(axis=(1, 2)))


def many_f1(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """`measures.f1_explained` of many tables at once, NaN where it is undefined."""
    at = int(Label.EXPLAINED)
    return _ratio(2 * tables[:, at, at], tables[:, at, :].sum(axis=1) + tables[:, :, at].sum(axis=1))


def _ratio(over: NDArray[np.int64], under: NDArray[np.int64]) -> NDArray[np.float64]:
    result = np.full(len(over), np.nan)
    np.divide(over, under, out=result, where=under != 0)
    return result


def _interval(values: NDArray[np.float64]) -> Interval | None:
    defined = values[~np.isnan(values)]
    if not len(defined):
        return None
    low, high = np.percentile(defined, _PERCENTILES)
    return Interval(float(low), float(high))
