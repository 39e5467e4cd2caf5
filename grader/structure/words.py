"""The one counter of words, and the list markers that it leaves out."""

from __future__ import annotations

import re
from typing import Final

# A marker typed at the head of a block: `1.` `12)` `(a)` `A.` `iv.` or `1.1` before a capital. Two-part numbers without
# a capital behind them ("2.5 juta orang") are amounts.
_MARKER: Final = re.compile(
    r"[\s*_#>]*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-Z*])|[-–—•·▪◦●○■□➢✓→\uf0b7\uf0a7]+)"
    r"(?=\s|$)\s*"
)
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_WORD: Final = re.compile(r"[^\W_]+")


def marker_end(text: str) -> int:
    """Where the text begins behind a list marker typed at its head; 0 when there is none."""
    found = _MARKER.match(text)
    return found.end() if found else 0


def count_words(text: str) -> int:
    """Count the words of a text.

    A word is a token between white space that holds at least one letter or digit (of any script). A list marker typed
    at the head of the text (``1.``, ``a)``, ``(iv)``, ``1.1`` before a capital, a bullet) is no word, and neither is an
    HTML tag left in the text. So ``A. Yani`` at the head of a paragraph counts as one word: a list letter and an
    initial look alike.

    Args:
        text: of a block, or of a part of one.

    Returns:
        The number of words, 0 or more.
    """
    tokens = _untagged(text[marker_end(text) :]).split()
    # nearly every token begins with a letter or digit: a look at the first character spares most of the work
    return sum([token[0].isalnum() or any(map(str.isalnum, token)) for token in tokens])


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, for comparing lines: no punctuation, no markup, hyphenated words in two."""
    return tuple(_WORD.findall(_untagged(text).casefold()))


def _untagged(text: str) -> str:
    return _TAG.sub(" ", text) if "<" in text else text
