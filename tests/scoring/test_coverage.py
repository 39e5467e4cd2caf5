"""Labels, confidence and quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.records.document import Block, Document, Kind, Place
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.coverage import FURTHER, UNSURE, Coverage, CoverageScorer
from grader.scoring.linear import Levels, Linear
from grader.scoring.parameters import Parameters, learned
from grader.scoring.passages import SLAB, cut, without
from grader.scoring.unlike import Usual

MakeEssay = Callable[..., Essay]
Believe = Callable[..., Parameters]
ScoreLending = Callable[..., Coverage]


@pytest.fixture
def lending(language: Language, concepts: dict[str, Concept], believe: Believe) -> ScoreLending:
    """Score *lending* by what is believed of the words in an essay."""

    def score(
        essay: Essay,
        beliefs: Mapping[str, tuple[float, float]],
        places: Mapping[str, frozenset[str]] | None = None,
        **more: object,
    ) -> Coverage:
        scorer = CoverageScorer(concepts, places or {}, language, believe(beliefs, **more))
        return scorer.score(cut(essay, language)).coverage["lending"]

    return score


def quotes(coverage: Coverage) -> list[str]:
    return [evidence.quote for evidence in coverage.evidence]


def test_the_best_window_gives_label_and_confidence(lending: ScoreLending, make_essay: MakeEssay) -> None:
    essay = make_essay("Alfa satu. Beta dua. Gama tiga.")
    found = lending(essay, {"Alfa": (0.9, 0.2), "Beta": (0.9, 0.8), "Gama": (0.97, 0.95)})
    assert (found.label, quotes(found), found.doubts) == (Label.EXPLAINED, ["Gama tiga.", "Beta dua."], ())
    assert found.confidence == pytest.approx(0.95)


# How likely at least mentioned, how likely explained; the sum is the expected label, cut at 0.5 and 1.5.
LIKELY = [
    (0.05, 0.01, Label.ABSENT, 0.95),
    (0.3, 0.1, Label.ABSENT, 0.7),
    (0.36, 0.13, Label.ABSENT, 0.64),  # 0.49
    (0.41, 0.1, Label.MENTIONED, 0.31),  # 0.51
    (0.95, 0.4, Label.MENTIONED, 0.55),
    (0.9, 0.1, Label.MENTIONED, 0.8),
    (0.9, 0.59, Label.MENTIONED, 0.31),  # 1.49
    (0.9, 0.61, Label.EXPLAINED, 0.61),  # 1.51
    (0.7, 0.9, Label.MENTIONED, 0.0),  # explained cannot be likelier than mentioned: 0.7 + 0.7 = 1.4
    (0.98, 0.98, Label.EXPLAINED, 0.98),
]


@pytest.mark.parametrize(("mentioned", "explained", "label", "confidence"), LIKELY)
def test_the_expected_label_is_cut_and_confidence_is_the_likelihood_of_the_label(
    lending: ScoreLending, make_essay: MakeEssay, mentioned: float, explained: float, label: Label, confidence: float
) -> None:
    found = lending(make_essay("Alfa satu. Beta dua."), {"Alfa": (mentioned, explained), "Beta": (0.02, 0.01)})
    assert found.label is label
    assert found.confidence == pytest.approx(confidence, abs=1e-6)
    assert found.doubts == (("low-confidence",) if confidence < UNSURE else ())
    assert quotes(found)[:1] == ([] if label is Label.ABSENT else ["Alfa satu."])


@pytest.mark.parametrize(
    ("cuts", "label"),
    [((1.2, 1.8), Label.ABSENT), ((0.9, 1.2), Label.MENTIONED), ((0.5, 1.05), Label.EXPLAINED)],
)
def test_cuts_are_learned_too(
    lending: ScoreLending, make_essay: MakeEssay, cuts: tuple[float, float], label: Label
) -> None:
    assert lending(make_essay("Alfa satu."), {"Alfa": (0.8, 0.3)}, cuts=cuts).label is label  # 1.1


def test_an_offset_of_the_concept_moves_its_label(lending: ScoreLending, make_essay: MakeEssay) -> None:
    essay = make_essay("Alfa satu.")
    beliefs = {"Alfa": (0.5, 0.5)}  # log odds of 0: what is added to them is all there is
    # 1 / (1 + e^-2) = 0.881, 1 / (1 + e^1) = 0.269
    found = lending(essay, beliefs, offsets={"lending": (2.0, -1.0), "rooms": (-9.0, -9.0)})
    assert found.label is Label.MENTIONED
    assert found.confidence == pytest.approx(0.8808 - 0.2689, abs=1e-3)


def test_absent_has_no_quotes(lending: ScoreLending, make_essay: MakeEssay) -> None:
    found = lending(make_essay("Alfa satu."), {"Alfa": (0.3, 0.1)})
    assert (found.label, quotes(found)) == (Label.ABSENT, [])
    assert found.confidence == pytest.approx(0.7)


def test_at_most_three_quotes_without_overlap(lending: ScoreLending, make_essay: MakeEssay) -> None:
    found = lending(make_essay("Alfa satu. Alfa dua. Alfa tiga. Alfa empat."), {"Alfa": (0.9, 0.9)})
    assert quotes(found) == ["Alfa satu.", "Alfa dua.", "Alfa tiga."]


def test_a_further_quote_must_be_convincing(lending: ScoreLending, make_essay: MakeEssay) -> None:
    essay = make_essay("Alfa satu. Beta dua. Gama tiga.")
    beliefs = {"Alfa": (0.9, 0.9), "Beta": (0.9, FURTHER + 0.01), "Gama": (0.9, FURTHER - 0.01)}
    assert quotes(lending(essay, beliefs)) == ["Alfa satu.", "Beta dua."]


@pytest.mark.parametrize(("more", "quote"), [(0.05, "Alfa satu."), (0.5, "Alfa satu. Beta dua.")])
def test_a_longer_quote_must_be_better_by_something(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, believe: Believe, more: float, quote: str
) -> None:
    parameters = believe({"Alfa": (0.9, 0.9)})
    # The second sentence adds to the log odds of 2.197 so that they say 0.904, or 0.937, instead of 0.900.
    level = Linear(0.0, {"known_explained": 1.0, "more_sentences": more})
    known = replace(parameters.known, windows=Levels(level, level))
    scorer = CoverageScorer(concepts, {}, language, replace(parameters, known=known))
    assert quotes(scorer.score(cut(make_essay("Alfa satu. Beta dua."), language)).coverage["lending"]) == [quote]


def test_a_concept_is_looked_for_in_its_sections_if_they_were_found(
    lending: ScoreLending, make_essay: MakeEssay
) -> None:
    beliefs = {"Alfa": (0.9, 0.9), "Beta": (0.9, 0.8)}
    only = {"lending": frozenset({"b"})}
    found = make_essay("Alfa satu.", "Beta dua.", sections={0: "a", 1: "b"})
    assert quotes(lending(found, beliefs, only)) == ["Beta dua."]
    assert lending(found, beliefs, only).confidence == pytest.approx(0.8)
    not_found = make_essay("Alfa satu.", "Beta dua.", sections={0: "a"})
    assert quotes(lending(not_found, beliefs, only)) == ["Alfa satu.", "Beta dua."]
    elsewhere = {"rooms": frozenset({"b"})}
    assert quotes(lending(found, beliefs, elsewhere)) == ["Alfa satu.", "Beta dua."]


def test_a_sentence_that_is_none_is_no_evidence(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, believe: Believe
) -> None:
    scorer = CoverageScorer(concepts, {}, language, believe({"Alfa": (0.9, 0.9), "Beta": (0.9, 0.8)}))
    passages = cut(make_essay("Alfa satu. Beta dua."), language)
    assert quotes(scorer.score(without(passages, frozenset({0}))).coverage["lending"]) == ["Beta dua."]
    nothing = scorer.score(without(passages, frozenset({0, 1})))
    assert {(each.label, each.confidence) for each in nothing.coverage.values()} == {(Label.ABSENT, 1.0)}
    assert nothing.unlike is None


def test_what_stands_after_many_sentences_counts_like_the_first(lending: ScoreLending, make_essay: MakeEssay) -> None:
    long = make_essay("Beta dua. " * (SLAB + 20) + "Alfa satu.")
    found = lending(long, {"Alfa": (0.95, 0.9), "Beta": (0.1, 0.1)})
    assert (found.label, quotes(found)) == (Label.EXPLAINED, ["Alfa satu."])


def test_a_concept_that_was_never_learned_is_judged_by_its_rubric(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, believe: Believe
) -> None:
    scorer = CoverageScorer(concepts, {}, language, believe({"Alfa": (0.05, 0.04)}))
    found = scorer.score(cut(make_essay("Alfa satu. Di sana ada ruang baca dan gudang."), language)).coverage
    assert found["lending"].label is Label.ABSENT
    # Two of two items: log odds -4 + 6 * 1 = 2 of explained, -3 + 6 = 3 of mentioned.
    assert found["rooms"].label is Label.EXPLAINED
    assert found["rooms"].confidence == pytest.approx(0.8808, abs=1e-3)
    assert quotes(found["rooms"]) == ["Di sana ada ruang baca dan gudang."]


@pytest.mark.parametrize("which", ["by hand", "learned"])
def test_explained_is_told_from_mentioned_and_absent(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, by_rubric: Parameters, which: str
) -> None:
    scorer = CoverageScorer(concepts, {}, language, by_rubric if which == "by hand" else learned())
    essay = make_essay(
        "Di desa kami, warga yang memegang kartu anggota boleh meminjam buku dan membawanya pulang sampai tenggat dua "
        "minggu.",
        ("Penutup", Role.HEADING),
        "Ruangan perpustakaan ada beberapa.",
    )
    found = scorer.score(cut(essay, language)).coverage
    assert {concept: coverage.label for concept, coverage in found.items()} == {
        "lending": Label.EXPLAINED,
        "rooms": Label.MENTIONED,
    }
    assert found["lending"].evidence[0].phrases == ("kartu anggota", "meminjam buku", "tenggat", "dua minggu")
    off_topic = scorer.score(cut(make_essay("Kucing saya tidur pulas di atas atap sepanjang hari kemarin."), language))
    assert {coverage.label for coverage in off_topic.coverage.values()} == {Label.ABSENT}


def test_a_passage_that_turns_the_concept_round_is_no_explanation_and_a_doubt(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, by_rubric: Parameters
) -> None:
    scorer = CoverageScorer(concepts, {}, language, by_rubric)
    turned = make_essay("Peminjaman buku berarti warga tanpa mendaftar, juga yang terdaftar, meminjam dua minggu.")
    found = scorer.score(cut(turned, language)).coverage["lending"]
    assert found.label is Label.MENTIONED
    assert "contradiction" in found.doubts
    straight = make_essay("Peminjaman buku berarti warga yang terdaftar meminjam dua minggu.")
    found = scorer.score(cut(straight, language)).coverage["lending"]
    assert (found.label, found.doubts) == (Label.EXPLAINED, ())


def test_the_same_essay_gives_the_same_result(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay, by_rubric: Parameters
) -> None:
    passages = cut(make_essay(*concepts["lending"].exemplars), language)
    scorer = CoverageScorer(concepts, {}, language, by_rubric)
    first = scorer.score(passages)
    scorer.score(cut(make_essay("Gudang dan ruang baca."), language))
    assert scorer.score(passages) == first


@pytest.mark.parametrize(("usual", "unlike"), [(0.4, None), (0.6, "wording")])
def test_an_essay_of_other_words_is_told(
    language: Language,
    concepts: dict[str, Concept],
    make_essay: MakeEssay,
    believe: Believe,
    usual: float,
    unlike: str | None,
) -> None:
    parameters = believe({"Alfa": (0.9, 0.1)}, usual=Usual(0.0, usual), pairs=["alfa satu"])
    passages = cut(make_essay("Alfa satu. Beta dua."), language)  # one of two pairs is known
    assert CoverageScorer(concepts, {}, language, parameters).score(passages).unlike == unlike
    mostly_new = CoverageScorer({**concepts, "doors": concepts["rooms"]}, {}, language, parameters)
    assert mostly_new.score(passages).unlike is None  # one concept of three was learned: nothing is usual


WORDS = st.sampled_from(
    ["warga", "meminjam", "buku", "kartu", "terdaftar", "dua", "minggu", "tanpa", "mendaftar", ".", "“", "a)"]
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=6), st.data())
@settings(deadline=None, max_examples=40)
def test_quotes_are_verbatim_and_labels_fit_their_evidence(
    language: Language, any_scorer: CoverageScorer, texts: list[str], data: st.DataObject
) -> None:
    roles = [data.draw(st.sampled_from([Role.ESSAY, Role.HEADING, Role.TASK])) for _ in texts]
    blocks = tuple(Block(text, Kind.BODY, Place(None, n + 1)) for n, text in enumerate(texts))
    parts = tuple(Part(n, 0, len(text), roles[n]) for n, text in enumerate(texts))
    essay = Essay(Document("x", "", "txt", blocks), parts, (), WordCount(1, {}))
    for coverage in any_scorer.score(cut(essay, language)).coverage.values():
        assert bool(coverage.evidence) == (coverage.label is not Label.ABSENT)
        assert len(coverage.evidence) <= 3
        assert 0 <= coverage.confidence <= 1
        for evidence in coverage.evidence:
            assert blocks[evidence.block].text[evidence.start : evidence.end] == evidence.quote
            assert roles[evidence.block] is Role.ESSAY
            assert all(phrase in evidence.quote for phrase in evidence.phrases)


@pytest.fixture(scope="module")
def any_scorer(language: Language, by_rubric: Parameters) -> CoverageScorer:
    """Of one concept that is easily met."""
    text = {"id": "x", "en": "x"}
    concept = Concept.model_validate(
        {
            "title": text,
            "definition": text,
            "hint": text,
            "names": ["meminjam buku"],
            "groups": [["kartu", "terdaftar"], ["dua minggu"]],
            "exemplars": [f"warga meminjam buku dengan kartu anggota selama dua minggu {n}" for n in range(6)],
            "mentions": ["meminjam buku"],
            "confusables": ["gudang buku"],
            "contradictions": ["tanpa mendaftar"],
        }
    )
    return CoverageScorer({"lending": concept}, {}, language, by_rubric)
