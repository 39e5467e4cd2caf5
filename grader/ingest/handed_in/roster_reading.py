"""A roster from a file: which columns it has, who is on it, and everything that is wrong with it.

Any line near the top names the columns, in Indonesian or English; lines above it (the title of a list) and further
columns (e-mail, class, agency) are passed over. One column of names or of numbers is enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from grader.errors import Problem, RosterError, Value
from grader.ingest.handed_in.person_names import folded_name
from grader.ingest.handed_in.roster import PARTICIPANT_WORD, Listed, Roster, folded_id
from grader.ingest.handed_in.roster_table import LINES, Row, rows_of
from grader.ingest.limits import FILE_BYTES
from grader.ingest.loading import load
from grader.ingest.names import shown
from grader.records.participant import Participant

_HEAD_WITHIN: Final = 20  # lines that hold anything
_SHOWN: Final = 80  # characters of a line that a message repeats

_NAME: Final = frozenset(
    {
        "nama", "nama peserta", "nama lengkap", "nama lengkap peserta", "nama peserta pelatihan", "nama pegawai",
        "nama mahasiswa", "nama siswa", "nama dan gelar", "nama lengkap dan gelar", "nama lengkap beserta gelar",
        "peserta", "name", "full name", "fullname", "participant", "participant name", "student", "student name",
    }
)  # fmt: skip
_FIRST_NAME: Final = frozenset({"first name", "firstname", "given name", "nama depan", "nama awal"})
_LAST_NAME: Final = frozenset({"last name", "lastname", "surname", "family name", "nama belakang", "nama akhir"})
_MOODLE: Final = frozenset({"identifier", "tanda pengenal"})
_IDS: Final = (
    "id", "id peserta", "participant id", "student id", "id number", "idnumber", "nomor id", "no id", "nomor induk",
    "nomor identitas", "nomor presensi", "no presensi", "presensi", "nomor daftar hadir", "no daftar hadir", "ndh",
    "no ndh", "nomor ndh", "nomor absen", "no absen", "absen", "nomor peserta", "no peserta", "nomor induk pegawai",
    "nip", "nip baru", "nik", "nomor induk mahasiswa", "nim", "npm", "nrp", "nisn", "nis", "username",
    "nama pengguna",
)  # fmt: skip
"""The first of them that a roster has is the number that reports show, as in the header fields of a document; all of
them are recognised. A column ``No`` is none: it numbers the lines of the list."""

_WORD: Final = re.compile(r"[^\W_]+")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ROUNDED: Final = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{2}\Z")


def read_roster(path: Path) -> Roster:
    """Read the list of a class.

    Args:
        path: CSV (commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252) or XLSX (its first sheet).

    Raises:
        GraderError: G101 no such file, G103 unreadable, G109 too large.
        RosterError: with everything that is wrong in it: G145 to G149.
    """
    file = shown(str(path))
    data = load(path, FILE_BYTES)
    rows = rows_of(data, file) if data else ()
    if not rows:
        raise RosterError((_empty(file),))
    reading = _Reading(file)
    reading.read(rows)
    if reading.problems:
        raise RosterError(tuple(sorted(reading.problems, key=lambda problem: problem.line or 0)))
    return Roster(tuple(reading.people))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where what stands in a line; ``ids`` in the order in which they count."""

    name: int | None
    first: int | None
    last: int | None
    moodle: int | None
    ids: tuple[int, ...]

    @property
    def known(self) -> int:
        """How many columns were recognised."""
        return sum(each is not None for each in (self.name, self.first, self.last, self.moodle)) + len(self.ids)


@dataclass(slots=True)
class _Reading:
    """A roster while it is read."""

    file: str
    people: list[Listed] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _ids: dict[tuple[int, str], int] = field(default_factory=dict)
    _names: dict[str, tuple[int, bool]] = field(default_factory=dict)

    def read(self, rows: Sequence[Row]) -> None:
        """Read all lines."""
        heads = [_columns(cells) for _, cells in rows[:_HEAD_WITHIN]]
        best = max(range(len(heads)), key=lambda index: (heads[index].known, -index))
        if not heads[best].known:
            self._problem("G145", rows[0])
            return
        head = [_folded(cell) for cell in rows[best][1]]
        for row in rows[best + 1 :]:
            if [_folded(cell) for cell in row[1]] != head:  # lists of many pages repeat it
                self._person(row, heads[best])
        if not self.people and not self.problems:
            self.problems.append(_empty(self.file))

    def _person(self, row: Row, columns: _Columns) -> None:
        cells = row[1]
        name = _name(cells, columns)
        ids = [(column, value) for column in columns.ids if (value := _cell(cells, column))]
        moodle = PARTICIPANT_WORD.sub("", _cell(cells, columns.moodle), count=1)
        numbers = [*ids, *([(columns.moodle, moodle)] if columns.moodle is not None and moodle else [])]
        if not name and not numbers:
            return
        for column, value in numbers:
            self._number(row, column, value)
        if name:
            self._named(row, name, numbered=bool(numbers))
        values = [value for _, value in numbers]
        listed = Participant(name or None, values[0] if values else None)
        self.people.append(Listed(listed, moodle or None, tuple(value for _, value in ids[1:])))

    def _number(self, row: Row, column: int, value: str) -> None:
        if _ROUNDED.match(value):
            self._problem("G148", row, id=_short(value))
            return
        first = self._ids.setdefault((column, folded_id(value)), row[0])
        if first != row[0]:
            self._problem("G146", row, id=_short(value), first=first)

    def _named(self, row: Row, name: str, *, numbered: bool) -> None:
        first, was_numbered = self._names.setdefault(folded_name(name), (row[0], numbered))
        if first != row[0] and not (numbered and was_numbered):
            self._problem("G147", row, name=_short(name), first=first)

    def _problem(self, code: str, row: Row, **values: Value) -> None:
        line, cells = row
        self.problems.append(Problem(code, values, self.file, line, _short(" | ".join(filter(None, cells)))))


def _empty(file: str) -> Problem:
    return Problem("G149", {"reason": "roster-empty", "limit": LINES}, file)


def _columns(cells: Sequence[str]) -> _Columns:
    """What a line of cells names; the first of two columns alike counts."""
    where: dict[str, int] = {}
    for index, cell in enumerate(cells):
        where.setdefault(_folded(cell), index)
    ids = tuple(where[name] for name in _IDS if name in where)
    name, first, last, moodle = (_place(where, names) for names in (_NAME, _FIRST_NAME, _LAST_NAME, _MOODLE))
    return _Columns(name, first, last, moodle, ids)


def _place(where: Mapping[str, int], names: frozenset[str]) -> int | None:
    return min((index for name, index in where.items() if name in names), default=None)


def _folded(cell: str) -> str:
    """A column's name for comparison: words in small letters, without what stands in brackets."""
    text = _BRACKETS.sub(" ", unicodedata.normalize("NFKC", cell).casefold())
    return " ".join(_WORD.findall(text))


def _name(cells: Sequence[str], columns: _Columns) -> str:
    whole = _cell(cells, columns.name)
    return whole or " ".join(filter(None, (_cell(cells, columns.first), _cell(cells, columns.last))))


def _cell(cells: Sequence[str], column: int | None) -> str:
    """A cell as one line that can be shown; a sign that makes text of a number in a spreadsheet is left off."""
    if column is None or column >= len(cells):
        return ""
    return " ".join(shown(" ".join(cells[column].split())).split()).removeprefix("'")


def _short(text: str) -> str:
    """A line or cell as a message repeats it."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return "".join(char if unicodedata.category(char) not in ("Cc", "Cf", "Cs") else " " for char in cut)
