"""The program's side: a child process, asked over its standard input, that answers over its standard output.

`subprocess` and not `multiprocessing`: its processes may be started from workers of loky, need no guard around the main
module, and import nothing that the program did.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, cast

from grader.isolation.frames import READY, receive, send

_START: Final = 60.0
"""Seconds to start; slow disks and virus scanners take their time, once."""
_END: Final = 2.0
_MEMORY: Final = {"MALLOC_TRIM_THRESHOLD_": str(16 * 2**20), "MALLOC_MMAP_THRESHOLD_": str(4 * 2**20)}
"""What glibc keeps of the memory that a page took, for the next one: as it comes, it would give it back to the system
after each and take it anew, a twentieth of the time of a PDF. No other C library knows these names."""


def main_of(module: str) -> str:
    """The command that runs a module's ``main`` in a child; its argument is the search path of modules."""
    return f"import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {module} import main; main()"


class IsolatedProcess:
    """A child process, started and ready to be asked; not to be asked by two threads at a time.

    Args:
        command: what Python runs there, see `main_of`.

    Raises:
        OSError: when no process can be started (a program frozen into one file, a sandbox), or it does not get ready.
    """

    def __init__(self, command: str) -> None:
        if getattr(sys, "frozen", False) or not sys.executable:
            raise OSError("no Python to start")
        path = json.dumps([str(Path(entry).absolute()) for entry in sys.path])
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-I", "-S", "-c", command, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**_MEMORY, **os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._stdin = cast(BinaryIO, self._process.stdin)
        self._stdout = cast(BinaryIO, self._process.stdout)
        if self.ask(seconds=_START) != READY:
            self.kill()
            raise OSError("it does not answer")

    @property
    def alive(self) -> bool:
        """Whether it runs, now."""
        return self._process.poll() is None

    def ask(self, *frames: bytes, seconds: float) -> bytes | None:
        """What the process says to some frames; ``None`` when it is gone, or is ended after so many seconds.

        Pipes know no time limit on Windows, so a timer ends the process, and its end ends the waiting.
        """
        timer = threading.Timer(seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            for frame in frames:
                send(self._stdin, frame)
            return receive(self._stdout)
        except OSError:  # it died while it was fed
            return None
        except BaseException:  # Ctrl-C: what the process says next would be taken for the answer to another question
            self.kill()
            raise
        finally:
            timer.cancel()
            timer.join()  # were it ending the process just now, the next question would seem to be the cause

    def stop(self) -> None:
        """Let it end by itself, as it does at the end of its input; end it if it does not."""
        with suppress(OSError):
            self._stdin.close()
        try:
            self._process.wait(_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stdout.close()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self.stop()

    def forget(self) -> None:
        """Let go of it: it belongs to the process that this one was forked from, and is not ours to wait for."""
        self._process.returncode = 0
