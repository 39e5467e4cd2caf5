"""Results on disk: written at once, found again, and never trusted when damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from grader.batch.codec import DamagedError, pack, without_text
from grader.batch.store import FILE, Store
from grader.errors import GraderError
from grader.records.assessment import Assessment, Failure

FAILURE = Failure("a.docx", None, "G104", {})


def test_what_is_kept_is_found_again(tmp_path: Path, assessment: Assessment) -> None:
    with Store(tmp_path) as store:
        store.put("b.docx", "k1", pack(assessment))
        store.put("a.docx", "k2", pack(FAILURE))
    with Store(tmp_path) as store:
        assert store.keys() == {"b.docx": "k1", "a.docx": "k2"}
        assert store.get("b.docx") == assessment
        assert store.get("a.docx") == FAILURE
        assert store.get("b.docx", text=False) == without_text(assessment)


def test_the_newer_result_of_a_submission_replaces_the_older(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("a.docx", "old", pack(Failure("a.docx", None, "G110", {})))
        store.put("a.docx", "new", pack(FAILURE))
        assert store.keys() == {"a.docx": "new"}
        assert store.get("a.docx") == FAILURE


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with Store(tmp_path) as store, pytest.raises(KeyError):
        store.get("a.docx")


def test_a_fresh_start_forgets(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("a.docx", "k", pack(FAILURE))
    with Store(tmp_path, fresh=True) as store:
        assert store.keys() == {}


@pytest.mark.parametrize("damage", ["text", "torn", "form"])
def test_a_damaged_or_foreign_file_is_begun_anew(tmp_path: Path, damage: str) -> None:
    with Store(tmp_path) as store:
        store.put("a.docx", "k", pack(FAILURE))
    path = tmp_path / FILE
    if damage == "text":
        path.write_bytes(b"this is no database " * 100)
    elif damage == "torn":
        path.write_bytes(path.read_bytes()[:50])
    else:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
    with Store(tmp_path) as store:
        assert store.keys() == {}
        store.put("a.docx", "k", pack(FAILURE))
        assert store.get("a.docx") == FAILURE


def test_a_result_that_was_tampered_with_is_not_believed(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("a.docx", "k", b"something else")
        with pytest.raises(DamagedError):
            store.get("a.docx")


def test_results_outlive_a_process_that_is_killed(tmp_path: Path) -> None:
    """The process is ended without any chance to close the file, right after the first result."""
    code = (
        "import os, signal, sys; from pathlib import Path; from grader.batch.store import Store; "
        "from grader.batch.codec import pack; from grader.records.assessment import Failure; "
        "store = Store(Path(sys.argv[1])); store.put('a.docx', 'k', pack(Failure('a.docx', None, 'G104', {}))); "
        "os.abort() if os.name == 'nt' else os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert ended.returncode != 0
    with Store(tmp_path) as store:
        assert store.get("a.docx") == FAILURE


def test_there_is_nothing_beside_the_file_once_it_is_closed(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put("a.docx", "k", pack(FAILURE))
        assert not [path.name for path in tmp_path.iterdir() if path.name.endswith("-shm")]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_power_cut_takes_no_more_than_what_had_not_reached_the_disk(tmp_path: Path) -> None:
    """What the disk holds then: the file, and a log that ends in the middle of the last result."""
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    with Store(before) as store:
        for name in ("a.docx", "b.docx"):
            store.put(name, "k", pack(Failure(name, None, "G104", {})))
        for path in before.iterdir():
            data = path.read_bytes()
            (after / path.name).write_bytes(data[:-100] if path.name.endswith("-wal") else data)
        assert len(list(after.iterdir())) == 2
    with Store(after) as store:
        assert store.keys() == {"a.docx": "k"}
        assert store.get("a.docx") == FAILURE
        store.put("b.docx", "k", pack(FAILURE))
        assert store.keys() == {"a.docx": "k", "b.docx": "k"}


@pytest.mark.skipif(sys.platform != "linux", reason="a disk that is always full is a device of Linux")
def test_a_full_disk_is_told_with_the_next_step(tmp_path: Path) -> None:
    """A limit on the database's pages stands for the disk; both end in the same error of SQLite."""
    with Store(tmp_path) as store:
        store._connection.execute("PRAGMA max_page_count = 4")
        with pytest.raises(GraderError) as caught:
            store.put("a.docx", "k", os.urandom(100_000))
        assert caught.value.code == "G304"
        assert caught.value.values["reason"] == "database or disk is full"
        assert store.keys() == {}


def test_a_folder_in_the_files_place_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(GraderError) as caught:
        Store(tmp_path)
    assert caught.value.code == "G304"
    assert (tmp_path / FILE).is_dir()
