"""Casual twins of essays: what the same participant would have written in a hurry, in a chat."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

MakeTwin = Callable[..., str]

OFTEN = 0.5
"""Share of the places of a word with another spelling or wording that take it."""
TYPOS = 0.04
"""Share of the words with typos, of those with `LONG` letters or more that stand as they were."""
LONG = 5
LOWERED = 0.3
"""Share of the sentences that begin in lower case."""
RESTATED = 0.8
"""A line is the task's when so large a share of its words stands in one of its sentences."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SCAFFOLD = re.compile(r"\s*(#|\||:::|\\newpage|\*\*[^*]+\*\*\s*$|.*\.{4,}|$)")
_FIELD = re.compile(r"\s*[A-Z][\w/ ]{1,40} *:")
_BEGINNING = re.compile(r"((?:\A|[.!?] )(?:\s*(?:[-*]|\w{1,2}\\?\.) )?)([A-Z])(?=[a-z]+\b)")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(frozen=True)
class Ways:
    """The lists of `casual.yaml`: by what is replaced, what may stand for it; and the keys beside each key."""

    wordings: dict[str, list[str]]
    neighbours: dict[str, str]

    @property
    def replaced(self) -> re.Pattern[str]:
        """One word of the text, or one of the phrases that are replaced, the longest first."""
        phrases = sorted((key for key in self.wordings if not key.isalpha()), key=lambda key: (-len(key), key))
        return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b|" + _WORD.pattern, re.IGNORECASE)


def ways() -> Ways:
    lists: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "casual.yaml").read_text(encoding="utf-8"))
    return Ways({**lists["short"], **lists["everyday"]}, lists["neighbours"])


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def make(source: str, task: Iterable[str], seed: int, known: Ways) -> str:
    """The twin of a source of `tests/samples/sources`, as Markdown; the same for the same seed.

    Headings, header fields, tables, numbers and what repeats the task (its sentences are ``task``) stay as they are.
    """
    luck = random.Random(seed)
    asked = [words(sentence) for sentence in task]
    pattern = known.replaced
    lines = plain(source).splitlines()
    return "\n".join(line if stays(line, asked) else casual(line, known, pattern, luck) for line in lines) + "\n"


def plain(source: str) -> str:
    """The source as ordinary Markdown: without the block in front, and without marks of its own."""
    lines = _FRONT.sub("", source).splitlines()
    return "\n".join(line for line in lines if not line.startswith((":::", "\\newpage"))) + "\n"


def stays(line: str, asked: list[set[str]]) -> bool:
    if _SCAFFOLD.match(line) or (_FIELD.match(line) and len(line.split()) < 20):
        return True
    said = words(line)
    return any(len(said & sentence) >= RESTATED * len(said) for sentence in asked)


def casual(line: str, known: Ways, pattern: re.Pattern[str], luck: random.Random) -> str:
    def beginning(found: re.Match[str]) -> str:
        return found[1] + (found[2].lower() if luck.random() < LOWERED else found[2])

    def word(found: re.Match[str]) -> str:
        said = found.group()
        wordings = known.wordings.get(said.lower())
        if wordings and luck.random() < OFTEN:
            return like(said, luck.choice(wordings))
        first, _, second = said.partition("-")
        if second and first.lower() == second.lower():
            return f"{first}2" if luck.random() < OFTEN else said
        if len(said) >= LONG and said.isalpha() and not said.isupper() and luck.random() < TYPOS:
            return mistyped(said, known.neighbours, luck)
        return said

    return pattern.sub(word, _BEGINNING.sub(beginning, line))


def like(said: str, instead: str) -> str:
    """The wording with a capital where the word had one."""
    return instead[0].upper() + instead[1:] if said[0].isupper() else instead


def mistyped(word: str, neighbours: dict[str, str], luck: random.Random) -> str:
    """One letter, not the first, left out, doubled, changed with the next, or taken from the key beside it."""
    place = luck.randrange(1, len(word))
    way = luck.choice(["drop", "double", "swap", "neighbour"])
    if way == "drop":
        return word[:place] + word[place + 1 :]
    if way == "double":
        return word[: place + 1] + word[place:]
    if way == "swap":
        place = min(place, len(word) - 2)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    letter = luck.choice(neighbours[word[place].lower()])
    return word[:place] + letter + word[place + 1 :]


@pytest.fixture(scope="session")
def make_twin() -> MakeTwin:
    """``make_twin(source, task, seed)``: the casual twin of a source, as Markdown."""
    known = ways()
    return lambda source, task=(), seed=1: make(source, task, seed, known)


@pytest.fixture(scope="session")
def as_markdown() -> Callable[[str], str]:
    """The source itself as ordinary Markdown, to be graded beside its twin."""
    return plain
