"""Finding phrases by their stems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.records.text import Analysis, Hit

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


class StemFinder:
    """A `grader.records.text.PhraseFinder`: looks up the stems that each token begins.

    Args:
        phrases: that are looked for.
    """

    def __init__(self, phrases: Phrases) -> None:
        # By the first stem: how many stems may follow each other, and the keys of those that do.
        self._sizes: dict[str, tuple[int, ...]] = {}
        self._keys: dict[Stems, tuple[str, ...]] = {}
        for stems, key in phrases.fixed:
            self._sizes[stems[0]] = tuple(sorted({*self._sizes.get(stems[0], ()), len(stems)}))
            self._keys[stems] = tuple(dict.fromkeys((*self._keys.get(stems, ()), key)))
        self._open: dict[str, list[tuple[Stems, str]]] = {}
        for start, stems, key in phrases.open:
            self._open.setdefault(start, []).append((stems, key))
        # By the letters that all beginnings have at least: most words are passed over at the first look.
        self._least = min(map(len, self._open), default=0)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for start in sorted(self._open, key=len):
            known = self._lengths.get(start[: self._least], ())
            self._lengths[start[: self._least]] = tuple(dict.fromkeys((*known, len(start))))

    def find(self, analysis: Analysis) -> Sequence[Hit]:
        """All places of all phrases, in order of place; overlapping ones too."""
        stems = tuple([token.stem for token in analysis.tokens])
        hits = {*self._find_fixed(stems), *self._find_open(analysis, stems)}
        return sorted(hits, key=lambda hit: (hit.first, hit.last, hit.key))

    def _find_fixed(self, stems: Stems) -> Iterator[Hit]:
        for first, stem in enumerate(stems):
            for size in self._sizes.get(stem, ()):
                last = first + size
                for key in self._keys.get(stems[first:last], ()) if last <= len(stems) else ():
                    yield Hit(key, first, last)

    def _find_open(self, analysis: Analysis, stems: Stems) -> Iterator[Hit]:
        for index, token in enumerate(analysis.tokens):
            word = analysis.text[token.start : token.end].lower()
            for length in self._lengths.get(word[: self._least], ()):
                for before, key in self._open.get(word[:length], ()) if length <= len(word) else ():
                    first = index - len(before)
                    if first >= 0 and stems[first:index] == before:
                        yield Hit(key, first, index + 1)


def _stems(analysis: Analysis) -> Stems:
    return tuple(token.stem for token in analysis.tokens)
