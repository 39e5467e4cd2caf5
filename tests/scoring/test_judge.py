"""From windows to peaks, from peaks to labels; figures worked out by hand, and what must hold always."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import reduce

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from grader.scoring.judge import AT_MENTION, AT_MOST, TIMES, Belief, Judge, Judgement, Peaks, label_signals, peaks_of
from grader.scoring.linear import Array, Levels, Linear, logistic
from grader.scoring.signals import OF_LEXICON, OF_RUBRIC

NAMES = (*OF_RUBRIC, *OF_LEXICON)


def some_signals(shape: tuple[int, int], **given: object) -> dict[str, Array]:
    """Signals of 0, but for those given."""
    return {name: np.array(given.get(name, np.zeros(shape)), dtype=np.float64) for name in NAMES}


def everywhere(shape: tuple[int, int]) -> NDArray[np.bool_]:
    return np.ones(shape, dtype=np.bool_)


# Four windows, two concepts.
SHAPE = (4, 2)
SIGNALS = some_signals(
    SHAPE,
    name=[[1, 0], [1, 0], [0, 1], [1, 1]],
    groups=[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6], [0.7, 0.8]],
    known_explained=[[-1, -2], [-3, -4], [-5, -6], [-7, -8]],
)
BELIEF = Belief(
    mentioned=np.array([[0.2, 0.9], [0.95, 0.3], [0.6, 0.4], [0.8, 0.1]]),
    explained=np.array([[0.1, 0.8], [0.3, 0.2], [0.7, 0.1], [0.6, 0.05]]),
)
SINGLE = np.array([True, False, True, True])


def test_peaks_by_hand() -> None:
    peaks = peaks_of(SIGNALS, BELIEF, everywhere(SHAPE), SINGLE)
    assert peaks.first.tolist() == [0.7, 0.8]
    assert peaks.second.tolist() == [0.6, 0.2]
    assert peaks.third.tolist() == [0.3, 0.1]
    assert peaks.mentioned.tolist() == [0.95, 0.9]
    assert peaks.times.tolist() == [2, 1]  # above one half
    assert peaks.names.tolist() == [2, 2]  # of the single sentences
    assert peaks.best["groups"].tolist() == [0.5, 0.2]  # windows 2 and 0
    assert peaks.mention["groups"].tolist() == [0.3, 0.2]  # windows 1 and 0
    assert peaks.most["groups"].tolist() == [0.7, 0.8]
    assert peaks.most["known_explained"].tolist() == [-1, -2]
    assert set(peaks.best) == set(NAMES)
    assert (set(peaks.mention), set(peaks.most)) == (set(AT_MENTION), set(AT_MOST))


def test_what_is_not_allowed_counts_for_nothing() -> None:
    allowed = everywhere(SHAPE)
    allowed[[2, 3], 0] = False
    allowed[0, 1] = False
    peaks = peaks_of(SIGNALS, BELIEF, allowed, SINGLE)
    assert (peaks.first.tolist(), peaks.second.tolist()) == ([0.3, 0.2], [0.1, 0.1])
    assert peaks.mentioned.tolist() == [0.95, 0.4]
    assert (peaks.times.tolist(), peaks.names.tolist()) == ([0, 0], [1, 2])
    assert peaks.most["groups"].tolist() == [0.3, 0.8]
    # Where it may not look it sees the least that there is.
    assert peaks.most["known_explained"].tolist() == [-1, -4]


def test_a_single_window_has_no_second() -> None:
    belief = Belief(np.array([[0.9]]), np.array([[0.8]]))
    peaks = peaks_of(some_signals((1, 1)), belief, everywhere((1, 1)), np.array([True]))
    assert [values.tolist() for values in (peaks.first, peaks.second, peaks.third)] == [[0.8], [0.0], [0.0]]


SIZES = st.lists(st.integers(1, 4), min_size=1, max_size=5)


@given(SIZES, st.randoms(use_true_random=False))
def test_peaks_of_parts_joined_are_those_of_the_whole(sizes: list[int], random: object) -> None:
    rng = np.random.default_rng(random.getrandbits(32))  # type: ignore[attr-defined]
    shape = (sum(sizes), 3)
    # Few different values, so that ties come up.
    signals = {name: rng.integers(-2, 3, shape).astype(np.float64) for name in NAMES}
    belief = Belief(rng.integers(0, 6, shape) / 5, rng.integers(0, 6, shape) / 5)
    single = rng.random(shape[0]) < 0.5

    def part(rows: slice) -> Peaks:
        cut = {name: values[rows] for name, values in signals.items()}
        believed = Belief(belief.mentioned[rows], belief.explained[rows])
        return peaks_of(cut, believed, everywhere((rows.stop - rows.start, 3)), single[rows])

    ends = np.cumsum(sizes).tolist()
    joined = reduce(Peaks.joined, [part(slice(end - size, end)) for end, size in zip(ends, sizes, strict=True)])
    assert plain(joined) == plain(part(slice(0, shape[0])))


def plain(peaks: Peaks) -> dict[str, object]:
    """All that peaks hold, to be compared."""
    found: dict[str, object] = {}
    for field in fields(peaks):
        value = getattr(peaks, field.name)
        is_mapping = isinstance(value, Mapping)
        found[field.name] = {name: each.tolist() for name, each in value.items()} if is_mapping else value.tolist()
    return found


def one_concept(first: float = 0.5, mentioned: float = 0.5, times: float = 0, names: float = 0) -> Peaks:
    signals = some_signals((1, 1), groups=[[0.25]])
    peaks = peaks_of(
        signals, Belief(np.array([[mentioned]]), np.array([[first]])), everywhere((1, 1)), np.array([True])
    )
    return replace(peaks, times=np.array([times]), names=np.array([names]))


def test_label_signals_by_hand() -> None:
    found = label_signals(one_concept(first=0.8, mentioned=0.9, times=3, names=2))
    assert found["explained"][0] == pytest.approx(math.log(4))
    assert found["mentioned"][0] == pytest.approx(math.log(9))
    assert (found["second"][0], found["third"][0]) == (0, 0)
    assert found["times"][0] == pytest.approx(3 / 9)
    assert found["names"][0] == pytest.approx(math.log(3))
    assert (found["best groups"][0], found["mention groups"][0], found["most groups"][0]) == (0.25, 0.25, 0.25)


@pytest.mark.parametrize(("likelihood", "odds"), [(0.0, -9.21024), (1.0, 9.21024)])
def test_what_is_certain_has_finite_odds(likelihood: float, odds: float) -> None:
    found = label_signals(one_concept(first=likelihood))
    assert found["explained"][0] == pytest.approx(odds, abs=1e-4)  # ln(9999)


@pytest.mark.parametrize("more", [1, 10, 1000])
def test_saying_it_once_more_proves_nothing_more(more: int) -> None:
    enough, many = (label_signals(one_concept(times=n, names=n)) for n in (TIMES, TIMES + more))
    assert {name: values.tolist() for name, values in enough.items()} == {n: v.tolist() for n, v in many.items()}
    fewer = label_signals(one_concept(times=TIMES - 1, names=TIMES - 1))
    assert fewer["times"][0] < enough["times"][0]
    assert fewer["names"][0] < enough["names"][0]


NOTHING = Linear(-2.0, {})


def judgement(windows: float = 0.0, mentioned: float = 0.0, explained: float = 0.0) -> Judgement:
    """Windows by their groups, labels by their best window; with these biases."""
    by_groups = Linear(windows, {"groups": 2.0})
    return Judgement(
        Levels(by_groups, NOTHING), Levels(Linear(mentioned, {"mentioned": 1.0}), Linear(explained, {"explained": 1.0}))
    )


def test_known_concepts_and_others_are_judged_apart() -> None:
    signals = some_signals((1, 2), groups=[[0.5, 0.5]])
    for knows, odds in (([True, False], [1.0, 3.0]), ([True, True], [1.0, 1.0]), ([False, False], [3.0, 3.0])):
        judge = Judge(judgement(0.0), judgement(2.0), np.array(knows), np.zeros((2, 2)))
        belief = judge.weigh(signals)
        assert belief.mentioned[0].tolist() == logistic(np.array(odds)).tolist()
        assert belief.explained[0].tolist() == logistic(np.array([-2.0, -2.0])).tolist()


def two_concepts(first: tuple[float, float], mentioned: tuple[float, float]) -> Peaks:
    belief = Belief(np.array([mentioned]), np.array([first]))
    return peaks_of(some_signals((1, 2)), belief, everywhere((1, 2)), np.array([True]))


def test_labels_by_hand_with_offsets() -> None:
    offsets = np.array([[0.0, math.log(3)], [0.0, -math.log(4)]])  # of mentioned; of explained
    judge = Judge(judgement(), judgement(), np.array([True, True]), offsets)
    mentioned, explained = judge.conclude(two_concepts(first=(0.8, 0.8), mentioned=(0.9, 0.75)))
    assert mentioned.tolist() == pytest.approx([0.9, 0.9])  # odds of 3 times 3
    assert explained.tolist() == pytest.approx([0.8, 0.5])  # odds of 4 over 4


def test_what_is_explained_is_mentioned_too() -> None:
    judge = Judge(judgement(), judgement(), np.array([True, False]), np.zeros((2, 2)))
    mentioned, explained = judge.conclude(two_concepts(first=(0.9, 0.2), mentioned=(0.3, 0.6)))
    assert explained.tolist() == pytest.approx([0.3, 0.2])
    assert mentioned.tolist() == pytest.approx([0.3, 0.6])


def test_labels_of_others_have_their_own_function() -> None:
    judge = Judge(judgement(), judgement(explained=math.log(0.25)), np.array([True, False]), np.zeros((2, 2)))
    _, explained = judge.conclude(two_concepts(first=(0.8, 0.8), mentioned=(0.9, 0.9)))
    assert explained.tolist() == pytest.approx([0.8, 0.5])  # odds of 4, and of 4 times a quarter
