"""Fitting a logistic function: what must come out of a few points that can be looked at."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from grader.learning.regression import DIGITS, fit

X = np.array([[0.0], [0.0], [2.0], [2.0], [1.0], [1.0]])
Y = np.array([False, False, True, True, False, True])


def test_the_function_is_that_of_the_signals_as_they_are() -> None:
    linear, offsets = fit(X, Y, ["near"], 1.0)
    # Everything is symmetrical about 1, where it is as likely as not.
    at = linear.likelihood({"near": np.array([0.0, 1.0, 2.0])})
    assert at[1] == pytest.approx(0.5, abs=1e-4)
    assert at[0] + at[2] == pytest.approx(1.0, abs=1e-4)
    assert at[2] > 0.7
    assert offsets == {}


def test_units_of_a_signal_do_not_matter() -> None:
    linear, _ = fit(X, Y, ["near"], 1.0)
    tenfold, _ = fit(X * 10, Y, ["near"], 1.0)
    assert tenfold.weights["near"] == pytest.approx(linear.weights["near"] / 10, rel=1e-4)
    assert tenfold.bias == pytest.approx(linear.bias, rel=1e-4)


def test_less_freedom_means_smaller_weights() -> None:
    weights = [fit(X, Y, ["near"], freedom)[0].weights["near"] for freedom in (0.01, 0.1, 1.0)]
    assert 0 < weights[0] < weights[1] < weights[2]


def test_a_signal_that_never_changes_weighs_nothing() -> None:
    rows = np.hstack([X, np.full((6, 1), 7.0)])
    linear, _ = fit(rows, Y, ["near", "same"], 1.0)
    assert linear.weights["same"] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("scale", [1.0, 1e-3, 1e6])
def test_weights_are_kept_to_a_few_digits(scale: float) -> None:
    rows: NDArray[np.float64] = X * scale * np.pi
    linear, _ = fit(rows, Y, ["near"], 1.0)
    for value in (linear.bias, linear.weights["near"]):
        assert value == float(f"{value:.{DIGITS}g}")


def test_groups_have_offsets_of_their_own() -> None:
    rows = np.zeros((30, 1))
    group = np.repeat([0, 1, 2], 10)
    positive = np.array([True] * 9 + [False] + [True] * 5 + [False] * 5 + [True] + [False] * 9)
    linear, offsets = fit(rows, positive, ["near"], 1.0, ("often", "half", "seldom"), group)
    assert list(linear.weights) == ["near"]
    assert offsets["often"] > 0.5
    assert offsets["half"] == pytest.approx(0, abs=1e-3)
    assert offsets["seldom"] == pytest.approx(-offsets["often"], abs=1e-3)
    # Shrunken: less than the log odds of 9 in 10.
    assert offsets["often"] < np.log(9)
    _, less = fit(rows, positive, ["near"], 0.01, ("often", "half", "seldom"), group)
    assert 0 < less["often"] < offsets["often"] / 2


def test_the_same_cases_give_the_same_function() -> None:
    assert fit(X, Y, ["near"], 1.0) == fit(X.copy(), Y.copy(), ["near"], 1.0)
