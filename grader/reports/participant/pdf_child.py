"""The process that writes notes into PDFs: file after file, within limits of memory and time.

Asked by `to_pdf` over its standard input, one frame of JSON and one with the file's bytes; answers with one frame, the
marked copy. A file that goes wrong in any way ends the process, and the program makes a page for it instead.
"""

from __future__ import annotations

import json
from typing import Any, Final

from grader.isolation.child import pipes
from grader.isolation.frames import READY, receive, send
from grader.isolation.limits import limit_cpu, limit_memory
from grader.reports.participant.notes import Passage
from grader.reports.participant.pdf_marks import Mark, marked

MEMORY: Final = 450_000_000
"""Bytes of address space."""
CPU: Final = 10
"""Seconds for one file."""


def main() -> None:
    """Serve until the other side closes the pipe."""
    source, target = pipes()
    limit_memory(MEMORY)
    send(target, READY)
    while (asked := receive(source)) is not None and (data := receive(source)) is not None:
        limit_cpu(CPU)
        wanted = json.loads(asked)
        send(target, marked(data, [_mark(each) for each in wanted["marks"]], wanted["author"]))


def _mark(plain: dict[str, Any]) -> Mark:
    red, green, blue = plain["colour"]
    passage = plain["passage"]
    return Mark(plain["text"], plain["elsewhere"], None if passage is None else Passage(**passage), (red, green, blue))
