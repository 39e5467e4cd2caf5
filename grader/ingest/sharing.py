"""Reading a file that another program may have open at the same moment.

On Windows a program that opens a file says what others may do with it meanwhile, and is refused when that forbids what
one of them does already. Word and Excel let others read, so a file that is open in them is read as it was saved last.
Python's own ``open`` does not let others delete or rename the file: so it is refused while a program that synchronises
may do that, and as long as it reads it keeps Word from putting a new save in the old one's place. Here all is allowed.

What remains are programs that let nobody in, mostly for a moment, while they write. Hence a little patience.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import sleep
from typing import Final

PAUSES: Final = (0.1, 0.3, 0.6)
"""Seconds before each further attempt at a file that another program has for itself."""
IN_USE: Final = "in-use"
"""Key ``reason.*`` of the wording for a file that another program has for itself."""
_HELD: Final = (32, 33)
"""ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""
_ALL: Final = 0x1 | 0x2 | 0x4
"""FILE_SHARE_READ, FILE_SHARE_WRITE, FILE_SHARE_DELETE."""
_NORMAL: Final = 0x80  # FILE_ATTRIBUTE_NORMAL


def read_shared(path: Path, size: int = -1) -> bytes:
    """The bytes of a file as they are on the disk; waits up to a second while another program has it for itself.

    Args:
        path: of the file.
        size: at most so many bytes, from its beginning; all when negative.

    Raises:
        OSError: as ``open`` and ``read``; what a ``PermissionError`` means, `refusal` tells.
    """
    for pause in PAUSES:
        try:
            return _read(path, size)
        except PermissionError as error:
            if refusal(error) != IN_USE:
                raise
        sleep(pause)
    return _read(path, size)


def refusal(error: PermissionError) -> str:
    """Why a file was refused, as a key ``reason.*`` of the wording: another program holds it, or rights are missing."""
    # No number: a part of the file is locked, which the C library tells as it tells missing rights. Where there is no
    # such attribute, the system is not Windows, and keeps nobody from reading.
    return IN_USE if getattr(error, "winerror", 0) in (None, *_HELD) else "permission"


def _read(path: Path, size: int) -> bytes:
    with open(path, "rb", opener=_opened if sys.platform == "win32" else None) as file:  # pathlib's has no opener
        return file.read(size)


def _opened(path: str, flags: int) -> int:
    """Open a file on Windows for reading, and allow others everything, also to put another one in its place."""
    if sys.platform == "win32":
        import _winapi  # what the standard library itself opens pipes with
        import msvcrt

        handle = _winapi.CreateFile(
            path, _winapi.GENERIC_READ, _ALL, _winapi.NULL, _winapi.OPEN_EXISTING, _NORMAL, _winapi.NULL
        )
        return msvcrt.open_osfhandle(handle, flags)
    return os.open(path, flags)
