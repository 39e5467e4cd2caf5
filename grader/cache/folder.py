"""A store in a folder of the user's: one file a parcel, written whole or not at all, and read only when beyond doubt.

A file that is damaged, cut short, a link, somebody else's, or open to writing by others is as good as none: what it
held is worked out anew and written again. Nothing here ever fails: a cache that cannot be used only costs time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from grader.cache.packing import pack, unpack
from grader.records.store import Parcel

SUFFIX: Final = ".cache"
MOST_FILES: Final = 48
MOST_BYTES: Final = 64 * 1024 * 1024
"""What the folder may hold; what was used longest ago goes first."""
LARGEST: Final = 16 * 1024 * 1024
"""Bytes of one file; what is larger is neither written nor read."""


class FolderStore:
    """See `grader.records.store.Store`.

    Args:
        folder: is made when something is kept for the first time.
        program: of what makes the parcels, so that those of another version are not taken.
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program

    def get(self, kind: str, made_of: str) -> Parcel | None:
        """See `grader.records.store.Store.get`."""
        key = self._key(kind, made_of)
        path = self._path(kind, key)
        try:
            data = _own_bytes(path)
        except (OSError, ValueError):
            return None
        parcel = None if data is None else unpack(data, key)
        if parcel is not None:
            with contextlib.suppress(OSError):
                os.utime(path)
        return parcel

    def put(self, kind: str, made_of: str, parcel: Parcel) -> None:
        """See `grader.records.store.Store.put`."""
        key = self._key(kind, made_of)
        try:
            data = pack(parcel, key)
            if len(data) <= LARGEST:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write(self._path(kind, key), data)
                self._tidy()
        except (OSError, ValueError):
            return

    def _key(self, kind: str, made_of: str) -> str:
        return hashlib.sha256("\0".join((self._program, kind, made_of)).encode("utf-8", "surrogatepass")).hexdigest()

    def _path(self, kind: str, key: str) -> Path:
        return self._folder / f"{kind}-{key[:32]}{SUFFIX}"

    def _tidy(self) -> None:
        """Let the files go that were used longest ago, and what broken runs left."""
        found: list[tuple[float, int, Path]] = []
        for path in self._folder.iterdir():
            if path.suffix in (SUFFIX, ".part"):
                status = path.lstat()
                found.append((status.st_mtime, status.st_size, path))
        size = 0
        for files, (_, length, path) in enumerate(sorted(found, reverse=True), 1):
            size += length
            if files > MOST_FILES or size > MOST_BYTES:
                path.unlink(missing_ok=True)


def _own_bytes(path: Path) -> bytes | None:
    """The bytes of a plain file of ours that nobody else can write; ``None`` when it is anything else.

    Raises:
        OSError: when there is none, or it cannot be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():  # where the system knows no O_NOFOLLOW
        return None
    with os.fdopen(os.open(path, flags), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return None
        if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o022):
            return None
        return file.read(LARGEST + 1)


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; only its owner can read it."""
    import tempfile  # takes long to import, and is not needed where all is kept already

    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
