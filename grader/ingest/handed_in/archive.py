"""A zip of submissions, read where it lies: its directory, then each member by itself; nothing goes to disk.

The zip is anybody's. Its directory is read within a bound, names in it are names and never paths, and a member is
inflated in pieces against the limits of a file, whatever sizes the directory claims. `zipfile` reads the directory
only: it would read that anew for each member, or keep the zip open and locked.
"""

from __future__ import annotations

import calendar
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.ingest.limits import CHUNK_BYTES, FILE_BYTES, MEGABYTE, ZIP_RATIO
from grader.ingest.names import shown
from grader.ingest.word.package import ZIP_ERRORS

ARCHIVE_ENTRIES: Final = 20_000
"""Files and folders in a zip of submissions: a province of four thousand with some files each."""
DIRECTORY_BYTES: Final = 8 * MEGABYTE
"""Of the list of names at the end of a zip; 20,000 names as Moodle makes them take 7 MB."""

_BEGINS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_LOCAL: Final = struct.Struct("<4s22xHH")  # mark, length of the name and of what else stands before the data
_FARTHEST: Final = 2**62  # where any system can seek
_ENCRYPTED: Final = 1
_UTF8: Final = 0x800
_UNIX: Final = 3
# What lies at the top of one document that is a zip by itself (OOXML, OpenDocument, EPUB, Pages, Java).
_DOCUMENT_PARTS: Final = frozenset(
    {
        "[Content_Types].xml", "mimetype", "word/document.xml", "META-INF/container.xml", "META-INF/manifest.xml",
        "META-INF/MANIFEST.MF", "Index/Document.iwa", "index.xml",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip.

    Attributes:
        name: as it stands in the directory, decoded; what `read_member` is asked for.
        offset: where its own header begins, in bytes from the start of the file.
        packed: bytes as packed.
        declared: bytes as the directory says; may be a lie.
        crc: CRC-32 of its content.
        method: 0 stored, 8 deflated.
        encrypted: whether it needs a password.
        modified: when it was changed last, in seconds, from the zip's clock without a time zone.
        barred: as in ``Submission.barred``; a zip may hold links too.
        replaced: whether a later member has the same name: unpacking would overwrite this one.
    """

    name: str
    offset: int
    packed: int
    declared: int
    crc: int
    method: int
    encrypted: bool
    modified: int
    barred: str | None = None
    replaced: bool = False


def begins_like_zip(path: Path) -> bool:
    """Whether a file begins as every zip does; ``False`` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(4) in _BEGINS
    except (OSError, ValueError):
        return False


def is_document(members: Iterable[Member]) -> bool:
    """Whether a zip is one document (DOCX, ODT …) rather than a folder of files."""
    return any(member.name in _DOCUMENT_PARTS for member in members)


def members_of(path: Path) -> tuple[Member, ...]:
    """The files in a zip, in the order of its directory; folders are no files.

    Raises:
        GraderError: G101 when it is gone, G103 when it cannot be read, G140 when it is damaged or has more than
            `ARCHIVE_ENTRIES` entries.
    """
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise GraderError("G101", path=shown(str(path))) from error
    except OSError as error:
        raise GraderError("G103", path=shown(str(path)), reason="permission") from error
    return _members(path, status.st_mtime_ns, status.st_size)


def read_member(path: Path, name: str) -> bytes:
    """The content of a file in a zip.

    Args:
        path: the zip.
        name: `Member.name`; of several alike the last one is meant.

    Raises:
        GraderError: as `members_of`; G101 when the zip has no such file any more; for the file itself G106 damaged,
            G107 encrypted, G109 too large, G111 packed beyond all measure.
    """
    members = members_of(path)
    member = next((each for each in reversed(members) if each.name == name), None)
    if member is None:
        raise GraderError("G101", path=shown(f"{path}/{name}"))
    if member.encrypted:
        raise GraderError("G107")
    if member.declared > FILE_BYTES:
        raise _too_large(member.declared)
    try:
        with path.open("rb") as file:
            data = _inflated(file, member)
    except PermissionError as error:
        raise GraderError("G103", path=shown(str(path)), reason="permission") from error
    except OSError as error:
        raise GraderError("G103", path=shown(str(path)), reason="device") from error
    except (zlib.error, struct.error) as error:
        raise GraderError("G106", reason="zip") from error
    if zlib.crc32(data) != member.crc:
        raise GraderError("G106", reason="zip")
    return data


class _Bounded(io.FileIO):
    """A file of which no more is read at once than a directory may have: `zipfile` reads that in one go."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > DIRECTORY_BYTES:
            raise zipfile.LargeZipFile
        data = super().read(DIRECTORY_BYTES + 1 if size is None or size < 0 else size)
        return data or b""


# Two zips at most are looked at in turn; a worker process asks for every member of one by itself.
@lru_cache(maxsize=2)
def _members(path: Path, _changed: int, _size: int) -> tuple[Member, ...]:
    try:
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except zipfile.LargeZipFile as error:
        raise GraderError("G140", path=shown(str(path)), reason="zip-entries", limit=ARCHIVE_ENTRIES) from error
    except PermissionError as error:
        raise GraderError("G103", path=shown(str(path)), reason="permission") from error
    except ZIP_ERRORS as error:
        raise GraderError("G140", path=shown(str(path)), reason="zip", limit=ARCHIVE_ENTRIES) from error
    if len(infos) > ARCHIVE_ENTRIES:
        raise GraderError("G140", path=shown(str(path)), reason="zip-entries", limit=ARCHIVE_ENTRIES)
    return _described(infos)


def _described(infos: Sequence[zipfile.ZipInfo]) -> tuple[Member, ...]:
    files = [(_decoded(info), info) for info in infos]
    files = [(name, info) for name, info in files if name.strip("/\\") and not name.endswith(("/", "\\"))]
    last = {name: index for index, (name, _) in enumerate(files)}
    return tuple(
        Member(
            name=name,
            offset=info.header_offset,
            packed=info.compress_size,
            declared=info.file_size,
            crc=info.CRC,
            method=info.compress_type,
            encrypted=bool(info.flag_bits & _ENCRYPTED),
            modified=_seconds(info),
            barred=_barred(info),
            replaced=last[name] != index,
        )
        for index, (name, info) in enumerate(files)
    )


def _decoded(info: zipfile.ZipInfo) -> str:
    """The name: UTF-8 where it says so or where its bytes can be read so, else code page 437, as the format has it."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _seconds(info: zipfile.ZipInfo) -> int:
    """When it was changed, in seconds; 0 where the directory holds no real date."""
    try:
        return calendar.timegm((*info.date_time, 0, 0, 0))
    except ValueError:
        return 0


def _barred(info: zipfile.ZipInfo) -> str | None:
    mode = info.external_attr >> 16 if info.create_system == _UNIX else 0
    if stat.S_ISLNK(mode):
        return "link"
    return "not-a-file" if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR) else None


def _inflated(file: io.BufferedReader, member: Member) -> bytes:
    """A member's bytes, in pieces: no more than a file may have, and no more than honest packing yields."""
    if member.method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or not 0 <= member.offset < _FARTHEST:
        raise GraderError("G106", reason="zip")
    file.seek(member.offset)
    mark, name, extra = _LOCAL.unpack(file.read(_LOCAL.size))
    if mark != _BEGINS[0]:
        raise GraderError("G106", reason="zip")
    file.seek(name + extra, io.SEEK_CUR)
    stream = zlib.decompressobj(-zlib.MAX_WBITS) if member.method == zipfile.ZIP_DEFLATED else None
    pieces: list[bytes] = []
    size, left = 0, member.packed
    while left > 0 and (chunk := file.read(min(CHUNK_BYTES, left))):
        left -= len(chunk)
        while chunk:
            piece = stream.decompress(chunk, CHUNK_BYTES) if stream else chunk
            chunk = stream.unconsumed_tail if stream else b""
            size += len(piece)
            if size > FILE_BYTES:
                raise _too_large(size)
            if size > MEGABYTE and size > ZIP_RATIO * member.packed:
                raise GraderError("G111", what="inflated", limit=FILE_BYTES // MEGABYTE)
            pieces.append(piece)
    if stream:  # the end of a repetition may still be in it, when the last piece was full
        pieces.append(stream.flush())
        size += len(pieces[-1])
    if left or (stream and not stream.eof) or size != member.declared:
        raise GraderError("G106", reason="zip")
    return b"".join(pieces)


def _too_large(size: int) -> GraderError:
    return GraderError("G109", size=round(size / MEGABYTE, 1), limit=FILE_BYTES // MEGABYTE)
