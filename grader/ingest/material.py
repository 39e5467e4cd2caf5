"""Course material that an instructor names: read like a submission, but what is wrong with it stops the work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.errors import GraderError, MaterialError, Problem
from grader.ingest.names import shown
from grader.ingest.reading import read
from grader.records.document import Document


def read_material(paths: Sequence[Path]) -> tuple[Document, ...]:
    """Read course material.

    Args:
        paths: files of any kind that submissions may be.

    Raises:
        MaterialError: G129, with the reason for each file that cannot be read: nothing should be graded then, since
            what is copied from that file would count.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            documents.append(read(path))
        except GraderError as error:
            problems.append(Problem(error.code, error.values, file=shown(str(path))))
    if problems:
        raise MaterialError(tuple(problems))
    return tuple(documents)
