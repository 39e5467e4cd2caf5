"""The child's side: its two pipes."""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO


def pipes() -> tuple[BinaryIO, BinaryIO]:
    """Where the program's frames come from, and where the answers go; to be called once, before anything is read.

    Whatever a library prints from now on goes nowhere: it must not get between the frames. Ctrl-C, which reaches the
    whole group of processes, is left alone: the program decides what it means.
    """
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return source, target
