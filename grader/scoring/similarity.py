"""Likeness of an essay's windows to the rubric's sentences: TF-IDF on stems and on character n-grams.

Both are fitted on the rubric alone, so that a mark never depends on other submissions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.records.store import Store, kept
from grader.records.text import Language, Token
from grader.rubric.schema import Concept
from grader.scoring.counting import weighted
from grader.scoring.passages import Passages, cosines, membership
from grader.scoring.scorer import Measures
from grader.scoring.vectors import Vectors, fitted, grams, packed, unpacked

Stems = tuple[str, ...]
MOST_KEPT = 50_000
"""Stems whose n-grams are kept; they change nothing but the time it takes."""


class SimilarityScorer:
    """Measures, for every window and concept, the greatest cosine (0 to 1) to any of the concept's sentences.

    - ``like_exemplar``: exemplars, mean of the cosine on stems and the cosine on character n-grams;
    - ``like_mention``: sentences that only name the concept;
    - ``like_confusable``: sentences near it that are something else.

    Args:
        concepts: by id; their order is the order of columns.
        language: stems the sentences.
        store: keeps their vectors for the next run.
    """

    def __init__(self, concepts: Mapping[str, Concept], language: Language, store: Store | None = None) -> None:
        texts: list[str] = []
        self._columns: dict[str, list[NDArray[np.intp]]] = {}
        for kind in ("exemplars", "mentions", "confusables"):
            self._columns[kind] = []
            for concept in concepts.values():
                start = len(texts)
                texts.extend(getattr(concept, kind))
                self._columns[kind].append(np.arange(start, len(texts)))
        made_of = json.dumps([language.code, texts], ensure_ascii=False)
        vectors = kept(store, "vectors", made_of, partial(_vectors, texts, language), packed, unpacked)
        self._by_stem, self._by_chars = vectors["stems"], vectors["chars"]
        self._kept: dict[str, tuple[NDArray[np.int32], NDArray[np.float64]]] = {}

    def measure(self, passages: Passages) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`."""
        if not passages.windows:
            empty = np.zeros((0, len(self._columns["exemplars"])))
            return {"like_exemplar": empty, "like_mention": empty, "like_confusable": empty}
        stems = [_content(sentence.tokens) for sentence in passages.sentences]
        by_stem = weighted(stems, self._by_stem.places, self._by_stem.idf)
        by_chars = self._chars(stems)
        sums = membership(passages)
        likeness = cosines(sums, by_stem, self._by_stem.columns)
        likeness += cosines(sums, by_chars, self._by_chars.columns)
        likeness /= 2
        return {
            "like_exemplar": _best(likeness, self._columns["exemplars"]),
            "like_mention": _best(likeness, self._columns["mentions"]),
            "like_confusable": _best(likeness, self._columns["confusables"]),
        }

    def _chars(self, sentences: Sequence[Stems]) -> csr_matrix:
        """Sentences by their character n-grams; none reaches over a blank, so each stem is cut up only once."""
        places: dict[str, int] = {}
        columns = [places.setdefault(stem, len(places)) for stems in sentences for stem in stems]
        starts = np.cumsum([0, *map(len, sentences)])
        counts = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(sentences), len(places)))
        return counts @ self._grams(list(places))

    def _grams(self, stems: list[str]) -> csr_matrix:
        """One row a stem: its weighted n-grams."""
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        if new := [stem for stem in stems if stem not in self._kept]:
            rows = weighted([list(grams(stem)) for stem in new], self._by_chars.places, self._by_chars.idf)
            for stem, start, end in zip(new, rows.indptr, rows.indptr[1:], strict=False):
                self._kept[stem] = (rows.indices[start:end], rows.data[start:end])
        found = [self._kept[stem] for stem in stems]
        starts = np.cumsum([0, *(len(indices) for indices, _ in found)])
        indices = np.concatenate([each for each, _ in found]) if found else np.zeros(0, dtype=np.int32)
        data = np.concatenate([each for _, each in found]) if found else np.zeros(0)
        return csr_matrix((data, indices, starts), shape=(len(stems), len(self._by_chars.places)))


def _best(likeness: NDArray[np.float64], columns: Iterable[NDArray[np.intp]]) -> NDArray[np.float64]:
    return np.stack([likeness[:, places].max(axis=1) for places in columns], axis=1)


def _content(tokens: Sequence[Token]) -> Stems:
    return tuple(token.stem for token in tokens if not token.function)


def _vectors(texts: Sequence[str], language: Language) -> dict[str, Vectors]:
    sentences = [_content(language.analyse(text).tokens) for text in texts]
    return {"stems": fitted(sentences), "chars": fitted([list(grams(" ".join(stems))) for stems in sentences])}
