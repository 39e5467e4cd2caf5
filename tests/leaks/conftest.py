"""What the key of a rubric is, and how a text is held against it.

The key is what tells how concepts are found: names, groups, items, contradictions (phrases) and exemplars, mentions,
confusables (passages). Public is what any participant may read: titles of the rubric, of criteria, sections, bands,
concepts and their themes, and the assignment's own text.

Phrases are looked for as the scorer does, by stems, so that a turned affix hides nothing. A text gives the key away
when

- it is a concept's own hint and holds a phrase of that concept with a content word that its title does not have;
- it holds, of whichever concept, a phrase with two content words or more that the titles do not have (single words say
  nothing: *program*, *pelayanan* and *warga* are words that anybody needs);
- five words in a row stand in a passage of the key just so.

Of an output, public strings and the essay's own quotes are taken out first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

import pytest

from grader import language, load_rubric
from grader.records.text import Language, PhraseFinder
from grader.rubric.schema import Concept, Rubric

PASSAGE: Final = 5
GAP: Final = " ¦ "


@dataclass(frozen=True)
class Leak:
    """A piece of a key found in a text."""

    concept: str
    phrase: str
    found: str


class Key:
    """The key of one rubric."""

    def __init__(self, rubric: Rubric, spoken: Language) -> None:
        self.rubric = rubric
        self._language = spoken
        keyed = [(name, phrase) for name, concept in rubric.concepts.items() for phrase in phrases(concept)]
        self._finder: PhraseFinder = spoken.finder({f"{name}\t{phrase}": [phrase] for name, phrase in keyed})
        self._titles = {name: self._content(self._title(each)) for name, each in rubric.concepts.items()}
        self._public = frozenset(self._content(" . ".join(public_strings(rubric))))
        self._passages: dict[tuple[str, ...], str] = {}
        for name, concept in rubric.concepts.items():
            for passage in (*concept.exemplars, *concept.mentions, *concept.confusables):
                self._passages.update(dict.fromkeys(runs(passage), name))

    @staticmethod
    def _title(concept: Concept) -> str:
        return f"{concept.title.id} . {concept.title.en}"

    def _content(self, text: str) -> set[str]:
        return {token.stem for token in self._language.analyse(text).tokens if not token.function}

    def in_hint(self, name: str, text: str) -> list[Leak]:
        """Leaks of a concept's own hint."""
        return self._phrases(text, own=name) + self._runs(text)

    def in_output(self, text: str, quotes: Iterable[str] = ()) -> list[Leak]:
        """Leaks of an output, apart from what is public and what the essay itself says."""
        kept = without(text, [*public_strings(self.rubric), *quotes])
        return self._phrases(kept, own=None) + self._runs(kept)

    def _phrases(self, text: str, own: str | None) -> list[Leak]:
        analysis = self._language.analyse(text)
        leaks = []
        for hit in self._finder.find(analysis.stems, analysis.written):
            name, _, phrase = hit.key.partition("\t")
            tokens = analysis.tokens[hit.first : hit.last]
            found = analysis.text[tokens[0].start : tokens[-1].end]
            content = {token.stem for token in tokens if not token.function}
            told = content - self._titles[name] if name == own else content - self._public
            if told and (name == own or len(content) > 1) and GAP.strip() not in found:
                leaks.append(Leak(name, phrase, found))
        return leaks

    def _runs(self, text: str) -> list[Leak]:
        return [Leak(self._passages[run], "", " ".join(run)) for run in runs(text) if run in self._passages]


class Finds(Protocol):
    """Holds an output against the key of a rubric."""

    def __call__(self, text: str, rubric: Rubric, *, public: Iterable[str] = ()) -> list[Leak]:
        """All leaks; ``public`` are strings that may stand in it, such as the essay's own sentences."""
        ...


def phrases(concept: Concept) -> list[str]:
    """All phrases of a concept."""
    grouped = [phrase for group in (*concept.groups, *concept.items) for phrase in group]
    return [*concept.names, *grouped, *concept.contradictions]


def public_strings(rubric: Rubric) -> list[str]:
    """What anybody may read of a rubric, in both languages."""
    texts = [rubric.title, rubric.description, *(each.title for each in rubric.criteria)]
    texts += [*(each.title for each in rubric.sections), *(each.title for each in rubric.bands)]
    texts += [each.title for each in rubric.concepts.values()]
    texts += [each.theme for each in rubric.concepts.values() if each.theme is not None]
    task = rubric.assignment
    return [part for text in texts for part in (text.id, text.en)] + [*task.titles, *task.instructions, *task.questions]


def runs(text: str) -> list[tuple[str, ...]]:
    """All runs of `PASSAGE` words."""
    words = re.findall(r"[^\W_]+|¦", text.casefold())
    return [tuple(words[start : start + PASSAGE]) for start in range(len(words) - PASSAGE + 1)]


def without(text: str, strings: Iterable[str]) -> str:
    """A text in one line with all occurrences of some strings taken out, the longest first; a gap stays."""
    flat = " ".join(text.split())
    for string in sorted({" ".join(each.split()) for each in strings} - {""}, key=len, reverse=True):
        flat = flat.replace(string, GAP)
    return flat


@pytest.fixture(scope="session")
def spoken() -> Language:
    return language("id")


@pytest.fixture(scope="session")
def make_key(spoken: Language) -> Callable[[Rubric], Key]:
    """The key of any rubric."""
    return lambda rubric: Key(rubric, spoken)


@pytest.fixture(scope="session")
def bank_key(spoken: Language) -> Key:
    """The key of all concepts that come along."""
    return Key(load_rubric("semua-konsep").rubric, spoken)


@pytest.fixture(scope="session")
def leaks(spoken: Language) -> Finds:
    """Finds leaks in an output, by any rubric."""
    keys: dict[str, Key] = {}

    def find(text: str, rubric: Rubric, *, public: Iterable[str] = ()) -> list[Leak]:
        key = keys.setdefault(rubric.id, Key(rubric, spoken))
        return key.in_output(text, public)

    return find
