"""Writing a file whole or not at all."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import BinaryIO, Final, cast

from grader.errors import GraderError

STATE: Final = ".grader"
"""Folder within the output folder that holds what a later run goes on with."""
PAUSES: Final = (0.1, 0.3, 0.6)
"""Seconds before each further attempt to replace a file that is open elsewhere; virus scanners keep one so briefly."""
IN_USE: Final = "in-use"
"""``kind`` of a G301 whose file is open in another program."""
_REFUSED: Final = (5, 32, 33)
"""How Windows says so: ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""
_RANDOM: Final = "[a-z0-9_]" * 8
"""What ``tempfile`` puts at the end of a name."""


@contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which stands under the path only when all of it is there.

    Args:
        path: its folder is made if it is not there.

    Yields:
        A file of bytes. When the block is left by an exception, whichever, what was written is thrown away.

    Raises:
        GraderError: G301, with the system's reason, when the folder or the file cannot be written; of kind `IN_USE`
            when that is so because another program has it open, as on Windows. What stood there before is untouched.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            # the wrapper around it is not typed as a file
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
        # Temporary files are for their owner only; a report is as readable as any other file of this folder.
        temporary.chmod(0o666 & ~_umask())
        _replace(temporary, path)
        temporary = None
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def write_atomically(path: Path, content: bytes) -> None:
    """Put the bytes under the path; a reader sees the old file or the new one, never half of one.

    Args:
        path: its folder is made if it is not there.
        content: the whole file.

    Raises:
        GraderError: as `atomic_file`.
    """
    with atomic_file(path) as file:
        file.write(content)


def put_aside(path: Path) -> Path:
    """Give a file another name in the same folder, ``rekap (1).xlsx`` for ``rekap.xlsx``; the first that is free.

    Raises:
        GraderError: G301 when that cannot be done, of kind `IN_USE` while the file is open in another program.
    """
    number = 1
    while (aside := path.with_stem(f"{path.stem} ({number})")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise _unwritable(path, error) from error
    return aside


@contextmanager
def going_on(open_elsewhere: list[GraderError]) -> Iterator[None]:
    """Let the rest be written when a file cannot be because another program has it open; any other error is raised.

    Args:
        open_elsewhere: takes the error, to be told when all that could be written is.
    """
    try:
        yield
    except GraderError as error:
        if not is_in_use(error):
            raise
        open_elsewhere.append(error)


def is_in_use(error: GraderError) -> bool:
    """Whether a file could not be written only because another program has it open."""
    return error.code == "G301" and error.values.get("kind") == IN_USE


def sweep(folder: Path, files: Iterable[str]) -> None:
    """Remove what a run that was ended while it wrote has left of its unfinished files.

    Args:
        folder: where they were to stand; no other run may be writing into it.
        files: their names; one that ends in ``/`` means all files of that folder.
    """
    for file in files:
        inside, name = (folder / file, "*") if file.endswith("/") else (folder, glob.escape(file))
        for rest in inside.glob(f".{name}.{_RANDOM}"):
            with suppress(OSError):
                rest.unlink()


def _replace(temporary: Path, path: Path) -> None:
    """Put a file in another's place; on Windows that is refused while anybody has the other open."""
    for pause in PAUSES:
        try:
            temporary.replace(path)
        except OSError as error:
            if not _is_in_use(path, error):
                raise
        else:
            return
        sleep(pause)
    temporary.replace(path)


def _is_in_use(path: Path, error: OSError) -> bool:
    """Whether Windows refused a file that is there; other systems have no such number, and do not refuse."""
    return getattr(error, "winerror", None) in _REFUSED and path.is_file()


def _unwritable(path: Path, error: OSError) -> GraderError:
    if _is_in_use(path, error):
        return GraderError("G301", path=str(path), reason=IN_USE, kind=IN_USE)
    return GraderError("G301", path=str(path), reason=error.strerror or type(error).__name__)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
