"""The bytes of a class's submissions once more, for reports that write into copies of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.ingest.handed_in.collecting import Submission, load_submission


def source_of(submissions: Sequence[Submission]) -> Callable[[str], bytes]:
    """What gives the bytes of a submission by its name.

    It raises `GraderError` when they cannot be read any more, ``KeyError`` for a name that is not of the class.
    """
    by_name = {each.name: each for each in submissions}
    return lambda name: load_submission(by_name[name])
