"""One run at a time in a folder, by a lock that names its owner.

The system itself holds the lock and lets go of it when the owner ends, however it ends; who the owner is stands in a
file beside it, for people.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from grader.errors import GraderError

LOCK: Final = "lock"
OWNER: Final = "owner.json"


@contextmanager
def locked(folder: Path, now: Callable[[], datetime]) -> Iterator[None]:
    """Keep other runs out of a folder as long as the block lasts.

    A lock whose owner has died is free: the next run takes it.

    Args:
        folder: must exist.
        now: the time, which stands in the owner's file.

    Raises:
        GraderError: G305 when another run holds it, with process, machine and time; G301 when the folder cannot be
            written.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise GraderError("G305", path=str(folder.parent), **_owner(folder)) from error
    except OSError as error:
        raise GraderError("G301", path=str(folder), reason=error.strerror or type(error).__name__) from error
    try:
        _sign(folder, now)
        yield
    finally:
        with suppress(OSError):
            (folder / OWNER).unlink(missing_ok=True)
        lock.release()


def _sign(folder: Path, now: Callable[[], datetime]) -> None:
    owner = {"pid": os.getpid(), "machine": platform.node(), "since": now().isoformat(timespec="seconds")}
    try:
        (folder / OWNER).write_text(json.dumps(owner), encoding="utf-8")
    except OSError as error:
        raise GraderError("G301", path=str(folder), reason=error.strerror or type(error).__name__) from error


def _owner(folder: Path) -> dict[str, str]:
    """Who holds the lock, as far as the file tells."""
    try:
        told = json.loads((folder / OWNER).read_text(encoding="utf-8"))
        return {key: str(told[key]) for key in ("pid", "machine", "since")}
    except (OSError, ValueError, KeyError, TypeError):  # it is just being written
        return dict.fromkeys(("pid", "machine", "since"), "?")
