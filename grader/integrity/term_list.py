"""Terms strung together to length, instead of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from grader.integrity.subject import Subject
from grader.records.document import Notice
from grader.records.text import Token
from grader.scoring.passages import Passages

BARE = 0.6
"""A sentence is bare when at least this share of its words with subject matter belongs to names of concepts …"""
FUNCTION = 0.25
"""… and at most this share of all its words are function words …"""
ALL = 0.85
"""… or when nearly all of its words with subject matter do, whatever stands between them."""
POOR = 0.1
"""Sentences with at most this share of function words are looked at together: notes have them, and lists of terms …"""
DISTINCT = 0.3
"""… but notes go on to other words. A list that at most this share of its words is new in was repeated to length."""
SHARE = 0.3
"""Share of the essay's words in bare sentences from which the essay is called a list of terms."""
FEWEST = 80
"""Words in bare sentences below which nothing is said: a contents list and a few headings are no term list."""


def term_list(passages: Passages, subject: Subject) -> tuple[Notice | None, frozenset[int]]:
    """Find the sentences that hold little but names of concepts, or the same few terms of any kind over and over.

    An honest essay names and lists concepts too, in notes even often; but what it lists is a small part of it, and each
    thing is listed once or twice.

    Returns:
        A notice with ``share`` (percent of the essay's words) and ``count`` (those words), and the bare sentences; no
        notice and no sentence when they are too few.
    """
    sentences = passages.sentences
    bare: set[int] = set()
    poor: set[int] = set()
    said: list[str] = []
    naming = np.array([stem in subject.naming for stem in passages.stems], dtype=np.bool_) & passages.content
    for index, (content, possible) in enumerate(
        zip(passages.counted(passages.content), passages.counted(naming), strict=True)
    ):
        sentence = sentences[index]
        size = sentence.last - sentence.first
        if size - content <= POOR * size:
            poor.add(index)
            said.extend(token.stem for token in sentence.tokens)
        if not possible or possible < BARE * content:  # spares most sentences a closer look
            continue
        named = _named(sentence.tokens, subject.terms)
        if named and named >= BARE * content and (named >= ALL * content or size - content <= FUNCTION * size):
            bare.add(index)
    if len(set(said)) <= DISTINCT * len(said):
        bare |= poor
    words = sum(sentence.last - sentence.first for sentence in sentences)
    listed = sum(sentences[index].last - sentences[index].first for index in sorted(bare))
    if listed < FEWEST or listed < SHARE * words:
        return None, frozenset()
    return Notice("term-list", "warning", {"share": round(100 * listed / words), "count": listed}), frozenset(bare)


def _named(tokens: Sequence[Token], terms: Mapping[str, Sequence[tuple[str, ...]]]) -> int:
    """How many words with subject matter belong to terms; the longest term at each place."""
    stems = [token.stem for token in tokens]
    named = at = 0
    while at < len(stems):
        end = at + 1
        for rest in terms.get(stems[at], ()):
            if tuple(stems[end : end + len(rest)]) == rest:
                end += len(rest)
                named += sum(not token.function for token in tokens[at:end])
                break
        at = end
    return named
