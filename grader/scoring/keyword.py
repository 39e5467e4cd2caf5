"""Phrases of the rubric found in the essay: names, groups, items, contradictions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from grader.records.text import Analysis, Language
from grader.rubric.schema import Concept
from grader.scoring.passages import EssaySentence, Passages
from grader.scoring.scorer import Measures

NEAR = 2
"""A name counts as given by the context when it stands in so many sentences before, or in the heading above."""
CONTEXT_NAME = 0.5
"""What a name in the context counts, against 1 for a name in the window itself."""
CONNECTED = frozenset({"name", "group", "item"})

_Key = tuple[int, str, int]
"""Concept's number; ``name``, ``group``, ``item`` or ``turned``; number of the group or item."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What one sentence holds: the keys, and for each concept the words that its phrases cover."""

    keys: frozenset[_Key]
    covered: Mapping[int, frozenset[int]]


class KeywordScorer:
    """Counts phrases, for every window and concept.

    - ``name``: 1 when a name of the concept stands in the window, `CONTEXT_NAME` when it stands near, else 0;
    - ``groups``: share of the phrase groups that are there, 0 to 1 (0 for a concept without groups);
    - ``items``: number of different items, divided by how many are needed (0 for a concept without items);
    - ``telling``: words with subject matter in the window that belong to no phrase of the concept, for each phrase
      found; a bare list of terms has few, an explanation has many;
    - ``turned``: 1 when a wording stands there that turns the concept round, else 0.

    Args:
        concepts: by id; their order is the order of columns.
        language: finds the phrases.
    """

    def __init__(self, concepts: Mapping[str, Concept], language: Language) -> None:
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
        self._items_needed = np.array([concept.items_needed for concept in self._concepts], dtype=np.float64)
        self._groups = np.array([max(1, len(concept.groups)) for concept in self._concepts], dtype=np.float64)

    def measure(self, passages: Passages) -> Measures:
        """See `grader.scoring.scorer.Scorer.measure`."""
        found = self._find(passages)
        context = self._context(passages, found)
        shape = (len(passages.windows), len(self._concepts))
        name, groups, items, telling, turned = (np.zeros(shape) for _ in range(5))
        content = [sum(not token.function for token in sentence.tokens) for sentence in passages.sentences]
        for row, window in enumerate(passages.windows):
            span = range(window.first, window.last)
            keys = frozenset[_Key]().union(*(found[index].keys for index in span))
            words = sum(content[index] for index in span)
            hits: dict[int, int] = {}
            for number, kind, _ in keys:
                if kind == "name":
                    name[row, number] = 1.0
                elif kind == "group":
                    groups[row, number] += 1
                elif kind == "item":
                    items[row, number] += 1
                else:
                    turned[row, number] = 1.0
                if kind in CONNECTED:
                    hits[number] = hits.get(number, 0) + 1
            for number, count in hits.items():
                covered = sum(len(found[index].covered.get(number, ())) for index in span)
                telling[row, number] = max(0, words - covered) / count
            for number in context[window.first]:
                name[row, number] = max(name[row, number], CONTEXT_NAME)
        return {
            "name": name,
            "groups": groups / self._groups,
            "items": items / self._items_needed,
            "telling": telling,
            "turned": turned,
        }

    def phrases(self, sentence: EssaySentence) -> Mapping[int, tuple[str, ...]]:
        """By number of the concept its phrases in a sentence, as they stand there, in order, each once, the longest."""
        alone = _alone(sentence)
        spans: dict[int, set[tuple[int, int]]] = {}
        for (number, _, _), first, last in self._hits(alone):
            spans.setdefault(number, set()).add((first, last))
        return {number: _surfaces(alone, found) for number, found in spans.items()}

    def _find(self, passages: Passages) -> list[_Found]:
        found: list[_Found] = []
        for sentence in passages.sentences:
            tokens = sentence.tokens
            keys: set[_Key] = set()
            covered: dict[int, set[int]] = {}
            for key, first, last in self._hits(_alone(sentence)):
                keys.add(key)
                if key[1] in CONNECTED:
                    content = (index for index in range(first, last) if not tokens[index].function)
                    covered.setdefault(key[0], set()).update(content)
            found.append(_Found(frozenset(keys), {number: frozenset(words) for number, words in covered.items()}))
        return found

    def _context(self, passages: Passages, found: list[_Found]) -> list[frozenset[int]]:
        """For each sentence the concepts named in the heading above it or in the sentences just before it."""
        headings: dict[int, frozenset[int]] = {}
        context: list[frozenset[int]] = []
        for index, sentence in enumerate(passages.sentences):
            named: set[int] = set()
            if sentence.heading is not None:
                if id(sentence.heading) not in headings:
                    keys = (key for key, _, _ in self._hits(sentence.heading))
                    headings[id(sentence.heading)] = frozenset(number for number, kind, _ in keys if kind == "name")
                named |= headings[id(sentence.heading)]
            for before in range(max(0, index - NEAR), index):
                named |= {number for number, kind, _ in found[before].keys if kind == "name"}
            context.append(frozenset(named))
        return context

    def _hits(self, analysis: Analysis) -> list[tuple[_Key, int, int]]:
        hits: list[tuple[_Key, int, int]] = []
        for hit in self._finder.find(analysis):
            number, kind, place = hit.key.split()
            hits.append(((int(number), kind, int(place)), hit.first, hit.last))
        return hits


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
