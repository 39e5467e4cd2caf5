"""Learns all parameters from labelled essays and passages.

1. The lexicon, from passages alone (`grader.learning.lexicon`). No essay has a part in it, so its signals of an essay
   are those of an essay never seen, also while learning from that essay.
2. How windows are judged: an essay's label says that *some* window explains a concept, not which. The window is the one
   that is believed most so far, among those with the expert's sentence where one is named; learning it changes the
   belief; three rounds.
3. How labels are judged from what stands out among the windows, with an offset for each concept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from grader.errors import GraderError
from grader.learning.evidence import windows_with
from grader.learning.examples import LabelledEssay, LabelledPassage
from grader.learning.lexicon import fit_lexicon, of_rubric
from grader.learning.regression import fit
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.judge import Belief, Judgement, Peaks, label_signals, peaks_of
from grader.scoring.linear import Array, Levels, Linear
from grader.scoring.measuring import Measurer
from grader.scoring.parameters import Parameters
from grader.scoring.passages import cut, without
from grader.scoring.polarity import denied
from grader.scoring.signals import OF_LEXICON, OF_RUBRIC
from grader.scoring.unlike import FEWEST, Usual

ROUNDS: Final = 3
WINDOW_FREEDOM: Final = 0.3
LABEL_FREEDOM: Final = 0.01
CUTS: Final = (0.5, 1.5)
"""An expected label is rounded to the nearest: that is the least expected squared error."""
UNUSUAL: Final = 5
"""Percent of the essays learned on that count as unusual."""
LEVELS: Final = (Label.MENTIONED, Label.EXPLAINED)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An essay, ready to be learned from.

    Attributes:
        signals: of its windows; one row a window, one column a concept.
        single: windows of one sentence.
        labels: of the concepts in their order; -1 where there is none.
        evidence: by number of the concept the windows that hold the expert's sentence; empty when none does.
        known_pairs: share of its pairs of words that the lexicon knows.
    """

    signals: Mapping[str, NDArray[np.float32]]
    single: NDArray[np.bool_]
    labels: NDArray[np.intp]
    evidence: Mapping[int, Sequence[int]]
    known_pairs: float

    def wide(self) -> dict[str, Array]:
        """The signals in the precision that they are judged in."""
        return {name: values.astype(np.float64) for name, values in self.signals.items()}


class Learner:
    """Learns from any choice of essays with one lexicon.

    Args:
        concepts: by id.
        language: of essays and passages.
        passages: labelled; the rubric's own sentences are added to them.
    """

    def __init__(
        self, concepts: Mapping[str, Concept], language: Language, passages: Sequence[LabelledPassage]
    ) -> None:
        self._concepts = concepts
        self._language = language
        self.lexicon = fit_lexicon([*of_rubric(concepts), *passages], tuple(concepts), language)
        self._measurer = Measurer(concepts, language, self.lexicon)

    def prepare(self, labelled: LabelledEssay) -> Prepared | None:
        """Measure an essay; ``None`` when it has no text."""
        passages = cut(labelled.essay, self._language)
        passages = self._measurer.mended(without(passages, denied(passages)))
        if not passages.windows:
            return None
        columns = {concept: number for number, concept in enumerate(self._concepts)}
        evidence = {
            columns[concept]: windows_with(sentence, passages)
            for concept, sentence in labelled.evidence.items()
            if concept in columns
        }
        signals = self._measurer.signals(passages)
        return Prepared(
            signals={name: values.astype(np.float32) for name, values in signals.items()},
            single=np.array([window.last - window.first == 1 for window in passages.windows]),
            labels=np.array([labelled.labels.get(concept, -1) for concept in self._concepts], dtype=np.intp),
            evidence={number: rows for number, rows in evidence.items() if rows},
            known_pairs=self._measurer.known_pairs(passages),
        )

    def learn(self, essays: Sequence[Prepared], provenance: Mapping[str, Any]) -> Parameters:
        """Learn from essays.

        Args:
            essays: with labels of both kinds, absent and explained.
            provenance: what the parameters are learned from, kept with them.

        Raises:
            GraderError: G130 when one of the two is missing: nothing can be told apart then.
        """
        if not {Label.ABSENT, Label.EXPLAINED} <= {label for essay in essays for label in essay.labels.tolist()}:
            raise GraderError("G130")
        known, offsets = _judgement(essays, (*OF_RUBRIC, *OF_LEXICON), tuple(self._concepts))
        others, _ = _judgement(essays, OF_RUBRIC, ())
        return Parameters(
            provenance=provenance,
            lexicon=self.lexicon,
            known=known,
            others=others,
            offsets=offsets,
            cuts=CUTS,
            usual=_usual(essays),
        )


def _usual(essays: Sequence[Prepared]) -> Usual:
    """What `UNUSUAL` percent of the essays fall below."""
    named: list[float] = []
    for essay in essays:
        found = essay.labels > 0
        if found.sum() >= FEWEST:
            names = essay.signals["name"][essay.single].max(axis=0, initial=0.0) > 0
            named.append(float(np.mean(names[found])))
    pairs = [essay.known_pairs for essay in essays]
    lowest = [round(float(np.percentile(values, UNUSUAL)), 3) if values else 0.0 for values in (named, pairs)]
    return Usual(named=lowest[0], known_pairs=lowest[1])


def _judgement(
    essays: Sequence[Prepared], names: Sequence[str], concepts: Sequence[str]
) -> tuple[Judgement, dict[str, tuple[float, float]]]:
    """Both steps, by some of the signals; offsets for the concepts named."""
    belief: dict[Label, list[Array]] = {}
    windows: dict[Label, Linear] = {}
    for level in LEVELS:
        windows[level], belief[level] = _windows(essays, names, level)
    peaks = [
        _peaks(essay, Belief(mentioned, explained))
        for essay, mentioned, explained in zip(essays, belief[Label.MENTIONED], belief[Label.EXPLAINED], strict=True)
    ]
    signals = [label_signals(each) for each in peaks]
    used = [name for name in signals[0] if name.rpartition(" ")[2] in names or " " not in name]
    has = [essay.labels >= 0 for essay in essays]
    rows = np.concatenate([np.stack([s[name][h] for name in used], axis=1) for s, h in zip(signals, has, strict=True)])
    labels = np.concatenate([essay.labels[h] for essay, h in zip(essays, has, strict=True)])
    group = np.concatenate([np.flatnonzero(h) for h in has]) if concepts else None
    fitted = {level: fit(rows, labels >= level, used, LABEL_FREEDOM, concepts, group) for level in LEVELS}
    (mentioned, low), (explained, high) = fitted[Label.MENTIONED], fitted[Label.EXPLAINED]
    judgement = Judgement(Levels(windows[Label.MENTIONED], windows[Label.EXPLAINED]), Levels(mentioned, explained))
    return judgement, {concept: (low[concept], high[concept]) for concept in concepts}


def _peaks(essay: Prepared, belief: Belief) -> Peaks:
    allowed = np.ones(belief.explained.shape, dtype=np.bool_)
    return peaks_of(essay.wide(), belief, allowed, essay.single)


def _windows(essays: Sequence[Prepared], names: Sequence[str], level: Label) -> tuple[Linear, list[Array]]:
    """How windows are judged, and what is then believed of each essay's windows."""
    belief = [_first_guess(essay, level if OF_LEXICON[0] in names else None) for essay in essays]
    linear = Linear(0.0, {})
    for _ in range(ROUNDS):
        rows: list[Array] = []
        positive: list[NDArray[np.bool_]] = []
        for essay, believed in zip(essays, belief, strict=True):
            chosen = _chosen(essay, believed, level)
            has = np.flatnonzero(essay.labels >= 0)
            rows.append(np.stack([essay.signals[name][chosen[has], has] for name in names], axis=1).astype(np.float64))
            positive.append(essay.labels[has] >= level)
        linear, _offsets = fit(np.concatenate(rows), np.concatenate(positive), names, WINDOW_FREEDOM)
        belief = [linear.likelihood(essay.wide()) for essay in essays]
    return linear, belief


def _first_guess(essay: Prepared, level: Label | None) -> Array:
    signals = essay.signals
    guess: Array = (signals["like_exemplar"] + 0.5 * signals["groups"]).astype(np.float64)
    if level is not None:
        guess += 0.1 * signals["known_mentioned" if level is Label.MENTIONED else "known_explained"]
    return guess


def _chosen(essay: Prepared, believed: Array, level: Label) -> NDArray[np.intp]:
    """For each concept the window that its label is taken to rest on."""
    chosen: NDArray[np.intp] = believed.argmax(axis=0)
    for number, rows in essay.evidence.items():
        if essay.labels[number] >= level:
            chosen[number] = rows[int(np.argmax(believed[list(rows), number]))]
    return chosen
