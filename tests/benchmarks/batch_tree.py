"""What a command costs with all processes that it starts: CPU, time, memory. Nothing here knows what the command does.

CPU time comes from ``RUSAGE_CHILDREN``, which counts a process once it is waited for, and with it those that it waited
for itself; so commands are run one at a time. Memory is read from Linux's ``/proc`` every so often.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INTERVAL: Final = 0.05
PROC: Final = Path("/proc")
KNOWS_MEMORY: Final = (PROC / "self" / "smaps_rollup").exists()


@dataclass(frozen=True)
class Cost:
    """What a command cost.

    Attributes:
        cpu: seconds, user and system, of the whole tree of processes.
        wall: seconds from start to end.
        said: what it wrote to stdout.
    """

    cpu: float
    wall: float
    said: str


@dataclass(frozen=True)
class Peak:
    """The most memory that a tree of processes held at one moment, in MB (10⁶ bytes).

    Attributes:
        rss: sum of what each process holds; pages that several share count as often.
        pss: the same with shared pages divided among those that share them.
        processes: the most processes at one moment.
        samples: how often it was looked.
    """

    rss: float = 0.0
    pss: float = 0.0
    processes: int = 0
    samples: int = 0

    def and_now(self, pid: int) -> Peak:
        """The peak, after another look at a process and those below it."""
        seen = [memory for each in (pid, *below(pid)) if (memory := _memory(each)) is not None]
        rss, pss = (sum(column) / 1e6 for column in zip(*seen, strict=True)) if seen else (0.0, 0.0)
        return Peak(max(self.rss, rss), max(self.pss, pss), max(self.processes, len(seen)), self.samples + 1)


def run(command: Sequence[str], given: str | None = None) -> Cost:
    """Run a command to its end.

    Args:
        command: program and arguments.
        given: what it reads from stdin.

    Raises:
        SystemExit: with what it told when it failed, since a figure of a failed command would mean nothing.
    """
    before, begin = _cpu(), time.perf_counter()
    done = subprocess.run(command, input=given or "", capture_output=True, text=True, encoding="utf-8", check=False)
    wall = time.perf_counter() - begin
    if done.returncode:
        sys.exit(f"{' '.join(command)}\nended with {done.returncode}:\n{done.stderr}")
    return Cost(_cpu() - before, wall, done.stdout)


def watch(command: Sequence[str]) -> Peak:
    """Run a command to its end and look at its memory all the while; as `run` when it fails."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told: list[str] = []
        reader = threading.Thread(target=told.extend, args=(process.stderr,))
        reader.start()  # a full pipe would stop it
        peak = Peak()
        while process.poll() is None:
            peak = peak.and_now(process.pid)
            with suppress(subprocess.TimeoutExpired):
                process.wait(INTERVAL)
        reader.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)}\nended with {process.returncode}:\n{''.join(told)}")
    return peak


def below(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that these have started."""
    for listed in (PROC / str(pid) / "task").glob("*/children"):
        with suppress(OSError):  # it has ended since it was listed
            for child in listed.read_text(encoding="ascii").split():
                yield int(child)
                yield from below(int(child))


def load() -> float:
    """How many processes have wanted a core in the last minute, this run's own included."""
    return os.getloadavg()[0]


def _cpu() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _memory(pid: int) -> tuple[int, int] | None:
    """Resident and proportional bytes of a process; ``None`` when it has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    kilobytes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}
    return 1024 * kilobytes["Rss"], 1024 * kilobytes["Pss"]
