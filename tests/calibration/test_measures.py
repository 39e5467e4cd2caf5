"""Figures of agreement, worked out by hand, and what must hold of them always."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.calibration.measures import by_label, confusion, exact, f1_explained, qwk, scores
from grader.calibration.resampling import RESAMPLES, intervals, many_exact, many_f1, many_qwk
from grader.records.agreement import LabelScores, Scores
from grader.records.score import Label

PAIRS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=30)

# Ten labels, (expert, ours):      ours 0  1  2
#                        expert 0       3  1  0   | 4
#                        expert 1       1  1  1   | 3
#                        expert 2       0  1  2   | 3
#                                       4  3  3   | 10
TEN = [(0, 0)] * 3 + [(0, 1), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (2, 2)]


def test_the_table_has_the_expert_in_rows() -> None:
    assert confusion(TEN).tolist() == [[3, 1, 0], [1, 1, 1], [0, 1, 2]]


def test_figures_by_hand() -> None:
    counts = confusion(TEN)
    # Four labels are one level off, none two: Σ w·observed = 4.
    # Expected: rows × columns / 10, weight 1 for (0,1), (1,0), (1,2), (2,1); weight 4 for (0,2), (2,0):
    # (4·3 + 3·4 + 3·3 + 3·3 + 4·(4·3 + 3·4)) / 10 = (42 + 96) / 10 = 13.8.
    assert qwk(counts) == pytest.approx(1 - 4 / 13.8)
    assert exact(counts) == 6 / 10
    assert f1_explained(counts) == pytest.approx(2 * 2 / (3 + 3))
    labels = by_label(counts)
    assert [(each.label, each.expert, each.ours) for each in labels] == [(0, 4, 4), (1, 3, 3), (2, 3, 3)]
    assert [each.precision for each in labels] == pytest.approx([3 / 4, 1 / 3, 2 / 3])
    assert [each.recall for each in labels] == pytest.approx([3 / 4, 1 / 3, 2 / 3])


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([], Scores(0, None, None, None)),
        ([(0, 0)], Scores(1, None, 1.0, None)),  # no disagreement is to be expected
        ([(2, 2)] * 3, Scores(3, None, 1.0, 1.0)),
        ([(0, 2)] * 3, Scores(3, 0.0, 0.0, 0.0)),  # all as far off as expected
        ([(0, 1), (1, 1)], Scores(2, 0.0, 0.5, None)),  # one side always says the same
    ],
)
def test_what_is_not_defined_is_none_and_warns_of_nothing(pairs: list[tuple[int, int]], told: Scores) -> None:
    assert scores(confusion(pairs)) == told


def test_labels_never_given_have_no_precision_or_recall() -> None:
    absent, mentioned, explained = by_label(confusion([(0, 1)] * 4))
    assert (absent.precision, absent.recall) == (None, 0.0)
    assert (mentioned.precision, mentioned.recall) == (0.0, None)
    assert explained == LabelScores(Label.EXPLAINED, 0, 0, None, None)


@settings(deadline=None)
@given(st.lists(st.integers(0, 2), min_size=1))
def test_with_itself_everything_agrees(labels: list[int]) -> None:
    figures = scores(confusion((label, label) for label in labels))
    assert figures.exact == 1
    assert figures.qwk == (pytest.approx(1) if len(set(labels)) > 1 else None)
    assert figures.f1 == (1 if 2 in labels else None)


@settings(deadline=None)
@given(PAIRS)
def test_many_tables_at_once_are_as_one_by_one(pairs: list[tuple[int, int]]) -> None:
    counts = confusion(pairs)
    for one, many in ((qwk, many_qwk), (exact, many_exact), (f1_explained, many_f1)):
        (value,) = many(counts[None])
        assert (None if np.isnan(value) else pytest.approx(value, abs=1e-12)) == one(counts)


def test_one_document_tells_nothing_of_the_difference_between_documents() -> None:
    assert intervals([confusion(TEN)]).qwk is None


def test_documents_that_are_alike_have_no_width() -> None:
    found = intervals([confusion(TEN)] * 3).exact
    assert found is not None
    assert [found.low, found.high] == pytest.approx([0.6, 0.6])


def test_an_interval_by_counting() -> None:
    # One document all right, one all wrong, as many labels in each: a drawing of two is 0 (1/4), 0.5 (1/2) or 1 (1/4),
    # so the 2.5th percentile is 0 and the 97.5th is 1.
    right, wrong = confusion([(0, 0), (2, 2)]), confusion([(0, 2), (2, 0)])
    found = intervals([right, wrong]).exact
    assert found is not None
    assert (found.low, found.high) == (0, 1)
    assert RESAMPLES == 1_000


def test_drawings_in_which_a_figure_is_undefined_are_passed_over() -> None:
    # Only one of five documents has an *explained*, wrongly: F1 is 0 where it is drawn, and undefined elsewhere.
    plain, other = confusion([(0, 0)] * 4), confusion([(2, 1)] * 4)
    found = intervals([plain] * 4 + [other]).f1
    assert found is not None
    assert (found.low, found.high) == (0, 0)
    assert intervals([plain] * 4).f1 is None
    assert intervals([plain] * 4).qwk is None


@settings(deadline=None)
@given(st.lists(PAIRS, min_size=4, max_size=8))
def test_the_interval_of_exact_agreement_holds_the_figure(documents: list[list[tuple[int, int]]]) -> None:
    counts = [confusion(pairs) for pairs in documents]
    found, point = intervals(counts).exact, exact(sum(counts[1:], counts[0]))
    assert found is not None
    assert point is not None
    assert 0 <= found.low <= point + 1e-9
    assert point - 1e-9 <= found.high <= 1
    assert intervals(counts) == intervals(counts)
