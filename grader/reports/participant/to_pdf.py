"""A copy of a participant's PDF with highlights and notes, made in a process of its own.

Why a process: the passages' places come from PDFium and the annotations from pypdf, and both work on a file that
anybody may have made. A file that takes too much memory or time, or that either library stumbles over, costs that
process and no more; its feedback is then a page.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from grader.records.score import Label
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.participant.notes import Note, elsewhere
from grader.reports.participant.pdf_child import receive, send
from grader.reports.participant.to_docx import AnnotationError

WALL: Final = 20.0
"""Seconds for one file."""
_START: Final = 60.0
_END: Final = 2.0
_COLOURS: Final = {Label.EXPLAINED: (0.72, 0.90, 0.76), Label.MENTIONED: (0.98, 0.89, 0.55), None: (0.97, 0.75, 0.66)}
_COMMAND: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from grader.reports.participant.pdf_child import main; main()"
)


class PdfMarker:
    """Marks PDFs one after the other; a context manager that ends its process.

    Args:
        wall: seconds for one file.
        command: what Python runs in the process.
    """

    def __init__(self, wall: float = WALL, command: str = _COMMAND) -> None:
        self._wall = wall
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> PdfMarker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def mark(self, data: bytes, notes: Sequence[Note], names: Names) -> bytes:
        """A copy of a PDF, unencrypted, with a note for each of ``notes``.

        Args:
            data: the file's bytes; the same that the notes were made of.
            notes: what to write.
            names: for the words around them.

        Raises:
            AnnotationError: when it cannot be done, for whatever reason.
        """
        wanted = {
            "author": names.voice.say("participant.author"),
            "marks": [
                {
                    "text": _text(note.lines),
                    "elsewhere": _text(elsewhere(note, names)),
                    "passage": None if note.passage is None else asdict(note.passage),
                    "colour": _COLOURS.get(note.label, _COLOURS[None]),
                }
                for note in notes
            ],
        }
        answer = self._ask(self._running(), json.dumps(wanted).encode("ascii"), data)
        if answer is None or not answer.startswith(b"%PDF-"):
            self._stop()
            raise AnnotationError("the process that marks PDFs could not do it")
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._stop()
        path = json.dumps([str(Path(entry).absolute()) for entry in sys.path])
        try:
            if getattr(sys, "frozen", False) or not sys.executable:
                raise OSError("no Python to start")
            process = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-S", "-c", self._command, path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise AnnotationError("no process can be started") from error
        self._process = process
        if self._within(_START, lambda: receive(_pipe(process.stdout))) != b"ready":
            self._stop()
            raise AnnotationError("the process that marks PDFs does not start")
        return process

    def _ask(self, process: subprocess.Popen[bytes], wanted: bytes, data: bytes) -> bytes | None:
        def asking() -> bytes | None:
            send(_pipe(process.stdin), wanted)
            send(_pipe(process.stdin), data)
            return receive(_pipe(process.stdout))

        return self._within(self._wall, asking)

    def _within(self, seconds: float, asking: Any) -> bytes | None:
        """What the process says; ``None`` when it is gone, or is ended after so many seconds.

        Pipes know no time limit on Windows, so a timer ends the process, and its end ends the waiting.
        """
        process = self._process
        if process is None:
            return None
        timer = threading.Timer(seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            answer: bytes | None = asking()
        except OSError:  # it died while it was fed
            return None
        except BaseException:  # Ctrl-C: its next answer would be taken for that to another file
            process.kill()
            raise
        else:
            return answer
        finally:
            timer.cancel()
            timer.join()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            _pipe(process.stdin).close()  # it ends by itself at the end of its input
        try:
            process.wait(_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _pipe(process.stdout).close()


def _pipe(stream: Any) -> Any:
    return stream


def _text(lines: Sequence[str]) -> str:
    return "\n".join(safe.text(line) for line in lines)
