"""The decisions that were taken so far: ``moderation.jsonl`` of an output folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.errors import GraderError
from grader.ingest.names import shown
from grader.records.moderation import Moderation
from grader.records.moderation_line import MODERATIONS, from_line


@dataclass(frozen=True, slots=True)
class History:
    """All decisions of a run.

    Attributes:
        moderations: in the order in which they were taken.
        torn: a last line that was cut off while it was written, as far as it came; it holds no decision. The next
            decision that is written sets it aside.
    """

    moderations: tuple[Moderation, ...] = ()
    torn: bytes = b""


def read_moderations(folder: Path) -> tuple[Moderation, ...]:
    """All decisions of a run, in the order in which they were taken; see `read_history`."""
    return read_history(folder).moderations


def read_history(folder: Path) -> History:
    """All decisions of a run, and what a power cut left of one.

    Args:
        folder: the output folder; without a file of decisions there are none.

    Raises:
        GraderError: G103 when the file cannot be read; G159, with the numbers of all damaged lines, when a line that
            was written whole holds no decision. Nothing is passed over: a decision might be lost.
    """
    path = folder / MODERATIONS
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return History()
    except PermissionError as error:
        raise GraderError("G103", path=shown(str(path)), reason="permission") from error
    except OSError as error:
        raise GraderError("G103", path=shown(str(path)), reason="device") from error
    *whole, last = data.split(b"\n")
    moderations, damaged = [], []
    for number, line in enumerate(whole, start=1):
        try:
            moderations.append(from_line(line))
        except (ValueError, RecursionError):
            damaged.append(str(number))
    if damaged:
        raise GraderError("G159", path=shown(str(path)), lines=tuple(damaged))
    if last:
        try:
            moderations.append(from_line(last))
        except (ValueError, RecursionError):
            return History(tuple(moderations), last)
    return History(tuple(moderations))
