"""The program's side of the process that reads PDFs: started once, fed file after file, replaced when it dies.

A fresh process for each file would cost more than reading it. A file is refused when the process dies of it, or has
not answered after `WALL` seconds; the next file gets a fresh one. Where no process can be started at all (a program
frozen into one file, a sandbox), PDFs are read in the program itself, without limits but the number of pages and words:
reading most files is better than reading none, and a warning goes to the log.

`subprocess` and not `multiprocessing`: its processes may be started from workers of joblib, need no guard around
the main module, and import nothing that the program did.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from grader.errors import GraderError
from grader.ingest.content import Content
from grader.ingest.pdf.wire import receive, send, unpacked

logger = logging.getLogger(__name__)

WALL: Final = 10.0
"""Seconds for one file."""
_START: Final = 60.0
"""Seconds to start; slow disks and virus scanners take their time, once."""
_END: Final = 2.0
_COMMAND: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from grader.ingest.pdf.child import main; main()"
)


class DefectError(RuntimeError):
    """Our own code failed in the process that reads PDFs."""


class PdfServer:
    """A process that reads PDFs, started at the first file; safe to use from several threads, which take turns.

    Args:
        wall: seconds for one file.
        command: what Python runs there, with the search path of modules as its argument.
    """

    def __init__(self, wall: float = WALL, command: str = _COMMAND) -> None:
        self._wall = wall
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
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
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """End the process, if there is one; the next file starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            _stdin(process).close()  # it ends by itself at the end of its input
        try:
            process.wait(_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _stdout(process).close()

    def forget(self) -> None:
        """Let go of a process that belongs to the process this one was forked from."""
        self._lock = threading.Lock()
        if self._process is not None:
            self._process.returncode = 0  # not ours to wait for
            self._process = None

    def _running(self) -> subprocess.Popen[bytes] | None:
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None and not self._unavailable:
            self._start()
        return self._process

    def _start(self) -> None:
        path = json.dumps([str(Path(entry).absolute()) for entry in sys.path])
        try:
            if getattr(sys, "frozen", False) or not sys.executable:
                raise OSError("no Python to start")
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-S", "-c", self._command, path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            if self._heard(self._process, _START) != b"ready":
                raise OSError("it does not answer")
        except OSError as error:
            self._kill()
            self._unavailable = True
            logger.warning("PDFs are read without limits of time and memory: no process for them (%s)", error)

    def _ask(self, process: subprocess.Popen[bytes], data: bytes) -> dict[str, Any] | None:
        heard = self._heard(process, self._wall, data)
        answer = None if heard is None else unpacked(heard)
        if answer is None:
            self._kill()
        elif answer["last"]:
            self.stop()
        return answer

    def _heard(self, process: subprocess.Popen[bytes], seconds: float, data: bytes | None = None) -> bytes | None:
        """What the process says, to ``data`` if given; ``None`` when it is gone, or is ended after so many seconds.

        Pipes know no time limit on Windows, so a timer ends the process, and its end ends the waiting.
        """
        timer = threading.Timer(seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            if data is not None:
                send(_stdin(process), data)
            return receive(_stdout(process))
        except OSError:  # it died while it was fed
            return None
        except BaseException:  # Ctrl-C: what the process says next would be taken for the answer to another file
            self._kill()
            raise
        finally:
            timer.cancel()
            timer.join()  # were it ending the process just now, the next file would seem to be the cause

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
        self.stop()


def _stdin(process: subprocess.Popen[bytes]) -> Any:
    return process.stdin


def _stdout(process: subprocess.Popen[bytes]) -> Any:
    return process.stdout


SERVER: Final = PdfServer()
"""The one of this process: what it keeps is a process, no knowledge of any file."""

atexit.register(SERVER.stop)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=SERVER.forget)
