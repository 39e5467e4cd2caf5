"""The decisions on each submission, and what of a typed one they already say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.ingest.decisions.reading import read_decision_table
from grader.ingest.decisions.table import Cell, TableRow
from grader.records.moderation import Moderation
from grader.records.moderation_line import DECIMALS

_MARK: Final = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,9})?")
_CENT: Final = Decimal(1).scaleb(-DECIMALS)
_DIRECTION: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHOWN: Final = 60  # characters of a cell that a message repeats


@dataclass(frozen=True, slots=True)
class Typed:
    """What a row holds: a final mark, and a reason and a name that may be empty."""

    points: Decimal
    reason: str
    by: str

    def says_no_more_than(self, moderation: Moderation) -> bool:
        """Whether a decision says all of it."""
        return (
            Decimal(repr(moderation.points)) == self.points
            and self.reason in ("", moderation.reason)
            and self.by in ("", moderation.by)
        )


class Decided:
    """All decisions by submission, as `grader.records.moderation.Decisions` tells which one holds.

    Args:
        moderations: in the order in which they were taken.
    """

    def __init__(self, moderations: Iterable[Moderation]) -> None:
        self._by_id: dict[str, list[int]] = {}
        self._by_file: dict[str, list[int]] = {}
        self._all = tuple(moderations)
        for number, each in enumerate(self._all):
            self._by_file.setdefault(each.file, []).append(number)
            if each.participant_id is not None:
                self._by_id.setdefault(each.participant_id, []).append(number)

    def on(self, file: str, participant_id: str | None) -> tuple[Moderation, ...]:
        """The decisions on a submission, in the order in which they were taken; the last one holds."""
        return tuple(self._all[number] for number in self.numbers(file, participant_id))

    def numbers(self, file: str, participant_id: str | None) -> tuple[int, ...]:
        """Their places among all decisions, from 0."""
        found = set(self._by_id.get(participant_id, ())) if participant_id is not None else set()
        for number in self._by_file.get(file, ()):
            named = self._all[number].participant_id
            if None in (participant_id, named) or participant_id == named:
                found.add(number)
        return tuple(sorted(found))


def undecided_typing(path: Path, known: Sequence[Moderation]) -> bool:
    """Whether a table holds final marks or reasons that are in no decision yet, and would be lost with it.

    Args:
        path: a workbook or CSV that an earlier run wrote, and an instructor may have filled in.
        known: all decisions so far.

    Returns:
        ``False`` also when there is no such file; ``True`` also when it cannot be understood any more.
    """
    if not path.exists():
        return False
    try:
        table = read_decision_table(path)
    except GraderError:
        return True
    decided = Decided(known)
    return any(_says_more(row, decided) for row in table.rows)


def _says_more(row: TableRow, decided: Decided) -> bool:
    final, reason = row["final"], clean(row["reason"].text)
    if not final and not reason:
        return False  # a name alone decides nothing
    # By file or by number: spreadsheets may have changed the number.
    so_far = (*decided.on(row["file"].text, None), *decided.on("", row["participant_id"].text or None))
    if not final:
        return not any(reason == each.reason for each in so_far)
    points = number_in(final)
    if points is None or row["reason"].flaw:
        return True
    typed = Typed(points, reason, clean(row["by"].text))
    return not any(typed.says_no_more_than(each) for each in so_far)


def number_in(cell: Cell) -> Decimal | None:
    """The number in a cell, also one that was typed as text with a comma or a point; ``None`` when it is none."""
    if cell.flaw:
        return None
    if cell.number is not None:
        return cell.number
    text = cell.text.replace("\N{MINUS SIGN}", "-")
    return Decimal(text.replace(",", ".")) if _MARK.fullmatch(text) else None


def cents(value: Decimal) -> Decimal:
    """With as many decimals as a mark has."""
    return value.quantize(_CENT)


def clean(text: str) -> str:
    """One line without characters that no report shows, so that a text comes back from a report as it went there."""
    kept = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    kept = "".join(char for char in kept if char not in _DIRECTION and unicodedata.category(char) not in ("Cs", "Cn"))
    return " ".join(kept.split())


def short(text: str) -> str:
    """A cell as a message repeats it."""
    whole = clean(text)
    return whole if len(whole) <= _SHOWN else f"{whole[: _SHOWN - 1]}…"
