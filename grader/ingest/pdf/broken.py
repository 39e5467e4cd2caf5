"""Words with a blank in their middle (``s ebanyak``), as converters leave them where a line or piece of text ended."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cached_property
from typing import Final

from grader.ingest.cleaning import Piece
from grader.ingest.hyphens import known_words

_LETTER_FIRST: Final = re.compile(r"(?<!\S)([^\W\d_]) ([^\W\d_]{2,40})")
_LETTER_LAST: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,40}+) ([^\W\d_])(?![\w-])")

_SHORT: Final = re.compile(r" ([^\W\d_])[\W_]?(?= |\Z)")
"""A letter alone between blanks, perhaps with a full stop behind it."""


class Words:
    """The words that stand whole in a document, in small letters; gathered when first needed, which is seldom.

    Args:
        lines: of the document.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def all(self) -> frozenset[str]:
        """As from `known_words`."""
        return known_words(self._lines)

    @cached_property
    def _text(self) -> str:
        return "\n".join(self._lines).casefold()

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        # What is asked for stands nowhere as a rule, and to see that takes less than to gather all words.
        at = self._text.find(word)
        while at > 0 and self._text[at - 1].isalnum():
            at = self._text.find(word, at + 1)
        return at >= 0 and word in self.all


def mended(pieces: list[Piece], words: Container[str]) -> list[Piece]:
    """Put a letter back to the word that it was cut from.

    Only a single letter is taken for a part, for it is hardly ever a word in Indonesian; and only where the whole word
    stands elsewhere in the document, so that nothing is guessed.

    Args:
        pieces: of a paragraph.
        words: those that stand whole elsewhere, in small letters.
    """
    text = "".join([piece.text for piece in pieces])
    if not any(map(str.isalpha, _SHORT.findall(f" {text}"))):
        return pieces
    blanks = sorted(
        {
            found.end(1)
            for pattern in (_LETTER_FIRST, _LETTER_LAST)
            for found in pattern.finditer(text)
            if (found[1] + found[2]).casefold() in words
        }
    )
    return _without(pieces, blanks) if blanks else pieces


def _without(pieces: Sequence[Piece], places: Sequence[int]) -> list[Piece]:
    """The pieces without the characters at some places of their text."""
    result: list[Piece] = []
    start = 0
    for piece in pieces:
        inside = {place - start for place in places if start <= place < start + len(piece.text)}
        start += len(piece.text)
        kept = "".join(char for at, char in enumerate(piece.text) if at not in inside) if inside else piece.text
        result.append(Piece(kept, piece.format))
    return result
