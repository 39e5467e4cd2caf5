"""Logistic functions of signals; figures worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.scoring.linear import Linear, logistic

LINEAR = Linear(-1.0, {"near": 2.0, "turned": -3.0})


def test_log_odds_are_the_bias_and_the_weighted_signals() -> None:
    signals = {
        "near": np.array([[0.0, 1.0], [0.5, 2.0]]),
        "turned": np.array([[0.0, 0.0], [1.0, 1.0]]),
        "unweighed": np.full((2, 2), 99.0),
    }
    # -1; -1 + 2; -1 + 1 - 3; -1 + 4 - 3
    assert LINEAR.log_odds(signals).tolist() == [[-1.0, 1.0], [-3.0, 0.0]]
    # 1 / (1 + e), 1 / (1 + 1/e), 1 / (1 + e^3), 1/2
    assert LINEAR.likelihood(signals) == pytest.approx(np.array([[0.26894, 0.73106], [0.04743, 0.5]]), abs=1e-5)


def test_signals_are_left_as_they_are() -> None:
    signals = {"near": np.ones(3), "turned": np.ones(3)}
    LINEAR.log_odds(signals)
    assert all((values == 1).all() for values in signals.values())


def test_without_weights_only_the_bias_is_there() -> None:
    assert Linear(0.25, {}).log_odds({"near": np.zeros((2, 1))}).tolist() == [[0.25], [0.25]]


def test_a_signal_that_has_a_weight_must_be_there() -> None:
    with pytest.raises(KeyError, match="turned"):
        LINEAR.log_odds({"near": np.zeros(1)})


def test_the_most_extreme_odds_stay_likelihoods() -> None:
    assert logistic(np.array([-1e9, 0.0, 1e9])).tolist() == pytest.approx([0.0, 0.5, 1.0], abs=1e-20)


@given(st.floats(-40, 40), st.floats(-40, 40))
def test_greater_odds_are_never_less_likely(first: float, second: float) -> None:
    low, high = sorted((first, second))
    likely = logistic(np.array([low, high, -high]))
    assert 0 <= likely[0] <= likely[1] <= 1
    assert likely[1] + likely[2] == pytest.approx(1)
