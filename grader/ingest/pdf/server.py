"""The program's side of the process that reads PDFs: started once, fed file after file, replaced when it dies.

A fresh process for each file would cost more than reading it. A file is refused when the process dies of it, or has
not answered after `WALL` seconds; the next file gets a fresh one. Where no process can be started at all (a program
frozen into one file, a sandbox), PDFs are read in the program itself, without limits but the number of pages and words:
reading most files is better than reading none, and a warning goes to the log.
"""

from __future__ import annotations

import atexit
import logging
import os
import threading
from typing import Any, Final

from grader.errors import GraderError
from grader.ingest.content import Content
from grader.ingest.pdf.wire import unpacked
from grader.isolation.process import IsolatedProcess, main_of

logger = logging.getLogger(__name__)

WALL: Final = 10.0
"""Seconds for one file."""
_COMMAND: Final = main_of("grader.ingest.pdf.child")


class DefectError(RuntimeError):
    """Our own code failed in the process that reads PDFs."""


class PdfServer:
    """A process that reads PDFs, started at the first file; safe to use from several threads, which take turns.

    Args:
        wall: seconds for one file.
        command: what Python runs there.
    """

    def __init__(self, wall: float = WALL, command: str = _COMMAND) -> None:
        self._wall = wall
        self._command = command
        self._process: IsolatedProcess | None = None
        self._unavailable = False
        self._lock = threading.Lock()

    def read(self, data: bytes) -> Content:
        """Read a PDF.

        Raises:
            GraderError: as `assemble_pdf`; G113 when it takes too much time or memory, or PDFium dies of it.
            DefectError: when our own code fails.
        """
        with self._lock:
            process = self._running()
            answer = None if process is None else self._ask(process, data)
        if process is None:
            from grader.ingest.pdf.assembly import assemble_pdf  # PDFium is loaded here only if it must

            return assemble_pdf(data)
        if answer is None:
            raise GraderError("G113")
        if "defect" in answer:
            raise DefectError(f"{answer['defect']}\n{answer['trace']}")
        if "error" in answer:
            raise GraderError(answer["error"], **answer["values"])
        content: Content = answer["content"]
        return content

    @property
    def apart(self) -> bool:
        """Whether a process of its own reads, now; without one, files are read in the program."""
        return self._process is not None and self._process.alive

    def stop(self) -> None:
        """End the process, if there is one; the next file starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.stop()

    def forget(self) -> None:
        """Let go of a process that belongs to the process this one was forked from."""
        self._lock = threading.Lock()
        process, self._process = self._process, None
        if process is not None:
            process.forget()

    def _running(self) -> IsolatedProcess | None:
        if self._process is not None and not self._process.alive:
            self.stop()
        if self._process is None and not self._unavailable:
            try:
                self._process = IsolatedProcess(self._command)
            except OSError as error:
                self._unavailable = True
                logger.warning("PDFs are read without limits of time and memory: no process for them (%s)", error)
        return self._process

    def _ask(self, process: IsolatedProcess, data: bytes) -> dict[str, Any] | None:
        heard = process.ask(data, seconds=self._wall)
        if heard is None:
            process.kill()
            return None
        answer = unpacked(heard)
        if answer["last"]:
            self.stop()
        return answer


SERVER: Final = PdfServer()
"""The one of this process: what it keeps is a process, no knowledge of any file."""

atexit.register(SERVER.stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=SERVER.forget)
