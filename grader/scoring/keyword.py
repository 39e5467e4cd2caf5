"""Phrases of the rubric found in the essay: names, groups, items, contradictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.records.store import Store
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.passages import EssaySentence, Passages
from grader.scoring.scorer import Measures

KINDS = ("name", "group", "item", "turned")

_Key = tuple[int, str, int]
"""Concept's number; ``name``, ``group``, ``item`` or ``turned``; number of the group or item."""

Kept = dict[tuple[int, int], Sequence[tuple[int, int, int]]]
"""What was found in each sentence of an essay, by its block and first character: number of the concept, first token of
the sentence and one past the last."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where phrases stand; all arrays have one place for each of them.

    Attributes:
        keys: numbers of their keys.
        firsts: their first word, by its number in the passages.
        lasts: one past their last word.
        sentences: the sentence that they stand in; none reaches over its end.
    """

    keys: NDArray[np.intp]
    firsts: NDArray[np.intp]
    lasts: NDArray[np.intp]
    sentences: NDArray[np.intp]


class KeywordScorer:
    """Counts phrases, for every window and concept.

    - ``name``: 1 when a name of the concept stands in the window, else 0;
    - ``groups``: share of the phrase groups that are there, 0 to 1 (0 for a concept without groups);
    - ``items``: number of different items, divided by how many are needed (0 for a concept without items);
    - ``telling``: words with subject matter in the window that belong to no phrase of the concept, for each phrase
      found; a bare list of terms has few, an explanation has many;
    - ``turned``: 1 when a wording stands there that turns the concept round, else 0.

    Args:
        concepts: by id; their order is the order of columns.
        language: finds the phrases.
        store: has nothing of it, since the language keeps stemmed phrases itself.
    """

    def __init__(self, concepts: Mapping[str, Concept], language: Language, store: Store | None = None) -> None:  # noqa: ARG002
        self._concepts = tuple(concepts.values())
        phrases: dict[str, list[str]] = {}
        for number, concept in enumerate(self._concepts):
            phrases[f"{number} name 0"] = list(concept.names)
            for place, group in enumerate(concept.groups):
                phrases[f"{number} group {place}"] = list(group)
            for place, item in enumerate(concept.items):
                phrases[f"{number} item {place}"] = list(item)
            if concept.contradictions:
                phrases[f"{number} turned 0"] = list(concept.contradictions)
        self._finder = language.finder(phrases)
        self._keys: dict[str, _Key] = {key: _parsed(key) for key in phrases}
        self._numbers = {key: number for number, key in enumerate(self._keys)}
        keys = self._keys.values()
        self._of_concept = np.array([concept for concept, _, _ in keys], dtype=np.intp)
        self._kinds = np.array([KINDS.index(kind) for _, kind, _ in keys], dtype=np.intp)
        self._items_needed = np.array([concept.items_needed for concept in self._concepts], dtype=np.float64)
        self._groups = np.array([max(1, len(concept.groups)) for concept in self._concepts], dtype=np.float64)

    def measure(self, passages: Passages, kept: Kept | None = None) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`; what is found in each sentence is put into ``kept``, if given."""
        found = self._find(passages)
        if kept is not None:
            kept |= self._by_sentence(passages, found)
        sums = passages.membership
        covered = sums @ self._covered(passages, found)
        words = (sums @ np.array(passages.counted(passages.content), dtype=np.float64))[:, np.newaxis]
        kinds = dict(zip(KINDS, self._different(sums @ self._table(passages, found)), strict=True))
        phrases = kinds["name"] + kinds["group"] + kinds["item"]
        own_words = np.maximum(0.0, words - covered) / np.maximum(phrases, 1.0)
        return {
            "name": kinds["name"],
            "groups": kinds["group"] / self._groups,
            "items": kinds["item"] / self._items_needed,
            "telling": np.where(phrases > 0, own_words, 0.0),
            "turned": kinds["turned"],
        }

    def phrases(self, sentence: EssaySentence, concept: int, kept: Kept) -> tuple[str, ...]:
        """The phrases of a concept (by its number) in a sentence: as they stand there, each once, the longest.

        ``kept`` is what `measure` found.
        """
        there = kept[sentence.block, sentence.start]
        return _surfaces(sentence, {(first, last) for number, first, last in there if number == concept})

    def _find(self, passages: Passages) -> _Places:
        """All phrases of all passages; a phrase does not reach over a sentence's end."""
        hits = self._finder.find(passages.stems, passages.written)
        numbers = self._numbers
        keys = np.array([numbers[key] for key, _, _ in hits], dtype=np.intp)
        firsts = np.array([first for _, first, _ in hits], dtype=np.intp)
        lasts = np.array([last for _, _, last in hits], dtype=np.intp)
        sentences = passages.owners[firsts]
        inside = sentences == passages.owners[lasts - 1]
        return _Places(keys[inside], firsts[inside], lasts[inside], sentences[inside])

    def _by_sentence(self, passages: Passages, found: _Places) -> Kept:
        starts = passages.starts[found.sentences]
        columns = (self._of_concept[found.keys], found.firsts - starts, found.lasts - starts)
        spots = list(zip(*(column.tolist() for column in columns), strict=True))
        bounds = np.searchsorted(found.sentences, np.arange(len(passages.sentences) + 1)).tolist()
        return {
            (sentence.block, sentence.start): spots[begin:end]
            for sentence, begin, end in zip(passages.sentences, bounds, bounds[1:], strict=False)
        }

    def _table(self, passages: Passages, found: _Places) -> csr_matrix:
        """1 where a sentence (row) holds a key (column)."""
        shape = (len(passages.sentences), len(self._keys))
        rows, columns = np.divmod(np.unique(found.sentences * shape[1] + found.keys), shape[1])
        return csr_matrix((np.ones(len(rows)), columns, np.searchsorted(rows, np.arange(shape[0] + 1))), shape=shape)

    def _covered(self, passages: Passages, found: _Places) -> NDArray[np.float64]:
        """For each sentence (row) and concept (column) the words with subject matter that its phrases cover."""
        chosen = np.flatnonzero(self._kinds[found.keys] != KINDS.index("turned"))
        firsts, sizes = found.firsts[chosen], (found.lasts - found.firsts)[chosen]
        words = np.arange(sizes.sum()) + np.repeat(firsts - np.cumsum(sizes) + sizes, sizes)
        concepts = np.repeat(self._of_concept[found.keys[chosen]], sizes)
        subject = passages.content[words]
        width = len(self._concepts)
        words, concepts = np.divmod(np.unique(words[subject] * width + concepts[subject]), width)
        rows = len(passages.sentences)
        counts = np.bincount(passages.owners[words] * width + concepts, minlength=rows * width)
        return counts.reshape(rows, width).astype(np.float64)

    def _different(self, there: csr_matrix) -> list[NDArray[np.float64]]:
        """For each kind how many different keys of each concept (column) stand in each window (row)."""
        windows, concepts = there.shape[0], len(self._concepts)
        width = len(KINDS) * concepts
        rows = np.repeat(np.arange(windows), np.diff(there.indptr))
        columns = (self._kinds * concepts + self._of_concept)[there.indices]
        numbers = np.bincount(rows * width + columns, minlength=windows * width)
        return np.hsplit(numbers.reshape(windows, width).astype(np.float64), len(KINDS))


def _parsed(key: str) -> _Key:
    number, kind, place = key.split()
    return int(number), kind, int(place)


def _surfaces(sentence: EssaySentence, spans: set[tuple[int, int]]) -> tuple[str, ...]:
    longest: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not longest or span[1] > longest[-1][1]:
            longest.append(span)
    text, tokens = sentence.analysis.text, sentence.tokens
    return tuple(dict.fromkeys(text[tokens[first].start : tokens[last - 1].end] for first, last in longest))
