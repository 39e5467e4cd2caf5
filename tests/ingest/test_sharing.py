"""Files that another program has open: waited for a little, told from files that may not be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from grader.errors import GraderError
from grader.ingest import sharing
from grader.ingest.limits import FILE_BYTES
from grader.ingest.loading import load
from grader.ingest.sharing import PAUSES, read_shared, refusal


class Refused(PermissionError):
    """As Windows refuses: with a number of its own, which other systems have not."""

    def __init__(self, winerror: int | None) -> None:
        super().__init__(13, "Permission denied")
        self.winerror = winerror


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What was waited instead of sleeping."""
    pauses: list[float] = []
    monkeypatch.setattr(sharing, "sleep", pauses.append)
    return pauses


Refuse = Callable[..., None]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Makes opening fail for some times."""
    opened = open

    def refusing(error: PermissionError, times: int) -> None:
        left = [error] * times

        def failing(*arguments: Any, **options: Any) -> Any:
            if left:
                raise left.pop()
            return opened(*arguments, **options)

        monkeypatch.setattr(sharing, "open", failing, raising=False)

    return refusing


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draf.docx"
    path.write_bytes(b"0123456789")
    return path


@pytest.mark.parametrize(("size", "data"), [(-1, b"0123456789"), (4, b"0123"), (11, b"0123456789")])
def test_what_is_read_is_what_is_there(draft: Path, waited: list[float], size: int, data: bytes) -> None:
    assert read_shared(draft, size) == data
    assert waited == []


@pytest.mark.parametrize("winerror", [32, 33, None])
@pytest.mark.parametrize("times", [1, 3])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    draft: Path, waited: list[float], refuse: Refuse, winerror: int | None, times: int
) -> None:
    refuse(Refused(winerror), times)
    assert read_shared(draft) == b"0123456789"
    assert waited == list(PAUSES[:times])


def test_one_that_stays_held_is_refused_within_a_second_or_so(draft: Path, waited: list[float], refuse: Refuse) -> None:
    refuse(Refused(32), 99)
    with pytest.raises(GraderError) as caught:
        load(draft, FILE_BYTES)
    assert (caught.value.code, caught.value.values["reason"]) == ("G103", "in-use")
    assert waited == list(PAUSES)
    assert sum(waited) <= 1


@pytest.mark.parametrize("error", [Refused(5), PermissionError(13, "Permission denied")])
def test_one_that_may_not_be_read_is_not_waited_for(
    draft: Path, waited: list[float], refuse: Refuse, error: PermissionError
) -> None:
    refuse(error, 1)
    with pytest.raises(GraderError) as caught:
        load(draft, FILE_BYTES)
    assert (caught.value.code, caught.value.values["reason"]) == ("G103", "permission")
    assert waited == []


def test_why_a_file_was_refused() -> None:
    reasons = {number: refusal(Refused(number)) for number in (5, 32, 33, None)}
    assert reasons == {5: "permission", 32: "in-use", 33: "in-use", None: "in-use"}


@pytest.mark.skipif(sys.platform == "win32", reason="there, the system itself is tried by every test that reads a file")
def test_on_windows_others_may_do_everything_meanwhile(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a system that is made up: its numbers are those that Microsoft documents for CreateFileW."""
    asked: list[tuple[object, ...]] = []
    windows, runtime = ModuleType("_winapi"), ModuleType("msvcrt")

    def create(*told: object) -> int:
        asked.append(told)
        return 4711

    vars(windows).update(GENERIC_READ=0x80000000, OPEN_EXISTING=3, NULL=0, CreateFile=create)
    vars(runtime).update(open_osfhandle=lambda handle, flags: os.open(draft, flags) if handle == 4711 else -1)
    monkeypatch.setitem(sys.modules, "_winapi", windows)
    monkeypatch.setitem(sys.modules, "msvcrt", runtime)
    monkeypatch.setattr(sys, "platform", "win32")
    try:
        data = read_shared(draft)
    finally:
        monkeypatch.undo()
    assert data == b"0123456789"
    read, write, delete = 1, 2, 4
    assert asked == [(str(draft), 0x80000000, read | write | delete, 0, 3, 0x80, 0)]
