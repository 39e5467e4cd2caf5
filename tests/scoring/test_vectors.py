"""Vectors are those of scikit-learn, to the last bit."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

import grader
from grader.records.text import Language
from grader.scoring.counting import weighted
from grader.scoring.vectors import Vectors, fitted, grams, packed, unpacked

WORDS = st.text("abkué1 ", min_size=1, max_size=7).filter(lambda word: word.strip() != "")
SENTENCES = st.lists(st.lists(WORDS, max_size=9), min_size=1, max_size=8).filter(any)


def _same(terms: list[str]) -> list[str]:
    return terms


def by_terms() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=_same, norm=None, dtype=np.float64)


def by_grams() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), norm=None, dtype=np.float64, lowercase=False)


def bits(matrix: csr_matrix) -> tuple[bytes, ...]:
    kinds = (("data", np.float64), ("indices", np.int64), ("indptr", np.int64))
    return tuple(getattr(matrix, name).astype(kind).tobytes() for name, kind in kinds)


Facts = tuple[list[tuple[str, int]], bytes, tuple[bytes, ...]]
"""Terms with their places, in order; their weights; the vectors: all to the last bit."""


def of(found: Vectors) -> Facts:
    return list(found.places.items()), found.idf.tobytes(), bits(found.columns)


def of_scikit_learn(vectorizer: TfidfVectorizer, documents: list[list[str]] | list[str]) -> Facts:
    rows = vectorizer.fit_transform(documents)
    return sorted(vectorizer.vocabulary_.items()), vectorizer.idf_.tobytes(), bits(normalize(rows).T.tocsr())


@settings(deadline=None)
@given(SENTENCES)
def test_vectors_of_terms_are_those_of_scikit_learn(sentences: list[list[str]]) -> None:
    assert of(fitted(sentences)) == of_scikit_learn(by_terms(), sentences)


@settings(deadline=None)
@given(SENTENCES, st.lists(WORDS, max_size=5))
def test_vectors_of_characters_are_those_of_scikit_learn(sentences: list[list[str]], others: list[str]) -> None:
    texts = [" ".join(words) for words in sentences]
    theirs = by_grams()
    mine = fitted([list(grams(text)) for text in texts])
    assert of(mine) == of_scikit_learn(theirs, texts)
    if others:
        rows = weighted([list(grams(each)) for each in others], mine.places, mine.idf)
        assert bits(rows) == bits(theirs.transform(others))


def test_those_of_every_rubric_sentence_are_too(language: Language) -> None:
    concepts = grader.load_rubric("semua-konsep").rubric.concepts.values()
    texts = [text for each in concepts for text in (*each.exemplars, *each.mentions, *each.confusables)]
    sentences = [[token.stem for token in language.analyse(text).tokens] for text in texts]
    assert of(fitted(sentences)) == of_scikit_learn(by_terms(), sentences)
    joined = [" ".join(stems) for stems in sentences]
    assert of(fitted([list(grams(text)) for text in joined])) == of_scikit_learn(by_grams(), joined)


def test_a_vector_worked_out_by_hand() -> None:
    found = fitted([["tata", "kelola", "tata"], ["kelola"]])
    rare, common = math.log(3 / 2) + 1, 1.0
    length = math.hypot(2 * rare, common)
    assert found.places == {"kelola": 0, "tata": 1}
    assert found.columns.toarray() == pytest.approx(np.array([[common / length, 1.0], [2 * rare / length, 0.0]]))


def test_grams_of_a_short_and_a_longer_word() -> None:
    assert list(grams("di")) == [" di", "di ", " di "]
    assert list(grams("a")) == [" a "]
    assert list(grams("")) == []


@settings(deadline=None)
@given(SENTENCES)
def test_they_come_out_of_a_store_as_they_went_in(sentences: list[list[str]]) -> None:
    made = {"stems": fitted(sentences)}
    found = unpacked(packed(made))
    assert found["stems"].places == made["stems"].places
    assert found["stems"].idf.tobytes() == made["stems"].idf.tobytes()
    assert bits(found["stems"].columns) == bits(made["stems"].columns)


@pytest.mark.parametrize("sentences", [[], [[]], [[], []]])
def test_sentences_without_words_have_no_length(sentences: list[list[str]]) -> None:
    assert fitted(sentences).columns.shape == (0, len(sentences))
