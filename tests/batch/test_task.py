"""The work on a submission, with a real rubric and real samples."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import grader
from grader.batch import task
from grader.batch.codec import unpack
from grader.batch.task import Task, make_task, work
from grader.records.assessment import Assessment, Failure

SAMPLES = Path(__file__).parents[2] / "samples" / "esai-kolaboratif"


@pytest.fixture(scope="module")
def asked() -> Task:
    return make_task(grader.load_rubric("esai-kolaboratif"))


@pytest.fixture
def pace() -> Iterator[None]:
    """The collector as it was found: other tests go on after these."""
    before = gc.get_threshold()
    task._plan.cache_clear()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


@pytest.mark.usefixtures("pace")
def test_work_leaves_nothing_to_the_collector_of_garbage(asked: Task) -> None:
    """It looks seldom, so what only it could free would add up: a document's whole XML, say."""
    submissions = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in {".docx", ".pdf", ".txt"}]
    assert {path.suffix for path in submissions} >= {".docx", ".pdf"}
    for path in submissions:
        work(asked, path.name, path.read_bytes())  # what is made at the first time may leave something
    gc.collect()
    gc.disable()
    try:
        for path in submissions:
            work(asked, path.name, path.read_bytes())
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = Counter(type(each).__name__ for each in gc.garbage)
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert left == Counter()


@pytest.mark.usefixtures("pace")
def test_the_collector_looks_less_often_once_a_plan_is_there_but_never_more_often(asked: Task) -> None:
    gc.set_threshold(700, 10, 10)
    work(asked, "kosong.docx", b"")
    assert gc.get_threshold()[0] == task.OBJECTS
    gc.set_threshold(10 * task.OBJECTS)
    task._plan.cache_clear()
    path = next(path for path in sorted(SAMPLES.iterdir()) if path.suffix == ".docx")
    assert isinstance(unpack(work(asked, path.name, path.read_bytes())), Assessment)
    assert gc.get_threshold()[0] == 10 * task.OBJECTS


def test_what_cannot_be_read_is_a_failure_and_no_exception(asked: Task) -> None:
    failed = unpack(work(asked, "kosong.docx", b""))
    assert isinstance(failed, Failure)
    assert (failed.name, failed.code) == ("kosong.docx", "G104")
