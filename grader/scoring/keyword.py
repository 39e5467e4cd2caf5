"""Phrases of the rubric found in the essay: names, groups, items, contradictions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.records.store import Store
from grader.records.text import Analysis, Language
from grader.rubric.schema import Concept
from grader.scoring.passages import EssaySentence, Passages, membership
from grader.scoring.scorer import Measures

KINDS = ("name", "group", "item", "turned")
CONNECTED = frozenset({"name", "group", "item"})

_Key = tuple[int, str, int]
"""Concept's number; ``name``, ``group``, ``item`` or ``turned``; number of the group or item."""


_Hits = list[tuple[_Key, int, int]]
"""Key, first token and one past the last."""
Kept = dict[tuple[int, int], _Hits]
"""What was found in each sentence of an essay, by its block and first character."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one sentence holds: keys, words with subject matter, and how many of them each concept's phrases cover."""

    keys: frozenset[_Key]
    content: int
    covered: Mapping[int, int]


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
        self._items_needed = np.array([concept.items_needed for concept in self._concepts], dtype=np.float64)
        self._groups = np.array([max(1, len(concept.groups)) for concept in self._concepts], dtype=np.float64)

    def measure(self, passages: Passages, kept: Kept | None = None) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`; what is found in each sentence is put into ``kept``, if given."""
        found = self._find(passages, {} if kept is None else kept)
        sums = membership(passages)
        there = sums @ _table((each.keys for each in found), list(self._keys.values()))
        covered = sums @ _counts((each.covered for each in found), len(self._concepts))
        words = (sums @ np.array([each.content for each in found], dtype=np.float64))[:, np.newaxis]
        kinds = dict(zip(KINDS, self._numbers(there), strict=True))
        phrases = kinds["name"] + kinds["group"] + kinds["item"]
        own_words = np.maximum(0.0, words - covered) / np.maximum(phrases, 1.0)
        return {
            "name": kinds["name"],
            "groups": kinds["group"] / self._groups,
            "items": kinds["item"] / self._items_needed,
            "telling": np.where(phrases > 0, own_words, 0.0),
            "turned": kinds["turned"],
        }

    @cached_property
    def _columns(self) -> NDArray[np.intp]:
        """For each key its column in a table of the concepts for each kind, side by side."""
        concepts = len(self._concepts)
        columns = [KINDS.index(kind) * concepts + number for number, kind, _ in self._keys.values()]
        return np.array(columns, dtype=np.intp)

    def _numbers(self, there: csr_matrix) -> list[NDArray[np.float64]]:
        """For each kind how many different keys of each concept (column) stand in each window (row)."""
        windows, width = there.shape[0], len(KINDS) * len(self._concepts)
        rows = np.repeat(np.arange(windows), np.diff(there.indptr))
        numbers = np.bincount(rows * width + self._columns[there.indices], minlength=windows * width)
        return np.hsplit(numbers.reshape(windows, width).astype(np.float64), len(KINDS))

    def phrases(self, sentence: EssaySentence, concept: int, kept: Kept | None = None) -> tuple[str, ...]:
        """The phrases of a concept (by its number) in a sentence: as they stand there, each once, the longest.

        ``kept`` is what `measure` found in the sentences, to save looking once more.
        """
        alone = _alone(sentence)
        hits = self._hits(alone) if kept is None else kept[sentence.block, sentence.start]
        return _surfaces(alone, {(first, last) for (number, _, _), first, last in hits if number == concept})

    def _find(self, passages: Passages, kept: Kept) -> list[_Found]:
        found: list[_Found] = []
        for _, group in groupby(passages.sentences, key=lambda sentence: id(sentence.analysis)):
            sentences = list(group)
            for sentence, hits in zip(sentences, self._by_sentence(sentences), strict=True):
                kept[sentence.block, sentence.start] = hits
                found.append(_covered(sentence, hits))
        return found

    def _by_sentence(self, sentences: Sequence[EssaySentence]) -> list[_Hits]:
        """What each of some sentences of one analysis holds; a phrase does not reach over a sentence's end."""
        hits = self._hits(sentences[0].analysis)
        firsts = [first for _, first, _ in hits]
        found: list[_Hits] = []
        for sentence in sentences:
            first, last = sentence.first, sentence.last
            own = hits[bisect_left(firsts, first) : bisect_left(firsts, last)]
            found.append([(key, begin - first, end - first) for key, begin, end in own if end <= last])
        return found

    def _hits(self, analysis: Analysis) -> _Hits:
        return [(self._keys[hit.key], hit.first, hit.last) for hit in self._finder.find(analysis)]


def _covered(sentence: EssaySentence, hits: _Hits) -> _Found:
    content = {index for index, token in enumerate(sentence.tokens) if not token.function}
    covered: dict[int, set[int]] = {}
    for (number, kind, _), first, last in hits:
        if kind in CONNECTED:
            covered.setdefault(number, set()).update(range(first, last))
    counts = {number: len(words & content) for number, words in covered.items()}
    return _Found(frozenset([key for key, _, _ in hits]), len(content), counts)


def _table(found: Iterable[Iterable[_Key]], keys: Sequence[_Key]) -> csr_matrix:
    """1 where a sentence (row) holds a key (column)."""
    places = {key: column for column, key in enumerate(keys)}
    rows = [[places[key] for key in held] for held in found]
    starts = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), dtype=np.intp)
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), len(keys)))


def _counts(covered: Iterable[Mapping[int, int]], concepts: int) -> NDArray[np.float64]:
    """For each sentence (row) and concept (column) the words that the concept's phrases cover."""
    rows = list(covered)
    table = np.zeros((len(rows), concepts))
    for row, counts in enumerate(rows):
        for number, words in counts.items():
            table[row, number] = words
    return table


def _parsed(key: str) -> _Key:
    number, kind, place = key.split()
    return int(number), kind, int(place)


def _alone(sentence: EssaySentence) -> Analysis:
    """A sentence as an analysis of its own: a phrase does not reach over its end."""
    return Analysis(sentence.analysis.text, sentence.tokens, ())


def _surfaces(analysis: Analysis, spans: set[tuple[int, int]]) -> tuple[str, ...]:
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return tuple(dict.fromkeys(_surface(analysis, first, last) for first, last in kept))


def _surface(analysis: Analysis, first: int, last: int) -> str:
    return analysis.text[analysis.tokens[first].start : analysis.tokens[last - 1].end]
