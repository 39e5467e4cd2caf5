"""Turning a key and values into a sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from babel.dates import format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal

from grader.errors import Value


@dataclass(frozen=True, slots=True)
class Voice:
    """A language that people read, with its sentences.

    Attributes:
        code: ``id`` or ``en``; also the locale of numbers and lists.
        sentences: ``str.format`` templates by key.
    """

    code: str
    sentences: Mapping[str, str]

    def say(self, key: str, values: Mapping[str, Value] | None = None, /, **more: Value) -> str:
        """The sentence of a key, filled in; numbers and lists are written as this language writes them.

        Raises:
            KeyError: when there is no such sentence, or a value that it needs is not given.
        """
        given = {**(values or {}), **more}
        return self.sentences[key].format(**{name: self.write(value) for name, value in given.items()})

    def write(self, value: Value) -> str:
        """A single value: 2063 is ``2.063`` in Indonesian; decimals are kept to two places."""
        if value is None:
            return "–"
        if isinstance(value, (int, float)):
            return self.number(value)
        if isinstance(value, tuple):
            return format_list(list(value), locale=self.code) if value else "–"
        return value

    def number(self, value: float, pattern: str = "#,##0.##") -> str:
        """A number by a CLDR pattern, e.g. ``0.00`` for marks."""
        # adding nothing takes the sign off a zero, which would otherwise share its place in the memory
        return _number(value + 0, pattern, self.code)

    def moment(self, when: datetime) -> str:
        """Date and time of a day as it was where it was written down: ``22 Nov 2026, 14.05``."""
        return format_datetime(when, "d MMM y, HH:mm" if self.code == "en" else "d MMM y, HH.mm", locale=self.code)


@lru_cache(maxsize=8192)
def _number(value: float, pattern: str, locale: str) -> str:
    """Reports write the same few weights, credits and shares over and over; formatting them was half of their cost."""
    return format_decimal(value, format=pattern, locale=locale)
