"""Learning from a small labelled corpus: the same every time, from what it is given and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from grader.errors import GraderError
from grader.learning.examples import LabelledEssay, LabelledPassage
from grader.learning.learner import CUTS, Learner, Prepared
from grader.records.essay import Essay
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.coverage import CoverageScorer
from grader.scoring.parameters import Parameters
from grader.scoring.passages import cut
from grader.scoring.signals import OF_LEXICON, OF_RUBRIC

MakeEssay = Callable[[str], Essay]
Corpus = Mapping[str, LabelledEssay]

DISCIPLINE = "disiplin-kerja"
COLLABORATION = "collaboration-definition"


@pytest.fixture(scope="module")
def learner(subject: dict[str, Concept], language: Language, passages: list[LabelledPassage]) -> Learner:
    """With the lexicon of the thirty-three passages."""
    return Learner(subject, language, passages)


def prepared(learner: Learner, corpus: Corpus) -> list[Prepared]:
    found = [learner.prepare(each) for each in corpus.values()]
    return [each for each in found if each is not None]


@pytest.fixture(scope="module")
def ready(learner: Learner, corpus: Corpus) -> list[Prepared]:
    """All twelve essays."""
    return prepared(learner, corpus)


@pytest.fixture(scope="module")
def parameters(learner: Learner, ready: list[Prepared]) -> Parameters:
    """What is learned of all of them."""
    return learner.learn(ready, {"made_by": "a test"})


def numbers(value: Any, path: str = "") -> dict[str, float]:
    """All numbers of a JSON file by where they stand."""
    if isinstance(value, dict):
        return {k: v for name, each in value.items() for k, v in numbers(each, f"{path}/{name}").items()}
    if isinstance(value, list):
        return {k: v for place, each in enumerate(value) for k, v in numbers(each, f"{path}/{place}").items()}
    return {path: value} if isinstance(value, int | float) else {}


def test_learning_twice_gives_the_same_bytes(
    subject: dict[str, Concept],
    language: Language,
    passages: list[LabelledPassage],
    corpus: Corpus,
    parameters: Parameters,
) -> None:
    again = Learner(subject, language, list(passages))
    assert again.learn(prepared(again, corpus), {"made_by": "a test"}).to_json() == parameters.to_json()


def test_the_order_of_essays_does_not_matter(learner: Learner, ready: list[Prepared], parameters: Parameters) -> None:
    turned = numbers(json.loads(learner.learn(ready[::-1], {}).to_json()))
    given = numbers(json.loads(parameters.to_json()))
    assert turned == pytest.approx(given, rel=1e-3, abs=1e-3)


def test_labels_matter(learner: Learner, corpus: Corpus, parameters: Parameters) -> None:
    turned = {
        name: replace(each, labels={c: Label(2 - label) for c, label in each.labels.items()}, evidence={})
        for name, each in corpus.items()
    }
    assert learner.learn(prepared(learner, turned), {}).known != parameters.known


def test_all_parts_are_there(parameters: Parameters) -> None:
    assert parameters.provenance == {"made_by": "a test"}
    assert parameters.cuts == CUTS
    assert list(parameters.lexicon.mentioned) == [COLLABORATION, DISCIPLINE]
    assert set(parameters.offsets) == {DISCIPLINE, COLLABORATION}
    assert set(parameters.known.windows.mentioned.weights) == {*OF_RUBRIC, *OF_LEXICON}
    assert set(parameters.others.windows.mentioned.weights) == set(OF_RUBRIC)
    names = set(parameters.known.labels.explained.weights)
    assert {"explained", "times", "best known_mentioned", "most known_explained"} <= names
    others = set(parameters.others.labels.explained.weights)
    assert others == {name for name in names if name.rpartition(" ")[2] not in OF_LEXICON}


def test_a_concept_without_passages_is_judged_among_the_others(
    subject: dict[str, Concept], language: Language, passages: list[LabelledPassage], corpus: Corpus
) -> None:
    few = Learner(subject, language, [each for each in passages if each.concept == COLLABORATION])
    parameters = few.learn(prepared(few, corpus), {})
    assert list(parameters.lexicon.mentioned) == [COLLABORATION]
    assert set(parameters.offsets) == {DISCIPLINE, COLLABORATION}


def test_what_was_learned_tells_new_essays(
    subject: dict[str, Concept], language: Language, learner: Learner, ready: list[Prepared], essay_of: MakeEssay
) -> None:
    often = learner.learn(ready * 6, {})  # of twelve essays alone little is believed
    scorer = CoverageScorer(subject, {}, language, often)

    def labels(sentence: str) -> tuple[Label, Label]:
        text = f"Burung hinggap di pagar.\n\n{sentence}\n\nMalam turun perlahan."
        found = scorer.score(cut(essay_of(text), language)).coverage
        return found[DISCIPLINE].label, found[COLLABORATION].label

    told = "Juru masak menaati jadwal piket di asrama atas kesadaran sendiri, sehingga layanan selesai tepat waktu."
    assert labels(told) == (Label.EXPLAINED, Label.ABSENT)
    assert labels("Kedisiplinan disebut juga oleh juru masak di asrama.") == (Label.MENTIONED, Label.ABSENT)
    assert labels("Disiplin ilmu yang dipelajari juru masak di asrama ialah akuntansi.")[0] is Label.ABSENT
    assert labels("Ikan berenang di kolam.") == (Label.ABSENT, Label.ABSENT)


def test_an_essay_is_measured_with_its_labels_and_evidence(learner: Learner, corpus: Corpus) -> None:
    # Number 5: discipline 2, collaboration 1. Paragraphs of 2, 1, 1, 1, 1 sentences; the third sentence is named.
    found = learner.prepare(corpus["n05.txt"])
    assert found is not None
    assert found.labels.tolist() == [1, 2]  # collaboration, discipline: the order of the rubric's concepts
    # Of six sentences all windows of up to three: 3 + 3 + 3 + 3 + 2 + 1; singles begin at 0, 3, 6, 9, 12, 14.
    assert found.single.nonzero()[0].tolist() == [0, 3, 6, 9, 12, 14]
    assert {number: list(rows) for number, rows in found.evidence.items()} == {1: [2, 4, 5, 6, 7, 8]}
    assert set(found.signals) == {*OF_RUBRIC, *OF_LEXICON}
    assert {values.shape for values in found.signals.values()} == {(15, 2)}


def test_a_concept_without_a_label_is_not_learned_from(learner: Learner, corpus: Corpus, ready: list[Prepared]) -> None:
    some = {name: replace(each, labels={DISCIPLINE: each.labels[DISCIPLINE]}) for name, each in corpus.items()}
    found = prepared(learner, some)
    assert {each.labels.tolist()[0] for each in found} == {-1}
    assert learner.learn(found, {}).known != learner.learn(ready, {}).known


@pytest.mark.parametrize("missing", [Label.ABSENT, Label.EXPLAINED])
def test_nothing_can_be_told_apart_without_both_ends(learner: Learner, corpus: Corpus, missing: Label) -> None:
    def with_label(label: Label) -> Corpus:
        return {
            name: replace(each, labels={c: label if given is missing else given for c, given in each.labels.items()})
            for name, each in corpus.items()
        }

    with pytest.raises(GraderError) as caught:
        learner.learn(prepared(learner, with_label(Label.MENTIONED)), {})
    assert caught.value.code == "G130"
    with pytest.raises(GraderError):
        learner.learn([], {})
    assert learner.learn(prepared(learner, with_label(missing)), {}).cuts == CUTS


def test_evidence_that_is_not_found_or_of_another_concept_is_passed_over(learner: Learner, corpus: Corpus) -> None:
    lost = {DISCIPLINE: "Kalimat ini tidak ada di dalam naskah.", "another-concept": "Hujan turun sejak pagi."}
    found = learner.prepare(replace(corpus["n05.txt"], evidence=lost))
    assert found is not None
    assert found.evidence == {}


def test_the_expert_s_sentence_counts_where_the_label_rests_on_it(learner: Learner, corpus: Corpus) -> None:
    def learned_with(label: Label, sentence: str) -> Parameters:
        told = {
            name: replace(each, evidence={DISCIPLINE: sentence} if each.labels[DISCIPLINE] is label else {})
            for name, each in corpus.items()
        }
        return learner.learn(prepared(learner, told), {})

    nothing, elsewhere = learned_with(Label.ABSENT, ""), "Sore harinya langit kembali cerah."
    assert learned_with(Label.ABSENT, elsewhere).to_json() == nothing.to_json()
    mentioned, explained = learned_with(Label.MENTIONED, elsewhere), learned_with(Label.EXPLAINED, elsewhere)
    assert mentioned.known.windows.mentioned != nothing.known.windows.mentioned
    assert mentioned.known.windows.explained == nothing.known.windows.explained  # it explains nothing
    assert explained.known.windows.explained != nothing.known.windows.explained


def test_an_essay_without_text_is_none(learner: Learner, essay_of: MakeEssay) -> None:
    assert learner.prepare(LabelledEssay(essay_of(""), {DISCIPLINE: Label.ABSENT})) is None


def test_no_essay_has_a_part_in_the_lexicon(learner: Learner, ready: list[Prepared], parameters: Parameters) -> None:
    fewer = learner.learn(ready[:9], {})
    assert fewer.lexicon is parameters.lexicon
    assert fewer.known != parameters.known


def test_what_is_usual_is_what_one_essay_in_twenty_falls_below(learner: Learner, ready: list[Prepared]) -> None:
    shares = [0.8, 0.0, 0.4, 1.0, 0.2, 0.6, 0.1, 0.9, 0.3, 0.7, 0.5]  # 5 % of the way lies halfway from 0 to 0.1
    essays = [replace(each, known_pairs=share) for each, share in zip(ready, shares, strict=False)]
    usual = learner.learn(essays, {}).usual
    assert usual.known_pairs == 0.05
    assert usual.named == 0.0  # with two concepts it says nothing how many of them are named
