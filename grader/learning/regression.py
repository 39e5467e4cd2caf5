"""Fits a logistic function of signals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from grader.scoring.linear import Linear

DIGITS = 6
"""Significant digits that are kept of a weight."""


def fit(
    rows: NDArray[np.float64],
    positive: NDArray[np.bool_],
    names: Sequence[str],
    freedom: float,
    groups: Sequence[str] = (),
    group: NDArray[np.intp] | None = None,
) -> tuple[Linear, Mapping[str, float]]:
    """Fit one logistic regression.

    Args:
        rows: one a case, one column a signal.
        positive: for each case.
        names: of the signals.
        freedom: inverse strength of the regularisation (``C`` of scikit-learn), on signals scaled to unit variance.
        groups: names of groups that may each have an offset, shrunken like the weights.
        group: for each case the number of its group.

    Returns:
        The function of the signals as they are (not scaled), and the offset of each group.
    """
    scaler = StandardScaler().fit(rows)
    columns = scaler.transform(rows)
    if group is not None:
        columns = np.hstack([columns, np.eye(len(groups))[group]])
    model = LogisticRegression(C=freedom, max_iter=3000).fit(columns, positive)
    weights = model.coef_[0][: len(names)] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    linear = Linear(_short(bias), {name: _short(float(weight)) for name, weight in zip(names, weights, strict=True)})
    offsets = model.coef_[0][len(names) :]
    return linear, {name: round(float(offset), 4) for name, offset in zip(groups, offsets, strict=False)}


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")
