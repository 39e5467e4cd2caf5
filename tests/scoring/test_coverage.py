"""Labels, confidence and quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.records.document import Block, Document, Kind, Place
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.coverage import FURTHER, UNSURE, CoverageScorer
from grader.scoring.judge import Belief, HandSetJudge
from grader.scoring.passages import Passages
from grader.scoring.scorer import Measures

MakeEssay = Callable[..., Essay]


class FixedJudge:
    """Believes what the test says of windows that hold a word."""

    def __init__(self, beliefs: Mapping[str, tuple[float, float]]) -> None:
        self._beliefs = beliefs

    def judge(self, passages: Passages, measures: Measures, concepts: Mapping[str, Concept]) -> Belief:
        shape = measures["name"].shape
        mentioned, explained = np.full(shape, 0.1), np.full(shape, 0.1)
        for row, window in enumerate(passages.windows):
            if window.last - window.first > 1:
                continue
            sentence = passages.sentences[window.first]
            text = passages.essay.document.blocks[sentence.block].text[sentence.start : sentence.end]
            for word, (least, most) in self._beliefs.items():
                if word in text:
                    mentioned[row, 0], explained[row, 0] = least, most
        return Belief(mentioned, explained)


def score(
    language: Language,
    concepts: dict[str, Concept],
    essay: Essay,
    beliefs: Mapping[str, tuple[float, float]],
    places: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Label, float, list[str], tuple[str, ...]]:
    scorer = CoverageScorer(concepts, places or {}, language, FixedJudge(beliefs))
    found = scorer.score(essay)["lending"]
    return found.label, found.confidence, [evidence.quote for evidence in found.evidence], found.doubts


def test_the_best_window_gives_label_and_confidence(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    essay = make_essay("Alfa satu. Beta dua. Gama tiga.")
    beliefs = {"Alfa": (0.9, 0.2), "Beta": (0.9, 0.8), "Gama": (0.9, 0.95)}
    assert score(language, concepts, essay, beliefs) == (Label.EXPLAINED, 0.95, ["Gama tiga.", "Beta dua."], ())


def test_mentioned_is_as_sure_as_it_is_neither_absent_nor_explained(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    essay = make_essay("Alfa satu. Beta dua.")
    label, confidence, quotes, doubts = score(language, concepts, essay, {"Alfa": (0.9, 0.4)})
    assert (label, quotes) == (Label.MENTIONED, ["Alfa satu."])
    assert confidence == pytest.approx(0.6)
    assert confidence < UNSURE
    assert doubts == ("low-confidence",)


def test_absent_has_no_quotes(language: Language, concepts: dict[str, Concept], make_essay: MakeEssay) -> None:
    label, confidence, quotes, _ = score(language, concepts, make_essay("Alfa satu."), {"Alfa": (0.3, 0.2)})
    assert (label, confidence, quotes) == (Label.ABSENT, 0.7, [])


def test_at_most_three_quotes_without_overlap(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    essay = make_essay("Alfa satu. Alfa dua. Alfa tiga. Alfa empat.")
    _, _, quotes, _ = score(language, concepts, essay, {"Alfa": (0.9, 0.9)})
    assert quotes == ["Alfa satu.", "Alfa dua.", "Alfa tiga."]


def test_a_further_quote_must_be_convincing(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    essay = make_essay("Alfa satu. Beta dua. Gama tiga.")
    beliefs = {"Alfa": (0.9, 0.9), "Beta": (0.9, FURTHER), "Gama": (0.9, FURTHER - 0.01)}
    assert score(language, concepts, essay, beliefs)[2] == ["Alfa satu.", "Beta dua."]


def test_a_concept_is_looked_for_in_its_sections_if_they_were_found(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    beliefs = {"Alfa": (0.9, 0.9), "Beta": (0.9, 0.8)}
    only = {"lending": frozenset({"b"})}
    found = make_essay("Alfa satu.", "Beta dua.", sections={0: "a", 1: "b"})
    assert score(language, concepts, found, beliefs, only)[2] == ["Beta dua."]
    not_found = make_essay("Alfa satu.", "Beta dua.", sections={0: "a"})
    assert score(language, concepts, not_found, beliefs, only)[2] == ["Alfa satu.", "Beta dua."]


def test_the_judge_tells_explained_from_mentioned_and_absent(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = CoverageScorer(concepts, {}, language, HandSetJudge())
    essay = make_essay(
        "Di desa kami, warga yang memegang kartu anggota boleh meminjam buku dan membawanya pulang sampai tenggat dua "
        "minggu.",
        ("Penutup", Role.HEADING),
        "Ruangan perpustakaan ada beberapa.",
    )
    found = scorer.score(essay)
    assert {concept: coverage.label for concept, coverage in found.items()} == {
        "lending": Label.EXPLAINED,
        "rooms": Label.MENTIONED,
    }
    assert found["lending"].evidence[0].phrases == ("kartu anggota", "meminjam buku", "tenggat", "dua minggu")
    off_topic = scorer.score(make_essay("Kucing saya tidur pulas di atas atap sepanjang hari kemarin."))
    assert {coverage.label for coverage in off_topic.values()} == {Label.ABSENT}


def test_a_passage_that_turns_the_concept_round_is_no_explanation(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    scorer = CoverageScorer(concepts, {}, language, HandSetJudge())
    essay = make_essay("Peminjaman buku berarti warga tanpa mendaftar membawa pulang buku untuk selamanya.")
    found = scorer.score(essay)["lending"]
    assert found.label < Label.EXPLAINED


def test_the_same_essay_gives_the_same_result(
    language: Language, concepts: dict[str, Concept], make_essay: MakeEssay
) -> None:
    essay = make_essay(*concepts["lending"].exemplars)
    scorer = CoverageScorer(concepts, {}, language, HandSetJudge())
    first = scorer.score(essay)
    scorer.score(make_essay("Gudang dan ruang baca."))
    assert scorer.score(essay) == first


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
    for coverage in any_scorer.score(essay).values():
        assert bool(coverage.evidence) == (coverage.label is not Label.ABSENT)
        assert len(coverage.evidence) <= 3
        assert 0 <= coverage.confidence <= 1
        for evidence in coverage.evidence:
            assert blocks[evidence.block].text[evidence.start : evidence.end] == evidence.quote
            assert roles[evidence.block] is Role.ESSAY
            assert all(phrase in evidence.quote for phrase in evidence.phrases)


@pytest.fixture(scope="module")
def any_scorer(language: Language) -> CoverageScorer:
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
    return CoverageScorer({"lending": concept}, {}, language, HandSetJudge())
