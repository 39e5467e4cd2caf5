"""``moderation.jsonl``: what is written is read back, a power cut loses nothing, and nothing is passed over."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.ingest.decisions.decided import Decided
from grader.ingest.decisions.history import read_history, read_moderations
from grader.records.moderation import Decisions, Moderation
from grader.records.moderation_line import MODERATIONS, TORN, from_line, to_line
from grader.reports import moderations as writing
from grader.reports.moderations import LOCK, append_moderations, deciding

FIRST = Moderation("a.docx", "07", 78.5, "Dewi", "2026-11-20T09:30:00+07:00", "Lengkap.", 61.0, "ab" * 32)
SECOND = Moderation("kelas b/b.pdf", None, 65.0, "Rudi", "2026-11-20T09:31:00+07:00", "", None, None)
LINE = (
    '{"schema": "grader.moderation/1", "file": "a.docx", "participant_id": "07", "points": 78.5, "maximum": 100, '
    '"by": "Dewi", "when": "2026-11-20T09:30:00+07:00", "reason": "Lengkap.", "suggested": 61, '
    f'"sha256": "{"ab" * 32}"}}\n'
)


def test_a_line_is_as_documented() -> None:
    assert to_line(FIRST, 100) == LINE.encode()
    assert from_line(LINE.encode()) == FIRST


def test_decisions_are_read_in_the_order_in_which_they_were_taken(tmp_path: Path) -> None:
    assert read_moderations(tmp_path) == ()
    path = append_moderations(tmp_path, [FIRST], 100)
    append_moderations(tmp_path, [SECOND, FIRST], 100)
    assert path == tmp_path / MODERATIONS
    assert read_moderations(tmp_path) == (FIRST, SECOND, FIRST)
    assert path.read_bytes().startswith(LINE.encode())
    assert path.read_bytes().count(b"\n") == 3


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert from_line(json.dumps({**json.loads(LINE), "seal": [1]}).encode()) == FIRST


@pytest.mark.parametrize(
    "changed",
    [
        {"schema": "grader.moderation/2"},
        {"points": "78,5"},
        {"points": 100.5},
        {"points": -1},
        {"points": True},
        {"points": None},
        {"suggested": 101},
        {"suggested": "61"},
        {"by": "  "},
        {"by": 3},
        {"file": ""},
        {"when": "2026-11-20T09:30:00"},
        {"when": "kemarin"},
        {"reason": None},
        {"participant_id": 7},
        {"sha256": 1},
    ],
)
def test_a_damaged_line_is_an_error_that_names_it(tmp_path: Path, changed: dict[str, object]) -> None:
    damaged = json.dumps({**json.loads(LINE), **changed}) + "\n"
    (tmp_path / MODERATIONS).write_text(LINE + damaged + LINE, encoding="utf-8")
    with pytest.raises(GraderError) as caught:
        read_history(tmp_path)
    assert (caught.value.code, caught.value.values["lines"]) == ("G159", ("2",))


def test_all_damaged_lines_are_named(tmp_path: Path) -> None:
    content = b"\n" + LINE.encode() + b"\xff\xfe{}\n" + b"[1]\n" + b'{"schema": ' + b"[" * 100_000 + b"\n"
    (tmp_path / MODERATIONS).write_bytes(content)
    with pytest.raises(GraderError) as caught:
        read_history(tmp_path)
    assert caught.value.values["lines"] == ("1", "3", "4", "5")
    with pytest.raises(GraderError):
        read_moderations(tmp_path)
    assert (tmp_path / MODERATIONS).read_bytes() == content


@pytest.mark.parametrize("torn", [b'{"schema": "grader.moderation/1", "fi', b"\0\0\0\0", LINE.encode()[:-2], b"\xc3"])
def test_a_line_that_was_cut_off_is_told_and_set_aside(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / MODERATIONS
    path.write_bytes(LINE.encode() + torn)
    history = read_history(tmp_path)
    assert (history.moderations, history.torn) == ((FIRST,), torn)
    assert path.read_bytes() == LINE.encode() + torn  # reading changes nothing
    append_moderations(tmp_path, [SECOND], 100)
    assert (tmp_path / TORN).read_bytes() == torn + b"\n"
    assert read_history(tmp_path).moderations == (FIRST, SECOND)
    assert read_history(tmp_path).torn == b""


def test_a_whole_line_without_its_end_is_a_decision(tmp_path: Path) -> None:
    (tmp_path / MODERATIONS).write_bytes(LINE.encode().rstrip(b"\n"))
    assert read_moderations(tmp_path) == (FIRST,)
    append_moderations(tmp_path, [SECOND], 100)
    assert read_moderations(tmp_path) == (FIRST, SECOND)
    assert not (tmp_path / TORN).exists()


@given(cut=st.integers(0, 3 * len(LINE)))
def test_wherever_a_power_cut_comes_whole_decisions_stay(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    folder = tmp_path_factory.mktemp("cut")
    lines = [to_line(each, 100) for each in (FIRST, SECOND, FIRST)]
    content = b"".join(lines)[:cut]
    (folder / MODERATIONS).write_bytes(content)
    whole = content.count(b"\n")
    read = read_history(folder)
    assert read.moderations[:whole] == (FIRST, SECOND, FIRST)[:whole]
    assert len(read.moderations) - whole in (0, 1)
    append_moderations(folder, [SECOND], 100)
    assert read_moderations(folder) == (*read.moderations, SECOND)
    kept = (folder / TORN).read_bytes() if (folder / TORN).exists() else b""
    assert kept.rstrip(b"\n") == read.torn


def test_what_cannot_be_written_whole_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = append_moderations(tmp_path, [FIRST], 100)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GraderError) as caught:
        append_moderations(tmp_path, [SECOND, SECOND], 100)
    assert (caught.value.code, caught.value.values["reason"]) == ("G301", "No space left on device")
    assert path.read_bytes() == LINE.encode()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / MODERATIONS).mkdir()
    with pytest.raises(GraderError) as caught:
        read_history(tmp_path)
    assert caught.value.code == "G103"
    with pytest.raises(GraderError) as caught:
        append_moderations(tmp_path, [FIRST], 100)
    assert caught.value.code == "G301"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs permissions that bind")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    append_moderations(tmp_path, [FIRST], 100).chmod(0)
    with pytest.raises(GraderError) as caught:
        read_history(tmp_path)
    assert caught.value.values["reason"] == "permission"


def test_two_at_a_time_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    inside, leave = threading.Event(), threading.Event()

    def first() -> None:
        with deciding(tmp_path):
            inside.set()
            leave.wait(30)
            order.append("first")

    worker = threading.Thread(target=first)
    worker.start()
    assert inside.wait(30)
    monkeypatch.setattr(writing, "_PATIENCE", 0.0)
    with pytest.raises(GraderError) as caught, deciding(tmp_path):
        order.append("never")
    assert (caught.value.code, caught.value.values["reason"]) == ("G301", "busy")
    leave.set()
    worker.join(30)
    with deciding(tmp_path):
        order.append("second")
    assert order == ["first", "second"]


def test_a_lock_left_behind_does_not_hinder(tmp_path: Path) -> None:
    with FileLock(tmp_path / LOCK):
        pass
    (tmp_path / LOCK).touch()
    with deciding(tmp_path):
        append_moderations(tmp_path, [FIRST], 100)
    assert read_moderations(tmp_path) == (FIRST,)


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "keluaran").touch()
    with pytest.raises(GraderError) as caught, deciding(tmp_path / "keluaran"):
        raise AssertionError
    assert caught.value.code == "G301"


WHOSE = {"a": "1", "b": "2", "c": "1"}
"""Files and their participants; whether a run knew the participant is another thing."""


@st.composite
def histories(draw: st.DrawFn) -> list[Moderation]:
    history = []
    for file, known, reason in draw(st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.text(max_size=3)))):
        history.append(Moderation(file, WHOSE[file] if known else None, 1.0, "D", FIRST.when, reason, None, None))
    return history


@given(histories(), st.sampled_from("abc"), st.booleans())
def test_the_last_of_a_submissions_decisions_is_the_one_that_holds(
    history: list[Moderation], file: str, known: bool
) -> None:
    participant_id = WHOSE[file] if known else None
    so_far = Decided(history).on(file, participant_id)
    assert (so_far[-1] if so_far else None) == Decisions(history).of(file, participant_id)
    assert all(from_line(to_line(each, 100)) == each for each in so_far)
