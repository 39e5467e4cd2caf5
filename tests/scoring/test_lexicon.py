"""Learned words: vectors, cut odds, gaps; every expected figure is worked out by hand beside it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from grader.records.essay import Essay, Role
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.lexicon import MOST, Known, Lexicon, LexiconScorer, above_others, pairs_of, terms_of
from grader.scoring.passages import cut

MakeEssay = Callable[..., Essay]
Weights = tuple[float, float, float]

TERMS = ("alfa", "alfa beta", "beta")
IDF = np.array([3.0, 2.0, 4.0])


def lexicon(mentioned: Mapping[str, Weights], explained: Mapping[str, Weights], bias: float = -1.0) -> Lexicon:
    def known(weights: Mapping[str, Weights]) -> dict[str, Known]:
        return {name: Known(bias, np.array(values, dtype=np.float32)) for name, values in weights.items()}

    return Lexicon(TERMS, IDF, known(mentioned), known(explained))


def one(weights: Weights = (0.0, 0.0, 0.0)) -> dict[str, Weights]:
    return {"lending": weights}


def test_terms_are_stems_and_pairs_of_neighbours(language: Language) -> None:
    tokens = language.analyse("Warga meminjam buku-buku.").tokens
    stems = [token.stem for token in tokens]
    assert pairs_of(tokens) == [f"{stems[n]} {stems[n + 1]}" for n in range(len(stems) - 1)]
    assert terms_of(tokens) == [*stems, *pairs_of(tokens)]
    assert terms_of(tokens[:1]) == [stems[0]]
    assert terms_of(()) == []


def test_a_window_is_a_vector_of_length_one(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = LexiconScorer(concepts, lexicon(one((5.0, 0.0, 1.0)), one((0.0, 10.0, 0.0))))
    passages = cut(make_essay("Alfa nol. Beta nol. Alfa beta."), language)
    windows = [(window.first, window.last) for window in passages.windows]
    found = {name: dict(zip(windows, values[:, 0], strict=True)) for name, values in scorer.measure(passages).items()}
    mentioned, explained = found["known_mentioned"], found["known_explained"]
    assert mentioned[0, 1] == pytest.approx(-1 + 5)  # alfa alone: (1, 0, 0)
    assert mentioned[1, 2] == pytest.approx(-1 + 1)
    assert mentioned[0, 2] == pytest.approx(-1 + (5 * 3 + 1 * 4) / 5)  # (3, 0, 4) / 5
    # The last sentence has alfa, beta and the pair: (3, 2, 4) / root of 29. No pair reaches over a full stop.
    assert mentioned[2, 3] == pytest.approx(-1 + (5 * 3 + 1 * 4) / math.sqrt(29))
    assert explained[2, 3] == pytest.approx(-1 + 10 * 2 / math.sqrt(29))
    assert explained[0, 2] == pytest.approx(-1)
    # Beta twice, alfa once, the pair once: (3, 2, 8) / root of 77.
    assert mentioned[1, 3] == pytest.approx(-1 + (5 * 3 + 1 * 8) / math.sqrt(77))


def test_without_a_known_word_the_bias_is_left(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = LexiconScorer(concepts, lexicon(one((5.0, 5.0, 5.0)), one(), bias=-2.5))
    assert scorer.measure(cut(make_essay("Kucing tidur."), language))["known_mentioned"].tolist() == [[-2.5, 0.0]]


def test_odds_are_cut_off(language: Language, concepts: dict[str, Concept], make_essay: MakeEssay) -> None:
    scorer = LexiconScorer(concepts, lexicon(one((50.0, 0.0, -50.0)), one()))
    passages = cut(make_essay("Alfa nol.", ("Judul", Role.HEADING), "Beta nol."), language)
    assert scorer.measure(passages)["known_mentioned"][:, 0].tolist() == [MOST, -MOST]


def test_a_concept_that_is_not_known_is_nothing_and_columns_keep_the_order_of_concepts(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    known = lexicon({"other": (0.5, 0.0, 0.0), "rooms": (2.0, 0.0, 0.0)}, {"other": (9.0, 0, 0), "rooms": (3.0, 0, 0)})
    scorer = LexiconScorer(concepts, known)
    assert scorer.known.tolist() == [False, True]  # lending, rooms
    found = scorer.measure(cut(make_essay("Alfa nol."), language))
    assert found["known_mentioned"].tolist() == [[0.0, 1.0]]  # -1 + 2
    assert found["known_explained"].tolist() == [[0.0, 2.0]]
    # A concept that the rubric does not use counts as another all the same: 1 - (-1 + 0.5).
    assert found["known_gap"].tolist() == [[0.0, 1.5]]


def test_a_lexicon_of_other_concepts_measures_nothing(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = LexiconScorer(concepts, lexicon({"other": (2.0, 0.0, 0.0)}, {"other": (2.0, 0.0, 0.0)}))
    found = scorer.measure(cut(make_essay("Alfa beta."), language))
    assert all(values.tolist() == [[0.0, 0.0]] for values in found.values())
    assert not scorer.known.any()


def test_an_essay_without_text(language: Language, concepts: dict[str, Concept], make_essay: MakeEssay) -> None:
    scorer = LexiconScorer(concepts, lexicon(one(), one()))
    passages = cut(make_essay(("Judul", Role.HEADING)), language)
    assert {values.shape for values in scorer.measure(passages).values()} == {(0, 2)}
    assert scorer.known_pairs(passages) == 1.0


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Alfa beta.", 1.0),
        ("Alfa beta gama. Alfa beta.", 2 / 3),
        ("Beta alfa.", 0.0),
        ("Alfa. Beta.", 1.0),  # sentences of one word have no pairs
    ],
)
def test_share_of_pairs_that_are_known(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, text: str, share: float
) -> None:
    scorer = LexiconScorer(concepts, lexicon(one(), one()))
    assert scorer.known_pairs(cut(make_essay(text), language)) == pytest.approx(share)


def test_above_others_by_hand() -> None:
    values = np.array([[1.0, 4.0, 2.0], [3.0, 3.0, -1.0]])
    assert above_others(values).tolist() == [[-3.0, 2.0, -2.0], [0.0, 0.0, -4.0]]
    assert above_others(np.array([[5.0], [7.0]])).tolist() == [[0.0], [0.0]]
    assert above_others(np.zeros((0, 3))).shape == (0, 3)


SQUARES = hnp.arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(2, 6)), elements=st.integers(-9, 9))


@given(SQUARES)
def test_above_others_is_what_a_slow_reading_gives(values: NDArray[np.float64]) -> None:
    slow = [
        [value - max(other for n, other in enumerate(row) if n != place) for place, value in enumerate(row)]
        for row in values.tolist()
    ]
    assert above_others(values).tolist() == slow
