"""TF-IDF vectors of a rubric's sentences, as scikit-learn's ``TfidfVectorizer`` fits them, to the last bit.

It is done here since to import scikit-learn takes longer than to grade twenty essays; what it is, is a few lines:
``idf = ln((1 + N) / (1 + df)) + 1`` for N sentences, df of which hold the term; a vector is counts times idf, brought
to length 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.records.store import Parcel
from grader.scoring.counting import weighted

SHORTEST = 3
LONGEST = 5
"""Characters of an n-gram."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sentences as vectors, and what is needed to make vectors of others.

    Attributes:
        places: of each term, in alphabetical order.
        idf: of each term.
        columns: one row a term, one column a sentence; each column of length 1, or 0.
    """

    places: Mapping[str, int]
    idf: NDArray[np.float64]
    columns: csr_matrix


def fitted(sentences: Sequence[Sequence[str]]) -> Vectors:
    """Make vectors of sentences, each given as its terms."""
    seen: dict[str, int] = {}
    for terms in sentences:
        for term in terms:
            seen.setdefault(term, len(seen))
    held = np.array([seen[term] for terms in sentences for term in set(terms)], dtype=np.intp)
    found = np.bincount(held, minlength=len(seen))
    idf: NDArray[np.float64] = np.log((len(sentences) + 1) / (found + 1.0)) + 1.0
    rows = weighted(sentences, seen, idf)
    # Squares are added up one after the other, in the order in which terms were first seen: so scikit-learn rounds.
    for start, end in zip(rows.indptr, rows.indptr[1:], strict=False):
        row = rows.data[start:end]
        if len(row):
            row /= np.sqrt(np.add.accumulate(row * row)[-1])
    terms_in_order = sorted(seen)
    order = np.array([seen[term] for term in terms_in_order], dtype=np.intp)
    columns = rows.T.tocsr()[order]
    return Vectors({term: place for place, term in enumerate(terms_in_order)}, idf[order], columns)


def grams(text: str) -> Iterator[str]:
    """The character n-grams of a text, as scikit-learn's ``char_wb`` cuts them: none reaches over a blank.

    A word has a blank before and behind; one that is shorter than an n-gram is taken whole, once.
    """
    for word in text.split():
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            yield padded[:size]
            yield from (padded[start : start + size] for start in range(1, len(padded) - size + 1))
            if len(padded) <= size:
                break


def packed(vectors: Mapping[str, Vectors]) -> Parcel:
    """Vectors, by name, as they are kept."""
    return Parcel(
        {name: list(each.places) for name, each in vectors.items()},
        {
            f"{name} {part}": array
            for name, each in vectors.items()
            for part, array in (
                ("idf", each.idf),
                ("shape", np.array(each.columns.shape, dtype=np.int64)),
                ("data", each.columns.data),
                ("indices", each.columns.indices),
                ("indptr", each.columns.indptr),
            )
        },
    )


def unpacked(parcel: Parcel) -> dict[str, Vectors]:
    """The same back."""
    found: dict[str, Vectors] = {}
    for name, terms in parcel.plain.items():
        idf, shape, *parts = (parcel.arrays[f"{name} {part}"] for part in ("idf", "shape", "data", "indices", "indptr"))
        places = {term: place for place, term in enumerate(terms)}
        found[name] = Vectors(places, idf, csr_matrix(tuple(parts), shape=tuple(shape.tolist())))
    return found
