"""Marks and their bands, at the bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.rubric.bands import band_of
from grader.rubric.schema import Band

BANDS = [
    Band.model_validate({"id": name, "title": {"id": name, "en": name}, "from": lower})
    for name, lower in [("poor", 0), ("fair", 60.01), ("good", 70.01), ("best", 90.01)]
]


@pytest.mark.parametrize(
    ("points", "band"),
    [
        (0, "poor"),
        (60, "poor"),
        (60.009, "poor"),
        (60.01, "fair"),
        (70, "fair"),
        (70.01, "good"),
        (90, "good"),
        (90.01, "best"),
        (100, "best"),
        (150, "best"),
    ],
)
def test_a_band_begins_at_its_lower_bound(points: float, band: str) -> None:
    assert band_of(points, BANDS).id == band


@pytest.mark.parametrize("points", [-0.01, float("nan")])
def test_what_lies_in_no_band_is_refused(points: float) -> None:
    with pytest.raises(ValueError, match="below all bands"):
        band_of(points, BANDS)


@given(st.floats(0, 100), st.floats(0, 100))
def test_more_points_never_mean_a_lower_band(one: float, other: float) -> None:
    lower, higher = sorted((one, other))
    assert band_of(lower, BANDS).lower <= band_of(higher, BANDS).lower
