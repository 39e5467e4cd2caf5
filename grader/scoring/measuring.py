"""The scorers of a rubric's concepts, ready to measure essays."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from grader.records.store import Store
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.catalogue import SCORERS
from grader.scoring.keyword import Kept, KeywordScorer
from grader.scoring.lexicon import Lexicon, LexiconScorer
from grader.scoring.linear import Array
from grader.scoring.passages import EssaySentence, Passages
from grader.scoring.scorer import Measures
from grader.scoring.signals import window_signals
from grader.scoring.spelling import mended, prepare


class Measurer:
    """All scorers together.

    Args:
        concepts: by id; their order is the order of columns.
        language: of the essays.
        lexicon: what was learned of words.
        store: keeps for the next run what takes long to work out.
    """

    def __init__(
        self, concepts: Mapping[str, Concept], language: Language, lexicon: Lexicon, store: Store | None = None
    ) -> None:
        self._concepts = concepts
        self._lexicon = LexiconScorer(concepts, lexicon)
        self._scorers = [*(ready(concepts, language, store) for ready in SCORERS.values()), self._lexicon]
        self._speller = prepare(concepts, lexicon.terms, language, store)
        self._keyword = next(scorer for scorer in self._scorers if isinstance(scorer, KeywordScorer))

    @property
    def knows(self) -> NDArray[np.bool_]:
        """For each concept whether the lexicon knows it."""
        return self._lexicon.known

    def mended(self, passages: Passages) -> Passages:
        """The same passages, with typing errors counted as the words that were meant; all offsets stay."""
        return mended(passages, self._speller)

    def signals(self, passages: Passages, kept: Kept | None = None) -> dict[str, Array]:
        """The signals of all windows; see `grader.scoring.signals.window_signals`.

        What phrases were found in each sentence is put into ``kept``, if given, for `phrases`.
        """
        measures: Measures = self._keyword.measure(passages, kept)
        for scorer in self._scorers:
            if scorer is not self._keyword:
                measures |= scorer.measure(passages)
        return window_signals(passages, measures, self._concepts)

    def known_pairs(self, passages: Passages) -> float:
        """Share of the essay's pairs of neighbouring words that the lexicon knows; 1 for an essay without any."""
        return self._lexicon.known_pairs(passages)

    def phrases(self, sentence: EssaySentence, concept: int, kept: Kept) -> tuple[str, ...]:
        """The phrases of a concept (by its number) in a sentence that was measured, as they stand there."""
        return self._keyword.phrases(sentence, concept, kept)
