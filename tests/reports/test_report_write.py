"""Files that are there whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.reports.write import atomic_file


def test_the_file_stands_there_only_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.html"
    with atomic_file(path) as file:
        file.write(b"one ")
        assert not path.exists()
        file.write(b"two")
    assert path.read_bytes() == b"one two"
    assert [each.name for each in path.parent.iterdir()] == ["report.html"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_what_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"old")

    def break_off() -> None:
        with atomic_file(path) as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        break_off()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught, atomic_file(tmp_path / "report.html"):
        raise OSError(28, "No space left on device")
    assert caught.value.code == "G301"
    assert caught.value.values["reason"] == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(GraderError, match="G301"), atomic_file(tmp_path / "report.html") as file:
        file.write(b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
