"""Indonesian, with the English that runs through it: sentences and tokens by spaCy's rules, stems by Snowball."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final

from grader.languages import lexicon
from grader.languages.phrases import StemFinder, packed, stemmed, unpacked
from grader.languages.sentences import Chunk, Piece, Sentences, Word, chunk_of
from grader.languages.splitting import is_punctuation
from grader.languages.tokenizer import Split, splitter
from grader.records.store import Parcel, Store
from grader.records.text import Analysis, PhraseFinder, Token

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
        self._chunks: dict[str, Chunk] = {}
        self._words: dict[str, Word] = {}
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
        sentences = Sentences(tokens, len(text) - len(text.lstrip()), lexicon.COMPOUNDS)
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

    def _chunk(self, chunk: str) -> Chunk:
        """What stands between two blanks."""
        looked_up = self._chunks.get(chunk)
        if looked_up is None:
            if len(chunk) > LONGEST_CHUNK:
                return chunk_of([self._look_at(word) for word in _PLAIN.findall(chunk[:LONGEST_SPLIT])])
            if len(self._chunks) >= MOST_KNOWN or len(self._words) >= MOST_KNOWN:
                self._chunks.clear()
                self._words.clear()
                self._stems.clear()
            looked_up = self._chunks[chunk] = chunk_of([self._word(word) for word in self._split(chunk)])
        return looked_up

    def _word(self, word: str) -> Word:
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = self._look_at(word)
        return known

    def _look_at(self, word: str) -> Word:
        pieces: list[Piece] = []
        for start, piece in _pieces(word):
            surface = piece.lower()
            # an institution's short name is no chat abbreviation: *BKN*, *LBH*
            stem = surface if surface in lexicon.ABBREVIATIONS and piece.isupper() else self._stem(surface)
            joins = surface if surface in _SECONDS else None
            pieces.append(Piece(start, start + len(piece), stem, stem in lexicon.FUNCTION_WORDS, joins))
        ends = word in _SENTENCE_ENDS
        return Word(len(word), tuple(pieces), word in _OPENING, ends, is_punctuation(word))

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
