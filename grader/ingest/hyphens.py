"""Words cut at the ends of lines: with a hyphen that belongs to them, or one that only the wrapping made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

HYPHENS: Final = "-\u00ad\u2010\ufffe\x02"
_WORD_END: Final = re.compile(rf"(\w+)[{HYPHENS}]\s*\Z")
_WORD_START: Final = re.compile(r"\s*(\w+)")


LONGEST_WORD: Final = 80
ALIKE: Final = 3
"""Letters that the halves of a reduplicated word share at their beginning or end."""
CO_LENGTH: Final = 5
"""*co-production* is a compound, *co-ba* a word cut in two."""
_COMPOUND_STARTS: Final = frozenset({"cross", "joined", "self", "non", "well", "face", "win", "follow", "check", "one"})
_COMPOUND_ENDS: Final = frozenset({"up", "based", "cutting", "driven", "making", "oriented"})
_VOWELS: Final = str.maketrans("", "", "aeiou")
_AROUND: Final = ".,;:!?()[]\"'“”‘’"


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """Words that stand whole inside lines, in small letters: how this writer spells them."""
    words: set[str] = set()
    for line in lines:
        words.update(line.casefold().split(" ")[:-1])
    return frozenset([word.strip(_AROUND) for word in words])


def joint(before: str, after: str, words: frozenset[str]) -> tuple[str, str]:
    """How two lines of a paragraph are put together.

    Args:
        before: the end of the first line.
        after: the second line.
        words: as from `known_words`.

    Returns:
        ``before`` without blanks and, where a word was cut, without its hyphen; and what comes between: a blank, a
        hyphen or nothing.
    """
    before = before.rstrip()
    if before[-1:] not in HYPHENS:
        return before, " "
    cut, following = _WORD_END.search(before[-LONGEST_WORD:]), _WORD_START.match(after)
    if cut is None or following is None:
        return before, " "
    kept = before[-1] != "\u00ad" and _keeps_hyphen(cut[1], following[1], words)
    return before.rstrip(HYPHENS), "-" if kept else ""


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether two halves around a hyphen at a line's end are written with it.

    What the writer does elsewhere decides. Otherwise reduplication keeps it (*tujuan-tujuan*, *terus-menerus*,
    *membeda-bedakan*, *bolak-balik*), and so do numbers and names (*2020-2024*, *Trans-Sulawesi*), single letters
    (*e-government*), and two halves that are words of their own (*cross-cutting*).
    """
    one, two = first.casefold(), second.casefold()
    if f"{one}-{two}" in words:
        return True
    if one + two in words:
        return False
    if one == "co" and len(two) > CO_LENGTH:
        return True
    if two == "nya" and (first.isupper() or any(word.endswith("-nya") for word in words)):
        return True
    if second[0].isupper() or not (first[-1].isalpha() and second[0].isalpha()) or len(one) == 1:
        return True
    if one in _COMPOUND_STARTS or two in _COMPOUND_ENDS or (min(len(one), len(two)) >= ALIKE and {one, two} <= words):
        return True
    return two[:ALIKE] in one or one[-ALIKE:] == two[-ALIKE:] or one.translate(_VOWELS) == two.translate(_VOWELS)
