"""Counting terms is held to what scikit-learn makes of the same terms."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import norm
from sklearn.feature_extraction.text import TfidfVectorizer

from grader.scoring.counting import row_lengths, weighted

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


@given(st.lists(st.lists(st.floats(0, 9), min_size=40, max_size=40), min_size=3, max_size=3))
@settings(deadline=None)
def test_lengths_of_windows_are_those_of_scipy_to_the_last_bit(rows: list[list[float]]) -> None:
    sentences = csr_matrix(np.array(rows))
    sums = csr_matrix(np.array([[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]]))
    assert row_lengths(sums, sentences).tolist() == norm(sums @ sentences, axis=1).tolist()
