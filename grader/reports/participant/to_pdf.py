"""A copy of a participant's PDF with highlights and notes, made in a process of its own.

Why a process: the passages' places come from PDFium and the annotations from pypdf, and both work on a file that
anybody may have made. A file that takes too much memory or time, or that either library stumbles over, costs that
process and no more; its feedback is then a page.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Final

from grader.isolation.process import IsolatedProcess, main_of
from grader.records.score import Label
from grader.reports import safe
from grader.reports.names import Names
from grader.reports.participant.notes import Note, elsewhere
from grader.reports.participant.to_docx import AnnotationError

WALL: Final = 20.0
"""Seconds for one file."""
_COLOURS: Final = {Label.EXPLAINED: (0.72, 0.90, 0.76), Label.MENTIONED: (0.98, 0.89, 0.55), None: (0.97, 0.75, 0.66)}
_COMMAND: Final = main_of("grader.reports.participant.pdf_child")


class PdfMarker:
    """Marks PDFs one after the other; a context manager that ends its process.

    Args:
        wall: seconds for one file.
        command: what Python runs in the process.
    """

    def __init__(self, wall: float = WALL, command: str = _COMMAND) -> None:
        self._wall = wall
        self._command = command
        self._process: IsolatedProcess | None = None

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
        answer = self._running().ask(json.dumps(wanted).encode("ascii"), data, seconds=self._wall)
        if answer is None or not answer.startswith(b"%PDF-"):
            self._stop()
            raise AnnotationError("the process that marks PDFs could not do it")
        return answer

    def _running(self) -> IsolatedProcess:
        if self._process is not None and self._process.alive:
            return self._process
        self._stop()
        try:
            self._process = IsolatedProcess(self._command)
        except OSError as error:
            raise AnnotationError("the process that marks PDFs does not start") from error
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.stop()


def _text(lines: Sequence[str]) -> str:
    return "\n".join(safe.text(line) for line in lines)
