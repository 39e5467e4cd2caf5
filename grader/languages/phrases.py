"""Finding phrases by their stems."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from grader.records.text import Analysis, Hit

MOST_KNOWN = 50_000
"""Words of which it is kept what they begin like; it changes nothing but the time it takes."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases, stemmed.

    Attributes:
        fixed: stems of a phrase and the key that it stands for.
        open: of those whose last word stands for any word that begins so: that beginning, the stems before, the key.
    """

    fixed: Sequence[tuple[Stems, str]] = field(default_factory=list)
    open: Sequence[tuple[str, Stems, str]] = field(default_factory=list)


def stemmed(phrases: Mapping[str, Sequence[str]], analyse: Callable[[str], Analysis]) -> Phrases:
    """Stem phrases as texts are stemmed.

    Args:
        phrases: for each key the phrases that stand for it; a last word that ends in ``*`` is open.
        analyse: the language's own analysis.
    """
    fixed: list[tuple[Stems, str]] = []
    opened: list[tuple[str, Stems, str]] = []
    for key, group in phrases.items():
        for phrase in group:
            *before, last = phrase.lower().split()
            if last.endswith("*"):
                opened.append((last[:-1], _stems(analyse(" ".join(before))), key))
            elif stems := _stems(analyse(phrase)):
                fixed.append((stems, key))
    return Phrases(fixed, opened)


def packed(phrases: Phrases) -> list[Any]:
    """Phrases as JSON can say them."""
    return [
        [[*stems, key] for stems, key in phrases.fixed],
        [[start, *stems, key] for start, stems, key in phrases.open],
    ]


def unpacked(plain: Any) -> Phrases:
    """The same back."""
    fixed, opened = plain
    return Phrases(
        [(tuple(stems), key) for *stems, key in fixed], [(start, tuple(stems), key) for start, *stems, key in opened]
    )


@dataclass(slots=True)
class _Node:
    """Where a beginning of phrases leads: the keys of whole ones, in order, and what may follow, by its stem."""

    keys: list[str] = field(default_factory=list)
    further: dict[str, _Node] = field(default_factory=dict)

    def add(self, stems: Stems, key: str) -> None:
        node = self
        for stem in stems:
            node = node.further.setdefault(stem, _Node())
        if key not in node.keys:
            insort(node.keys, key)


class StemFinder:
    """A `grader.records.text.PhraseFinder`: looks up the stems that each token begins.

    Args:
        phrases: that are looked for.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._root = _Node()
        for stems, key in phrases.fixed:
            self._root.add(stems, key)
        self._open: dict[str, list[tuple[Stems, str]]] = {}
        for start, stems, key in phrases.open:
            self._open.setdefault(start, []).append((stems, key))
        # By the letters that all beginnings have at least: most words are passed over at the first look.
        self._least = min(map(len, self._open), default=0)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for start in sorted(self._open, key=len):
            known = self._lengths.get(start[: self._least], ())
            self._lengths[start[: self._least]] = tuple(dict.fromkeys((*known, len(start))))
        self._known: dict[str, tuple[tuple[Stems, str], ...]] = {}

    def find(self, stems: Sequence[str], written: Sequence[str]) -> Sequence[Hit]:
        """See `grader.records.text.PhraseFinder.find`."""
        hits = self._find_fixed(stems)
        if opened := list(self._find_open(stems, written)):
            hits = sorted({*hits, *opened}, key=itemgetter(1, 2, 0))
        return hits

    def _find_fixed(self, stems: Sequence[str]) -> list[Hit]:
        """In order of place, and of keys at one place: to sort them would take as long as to find them."""
        found: list[Hit] = []
        make = tuple.__new__  # half the time of `Hit(...)`
        following = [*stems[1:], ""]  # no stem is empty
        for first, start in enumerate(map(self._root.further.get, stems)):
            if start is None:
                continue
            node: _Node | None = start
            last = first
            while node is not None:
                if node.keys:
                    found += [make(Hit, (key, first, last + 1)) for key in node.keys]
                node = node.further.get(following[last])
                last += 1
        return found

    def _find_open(self, stems: Sequence[str], written: Sequence[str]) -> Iterator[Hit]:
        for index, known in enumerate(map(self._known.get, written)):
            if known is not None and not known:
                continue  # most words
            for before, key in self._opened(written[index]) if known is None else known:
                first = index - len(before)
                if first >= 0 and tuple(stems[first:index]) == before:
                    yield Hit(key, first, index + 1)

    def _opened(self, written: str) -> tuple[tuple[Stems, str], ...]:
        """The open phrases whose last word may be this one: the stems before it, and the key."""
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        word = written.lower()
        lengths = [length for length in self._lengths.get(word[: self._least], ()) if length <= len(word)]
        found = tuple(pair for length in lengths for pair in self._open.get(word[:length], ()))
        self._known[written] = found
        return found


def _stems(analysis: Analysis) -> Stems:
    return tuple(token.stem for token in analysis.tokens)
