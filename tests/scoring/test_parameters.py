"""What was learned, in a file and back; and what comes along with the program."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import load_rubric
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.judge import Judgement
from grader.scoring.lexicon import Lexicon
from grader.scoring.linear import Levels, Linear
from grader.scoring.measuring import Measurer
from grader.scoring.parameters import FORMAT, Parameters, learned, parse, quantised
from grader.scoring.signals import OF_LEXICON, OF_RUBRIC
from grader.scoring.unlike import Usual


def made() -> Parameters:
    def judgement(start: float) -> Judgement:
        linears = [Linear(start + n, {"groups": start * n, "best items": -0.25}) for n in range(4)]
        return Judgement(Levels(linears[0], linears[1]), Levels(linears[2], linears[3]))

    return Parameters(
        provenance={"made_by": "a test", "folders": ["satu", "dua"], "essays": 2},
        lexicon=Lexicon(
            ("satu", "satu dua", "é"),
            np.array([1.25, 2.0, 3.5]),
            {"b": quantised(-1.23456, np.array([0.5, -0.25, 0.0])), "a": quantised(0.0, np.zeros(3))},
            {"b": quantised(2.0, np.array([1e3, 1.0, -1e3])), "a": quantised(-0.5, np.array([1e-4, 0.0, 0.0]))},
        ),
        known=judgement(0.125),
        others=judgement(-3.0),
        offsets={"b": (0.5, -0.5), "a": (0.0, 0.25)},
        cuts=(0.5, 1.5),
        usual=Usual(0.2, 0.1),
    )


def test_a_file_gives_back_what_was_written() -> None:
    first = made()
    text = first.to_json()
    again = parse(text)
    assert again.to_json() == text
    for name in ("provenance", "known", "others", "offsets", "cuts", "usual"):
        assert getattr(again, name) == getattr(first, name)
    assert again.lexicon.terms == first.lexicon.terms
    assert again.lexicon.idf.tolist() == first.lexicon.idf.tolist()
    for level in ("mentioned", "explained"):
        known, kept = getattr(first.lexicon, level), getattr(again.lexicon, level)
        assert list(known) == list(kept)  # in their order
        for concept in known:
            assert kept[concept].bias == known[concept].bias
            assert kept[concept].weights.tolist() == pytest.approx(known[concept].weights.tolist(), rel=1e-6)


def test_a_file_can_be_read_with_the_eye() -> None:
    plain = json.loads(made().to_json())
    assert plain["format"] == FORMAT
    assert plain["known"]["labels"]["explained"] == {"bias": 3.125, "weights": {"groups": 0.375, "best items": -0.25}}
    assert plain["usual"] == {"named": 0.2, "known_pairs": 0.1}
    assert plain["lexicon"]["terms"][2] == "é"
    assert '"é"' in made().to_json()


@pytest.mark.parametrize("given_format", ["grader.parameters/2", "grader.rubric/1", None])
def test_another_format_is_refused(given_format: str | None) -> None:
    plain = json.loads(made().to_json()) | {"format": given_format}
    with pytest.raises(ValueError, match=f"not {FORMAT}: {given_format}"):
        parse(json.dumps(plain))


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=30), st.floats(-9, 9))
def test_weights_are_kept_to_a_step_of_127(weights: list[float], bias: float) -> None:
    given_weights = np.array(weights)
    known = quantised(bias, given_weights)
    assert known.bias == pytest.approx(bias, abs=5.1e-5)
    step = np.abs(given_weights).max() / 127
    assert np.abs(known.weights - given_weights).max() <= step / 2 + 127 * 1e-6 + 1e-4
    once_more = quantised(known.bias, known.weights.astype(np.float64))
    assert once_more.weights.tolist() == pytest.approx(known.weights.tolist(), abs=2e-4)


@pytest.fixture(scope="module")
def bank() -> dict[str, Concept]:
    """The concepts that come along."""
    return load_rubric("semua-konsep").rubric.concepts


def test_the_learned_parameters_are_those_of_the_bank(bank: dict[str, Concept]) -> None:
    parameters = learned()
    assert parameters.provenance["rubric"] == "semua-konsep"
    assert parameters.provenance["rubric_sha256"] == load_rubric("semua-konsep").sha256
    assert set(parameters.lexicon.mentioned) == set(bank)
    assert list(parameters.lexicon.mentioned) == list(parameters.lexicon.explained)
    assert set(parameters.offsets) == set(bank)
    assert parameters.to_json() == parse(parameters.to_json()).to_json()


def test_the_learned_parameters_are_sound() -> None:
    parameters = learned()
    lexicon = parameters.lexicon
    assert len(lexicon.idf) == len(lexicon.terms) == len(set(lexicon.terms))
    assert list(lexicon.terms) == sorted(lexicon.terms)
    assert all(len(known.weights) == len(lexicon.terms) for known in lexicon.mentioned.values())
    assert 0 < parameters.cuts[0] < parameters.cuts[1] < 2
    assert 0 <= parameters.usual.named < 1
    assert 0 < parameters.usual.known_pairs < 1
    used = {name for level in (parameters.known.windows, parameters.others.windows) for name in level.explained.weights}
    assert used == {*OF_RUBRIC, *OF_LEXICON}
    assert set(parameters.others.windows.explained.weights) == set(OF_RUBRIC)
    labels = {name.rpartition(" ")[2] for name in parameters.others.labels.explained.weights}
    assert not labels & set(OF_LEXICON)  # a concept that was never learned is judged by the rubric alone


def test_the_bank_is_known(bank: dict[str, Concept], language: Language) -> None:
    assert Measurer(bank, language, learned().lexicon).knows.all()
