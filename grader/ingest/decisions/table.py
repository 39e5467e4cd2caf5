"""The table that an instructor types decisions into: a sheet of a workbook, or a CSV, with its cells as they stand.

Columns go by their names in any language that grader speaks, or by their keys; others are passed over. The line of
names may have others above it. What cannot be a mark or a text says so itself (`Cell.flaw`), and is judged by who asks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from grader.errors import GraderError
from grader.wording.catalogue import VOICES

COLUMNS: Final = ("file", "participant", "participant_id", "points", "final", "reason", "by")
"""Keys of the columns that are read; ``report.column.{key}`` in ``wording`` is what they are called."""
HEAD_WITHIN: Final = 20
"""The line of names is one of so many first lines."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell.

    Attributes:
        text: as text, without blanks around it; a number in plain digits with a point.
        number: the number, where the cell holds one rather than a text.
        flaw: why it is neither: ``formula``, ``error``, ``date``, ``percent`` or ``boolean``; else empty.
    """

    text: str = ""
    number: Decimal | None = None
    flaw: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.text or self.flaw)


EMPTY: Final = Cell()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its 1-based line in the file, or in the sheet."""

    line: int
    cells: Mapping[str, Cell]

    def __getitem__(self, key: str) -> Cell:
        """The cell of a column; empty where there is no such column."""
        return self.cells.get(key, EMPTY)


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A table that decisions can be read from.

    Attributes:
        path: the file, as it can be shown.
        rows: below the line of names, those that hold anything in a known column.
        titles: what each known column is called there.
        letters: the letter of each column in a workbook; empty for a CSV.
    """

    path: str
    rows: tuple[TableRow, ...]
    titles: Mapping[str, str]
    letters: Mapping[str, str] = field(default_factory=dict)

    def place(self, key: str, line: int) -> str:
        """A cell as a message names it: ``“Nilai akhir” (H12)``, or without the address in a CSV."""
        title = f"“{self.titles.get(key, key)}”"
        return f"{title} ({self.letters[key]}{line})" if key in self.letters else title


def columns(cells: Sequence[str]) -> dict[str, int]:
    """Where the known columns are, when these cells are a line of names: the first of a name counts."""
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        key = _KEYS.get(folded(cell))
        if key is not None:
            found.setdefault(key, position)
    return found


def is_head(found: Mapping[str, int]) -> bool:
    """Whether the columns suffice: whose submission it is, and the final mark."""
    return "final" in found and ("file" in found or "participant_id" in found)


def no_head(name: str) -> GraderError:
    """That no line names the columns."""
    return unreadable(name, "columns")


def unreadable(name: str, why: str) -> GraderError:
    """That a file is no table of decisions: ``columns``, ``damaged``, ``large``, ``password``, or a reason of CSVs."""
    reason = why if why.startswith("csv-") else f"decisions-{why}"
    return GraderError("G153", path=name, reason=reason, kind=why)


def folded(text: str) -> str:
    """A text as names of columns, files and participants are compared: case, width and run of blanks do not matter."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(" *:")


_KEYS: Final[Mapping[str, str]] = {
    **{key: key for key in COLUMNS},
    **{folded(voice.say(f"report.column.{key}")): key for voice in VOICES.values() for key in COLUMNS},
}
