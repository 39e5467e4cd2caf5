"""What a rubric is about, made ready once: its terms, and how much each of its words says about which concept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from grader.records.store import Parcel, Store, kept
from grader.records.text import Language
from grader.rubric.schema import Concept

UNIT = 12
"""Words with subject matter that are looked at together: about as many as a sentence of twenty words has."""

_VOWELS = frozenset("aiueo")


@dataclass(frozen=True, slots=True)
class Subject:
    """A rubric's subject.

    Attributes:
        terms: by its first stem, the other stems of each term that names a concept, the longest first.
        naming: all stems of those terms; they are masked where relevance is judged, since anyone can sprinkle them.
        rows: by stem, its row in ``weights``; row 0 stands for every word that the rubric does not know.
        weights: one row a stem, one column a concept: the stem's weight where the concept's texts hold it, else 0.
        whole: the weight of each stem, ``ln((concepts + 1) / concepts that hold it)``.
        expected: `relevance` of the rubric's own exemplars, each measured by the concepts' other texts; 0 when the
            rubric holds too little to tell.
    """

    terms: Mapping[str, Sequence[tuple[str, ...]]]
    naming: frozenset[str]
    rows: Mapping[str, int]
    weights: NDArray[np.float64]
    whole: NDArray[np.float64]
    expected: float

    def words(self, stems: Iterable[str]) -> list[int]:
        """The rows of the words that relevance is judged on.

        Args:
            stems: of words with subject matter. Parts of terms, numbers and words without a vowel (abbreviations that
                nobody can spell out) are left out.
        """
        rows, naming = self.rows, self.naming
        found = []
        for stem in stems:
            row = rows.get(stem)
            if row is not None:
                found.append(row)
            elif stem not in naming and len(stem) > 2 and stem.isalpha() and not _VOWELS.isdisjoint(stem):
                found.append(0)
        return found

    def relevance(self, words: Sequence[Sequence[int]]) -> float:
        """How far a text is about this subject.

        The text is cut into units of some `UNIT` words. Of each, the share of its weight that belongs to its one best
        concept is taken: words that are in the rubric, but all over it, say little. The mean of these shares is
        multiplied with the share of words that the rubric knows at all.

        Args:
            words: by sentence, what `words` gave.

        Returns:
            0 to 1, far below 1 even for a text on nothing else; see ``expected``. 0 for a text without words.
        """
        return _relevance(words, self.weights, self.whole)


def prepare(concepts: Mapping[str, Concept], language: Language, store: Store | None = None) -> Subject:
    """Make a rubric's subject ready, before any essay is read; a store keeps it for the next run."""
    told = [[list(each.names), list(each.exemplars), list(_others(each))] for each in concepts.values()]
    made_of = json.dumps([language.code, told], ensure_ascii=False)
    return kept(store, "subject", made_of, lambda: _subject(concepts, language), _packed, _unpacked)


def _packed(subject: Subject) -> Parcel:
    plain = {
        "terms": {first: [list(rest) for rest in more] for first, more in subject.terms.items()},
        "naming": sorted(subject.naming),
        "rows": list(subject.rows),
        "expected": subject.expected,
    }
    return Parcel(plain, {"weights": subject.weights, "whole": subject.whole})


def _unpacked(parcel: Parcel) -> Subject:
    plain = parcel.plain
    return Subject(
        terms={first: [tuple(rest) for rest in more] for first, more in plain["terms"].items()},
        naming=frozenset(plain["naming"]),
        rows={stem: row for row, stem in enumerate(plain["rows"], 1)},
        weights=parcel.arrays["weights"],
        whole=parcel.arrays["whole"],
        expected=plain["expected"],
    )


def _subject(concepts: Mapping[str, Concept], language: Language) -> Subject:
    terms: dict[str, set[tuple[str, ...]]] = {}
    for concept in concepts.values():
        for name in concept.names:
            stems = [token.stem for token in language.analyse(name).tokens]
            if stems:
                terms.setdefault(stems[0], set()).add(tuple(stems[1:]))
    naming = frozenset(
        token.stem
        for concept in concepts.values()
        for name in concept.names
        for token in language.analyse(name).tokens
        if not token.function
    )
    exemplars = [[_content(text, language) for text in concept.exemplars] for concept in concepts.values()]
    others = [[_content(text, language) for text in _others(concept)] for concept in concepts.values()]
    held = [[*map(frozenset, own), *map(frozenset, more)] for own, more in zip(exemplars, others, strict=True)]
    subject = _weigh(held, naming, terms)
    return Subject(
        subject.terms, naming, subject.rows, subject.weights, subject.whole, _expected(subject, exemplars, held)
    )


def _others(concept: Concept) -> Iterable[str]:
    """The concept's texts that are no exemplars, phrases without their mark for any ending."""
    yield from (concept.title.id, concept.definition.id, *concept.mentions, *concept.confusables)
    yield " . ".join(phrase.rstrip("*") for group in (*concept.groups, *concept.items) for phrase in group)


def _content(text: str, language: Language) -> list[str]:
    return [token.stem for token in language.analyse(text).tokens if not token.function]


def _weigh(
    held: Sequence[Sequence[frozenset[str]]], naming: frozenset[str], terms: Mapping[str, set[tuple[str, ...]]]
) -> Subject:
    vocabulary = [frozenset[str]().union(*texts) - naming for texts in held]
    stems = sorted(frozenset[str]().union(*vocabulary))
    rows = {stem: row for row, stem in enumerate(stems, 1)}
    weights = np.zeros((len(stems) + 1, len(held)))
    for column, words in enumerate(vocabulary):
        weights[[rows[stem] for stem in sorted(words)], column] = 1.0
    whole = np.log((len(held) + 1) / np.maximum(1.0, weights.sum(axis=1)))
    whole[0] = np.log(len(held) + 1)
    ordered = {first: sorted(rest, key=lambda stems: (-len(stems), stems)) for first, rest in terms.items()}
    return Subject(ordered, naming, rows, weights * whole[:, None], whole, 0.0)


def _relevance(words: Sequence[Sequence[int]], weights: NDArray[np.float64], whole: NDArray[np.float64]) -> float:
    flat: list[int] = []
    starts: list[int] = []
    begun = 0
    for sentence in words:
        if sentence and begun == len(flat):
            starts.append(begun)
        flat.extend(sentence)
        if len(flat) - begun >= UNIT:
            begun = len(flat)
    if not flat:
        return 0.0
    index = np.array(flat)
    own = np.add.reduceat(weights[index], starts, axis=0).max(axis=1)
    shares = own / np.add.reduceat(whole[index], starts)
    return float(np.average(shares, weights=np.diff([*starts, len(flat)])) * np.mean(index > 0))


def _expected(subject: Subject, exemplars: Sequence[list[list[str]]], held: Sequence[list[frozenset[str]]]) -> float:
    """The mean relevance of the exemplars, each without the words that the concept has from it alone."""
    weights = subject.weights.copy()
    found: list[float] = []
    for column, texts in enumerate(exemplars):
        times = Counter(chain.from_iterable(held[column]))
        for text in texts:
            lost = [subject.rows[stem] for stem in sorted(set(text)) if times[stem] == 1 and stem in subject.rows]
            weights[lost, column] = 0.0
            unknown = {row for row in lost if not weights[row].any()}
            words = [0 if row in unknown else row for row in subject.words(text)]
            found.append(_relevance([words], weights, subject.whole))
            weights[lost, column] = subject.weights[lost, column]
    return fmean(found) if found else 0.0
