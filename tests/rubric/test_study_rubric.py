"""The rubric for study knows every task, so that no task's text is evidence in a measurement."""

from __future__ import annotations

import pytest

import grader
from grader.rubric.library import available

OTHERS = sorted(set(available()) - {"semua-konsep"})


@pytest.mark.parametrize("name", OTHERS)
def test_it_holds_the_text_of_every_other_assignment(name: str) -> None:
    everything = grader.load_rubric("semua-konsep").rubric.assignment
    other = grader.load_rubric(name).rubric.assignment
    for field in ("titles", "labels", "instructions", "questions"):
        assert set(getattr(other, field)) <= set(getattr(everything, field)), field
