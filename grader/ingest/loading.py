"""The bytes of an input file, whatever it is for."""

from __future__ import annotations

import stat
from pathlib import Path

from grader.errors import GraderError
from grader.ingest.limits import MEGABYTE
from grader.ingest.names import shown
from grader.ingest.sharing import read_shared, refusal


def load(path: Path, limit: int) -> bytes:
    """The bytes of a file, also while it is open in another program that lets others read.

    Args:
        path: a regular file, or a link to one.
        limit: bytes that it may have at most; no more are read.

    Raises:
        GraderError: G101 no such file, G103 unreadable or no regular file, G109 too large.
    """
    name = shown(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise GraderError("G103", path=name, reason="not-a-file")
        if status.st_size > limit:
            raise too_large(status.st_size, limit)
        data = read_shared(path, limit + 1)
    except FileNotFoundError as error:
        raise GraderError("G101", path=name) from error
    except PermissionError as error:
        raise GraderError("G103", path=name, reason=refusal(error)) from error
    except (OSError, ValueError) as error:
        raise GraderError("G103", path=name, reason="device") from error
    if len(data) > limit:
        raise too_large(len(data), limit)
    return data


def too_large(size: int, limit: int) -> GraderError:
    """G109, of a file that has ``size`` bytes and may have ``limit``."""
    return GraderError("G109", size=round(size / MEGABYTE, 1), limit=limit // MEGABYTE)
