"""Results as bytes, to be kept on disk or sent from a worker; no pickle, so that a foreign file can do no harm.

A letter tells what it is. An assessment follows in two pieces, each compressed JSON: first all that is said of the
submission, then the text that it is said of, which is two thirds of it all and which most readers can do without.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from grader.records.assessment import Assessment, Failure
from grader.records.document import Block
from grader.records.essay import Part

_LEVEL: Final = 1
"""Of compression: an assessment with its essay becomes some 20 KB; level 3 makes that 18, and takes half again as long.
"""
_ASSESSMENT: Final = b"A"
_FAILURE: Final = b"F"
_SIZE: Final = 4
"""Bytes that tell how long an assessment's first piece is."""


class DamagedError(ValueError):
    """Bytes that are no result."""


def pack(result: Assessment | Failure) -> bytes:
    """A result as bytes."""
    if isinstance(result, Failure):
        return _FAILURE + _squeeze(_failures().dump_json(result))
    essay = result.essay
    said = _squeeze(_assessments().dump_json(without_text(result)))
    text = _squeeze(_texts().dump_json((essay.document.blocks, essay.parts)))
    return b"".join((_ASSESSMENT, len(said).to_bytes(_SIZE), said, text))


def unpack(packed: bytes, *, text: bool = True) -> Assessment | Failure:
    """The result, equal to the one that was packed.

    Args:
        packed: what `pack` gave.
        text: also an essay's text; without it the result is as `without_text` gives it, in a third of the time.

    Raises:
        DamagedError: when the bytes are none of `pack`'s.
    """
    try:
        return _unpack(packed, text=text)
    except (zlib.error, ValidationError) as error:
        raise DamagedError(str(error)) from error


def without_text(result: Assessment) -> Assessment:
    """The same but for the essay's text: a document without blocks, of which nothing is a part."""
    essay = result.essay
    return replace(result, essay=replace(essay, document=replace(essay.document, blocks=()), parts=()))


def _unpack(packed: bytes, *, text: bool) -> Assessment | Failure:
    kind, rest = packed[:1], packed[1:]
    if kind == _FAILURE:
        failure: Failure = _failures().validate_json(zlib.decompress(rest))
        return failure
    if kind != _ASSESSMENT:
        raise DamagedError("neither an assessment nor a failure")
    end = _SIZE + int.from_bytes(rest[:_SIZE])
    said: Assessment = _assessments().validate_json(zlib.decompress(rest[_SIZE:end]))
    if not text:
        return said
    blocks, parts = _texts().validate_json(zlib.decompress(rest[end:]))
    essay = replace(said.essay, document=replace(said.essay.document, blocks=blocks), parts=parts)
    return replace(said, essay=essay)


def _squeeze(json: bytes) -> bytes:
    return zlib.compress(json, _LEVEL)


# One adapter for each kind: one for either tries both on everything, which takes more than twice as long.
@cache
def _assessments() -> TypeAdapter[Any]:
    return TypeAdapter(Assessment)


@cache
def _failures() -> TypeAdapter[Any]:
    return TypeAdapter(Failure)


@cache
def _texts() -> TypeAdapter[Any]:
    return TypeAdapter(tuple[tuple[Block, ...], tuple[Part, ...]])
