"""A Word file's zip with some of its parts changed, and every other byte of every other part as it was.

Not through python-docx or a new zip: those drop what they do not know, inflate pictures and embedded files (which may
be made to do harm), and write the time of day. Here parts that are not changed are copied packed as they are; macros,
signatures of parts, pictures and external links stay untouched, and the same input gives the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

MOST: Final = 40_000_000
"""Bytes that a part may inflate to; the text of an essay has some hundred thousand."""
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_DATE: Final = (1 << 5) | 1  # 1 January 1980, the first day that a zip knows
_UTF8: Final = 0x800
_DEFLATED: Final = 8
_ERRORS: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, KeyError, NotImplementedError,
    OSError, OverflowError, RuntimeError, ValueError,
)  # fmt: skip


class PackageError(Exception):
    """The file is no zip that can be taken apart and put together again."""


class Parts:
    """The parts of a package.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: when it is no zip, or one that is encrypted or of the large kind.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self._members = {member.filename: member for member in package.infolist()}
                self._order = package.infolist()
        except _ERRORS as error:
            raise PackageError("no zip") from error
        if any(member.flag_bits & 1 for member in self._order) or len(self._order) > 0xFFFE:
            raise PackageError("encrypted or too large")

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """A part, inflated up to `MOST` bytes.

        Raises:
            PackageError: when there is no such part, it is damaged, or too large.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as package, package.open(name) as part:
                data = part.read(MOST + 1)
        except _ERRORS as error:
            raise PackageError(f"no part {name}") from error
        if len(data) > MOST:
            raise PackageError(f"part {name} is too large")
        return data

    def changed(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with these parts in place of those of the same names; new ones stand at its end.

        Raises:
            PackageError: when a part that stays as it is cannot be found in the file.
        """
        target, directory = io.BytesIO(), io.BytesIO()
        left = dict(parts)
        count = 0
        for member in self._order:
            if member.filename not in parts:
                _add(target, directory, _Entry.of(member), self._packed(member))
            elif member.filename in left:
                _add(target, directory, *_deflated(member.filename, left.pop(member.filename)))
            else:
                continue  # the second of two members of one name
            count += 1
        for name, data in left.items():
            _add(target, directory, *_deflated(name, data))
            count += 1
        listed, start = directory.getvalue(), target.tell()
        target.write(listed)
        target.write(_END.pack(b"PK\5\6", 0, 0, count, count, len(listed), start, 0))
        return target.getvalue()

    def _packed(self, member: zipfile.ZipInfo) -> bytes:
        """The bytes of a member as they stand in the file, still packed."""
        try:
            head = _LOCAL.unpack_from(self._data, member.header_offset)
        except struct.error as error:
            raise PackageError("damaged") from error
        start = member.header_offset + _LOCAL.size + head[9] + head[10]
        packed = self._data[start : start + member.compress_size]
        if head[0] != b"PK\3\4" or len(packed) != member.compress_size:
            raise PackageError("damaged")
        return packed


class _Entry:
    """What the headers say of a member."""

    def __init__(self, name: bytes, flags: int, method: int, crc: int, size: int) -> None:
        self.name, self.flags, self.method, self.crc, self.size = name, flags, method, crc, size

    @classmethod
    def of(cls, member: zipfile.ZipInfo) -> _Entry:
        codec, flags = ("utf-8", _UTF8) if member.flag_bits & _UTF8 else ("cp437", 0)
        name = member.orig_filename.encode(codec, "replace")
        return cls(name, flags, member.compress_type, member.CRC, member.file_size)


def _deflated(name: str, data: bytes) -> tuple[_Entry, bytes]:
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = deflater.compress(data) + deflater.flush()
    return _Entry(name.encode("utf-8"), _UTF8, _DEFLATED, zlib.crc32(data), len(data)), packed


def _add(target: io.BytesIO, directory: io.BytesIO, entry: _Entry, packed: bytes) -> None:
    """A member with its sizes in front of it, and its line in the directory."""
    offset = target.tell()
    sizes = (entry.crc, len(packed), entry.size)
    common = (20, entry.flags, entry.method, 0, _DATE)
    target.write(_LOCAL.pack(b"PK\3\4", *common, *sizes, len(entry.name), 0))
    target.write(entry.name)
    target.write(packed)
    directory.write(_CENTRAL.pack(b"PK\1\2", 20, *common, *sizes, len(entry.name), 0, 0, 0, 0, 0, offset))
    directory.write(entry.name)
