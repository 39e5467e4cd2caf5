"""The essay's own sentences, and the windows of neighbouring sentences in which an explanation may stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from grader.records.document import Kind
from grader.records.essay import Essay, Part, Role
from grader.records.text import Analysis, Language, Token
from grader.scoring.counting import NEAR, window_lengths

Made = TypeVar("Made")
Values = TypeVar("Values", np.float32, np.float64)

WIDEST = NEAR
"""Sentences that an ordinary window may hold."""
LONGEST = 90
"""Words that a window of several sentences may hold; more is no single explanation any more."""
LIST_LIMIT = 12
"""Items of a list that are taken together with the sentence before it."""

SLAB = 600
"""Sentences that are measured at a time: some four times those of a long essay."""


@dataclass(frozen=True, slots=True)
class EssaySentence:
    """A sentence of the essay: ``document.blocks[block].text[start:end]``.

    Attributes:
        block: index into ``Document.blocks``.
        start: first character in the block's text.
        end: one past the last.
        analysis: of the part of the block that it stands in; starts at character ``offset`` of the block.
        offset: where the analysed part begins in the block.
        first: its first token in the analysis.
        last: one past its last token.
        listed: whether it is (part of) a list item.
        section: id of the rubric's section that it stands in.
    """

    block: int
    start: int
    end: int
    analysis: Analysis
    offset: int
    first: int
    last: int
    listed: bool
    section: str | None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return self.analysis.tokens[self.first : self.last]


@dataclass(frozen=True, slots=True)
class Window:
    """Neighbouring sentences, ``sentences[first:last]``; ``size`` counts a list as one sentence."""

    first: int
    last: int
    size: int


@dataclass(frozen=True)
class Passages:
    """An essay cut up for scoring; what several scorers ask for is worked out once.

    Attributes:
        essay: what was cut up.
        sentences: of its `Role.ESSAY` parts, in reading order.
        windows: every place where an explanation may stand.
    """

    essay: Essay
    sentences: tuple[EssaySentence, ...]
    windows: tuple[Window, ...]

    @cached_property
    def stems(self) -> list[str]:
        """Of all words, sentence after sentence."""
        return [token.stem for sentence in self.sentences for token in sentence.tokens]

    @cached_property
    def written(self) -> list[str]:
        """All words as they stand in the text."""
        return [
            sentence.analysis.text[token.start : token.end] for sentence in self.sentences for token in sentence.tokens
        ]

    @cached_property
    def content(self) -> NDArray[np.bool_]:
        """For each word whether it carries subject matter."""
        functions = [token.function for sentence in self.sentences for token in sentence.tokens]
        return ~np.array(functions, dtype=np.bool_)

    @cached_property
    def starts(self) -> NDArray[np.intp]:
        """For each sentence its first word; at the end the number of all words."""
        return np.cumsum([0, *(sentence.last - sentence.first for sentence in self.sentences)], dtype=np.intp)

    @cached_property
    def owners(self) -> NDArray[np.intp]:
        """For each word its sentence."""
        return np.repeat(np.arange(len(self.sentences)), np.diff(self.starts))

    def once(self, make: Callable[[Passages], Made]) -> Made:
        """What a function makes of these passages, worked out when it is asked for the first time."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[[Passages], Any], Any]:
        return {}

    def with_tokens(self, changed: Mapping[int, Mapping[int, Token]]) -> Passages:
        """The same with some other tokens, which differ from those in their place by stem and function alone.

        Args:
            changed: by the identity of the analysis and the number of the token in it.
        """
        analyses: dict[int, Analysis] = {}
        sentences = []
        for sentence in self.sentences:
            number = id(sentence.analysis)
            if number in changed and number not in analyses:
                tokens = list(sentence.analysis.tokens)
                for place, token in changed[number].items():
                    tokens[place] = token
                analyses[number] = replace(sentence.analysis, tokens=tuple(tokens))
            sentences.append(replace(sentence, analysis=analyses[number]) if number in analyses else sentence)
        passages = Passages(self.essay, tuple(sentences), self.windows)
        for name in ("written", "starts", "owners", "membership"):  # what does not hang on stems
            if name in self.__dict__:
                passages.__dict__[name] = self.__dict__[name]
        return passages

    def counted(self, words: NDArray[np.bool_]) -> list[int]:
        """For each sentence how many of its words are among some, of which each word tells."""
        upto = np.concatenate([[0], np.cumsum(words)])
        counts: list[int] = np.diff(upto[self.starts]).tolist()
        return counts

    @cached_property
    def membership(self) -> csr_matrix:
        """One row a window, one column a sentence, 1 where the window holds the sentence."""
        firsts = np.array([window.first for window in self.windows], dtype=np.intp)
        sizes = np.array([window.last for window in self.windows], dtype=np.intp) - firsts
        starts = np.concatenate([[0], np.cumsum(sizes)])
        columns = np.arange(starts[-1]) + np.repeat(firsts - starts[:-1], sizes)
        return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(self.windows), len(self.sentences)))


def cut(essay: Essay, language: Language) -> Passages:
    """Cut an essay into sentences and windows.

    A window never reaches over a heading or over text that is not the essay's.
    """
    sentences: list[EssaySentence] = []
    stretches: list[int] = []  # for each sentence the number of the uninterrupted stretch of text that it stands in
    stretch = 0
    for part in essay.parts:
        if part.role is Role.ESSAY:
            found = _sentences(essay, part, language)
            sentences.extend(found)
            stretches.extend([stretch] * len(found))
        else:
            stretch += 1
    return Passages(essay, tuple(sentences), tuple(_windows(sentences, stretches)))


def slabs(passages: Passages) -> Iterator[Passages]:
    """Cut passages into pieces of at most `SLAB` sentences and what their windows reach; an ordinary essay is one.

    Windows come in the order of the whole; in a piece they count its own sentences.
    """
    if len(passages.sentences) <= SLAB:
        yield passages
        return
    starts = [window.first for window in passages.windows]
    for first in range(0, len(passages.sentences), SLAB):
        windows = passages.windows[bisect_left(starts, first) : bisect_left(starts, first + SLAB)]
        last = max((window.last for window in windows), default=first)
        if windows:
            moved = tuple(Window(each.first - first, each.last - first, each.size) for each in windows)
            yield Passages(passages.essay, passages.sentences[first:last], moved)


def without(passages: Passages, unsound: frozenset[int]) -> Passages:
    """The same passages, less the windows that hold a sentence which is none; its numbers are those of sentences."""
    if not unsound:
        return passages
    sound = (w for w in passages.windows if not unsound & set(range(w.first, w.last)))
    return Passages(passages.essay, passages.sentences, tuple(sound))


def cosines(sums: csr_matrix, sentences: csr_matrix, products: NDArray[Values], times: float = 1.0) -> NDArray[Values]:
    """From dot products of sentences to cosines of windows.

    A window's vector is the sum of its sentences' vectors (so these must not be scaled one by one), and so is its dot
    product: sentences, which are fewer and shorter, are multiplied instead of windows.

    Args:
        sums: `Passages.membership`.
        sentences: their vectors, one row each.
        products: of the sentences (rows) with vectors of length 1 (columns).
        times: what the cosines are multiplied by, for the mean of several.

    Returns:
        One row a window; 0 where it has no term. As precise as the products.
    """
    lengths = window_lengths(sums, sentences)
    scaled = np.repeat(times / np.where(lengths > 0, lengths, 1.0), np.diff(sums.indptr)).astype(products.dtype)
    return csr_matrix((scaled, sums.indices, sums.indptr), shape=sums.shape) @ products  # type: ignore[no-any-return]


def _sentences(essay: Essay, part: Part, language: Language) -> list[EssaySentence]:
    analysis = language.analyse(essay.text(part))
    listed = essay.document.blocks[part.block].kind is Kind.LIST_ITEM
    return [
        EssaySentence(
            part.block,
            part.start + sentence.start,
            part.start + sentence.end,
            analysis,
            part.start,
            sentence.first,
            sentence.last,
            listed,
            part.section,
        )
        for sentence in analysis.sentences
    ]


def _windows(sentences: list[EssaySentence], stretches: list[int]) -> list[Window]:
    windows: list[Window] = []
    sizes = [sentence.last - sentence.first for sentence in sentences]
    for first in range(len(sentences)):
        words = 0
        for last in range(first + 1, min(first + WIDEST, len(sentences)) + 1):
            words += sizes[last - 1]
            if stretches[last - 1] != stretches[first] or (last > first + 1 and words > LONGEST):
                break
            windows.append(Window(first, last, last - first))
        end = _end_of_list(sentences, stretches, first)
        if end > first + WIDEST:
            windows.append(Window(first, end, 1))
    return windows


def _end_of_list(sentences: list[EssaySentence], stretches: list[int], first: int) -> int:
    """One past the last item of the list that the sentence introduces; ``first`` when it introduces none."""
    if sentences[first].listed:
        return first
    end = first + 1
    while (
        end < len(sentences)
        and end - first <= LIST_LIMIT
        and sentences[end].listed
        and stretches[end] == stretches[first]
    ):
        end += 1
    return end if end > first + 1 else first
