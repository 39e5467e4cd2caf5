"""Work handed out to processes, on this machine or on a cluster, and taken in as it is done.

Whatever does the work is a `concurrent.futures.Executor`: none at all, loky's processes, or those of a Dask cluster. No
more is handed out than keeps everybody busy, so that memory does not grow with the number of submissions.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from grader.errors import GraderError

PATIENCE: Final = 300.0
"""Seconds without any result after which workers are taken for stuck; one submission is given some 20 at most."""
AHEAD: Final = 2
"""Submissions handed out for each worker: one in work, one waiting."""


@dataclass(frozen=True, slots=True)
class Job:
    """A submission to be graded: its name, the digest its result is kept under, and its bytes."""

    name: str
    key: str
    data: bytes


Work = Callable[[str, bytes], bytes]
"""Grades a submission, given its name and bytes; can be sent to another process."""
Done = tuple[Job, bytes | None]
"""A job with its packed result; ``None`` when the worker died of it."""


class Workers(Protocol):
    """What does the work."""

    def run(self, work: Work, jobs: Iterator[Job]) -> Iterator[Done]:
        """Do all jobs, in any order; each comes back exactly once."""
        ...


class Here:
    """This process does the work itself, one job after the other."""

    def run(self, work: Work, jobs: Iterator[Job]) -> Iterator[Done]:
        """See `Workers.run`."""
        for job in jobs:
            yield job, work(job.name, job.data)


class Processes:
    """Several processes on this machine.

    A process that dies takes the jobs of all others with it. Those are then done one at a time, in a process each, so
    that the one that kills its process is found, and only that one is given up.

    Args:
        count: how many.
        patience: seconds.
    """

    def __init__(self, count: int, patience: float = PATIENCE) -> None:
        self._count = count
        self._patience = patience

    def run(self, work: Work, jobs: Iterator[Job]) -> Iterator[Done]:
        """See `Workers.run`."""
        while True:
            lost: list[Job] = []
            yield from self._together(self._count, work, jobs, lost)
            if not lost:
                return
            for job in lost:
                again: list[Job] = []
                yield from self._together(1, work, iter([job]), again)
                yield from ((each, None) for each in again)

    def _together(self, count: int, work: Work, jobs: Iterator[Job], lost: list[Job]) -> Iterator[Done]:
        """Do jobs until all are done, or a process dies: then what had been handed out is put into ``lost``."""
        from loky import ProcessPoolExecutor

        pool = ProcessPoolExecutor(max_workers=count, timeout=60, initializer=_leave_the_keyboard_alone)
        handed_out: dict[Future[bytes], Job] = {}
        done = False
        try:
            yield from _flow(pool, count * AHEAD, work, jobs, handed_out, self._patience)
            done = True
        except (BrokenExecutor, TimeoutError):
            lost.extend(handed_out.values())
        finally:
            pool.shutdown(wait=done, kill_workers=not done)


class Cluster:
    """The workers of a Dask cluster; when one of them dies, the scheduler gives its jobs to another.

    Args:
        scheduler: its address, such as ``tcp://10.0.0.5:8786``.
    """

    def __init__(self, scheduler: str) -> None:
        self._scheduler = scheduler

    def run(self, work: Work, jobs: Iterator[Job]) -> Iterator[Done]:
        """See `Workers.run`.

        Raises:
            GraderError: G306 when the cluster cannot be reached, or is lost.
        """
        try:
            from distributed import Client, KilledWorker
            from distributed.comm.addressing import get_address_host_port
        except ImportError as error:
            raise GraderError("G308") from error
        try:
            get_address_host_port(self._scheduler)
        except ValueError as error:  # a client would fall over it, and over its own end then
            raise GraderError("G306", address=self._scheduler, reason=str(error)) from error
        try:
            with Client(self._scheduler, timeout=10, set_as_default=False) as client:  # type: ignore[no-untyped-call]
                threads = max(1, sum(client.nthreads().values()))
                pool = client.get_executor(pure=False)
                try:
                    yield from _flow(pool, threads * AHEAD, work, jobs, {}, None, given_up=(KilledWorker,))
                finally:
                    pool.shutdown(wait=False)
        except (OSError, TimeoutError, CancelledError) as error:
            raise GraderError("G306", address=self._scheduler, reason=str(error) or type(error).__name__) from error


def _flow(
    pool: Executor,
    ahead: int,
    work: Work,
    jobs: Iterator[Job],
    handed_out: dict[Future[bytes], Job],
    patience: float | None,
    given_up: tuple[type[Exception], ...] = (),
) -> Iterator[Done]:
    """Hand out jobs, so many at a time, and give back what is done.

    Args:
        pool: does the work.
        ahead: how many are handed out and not yet done at any time.
        work: what is done with each.
        jobs: taken only as they are needed.
        handed_out: those not yet done; the caller sees what is in it when this raises.
        patience: seconds to wait for the next that is done.
        given_up: what a future raises when its job has killed too many workers; that job comes back without a result.

    Raises:
        BrokenExecutor: when a process has died.
        TimeoutError: when nothing is done in that time.
        Exception: what the work itself raises.
    """
    while True:
        for job in islice(jobs, ahead - len(handed_out)):
            try:
                future = pool.submit(work, job.name, job.data)
            except BrokenExecutor:
                handed_out[Future()] = job  # it was taken from the others, and must not get lost
                raise
            handed_out[future] = job
        if not handed_out:
            return
        finished, _ = wait(handed_out, timeout=patience, return_when=FIRST_COMPLETED)
        if not finished:
            raise TimeoutError
        for future in finished:
            result: bytes | None = None
            with suppress(*given_up):
                result = future.result()
            yield handed_out.pop(future), result


def _leave_the_keyboard_alone() -> None:
    """Ctrl-C reaches every process of a terminal; only the program itself decides what it means."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
