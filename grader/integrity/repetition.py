"""The same text said again."""

from __future__ import annotations

from itertools import pairwise

from grader.records.document import Notice
from grader.records.essay import Role
from grader.scoring.passages import Passages
from grader.structure.words import count_words

SHORTEST = 8
"""Words of a sentence that is looked for; shorter ones (thanks, formulas) may well stand twice."""
SHARE = 0.1
"""Share of the text that was said before, from which the essay is called repetitive."""
FEWEST = 40
"""Words said before below which nothing is said."""


def repetition(passages: Passages) -> Notice | None:
    """Count the words of sentences and paragraphs that stood in the essay before.

    Returns:
        A notice with ``share`` (percent of the essay's words, repeated paragraphs included) and ``count`` (words said
        before), or nothing.
    """
    essay = passages.essay
    words = again = sum(count_words(essay.text(part)) for part in essay.parts if part.role is Role.REPEATED)
    seen: set[tuple[str, ...]] = set()
    for begin, end in pairwise(passages.starts.tolist()):
        stems = tuple(passages.stems[begin:end])
        words += len(stems)
        if len(stems) < SHORTEST:
            continue
        if stems in seen:
            again += len(stems)
        seen.add(stems)
    if again < FEWEST or again < SHARE * words:
        return None
    return Notice("repetition", "warning", {"share": round(100 * again / words), "count": again})
