"""spaCy's tokenizer without spaCy: its rules for a language as plain data, and the same way of going by them.

To import spaCy and to take in its list of sixteen thousand Indonesian exceptions costs seconds, forty times what
grading an essay does; the rules themselves are a few texts. The way is that of spaCy 3.8 (``spacy/tokenizer.pyx``):
exceptions go first; prefixes and suffixes are split off from outside in; what is left is an exception, an address, or
is parted at infixes; at the end exceptions that were parted are put together again. Results are the same for every
chunk (tested against spaCy itself).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """What spaCy's tokenizer goes by.

    Attributes:
        whole: exceptions that are one word each.
        parted: all others, with their parts.
        prefix: regular expression of what is split off in front.
        suffix: of what is split off behind.
        infix: of what parts the rest.
        address: of what is one word as it stands.
    """

    whole: frozenset[str]
    parted: Mapping[str, tuple[str, ...]]
    prefix: str
    suffix: str
    infix: str
    address: str


class Splitter:
    """Splits chunks of text into words and marks.

    Args:
        rules: of one language.
    """

    def __init__(self, rules: Rules) -> None:
        self._whole = rules.whole
        self._parted = rules.parted
        self._longest = max(map(len, (*rules.whole, *rules.parted)), default=0)
        self._prefix = re.compile(rules.prefix)
        self._suffix = re.compile(rules.suffix)
        self._infix = re.compile(rules.infix)
        self._address = re.compile(rules.address)

    def split(self, chunk: str) -> tuple[str, ...]:
        """The pieces of a chunk, which holds no white space; put together they are the chunk."""
        exception = self._exception(chunk)
        if exception:
            pieces = list(exception)
        else:
            before, rest, after = self._affixes(chunk, exceptions=True)
            pieces = [*before, *(self._exception(rest) or self._parts(rest)), *after]
        return tuple(self._joined(pieces) if len(pieces) > 1 else pieces)

    def _exception(self, text: str) -> tuple[str, ...] | None:
        return (text,) if text in self._whole else self._parted.get(text)

    def _is_exception(self, text: str) -> bool:
        return text in self._whole or text in self._parted

    def _affixes(self, text: str, *, exceptions: bool) -> tuple[list[str], str, list[str]]:
        """What is split off in front, what is left, and what is split off behind, in the order of the text."""
        before: list[str] = []
        after: list[str] = []
        length = 0
        while text and len(text) != length:
            if exceptions and self._is_exception(text):
                break
            length = len(text)
            front = _length(self._prefix.search(text))
            if front and exceptions and self._is_exception(text[front:]):
                before.append(text[:front])
                text = text[front:]
                break
            back = _length(self._suffix.search(text[front:]))
            if back and exceptions and self._is_exception(text[:-back]):
                after.append(text[-back:])
                text = text[:-back]
                break
            if front:
                before.append(text[:front])
            if back and front + back <= length:
                after.append(text[-back:])
                text = text[front:-back]
            else:
                text = text[front:]
        return before, text, after[::-1]

    def _parts(self, text: str) -> Iterator[str]:
        """A text without affixes, parted at infixes."""
        if not text:
            return
        if self._address.match(text):
            yield text
            return
        start = 0
        for infix in self._infix.finditer(text):
            if infix.start() == 0:
                continue
            yield from filter(None, (text[start : infix.start()], infix.group()))
            start = infix.end()
        if text[start:]:
            yield text[start:]

    def _joined(self, pieces: list[str]) -> list[str]:
        """Exceptions that were parted, put together again: the longest first, then the first in the text."""
        starts = [0]
        for piece in pieces:
            starts.append(starts[-1] + len(piece))
        text = "".join(pieces)
        found = [
            (first, last)
            for first in range(len(pieces))
            for last in range(first + 1, len(pieces) + 1)
            if starts[last] - starts[first] <= self._longest
            and self._is_exception(text[starts[first] : starts[last]])
            and self._would_part(text[starts[first] : starts[last]], pieces[first:last])
        ]
        taken: set[int] = set()
        chosen: dict[int, int] = {}
        for first, last in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
            if first not in taken and last - 1 not in taken:
                chosen[first] = last
            taken.update(range(first, last))
        joined: list[str] = []
        place = 0
        while place < len(pieces):
            last = chosen.get(place, place + 1)
            whole = text[starts[place] : starts[last]]
            joined += (self._exception(whole) if place in chosen else None) or pieces[place:last]
            place = last
        return joined

    def _would_part(self, exception: str, pieces: list[str]) -> bool:
        """Whether an exception has affixes or infixes, and would be parted in this way if it were none."""
        affixes = _length(self._prefix.search(exception)) or _length(self._suffix.search(exception))
        if not affixes and not self._infix.search(exception):
            return False
        before, rest, after = self._affixes(exception, exceptions=False)
        return [*before, *self._parts(rest), *after] == pieces


def is_punctuation(word: str) -> bool:
    """Whether a word holds punctuation alone, as spaCy sees it: characters of Unicode's categories P."""
    return all(unicodedata.category(char)[0] == "P" for char in word)


def _length(match: re.Match[str] | None) -> int:
    return 0 if match is None else match.end() - match.start()
