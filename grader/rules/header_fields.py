"""The header fields above the text are there and filled in.

What it does:
    Looks among the fields above the text (``Nama Peserta : …``, one a line or in a table of two columns) for each
    required label or one of its aliases. Case, punctuation and additions in brackets do not matter. A value without any
    letter or digit (dots, dashes, an underscore line) is not filled in.

Why it matters:
    Without name and number a submission cannot be told from others; without group or trainer it cannot be filed.

Example:
    A name and a number that has two names::

        - rule: header-fields
          severity: warning
          settings:
            required:
              - label: Nama Peserta
                aliases: [Nama]
              - label: Nomor Presensi
                aliases: [NDH, Nomor Daftar Hadir]

Known limits:
    Whether a value is true is not checked. Fields inside a picture cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Final

from pydantic import Field, field_validator

from grader.errors import Value
from grader.records.document import HeaderField, Place
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict

_BRACKETS: Final = re.compile(r"\([^()]{0,80}\)")
_WORD: Final = re.compile(r"[^\W_]+")


class RequiredField(Settings):
    """A field that is asked for."""

    label: str = Field(description="The label as the assignment has it.")
    aliases: list[str] = Field(default_factory=list, description="Other labels that mean the same.")

    @field_validator("label")
    @classmethod
    def _label(cls, label: str) -> str:
        return _with_letters(label)

    @field_validator("aliases")
    @classmethod
    def _aliases(cls, aliases: list[str]) -> list[str]:
        return [_with_letters(alias) for alias in aliases]


class HeaderFieldsSettings(Settings):
    """Settings of ``header-fields``."""

    required: Annotated[list[RequiredField], Field(min_length=1, description="The fields that must be filled in.")]


def check(essay: Essay, settings: HeaderFieldsSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say which required fields are missing or not filled in."""
    fields = essay.document.header_fields
    missing: list[str] = []
    empty: list[str] = []
    place = None
    for required in settings.required:
        wanted = {_key(name) for name in (required.label, *required.aliases)}
        matching = [field for field in fields if wanted & {_key(field.label), _key(_BRACKETS.sub(" ", field.label))}]
        if not matching:
            missing.append(required.label)
        elif not any(map(_filled, matching)):
            empty.append(required.label)
            place = place or _place(essay, matching)
    if not missing and not empty:
        return Verdict(Outcome.MET, "met", {"fields": tuple(required.label for required in settings.required)})
    values: dict[str, Value] = {"missing": tuple(missing), "empty": tuple(empty)}
    reason = "-".join(name for name, labels in values.items() if labels)
    return Verdict(Outcome.NOT_MET, reason, {name: labels for name, labels in values.items() if labels}, place)


def _with_letters(label: str) -> str:
    if not _key(label):
        raise ValueError("rubric.reason.label-empty")
    return label


def _key(label: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(label.casefold()))


def _filled(field: HeaderField) -> bool:
    return any(map(str.isalnum, field.value))


def _place(essay: Essay, fields: Iterable[HeaderField]) -> Place | None:
    blocks = [block for field in fields for block in field.blocks]
    return essay.document.blocks[blocks[0]].place if blocks else None


RULE = Rule(name="header-fields", needs=frozenset(), settings=HeaderFieldsSettings, check=check, doc=__doc__ or "")
