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
    number = sentences.shape[0]
    firsts, sizes = sums.indices[sums.indptr[:-1]], np.diff(sums.indptr)
    squares: NDArray[np.float64] = sums @ _row_sums(sentences.data * sentences.data, sentences)
    next_to, next_but_one = _neighbours(sentences)
    squares += 2.0 * np.where(sizes > 1, next_to[firsts], 0.0)
    squares += 2.0 * np.where(sizes > 2, next_to[np.minimum(firsts + 1, number)] + next_but_one[firsts], 0.0)
    wide = np.flatnonzero(sizes > NEAR)
    if len(wide):
        summed = sums[wide] @ sentences
        squares[wide] = _row_sums(summed.data * summed.data, summed)
    return np.sqrt(squares)


def _neighbours(rows: csr_matrix) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Dot products of each row with the next, and with the next but one; 0 where there is none, and once more behind.

    Term by term, the rows that hold it stand in order, so that rows next to each other are found next to each other.
    """
    columns = rows.tocsc()
    data, owners = columns.data, columns.indices
    last = np.zeros(len(data), dtype=np.bool_)  # of a term
    last[columns.indptr[1:][np.diff(columns.indptr) > 0] - 1] = True
    steps, parted = np.diff(owners), last[:-1]
    by_one = (steps == 1) & ~parted
    one = np.flatnonzero(by_one)
    two = np.flatnonzero((steps == 2) & ~parted)
    both = np.flatnonzero(by_one[:-1] & by_one[1:])  # two further down, and the one between has the term too
    next_to = _added_up(owners[one], data[one] * data[one + 1], rows.shape[0] + 1)
    firsts, seconds = np.append(two, both), np.append(two + 1, both + 2)
    return next_to, _added_up(owners[firsts], data[firsts] * data[seconds], rows.shape[0] + 1)


def _row_sums(values: NDArray[np.float64], rows: csr_matrix) -> NDArray[np.float64]:
    """The sum of some values, one for each entry of a matrix, row by row."""
    return _added_up(np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr)), values, rows.shape[0])


def _added_up(places: NDArray[np.intp], values: NDArray[np.float64], number: int) -> NDArray[np.float64]:
    """The sums of the values that belong to each of so many places."""
    return np.bincount(places, values, minlength=number).astype(np.float64, copy=False)
