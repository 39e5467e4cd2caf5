"""Whether what was read is text at all: a file may hold nine hundred "words" that no person could read in it.

A PDF whose fonts have a broken character map, or a file saved in symbols, reads as words of the right length with the
wrong letters. No mark may be given for that. Two things tell text from it, and one of them is enough:

* function words (*yang*, *dan*, *the*): prose of any style has them, slang and notes in bullets included;
* frequent pairs of letters (*an*, *ng*, *er*): a list of terms has no function words, yet it is made of words.

Letters that were exchanged have neither. Nothing is said of texts of fewer than `LEAST_WORDS` words,
nor of tables of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from grader.errors import GraderError
from grader.records.document import Block, Kind

LEAST_WORDS: Final = 50
LETTERS: Final = 8
"""Of a word; so many times `LEAST_WORDS` are enough where blanks were lost, too."""
LEAST_FUNCTION_WORDS: Final = 0.05
"""Share of function words that makes a text readable by itself; the least of all samples is 0.08."""
LEAST_PAIRS: Final = 0.35
"""Share of frequent pairs of letters that does so, too; samples have 0.55 at least, exchanged letters 0.3 at most."""
MOST_PRIVATE: Final = 0.5
"""Share of private-use characters above which a text is in a font of symbols."""
LEAST_PRIVATE: Final = 20
LONG: Final = 5_000
LONGEST_MEAN: Final = 60
"""Characters in the words of a text on average, blanks included; Indonesian has 7 to 8."""
LAST_LATIN: Final = "\u024f"

# ruff: noqa: SIM905 (word lists read better as words)

FUNCTION_WORDS: Final = frozenset(
    """
    ada adalah agar akan antara apa atau bagi bahwa banyak beberapa belum bisa bukan dalam dan dapat dari dengan di dgn
    dlm gak hal hanya harus ini itu jadi jika juga kalau kami karena ke kepada kita lain lebih maka mereka namun oleh
    pada para saat saja sangat sebagai sebuah secara sehingga seperti serta setiap sudah tapi telah tersebut tetapi
    tidak untuk utk yaitu yang yg
    about also an and are as at be by can for from has have in into is it its not of on or our such that the their
    there these they this to was we were which will with you
    """.split()
)
_PAIRS: Final = frozenset(
    "an ng ka er en me at ta al in ar as si ah ra da am la ga ya be pe ma di ke te it ti se ri is nt sa un pa na or re"
    " em la ba ia ad ha ko ng gg il ol li ek im us om on es th he nd ed to ve".split()
)
_LETTERS: Final = re.compile(r"[a-z]{2,}")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_STRETCH: Final = 500
"""So many words are looked at together for function words."""
SAMPLE: Final = 20_000
"""Letter pairs are looked at in so many characters; function words in all."""


def check_readable(blocks: Iterable[Block]) -> None:
    """See to it that blocks hold text that a person could read.

    Raises:
        GraderError: G112 when they do not.
    """
    texts = [block.text for block in blocks if block.kind not in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER)]
    text = " ".join(texts)
    # Most paragraphs are plain ASCII, which is told at once; looking at the characters of the others is what costs.
    if _has_private(" ".join(text for text in texts if not text.isascii())) and private_share(text) > MOST_PRIVATE:
        raise GraderError("G112")
    tokens = text.split()
    if _is_prose(tokens):
        return
    words = [token for token in tokens if any(map(str.isalpha, token))]
    numbers = sum(any(map(str.isdigit, token)) for token in tokens)
    if len(tokens) >= LEAST_WORDS and 2 * (len(words) + numbers) < len(tokens):
        raise GraderError("G112")  # nothing but signs
    if _is_without_words(text, len(tokens)) or _is_of_other_script(text):
        raise GraderError("G112")
    enough = len(words) >= LEAST_WORDS or sum(map(len, words)) >= LEAST_WORDS * LETTERS
    if enough and pair_share(" ".join(words)[:SAMPLE]) < LEAST_PAIRS:
        raise GraderError("G112")


def _is_without_words(text: str, tokens: int) -> bool:
    """Whether a long text is parted into words nowhere, or hardly anywhere."""
    return len(text) > LONG and len(text) > LONGEST_MEAN * tokens


def _is_of_other_script(text: str) -> bool:
    """Whether most letters are no Latin ones: Chinese needs no blanks between its words."""
    if text.isascii():
        return False
    letters = [char for char in text[:SAMPLE] if char.isalpha()]
    other = sum(char > LAST_LATIN for char in letters)
    return other >= LEAST_WORDS and 2 * other > len(letters)


def _is_prose(words: list[str]) -> bool:
    """Whether enough words are function words of Indonesian or English; prose tells so long before its end."""
    found = 0
    for start in range(0, len(words), _STRETCH):
        stretch = " ".join(words[start : start + _STRETCH]).casefold().split()
        found += sum(map(FUNCTION_WORDS.__contains__, stretch))
        if found / len(words) >= LEAST_FUNCTION_WORDS:
            return True
    return False


def pair_share(text: str) -> float:
    """Pairs of neighbouring letters that are frequent in both languages among all characters within words, 0 to 1.

    Characters that are no plain letters count as pairs that are not frequent.
    """
    lower = text.casefold()
    frequent = sum(word[at : at + 2] in _PAIRS for word in _LETTERS.findall(lower) for at in range(len(word) - 1))
    everything = sum(max(len(word.strip(_AROUND)) - 1, 1) for word in lower.split())
    return frequent / max(everything, 1)


def _has_private(text: str) -> bool:
    """Whether there are so many private-use characters that their share counts."""
    return len(text) >= LEAST_PRIVATE and len(_PRIVATE.findall(text)) >= LEAST_PRIVATE


_AROUND: Final = ".,;:!?()[]\"'“”‘’-–0123456789"


def private_share(text: str) -> float:
    """Private-use characters among those that are no blanks, 0 to 1; a few of them are bullets, and count as none."""
    if text.isascii():
        return 0.0
    private = len(_PRIVATE.findall(text))
    return private / max(len(text) - text.count(" "), 1) if private >= LEAST_PRIVATE else 0.0
