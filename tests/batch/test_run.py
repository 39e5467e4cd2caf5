"""What a run grades and what it leaves alone, with work that is done in no time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.batch import run as batch_run
from grader.batch.codec import pack
from grader.batch.run import Results, Tally, enough, grade_batch, identified
from grader.batch.store import Store
from grader.batch.task import Task
from grader.batch.workers import Done, Here, Job, Work, Workers
from grader.ingest.handed_in.collecting import Submission
from grader.records.assessment import Assessment, Failure
from grader.records.entry import Entry
from grader.records.participant import Participant

OLD, NEW = Task("1", b"", "a" * 64), Task("1", b"", "b" * 64)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the submissions that were worked on; each gets a failure that tells by which task."""
    names: list[str] = []

    def work(task: Task, name: str, data: bytes) -> bytes:
        names.append(name)
        return pack(Failure(name, None, "G901" if data == b"defect" else "G110", {"task": task.sha256[0]}))

    monkeypatch.setattr(batch_run, "work", work)
    return names


@pytest.fixture
def submissions(tmp_path: Path) -> list[Submission]:
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_bytes(path.name.encode())
    return [Submission(path.name, path) for path in paths]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "state").mkdir()
    with Store(tmp_path / "state") as opened:
        yield opened


def graded(submissions: list[Submission], task: Task, store: Store, workers: Workers | None = None) -> Tally:
    tally = Tally(len(submissions))
    grade_batch(submissions, task, store, workers or Here(), tally, lambda _: None)
    return tally


def values(results: Results) -> dict[str, object]:
    return {each.name: each.values.get("task") for each in results if isinstance(each, Failure)}


def as_told(name: str, told: Participant) -> Participant:
    return told


def test_what_is_known_is_left_alone(submissions: list[Submission], store: Store, asked: list[str]) -> None:
    first = graded(submissions, OLD, store)
    assert (asked, first.known, first.done, first.regraded) == (["a.txt", "b.txt", "c.txt"], 0, 3, 0)
    asked.clear()
    submissions[1].path.write_bytes(b"changed")
    second = graded(submissions, OLD, store)
    assert (asked, second.known, second.done, second.regraded) == (["b.txt"], 2, 3, 1)


def test_another_task_grades_all_anew(submissions: list[Submission], store: Store, asked: list[str]) -> None:
    graded(submissions, OLD, store)
    asked.clear()
    tally = graded(submissions, NEW, store)
    assert (asked, tally.known, tally.regraded) == (["a.txt", "b.txt", "c.txt"], 0, 3)
    assert values(Results(store, tally.finished, as_told)) == {"a.txt": "b", "b.txt": "b", "c.txt": "b"}


class Stopped:
    """Workers that the user stops after the first job."""

    def run(self, work: Work, jobs: Iterator[Job]) -> Iterator[Done]:
        job = next(jobs)
        yield job, work(job.name, job.data)
        raise KeyboardInterrupt


def test_results_by_an_older_task_are_not_mixed_with_those_of_a_run_that_was_stopped(
    submissions: list[Submission], store: Store, asked: list[str]
) -> None:
    graded(submissions, OLD, store)
    tally = Tally(3)
    with pytest.raises(KeyboardInterrupt):
        grade_batch(submissions, NEW, store, Stopped(), tally, lambda _: None)
    assert tally.finished == ["a.txt"]
    assert values(Results(store, tally.finished, as_told)) == {"a.txt": "b"}


class Deadly:
    """Workers that die of every job."""

    def run(self, work: Work, jobs: Iterator[Job]) -> Iterator[Done]:
        for job in jobs:
            yield job, None


def test_what_kills_its_worker_is_refused_and_not_tried_again(
    submissions: list[Submission], store: Store, asked: list[str]
) -> None:
    graded(submissions, OLD, store, Deadly())
    assert [each.code for each in Results(store, ["a.txt"], as_told) if isinstance(each, Failure)] == ["G113"]
    assert graded(submissions, OLD, store).known == 3
    assert asked == []


def test_a_defect_of_ours_and_a_file_that_is_gone_are_tried_again(
    submissions: list[Submission], store: Store, asked: list[str]
) -> None:
    submissions[0].path.write_bytes(b"defect")
    submissions[1].path.unlink()
    graded(submissions, OLD, store)
    found = {each.name: each.code for each in Results(store, ["a.txt", "b.txt"], as_told) if isinstance(each, Failure)}
    assert found == {"a.txt": "G901", "b.txt": "G101"}
    submissions[1].path.write_bytes(b"there again")
    asked.clear()
    assert graded(submissions, OLD, store).known == 1
    assert asked == ["a.txt", "b.txt"]


def test_processes_are_started_only_where_there_is_work_for_them(
    submissions: list[Submission], store: Store, asked: list[str]
) -> None:
    many = [Submission(f"{number}.txt", submissions[0].path) for number in range(40)]
    assert enough(many, OLD, store, 2) == 2
    assert enough(many, OLD, store, 16) == 5  # eight for each
    assert enough(submissions, OLD, store, 2) == 1
    graded(many, OLD, store)
    assert enough(many, OLD, store, 16) == 1
    assert enough(many, NEW, store, 16) == 5


def test_a_participant_is_who_the_roster_the_name_or_the_document_tells(store: Store, assessment: Assessment) -> None:
    entries = {"kelas/budi.docx": Entry("kelas/budi.docx", Participant(None, "7"))}
    store.put("kelas/budi.docx", "k", pack(assessment))
    names = ["kelas/budi.docx"]
    nobody: dict[Participant, Participant] = {}
    (told,) = Results(store, names, identified(entries, nobody.get))
    assert isinstance(told, Assessment)
    assert told.participant == Participant("Budi Contoh", "7")
    roster = {Participant("Budi Contoh", "7"): Participant("Budi Contoh, S.E.", "07")}
    (listed,) = Results(store, names, identified(entries, roster.get))
    assert isinstance(listed, Assessment)
    assert listed.participant == Participant("Budi Contoh, S.E.", "07")
