"""What a language makes of a text, and what it must be able to do; the implementations are in ``languages/``.

Words and hits come by the thousand in every essay; a named tuple is made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Token(NamedTuple):
    """A word of a text: ``text[start:end]``, with its stem (lower case, abbreviations spelt out, affixes off).

    ``function`` tells function words (*yang*, *dan*, *the*), which carry no subject matter.
    """

    start: int
    end: int
    stem: str
    function: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an `Analysis`: ``text[start:end]`` and its tokens ``tokens[first:last]``."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text cut into sentences and words; punctuation is no token."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @property
    def stems(self) -> list[str]:
        """Of all tokens."""
        return [token.stem for token in self.tokens]

    @property
    def written(self) -> list[str]:
        """All tokens as they stand in the text."""
        text = self.text
        return [text[token.start : token.end] for token in self.tokens]


class Hit(NamedTuple):
    """A phrase found: which one (its key), and the words ``first`` to ``last`` (exclusive) that it is."""

    key: str
    first: int
    last: int


class PhraseFinder(Protocol):
    """Finds a fixed set of phrases in analysed texts, whatever affixes their words carry."""

    def find(self, stems: Sequence[str], written: Sequence[str]) -> Sequence[Hit]:
        """All places of all phrases, in order of place; overlapping ones too.

        Args:
            stems: of words that follow each other.
            written: the same words as they stand in the text.
        """
        ...


class Language(Protocol):
    """A language that essays are written in."""

    @property
    def code(self) -> str:
        """Two letters, ISO 639-1."""
        ...

    def analyse(self, text: str) -> Analysis:
        """Cut a text into sentences and words."""
        ...

    def finder(self, phrases: Mapping[str, Sequence[str]]) -> PhraseFinder:
        """Prepare to find phrases.

        Args:
            phrases: for each key the phrases that stand for it; ``*`` at the end of a word matches any ending.
        """
        ...
