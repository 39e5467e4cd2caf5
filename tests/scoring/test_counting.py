"""Counting terms is held to what scikit-learn makes of the same terms."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.linalg import norm
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from grader.scoring.counting import stacked, weighted, window_lengths

TERMS = ("asas", "dana", "kerja", "kerja sama", "tata")
SENTENCES = st.lists(st.lists(st.sampled_from([*TERMS, "lain"]), max_size=9), min_size=1, max_size=6)


def _same(terms: list[str]) -> list[str]:
    return terms


@given(SENTENCES)
@settings(deadline=None)
def test_counts_are_those_of_scikit_learn_to_the_last_bit(sentences: list[list[str]]) -> None:
    theirs = TfidfVectorizer(analyzer=_same, vocabulary=TERMS, norm=None)
    theirs.idf_ = np.array([1.1, 1.7, 2.3, 3.3, 0.1])
    expected = theirs.transform(sentences)
    found = weighted(sentences, {term: place for place, term in enumerate(TERMS)}, theirs.idf_)
    assert found.toarray().tolist() == expected.toarray().tolist()
    assert found.indices.tolist() == expected.indices.tolist()


def test_a_count_is_multiplied_with_the_weight() -> None:
    found = weighted([["dana", "asas", "dana"], [], ["lain"]], {"asas": 0, "dana": 1}, np.array([0.5, 3.0]))
    assert found.toarray().tolist() == [[0.5, 6.0], [0.0, 0.0], [0.0, 0.0]]


WINDOWS = ((0, 1), (1, 3), (0, 3), (2, 5), (3, 4), (0, 6), (1, 6), (4, 6))


@given(st.lists(st.lists(st.sampled_from([0.0, 0.0, 0.5, 3.25]), min_size=9, max_size=9), min_size=6, max_size=6))
@settings(deadline=None)
def test_lengths_of_windows_are_those_of_their_sums(rows: list[list[float]]) -> None:
    sums = np.array([[float(first <= row < last) for row in range(6)] for first, last in WINDOWS])
    expected = norm(sums @ np.array(rows), axis=1)
    found = window_lengths(csr_matrix(sums), csr_matrix(np.array(rows)))
    assert found == pytest.approx(expected, rel=1e-12)
    assert (found[expected == 0] == 0).all()


def test_a_row_s_terms_may_stand_in_any_order() -> None:
    mixed_up = csr_matrix((np.array([2.0, 1.0, 5.0]), np.array([3, 0, 3]), np.array([0, 2, 3])), shape=(2, 4))
    # (1, 0, 0, 2), and with (0, 0, 0, 5) together (1, 0, 0, 7)
    found = window_lengths(csr_matrix(np.array([[1.0, 0.0], [1.0, 1.0]])), mixed_up)
    assert found.tolist() == pytest.approx([math.sqrt(5), math.sqrt(50)])


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_rows_are_put_below_others(rows: int) -> None:
    above, below = np.eye(rows, 4), np.array([[0.0, 7.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.0]])
    assert stacked(csr_matrix(above), csr_matrix(below)).toarray().tolist() == [*above.tolist(), *below.tolist()]
