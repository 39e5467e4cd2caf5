"""Text on something else, with terms of the subject in passing."""

from __future__ import annotations

from grader.integrity.grammar import ENGLISH
from grader.integrity.subject import Subject
from grader.records.document import Notice
from grader.scoring.passages import Passages

RATIO = 0.12
"""Relevance, in shares of what the rubric's own exemplars have, below which an essay is called off topic."""
FEWEST = 80
"""Words to judge on below which nothing is said."""
SMALLEST = 0.05
"""Relevance of its own exemplars below which a rubric holds too few words to tell any text from another."""
MIXED = 0.15
"""Share of English among the function words from which nothing is said: the rubric's words are Indonesian."""


def off_topic(passages: Passages, subject: Subject) -> Notice | None:
    """Compare an essay's words with those of the rubric's concepts; names of concepts do not count.

    Returns:
        A notice with ``share`` (relevance in percent of that of the rubric's exemplars) and ``count`` (words judged),
        or nothing.
    """
    if subject.expected < SMALLEST:
        return None
    function = english = 0
    words: list[list[int]] = []
    for sentence in passages.sentences:
        tokens = sentence.tokens
        stems = [token.stem for token in tokens if token.function]
        function += len(stems)
        english += sum(map(ENGLISH.__contains__, stems))
        words.append(subject.words([token.stem for token in tokens if not token.function]))
    count = sum(map(len, words))
    if count < FEWEST or english > MIXED * function:
        return None
    relevance = subject.relevance(words) / subject.expected
    if relevance >= RATIO:
        return None
    return Notice("off-topic", "warning", {"share": round(100 * relevance), "count": count})
