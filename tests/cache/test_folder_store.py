"""A store in a folder: what cannot be trusted is as good as nothing, and nothing ever fails."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from grader.cache import folder as module
from grader.cache.folder import FolderStore
from grader.records.store import Parcel, kept

PARCEL = Parcel(["satu", "dua"], {"numbers": np.array([0.1, 0.2])})
WITHOUT_USERS = not hasattr(os, "geteuid")


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "cache", "program 1")


def only_file(store: FolderStore) -> Path:
    (path,) = (each for each in store._folder.iterdir())
    return path


def holds(store: FolderStore, made_of: str = "rubric") -> bool:
    parcel = store.get("vectors", made_of)
    if parcel is None:
        return False
    assert parcel.plain == PARCEL.plain
    assert parcel.arrays["numbers"].tobytes() == PARCEL.arrays["numbers"].tobytes()
    return True


def test_what_was_put_in_comes_out(store: FolderStore) -> None:
    assert not holds(store)
    store.put("vectors", "rubric", PARCEL)
    assert holds(store)
    assert not holds(store, "another rubric")
    assert store.get("words", "rubric") is None


def test_another_program_finds_nothing(store: FolderStore) -> None:
    store.put("vectors", "rubric", PARCEL)
    assert not holds(FolderStore(store._folder, "program 2"))


@pytest.mark.parametrize("damage", [lambda d: d[:-1], lambda d: d[:40], lambda _: b"", lambda d: d[:-3] + b"abc"])
def test_a_damaged_file_is_no_file_and_is_written_anew(store: FolderStore, damage: object) -> None:
    store.put("vectors", "rubric", PARCEL)
    path = only_file(store)
    assert callable(damage)
    path.write_bytes(damage(path.read_bytes()))
    assert not holds(store)
    store.put("vectors", "rubric", PARCEL)
    assert holds(store)


def test_a_good_file_under_the_name_of_another_is_not_taken(store: FolderStore) -> None:
    store.put("vectors", "rubric", PARCEL)
    path = only_file(store)
    data = path.read_bytes()
    path.unlink()
    store.put("vectors", "another rubric", Parcel("else"))
    only_file(store).write_bytes(data)
    assert store.get("vectors", "another rubric") is None


@pytest.mark.skipif(WITHOUT_USERS, reason="this system has no such rights")
def test_a_link_is_not_followed(store: FolderStore, tmp_path: Path) -> None:
    store.put("vectors", "rubric", PARCEL)
    path = only_file(store)
    aside = tmp_path / "aside"
    path.rename(aside)
    path.symlink_to(aside)
    assert not holds(store)
    store.put("vectors", "rubric", PARCEL)
    assert holds(store)
    assert not path.is_symlink()


@pytest.mark.skipif(WITHOUT_USERS, reason="this system has no such rights")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_can_write_is_not_trusted(store: FolderStore, mode: int) -> None:
    store.put("vectors", "rubric", PARCEL)
    only_file(store).chmod(mode)
    assert not holds(store)


@pytest.mark.skipif(WITHOUT_USERS, reason="this system has no such rights")
def test_somebody_elses_file_is_not_trusted(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put("vectors", "rubric", PARCEL)
    owner = only_file(store).stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert not holds(store)


@pytest.mark.skipif(WITHOUT_USERS, reason="this system has no such rights")
def test_only_the_user_can_read_what_is_kept(store: FolderStore) -> None:
    store.put("vectors", "rubric", PARCEL)
    assert only_file(store).stat().st_mode & 0o077 == 0
    assert store._folder.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_place_of_a_file_keeps_nobody_waiting(store: FolderStore) -> None:
    store.put("vectors", "rubric", PARCEL)
    path = only_file(store)
    path.unlink()
    os.mkfifo(path)
    assert not holds(store)


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for folder in (tmp_path / "file" / "cache", tmp_path / "file", Path("nul\0l"), tmp_path / ("long" * 100)):
        store = FolderStore(folder, "program")
        store.put("vectors", "rubric", PARCEL)
        assert not holds(store)


def test_a_folder_in_place_of_a_file_costs_only_time(store: FolderStore) -> None:
    store.put("vectors", "rubric", PARCEL)
    path = only_file(store)
    path.unlink()
    path.mkdir()
    store.put("vectors", "rubric", PARCEL)
    assert not holds(store)


def test_a_failed_write_leaves_nothing(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store.put("vectors", "rubric", PARCEL)
    assert list(store._folder.iterdir()) == []


def test_what_was_used_longest_ago_goes_first(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 3)
    for number in range(3):
        store.put("vectors", str(number), PARCEL)
        newest = max(store._folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (1000 + number, 1000 + number))
    assert holds(store, "0")  # and so it was used last
    store.put("vectors", "3", PARCEL)
    assert [number for number in range(4) if holds(store, str(number))] == [0, 2, 3]


def test_the_folder_does_not_grow_without_end(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    large = Parcel("x" * 1000)
    monkeypatch.setattr(module, "MOST_BYTES", 5000)
    for number in range(20):
        store.put("vectors", str(number), large)
    assert sum(path.stat().st_size for path in store._folder.iterdir()) <= 5000
    monkeypatch.setattr(module, "LARGEST", 500)
    store.put("vectors", "large", large)
    assert store.get("vectors", "large") is None


def test_files_of_others_in_the_folder_stay(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 0)
    store._folder.mkdir()
    (store._folder / "mine.txt").write_text("keep")
    store.put("vectors", "rubric", PARCEL)
    assert [path.name for path in store._folder.iterdir()] == ["mine.txt"]


def test_what_is_kept_is_not_made_again(store: FolderStore) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("once")
        return "value"

    for _ in range(2):
        assert kept(store, "words", "text", make, Parcel, lambda parcel: str(parcel.plain)) == "value"
    assert made == ["once"]
    assert kept(None, "words", "text", make, Parcel, lambda _: "stale") == "value"
