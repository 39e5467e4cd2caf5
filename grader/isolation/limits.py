"""How much memory and time this process may take: kept by the system, so that nothing in the process can overstep it.

Linux keeps both, macOS mostly; Windows keeps neither, and only the time on the wall is left, which the program keeps
(see `process`).
"""

from __future__ import annotations

import sys
from contextlib import suppress

if sys.platform != "win32":
    import resource


def limit_memory(size: int) -> None:
    """Allow this process so many bytes of address space, and no core dump when it dies."""
    if sys.platform == "win32":
        return
    for limit, value in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, size)):
        with suppress(OSError, ValueError):  # macOS knows some limits only by name
            _, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def limit_cpu(seconds: int) -> None:
    """Allow so many seconds more than were used so far: the limit counts the whole life of the process."""
    if sys.platform == "win32":
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
