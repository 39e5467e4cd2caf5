"""Words with a blank in their middle (``s ebanyak``), as converters leave them where a line or piece of text ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from grader.ingest.cleaning import Piece

_LETTER_FIRST: Final = re.compile(r"(?<!\S)([^\W\d_]) ([^\W\d_]{2,40})")
_LETTER_LAST: Final = re.compile(r"([^\W\d_]{2,40}) ([^\W\d_])(?![\w-])")

LETTER: Final = 2
"""A letter, and perhaps the full stop behind it."""


def mended(pieces: list[Piece], words: frozenset[str]) -> list[Piece]:
    """Put a letter back to the word that it was cut from.

    Only a single letter is taken for a part, for it is hardly ever a word in Indonesian; and only where the whole word
    stands elsewhere in the document, so that nothing is guessed.

    Args:
        pieces: of a paragraph.
        words: those that stand whole elsewhere, in small letters.
    """
    text = "".join(piece.text for piece in pieces)
    short = [token for token in text.split(" ") if len(token) <= LETTER]
    if not any(token[:1].isalpha() and not token[1:].isalnum() for token in short):
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
