"""Claims told as false, one after the other."""

from __future__ import annotations

from typing import Final

from grader.records.document import Notice
from grader.scoring.passages import Passages
from grader.scoring.polarity import denied

SHARE: Final = 0.1
FEWEST: Final = 3
"""Honest essays correct a false view now and then; they do not deny every tenth sentence."""


def denial(passages: Passages) -> tuple[Notice | None, frozenset[int]]:
    """Look for sentences that deny what they say.

    Returns:
        A notice ``denied-claims`` with ``share`` (percent of the sentences) and ``count``, or nothing; and the numbers
        of those sentences, be they few or many: none of them explains anything.
    """
    found = denied(passages)
    if len(found) < FEWEST or len(found) < SHARE * len(passages.sentences):
        return None, found
    share = round(100 * len(found) / len(passages.sentences))
    return Notice("denied-claims", "warning", {"share": share, "count": len(found)}), found
