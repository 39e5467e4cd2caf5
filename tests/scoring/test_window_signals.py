"""What the judge weighs of a window, worked out by hand from what was measured."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from grader.records.essay import Essay
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.linear import Array
from grader.scoring.measuring import Measurer
from grader.scoring.parameters import Parameters
from grader.scoring.passages import Passages, Window, cut
from grader.scoring.signals import MANY_WORDS, OF_LEXICON, OF_RUBRIC, window_signals

MakeEssay = Callable[..., Essay]
Believe = Callable[..., Parameters]


@pytest.fixture
def passages(language: Language, make_essay: MakeEssay) -> Passages:
    """Windows: the first sentence (2 words), both, the second (3 words)."""
    found = cut(make_essay("Satu kata. Dua kata lagi."), language)
    assert [(w.first, w.last) for w in found.windows] == [(0, 1), (0, 2), (1, 2)]
    return found


MEASURES = {
    "name": [[1.0, 0.5], [1.0, 0.0], [0.5, 0.0]],
    "groups": [[0.5, 0.0], [1.0, 0.25], [0.0, 0.0]],
    "items": [[0.0, 0.5], [0.0, 1.0], [0.0, 3.0]],
    "telling": [[4.0, 0.0], [8.0, 20.0], [0.0, 0.0]],
    "turned": [[0.0, 1.0], [0.0, 0.0], [1.0, 0.0]],
    "like_exemplar": [[0.6, 0.2], [0.5, 0.5], [0.0, 0.3]],
    "like_mention": [[0.7, 0.1], [0.5, 0.6], [0.0, 0.0]],
    "like_confusable": [[0.1, 0.2], [0.75, 0.0], [0.0, 0.4]],
    "known_mentioned": [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]],
    "known_explained": [[-1.0, -2.0], [-3.0, -4.0], [-5.0, -6.0]],
    "known_gap": [[-1.0, 1.0], [-1.0, 1.0], [-1.0, 1.0]],
}


def two(value: float) -> list[float]:
    return [value, value]


EXPECTED = {
    "name": [[1, 0], [1, 0], [0, 0]],  # a name near by is none
    "groups": MEASURES["groups"],
    "items": [[0, 0.5], [0, 1], [0, 1.5]],
    "enough_items": [[0, 0], [0, 1], [0, 1]],
    "telling": [[0.5, 0], [1, 1], [0, 0]],  # of eight
    "turned": MEASURES["turned"],
    "like_exemplar": MEASURES["like_exemplar"],
    "like_and_groups": [[0.3, 0], [0.5, 0.125], [0, 0]],
    "like_and_items": [[0, 0], [0, 0.5], [0, 0.3]],
    "nearer_mention": [[0.1, 0], [0, 0.1], [0, 0]],
    "nearer_confusable": [[-0.5, 0], [0.25, -0.5], [0, 0.1]],
    "nearest": [[0.4, -0.4], [0, 0], [-0.3, 0.3]],
    "more_sentences": [two(0), two(1), two(0)],
    "words": [two(math.log(3)), two(math.log(6)), two(math.log(4))],
    "has_items": [[0, 1], [0, 1], [0, 1]],
    **{name: MEASURES[name] for name in OF_LEXICON},
}


def signals(passages: Passages, concepts: dict[str, Concept]) -> dict[str, Array]:
    return window_signals(passages, {name: np.array(values) for name, values in MEASURES.items()}, concepts)


@pytest.mark.parametrize("name", [*OF_RUBRIC, *OF_LEXICON])
def test_each_signal_by_hand(passages: Passages, concepts: dict[str, Concept], name: str) -> None:
    assert signals(passages, concepts)[name] == pytest.approx(np.array(EXPECTED[name], dtype=np.float64))


def test_there_are_no_other_signals(passages: Passages, concepts: dict[str, Concept]) -> None:
    assert set(signals(passages, concepts)) == {*OF_RUBRIC, *OF_LEXICON}


def test_a_list_counts_as_one_sentence_and_words_only_up_to_a_number(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    found = cut(make_essay("kata " * 60 + "habis. " + "kata " * 60 + "habis."), language)
    listed = Passages(found.essay, found.sentences, (Window(0, 2, 1),))
    measures = {name: np.zeros((1, 2)) for name in MEASURES}
    given = window_signals(listed, measures, concepts)
    assert given["more_sentences"].tolist() == [[0.0, 0.0]]
    assert given["words"] == pytest.approx(np.full((1, 2), math.log(1 + MANY_WORDS)))


def test_all_scorers_are_asked(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, believe: Believe
) -> None:
    measurer = Measurer(concepts, language, believe({"Alfa": (0.9, 0.2)}).lexicon)
    assert measurer.knows.tolist() == [True, False]
    given = measurer.signals(cut(make_essay("Alfa meminjam buku di ruang baca."), language))
    assert set(given) == {*OF_RUBRIC, *OF_LEXICON}
    assert {values.shape for values in given.values()} == {(1, 2)}
    assert given["groups"][0, 0] == pytest.approx(1 / 3)
    assert given["items"][0].tolist() == [0.0, 0.5]
    assert given["known_mentioned"][0] == pytest.approx([math.log(9), 0.0], abs=1e-5)
    assert given["like_exemplar"].min() > 0
