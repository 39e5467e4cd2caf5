"""A workbook or CSV in, the table of decisions out, whatever the file is called."""

from __future__ import annotations

from pathlib import Path

from grader.errors import GraderError
from grader.ingest.decisions.from_csv import read_csv
from grader.ingest.decisions.from_xlsx import read_xlsx
from grader.ingest.decisions.table import DecisionTable, no_head, unreadable
from grader.ingest.kinds import recognise
from grader.ingest.limits import FILE_BYTES
from grader.ingest.loading import load
from grader.ingest.names import shown


def read_decision_table(path: Path) -> DecisionTable:
    """Read a workbook or CSV.

    Args:
        path: of the file; what kind it is tells its content.

    Raises:
        GraderError: G101 no such file, G103 unreadable, G151 another kind of file, G153 too large, protected,
            damaged, or without the columns that tell a decision.
    """
    name = shown(str(path))
    data = _load(path, name)
    kind = _kind(data, name)
    if kind == "xlsx":
        return read_xlsx(data, name)
    if kind in ("txt", "md"):
        return read_csv(data, name)
    raise GraderError("G151", path=name, kind=kind)


def _load(path: Path, name: str) -> bytes:
    try:
        return load(path, FILE_BYTES)
    except GraderError as error:
        raise unreadable(name, "large") if error.code == "G109" else error from error


def _kind(data: bytes, name: str) -> str:
    """Which kind of file it is, in the words of `grader.ingest.kinds`."""
    if not data.strip():
        raise no_head(name)
    try:
        return recognise(data, name)
    except GraderError as error:
        if error.code == "G105":
            return str(error.values["kind"])
        raise unreadable(name, {"G107": "password", "G111": "large"}.get(error.code, "damaged")) from error
