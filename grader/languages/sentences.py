"""The words of a text, each looked up only once, put together to tokens and sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from grader.records.text import Sentence, Token


@dataclass(frozen=True, slots=True)
class Piece:
    """A token to be: ``word[start:end]``; ``joins`` is its surface where it may be the second half of a compound."""

    start: int
    end: int
    stem: str
    function: bool
    joins: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one of spaCy's words, wherever it stands.

    Attributes:
        length: in characters.
        pieces: its tokens: none for punctuation, several for a compound that is also written apart.
        opens: whether it is a quotation mark or bracket that opens.
        ends: whether it may end a sentence.
        punctuation: whether it holds nothing else.
    """

    length: int
    pieces: tuple[Piece, ...]
    opens: bool
    ends: bool
    punctuation: bool


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two blanks.

    Attributes:
        words: they follow each other without a gap.
        length: of all words, in characters.
        simple: all tokens, by their place in the chunk, when they are all that it tells: no word of it ends a sentence
            or may belong to the word before it. So are nine chunks of ten. Empty for others.
    """

    words: tuple[Word, ...]
    length: int
    simple: tuple[tuple[int, int, str, bool], ...]


class Sentences:
    """Sentences in the making, word after word.

    The rule is that of spaCy's ``sentencizer``, which takes far longer to go through its own words: a sentence begins
    with the first word behind an end of a sentence that is no punctuation. A quotation mark or bracket that opens
    belongs to what follows it.

    Attributes:
        tokens: of all words so far.
        ended: whether a word has ended the sentence, so that the next that is no punctuation begins another.
        end: of the last word, in characters.

    Args:
        tokens: to which those of the words are added.
        begin: of the first word, in characters.
        compounds: the stem of a compound that is also written apart, by the stem of its first half and the second half.
    """

    def __init__(self, tokens: list[Token], begin: int, compounds: Mapping[tuple[str, str], str]) -> None:
        self.tokens = tokens
        self.ended = False
        self.end = -1
        self._found: list[Sentence] = []
        self._begin = begin  # of the sentence, in characters
        self._first = 0  # token of the sentence
        self._compounds = compounds
        self._opened: tuple[int, int] | None = None  # where opening marks begin, and where the word before them ends

    def add(self, word: Word, begin: int) -> None:
        """Add a word that begins at a character."""
        if word.ends:
            self.ended, self._opened = True, None
        elif self.ended and word.punctuation:
            if not (word.opens and self.end < begin):
                self._opened = None
            elif self._opened is None:
                self._opened = begin, self.end
        elif self.ended:
            start, end = self._opened or (begin, self.end)
            self._close(end)
            self._begin, self._first = start, len(self.tokens)
            self.ended, self._opened = False, None
        for piece in word.pieces:
            if not (piece.joins and len(self.tokens) > self._first and self._joined(piece.joins, begin + piece.end)):
                self.tokens.append(Token(begin + piece.start, begin + piece.end, piece.stem, piece.function))
        self.end = begin + word.length

    def closed(self) -> tuple[Sentence, ...]:
        """All sentences, once the last word was added."""
        self._close(self.end)
        return tuple(self._found)

    def _close(self, end: int) -> None:
        last = len(self.tokens)
        if last > self._first:
            self._found.append(Sentence(self._begin, end, self._first, last))
        elif self._found:  # a lone quotation mark or bracket belongs to the sentence before it
            before = self._found[-1]
            self._found[-1] = Sentence(before.start, end, before.first, last)

    def _joined(self, second: str, end: int) -> bool:
        """Whether a word and the one before it are a compound, written apart; then they have become one token."""
        first = self.tokens[-1]
        stem = self._compounds.get((first.stem, second))
        if stem:
            self.tokens[-1] = Token(first.start, end, stem, False)
        return stem is not None


def chunk_of(words: Sequence[Word]) -> Chunk:
    """What stands between two blanks, made of its words."""
    begins = list(accumulate((word.length for word in words), initial=0))
    simple = (
        ()
        if any(word.ends or any(piece.joins for piece in word.pieces) for word in words)
        else tuple(
            (begin + piece.start, begin + piece.end, piece.stem, piece.function)
            for begin, word in zip(begins, words, strict=False)
            for piece in word.pieces
        )
    )
    return Chunk(tuple(words), begins[-1], simple)
