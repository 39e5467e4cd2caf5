"""Writing decisions down: ``moderation.jsonl`` only grows, and what is in it survives a power cut."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from grader.errors import GraderError
from grader.records.moderation import Moderation
from grader.records.moderation_line import MODERATIONS, TORN, from_line, to_line

LOCK: Final = ".moderation.lock"
_PATIENCE: Final = 10.0  # seconds that another `moderate` is given to finish


@contextmanager
def deciding(folder: Path) -> Iterator[None]:
    """Keep others from writing decisions into the folder between our reading them and adding to them.

    Raises:
        GraderError: G301 when the folder cannot be written, or another one does not finish.
    """
    lock = FileLock(folder / LOCK, timeout=_PATIENCE)
    try:
        lock.acquire()
    except Timeout as error:
        raise GraderError("G301", path=str(folder / MODERATIONS), reason="busy") from error
    except (OSError, NotImplementedError) as error:
        raise _cannot(folder / MODERATIONS, error) from error
    try:
        yield
    finally:
        lock.release()


def append_moderations(folder: Path, moderations: Sequence[Moderation], maximum: float) -> Path:
    """Add decisions at the end of ``moderation.jsonl``: all of them, or none when they cannot be written.

    A last line that was cut off is first moved to ``moderation.torn``, so that it is neither lost nor in the way.

    Args:
        folder: the output folder.
        moderations: in the order in which they were taken.
        maximum: of the scale that the marks are on.

    Returns:
        The file.

    Raises:
        GraderError: G301 when it cannot be written; it then holds the decisions that it held before.
    """
    path = folder / MODERATIONS
    content = b"".join(to_line(each, maximum) for each in moderations)
    try:
        _set_torn_aside(path)
        before = path.stat().st_size if path.exists() else 0
        try:
            _append(path, content)
        except OSError:
            with suppress(OSError):
                os.truncate(path, before)
            raise
    except OSError as error:
        raise _cannot(path, error) from error
    return path


def _set_torn_aside(path: Path) -> None:
    """Make the file end with a whole line: move a torn one away, or end one that only lacks its line feed."""
    data = path.read_bytes() if path.exists() else b""
    whole = data.rfind(b"\n") + 1
    last = data[whole:]
    if not last:
        return
    try:
        from_line(last)
    except (ValueError, RecursionError):
        _append(path.with_name(TORN), last + b"\n")
        os.truncate(path, whole)
    else:
        _append(path, b"\n")


def _append(path: Path, content: bytes) -> None:
    with path.open("ab", buffering=0) as file:
        left = memoryview(content)
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())
    if os.name == "posix":  # a new file's name is kept by its folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _cannot(path: Path, error: OSError | NotImplementedError) -> GraderError:
    reason = error.strerror if isinstance(error, OSError) else None
    return GraderError("G301", path=str(path), reason=reason or type(error).__name__)
