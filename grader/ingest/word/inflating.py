"""Members of a zip that are just as its directory says, taken out without the machinery for all others.

`zipfile` reads a member through layers of objects, which costs more than inflating the short parts of a document does.
Nothing is judged here: a member that is unusual in any way is left to `zipfile`, and to what it says of it.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from itertools import pairwise
from typing import Final

_HEADER: Final = struct.Struct("<4s2xHH16xHH")
"""Of what stands before a member: signature, flags, method, and the lengths of its name and of its extra field."""
_SIGNATURE: Final = b"PK\x03\x04"
_ODD: Final = 0x1 | 0x20 | 0x40
"""Flags of members that are encrypted or patched."""
_RAW: Final = -15
"""Window bits of a deflated stream without header, as in zips."""


class PlainMembers:
    """Members of one zip.

    Args:
        data: the whole file.
        package: the same, opened.
    """

    def __init__(self, data: bytes, package: zipfile.ZipFile) -> None:
        self._data = data
        starts = sorted(member.header_offset for member in package.infolist())
        places = list(pairwise((*starts, package.start_dir)))
        self._ends = dict(reversed(places))  # of two members at one place, the end is their start

    def read(self, member: zipfile.ZipInfo, most: int) -> bytes | None:
        """What `zipfile` would read.

        Args:
            member: of this zip.
            most: bytes, inflated.

        Returns:
            The whole member; ``None`` when only `zipfile` can tell what it holds, or what is wrong with it.
        """
        start, size = member.header_offset, member.file_size
        name = member.orig_filename
        if start < 0 or not 0 < size <= most or not name.isascii() or (member.flag_bits & _ODD):
            return None
        if start + _HEADER.size > len(self._data):
            return None
        signature, _, _, length, extra = _HEADER.unpack_from(self._data, start)
        named = start + _HEADER.size
        begin = named + length + extra
        end = begin + member.compress_size
        if signature != _SIGNATURE or self._data[named : named + length] != name.encode() or end > self._ends[start]:
            return None
        packed = self._data[begin:end]
        whole = packed if member.compress_type == zipfile.ZIP_STORED else None
        if member.compress_type == zipfile.ZIP_DEFLATED:
            whole = _inflated(packed, size)
        return whole if whole is not None and len(whole) == size and zlib.crc32(whole) == member.CRC else None


def _inflated(packed: bytes, size: int) -> bytes | None:
    """A deflated stream that ends by itself, after so many bytes or fewer."""
    stream = zlib.decompressobj(_RAW)
    try:
        whole = stream.decompress(packed, size + 1)
    except zlib.error:
        return None
    return whole if stream.eof else None
