"""From signals to degrees of belief: of every window, then of the essay as a whole.

Both steps are logistic functions, the same for all concepts, so that a concept that nobody has labelled yet is judged
as well; the second adds a small offset for a concept that labels were learned for. There are two sets of them: one for
concepts that the lexicon knows, one for all others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from grader.scoring.linear import Array, Levels, Signals, logistic

LIKELY = 0.5
"""A window this likely explains its concept."""
TIMES = 9
"""Windows, and sentences with the name, are counted up to so many: saying it once more proves nothing more."""
_LEAST: Final = 1e-4

BEST: Final = "best "
MENTION: Final = "mention "
MOST: Final = "most "
"""Beginnings of the names of label signals: a window signal at the window that most likely explains the concept, at the
one that most likely mentions it, and the greatest of all windows."""
AT_MENTION: Final = (
    "name",
    "groups",
    "items",
    "like_exemplar",
    "nearer_mention",
    "nearer_confusable",
    "known_mentioned",
    "known_explained",
)
AT_MOST: Final = ("like_exemplar", "groups", "items", "known_mentioned", "known_explained")


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely each window mentions, and explains, each concept: one row a window, one column a concept, 0 to 1."""

    mentioned: Array
    explained: Array


@dataclass(frozen=True, slots=True)
class Peaks:
    """What stands out among the windows, for each concept; all arrays have one place a concept.

    Attributes:
        first: likelihood of the window that most likely explains the concept.
        second: of the next.
        third: of the one after.
        mentioned: of the window that most likely mentions it.
        times: windows that are at least `LIKELY` to explain it.
        names: sentences with its name.
        best: signals of the window of ``first``.
        mention: signals of the window of ``mentioned``.
        most: the greatest of each signal.
    """

    first: Array
    second: Array
    third: Array
    mentioned: Array
    times: Array
    names: Array
    best: Signals
    mention: Signals
    most: Signals

    def joined(self, other: Peaks) -> Peaks:
        """The peaks of two parts of an essay together."""
        three = -np.sort(
            -np.stack([self.first, self.second, self.third, other.first, other.second, other.third]), axis=0
        )

        def chosen(mine: Signals, theirs: Signals, better: NDArray[np.bool_]) -> Signals:
            return {name: np.where(better, theirs[name], mine[name]) for name in mine}

        return Peaks(
            first=three[0],
            second=three[1],
            third=three[2],
            mentioned=np.maximum(self.mentioned, other.mentioned),
            times=self.times + other.times,
            names=self.names + other.names,
            best=chosen(self.best, other.best, other.first > self.first),
            mention=chosen(self.mention, other.mention, other.mentioned > self.mentioned),
            most={name: np.maximum(values, other.most[name]) for name, values in self.most.items()},
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """The two steps: for windows, and for labels."""

    windows: Levels
    labels: Levels


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the concepts of one rubric.

    Attributes:
        known: for concepts that the lexicon knows.
        others: for all others.
        knows: for each concept whether the lexicon knows it.
        offsets: for each concept what its labels add to the log odds of mentioned and of explained: one row each.
    """

    known: Judgement
    others: Judgement
    knows: NDArray[np.bool_]
    offsets: Array

    def weigh(self, signals: Signals) -> Belief:
        """Judge windows: signals and beliefs have one row a window and one column a concept."""
        return Belief(
            self._either(lambda judgement: judgement.windows.mentioned.likelihood(signals)),
            self._either(lambda judgement: judgement.windows.explained.likelihood(signals)),
        )

    def conclude(self, peaks: Peaks) -> tuple[Array, Array]:
        """Judge the essay: for each concept how likely it is at least mentioned, and how likely explained."""
        signals = label_signals(peaks)
        mentioned = self._either(lambda judgement: judgement.labels.mentioned.log_odds(signals))
        explained = self._either(lambda judgement: judgement.labels.explained.log_odds(signals))
        at_least = logistic(mentioned + self.offsets[0])
        return at_least, np.minimum(logistic(explained + self.offsets[1]), at_least)

    def _either(self, judged: Callable[[Judgement], Array]) -> Array:
        if self.knows.all():
            return judged(self.known)
        if not self.knows.any():
            return judged(self.others)
        return np.where(self.knows, judged(self.known), judged(self.others))


def peaks_of(signals: Signals, belief: Belief, allowed: NDArray[np.bool_], single: NDArray[np.bool_]) -> Peaks:
    """What stands out among windows, of which there must be at least one.

    Args:
        signals: of the windows.
        belief: in them.
        allowed: where a concept is looked for; one row a window, one column a concept. Where it is not, a window counts
            as one that is not about the concept.
        single: windows of one sentence.
    """
    explained = np.where(allowed, belief.explained, 0.0)
    mentioned = np.where(allowed, belief.mentioned, 0.0)
    columns = np.arange(explained.shape[1])
    best, mention = explained.argmax(axis=0), mentioned.argmax(axis=0)
    three = -np.sort(-np.concatenate([explained, np.zeros((2, explained.shape[1]))]), axis=0)[:3]
    return Peaks(
        first=three[0],
        second=three[1],
        third=three[2],
        mentioned=mentioned.max(axis=0),
        times=(explained > LIKELY).sum(axis=0).astype(np.float64),
        names=((signals["name"] > 0) & allowed & single[:, np.newaxis]).sum(axis=0).astype(np.float64),
        best={name: values[best, columns] for name, values in signals.items()},
        mention={name: signals[name][mention, columns] for name in AT_MENTION},
        most={name: np.where(allowed, signals[name], signals[name].min(axis=0)).max(axis=0) for name in AT_MOST},
    )


def label_signals(peaks: Peaks) -> Mapping[str, Array]:
    """The signals that an essay's labels are judged by; one place a concept."""
    return {
        "explained": _log_odds(peaks.first),
        "mentioned": _log_odds(peaks.mentioned),
        "second": peaks.second,
        "third": peaks.third,
        "times": np.minimum(peaks.times, TIMES) / TIMES,
        "names": np.log1p(np.minimum(peaks.names, TIMES)),
        **{BEST + name: values for name, values in peaks.best.items()},
        **{MENTION + name: values for name, values in peaks.mention.items()},
        **{MOST + name: values for name, values in peaks.most.items()},
    }


def _log_odds(likelihood: Array) -> Array:
    kept = np.clip(likelihood, _LEAST, 1.0 - _LEAST)
    odds: Array = np.log(kept / (1.0 - kept))
    return odds
