"""Letters that only look like others, and characters that nobody sees inside words: told, and folded.

A Cyrillic ``о`` in *kolaborasi* looks right to a person and matches nothing; a word can be dressed so, to hide a copied
passage or to be found by nobody. `fold` writes such words in Latin letters, in the text of the blocks itself: that
is what a person reads there, what is scored, and what a report quotes. Only words that mix scripts are touched: a
Greek α, a Russian name, or a unit such as μm stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from grader.ingest.content import Draft
from grader.records.document import Block, Notice

_LOOK_ALIKE: Final = dict(
    zip(
        "аеорсухіјѕԁһӏкԛԝѵАВЕКМНОРСТУХІЈЅԚԜҮӀοναιρυκϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡɩօսոհ",
        "aeopcyxijsdhlkqwvABEKMHOPCTYXIJSQWYIovaipukcjABEZHIKMNOPTYXagiounh",
        strict=True,
    )
)
"""Cyrillic, Greek, phonetic and Armenian letters that most fonts draw as Latin ones (after Unicode's UTS #39)."""
_OTHER_SCRIPTS: Final = r"\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u0531-\u0587"
_DRESSED: Final = r"\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3"
"""Full-width and mathematical letters: Latin letters in fancy dress."""
_SUSPECT: Final = re.compile(rf"[{_OTHER_SCRIPTS}{_DRESSED}]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FOREIGN: Final = re.compile(rf"[{_OTHER_SCRIPTS}]")
_PLAIN: Final = re.compile(r"[A-Za-z]")
LEAST_PLAIN: Final = 2
"""Plain Latin letters in a word that others are mixed into; *Δt* and *µm* have one."""

_UNSEEN: Final = r"\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_CUT: Final = re.compile(rf"(?<![A-Za-z])[A-Za-z]+(?:[{_UNSEEN}]+[A-Za-z]+)+")


def fold(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Notice, ...]]:
    """Write words that mix look-alike letters into Latin ones in Latin letters alone.

    A letter stays one letter, so formats keep their places.

    Returns:
        The blocks, and a notice ``homoglyphs`` with the number of words when there are any.
    """
    words = 0
    folded: list[Block] = []
    for block in blocks:
        if block.text.isascii() or not _SUSPECT.search(block.text):
            folded.append(block)
            continue
        text, mixed = fold_text(block.text)
        words += mixed
        folded.append(block if text == block.text else replace(block, text=text))
    if not words:
        return tuple(folded), ()
    return tuple(folded), (Notice("homoglyphs", "warning", {"words": words}),)


def fold_text(text: str) -> tuple[str, int]:
    r"""A clean text with such words in Latin letters, and how many words mixed scripts.

    >>> fold_text("k\u043el\u0430borasi dan \u03b1")
    ('kolaborasi dan α', 1)
    """
    mixed = 0

    def write(found: re.Match[str]) -> str:
        nonlocal mixed
        word = found[0]
        if word.isascii() or not _SUSPECT.search(word):
            return word
        latin = "".join(_LOOK_ALIKE.get(char) or _undressed(char) for char in word)
        plain = len(_PLAIN.findall(word))
        if _FOREIGN.search(latin) or (_FOREIGN.search(word) and plain < LEAST_PLAIN):
            return word
        mixed += plain >= LEAST_PLAIN
        return latin

    latin = _WORD.sub(write, text)
    if not unicodedata.is_normalized("NFC", latin):
        return text, 0  # an accent stands behind such a letter; then it is no look-alike
    return latin, mixed


def cut_words(drafts: Iterable[Draft]) -> tuple[Notice, ...]:
    """Tell of words with characters of no width inside, which cleaning takes out without a trace.

    Args:
        drafts: as read, not yet clean.

    Returns:
        A notice ``zero-width`` with the number of words, or nothing.
    """
    words = 0
    for draft in drafts:
        if not all(piece.text.isascii() for piece in draft.pieces):
            words += len(_CUT.findall("".join(piece.text for piece in draft.pieces)))
    return (Notice("zero-width", "warning", {"words": words}),) if words else ()


def _undressed(char: str) -> str:
    if "\uff21" <= char <= "\uff5a" or char >= "\U0001d400":
        plain = unicodedata.normalize("NFKC", char)
        return plain if len(plain) == 1 else char
    return char
