"""What an earlier run found, as far as a decision needs it: read back from ``assessments.jsonl``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from grader.errors import GraderError
from grader.ingest.names import shown

ASSESSMENTS: Final = "assessments.jsonl"
SUMMARY: Final = "summary.json"
_SCHEMA: Final = "grader.assessment/1"


@dataclass(frozen=True, slots=True)
class Result:
    """A submission that can be decided on.

    Attributes:
        file: its name.
        participant: name as far as known, else empty.
        participant_id: as far as known.
        suggested: the suggested mark; ``None`` when it could not be graded.
        sha256: of the file, ``None`` when it could not be read.
    """

    file: str
    participant: str
    participant_id: str | None
    suggested: float | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Results:
    """The submissions of a run, in its order, and the maximum of their marks."""

    submissions: tuple[Result, ...]
    maximum: float


def read_results(folder: Path) -> Results:
    """What the last run into a folder found; its file is gone through line by line, since quotations make it long.

    Args:
        folder: the output folder.

    Raises:
        GraderError: G158 when there is no run's result in it, or one that another version or program has written.
    """
    path = folder / ASSESSMENTS
    submissions: list[Result] = []
    maximum: float | None = None
    for number, line in enumerate(_lines(path), start=1):
        try:
            content = json.loads(line)
            submissions.append(_result(content))
            if content["status"] == "graded":
                maximum = max(maximum or 0.0, float(content["suggested"]["maximum"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise GraderError("G158", path=shown(str(path)), reason="results-line", line=number) from error
    if not submissions:
        raise GraderError("G158", path=shown(str(path)), reason="results-none", line=None)
    return Results(tuple(submissions), _scale(folder) if maximum is None else maximum)


def _scale(folder: Path) -> float:
    """The maximum as the summary has it, for a run in which nothing could be graded."""
    path = folder / SUMMARY
    try:
        return float(json.loads(path.read_bytes())["scale"]["maximum"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise GraderError("G158", path=shown(str(path)), reason="results-none", line=None) from error


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from file
    except FileNotFoundError as error:
        raise GraderError("G158", path=shown(str(path)), reason="results-none", line=None) from error
    except PermissionError as error:
        raise GraderError("G103", path=shown(str(path)), reason="permission") from error
    except OSError as error:
        raise GraderError("G103", path=shown(str(path)), reason="device") from error


def _result(content: dict[str, Any]) -> Result:
    if content["schema"] != _SCHEMA:
        raise ValueError("another version")
    who = content.get("participant") or {}
    return Result(
        file=str(content["file"]),
        participant=str(who.get("name") or ""),
        participant_id=str(who["id"]) if who.get("id") else None,
        suggested=float(content["suggested"]["points"]) if content["status"] == "graded" else None,
        sha256=content["sha256"],
    )
