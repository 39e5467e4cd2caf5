"""Results as bytes, to be kept on disk or sent from a worker; no pickle, so that a foreign file can do no harm."""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from grader.records.assessment import Assessment, Failure

_LEVEL: Final = 3
"""Of compression: an assessment with its essay becomes some 11 KB in half a millisecond; more would not pay."""


class DamagedError(ValueError):
    """Bytes that are no result."""


def pack(result: Assessment | Failure) -> bytes:
    """A result as bytes: compressed JSON."""
    return zlib.compress(_adapter().dump_json(result), _LEVEL)


def unpack(packed: bytes) -> Assessment | Failure:
    """The result, equal to the one that was packed.

    Raises:
        DamagedError: when the bytes are none of `pack`'s.
    """
    try:
        result: Assessment | Failure = _adapter().validate_json(zlib.decompress(packed))
    except (zlib.error, ValidationError) as error:
        raise DamagedError(str(error)) from error
    return result


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Assessment | Failure)
