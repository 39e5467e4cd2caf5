"""Files that are there whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.reports import write
from grader.reports.write import PAUSES, atomic_file, going_on, is_in_use, put_aside, write_atomically
from grader.wording.catalogue import VOICES
from grader.wording.explain import explain_error


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


class Refused(PermissionError):
    """As Windows refuses to replace a file: with a number of its own (5 access denied, 32 sharing violation)."""

    def __init__(self, winerror: int | None) -> None:
        super().__init__(13, "Permission denied")
        self.winerror = winerror


class Held:
    """Files that cannot be replaced or renamed for so many times, by name; and what was waited meanwhile."""

    def __init__(self) -> None:
        self.times: dict[str, int] = {}
        self.error = Refused(5)
        self.waited: list[float] = []

    def refuse(self, name: str) -> None:
        if self.times.get(name, 0) > 0:
            self.times[name] -= 1
            raise self.error


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    holder = Held()
    replace, rename = Path.replace, Path.rename

    def replacing(self: Path, target: Path) -> Path:
        holder.refuse(target.name)
        return replace(self, target)

    def renaming(self: Path, target: Path) -> Path:
        holder.refuse(self.name)
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replacing)
    monkeypatch.setattr(Path, "rename", renaming)
    monkeypatch.setattr(write, "sleep", holder.waited.append)
    return holder


def test_a_file_that_is_open_for_a_moment_is_replaced_after_it(tmp_path: Path, held: Held) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(b"old")
    held.times["rekap.xlsx"] = 2
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert held.waited == list(PAUSES[:2])


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_that_stays_open_is_told_as_that_and_keeps_its_content(
    tmp_path: Path, held: Held, winerror: int
) -> None:
    path = tmp_path / "rekap.xlsx"
    path.write_bytes(b"old")
    held.times["rekap.xlsx"], held.error = 99, Refused(winerror)
    with pytest.raises(GraderError) as caught:
        write_atomically(path, b"new")
    assert is_in_use(caught.value)
    assert (caught.value.code, caught.value.values["reason"]) == ("G301", "in-use")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["rekap.xlsx"]
    with pytest.raises(GraderError) as aside:
        put_aside(path)
    assert is_in_use(aside.value)


@pytest.mark.parametrize(
    ("is_there", "error"),
    [(True, PermissionError(13, "Permission denied")), (True, Refused(None)), (False, Refused(5))],
)
def test_missing_rights_are_no_open_file_and_nothing_is_waited_for(
    tmp_path: Path, held: Held, is_there: bool, error: Refused
) -> None:
    path = tmp_path / "rekap.xlsx"
    if is_there:
        path.write_bytes(b"old")
    held.times["rekap.xlsx"], held.error = 99, error
    with pytest.raises(GraderError) as caught:
        write_atomically(path, b"new")
    assert not is_in_use(caught.value)
    assert caught.value.values["reason"] == "Permission denied"
    assert held.waited == []


@pytest.mark.parametrize(("lang", "step"), [("id", "Tutup berkas itu di program tersebut"), ("en", "Close it in that")])
def test_what_to_do_about_an_open_file_is_told(lang: str, step: str) -> None:
    told, hint = explain_error(VOICES[lang], "G301", {"path": "rekap.xlsx", "reason": "in-use", "kind": "in-use"})
    assert "in-use" not in told
    assert hint.startswith(step)


def test_only_an_open_file_lets_the_rest_go_on() -> None:
    told: list[GraderError] = []

    def go_on_after(error: GraderError) -> None:
        with going_on(told):
            raise error

    go_on_after(GraderError("G301", path="a", reason="in-use", kind="in-use"))
    assert [each.values["path"] for each in told] == ["a"]
    for other in (GraderError("G301", path="a", reason="full"), GraderError("G104")):
        with pytest.raises(GraderError):
            go_on_after(other)
    assert len(told) == 1
