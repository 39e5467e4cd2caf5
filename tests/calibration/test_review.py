"""What is sent to a person beside what is not, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.calibration.agreement import agree
from grader.calibration.review import doubtful, reasons, reviewed
from grader.records.agreement import Flagged, Judged, Share
from grader.records.assessment import ReviewReason
from grader.records.score import Label


def judged(document: str, concept: str, expert: int, ours: int, *doubts: str) -> Judged:
    return Judged(document, concept, Label(expert), Label(ours), 0.9, doubts=doubts)


SEVEN = [
    judged("a", "p", 2, 1, "low-confidence"),
    judged("a", "q", 0, 0, "low-confidence", "contradiction"),
    judged("a", "r", 2, 0, "contradiction", "low-confidence"),
    judged("b", "p", 1, 2, "not-thought-of-yet"),
    judged("b", "q", 0, 0),
    judged("b", "r", 1, 0),
    judged("c", "p", 2, 2),
]


def test_labels_in_doubt_by_hand() -> None:
    # Four labels have a doubt: 2/1, 2/0 and 1/2 differ, 0/0 does not. Of the three others only 1/0 differs.
    # Unsure: 2/1, 0/0, 2/0. Contradiction: 0/0, 2/0. A code that nobody knew of: 1/2.
    assert doubtful(SEVEN) == Flagged(
        flagged=Share(4, 3 / 4),
        others=Share(3, 1 / 3),
        codes=(
            ("low-confidence", Share(3, 2 / 3)),
            ("contradiction", Share(2, 1 / 2)),
            ("not-thought-of-yet", Share(1, 1.0)),
        ),
    )


def test_codes_as_frequent_as_each_other_stand_by_alphabet_and_count_once() -> None:
    told = doubtful([judged("a", "p", 0, 1, "z", "b", "z"), judged("a", "q", 0, 0, "b", "z")])
    assert told.codes == (("b", Share(2, 0.5)), ("z", Share(2, 0.5)))


def test_without_labels_or_without_doubts_there_is_no_figure() -> None:
    assert doubtful([]) == Flagged(Share(0, None), Share(0, None), ())
    assert doubtful([judged("a", "p", 0, 0)]) == Flagged(Share(0, None), Share(1, 0.0), ())


def test_essays_by_hand() -> None:
    # Flagged: 0.5 and 0.75, mean 0.625. Not flagged: 1.0, 0.9 and 0.8, mean 0.9; one has no entry, one an empty one.
    exact = {"a": 0.5, "b": 1.0, "c": 0.9, "d": 0.75, "e": 0.8}
    told = reviewed(
        exact,
        {"a": ("unlike-wording", "low-confidence"), "b": (), "d": ("low-confidence",), "away": ("unlike-wording",)},
    )
    assert told.flagged.n == 2
    assert told.flagged.value == pytest.approx(0.625)
    assert told.others.n == 3
    assert told.others.value == pytest.approx(0.9)
    assert told.codes == (("low-confidence", Share(2, 0.625)), ("unlike-wording", Share(1, 0.5)))


def test_an_essay_counts_as_one_however_many_labels_it_has() -> None:
    # a: 1 of 3 equal (2/1, 0/0, 2/0). b: 1 of 3 (1/2, 0/0, 1/0). c: 1 of 1.
    told = agree(SEVEN, dict.fromkeys("abc", 100), why={"b": ("off-topic",), "c": ("off-topic", "unlike-wording")})
    flagged, others = told.reviewed.flagged, told.reviewed.others
    assert flagged.n == 2
    assert flagged.value == pytest.approx((1 / 3 + 1) / 2)
    assert others.n == 1
    assert others.value == pytest.approx(1 / 3)
    assert [each.reasons for each in told.documents] == [(), ("off-topic",), ("off-topic", "unlike-wording")]
    assert {each.reasons for each in told.concepts} == {()}
    assert told.doubtful == doubtful(SEVEN)


def test_only_reasons_that_have_to_do_with_labels_are_taken() -> None:
    review = (
        ReviewReason("rule-broken", {"rule": "fonts"}),
        ReviewReason("notice", {"notice": "hidden-text"}),
        ReviewReason("notice", {"notice": "term-list"}),
        ReviewReason("near-pass-mark", {"points": 70.0, "pass_mark": 70.01}),
        ReviewReason("low-confidence", {"count": 4, "total": 9}),
        ReviewReason("contradiction", {"count": 1}),
        ReviewReason("notice", {"notice": "term-list"}),
    )
    assert reasons(review) == ("term-list", "low-confidence", "contradiction")
    assert reasons(review[:2]) == reasons(()) == ()


@given(
    st.lists(
        st.builds(
            Judged,
            st.just("a"),
            st.just("p"),
            st.sampled_from(Label),
            st.sampled_from(Label),
            st.just(0.5),
            doubts=st.lists(st.sampled_from(["x", "y", "z"])).map(tuple),
        )
    )
)
def test_parts_make_the_whole(labels: list[Judged]) -> None:
    told = doubtful(labels)
    wrong = sum(each.expert != each.ours for each in labels)
    assert told.flagged.n + told.others.n == len(labels)
    parts = [part.n * part.value for part in (told.flagged, told.others) if part.value is not None]
    assert sum(parts) == pytest.approx(wrong)
    if told.codes:
        ns = [share.n for _, share in told.codes]
        assert max(ns) <= told.flagged.n <= sum(ns)
    else:
        assert told.flagged.n == 0
