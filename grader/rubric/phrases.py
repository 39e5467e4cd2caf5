"""Which phrases of a rubric are of no use, because they would be found everywhere or nowhere."""

from __future__ import annotations

import re
from typing import Final

FUNCTION_WORDS: Final[frozenset[str]] = frozenset(
    word
    for line in (
        "yang dan atau serta di ke dari pada dengan untuk bagi oleh ini itu tersebut para si sang akan pun juga saja",
        "the a an and or of in on at to for from by with be been this that these those it its as",
    )
    for word in line.split()
)
"""Words that every essay holds, whatever it says: a phrase of these alone tells nothing.

Words that mark a definition, a condition, an aim or the writer's own work (*adalah*, *jika*, *agar*, *kami*) are not
among them: within a group they do tell something.
"""

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*\*?")
_BARE_STAR: Final = re.compile(r"(?:^|\s)\*")
_INNER_STAR: Final = re.compile(r"\*\S")


def folded(phrase: str) -> str:
    """A phrase as phrases are told apart: without regard to case and to the width of blanks."""
    return " ".join(phrase.split()).casefold()


def useless(phrase: str) -> str | None:
    """Why a phrase is of no use, as a key ``rubric.reason.*``; ``None`` when it is fit for use."""
    text = folded(phrase)
    if not text:
        return "rubric.reason.empty"
    if _BARE_STAR.search(text):
        return "rubric.reason.star-alone"
    if _INNER_STAR.search(text):
        return "rubric.reason.star-inside"
    words = [word.rstrip("*") for word in _WORD.findall(text)]
    if not words:
        return "rubric.reason.no-word"
    if len(words) == 1 and len(words[0]) == 1:
        return "rubric.reason.single-letter"
    if "*" in text and any(
        len(word) < 3 for word, raw in zip(words, _WORD.findall(text), strict=True) if raw[-1] == "*"
    ):
        return "rubric.reason.short-prefix"
    if all(word in FUNCTION_WORDS for word in words):
        return "rubric.reason.function-words"
    return None
