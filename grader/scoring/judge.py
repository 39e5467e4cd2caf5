"""From measures to degrees of belief; the only place where weights and thresholds stand.

A judge is asked once an essay. What it answers is all that `coverage` goes by, so another judge (with weights learned
from labelled essays) takes this one's place by being named in `grader.plan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from grader.rubric.schema import Concept
from grader.scoring.passages import Passages
from grader.scoring.scorer import Measures

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely each window mentions, and explains, each concept: one row a window, one column a concept, 0 to 1."""

    mentioned: Array
    explained: Array


class Judge(Protocol):
    """Turns what the scorers measured into degrees of belief; 0.5 is the threshold of a label."""

    def judge(self, passages: Passages, measures: Measures, concepts: Mapping[str, Concept]) -> Belief:
        """Judge every window of one essay for every concept."""
        ...


MENTIONED: Final[dict[str, float]] = {
    "always": -8.0,
    "name": 3.0,
    "groups": 1.5,
    "items": 2.0,
    "telling": 0.5,
    "like_exemplar": 3.0,
    "like_and_groups": 3.5,
    "like_and_items": 1.5,
    "like_mention": 4.0,
    "nearer_confusable": 0.5,
    "more_sentences": -0.5,
    "words": 1.0,
    "has_items": -1.0,
    "turned": -4.0,
}
EXPLAINED: Final[dict[str, float]] = {
    "always": -9.8,
    "name": 0.5,
    "groups": 4.0,
    "items": 1.5,
    "telling": 0.8,
    "like_exemplar": 5.5,
    "like_and_groups": 3.5,
    "like_and_items": 2.5,
    "nearer_mention": -3.0,
    "nearer_confusable": -2.0,
    "more_sentences": -0.5,
    "words": 0.9,
    "has_items": -3.0,
    "turned": -6.0,
}
"""Set by hand, on essays that are not those on which the README reports; the same for all concepts and rubrics."""

MANY_ITEMS = 1.5
"""Items beyond one and a half times those needed add nothing."""
TELLING_WORDS = 6.0
"""Words of its own for each phrase: beyond six, a passage is plainly no list of terms."""
MANY_WORDS = 60.0
"""A window's length counts up to so many words."""


class HandSetJudge:
    """A logistic function of weighted measures, with the weights above."""

    def judge(self, passages: Passages, measures: Measures, concepts: Mapping[str, Concept]) -> Belief:
        """See `Judge.judge`."""
        signals = _signals(passages, measures, concepts)
        return Belief(_logistic(signals, MENTIONED), _logistic(signals, EXPLAINED))


def _signals(passages: Passages, measures: Measures, concepts: Mapping[str, Concept]) -> Measures:
    lengths = [sum(len(s.tokens) for s in passages.sentences[w.first : w.last]) for w in passages.windows]
    words = np.log1p(np.minimum(np.array(lengths, dtype=np.float64), MANY_WORDS))[:, np.newaxis]
    sizes = np.array([window.size - 1 for window in passages.windows], dtype=np.float64)[:, np.newaxis]
    has_items = np.array([bool(concept.items) for concept in concepts.values()], dtype=np.float64)
    likeness = measures["like_exemplar"]
    return {
        "always": np.ones_like(likeness),
        "name": measures["name"],
        "groups": measures["groups"],
        "items": np.minimum(measures["items"], MANY_ITEMS),
        "telling": np.minimum(measures["telling"] / TELLING_WORDS, 1.0),
        "like_exemplar": likeness,
        "like_mention": measures["like_mention"],
        "like_and_groups": likeness * measures["groups"],
        "like_and_items": likeness * (measures["items"] >= 1.0),
        "nearer_mention": np.maximum(0.0, measures["like_mention"] - likeness),
        "nearer_confusable": np.maximum(0.0, measures["like_confusable"] - likeness),
        "more_sentences": sizes * np.ones_like(likeness),
        "words": words * np.ones_like(likeness),
        "has_items": has_items * np.ones_like(likeness),
        "turned": measures["turned"],
    }


def _logistic(signals: Measures, weights: Mapping[str, float]) -> Array:
    total = np.zeros_like(signals["always"])
    for name, weight in weights.items():
        total += weight * signals[name]
    return 1.0 / (1.0 + np.exp(-total))
