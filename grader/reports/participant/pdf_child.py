"""The process that writes notes into PDFs: file after file, within limits of memory and time.

Asked by `to_pdf` over its standard input, one frame of JSON and one with the file's bytes; answers with one frame, the
marked copy. A file that goes wrong in any way ends the process, and the program makes a page for it instead.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import Any, BinaryIO, Final

from grader.reports.participant.notes import Passage
from grader.reports.participant.pdf_marks import Mark, marked

if sys.platform != "win32":
    import resource

MEMORY: Final = 450_000_000
"""Bytes of address space."""
CPU: Final = 10
"""Seconds for one file."""
_LENGTH: Final = 8


def main() -> None:
    """Serve until the other side closes the pipe."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)  # whatever a library prints must not get between the frames
    _limit_memory()
    send(target, b"ready")
    while (asked := receive(source)) is not None and (data := receive(source)) is not None:
        _limit_time()
        wanted = json.loads(asked)
        send(target, marked(data, [_mark(each) for each in wanted["marks"]], wanted["author"]))


def send(stream: BinaryIO, data: bytes) -> None:
    """Write one frame: its length, then its bytes."""
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """One frame; ``None`` when the other side is gone."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None


def _mark(plain: dict[str, Any]) -> Mark:
    red, green, blue = plain["colour"]
    passage = plain["passage"]
    return Mark(plain["text"], plain["elsewhere"], None if passage is None else Passage(**passage), (red, green, blue))


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    for limit, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY)):
        with suppress(OSError, ValueError):  # macOS knows some limits only by name
            _, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _limit_time() -> None:
    """Allow `CPU` seconds more than were used so far: the limit counts the whole life of the process."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(usage.ru_utime + usage.ru_stime) + 1 + CPU
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
