"""Indonesian, with the English that runs through it: sentences and tokens by spaCy's rules, stems by Snowball."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from grader.languages import lexicon
from grader.languages.phrases import StemFinder, packed, stemmed, unpacked
from grader.languages.splitting import is_punctuation
from grader.languages.tokenizer import Split, splitter
from grader.records.store import Parcel, Store
from grader.records.text import Analysis, PhraseFinder, Sentence, Token

LONGEST_CHUNK = 80
"""Characters between two blanks that spaCy is asked about; its time grows with their square, and no word is longer."""
LONGEST_SPLIT = 2_000
"""Characters of a longer chunk that are looked at: the longest address has no more, the rest is no language."""
LONGEST_WORD = 60
"""Letters of a word that is stemmed; nothing longer is a word."""
MOST_KNOWN = 200_000
"""Chunks and words that are kept; nonsense in endless variety must not fill the memory."""

_PLAIN = re.compile(r"[^\W_]{1,80}|[^\w\s]|_")
_HYPHENS = "-‐‑"
_SPLIT = re.compile(r"[-‐‑]")
_TWICE = re.compile(r"([a-z]{3,})2(nya|an)?")
# kolaborasi, kolaboratif, kolaborator are one stem; shorter roots (relatif, negatif) are other words.
_DERIVED = re.compile(r"([a-z]{4,})(?:atif|ator)")
_NASAL_M = re.compile(r"(?:di|ter|ke)?(?:me|pe)m[aiueo]")
_NASAL_N = re.compile(r"(?:di|ter|ke)?(?:me|pe)n[aiueo]")
_NASAL_K = re.compile(r"(?:di|ter|ke)?(?:me|pe)ng[aiueo]")
_LISTED: Final = (lexicon.ABBREVIATIONS, lexicon.SPELLINGS, lexicon.LEMMAS, lexicon.NEVER_STEMMED)
_OPENING = frozenset("\"'“‘«([")
_SENTENCE_ENDS = frozenset({".", "!", "?", "…", "..."})
_SECONDS = frozenset(second for _, second in lexicon.COMPOUNDS)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token to be: ``word[start:end]``; ``joins`` is its surface where it may be the second half of a compound."""

    start: int
    end: int
    stem: str
    function: bool
    joins: str | None


@dataclass(frozen=True, slots=True)
class _Word:
    """What is known of one of spaCy's words, wherever it stands.

    Attributes:
        length: in characters.
        pieces: its tokens: none for punctuation, several for a compound that is also written apart.
        opens: whether it is a quotation mark or bracket that opens.
        ends: whether it may end a sentence.
        punctuation: whether it holds nothing else.
    """

    length: int
    pieces: tuple[_Piece, ...]
    opens: bool
    ends: bool
    punctuation: bool


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What stands between two blanks.

    Attributes:
        words: they follow each other without a gap.
        length: of all words, in characters.
        simple: all tokens, by their place in the chunk, when they are all that it tells: no word of it ends a sentence
            or may belong to the word before it. So are nine chunks of ten. Empty for others.
    """

    words: tuple[_Word, ...]
    length: int
    simple: tuple[tuple[int, int, str, bool], ...]


class _Sentences:
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
    """

    def __init__(self, tokens: list[Token], begin: int) -> None:
        self.tokens = tokens
        self.ended = False
        self.end = -1
        self._found: list[Sentence] = []
        self._begin = begin  # of the sentence, in characters
        self._first = 0  # token of the sentence
        self._opened: tuple[int, int] | None = None  # where opening marks begin, and where the word before them ends

    def add(self, word: _Word, begin: int) -> None:
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
        stem = lexicon.COMPOUNDS.get((first.stem, second))
        if stem:
            self.tokens[-1] = Token(first.start, end, stem, False)
        return stem is not None


class Indonesian:
    """Indonesian as a `grader.records.text.Language`.

    Making one loads spaCy's rules (seconds, where none are kept); keep and share it. What it remembers changes nothing
    but the time it takes: the same text always gives the same analysis.

    Args:
        store: keeps spaCy's rules and stemmed phrases for the next run.
    """

    code = "id"

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._split: Split = splitter(self.code, store)
        self._chunks: dict[str, _Chunk] = {}
        self._words: dict[str, _Word] = {}
        self._stems: dict[str, str] = {}

    @cached_property
    def _stem_word(self) -> Callable[[str], str]:
        try:
            import Stemmer
        except ImportError:  # the extra `fast` is not installed; the stems are the same
            import snowballstemmer

            return snowballstemmer.stemmer("indonesian").stemWord  # type: ignore[no-any-return]
        return Stemmer.Stemmer("indonesian").stemWord  # type: ignore[no-any-return]

    def analyse(self, text: str) -> Analysis:
        """Cut a text into sentences and words.

        spaCy's tokenizer is asked once for each new chunk between blanks: none of its exceptions for Indonesian holds
        a blank, so the tokens are the same as for the whole text, at a small part of the cost.
        """
        tokens: list[Token] = []
        sentences = _Sentences(tokens, len(text) - len(text.lstrip()))
        known, append, make = self._chunks, tokens.append, tuple.__new__  # `Token(...)` takes twice as long
        chunks = text.split()
        single = len(text) == sum(map(len, chunks)) + len(chunks) - 1  # one blank between two chunks, none around them
        ended = False
        end = -1  # of the chunk before
        last = -1  # of its last word
        for chunk in chunks:
            begin = end + 1 if single else text.index(chunk, max(end, 0))
            end = begin + len(chunk)
            looked_up = known.get(chunk) or self._chunk(chunk)
            if looked_up.simple and not ended:
                for start, stop, stem, function in looked_up.simple:
                    append(make(Token, (begin + start, begin + stop, stem, function)))
                last = begin + looked_up.length
            else:
                sentences.end = last
                for word in looked_up.words:
                    sentences.add(word, begin)
                    begin += word.length
                ended, last = sentences.ended, sentences.end
        sentences.end = last
        return Analysis(text, tuple(tokens), sentences.closed())

    def finder(self, phrases: Mapping[str, Sequence[str]]) -> PhraseFinder:
        """Prepare to find phrases; see `grader.records.text.Language.finder`."""
        made_of = json.dumps({key: list(group) for key, group in phrases.items()}, ensure_ascii=False)
        kept = self._store.get("phrases", made_of) if self._store else None
        if kept:
            return StemFinder(unpacked(kept.plain))
        ready = stemmed(phrases, self.analyse)
        if self._store:
            self._store.put("phrases", made_of, Parcel(packed(ready)))
        return StemFinder(ready)

    def _chunk(self, chunk: str) -> _Chunk:
        """What stands between two blanks."""
        looked_up = self._chunks.get(chunk)
        if looked_up is None:
            if len(chunk) > LONGEST_CHUNK:
                return _chunk_of([self._look_at(word) for word in _PLAIN.findall(chunk[:LONGEST_SPLIT])])
            if len(self._chunks) >= MOST_KNOWN or len(self._words) >= MOST_KNOWN:
                self._chunks.clear()
                self._words.clear()
                self._stems.clear()
            looked_up = self._chunks[chunk] = _chunk_of([self._word(word) for word in self._split(chunk)])
        return looked_up

    def _word(self, word: str) -> _Word:
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = self._look_at(word)
        return known

    def _look_at(self, word: str) -> _Word:
        pieces: list[_Piece] = []
        for start, piece in _pieces(word):
            surface = piece.lower()
            # an institution's short name is no chat abbreviation: *BKN*, *LBH*
            stem = surface if surface in lexicon.ABBREVIATIONS and piece.isupper() else self._stem(surface)
            joins = surface if surface in _SECONDS else None
            pieces.append(_Piece(start, start + len(piece), stem, stem in lexicon.FUNCTION_WORDS, joins))
        ends = word in _SENTENCE_ENDS
        return _Word(len(word), tuple(pieces), word in _OPENING, ends, is_punctuation(word))

    def _stem(self, surface: str) -> str:
        stem = self._stems.get(surface)
        if stem is None:
            stem = self._stems[surface] = self._find_stem(surface)
        return stem

    def _find_stem(self, surface: str) -> str:
        word = _without_possessive(surface.strip(".'’"))
        twice = _TWICE.fullmatch(word)
        if twice:  # instansi2
            word = twice.group(1)
        if "." not in surface:
            word = lexicon.ABBREVIATIONS.get(word, word)
        word = lexicon.SPELLINGS.get(word, word)
        if word in lexicon.LEMMAS:
            return lexicon.LEMMAS[word]
        if word in lexicon.NEVER_STEMMED:
            return word
        halves = [half for half in _SPLIT.split(word) if half]
        if len(halves) > 1:  # reduplication: the shorter root stands for both
            return min((self._stem(half) for half in halves), key=len)
        if len(word) > LONGEST_WORD:
            return word
        stem = _restore(word, self._stem_word(word))
        derived = _DERIVED.fullmatch(stem)
        return lexicon.LEMMAS.get(stem, f"{derived[1]}asi" if derived else stem)


def _chunk_of(words: Sequence[_Word]) -> _Chunk:
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
    return _Chunk(tuple(words), begins[-1], simple)


def _without_possessive(word: str) -> str:
    """A listed word without *-nya*, which would hide that it is listed: *kebijakannya*, *kyknya*."""
    base = word.removesuffix("nya")
    if base == word or word in lexicon.NEVER_STEMMED or word in lexicon.LEMMAS:
        return word
    return base if any(base in known for known in _LISTED) else word


def _restore(word: str, stem: str) -> str:
    """Put back the first sound of a root that melted into a nasal prefix, which Snowball leaves off or guesses.

    Source: the morphophonemics of *meN-* and *peN-* in standard Indonesian (*menulis*: tulis, *mengelola*: kelola).
    """
    if "m" + stem[1:] in lexicon.ROOTS_IN_M and stem[0] == "p" and _NASAL_M.match(word):
        return "m" + stem[1:]
    if stem[:1] in "aiueo":
        if "k" + stem in lexicon.ROOTS_IN_K and _NASAL_K.match(word):
            return "k" + stem
        if _NASAL_N.match(word):
            return "n" + stem if "n" + stem in lexicon.ROOTS_IN_N else "t" + stem
    return stem


def _pieces(word: str) -> list[tuple[int, str]]:
    """The tokens in one of spaCy's words, with their offsets; punctuation gives none.

    A hyphen or a bound form that is also written apart (*joined-up*, *antarinstansi*) parts the word; a reduplication
    (*instansi-instansi*, *tolong-menolong*) does not.
    """
    if not any(char.isalnum() for char in word):
        return []
    lower = word.lower()
    for bound in lexicon.DETACHED:
        rest = len(word) - len(bound)
        if lower.startswith(bound) and rest >= 4 and lower not in lexicon.KEPT_WHOLE and lower[len(bound)].isalpha():
            return [(0, word[: len(bound)]), (len(bound), word[len(bound) :])]
    if not any(hyphen in word for hyphen in _HYPHENS) or _is_reduplication(lower):
        return [(0, word)]
    return [
        (match.start(), match.group())
        for match in re.finditer(r"[^-‐‑]+", word)
        if any(char.isalnum() for char in match.group())
    ]


def _is_reduplication(word: str) -> bool:
    """Whether the parts around a hyphen share a root: *bermacam-macam*, *sebaik-baiknya*, *tolong-menolong*."""
    halves = [half for half in _SPLIT.split(word) if half]
    if len(halves) != 2 or min(map(len, halves)) < 3:
        return False
    first, second = halves
    return first in second or second in first or first[1:] in second
