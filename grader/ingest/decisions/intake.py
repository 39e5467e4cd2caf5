"""What an instructor typed, held against the run that it is about: decisions, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from grader.errors import DecisionsError, Problem, Value
from grader.ingest.decisions.decided import Decided, Typed, cents, clean, number_in, short
from grader.ingest.decisions.finder import Finder
from grader.ingest.decisions.results import Result, Results
from grader.ingest.decisions.table import DecisionTable, TableRow
from grader.records.moderation import Moderation
from grader.records.moderation_line import BY_LIMIT, REASON_LIMIT

_GUESSES: Final = 10  # unknown submissions for which similar names are looked for, which takes long in a large class


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of a row that is not wrong: a key ``cli.moderate.remark.{code}`` and its values.

    Codes: ``superseded`` (a decision that another one has replaced since), ``stale`` (the suggested mark in the table
    is not the run's), ``no-mark`` (a reason without a mark).
    """

    code: str
    path: str
    line: int
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that is new, what it is about, and the one that it replaces."""

    moderation: Moderation
    result: Result
    before: Moderation | None


@dataclass(frozen=True, slots=True)
class Intake:
    """What tables of decisions come to.

    Attributes:
        taken: what is new, in the tables' order.
        unchanged: rows whose decision was known already.
        undecided: submissions that have no decision, the new ones included, in the run's order.
        remarks: on rows that are not wrong.
    """

    taken: tuple[Taken, ...]
    unchanged: int
    undecided: tuple[Result, ...]
    remarks: tuple[Remark, ...]


def decide(
    tables: Iterable[DecisionTable], results: Results, history: Sequence[Moderation], *, by: str | None, when: str
) -> Intake:
    """Find the decisions that tables hold and that are not known yet.

    A row without a final mark is undecided. A row that says what an earlier decision on its submission says is known,
    so that a table can be taken in again and again, also an old one after somebody has decided anew.

    Args:
        tables: as instructors filled them in.
        results: the run that they are about.
        history: all decisions so far, in the order in which they were taken.
        by: who decided, where a row does not tell.
        when: the moment of these decisions, ISO 8601 with offset.

    Raises:
        DecisionsError: with everything that is wrong in any of the tables: G152 cells that cannot be used, G154 unknown
            submissions, G155 two decisions on one, G156 cells that must not be empty, G157 a row whose file and
            participant do not belong together. Nothing is to be taken in then.
    """
    tables = tuple(tables)
    reading = _Reading(results, Finder(results.submissions), Decided(history), by, when)
    for table in tables:
        reading.read(table)
    if reading.problems:
        raise DecisionsError(tuple(reading.problems))
    decided = Decided([*history, *(each.moderation for each in reading.taken.values())])
    undecided = tuple(each for each in results.submissions if not decided.on(each.file, each.participant_id))
    return Intake(tuple(reading.taken.values()), reading.unchanged, undecided, tuple(reading.remarks))


@dataclass(slots=True)
class _Reading:
    """Tables while they are read: what was found so far, good and bad."""

    results: Results
    finder: Finder
    decided: Decided
    by: str | None
    when: str
    taken: dict[str, Taken] = field(default_factory=dict)
    unchanged: int = 0
    remarks: list[Remark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _places: dict[str, str] = field(default_factory=dict)

    def read(self, table: DecisionTable) -> None:
        """Read all rows of a table."""
        seen: dict[str, tuple[int, Typed]] = {}
        for row in table.rows:
            if not row["final"]:
                if row["reason"]:
                    self.remarks.append(Remark("no-mark", table.path, row.line, {"file": short(row["file"].text)}))
                continue
            result = self._submission(table, row)
            points = self._points(table, row)
            reason = self._text(table, row, "reason", REASON_LIMIT)
            by = self._text(table, row, "by", BY_LIMIT)
            if result is None or points is None or reason is None or by is None:
                continue
            typed = Typed(points, reason, by)
            first, earlier = seen.setdefault(result.file, (row.line, typed))
            if earlier != typed:
                self._problem(table, row, "G155", file=clean(result.file), first=f"{table.path}:{first}")
            elif first == row.line:
                self._decision(table, row, result, typed)

    def _decision(self, table: DecisionTable, row: TableRow, result: Result, typed: Typed) -> None:
        so_far = self.decided.on(result.file, result.participant_id)
        known = [each for each in so_far if typed.says_no_more_than(each)]
        if known:
            self.unchanged += 1
            if so_far[-1] not in known:
                latest = so_far[-1]
                values: dict[str, Value] = {"file": result.file, "by": latest.by, "points": latest.points}
                self.remarks.append(Remark("superseded", table.path, row.line, values))
            return
        seen, stale = self._suggested(table, row, result)
        if self._needs_reason(table, row, result, typed, seen) | self._needs_name(table, row, typed):
            return
        moderation = Moderation(
            file=result.file,
            participant_id=result.participant_id,
            points=float(typed.points),
            by=typed.by or clean(self.by or ""),
            when=self.when,
            reason=typed.reason,
            suggested=None if seen is None else float(seen),
            sha256=None if stale else result.sha256,
        )
        taken = Taken(moderation, result, so_far[-1] if so_far else None)
        other = self.taken.setdefault(result.file, taken)
        place = self._places.setdefault(result.file, f"{table.path}:{row.line}")
        if other.moderation != moderation:
            self._problem(table, row, "G155", file=clean(result.file), first=place)

    def _suggested(self, table: DecisionTable, row: TableRow, result: Result) -> tuple[Decimal | None, bool]:
        """The suggested mark that the instructor saw, and whether it is another one than the run's.

        A table may have been written before the last run; what was decided then was decided on what it shows.
        """
        now = None if result.suggested is None else cents(Decimal(repr(result.suggested)))
        seen = number_in(row["points"])
        if seen is None or not 0 <= seen <= Decimal(repr(self.results.maximum)) or cents(seen) == now:
            return now, False
        values: dict[str, Value] = {"file": result.file, "seen": float(cents(seen)), "now": result.suggested}
        self.remarks.append(Remark("stale", table.path, row.line, values))
        return cents(seen), True

    def _needs_reason(
        self, table: DecisionTable, row: TableRow, result: Result, typed: Typed, seen: Decimal | None
    ) -> bool:
        """Whether a reason is missing: for a mark that is not the suggested one, be it of then or of now."""
        now = None if result.suggested is None else cents(Decimal(repr(result.suggested)))
        if typed.reason or (typed.points == now and typed.points == seen):
            return False
        other = now if typed.points != now else seen
        self._problem(
            table, row, "G156", cell=table.place("reason", row.line), reason="needed-reason",
            points=float(typed.points), suggested=None if other is None else float(other),
        )  # fmt: skip
        return True

    def _needs_name(self, table: DecisionTable, row: TableRow, typed: Typed) -> bool:
        if typed.by or clean(self.by or ""):
            return False
        self._problem(table, row, "G156", cell=table.place("by", row.line), reason="needed-by")
        return True

    def _submission(self, table: DecisionTable, row: TableRow) -> Result | None:
        file, participant_id = row["file"], row["participant_id"]
        for key, cell in (("file", file), ("participant_id", participant_id)):
            if cell.flaw in ("formula", "error"):
                self._unusable(table, row, key, f"text-{cell.flaw}")
                return None
        if not file and not participant_id:
            self._problem(table, row, "G156", cell=table.place("file", row.line), reason="needed-file")
            return None
        found = self.finder.by_file(file.text) if file else self.finder.by_id(participant_id.text)
        if len(found) != 1:
            given = file.text or participant_id.text
            near = found or self.finder.by_id(participant_id.text)
            if not near and sum(problem.code == "G154" for problem in self.problems) < _GUESSES:
                near = self.finder.near(given)
            self._problem(table, row, "G154", found=short(given), allowed=tuple(clean(each.file) for each in near))
            return None
        result = found[0]
        whose = self.finder.stranger(result, participant_id.text, row["participant"].text)
        if whose is not None:
            self._problem(table, row, "G157", file=clean(result.file), found=short(whose[0]), known=clean(whose[1]))
            return None
        return result

    def _points(self, table: DecisionTable, row: TableRow) -> Decimal | None:
        cell, maximum = row["final"], Decimal(repr(self.results.maximum))
        points = number_in(cell)
        if points is None:
            self._unusable(table, row, "final", f"mark-{cell.flaw or 'text'}")
            return None
        if not 0 <= points <= maximum:
            self._unusable(table, row, "final", "mark-range")
            return None
        if points != cents(points):
            self._unusable(table, row, "final", "mark-decimals")
            return None
        return cents(points)

    def _text(self, table: DecisionTable, row: TableRow, key: str, limit: int) -> str | None:
        cell = row[key]
        if cell.flaw in ("formula", "error"):
            self._unusable(table, row, key, f"text-{cell.flaw}")
            return None
        text = clean(cell.text)
        if len(text) > limit:
            self._unusable(table, row, key, "text-long", limit=limit)
            return None
        return text

    def _unusable(self, table: DecisionTable, row: TableRow, key: str, why: str, limit: int | None = None) -> None:
        self._problem(
            table, row, "G152", cell=table.place(key, row.line), reason=why, found=short(row[key].text),
            maximum=self.results.maximum, limit=limit,
        )  # fmt: skip

    def _problem(self, table: DecisionTable, row: TableRow, code: str, **values: Value) -> None:
        self.problems.append(Problem(code, values, table.path, row.line))
