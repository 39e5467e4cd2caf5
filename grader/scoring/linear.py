"""Logistic functions of named signals: all that is learned, but for the words of the lexicon, is of this form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Signals = Mapping[str, Array]
"""By name of the signal; all arrays of one shape, whatever shape that is."""


@dataclass(frozen=True, slots=True)
class Linear:
    """``1 / (1 + exp(-(bias + sum of weight * signal)))``.

    Attributes:
        bias: what is there without any signal.
        weights: by name of the signal.
    """

    bias: float
    weights: Mapping[str, float]

    def log_odds(self, signals: Signals) -> Array:
        """Bias and weighted signals, one for each place of the arrays.

        Raises:
            KeyError: when a signal that has a weight is missing.
        """
        total = np.full(np.shape(next(iter(signals.values()))), self.bias)
        for name, weight in self.weights.items():
            total += weight * signals[name]
        return total

    def likelihood(self, signals: Signals) -> Array:
        """The same between 0 and 1."""
        return logistic(self.log_odds(signals))


@dataclass(frozen=True, slots=True)
class Levels:
    """Two such functions: for at least mentioned, and for explained."""

    mentioned: Linear
    explained: Linear


def logistic(log_odds: Array) -> Array:
    """Log odds as a likelihood, 0 to 1."""
    likelihood: Array = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -50.0, 50.0)))
    return likelihood
