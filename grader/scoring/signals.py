"""What the scorers measured, as the signals that the judge weighs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

import numpy as np

from grader.rubric.schema import Concept
from grader.scoring.lexicon import above_others
from grader.scoring.linear import Array
from grader.scoring.passages import Passages
from grader.scoring.scorer import Measures

MANY_ITEMS = 1.5
"""Items beyond one and a half times those needed add nothing."""
TELLING_WORDS = 8.0
"""Words of its own for each phrase: beyond eight, a passage is plainly no list of terms."""
MANY_WORDS = 80.0
"""A window's length counts up to so many words."""

OF_RUBRIC = (
    "name",
    "groups",
    "items",
    "enough_items",
    "telling",
    "turned",
    "like_exemplar",
    "like_and_groups",
    "like_and_items",
    "nearer_mention",
    "nearer_confusable",
    "nearest",
    "more_sentences",
    "words",
    "has_items",
)
"""Signals that the rubric alone gives; a concept that was never learned is judged by them."""
OF_LEXICON = ("known_mentioned", "known_explained", "known_gap")
"""Signals of the learned words; see `grader.scoring.lexicon.LexiconScorer`."""


def window_signals(passages: Passages, measures: Measures, concepts: Mapping[str, Concept]) -> dict[str, Array]:
    """The signals of every window for every concept.

    - ``name``, ``groups``, ``telling``, ``turned``, ``like_exemplar``: as measured, the third as a share of
      `TELLING_WORDS`; ``name`` only where it stands in the window itself;
    - ``items``: up to `MANY_ITEMS`; ``enough_items``: 1 when there are as many as needed;
    - ``like_and_groups``, ``like_and_items``: likeness where there are phrases too;
    - ``nearer_mention``, ``nearer_confusable``: by how much it is nearer to such a sentence than to an exemplar (the
      second may be negative);
    - ``nearest``: likeness less that of the likeliest other concept;
    - ``more_sentences``, ``words``: size of the window, the second ``ln(1 + n)`` up to `MANY_WORDS`;
    - ``has_items``: whether the rubric asks for items of the concept.

    Args:
        passages: of the essay.
        measures: of all scorers.
        concepts: by id, in the order of the columns.
    """
    likeness = measures["like_exemplar"]
    alike = np.ones_like(likeness)
    upto = list(accumulate((s.last - s.first for s in passages.sentences), initial=0))
    lengths = [upto[window.last] - upto[window.first] for window in passages.windows]
    words = np.log1p(np.minimum(np.array(lengths, dtype=np.float64), MANY_WORDS))[:, np.newaxis]
    sizes = np.array([window.size - 1 for window in passages.windows], dtype=np.float64)[:, np.newaxis]
    enough = (measures["items"] >= 1.0).astype(np.float64)
    return {
        "name": (measures["name"] >= 1.0).astype(np.float64),
        "groups": measures["groups"],
        "items": np.minimum(measures["items"], MANY_ITEMS),
        "enough_items": enough,
        "telling": np.minimum(measures["telling"] / TELLING_WORDS, 1.0),
        "turned": measures["turned"],
        "like_exemplar": likeness,
        "like_and_groups": likeness * measures["groups"],
        "like_and_items": likeness * enough,
        "nearer_mention": np.maximum(0.0, measures["like_mention"] - likeness),
        "nearer_confusable": measures["like_confusable"] - likeness,
        "nearest": above_others(likeness),
        "more_sentences": sizes * alike,
        "words": words * alike,
        "has_items": np.array([bool(concept.items) for concept in concepts.values()], dtype=np.float64) * alike,
        **{name: measures[name] for name in OF_LEXICON},
    }
