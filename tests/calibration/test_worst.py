"""Where the program and the expert differ most."""

from __future__ import annotations

import pytest

from grader.calibration.agreement import agree
from grader.calibration.measures import commonest, confusion
from grader.calibration.worst import worst, worst_first
from grader.records.agreement import Confusion, GroupScores, Judged, Scores
from grader.records.score import Label

ABSENT, MENTIONED, EXPLAINED = Label


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([], None),
        ([(0, 0), (2, 2)], None),
        ([(2, 0)] * 7 + [(2, 1)] * 6 + [(2, 2)] * 20, Confusion(EXPLAINED, ABSENT, 7)),
        ([(1, 2), (1, 2), (2, 0)], Confusion(MENTIONED, EXPLAINED, 2)),  # more often counts for more than farther apart
        ([(1, 2), (2, 0), (1, 0)], Confusion(EXPLAINED, ABSENT, 1)),  # as often: farthest apart
        ([(2, 0), (0, 2)], Confusion(ABSENT, EXPLAINED, 1)),  # as far apart: the expert's lower label
        ([(1, 2), (1, 0), (2, 1)], Confusion(MENTIONED, ABSENT, 1)),
    ],
)
def test_the_commonest_confusion(pairs: list[tuple[int, int]], told: Confusion | None) -> None:
    assert commonest(confusion(pairs)) == told


def group(name: str, exact: float, qwk: float | None) -> GroupScores:
    off = None if exact == 1 else Confusion(EXPLAINED, ABSENT, 1)
    return GroupScores(name, Scores(10, qwk, exact, None), Scores(10, None, None, None), (), off)


def test_the_least_agreement_stands_first() -> None:
    groups = [
        group("all equal", 1.0, 1.0),
        group("half, kappa high", 0.5, 0.6),
        group("half, kappa low", 0.5, 0.1),
        group("half, kappa low too", 0.5, 0.1),
        group("none", 0.0, 0.3),
        group("one label only", 1.0, None),
    ]
    assert [each.name for each in worst_first(groups)] == [
        "none",
        "half, kappa low",
        "half, kappa low too",
        "half, kappa high",
        "all equal",
        "one label only",
    ]
    assert [each.name for each in worst(groups)] == [
        "none",
        "half, kappa low",
        "half, kappa low too",
        "half, kappa high",
    ]


def test_no_more_than_five_are_told() -> None:
    names = [each.name for each in worst([group(f"g{n}", (9 - n) / 10, None) for n in range(10)])]
    assert names == ["g9", "g8", "g7", "g6", "g5"]


def test_groups_tell_precision_recall_and_commonest_confusion_of_their_own_labels() -> None:
    pairs = [(2, 0), (2, 0), (2, 2), (0, 0)]
    labels = [Judged("a", f"c{n}", Label(expert), Label(ours), 0.9) for n, (expert, ours) in enumerate(pairs)]
    other = Judged("b", "c0", MENTIONED, MENTIONED, 0.9)
    record = agree([*labels, other], {"a": 100, "b": 200})
    first, second = record.documents
    assert first.commonest == Confusion(EXPLAINED, ABSENT, 2)
    assert [(each.expert, each.ours) for each in first.labels] == [(1, 3), (0, 0), (3, 1)]
    assert [each.precision for each in first.labels] == [pytest.approx(1 / 3), None, 1.0]
    assert [each.recall for each in first.labels] == [1.0, None, pytest.approx(1 / 3)]
    assert second.commonest is None
    # Only c0 is in two essays: by length alone the shorter one gets the other's "mentioned", the longer "explained".
    by_length = record.length_labels
    assert [(each.expert, each.ours) for each in by_length] == [(0, 0), (1, 1), (1, 1)]
    assert [each.precision for each in by_length] == [None, 0.0, 0.0]
