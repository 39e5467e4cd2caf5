"""Sentences that were copied from the course material: they say what the module knows, not what the participant does.

A sentence is copied when at least `SHARE` percent of its words stand in runs of `RUN` or more consecutive words that
also stand in the material, or when it has `SHORTEST` words or more and all of it stands there. Words are compared in
lower case, without punctuation, hyphenated ones in two; runs go on over the ends of sentences and paragraphs, on both
sides. So the name of a law, or a definition of a few words within a sentence of one's own, is left alone.

The numbers of words side by side make one whole number a run: no two runs share one, and a run is looked up as fast as
a word. Time grows with the words of the material, once, and then with those of each essay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from grader.records.document import Document, Kind, Notice
from grader.records.essay import Essay, Part, Role
from grader.records.text import Language

RUN: Final = 9
"""Words that nobody writes alike by chance."""
SHORTEST: Final = 6
"""Words of a sentence that is copied when the whole of it stands in the material."""
SHARE: Final = 70
"""Percent of a sentence's words that make it copied."""
NOTICED_SHARE: Final = 5
"""Percent of an essay's words from which a person is told."""
NOTICED_WORDS: Final = 60
"""Copied words from which a person is told, however long the essay is."""

_WORD: Final = re.compile(r"[^\W_]+")
_WORD_OR_STOP: Final = re.compile(r"[^\W_]+|[.!?…]+")
_STOPS: Final = frozenset(".!?…")
_END: Final = (".",)
_ALL: Final = b"\x01" * RUN
_APART: Final = frozenset({Kind.RUNNING_HEAD, Kind.PAGE_NUMBER})


class Material:
    """Course material, prepared for finding what was copied from it.

    Attributes:
        sha256: of each file, hexadecimal, in the order given; each once.

    Args:
        documents: the material as read. Running heads and page numbers do not interrupt its runs of words.
        language: of the essays; tells where their sentences end.
    """

    def __init__(self, documents: Iterable[Document], language: Language) -> None:
        documents = tuple({document.sha256: document for document in documents}.values())
        self.sha256 = tuple(document.sha256 for document in documents)
        self._language = language
        texts = [list(_words(document)) for document in documents]
        self._numbers = {word: number for number, word in enumerate(dict.fromkeys(chain(*texts)), start=1)}
        self._bits = len(self._numbers).bit_length()
        self._runs = frozenset(run for words in texts for run in self._runs_of(words))

    def mark(self, document: Document, parts: Sequence[Part]) -> list[Part]:
        """Give copied sentences a part and role of their own.

        Args:
            document: the submission.
            parts: of all of it, in reading order; only those of the essay's own text are looked at.

        Returns:
            The same parts, those with copied sentences cut at the beginnings of sentences.
        """
        own = [part for part in parts if part.role is Role.ESSAY]
        texts = [document.blocks[part.block].text[part.start : part.end] for part in own]
        copied, suspects = self._look_up(texts)
        if not suspects:
            return list(parts)
        pieces: dict[Part, list[Part]] = {}
        for at, first in suspects.items():
            pieces[own[at]] = self._cut(own[at], texts[at], copied, first)
        return [piece for part in parts for piece in pieces.get(part, [part])]

    def _look_up(self, texts: Sequence[str]) -> tuple[bytearray, dict[int, int]]:
        """Look up all runs of the essay's texts, read on from one to the next.

        Returns:
            For each word 1 where it stands in a run of `RUN` words, and the texts that may hold a copied sentence, with
            the number of their first word: those with such a run, or with a shorter one before the end of a sentence.
        """
        numbers, runs, bits = self._numbers, self._runs, self._bits
        keep, keep_short = (1 << RUN * bits) - 1, (1 << SHORTEST * bits) - 1
        ends: list[int] = []  # of runs, as numbers of words
        bounds = [0]
        short: set[int] = set()
        word = key = known = 0  # words so far, the last ones side by side, how many of them in a row the material has
        for at, text in enumerate(texts):
            for token in chain(_WORD_OR_STOP.findall(text), _END):
                number = numbers.get(token.casefold())
                if number is not None:
                    word += 1
                    known += 1
                    key = (key << bits | number) & keep
                    if known >= RUN and key in runs:
                        ends.append(word)
                elif token[0] not in _STOPS:
                    word += 1
                    key = known = 0
                elif known >= SHORTEST and key & keep_short in runs:
                    short.add(at)
            bounds.append(word)
        copied = bytearray(word)
        for end in ends:
            copied[end - RUN : end] = _ALL
        spans = enumerate(pairwise(bounds))
        return copied, {at: first for at, (first, last) in spans if at in short or 1 in copied[first:last]}

    def _cut(self, part: Part, text: str, copied: bytearray, first: int) -> list[Part]:
        """Cut a part where copied sentences begin and end; white space goes with the sentence before it."""
        words = [(found.start(), found.group()) for found in _WORD.finditer(text)]
        if copied.count(1, first, first + len(words)) == len(words):
            return [replace(part, role=Role.COPIED)]  # whatever its sentences are
        sentences = self._language.analyse(text).sentences
        bounds = [0, *(sentence.start for sentence in sentences[1:]), len(text)]
        pieces: list[Part] = []
        at = 0
        for start, end in pairwise(bounds):
            inside = []
            while at < len(words) and words[at][0] < end:
                inside.append(words[at][1])
                at += 1
            theirs = copied.count(1, first + at - len(inside), first + at)
            role = Role.COPIED if self._is_copied(inside, theirs) else Role.ESSAY
            begins = pieces.pop().start if pieces and pieces[-1].role is role else part.start + start
            pieces.append(replace(part, start=begins, end=part.start + end, role=role))
        return pieces

    def _is_copied(self, words: Sequence[str], in_runs: int) -> bool:
        """Whether a sentence is copied: most of its words stand in runs, or it stands in the material as a whole."""
        if words and 100 * in_runs >= SHARE * len(words):
            return True
        if not SHORTEST <= len(words) < RUN:
            return False
        numbers = [self._numbers.get(word.casefold(), 0) for word in words]
        key = 0
        for number in numbers:
            key = key << self._bits | number
        return 0 not in numbers and key in self._runs

    def _runs_of(self, words: Sequence[str]) -> Iterator[int]:
        """All runs of `SHORTEST` to `RUN` words of a text; those of different lengths never share a number."""
        lengths = range(SHORTEST, RUN + 1)
        masks = {length: (1 << length * self._bits) - 1 for length in lengths}
        key = 0
        for count, word in enumerate(words, start=1):
            key = (key << self._bits | self._numbers[word]) & masks[RUN]
            for length in lengths[: max(0, count - SHORTEST + 1)]:
                yield key & masks[length]


def copied_notices(essay: Essay) -> tuple[Notice, ...]:
    """What a person should know of sentences copied from the course material: nothing where they are few.

    Returns:
        The notice ``copied-material`` with the copied ``words`` and their ``share`` of the essay in whole percent,
        rounded down; the essay is what is counted and what was copied.
    """
    words = essay.words.left_out.get(Role.COPIED, 0)
    whole = essay.words.counted + words
    if not words or (words < NOTICED_WORDS and 100 * words < NOTICED_SHARE * whole):
        return ()
    return (Notice("copied-material", values={"words": words, "share": 100 * words // whole}),)


def _words(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.kind not in _APART:
            yield from map(str.casefold, _WORD.findall(block.text))
