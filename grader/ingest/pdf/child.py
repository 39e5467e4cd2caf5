"""The process that reads PDFs: takes the bytes of a file, answers with its content, and waits for the next.

PDFium ends the whole process when memory runs out, and a file made to do harm can keep it busy for hours. So it runs in
a process of its own, within the limits that the platform has: `MEMORY` bytes of address space, and `CPU` seconds for
each file; on every platform `server` keeps the time on the wall.

Nothing heavy is imported here: starting costs about as much as importing pypdfium2.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

from grader.errors import GraderError
from grader.ingest.content import Content
from grader.ingest.limits import MEGABYTE
from grader.ingest.pdf.assembly import assemble_pdf
from grader.ingest.pdf.wire import packed, packed_defect
from grader.isolation.child import pipes
from grader.isolation.frames import READY, receive, send
from grader.isolation.limits import limit_cpu, limit_memory

MEMORY: Final = 230 * MEGABYTE
"""Together with what the program itself takes (some 270 MB) this stays below the 500 MB that a run may use. An essay
takes 25 MB, one of 30 MB with its pictures 100."""
CPU: Final = 8
"""Seconds for one file."""
FILES: Final = 200
"""After so many files a fresh process takes over, lest what PDFium keeps adds up."""
FULL: Final = 120 * MEGABYTE
"""When so much memory is kept a fresh process takes over."""
_OBJECTS: Final = 20_000
"""So many objects more than before, and Python looks for cycles among them; a PDF has as many, and all but a few go by
themselves when it is read."""


def main() -> None:
    """Serve until the other side closes the pipe."""
    source, target = pipes()
    sys.excepthook = _reporting(target)
    limit_memory(MEMORY)
    gc.freeze()  # what was imported stays, and need not be looked through for each PDF
    gc.set_threshold(_OBJECTS)
    send(target, READY)
    files = 0
    while (data := receive(source)) is not None:
        files += 1
        limit_cpu(CPU)
        result = _result(data)
        del data
        last = files >= FILES or _size() > FULL or (isinstance(result, GraderError) and result.code == "G113")
        send(target, packed(result, last=last))
        if last:
            return


def _result(data: bytes) -> Content | GraderError:
    try:
        return assemble_pdf(data)
    except GraderError as error:
        return error
    except MemoryError:
        return GraderError("G113")


def _reporting(target: BinaryIO) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A defect of ours: tell the program, which must not take it for a harmful file."""
        send(target, packed_defect(kind.__name__, "".join(traceback.format_exception(kind, error, trace))))

    return report


def _size() -> int:
    """The memory that this process has, in bytes; 0 where that is not known.

    Not `ru_maxrss`: on Linux that begins with the peak of the program that started this process.
    """
    if sys.platform == "win32":
        return 0
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
