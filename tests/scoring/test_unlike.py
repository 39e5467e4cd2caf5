"""Essays unlike those that labels were learned on: met, not met, and too little to tell."""

from __future__ import annotations

import pytest

from grader.scoring.unlike import FEWEST, Usual, unlike
from grader.wording.catalogue import VOICES

USUAL = Usual(named=0.4, known_pairs=0.2)


@pytest.mark.parametrize(
    ("found", "named", "known_pairs", "way"),
    [
        (10, 8, 0.5, None),
        (10, 4, 0.2, None),  # just what is usual
        (10, 3, 0.5, "unnamed"),
        (10, 0, 0.5, "unnamed"),
        (FEWEST, 1, 0.5, "unnamed"),
        (FEWEST - 1, 0, 0.5, None),  # too few concepts to tell
        (0, 0, 0.5, None),
        (10, 8, 0.19, "wording"),
        (10, 0, 0.0, "wording"),  # another language: that its concepts are not named, says nothing more
        (0, 0, 0.0, "wording"),
    ],
)
def test_in_what_an_essay_is_unlike_others(found: int, named: int, known_pairs: float, way: str | None) -> None:
    assert unlike(USUAL, found, named, known_pairs) == way


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("way", ["wording", "unnamed"])
def test_it_is_worded(lang: str, way: str) -> None:
    assert VOICES[lang].say(f"review.unlike-{way}")
