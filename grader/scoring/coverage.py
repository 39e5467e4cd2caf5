"""From an essay to a label, a confidence and quotes for every concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from grader.records.score import Evidence, Label
from grader.records.store import Store
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.judge import Belief, Judge, Peaks, peaks_of
from grader.scoring.keyword import Kept
from grader.scoring.linear import Array
from grader.scoring.measuring import Measurer
from grader.scoring.parameters import Parameters
from grader.scoring.passages import Passages, Window, slabs
from grader.scoring.unlike import unlike

MOST_QUOTES = 3
FURTHER = 0.75
"""A quote beside the best one must be this convincing; otherwise it would only blur what the label rests on."""
UNSURE = 0.6
"""Below this confidence a person should look at the label."""
SINGLE = 0.02
"""A longer window must be more convincing by so much than a shorter one, or the shorter quote is shown."""

MOSTLY = 0.5
"""Share of a rubric's concepts that must have been learned, to tell whether an essay is unlike those learned on."""

SHOWN = ("like_exemplar", "turned")
"""Signals that are shown beside a label, or told as a doubt."""
Shown = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far an essay covers one concept; see `grader.records.score.ConceptScore` for the fields.

    ``expected`` is the expected label, 0 (absent) to 2 (explained); the label is the nearest.
    """

    label: Label
    confidence: float
    evidence: tuple[Evidence, ...]
    doubts: tuple[str, ...]
    expected: float


@dataclass(frozen=True, slots=True)
class Scored:
    """What scoring makes of an essay.

    Attributes:
        coverage: of every concept, in the order of the concepts.
        unlike: in what the essay is unlike those learned on, see `grader.scoring.unlike`; ``None`` when it is not.
    """

    coverage: Mapping[str, Coverage]
    unlike: str | None = None


class CoverageScorer:
    """Scores all concepts of a rubric, one essay at a time; remembers nothing of an essay.

    Args:
        concepts: by id.
        places: for each concept the ids of the sections that it is looked for in; empty for everywhere. When none of
            those sections was found in an essay, it is looked for everywhere.
        language: of the essays.
        parameters: what was learned.
        store: keeps for the next run what takes long to work out.
    """

    def __init__(
        self,
        concepts: Mapping[str, Concept],
        places: Mapping[str, frozenset[str]],
        language: Language,
        parameters: Parameters,
        store: Store | None = None,
    ) -> None:
        self._concepts = concepts
        self._places = [places.get(concept, frozenset[str]()) for concept in concepts]
        self._measurer = Measurer(concepts, language, parameters.lexicon, store)
        offsets = [parameters.offsets.get(concept, (0.0, 0.0)) for concept in concepts]
        self._judge = Judge(
            parameters.known, parameters.others, self._measurer.knows, np.array(offsets).reshape(-1, 2).T
        )
        self._cuts = parameters.cuts
        self._usual = parameters.usual

    def score(self, passages: Passages) -> Scored:
        """The coverage of every concept, and whether the essay is one whose like was never learned on."""
        if not passages.windows or not self._concepts:
            return Scored({concept: Coverage(Label.ABSENT, 1.0, (), (), 0.0) for concept in self._concepts})
        passages = self._measurer.mended(passages)
        allowed = self._allowed(passages)
        phrases: Kept = {}
        shown, belief, peaks = self._weigh(passages, allowed, phrases)
        mentioned, explained = self._judge.conclude(peaks)
        spans = np.array([window.last - window.first for window in passages.windows], dtype=np.intp)
        scores: dict[str, Coverage] = {}
        for column, concept in enumerate(self._concepts):
            likely = float(mentioned[column]), float(explained[column])
            label = Label(int(np.searchsorted(self._cuts, sum(likely), side="right")))
            confidence = (1.0 - likely[0], likely[0] - likely[1], likely[1])[label]
            if label is Label.ABSENT:
                scores[concept] = Coverage(label, confidence, (), _doubts(confidence, turned=False), sum(likely))
                continue
            strength = belief.explained if label is Label.EXPLAINED else np.maximum(belief.mentioned, belief.explained)
            rows = _best_windows(passages.windows, spans, np.where(allowed[:, column], strength[:, column], -1.0))
            turned = any(shown["turned"][row, column] > 0 for row in rows)
            quotes = [quote for row in rows for quote in self._quotes(passages, shown, row, column, phrases)]
            scores[concept] = Coverage(
                label, confidence, tuple(quotes[:MOST_QUOTES]), _doubts(confidence, turned=turned), sum(likely)
            )
        return Scored(scores, self._unlike(passages, peaks, scores))

    def _unlike(self, passages: Passages, peaks: Peaks, scores: Mapping[str, Coverage]) -> str | None:
        """Of concepts that were never learned nobody knows what is usual; then most essays would be unlike."""
        if self._measurer.knows.mean() < MOSTLY:
            return None
        found = np.array([each.label is not Label.ABSENT for each in scores.values()])
        named = int((found & (peaks.names > 0)).sum())
        return unlike(self._usual, int(found.sum()), named, self._measurer.known_pairs(passages))

    def _weigh(self, passages: Passages, allowed: NDArray[np.bool_], phrases: Kept) -> tuple[Shown, Belief, Peaks]:
        """What the labels need of all windows; worked out slab by slab, so that no essay takes much memory."""
        shape = (len(passages.windows), len(self._concepts))
        shown = {name: np.empty(shape, dtype=np.float32) for name in SHOWN}
        belief = Belief(np.empty(shape), np.empty(shape))
        peaks: list[Peaks] = []
        done = 0
        for slab in slabs(passages):
            signals = self._measurer.signals(slab, phrases)
            believed = self._judge.weigh(signals)
            rows = slice(done, done + len(slab.windows))
            belief.mentioned[rows], belief.explained[rows] = believed.mentioned, believed.explained
            for name in SHOWN:
                shown[name][rows] = signals[name]
            single = np.array([window.last - window.first == 1 for window in slab.windows], dtype=np.bool_)
            peaks.append(peaks_of(signals, believed, allowed[rows], single))
            done = rows.stop
        return shown, belief, reduce(Peaks.joined, peaks)

    def _quotes(self, passages: Passages, shown: Shown, row: int, column: int, phrases: Kept) -> list[Evidence]:
        """The window's text, one quote a block, verbatim."""
        window = passages.windows[row]
        document = passages.essay.document
        quotes: list[Evidence] = []
        sentences = passages.sentences[window.first : window.last]
        for block, members in groupby(sentences, key=lambda sentence: (sentence.block, sentence.offset)):
            stretch = list(members)
            start, end = stretch[0].start, stretch[-1].end
            found = [phrase for sentence in stretch for phrase in self._measurer.phrases(sentence, column, phrases)]
            quotes.append(
                Evidence(
                    block=block[0],
                    start=start,
                    end=end,
                    quote=document.blocks[block[0]].text[start:end],
                    place=document.blocks[block[0]].place,
                    similarity=round(float(shown["like_exemplar"][row, column]), 4),
                    phrases=tuple(dict.fromkeys(found)),
                )
            )
        return quotes

    def _allowed(self, passages: Passages) -> NDArray[np.bool_]:
        """Where each concept is looked for: one row a window, one column a concept."""
        allowed = np.ones((len(passages.windows), len(self._concepts)), dtype=np.bool_)
        for sections in {sections for sections in self._places if sections}:
            inside = [passages.sentences[window.first].section in sections for window in passages.windows]
            if any(inside):
                columns = [column for column, wanted in enumerate(self._places) if wanted == sections]
                allowed[:, columns] = np.array(inside, dtype=np.bool_)[:, np.newaxis]
        return allowed


def _best_windows(windows: tuple[Window, ...], spans: NDArray[np.intp], strength: Array) -> list[int]:
    """Rows of the most convincing windows, which share no sentence; a shorter one goes before a slightly better one.

    ``spans`` are the sentences that each holds; ``strength`` is at least 0 where a window may be chosen.
    """
    worth = np.where(strength >= 0.0, strength - SINGLE * spans, -np.inf)
    further = np.flatnonzero(strength >= FURTHER)
    rows = [int(worth.argmax()), *further[np.argsort(-worth[further], kind="stable")].tolist()]
    chosen: list[int] = []
    taken: set[int] = set()
    for row in rows:
        members = set(range(windows[row].first, windows[row].last))
        if not members & taken:
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
