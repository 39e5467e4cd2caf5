"""Every job comes back exactly once, whatever happens to those who do it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from typing import Any

import pytest

from grader.batch import workers
from grader.batch.workers import Here, Job, Processes, Workers


def jobs(*names: str) -> Iterator[Job]:
    return iter([Job(name, f"key of {name}", name.encode()) for name in names])


def _same(name: str, data: bytes) -> bytes:
    return data


def done(workers: Workers, work: workers.Work, *names: str) -> list[tuple[str, bytes | None]]:
    return sorted((job.name, result) for job, result in workers.run(work, jobs(*names)))


@pytest.mark.parametrize("kind", [Here(), Processes(2)])
def test_every_job_comes_back_once_with_its_own_result(kind: Workers) -> None:
    def work(name: str, data: bytes) -> bytes:
        return f"{name}: {data.decode()}".encode()

    names = [f"{number:02}" for number in range(20)]
    assert done(kind, work, *names) == [(name, f"{name}: {name}".encode()) for name in names]


def test_without_jobs_there_is_nothing() -> None:
    assert done(Processes(2), _same) == []  # nothing is sent, so that it need not be found there


def test_a_job_that_kills_its_process_is_given_up_and_no_other() -> None:
    def work(name: str, data: bytes) -> bytes:
        if name == "03":
            os._exit(1)
        return data

    names = [f"{number:02}" for number in range(12)]
    assert done(Processes(2), work, *names) == [(name, None if name == "03" else name.encode()) for name in names]


def test_an_error_of_the_work_itself_is_raised() -> None:
    def work(name: str, data: bytes) -> bytes:
        raise ValueError(name)

    with pytest.raises(ValueError, match="01"):
        done(Processes(2), work, "01")


class Counting(Executor):
    """Does the work at once, and counts what was handed out and not yet asked for."""

    def __init__(self) -> None:
        self.waiting = 0
        self.most = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_no_more_is_handed_out_than_keeps_everybody_busy() -> None:
    pool, taken = Counting(), 0

    def counted() -> Iterator[Job]:
        nonlocal taken
        for job in jobs(*map(str, range(100))):
            taken += 1
            yield job

    for finished, _ in enumerate(workers._flow(pool, 4, _same, counted(), {}, None), start=1):
        pool.waiting -= 1
        assert taken - finished <= 4
    assert (taken, pool.waiting) == (100, 0)
    assert pool.most <= 4


class Stuck(Executor):
    """Never does anything."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


def test_workers_that_do_nothing_are_not_waited_for_for_ever() -> None:
    handed_out: dict[Future[bytes], Job] = {}
    with pytest.raises(TimeoutError):
        list(workers._flow(Stuck(), 2, _same, jobs("a", "b", "c"), handed_out, 0.01))
    assert [job.name for job in handed_out.values()] == ["a", "b"]


class GivenUpError(Exception):
    """A job has killed too many workers."""


class Failing(Executor):
    """Does the work, but fails at the jobs of some names."""

    def __init__(self, **errors: Exception) -> None:
        self._errors = errors

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if args[0] in self._errors:
            future.set_exception(self._errors[args[0]])
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_job_that_is_given_up_comes_back_without_a_result_and_the_others_with_theirs() -> None:
    pool = Failing(b=GivenUpError())
    found = workers._flow(pool, 2, _same, jobs("a", "b", "c"), {}, None, given_up=(GivenUpError,))
    assert sorted((job.name, result) for job, result in found) == [("a", b"a"), ("b", None), ("c", b"c")]


@pytest.mark.parametrize("given_up", [(), (GivenUpError,)])
@pytest.mark.parametrize("error", [ValueError("b"), BrokenExecutor("b"), CancelledError("b")])
def test_any_other_failure_is_raised_and_its_job_is_not_lost(
    error: Exception, given_up: tuple[type[Exception], ...]
) -> None:
    handed_out: dict[Future[bytes], Job] = {}
    with pytest.raises(type(error), match="b"):
        list(workers._flow(Failing(b=error), 1, _same, jobs("a", "b", "c"), handed_out, None, given_up=given_up))
    assert [job.name for job in handed_out.values()] == ["b"]
