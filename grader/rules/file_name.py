"""The file is named as is asked for.

What it does:
    Compares the file's name with a pattern of plain text and placeholders:

    - ``{name}`` letters, blanks and the signs ``. , ' -``, at least one letter first;
    - ``{word}`` letters and digits without a blank;
    - ``{number}`` digits;
    - ``{any}`` anything, at least one character.

    The whole name must fit. Case and the number of blanks do not matter, nor the ``(1)`` that a browser adds to a
    second download. The ending (``.pdf``) is compared only where the pattern has one.

Why it matters:
    Names made by one pattern sort by themselves and tell whose file it is before it is opened.

Example:
    The name of the participant, then the task::

        - rule: file-name
          severity: suggestion
          settings:
            pattern: "{name} - Tugas {any}"
            example: "Wayan Sukarta - Tugas Kolaboratif.pdf"

Known limits:
    Whether the name in it is the participant's is not checked. Learning platforms may rename what is handed in; look at
    what they make of a name before taking points for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from pydantic import Field, field_validator, model_validator

from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict

_PLACEHOLDER: Final = re.compile(r"\{([^{}]{0,40})\}")
_ENDING: Final = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_SECOND_COPY: Final = re.compile(r"\s?\(\d{1,2}\)$")

Fits = Callable[[str, bool], bool]
"""Whether a character may stand in a placeholder's text; the flag says that it is its first."""

_PLACEHOLDERS: Final[dict[str, Fits]] = {
    "name": lambda character, first: character.isalpha() or (not first and character in " .,'’-"),
    "word": lambda character, _: character.isalnum(),
    "number": lambda character, _: character.isdecimal(),
    "any": lambda _character, _first: True,
}


class FileNameSettings(Settings):
    """Settings of ``file-name``."""

    pattern: str = Field(
        min_length=1, max_length=200, description="Text with {name}, {word}, {number} and {any}; see above."
    )
    example: str = Field(min_length=1, max_length=200, description="A name that fits, as people are told it.")

    @field_validator("pattern")
    @classmethod
    def _pattern(cls, pattern: str) -> str:
        names = _PLACEHOLDER.findall(pattern)
        if not set(names) <= set(_PLACEHOLDERS) or any(brace in _PLACEHOLDER.sub("", pattern) for brace in "{}"):
            raise ValueError("rubric.reason.placeholder")
        return pattern

    @model_validator(mode="after")
    def _example(self) -> FileNameSettings:
        if not fits(self.example, self.pattern):
            raise ValueError("rubric.reason.example-unfit")
        return self


def check(essay: Essay, settings: FileNameSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether the file's name fits the pattern."""
    found = essay.document.name.rpartition("/")[2]
    met = fits(found, settings.pattern)
    values = {"found": found, "example": settings.example}
    return Verdict(Outcome.MET, "met", values) if met else Verdict(Outcome.NOT_MET, "other", values)


def fits(name: str, pattern: str) -> bool:
    """Whether a file's name, without folders, fits a pattern.

    Both are walked through once for each piece of the pattern, with all positions of the name that it can have come to;
    so the work grows with their lengths' product at most, whatever the pattern is.
    """
    ending = _ENDING.search(pattern)
    stem = name[: found.start()] if (found := _ENDING.search(name)) else name
    tail = name[len(stem) :] if ending else ""
    names = {_plain(stem + tail), _plain(_SECOND_COPY.sub("", stem) + tail)}
    return any(_matches(each, _plain(pattern)) for each in names)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _matches(name: str, pattern: str) -> bool:
    reached = {0}
    for literal, placeholder in _pieces(pattern):
        reached = {at + len(literal) for at in reached if name.startswith(literal, at)}
        if placeholder:
            reached = _spread(name, reached, _PLACEHOLDERS[placeholder])
    return len(name) in reached


def _pieces(pattern: str) -> Iterator[tuple[str, str]]:
    """Plain text and the placeholder behind it; the last text has none."""
    at = 0
    for found in _PLACEHOLDER.finditer(pattern):
        yield pattern[at : found.start()], found[1]
        at = found.end()
    yield pattern[at:], ""


def _spread(name: str, starts: set[int], allowed: Fits) -> set[int]:
    """Where a placeholder's text can end that begins at one of the places."""
    ends: set[int] = set()
    inside = False
    for at, character in enumerate(name):
        inside = (inside and allowed(character, False)) or (at in starts and allowed(character, True))
        if inside:
            ends.add(at + 1)
    return ends


RULE = Rule(name="file-name", needs=frozenset(), settings=FileNameSettings, check=check, doc=__doc__ or "")
