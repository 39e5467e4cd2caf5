"""How far a line repeats a passage of the task: overlap of content words, affixes off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_FUNCTION_LIST = """
ada adakah adalah agar akan anda antar antara apa apakah atas atau bagaimana bagaimanakah bagi bahwa bapak
berdasarkan berikut boleh dalam dan dapat dari demi dengan di dll ibu ini itu jika juga kami ke kepada kita maka
mana mengapa oleh pada para saja saudara saudari saya sebagai secara seperti serta sesuai setiap suatu tentang
terhadap untuk yaitu yakni yang the a an of and or to in at on your you is are how what which"""
_FUNCTION: Final = frozenset(_FUNCTION_LIST.split())
FIRST_PERSON: Final = frozenset({"saya", "kami", "aku", "gue", "sy", "penulis"})
_PREFIXES: Final = ("menge", "penge", "meny", "peny", "meng", "peng", "mem", "pem", "men", "pen", "ber", "ter", "di")
_SUFFIXES: Final = ("nya", "lah", "kah", "kan", "an", "i")
_ROOT: Final = 4


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word with its commonest affixes off; coarse, and only fit for comparing it with another word so treated.

    ``penerapan`` and ``diterapkan`` both become ``terap``; nothing shorter than four letters is left.
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _ROOT:
            word = word.removesuffix(suffix)
            if suffix not in ("nya", "lah", "kah"):
                break
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _ROOT:
            root = word.removeprefix(prefix)
            # "pen" and "men" before a vowel have swallowed a t: pen-erap-an is terap
            return "t" + root if prefix in ("men", "pen") and root[0] in "aeiou" else root
    return word


def content(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of the words that carry subject matter, in their order."""
    return tuple([stem(word) for word in words if word not in _FUNCTION])


def share(part: Iterable[str], whole: Iterable[str]) -> float:
    """Which share of the different words of ``part`` stands in ``whole``, 0 to 1; 0 for no words."""
    mine, theirs = set(part), set(whole)
    return len(mine & theirs) / len(mine) if mine else 0.0


def likeness(first: Iterable[str], second: Iterable[str]) -> float:
    """Dice's coefficient of two bags of words: twice the common ones by all of them, 0 to 1."""
    one, two = Counter(first), Counter(second)
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else 0.0
