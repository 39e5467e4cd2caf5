"""What a scorer is: something that measures, for every window of an essay and every concept, how they fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from grader.records.store import Store
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages

Measures = dict[str, NDArray[np.float64]]
"""By name of the measure: one row a window, one column a concept."""


class Scorer(Protocol):
    """A scorer, made ready for one rubric's concepts before any essay is read."""

    def measure(self, passages: Passages) -> Measures:
        """Measure one essay; nothing is remembered of it."""
        ...


Preparation = Callable[[Mapping[str, Concept], Language, Store | None], Scorer]
"""Makes a scorer ready for concepts, by id; a store keeps for the next run what takes long to work out."""
