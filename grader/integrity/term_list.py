"""Terms strung together to length, instead of sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.integrity.subject import Subject
from grader.records.document import Notice
from grader.scoring.passages import Passages

BARE = 0.6
"""A sentence is bare when at least this share of its words with subject matter belongs to names of concepts …"""
FUNCTION = 0.25
"""… and at most this share of all its words are function words …"""
ALL = 0.85
"""… or when nearly all of its words with subject matter do, whatever stands between them."""
SHARE = 0.3
"""Share of the essay's words in bare sentences from which the essay is called a list of terms."""
FEWEST = 80
"""Words in bare sentences below which nothing is said: a contents list and a few headings are no term list."""


def term_list(passages: Passages, subject: Subject) -> tuple[Notice | None, frozenset[int]]:
    """Find the sentences that hold little but names of concepts.

    An honest essay names and lists concepts too, in notes even often; but what it lists is a small part of it.

    Returns:
        A notice with ``share`` (percent of the essay's words) and ``count`` (those words), and the bare sentences; no
        notice and no sentence when they are too few.
    """
    words = listed = 0
    bare: list[int] = []
    for index, sentence in enumerate(passages.sentences):
        tokens = sentence.tokens
        words += len(tokens)
        content = sum(not token.function for token in tokens)
        named = _named([token.stem for token in tokens], [token.function for token in tokens], subject.terms)
        if named == 0 or named < BARE * content:
            continue
        if named >= ALL * content or len(tokens) - content <= FUNCTION * len(tokens):
            bare.append(index)
            listed += len(tokens)
    if listed < FEWEST or listed < SHARE * words:
        return None, frozenset()
    return Notice("term-list", "warning", {"share": round(100 * listed / words), "count": listed}), frozenset(bare)


def _named(stems: Sequence[str], function: Sequence[bool], terms: Mapping[str, Sequence[tuple[str, ...]]]) -> int:
    """How many words with subject matter belong to terms; the longest term at each place."""
    named = at = 0
    while at < len(stems):
        end = at + 1
        for rest in terms.get(stems[at], ()):
            if tuple(stems[end : end + len(rest)]) == rest:
                end += len(rest)
                named += sum(not each for each in function[at:end])
                break
        at = end
    return named
