"""Sentences by the n-grams of their stems, held to what comes out when each sentence is cut up on its own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.scoring import grams as kept
from grader.scoring.counting import weighted
from grader.scoring.grams import StemGrams
from grader.scoring.vectors import Vectors, fitted, grams

RUBRIC = fitted([list(grams(text)) for text in ("kerja sama instansi", "asas gotong royong", "instansi lain bekerja")])
STEMS = ("kerja", "sama", "instansi", "gotong", "royong", "kucing", "a", "asas2", "é")
SENTENCES = st.lists(st.lists(st.sampled_from(STEMS), max_size=7), min_size=1, max_size=5)


def directly(sentences: list[list[str]], vectors: Vectors) -> tuple[np.ndarray, np.ndarray]:
    rows = weighted([list(grams(" ".join(stems))) for stems in sentences], vectors.places, vectors.idf)
    return rows.toarray(), (rows @ vectors.columns).toarray()


@given(SENTENCES, SENTENCES)
@settings(deadline=None)
def test_it_is_as_if_each_sentence_were_cut_up_on_its_own(first: list[list[str]], then: list[list[str]]) -> None:
    stems = StemGrams(RUBRIC)
    for sentences in (first, then, first):
        rows, products = stems.look_at(sentences)
        expected = directly(sentences, RUBRIC)
        assert rows.toarray() == pytest.approx(expected[0], abs=1e-12)
        assert products == pytest.approx(expected[1], abs=1e-5)


@given(SENTENCES, st.lists(SENTENCES, max_size=3))
@settings(deadline=None)
def test_what_was_looked_at_before_changes_no_bit(sentences: list[list[str]], before: list[list[list[str]]]) -> None:
    used = StemGrams(RUBRIC)
    for each in before:
        used.look_at(each)
    for found, expected in zip(used.look_at(sentences), StemGrams(RUBRIC).look_at(sentences), strict=True):
        assert (found != expected).sum() == 0


@pytest.mark.parametrize("most", [0, 2, 5])
def test_only_so_much_is_kept_and_a_text_with_more_stems_comes_out_the_same(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", most * 4 * 3)  # three sentences of four bytes
    stems = StemGrams(RUBRIC)
    for sentences in ([["kerja", "sama"]], [["gotong"], ["royong", "asas2"]], [list(STEMS)], [["kucing", "kerja"]]):
        rows, products = stems.look_at(sentences)
        expected = directly(sentences, RUBRIC)
        assert rows.toarray() == pytest.approx(expected[0], abs=1e-12)
        assert products == pytest.approx(expected[1], abs=1e-5)
        assert len(stems) <= most
