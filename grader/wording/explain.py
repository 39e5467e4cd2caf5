"""An error as two sentences that a person reads: what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Final

from grader.errors import Value
from grader.wording.voice import Voice

BLANK: Final = "…"
"""Stands for what a sentence is filled with when an error occurs."""
SPOKEN: Final = ("kind", "reason", "what")
"""Values of errors that may be keys of sentences themselves: ``kind="jpeg"`` stands for the sentence ``kind.jpeg``."""


def explain_error(voice: Voice, code: str, values: Mapping[str, Value]) -> tuple[str, str]:
    """The sentence of an error and its next step.

    A value named ``kind``, ``reason`` or ``what`` that is a key of the sentences ``{name}.{value}`` is said by that
    sentence, filled with the same values (``what="words", limit=30000`` becomes *more than 30,000 words*). Any other
    value stands as it is: a reason may also be the words of the operating system or of the YAML parser. Where the
    next step depends on the kind (a photo, a shortcut), there is a sentence ``error.{code}.hint.{kind}`` for it.

    Args:
        voice: the language.
        code: a key of ``errors.CATALOGUE``.
        values: as in `GraderError.values`.

    Raises:
        KeyError: when the language has no sentence of this code, or a value that it needs is not given.
    """
    said = dict(values)
    for name in SPOKEN:
        key = f"{name}.{values.get(name)}"
        if key in voice.sentences:
            said[name] = voice.say(key, values)
    hint = f"error.{code}.hint.{values.get('kind')}"
    return voice.say(f"error.{code}", said), voice.say(hint if hint in voice.sentences else f"error.{code}.hint", said)


def blank_sentence(voice: Voice, key: str) -> str:
    """A sentence with `BLANK` for each value, as it stands in a list of all."""
    template = voice.sentences[key]
    names = (name for _, name, _, _ in Formatter().parse(template) if name)
    return template.format(**dict.fromkeys(names, BLANK))
