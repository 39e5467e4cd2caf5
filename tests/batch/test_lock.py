"""One run at a time in a folder."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.batch.lock import LOCK, OWNER, locked
from grader.errors import GraderError


def noon() -> datetime:
    return datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


HOLD = (
    "import sys; from datetime import UTC, datetime; from pathlib import Path; from grader.batch.lock import locked\n"
    "with locked(Path(sys.argv[1]), lambda: datetime(2026, 11, 22, 12, 0, tzinfo=UTC)):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


def holder(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_is_told_who_the_first_is(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        with pytest.raises(GraderError) as caught, locked(tmp_path, noon):
            pass
        assert caught.value.code == "G305"
        assert caught.value.values == {
            "path": str(tmp_path.parent),
            "pid": str(other.pid),
            "machine": platform.node(),
            "since": "2026-11-22T12:00:00+00:00",
        }
        other.communicate("")
    with locked(tmp_path, noon):  # it is free again
        assert json.loads((tmp_path / OWNER).read_text(encoding="utf-8"))["pid"] == os.getpid()
    assert not (tmp_path / OWNER).exists()


def test_a_lock_left_behind_by_a_dead_process_is_free(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        other.kill()
        other.communicate()
    assert (tmp_path / OWNER).exists()
    with locked(tmp_path, noon):
        assert json.loads((tmp_path / OWNER).read_text(encoding="utf-8"))["pid"] == os.getpid()


def test_an_owner_that_cannot_be_read_is_still_an_owner(tmp_path: Path) -> None:
    with holder(tmp_path) as other:
        (tmp_path / OWNER).write_text("{", encoding="utf-8")
        with pytest.raises(GraderError) as caught, locked(tmp_path, noon):
            pass
        assert caught.value.values["pid"] == "?"
        other.communicate("")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / LOCK).mkdir()
    with pytest.raises(GraderError) as caught, locked(tmp_path, noon):
        pass
    assert caught.value.code == "G301"
