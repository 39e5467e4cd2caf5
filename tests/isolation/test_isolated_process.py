"""A child process answers, or is known to be gone; and it keeps to its limits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest

from grader.isolation.process import IsolatedProcess

Start = Callable[[str], IsolatedProcess]

CHILD = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from grader.isolation.child import pipes; from grader.isolation.frames import *; "
    "from grader.isolation.limits import *; source, target = pipes(); "
)
READY = "send(target, b'ready'); "
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no limits of a process")


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts child processes, given what they do, and ends them after the test."""
    started: list[IsolatedProcess] = []

    def make(command: str) -> IsolatedProcess:
        started.append(IsolatedProcess(CHILD + command))
        return started[-1]

    yield make
    for process in started:
        process.kill()


def test_several_frames_are_one_question(start: Start) -> None:
    process = start(READY + "[send(target, receive(source) + b'|' + receive(source)) for _ in range(2)]")
    assert process.ask(b"satu", b"dua", seconds=10) == b"satu|dua"
    assert process.ask(b"tiga", b"", seconds=10) == b"tiga|"
    assert process.ask(b"empat", b"lima", seconds=10) is None


def test_what_a_library_prints_does_not_get_between_the_frames(start: Start) -> None:
    process = start(READY + "print('sampah', flush=True); import os; os.write(1, b'sampah'); send(target, b'jawab')")
    assert process.ask(seconds=10) == b"jawab"


def test_ctrl_c_is_left_to_the_program(start: Start) -> None:
    process = start(READY + "import signal; signal.raise_signal(signal.SIGINT); send(target, b'masih ada')")
    assert process.ask(seconds=10) == b"masih ada"


def test_one_that_does_not_answer_is_ended(start: Start) -> None:
    process = start(READY + "receive(source); import threading; threading.Event().wait()")
    assert process.alive
    assert process.ask(b"x", seconds=0.2) is None
    process.stop()
    assert not process.alive


@pytest.mark.parametrize("command", ["raise SystemExit(3)", "send(target, b'lain'); receive(source)"])
def test_one_that_does_not_get_ready_is_an_error(start: Start, command: str) -> None:
    with pytest.raises(OSError, match="does not answer"):
        start(command)


def test_a_program_in_one_file_has_no_python_to_start(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(OSError, match="no Python"):
        start(READY)


def test_stopping_twice_is_stopping_once(start: Start) -> None:
    process = start(READY + "receive(source)")
    process.stop()
    process.stop()
    assert not process.alive


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep no limit of memory")
def test_more_memory_than_allowed_is_not_given(start: Start) -> None:
    tried = "send(target, b'terlalu banyak' if not has(200_000_000) else b'cukup')"
    has = "exec('def has(size):\\n  try: return len(bytearray(size)) == size\\n  except MemoryError: return False'); "
    assert start(has + READY + tried).ask(seconds=10) == b"cukup"
    assert start(has + "limit_memory(150_000_000); " + READY + tried).ask(seconds=10) == b"terlalu banyak"


@UNIX
def test_time_is_allowed_on_top_of_what_was_used(start: Start) -> None:
    used = "import resource, time; exec('while time.process_time() < 1.2: pass'); "
    said = "send(target, str(resource.getrlimit(resource.RLIMIT_CPU)[0]).encode())"
    heard = start(used + "limit_cpu(7); " + READY + said).ask(seconds=10)
    assert heard is not None
    assert int(heard) == 1 + 1 + 7  # a whole second was used, and one is begun


def test_a_child_has_the_environment_of_the_program_and_what_is_set_there_stays(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUANG_UJI", "satu")
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "4096")
    names = "['RUANG_UJI', 'MALLOC_TRIM_THRESHOLD_']"
    process = start(READY + f"import os; [send(target, os.environ[name].encode()) for name in {names}]")
    assert process.ask(seconds=10) == b"satu"
    assert process.ask(seconds=10) == b"4096"
