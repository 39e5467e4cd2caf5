"""What scikit-learn and SciPy do with counts of terms, without their checks, and for neighbouring rows at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Term = TypeVar("Term", bound=Hashable)

NEAR: Final = 3
"""Rows of an ordinary window."""


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


def stacked(above: csr_matrix, below: csr_matrix) -> csr_matrix:
    """The rows of two matrices of one width, one below the other."""
    return csr_matrix(
        (
            np.concatenate([above.data, below.data]),
            np.concatenate([above.indices, below.indices]),
            np.concatenate([above.indptr, above.indptr[-1] + below.indptr[1:]]),
        ),
        shape=(above.shape[0] + below.shape[0], above.shape[1]),
    )


def window_lengths(sums: csr_matrix, sentences: csr_matrix) -> NDArray[np.float64]:
    """Lengths of the rows of ``sums @ sentences``, for sums of neighbouring rows.

    ``|a + b + c|² = |a|² + |b|² + |c|² + 2 (ab + bc + ac)``: every product of two neighbours is needed in several
    windows, and worked out once. Windows of more than `NEAR` rows, which are few, are summed up.

    Args:
        sums: one row a window, with a 1 for each of its sentences: one or more that follow each other.
        sentences: one row a sentence, each term once; all at least 0.
    """
    rows = sentences.tocsc().tocsr()  # brings each row's terms in order, in less time than sorting them
    firsts, sizes = sums.indices[sums.indptr[:-1]], np.diff(sums.indptr)
    next_to, next_but_one = (np.append(_products(rows, step), np.zeros(NEAR)) for step in (1, 2))
    mixed = np.where(sizes > 1, next_to[firsts], 0.0)
    mixed += np.where(sizes > 2, next_to[firsts + 1] + next_but_one[firsts], 0.0)
    squares: NDArray[np.float64] = sums @ _row_sums(rows.data * rows.data, rows) + 2.0 * mixed
    wide = np.flatnonzero(sizes > NEAR)
    if len(wide):
        summed = sums[wide] @ rows
        squares[wide] = _row_sums(summed.data * summed.data, summed)
    return np.sqrt(squares)


def _products(rows: csr_matrix, step: int) -> NDArray[np.float64]:
    """Of each row with the one so many further down."""
    number = rows.shape[0] - step
    if number < 1:
        return np.zeros(0)
    common = rows[:number].multiply(rows[step:])
    return _row_sums(common.data, common)


def _row_sums(values: NDArray[np.float64], rows: csr_matrix) -> NDArray[np.float64]:
    """The sum of some values, one for each entry of a matrix, row by row."""
    owners = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    return np.bincount(owners, values, minlength=rows.shape[0]).astype(np.float64, copy=False)
