"""Words, and pairs of words that follow each other, that speak for a concept; learned from labelled passages.

A passage about trust, say, is known by its words in whatever wording; pairs of neighbouring words carry what single
words do not: *tidak perlu*, *sama persis*, *dimulai oleh*, and the order that shuffled words lack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.records.text import Token
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages, cosines
from grader.scoring.scorer import Measures

MOST = 8.0
"""Log odds are cut off here: more says no more."""

Weights = NDArray[np.float32]
Found = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Numbers of words, and for each the place of the term that begins there."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was learned about one concept, for one level.

    Attributes:
        bias: log odds of a passage without any known word.
        weights: one for each term of the lexicon, on the passage's TF-IDF vector of length 1.
    """

    bias: float
    weights: Weights


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms and what they say.

    Attributes:
        terms: stems, and pairs of stems with a blank between, in alphabetical order.
        idf: of each term, as scikit-learn has it: ``ln((1 + N) / (1 + df)) + 1``.
        mentioned: by concept, for at least mentioned.
        explained: by concept, for explained.
    """

    terms: tuple[str, ...]
    idf: NDArray[np.float64]
    mentioned: Mapping[str, Known]
    explained: Mapping[str, Known]


class LexiconScorer:
    """Measures, for every window and concept that the lexicon knows, log odds between -`MOST` and `MOST`.

    - ``known_mentioned``: that the window at least mentions the concept;
    - ``known_explained``: that it explains it;
    - ``known_gap``: ``known_mentioned`` less the same of the likeliest other concept that the lexicon knows.

    They are 0 for a concept that it does not know.

    Args:
        concepts: by id; their order is the order of columns.
        lexicon: what was learned.
    """

    def __init__(self, concepts: Mapping[str, Concept], lexicon: Lexicon) -> None:
        learned = list(lexicon.mentioned)
        self.known: NDArray[np.bool_] = np.array([concept in lexicon.mentioned for concept in concepts])
        self._places = np.array([learned.index(c) for c in concepts if c in lexicon.mentioned], dtype=np.intp)
        mentioned = [lexicon.mentioned[concept] for concept in learned]
        explained = [lexicon.explained[learned[place]] for place in self._places]
        both = [*mentioned, *explained]
        self._learned = len(learned)
        self._terms = _Terms(lexicon.terms)
        self._idf = lexicon.idf
        self._weights: Weights = np.stack([each.weights for each in both], axis=1) if both else np.zeros((0, 0), "f4")
        self._biases = np.array([each.bias for each in both])

    def known_pairs(self, passages: Passages) -> float:
        """Share of the essay's pairs of neighbouring words that stand in the lexicon; 1 for an essay without any."""
        _, (known, _) = passages.once(self._terms.look_up)
        pairs = np.maximum(np.diff(passages.starts) - 1, 0).sum()
        return float(len(known) / pairs) if pairs else 1.0

    def measure(self, passages: Passages) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`."""
        shape = (len(passages.windows), len(self.known))
        found = {name: np.zeros(shape) for name in ("known_mentioned", "known_explained", "known_gap")}
        if not passages.windows or not len(self._places):
            return found
        sentences = self._sentences(passages)
        odds = cosines(passages.membership, sentences, sentences.astype(np.float32) @ self._weights) + self._biases
        np.clip(odds, -MOST, MOST, out=odds)
        mentioned = odds[:, : self._learned]
        found["known_mentioned"][:, self.known] = mentioned[:, self._places]
        found["known_explained"][:, self.known] = odds[:, self._learned :]
        found["known_gap"][:, self.known] = above_others(mentioned)[:, self._places]
        return found

    def _sentences(self, passages: Passages) -> csr_matrix:
        """One row a sentence: how often it holds each term, times the term's weight."""
        words, places = (np.concatenate(both) for both in zip(*passages.once(self._terms.look_up), strict=True))
        shape = (len(passages.sentences), len(self._idf))
        return csr_matrix((self._idf[places], (passages.owners[words], places)), shape=shape)


class _Terms:
    """A lexicon's terms, looked up for all words of an essay at once: one by one they take far longer.

    Args:
        terms: stems, and pairs of stems with a blank between.
    """

    def __init__(self, terms: Sequence[str]) -> None:
        parted = [term.split(" ") for term in terms]
        stems = sorted({stem for each in parted for stem in each})
        self._numbers = {stem: number for number, stem in enumerate(stems)}
        self._width = len(stems)
        self._single = np.full(self._width + 1, -1, dtype=np.intp)  # the last is that of unknown words
        pairs = [(self._width**2, -1)]  # behind all others
        for place, each in enumerate(parted):
            first, *second = (self._numbers[stem] for stem in each)
            if second:
                pairs.append((first * self._width + second[0], place))
            else:
                self._single[first] = place
        self._pairs, self._pair = np.array(sorted(pairs), dtype=np.int64).T

    def look_up(self, passages: Passages) -> tuple[Found, Found]:
        """The single words that are terms, and the pairs; no pair reaches over a sentence's end."""
        known = self._numbers
        numbers = np.array([known.get(stem, -1) for stem in passages.stems], dtype=np.int64)
        places = self._single[numbers]
        singles = np.flatnonzero(places >= 0)
        owners = passages.owners
        pairs = np.flatnonzero((numbers[:-1] >= 0) & (numbers[1:] >= 0) & (owners[:-1] == owners[1:]))
        codes = numbers[pairs] * self._width + numbers[pairs + 1]
        nearest = np.searchsorted(self._pairs, codes)
        there = self._pairs[nearest] == codes
        return (singles, places[singles]), (pairs[there], self._pair[nearest[there]])


def terms_of(tokens: Sequence[Token]) -> list[str]:
    """The terms of one sentence: its stems, and each pair of neighbours."""
    return [*(token.stem for token in tokens), *pairs_of(tokens)]


def pairs_of(tokens: Sequence[Token]) -> list[str]:
    """Each stem of a sentence with the next."""
    return [f"{first.stem} {second.stem}" for first, second in pairwise(tokens)]


def above_others(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """By how much each column is above the greatest of the others, row by row; 0 when there is no other."""
    if values.shape[1] < 2:
        return np.zeros_like(values)
    two = np.partition(values, -2, axis=1)[:, -2:]
    second, first = two[:, :1], two[:, 1:]
    gaps: NDArray[np.float64] = values - np.where(values >= first, second, first)
    return gaps
