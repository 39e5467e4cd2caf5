"""Which words come to speak for a concept."""

from __future__ import annotations

import pytest

from grader.learning.examples import LabelledPassage
from grader.learning.lexicon import FEWEST, RARE, fit_lexicon, of_rubric
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.lexicon import Lexicon

CONCEPT, OTHER = "kebun", "laut"


def about(concept: str, label: int, *texts: str) -> list[LabelledPassage]:
    return [LabelledPassage(concept, Label(label), text) for text in texts]


GARDEN = [
    *about(CONCEPT, 2, *(f"Petani menanam bibit pada baris {n}." for n in range(8))),
    *about(CONCEPT, 1, *(f"Petani lewat pada baris {n}." for n in range(6))),
    *about(CONCEPT, 0, *(f"Kapal lewat pada baris {n}." for n in range(6))),
]
SEA = about(OTHER, 2, *(f"Nelayan menebar jaring pada baris {n}." for n in range(FEWEST - 1)))


@pytest.fixture(scope="module")
def lexicon(language: Language) -> Lexicon:
    """Of twenty passages about one concept, nineteen about another."""
    return fit_lexicon([*GARDEN, *SEA], (OTHER, CONCEPT), language)


def weight(lexicon: Lexicon, level: str, term: str, concept: str = CONCEPT) -> float:
    return float(getattr(lexicon, level)[concept].weights[lexicon.terms.index(term)])


def test_a_concept_of_few_passages_is_not_learned(lexicon: Lexicon, language: Language) -> None:
    assert list(lexicon.mentioned) == list(lexicon.explained) == [CONCEPT]
    more = fit_lexicon([*GARDEN, *SEA, *about(OTHER, 0, "Kapal lewat.")], (OTHER, CONCEPT), language)
    assert list(more.mentioned) == [OTHER, CONCEPT]


def test_only_concepts_of_the_rubric_are_learned(language: Language) -> None:
    assert list(fit_lexicon([*GARDEN, *SEA], (OTHER,), language).mentioned) == []


def test_terms_are_words_and_pairs_that_are_not_rare(lexicon: Lexicon) -> None:
    assert {"tani", "bibit", "jaring", "tani tanam", "tani lewat"} <= set(lexicon.terms)
    assert list(lexicon.terms) == sorted(lexicon.terms)
    # Each number stands in at most three passages of the thirty-nine; a pair with it just so.
    texts = [passage.text for passage in (*GARDEN, *SEA)]
    for number in range(FEWEST):
        often = sum(f" {number}." in text for text in texts)
        assert (str(number) in lexicon.terms) is (often >= RARE)


def test_words_speak_for_what_they_stand_in(lexicon: Lexicon) -> None:
    assert weight(lexicon, "mentioned", "tani") > 0
    assert weight(lexicon, "mentioned", "jaring") < 0
    assert weight(lexicon, "explained", "tanam") > 0
    assert weight(lexicon, "explained", "lewat") < 0
    # In a mention there are both: the farmer speaks for it, to pass by does not speak against it as much.
    assert weight(lexicon, "mentioned", "tani lewat") > 0
    assert weight(lexicon, "explained", "tani lewat") < 0


def test_what_a_passage_says_of_other_concepts_counts(language: Language) -> None:
    also = [LabelledPassage(each.concept, each.label, each.text, {CONCEPT: Label.EXPLAINED}) for each in SEA]
    with_others = fit_lexicon([*GARDEN, *also], (CONCEPT,), language)
    without = fit_lexicon([*GARDEN, *SEA], (CONCEPT,), language)
    assert weight(without, "explained", "jaring") < 0 < weight(with_others, "explained", "jaring")


def test_the_rubric_s_own_sentences_are_passages(subject: dict[str, Concept]) -> None:
    found = of_rubric(subject)
    for concept, text in subject.items():
        labels = {each.text: each.label for each in found if each.concept == concept}
        assert labels == {
            **dict.fromkeys(text.exemplars, Label.EXPLAINED),
            **dict.fromkeys(text.mentions, Label.MENTIONED),
            **dict.fromkeys(text.confusables, Label.ABSENT),
        }
