"""Likeness of an essay's windows to the rubric's sentences: TF-IDF on stems and on character n-grams.

Both are fitted on the rubric alone, so that a mark never depends on other submissions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from grader.records.store import Store, kept
from grader.records.text import Language, Token
from grader.rubric.schema import Concept
from grader.scoring.counting import weighted
from grader.scoring.grams import StemGrams
from grader.scoring.passages import Passages, cosines
from grader.scoring.scorer import Measures
from grader.scoring.vectors import Vectors, fitted, grams, packed, unpacked

Stems = tuple[str, ...]


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
        self._columns: dict[str, list[slice]] = {}
        for kind in ("exemplars", "mentions", "confusables"):
            self._columns[kind] = []
            for concept in concepts.values():
                start = len(texts)
                texts.extend(getattr(concept, kind))
                self._columns[kind].append(slice(start, len(texts)))
        made_of = json.dumps([language.code, texts], ensure_ascii=False)
        vectors = kept(store, "vectors", made_of, partial(_vectors, texts, language), packed, unpacked)
        self._by_stem, self._by_chars = vectors["stems"], StemGrams(vectors["chars"])

    def measure(self, passages: Passages) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`."""
        if not passages.windows:
            empty = np.zeros((0, len(self._columns["exemplars"])))
            return {"like_exemplar": empty, "like_mention": empty, "like_confusable": empty}
        stems = [_content(sentence.tokens) for sentence in passages.sentences]
        sums = passages.membership
        by_stem = weighted(stems, self._by_stem.places, self._by_stem.idf)
        likeness = cosines(sums, by_stem, (by_stem @ self._by_stem.columns).toarray().astype(np.float32), 0.5)
        likeness += cosines(sums, *self._by_chars.look_at(stems), 0.5)
        likeness = np.ascontiguousarray(likeness.T)  # the greatest of rows is found faster than that of columns
        return {
            "like_exemplar": _best(likeness, self._columns["exemplars"]),
            "like_mention": _best(likeness, self._columns["mentions"]),
            "like_confusable": _best(likeness, self._columns["confusables"]),
        }


def _best(likeness: NDArray[np.float32], sentences: Iterable[slice]) -> NDArray[np.float64]:
    """The greatest of some rows, one column for each choice of rows."""
    return np.stack([likeness[rows].max(axis=0) for rows in sentences], axis=1).astype(np.float64)


def _content(tokens: Sequence[Token]) -> Stems:
    return tuple(token.stem for token in tokens if not token.function)


def _vectors(texts: Sequence[str], language: Language) -> dict[str, Vectors]:
    sentences = [_content(language.analyse(text).tokens) for text in texts]
    return {"stems": fitted(sentences), "chars": fitted([list(grams(" ".join(stems))) for stems in sentences])}
