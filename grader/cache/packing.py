"""A parcel as bytes, and back: JSON and bare numbers under a hash over all of it; nothing in it can be run.

The layout: a line with the format, a line with the SHA-256 of the rest, a line with the number of bytes of the head,
the head in JSON (what the parcel is made of, what JSON can say of it, and type, shape and place of each array), and the
arrays one behind the other, each at a multiple of 16 bytes.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from grader.records.store import Parcel

FORMAT: Final = b"grader.cache/1\n"
TYPES: Final = frozenset({"<f8", "<f4", "<i8", "<i4", "|i1", "|u1"})
"""Types of numbers that are kept: of fixed size and order of bytes."""

_ALIGNED: Final = 16
_DIGITS: Final = 12


def pack(parcel: Parcel, made_of: str) -> bytes:
    """A parcel as bytes; the same parcel gives the same bytes.

    Args:
        parcel: what is kept.
        made_of: its key, which goes in too, so that a file under another name is not taken for something else.

    Raises:
        ValueError: when an array is of another type than `TYPES`, or a number of the plain part is none for JSON.
    """
    body = bytearray()
    arrays: dict[str, dict[str, Any]] = {}
    for name, array in parcel.arrays.items():
        kind = array.dtype.newbyteorder("<").str
        if kind not in TYPES:
            raise ValueError(f"{name} is of {array.dtype}")
        body += bytes(-len(body) % _ALIGNED)
        arrays[name] = {"type": kind, "shape": list(array.shape), "at": len(body)}
        body += array.astype(kind, order="C", copy=False).tobytes()
    head = json.dumps(
        {"made_of": made_of, "plain": parcel.plain, "arrays": arrays}, ensure_ascii=False, allow_nan=False
    ).encode("utf-8", "surrogatepass")
    head += b" " * (-(len(head) + _preamble()) % _ALIGNED)
    rest = b"%0*d\n" % (_DIGITS, len(head)) + head + bytes(body)
    return FORMAT + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def unpack(data: bytes, made_of: str) -> Parcel | None:
    """What `pack` made bytes of; ``None`` for any other bytes, and for those of something else."""
    hashed = len(FORMAT) + 64
    if not data.startswith(FORMAT) or data[hashed : hashed + 1] != b"\n":
        return None
    rest = memoryview(data)[hashed + 1 :]
    if hashlib.sha256(rest).hexdigest().encode() != data[len(FORMAT) : hashed]:
        return None
    try:
        length = int(bytes(rest[:_DIGITS]))
        head = json.loads(bytes(rest[_DIGITS + 1 : _DIGITS + 1 + length]).decode("utf-8", "surrogatepass"))
        if head["made_of"] != made_of:
            return None
        arrays = {name: _array(data, _preamble() + length, **told) for name, told in head["arrays"].items()}
        return Parcel(head["plain"], arrays)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _preamble() -> int:
    """Bytes before the head."""
    return len(FORMAT) + 64 + 1 + _DIGITS + 1


def _array(data: bytes, start: int, *, type: str, shape: list[int], at: int) -> Any:
    import numpy as np

    if type not in TYPES or any(size < 0 for size in shape):
        raise ValueError("no array of ours")
    count = 1
    for size in shape:
        count *= size
    return np.frombuffer(data, dtype=np.dtype(type), count=count, offset=start + at).reshape(shape)
