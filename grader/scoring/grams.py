"""Stems by their character n-grams: each is cut up, weighed and multiplied once, however many essays hold it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.scoring.counting import stacked, weighted
from grader.scoring.vectors import Vectors, grams

MOST_KEPT: Final = 16_000_000
"""Bytes of products that are kept: some 7,200 stems of a rubric with 550 sentences, more than a class needs."""


class StemGrams:
    """Makes vectors of sentences, and their dot products with a rubric's sentences, out of those of their stems.

    No n-gram reaches over a blank, so a sentence's vector is the sum of its stems' vectors, and its dot products are
    the sums of theirs. What is kept of stems changes nothing but the time it takes.

    Args:
        vectors: of the rubric's sentences, by character n-grams.
    """

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        terms, sentences = vectors.columns.shape
        self._most = MOST_KEPT // (4 * max(1, sentences))
        self._products = np.zeros((self._most, sentences), dtype=np.float32)
        self._grams = csr_matrix((0, terms))
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        """Stems that are kept."""
        return len(self._places)

    def look_at(self, sentences: Sequence[Sequence[str]]) -> tuple[csr_matrix, NDArray[np.float32]]:
        """Look at sentences, each given as its stems.

        Returns:
            Their vectors, one row a sentence, and their dot products with the rubric's sentences (columns), in single
            precision: seven digits, where a likeness is told with four.
        """
        stems = list(dict.fromkeys(chain.from_iterable(sentences)))
        starts = np.cumsum([0, *map(len, sentences)])
        if len(stems) > self._most:  # decided by the text alone: it comes out the same whatever is kept
            rows = _counts(_columns(sentences, {stem: place for place, stem in enumerate(stems)}), starts, len(stems))
            rows = rows @ self._cut(stems)
            return rows, (rows @ self._vectors.columns).toarray().astype(np.float32)
        self._keep(stems)
        columns = _columns(sentences, self._places)
        return (
            _counts(columns, starts, len(self._places)) @ self._grams,
            _counts(columns, starts, self._most, np.float32) @ self._products,
        )

    def _keep(self, stems: Sequence[str]) -> None:
        """Have all these stems among those that are kept."""
        new = [stem for stem in stems if stem not in self._places]
        if len(self._places) + len(new) > self._most:
            self._places.clear()
            self._grams = self._grams[:0]
            new = list(stems)
        if new:
            rows, start = self._cut(new), len(self._places)
            self._products[start : start + len(new)] = (rows @ self._vectors.columns).toarray()
            self._grams = stacked(self._grams, rows)
            self._places.update((stem, place) for place, stem in enumerate(new, start))

    def _cut(self, stems: Sequence[str]) -> csr_matrix:
        """One row a stem: its weighted n-grams."""
        return weighted([list(grams(stem)) for stem in stems], self._vectors.places, self._vectors.idf)


def _columns(sentences: Sequence[Sequence[str]], places: dict[str, int]) -> NDArray[np.int32]:
    return np.array([places[stem] for stems in sentences for stem in stems], dtype=np.int32)


def _counts(
    columns: NDArray[np.int32], starts: NDArray[np.intp], width: int, kind: type[np.floating] = np.float64
) -> csr_matrix:
    """One row a sentence, one column a stem; a stem that comes twice is written down twice."""
    return csr_matrix((np.ones(len(columns), dtype=kind), columns, starts), shape=(len(starts) - 1, width))
