"""Typing errors: a word that nobody knows, and that is one slip of a finger from a known one, counts as that one.

Nothing but the stems that are compared is changed. Where a word stands in the essay, and how it is spelt there, stays
as it is, and so do quotations.

Real words that merely are not known (names, places, words of another subject) are to be left. What tells them from
typing errors was chosen by measuring, on 20 essays with 1,335 such words and 1,982 errors put into their known words:

- by the rubric's words, any one edit mends 66 % and changes 104 real words; only edits that a finger makes (`is_slip`)
  mend 69 %, since fewer words are then near to two, and change 31;
- two edits in words of nine letters or more would change 41 real words, and are not mended;
- whole words tell more than stems: an error in an affix hides the stem, and short stems have many neighbours.

So a word is compared with the essay's own words first, which are its subject's, then with the rubric's, and then its
stem with known ones if it is long. This mends 72 % of the errors, 0.2 % wrongly, and changes 25 of 1,554 places with a
real word that is not known, some of them rightly (*databases*, *solver*).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from grader.records.store import Parcel, Store, kept
from grader.records.text import Language, Token
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages

SHORTEST_OWN: Final = 5
SHORTEST_WORD: Final = 6
SHORTEST_STEM: Final = 7
"""Letters that a word needs to be mended by the essay's own words, by the rubric's, and that a stem needs."""
LONG: Final = 7
"""Letters from which letters that sound alike may stand for each other."""
OFTEN: Final = 3
"""A word that an essay spells alike so many times is meant so."""
TRUSTED: Final = 2
"""An essay's own spelling of a known word is one to mend by when it stands there so many times."""
MOST_KEPT: Final = 50_000
"""Words whose mending is remembered."""

_LETTERS = re.compile(r"[a-z]+")
_LONGEST = 30  # letters; nothing longer is one word with one slip
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHIFTS = (0.0, 0.25, 0.75)  # of the rows of keys, in widths of a key
_KEYS = {key: (place + shift, row) for row, shift in enumerate(_SHIFTS) for place, key in enumerate(_ROWS[row])}
_BESIDE: Final = frozenset(
    (one, other)
    for one, (x, y) in _KEYS.items()
    for other, (left, above) in _KEYS.items()
    if one != other and abs(x - left) <= 1 and abs(y - above) <= 1
)
"""Pairs of keys beside each other on a QWERTY keyboard, the one of Indonesia."""
_ALIKE: Final = frozenset(
    pair for a, b in ("ei", "ou", "fv", "fp", "pv", "jy", "kq", "sz", "td") for pair in (a + b, b + a)
)
"""Letters that stand for each other in common misspellings: *efesien*, *propinsi*, *aktifitas*, *obyek*."""


class Spellings:
    """Known spellings, found by their first letter and length: the first letter is hardly ever the wrong one.

    Args:
        stems: for each spelling the stem that it stands for. What is no word of the letters a to z is left out.
    """

    def __init__(self, stems: Mapping[str, str]) -> None:
        self._stems = stems
        self._by_letter: dict[str, list[str]] = {}
        self._shelves: dict[tuple[str, int], list[str]] = {}
        for spelling in filter(_LETTERS.fullmatch, stems):
            self._by_letter.setdefault(spelling[0], []).append(spelling)

    def meant(self, word: str) -> set[str]:
        """The stems that a word of the letters a to z may stand for, one slip away."""
        letter, length = word[0], len(word)
        shelf = self._shelves.get((letter, length))
        if shelf is None:
            known = self._by_letter.get(letter, ())
            shelf = self._shelves[letter, length] = [each for each in known if abs(len(each) - length) <= 1]
        near = extract(word, shelf, scorer=OSA.distance, score_cutoff=1, limit=None)
        return {self._stems[spelling] for spelling, _, _ in near if is_slip(word, spelling)}


class Speller:
    """Mends words by what is known before any essay is read.

    Attributes:
        known: stems that are never mended.

    Args:
        known: stems that are left as they are, and by which stems are mended.
        functions: those of them that are function words'.
        words: whole words, in small letters, and their stems, which must be known.
    """

    def __init__(
        self, known: Collection[str], functions: Collection[str] = (), words: Mapping[str, str] | None = None
    ) -> None:
        self.known = frozenset(known)
        self._functions = frozenset(functions)
        self._words = Spellings(words or {})
        self._stems = Spellings({stem: stem for stem in self.known if len(stem) >= SHORTEST_STEM - 1})
        self._kept: dict[tuple[str, str], str | None] = {}

    def mend(self, token: Token, written: str, own: Spellings | None = None) -> Token:
        """The token with the stem that was meant; itself when that is not plain, or when nothing is wrong.

        Args:
            token: of an analysis.
            written: the word as it stands in the text.
            own: the essay's own words, which go before the rubric's.
        """
        word = written.lower()
        if token.stem in self.known or not SHORTEST_OWN <= len(word) <= _LONGEST or not _LETTERS.fullmatch(word):
            return token
        meant = own.meant(word) if own else set()
        stem = _only(meant) if meant else self._look_up(word, token.stem)
        return token if stem is None else token._replace(stem=stem, function=stem in self._functions)

    def _look_up(self, word: str, stem: str) -> str | None:
        key = (word, stem)
        if key not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            meant = self._words.meant(word) if len(word) >= SHORTEST_WORD else set()
            if not meant and len(stem) >= SHORTEST_STEM and _LETTERS.fullmatch(stem):
                meant = self._stems.meant(stem)
            self._kept[key] = _only(meant)
        return self._kept[key]


def prepare(
    concepts: Mapping[str, Concept], terms: Iterable[str], language: Language, store: Store | None = None
) -> Speller:
    """A speller that knows the words of a rubric, and those of a learned lexicon.

    Args:
        concepts: of the rubric, by id.
        terms: of the lexicon: stems; pairs of stems are left out.
        language: of both.
        store: keeps the words for the next run.
    """
    texts = list(_texts(concepts.values()))
    learned = [term for term in terms if " " not in term]
    made_of = json.dumps([language.code, texts, learned], ensure_ascii=False)
    words, functions = kept(
        store,
        "spellings",
        made_of,
        lambda: _words(texts, learned, language),
        lambda found: Parcel([found[0], sorted(found[1])]),
        lambda parcel: (dict(parcel.plain[0]), set(parcel.plain[1])),
    )
    return Speller({*words.values(), *learned}, functions, words)


def _words(texts: Sequence[str], learned: Sequence[str], language: Language) -> tuple[dict[str, str], set[str]]:
    """The words of texts with their stems, and which of these and of the learned stems are function words'."""
    words: dict[str, str] = {}
    functions: set[str] = set()
    for text in texts:
        analysis = language.analyse(text.replace("*", " "))
        for token in analysis.tokens:
            words.setdefault(analysis.text[token.start : token.end].lower(), token.stem)
            functions.update([token.stem] if token.function else [])
    functions.update(token.stem for token in language.analyse(" ".join(learned)).tokens if token.function)
    return words, functions


def mended(passages: Passages, speller: Speller) -> Passages:
    """The same passages with mended stems; all offsets stay.

    Left are words with a capital letter inside a sentence, wherever else they stand (names), and those that the essay
    spells alike `OFTEN` times.
    """
    stems, written, known = passages.stems, passages.written, speller.known
    unknown = [place for place, stem in enumerate(stems) if stem not in known]
    meant_so = _meant_so(passages, unknown)
    own = Spellings(_trusted(Counter(written), dict(zip(written, stems, strict=True)), known))
    owners, starts = passages.owners.tolist(), passages.starts.tolist()
    changed: dict[int, dict[int, Token]] = {}
    for place in unknown:
        if stems[place] in meant_so:
            continue
        sentence = passages.sentences[owners[place]]
        number = sentence.first + place - starts[owners[place]]
        token = sentence.analysis.tokens[number]
        meant = speller.mend(token, written[place], own)
        if meant != token:
            changed.setdefault(id(sentence.analysis), {})[number] = meant
    return passages.with_tokens(changed) if changed else passages


def is_slip(word: str, spelling: str) -> bool:
    """Whether a finger that meant ``spelling`` may have typed ``word``, which is one edit away from it.

    It left a letter out, changed two over, struck twice or the key beside as well, or instead; in a word of `LONG`
    letters or more also a letter that sounds alike.
    """
    if len(word) < len(spelling):
        return True
    place = next(
        (i for i, (typed, meant) in enumerate(zip(word, spelling, strict=False)) if typed != meant), len(spelling)
    )
    if len(word) > len(spelling):
        # In a run of one letter any of them is the extra one, and it has its like beside it.
        return any(_struck_by(word[place], word[i]) for i in (place - 1, place + 1) if 0 <= i < len(word))
    if word[place + 1 :] != spelling[place + 1 :]:
        return True
    typed, meant = word[place], spelling[place]
    return (typed, meant) in _BESIDE or (len(word) >= LONG and typed + meant in _ALIKE)


def _struck_by(extra: str, beside: str) -> bool:
    return extra == beside or (extra, beside) in _BESIDE


def _only(meant: set[str]) -> str | None:
    return next(iter(meant)) if len(meant) == 1 else None


def _texts(concepts: Iterable[Concept]) -> Iterator[str]:
    for concept in concepts:
        yield from (
            *concept.names,
            *concept.exemplars,
            *concept.mentions,
            *concept.confusables,
            *concept.contradictions,
        )
        for phrases in (*concept.groups, *concept.items):
            yield from phrases


def _meant_so(passages: Passages, unknown: Sequence[int]) -> set[str]:
    """Unknown stems that are meant as they stand: those of names, and of words that come often."""
    stems, written = passages.stems, passages.written
    beginnings = set(passages.starts.tolist())
    names = {
        stems[place]
        for place in unknown
        if not written[place].islower() and (place not in beginnings or not written[place][1:].islower())
    }
    return names | {stem for stem, count in Counter([stems[place] for place in unknown]).items() if count >= OFTEN}


def _trusted(written: Mapping[str, int], stems: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
    """The stems of known words that an essay spells alike `TRUSTED` times, in small letters or not."""
    times: dict[tuple[str, str], int] = {}
    capitals = {word.lower() for word in written if not word.islower()}
    for word, count in written.items():
        if count < TRUSTED and word not in capitals and word.islower():
            continue  # most words stand there once
        stem = stems[word]
        if len(word) >= SHORTEST_OWN - 1 and stem in known:
            key = word.lower(), stem
            times[key] = times.get(key, 0) + count
    return {word: stem for (word, stem), count in times.items() if count >= TRUSTED}
