"""Results on disk while a run goes on and after it: one SQLite file, which a power cut leaves whole.

Each result is written in a transaction of its own as soon as it is there, under the digest of all that made it. So a
run that was ended at any moment, be it by a power cut, loses no more than what was just being worked on.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from grader.batch.codec import unpack
from grader.errors import GraderError
from grader.records.assessment import Assessment, Failure

FILE: Final = "results.sqlite"
_FORM: Final = 1
"""Of the table; a file of another form is begun anew."""

_LOG: Final = 100
"""Pages of 4 KB that the log may hold before they go into the file, some twenty results."""


class Store:
    """The results of a folder, by name of the submission; open as long as the ``with`` block lasts.

    Args:
        folder: the file's; must exist.
        fresh: begin anew, whatever is there.

    Raises:
        GraderError: G304 when the file cannot be made or written.
    """

    def __init__(self, folder: Path, *, fresh: bool = False) -> None:
        self._path = folder / FILE
        if fresh:
            self._remove()
        with self._refusing():
            try:
                self._connection = self._open()
            except sqlite3.OperationalError:  # no access, no room: nothing is wrong with what the file holds
                raise
            except sqlite3.DatabaseError:  # damaged, or of another form: what it held can be worked out again
                self._remove()
                self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def keys(self) -> Mapping[str, str]:
        """Under which digest each submission's result is kept."""
        with self._refusing():
            return dict(self._connection.execute("SELECT name, key FROM result"))

    def put(self, name: str, key: str, packed: bytes) -> None:
        """Keep a result, in place of an older one of the same submission; once this returns, it outlives the process.

        Raises:
            GraderError: G304, when the disk is full for example.
        """
        with self._refusing(), self._connection:
            self._connection.execute("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", (name, key, packed))

    def get(self, name: str, *, text: bool = True) -> Assessment | Failure:
        """A result.

        Args:
            name: of the submission.
            text: see `grader.batch.codec.unpack`.

        Raises:
            KeyError: when there is none.
            DamagedError: when what is there is no result.
        """
        with self._refusing():
            found = self._connection.execute("SELECT record FROM result WHERE name = ?", (name,)).fetchone()
        if found is None:
            raise KeyError(name)
        return unpack(found[0], text=text)

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        try:
            _write_ahead(connection)
            (form,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if tables and form != _FORM:
                raise sqlite3.DatabaseError("another form")
            with connection:
                connection.execute("CREATE TABLE IF NOT EXISTS result (name TEXT PRIMARY KEY, key TEXT, record BLOB)")
                connection.execute(f"PRAGMA user_version = {_FORM}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _remove(self) -> None:
        try:
            for path in (self._path, *(self._path.with_name(FILE + end) for end in ("-journal", "-wal", "-shm"))):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise self._refusal(error) from error

    def _refusal(self, error: Exception) -> GraderError:
        reason = getattr(error, "strerror", None) or str(error)
        return GraderError("G304", path=str(self._path), reason=reason)

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._refusal(error) from error


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Add results to a log beside the file, which goes into it now and then and when it is closed.

    Each costs half of what it does with a journal that is made and removed for it, and waits for the disk once. The
    log's index is in this process's own memory, since no other has the file open: so the log needs no file for sharing
    it, and works on network drives too. Where SQLite cannot keep a log, it stays with its journal, and nothing else
    changes.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # has to come first, or the index is a file
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what is in the log is on the disk
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
