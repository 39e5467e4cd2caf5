"""Whether what is sent to a person is what differs from the expert's; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import fsum
from typing import Final

from grader.records.agreement import Flagged, Judged, Share
from grader.records.assessment import ReviewReason

FROM_LABELS: Final = (
    "low-confidence",
    "unlike-wording",
    "unlike-unnamed",
    "contradiction",
    "term-list",
    "shuffled-text",
    "off-topic",
    "denied-claims",
)
"""Reasons for review that have to do with how an essay was labelled: codes of reasons, and of notices."""


def reasons(review: Iterable[ReviewReason]) -> tuple[str, ...]:
    """Of the reasons why a person should look at a submission, those that have to do with its labels.

    Returns:
        Codes of `FROM_LABELS`, each once, in the order of the review; a reason that points at a notice counts by the
        notice's code.
    """
    codes = (each.values.get("notice") if each.code == "notice" else each.code for each in review)
    return tuple(dict.fromkeys(code for code in codes if isinstance(code, str) and code in FROM_LABELS))


def doubtful(judged: Iterable[Judged]) -> Flagged:
    """Labels with a doubt beside those without: how many, and the share of them that is not the expert's."""
    return _flagged((float(each.expert is not each.ours), each.doubts) for each in judged)


def reviewed(exact: Mapping[str, float], why: Mapping[str, Collection[str]]) -> Flagged:
    """Documents with a reason for review beside those without: how many, and the mean of their exact agreement.

    Args:
        exact: exact agreement of each document, 0 to 1.
        why: codes of the reasons, by document; those not named have none.
    """
    return _flagged((value, why.get(name, ())) for name, value in exact.items())


def _flagged(things: Iterable[tuple[float, Collection[str]]]) -> Flagged:
    flagged: list[float] = []
    others: list[float] = []
    by_code: dict[str, list[float]] = {}
    for value, codes in things:
        (flagged if codes else others).append(value)
        for code in frozenset(codes):
            by_code.setdefault(code, []).append(value)
    most_first = sorted(by_code, key=lambda code: (-len(by_code[code]), code))
    return Flagged(_mean(flagged), _mean(others), tuple((code, _mean(by_code[code])) for code in most_first))


def _mean(values: Collection[float]) -> Share:
    return Share(len(values), fsum(values) / len(values) if values else None)
