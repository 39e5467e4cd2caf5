"""What scikit-learn and SciPy do with counts of terms, without their checks and without sorting.

The numbers are the same to the last bit, for a half to a third of the time.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Term = TypeVar("Term", bound=Hashable)


def weighted(
    sentences: Sequence[Iterable[Term]], places: Mapping[Term, int], weights: NDArray[np.float64]
) -> csr_matrix:
    """One row a sentence: how often it holds each term, times the term's weight.

    Args:
        sentences: their terms; those that have no place are passed over.
        places: of each term its column.
        weights: one for each column.
    """
    columns: list[int] = []
    starts = [0]
    for terms in sentences:
        columns += [place for place in map(places.get, terms) if place is not None]
        starts.append(len(columns))
    counts = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(sentences), len(weights)))
    counts.sum_duplicates()
    counts.data *= weights[counts.indices]
    return counts


def row_lengths(sums: csr_matrix, sentences: csr_matrix) -> NDArray[np.float64]:
    """Lengths of the rows of ``sums @ sentences``, as `scipy.sparse.linalg.norm` gives them.

    Multiplied column by column and then turned into rows, each row has its places in order without being sorted.
    """
    vectors = (sums.tocsc() @ sentences.tocsc()).tocsr()
    filled = np.flatnonzero(np.diff(vectors.indptr))
    lengths = np.zeros(vectors.shape[0])
    lengths[filled] = np.sqrt(np.add.reduceat(vectors.data * vectors.data, vectors.indptr[filled]))
    return lengths
