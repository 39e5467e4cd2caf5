"""The process that reads PDFs: takes the bytes of a file, answers with its content, and waits for the next.

PDFium ends the whole process when memory runs out, and a file made to do harm can keep it busy for hours. So it runs in
a process of its own, within the limits that the platform has: `MEMORY` bytes of address space, and `CPU` seconds for
each file (Linux, mostly macOS; on Windows only the time on the wall, which the program keeps, see `server`).

Nothing heavy is imported here: starting costs about as much as importing pypdfium2.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

from grader.errors import GraderError
from grader.ingest.content import Content
from grader.ingest.limits import MEGABYTE
from grader.ingest.pdf.assembly import assemble_pdf
from grader.ingest.pdf.wire import packed, packed_defect, receive, send

if sys.platform != "win32":
    import resource

MEMORY: Final = 230 * MEGABYTE
"""Together with what the program itself takes (some 270 MB) this stays below the 500 MB that a run may use. An essay
takes 25 MB, one of 30 MB with its pictures 100."""
CPU: Final = 8
"""Seconds for one file."""
FILES: Final = 200
"""After so many files a fresh process takes over, lest what PDFium keeps adds up."""
FULL: Final = 120 * MEGABYTE
"""When so much memory is kept a fresh process takes over."""


def main() -> None:
    """Serve until the other side closes the pipe."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)  # whatever a library prints must not get between the frames
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the program decides what it means
    sys.excepthook = _reporting(target)
    _limit_memory()
    send(target, b"ready")
    files = 0
    while (data := receive(source)) is not None:
        files += 1
        _limit_cpu()
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


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    for limit, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY)):
        with suppress(OSError, ValueError):  # macOS knows some limits only by name
            _, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _limit_cpu() -> None:
    """Allow `CPU` seconds more than were used so far: the limit counts the whole life of the process."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(usage.ru_utime + usage.ru_stime) + 1 + CPU
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


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
