"""The whole of an agreement: pairs, length alone, confidences, quotes, groups."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.calibration.agreement import agree
from grader.calibration.confidence import bins, calibration_error, most_confident
from grader.calibration.length import by_length
from grader.calibration.quotes import found, overlaps
from grader.records.agreement import Judged, Share
from grader.records.score import Label

ABSENT, MENTIONED, EXPLAINED = Label


def judged(document: str, concept: str, expert: int, ours: int, confidence: float = 0.9) -> Judged:
    return Judged(document, concept, Label(expert), Label(ours), confidence)


MANY = st.lists(
    st.builds(
        judged,
        st.sampled_from(["a", "b", "c", "d"]),
        st.sampled_from(["p", "q", "r"]),
        st.integers(0, 2),
        st.integers(0, 2),
        st.floats(0, 1),
    ),
    unique_by=lambda each: (each.document, each.concept),
)
WORDS = {"a": 100, "b": 300, "c": 300, "d": 700}


def test_length_alone_by_hand() -> None:
    # Concept p: four essays of 100, 300, 300, 700 words with the labels 0, 1, 2, 2.
    # a (100): others 1 2 2; shorter 0, equal 0 -> number 0 of 1 2 2 = 1.
    # b (300): others 0 2 2; shorter 1 (a), equal 1 (c): 1 + 0 -> number 1 of 0 2 2 = 2.
    # c (300): others 0 1 2; shorter 1, equal 1 -> number 1 of 0 1 2 = 1.
    # d (700): others 0 1 2; shorter 3 -> the last, number 2 = 2.
    pairs = [judged("a", "p", 0, 0), judged("b", "p", 1, 0), judged("c", "p", 2, 0), judged("d", "p", 2, 0)]
    assert by_length(pairs, WORDS) == (MENTIONED, EXPLAINED, MENTIONED, EXPLAINED)


def test_length_alone_looks_at_each_concept_apart_and_never_at_the_essays_own_label() -> None:
    pairs = [judged("a", "p", 2, 2), judged("d", "p", 0, 0), judged("a", "q", 1, 1)]
    # Each knows only the other's label; q has no other.
    assert by_length(pairs, WORDS) == (ABSENT, EXPLAINED, None)


@settings(deadline=None)
@given(MANY)
def test_length_alone_is_what_its_definition_says(pairs: list[Judged]) -> None:
    for each, predicted in zip(pairs, by_length(pairs, WORDS), strict=True):
        others = [one for one in pairs if one.concept == each.concept and one.document != each.document]
        if not others:
            assert predicted is None
            continue
        lengths = [WORDS[one.document] for one in others]
        own = WORDS[each.document]
        rank = sum(length < own for length in lengths) + lengths.count(own) // 2
        assert predicted is sorted(one.expert for one in others)[min(rank, len(others) - 1)]


def test_bins_are_closed_below_and_the_last_above_too() -> None:
    table = bins([judged("a", f"c{step}", 0, 0, step / 10) for step in range(11)])
    assert [each.n for each in table] == [1] * 9 + [2]
    assert [(each.lower, each.upper) for each in table][::9] == [(0.0, 0.1), (0.9, 1.0)]


def test_calibration_error_by_hand() -> None:
    # Confidence 0.62 and 0.68 (mean 0.65), one of two right: |0.5 - 0.65| = 0.15, weight 2/4.
    # Confidence 0.95 twice, both right: |1 - 0.95| = 0.05, weight 2/4. Together 0.1.
    pairs = [
        judged("a", "p", 1, 1, 0.62),
        judged("a", "q", 1, 2, 0.68),
        judged("b", "p", 0, 0, 0.95),
        judged("b", "q", 2, 2, 0.95),
    ]
    assert calibration_error(bins(pairs)) == pytest.approx(0.1)
    assert calibration_error(bins([])) is None


def test_the_most_confident_by_hand() -> None:
    sure = [judged("a", f"c{n}", 0, 0, 0.9) for n in range(3)]
    unsure = [judged("a", "c8", 0, 1, 0.2)]
    wrong = [judged("a", "c9", 0, 1, 0.8)]
    assert most_confident(sure + unsure + wrong) == Share(4, 3 / 4)  # ⌈0.8 · 5⌉ = 4; the wrong one is among them
    assert most_confident([*sure, *unsure]) == Share(4, 3 / 4)  # ⌈3.2⌉ = 4: all
    assert most_confident([]) == Share(0, None)


def test_labels_of_one_confidence_share_the_last_places() -> None:
    # ⌈0.8 · 5⌉ = 4 places, one is sure; three places for four of which two are right: (1 + 3 · 2/4) / 4.
    pairs = [judged("a", "c0", 0, 0, 0.9), *(judged("a", f"d{n}", 0, n % 2, 0.5) for n in range(4))]
    assert most_confident(pairs) == Share(4, (1 + 1.5) / 4)


@pytest.mark.parametrize(
    ("sentence", "quote", "held"),
    [
        ("Ego sektoral memperlambat layanan.", "ego  sektoral\nmemperlambat layanan", True),
        ("satu dua tiga empat", "nol satu dua lima enam tujuh", True),  # 2 of 4
        ("satu dua tiga empat lima", "nol satu dua enam tujuh delapan", False),  # 2 of 5
        ("satu dua tiga empat", "satu x dua x tiga x empat", False),  # the same words, but no run of them
        ("“Kolaborasi” itu penting", "kolaborasi itu penting (sekali)", True),
        ("", "satu", False),
        ("…", "…", False),
    ],
)
def test_a_sentence_is_held_by_a_quote_or_not(sentence: str, quote: str, held: bool) -> None:
    assert overlaps(sentence, quote) is held
    assert overlaps(quote, sentence) is held


def test_evidence_is_asked_for_where_both_call_explained_and_there_is_a_sentence() -> None:
    def one(expert: int, ours: int, evidence: str, *quotes: str) -> Judged:
        return Judged("a", f"{expert}{ours}{evidence}", Label(expert), Label(ours), 1.0, evidence, quotes)

    pairs = [
        one(2, 2, "satu dua tiga", "lain sekali", "satu dua tiga"),
        one(2, 2, "empat lima enam", "lain sekali"),
        one(2, 2, "", "lain"),
        one(2, 1, "satu dua tiga", "satu dua tiga"),
        one(1, 2, "satu dua tiga", "satu dua tiga"),
    ]
    assert found(pairs) == Share(2, 0.5)
    assert found(pairs[2:]) == Share(0, None)


def test_groups_stand_in_the_order_asked_for() -> None:
    pairs = [judged("b", "q", 0, 0), judged("a", "q", 2, 1), judged("a", "x", 1, 1), judged("a", "p", 2, 2)]
    record = agree(pairs, WORDS, ("q", "p"))
    assert [each.name for each in record.documents] == ["a", "b"]
    assert [each.name for each in record.concepts] == ["q", "p", "x"]
    assert [each.scores.n for each in record.concepts] == [2, 1, 1]
    assert record.documents[0].scores.exact == pytest.approx(2 / 3)
    assert record.length.n == 2  # only q is in two essays
    assert record.confusion == ((1, 0, 0), (0, 1, 0), (0, 1, 1))


def test_without_pairs_nothing_is_defined() -> None:
    record = agree([], {})
    assert (record.total.n, record.total.qwk, record.intervals.qwk, record.calibration_error) == (0, None, None, None)
    assert record.documents == record.concepts == ()


@settings(max_examples=20, deadline=None)  # each works out all figures twice
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_the_labels_does_not_matter(pairs: list[Judged], chance: random.Random) -> None:
    mixed = pairs.copy()
    chance.shuffle(mixed)
    assert agree(mixed, WORDS) == agree(pairs, WORDS)


@settings(max_examples=20, deadline=None)
@given(MANY)
def test_parts_make_the_whole(pairs: list[Judged]) -> None:
    record = agree(pairs, WORDS)
    for groups in (record.documents, record.concepts):
        assert sum(each.scores.n for each in groups) == record.total.n == len(pairs)
    assert sum(map(sum, record.confusion)) == sum(each.n for each in record.bins) == len(pairs)
    assert sum(each.expert for each in record.labels) == sum(each.ours for each in record.labels) == len(pairs)
