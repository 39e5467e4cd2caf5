"""From an essay to a label, a confidence and quotes for every concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from grader.records.essay import Essay
from grader.records.score import Evidence, Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.catalogue import SCORERS
from grader.scoring.judge import Array, Belief, Judge
from grader.scoring.keyword import KeywordScorer
from grader.scoring.passages import Passages, Window, cut, slabs
from grader.scoring.scorer import Measures

THRESHOLD = 0.5
MOST_QUOTES = 3
FURTHER = 0.75
"""A quote beside the best one must be this convincing; otherwise it would only blur what the label rests on."""
UNSURE = 0.65
"""Below this confidence a person should look at the label."""
SINGLE = 0.02
"""A longer window must be more convincing by so much than a shorter one, or the shorter quote is shown."""


SHOWN = ("like_exemplar", "turned")
"""Measures that are shown beside a label, or told as a doubt."""
Shown = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far an essay covers one concept; see `grader.records.score.ConceptScore` for the fields."""

    label: Label
    confidence: float
    evidence: tuple[Evidence, ...]
    doubts: tuple[str, ...]


class CoverageScorer:
    """Scores all concepts of a rubric, one essay at a time; remembers nothing of an essay.

    Args:
        concepts: by id.
        places: for each concept the ids of the sections that it is looked for in; empty for everywhere. When none of
            those sections was found in an essay, it is looked for everywhere.
        language: of the essays.
        judge: turns measures into degrees of belief.
    """

    def __init__(
        self,
        concepts: Mapping[str, Concept],
        places: Mapping[str, frozenset[str]],
        language: Language,
        judge: Judge,
    ) -> None:
        self._concepts = concepts
        self._places = places
        self._language = language
        self._judge = judge
        self._scorers = [prepare(concepts, language) for prepare in SCORERS.values()]
        self._keyword = next(scorer for scorer in self._scorers if isinstance(scorer, KeywordScorer))

    def score(self, essay: Essay) -> dict[str, Coverage]:
        """The coverage of every concept, in the order of the concepts."""
        passages = cut(essay, self._language)
        if not passages.windows:
            return {concept: Coverage(Label.ABSENT, 1.0, (), ()) for concept in self._concepts}
        measures, belief = self._measure(passages)
        scores: dict[str, Coverage] = {}
        for column, concept in enumerate(self._concepts):
            allowed = self._allowed(passages, self._places.get(concept, frozenset()))
            mentioned = np.where(allowed, np.maximum(belief.mentioned[:, column], belief.explained[:, column]), 0.0)
            explained = np.where(allowed, belief.explained[:, column], 0.0)
            scores[concept] = self._label(passages, measures, column, mentioned, explained)
        return scores

    def _measure(self, passages: Passages) -> tuple[Shown, Belief]:
        """What the labels need of all windows; worked out slab by slab, so that no essay takes much memory."""
        shape = (len(passages.windows), len(self._concepts))
        whole = {name: np.empty(shape, dtype=np.float32) for name in SHOWN}
        belief = Belief(np.empty(shape), np.empty(shape))
        done = 0
        for slab in slabs(passages):
            measures: Measures = {}
            for scorer in self._scorers:
                measures |= scorer.measure(slab)
            believed = self._judge.judge(slab, measures, self._concepts)
            rows = slice(done, done + len(slab.windows))
            belief.mentioned[rows], belief.explained[rows] = believed.mentioned, believed.explained
            for name in SHOWN:
                whole[name][rows] = measures[name]
            done = rows.stop
        return whole, belief

    def _label(self, passages: Passages, measures: Shown, column: int, mentioned: Array, explained: Array) -> Coverage:
        most, least = float(explained.max()), float(mentioned.max())
        if most >= THRESHOLD:
            label, confidence, strength = Label.EXPLAINED, most, explained
        elif least >= THRESHOLD:
            label, confidence, strength = Label.MENTIONED, min(least, 1.0 - most), mentioned
        else:
            return Coverage(Label.ABSENT, 1.0 - least, (), _doubts(1.0 - least, turned=False))
        best = _best_windows(passages.windows, strength)
        quotes = [quote for row in best for quote in self._quotes(passages, measures, row, column)]
        turned = any(measures["turned"][row, column] > 0 for row in best)
        return Coverage(label, confidence, tuple(quotes[:MOST_QUOTES]), _doubts(confidence, turned=turned))

    def _quotes(self, passages: Passages, measures: Shown, row: int, column: int) -> list[Evidence]:
        """The window's text, one quote a block, verbatim."""
        window = passages.windows[row]
        document = passages.essay.document
        quotes: list[Evidence] = []
        sentences = passages.sentences[window.first : window.last]
        for block, members in groupby(sentences, key=lambda sentence: (sentence.block, sentence.offset)):
            stretch = list(members)
            start, end = stretch[0].start, stretch[-1].end
            phrases = [phrase for sentence in stretch for phrase in self._keyword.phrases(sentence, column)]
            quotes.append(
                Evidence(
                    block=block[0],
                    start=start,
                    end=end,
                    quote=document.blocks[block[0]].text[start:end],
                    place=document.blocks[block[0]].place,
                    similarity=round(float(measures["like_exemplar"][row, column]), 4),
                    phrases=tuple(dict.fromkeys(phrases)),
                )
            )
        return quotes

    def _allowed(self, passages: Passages, sections: frozenset[str]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        inside = np.array(
            [passages.sentences[window.first].section in sections for window in passages.windows], dtype=np.bool_
        )
        return inside if sections and inside.any() else np.ones(len(passages.windows), dtype=np.bool_)


def _best_windows(windows: tuple[Window, ...], strength: Array) -> list[int]:
    """Rows of the most convincing windows, which share no sentence; a shorter one goes before a slightly better one."""
    spans = np.array([window.last - window.first for window in windows])
    order = np.lexsort((np.arange(len(windows)), -(strength - SINGLE * spans)))
    chosen: list[int] = []
    taken: set[int] = set()
    for row in order.tolist():
        members = set(range(windows[row].first, windows[row].last))
        if strength[row] >= (FURTHER if chosen else THRESHOLD) and not members & taken:
            chosen.append(row)
            taken |= members
        if len(chosen) == MOST_QUOTES:
            break
    return chosen


def _doubts(confidence: float, *, turned: bool) -> tuple[str, ...]:
    doubts = ["low-confidence"] if confidence < UNSURE else []
    if turned:
        doubts.append("contradiction")
    return tuple(doubts)
