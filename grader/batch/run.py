"""A run over a class: what is known is kept, what is missing or has changed is graded, and all of it goes to disk."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from grader.batch.codec import pack, unpack
from grader.batch.store import Store
from grader.batch.task import Task, work
from grader.batch.workers import Job, Workers
from grader.errors import GraderError
from grader.ingest.handed_in.collecting import Submission, load_submission
from grader.records.assessment import Assessment, Failure
from grader.records.entry import Entry
from grader.records.participant import Participant

FEW: Final = 8
"""Submissions for which it pays to start one more process: each takes as long to start as some 30 to grade."""
_LONGEST_FAILURE: Final = 2_000
"""Bytes; no failure has more, and hardly any assessment less."""
_NOT_KEPT: Final = ""
"""The digest of what must be tried again in the next run: a file that could not be opened, a defect of ours."""


@dataclass(slots=True)
class Tally:
    """How far a run is.

    Attributes:
        total: submissions of the class.
        known: results that were there already.
        finished: names of those whose results are there now, known ones among them; what the store holds of others is
            of an earlier run, and may be of another rubric.
        regraded: those among the done that were graded before, and have changed since (or what they are graded by).
    """

    total: int
    known: int = 0
    finished: list[str] = field(default_factory=list)
    regraded: int = 0

    @property
    def done(self) -> int:
        """How many results are there now."""
        return len(self.finished)


def grade_batch(
    submissions: Sequence[Submission],
    task: Task,
    store: Store,
    workers: Workers,
    tally: Tally,
    tell: Callable[[Tally], None],
) -> None:
    """Grade what is not known yet.

    Args:
        submissions: of the class, their names unique.
        task: what they are graded by.
        store: what is known, and where the rest goes as soon as it is there.
        workers: do the work.
        tally: is kept up to date, so that it tells how far the run came, however it ends.
        tell: is called with it after each submission.

    Raises:
        GraderError: when results cannot be written, or the workers are lost; what was done till then is kept.
    """
    keys = store.keys()
    jobs = _jobs(submissions, task, store, keys, tally, tell)
    for job, packed in workers.run(partial(work, task), jobs):
        _keep(store, job, packed)
        tally.finished.append(job.name)
        tally.regraded += job.name in keys
        tell(tally)


def enough(submissions: Sequence[Submission], task: Task, store: Store, most: int) -> int:
    """How many processes it pays to start, without looking at the files: at least one, and no more than ``most``."""
    keys = store.keys()
    missing = sum(not keys.get(each.name, "").startswith(task.sha256) for each in submissions)
    return max(1, min(most, missing // FEW))


def _jobs(
    submissions: Sequence[Submission],
    task: Task,
    store: Store,
    keys: Mapping[str, str],
    tally: Tally,
    tell: Callable[[Tally], None],
) -> Iterator[Job]:
    """Those that are not known yet, read one at a time."""
    for each in submissions:
        try:
            data = load_submission(each)
        except GraderError as error:
            store.put(each.name, _NOT_KEPT, pack(Failure(each.name, None, error.code, error.values)))
        else:
            key = task.key(hashlib.sha256(data).hexdigest())
            if keys.get(each.name) != key:
                yield Job(each.name, key, data)
                continue
            tally.known += 1
        tally.finished.append(each.name)
        tell(tally)


def _keep(store: Store, job: Job, packed: bytes | None) -> None:
    if packed is None:  # the process that worked on it was ended by it, twice
        sha256 = hashlib.sha256(job.data).hexdigest()
        packed = pack(Failure(job.name, sha256, "G113", {}))
    store.put(job.name, _NOT_KEPT if _is_defect(packed) else job.key, packed)


def _is_defect(packed: bytes) -> bool:
    """Whether a result is a failure of ours."""
    if len(packed) > _LONGEST_FAILURE:
        return False
    result = unpack(packed)
    return isinstance(result, Failure) and result.code == "G901"


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a class, from disk, one at a time, in order of name; can be gone through again and again.

    Attributes:
        store: where they are; open.
        names: of the class.
        identify: who the participant is, given the submission's name and what its document tells.
        text: whether essays come with their text; see `grader.batch.codec.unpack`.
    """

    store: Store
    names: Sequence[str]
    identify: Callable[[str, Participant], Participant]
    text: bool = True

    def __iter__(self) -> Iterator[Assessment | Failure]:
        for name in sorted(self.names):
            try:
                result = self.store.get(name, text=self.text)
            except KeyError:  # the run was interrupted before
                continue
            if isinstance(result, Assessment):
                result = replace(result, participant=self.identify(name, result.participant))
            yield result

    @property
    def without_text(self) -> Results:
        """The same, where nobody looks at the essays' text."""
        return replace(self, text=False)


def identified(
    entries: Mapping[str, Entry], find: Callable[[Participant], Participant | None]
) -> Callable[[str, Participant], Participant]:
    """Who participants are: as the roster has them, else as file names tell, else as their documents tell.

    Args:
        entries: what is known of submissions before they are read.
        find: looks a participant up in the roster.
    """

    def identify(name: str, told: Participant) -> Participant:
        entry = entries.get(name)
        known = entry.participant if entry else Participant()
        either = Participant(known.name or told.name, known.id or told.id)
        return find(either) or either

    return identify
