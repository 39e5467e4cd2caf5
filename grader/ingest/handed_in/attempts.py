"""Several files of one participant: which of them is the newest.

In this order: a file of a kind that can be graded comes before any other (a photo of the title page is no attempt);
then the number of the attempt, as a name pattern or the name itself tells it; then the time of the last change; then
the name, as people sort names. Time comes late because it is easily lost: unpacking or copying may set it anew, and a
zip made by a learning platform may hold the time of the download.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from grader.ingest.names import natural

GRADABLE: Final = frozenset({".docx", ".pdf", ".txt", ".md", ".markdown"})
"""Endings of files that may be graded."""

_NUMBERED: Final = re.compile(
    r"(?<![^\W_])(?:attempt|percobaan|upaya|revisi|revision|rev|versi|version|ver|perbaikan|v)"
    r"[ ._-]{0,3}([0-9]{1,3})(?![^\W_])"
)
_REVISED: Final = re.compile(r"(?<![^\W_])(?:revisi|revised|revision|rev|perbaikan)(?![^\W_])")
_FINAL: Final = re.compile(r"(?<![^\W_])(?:final|finish|fix)(?![^\W_])")
_COPY: Final = re.compile(r"\(([0-9]{1,3})\)\s*\Z")
_NUMBER: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """Where a name stands among those of one participant's attempts; compare to find the newer.

    Attributes:
        final: whether it says to be the last (``final``, ``fix``).
        number: of the attempt (``attempt2``, ``v2``, ``revisi 2``); 1 for a revision without number, 0 for none.
        copy: what a browser or Windows adds to a name that exists already (``(2)``); 0 for none.
    """

    final: bool = False
    number: int = 0
    copy: int = 0


def turn_of(name: str, attempt: str | None = None) -> Turn:
    """What the name of a file tells about its place among attempts.

    Only words that mean an attempt count; a number alone may be anything.

    Args:
        name: of the file, without folders.
        attempt: as a name pattern tells; counts instead of the name when it holds a number.
    """
    number = _NUMBER.search(attempt or "")
    if number:
        return Turn(number=int(number[0]))
    stem = PurePosixPath(name).stem.casefold()
    numbers = [int(found) for found in _NUMBERED.findall(stem)]
    copy = _COPY.search(stem)
    return Turn(
        final=bool(_FINAL.search(stem)),
        number=max(numbers, default=int(bool(_REVISED.search(stem)))),
        copy=int(copy[1]) if copy else 0,
    )


@dataclass(frozen=True, slots=True)
class Attempt:
    """A file among those of one participant.

    Attributes:
        name: unique in the run.
        file: the file's own name, as it was before Moodle put its prefix there.
        modified: when it was changed last, in nanoseconds.
        attempt: as a name pattern tells.
        openable: ``False`` for what is not to be opened at all.
    """

    name: str
    file: str
    modified: int
    attempt: str | None = None
    openable: bool = True

    @property
    def is_gradable(self) -> bool:
        """Whether it may be graded, by its ending."""
        return self.openable and PurePosixPath(self.file).suffix.casefold() in GRADABLE


def newest_first(attempts: list[Attempt]) -> list[Attempt]:
    """The attempts of one participant, in the order of this module; the first is the one to grade."""
    return sorted(
        attempts,
        key=lambda each: (
            each.is_gradable,
            turn_of(each.file, each.attempt),
            each.modified,
            natural(each.file),
            natural(each.name),
            each.name,
        ),
        reverse=True,
    )
