"""An expert's labels from a table that a person made: ``labels.csv``.

The first line names the columns: ``file`` (the submission's name) or ``doc`` (the name without its ending), ``concept``
(id), ``label``, and if wanted ``evidence`` (the sentence that it rests on); others are passed over. Commas, semicolons
(Excel where the decimal sign is a comma) or tabs part the cells; the encoding is UTF-8, with or without a mark at the
beginning. A label is 0, 1, 2 or its name in any language that grader speaks.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from grader.errors import GraderError, LabelsError, Problem, Value
from grader.ingest.limits import TEXT_BYTES
from grader.ingest.loading import load
from grader.ingest.names import shown
from grader.records.agreement import ExpertLabel
from grader.records.score import Label
from grader.rubric.library import near, nearest_first
from grader.wording.catalogue import VOICES

NAMES: Final[Mapping[str, Label]] = {
    **{str(int(label)): label for label in Label},
    **{voice.say(f"label.{label.level}").casefold(): label for voice in VOICES.values() for label in Label},
}
"""What may stand in the column ``label``, in lower case."""

_PARTED: Final = (",", ";", "\t")
_NEEDED: Final = ("file", "concept", "label")
_LINE_END: Final = re.compile("\r\n|\r|\n")  # what the reader of tables takes for one
_SHOWN: Final = 80  # characters of a cell or line that a message repeats
_NEAR: Final = 5  # names that a message offers


@dataclass(frozen=True, slots=True)
class Labels:
    """What the table says.

    Attributes:
        sha256: of the table's bytes, hexadecimal.
        rows: labels for concepts of the rubric, in the table's order.
        beyond: ids of concepts that are known, but not in the rubric, in alphabetical order; their rows are left out.
    """

    sha256: str
    rows: tuple[ExpertLabel, ...]
    beyond: tuple[str, ...]


def read_labels(
    path: Path, submissions: Sequence[str], concepts: Collection[str], others: Collection[str] = ()
) -> Labels:
    """Read a table of labels.

    Args:
        path: the table.
        submissions: names of the submissions that labels can be about.
        concepts: ids of the rubric's concepts.
        others: further ids that are known and may stand in the table, though the rubric does not have them.

    Raises:
        GraderError: G101 no such file, G103 unreadable, G109 too large, G128 when there is no label for any submission
            and concept.
        LabelsError: with everything that is wrong in it: G121 to G127, G219. A name that is unknown in many lines is
            told once, at the first.
    """
    data = load(path, TEXT_BYTES)
    table = _Table(shown(str(path)), _Submissions(submissions), frozenset(concepts), frozenset(others))
    try:
        table.read(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        table.problem("G127", 1, reason="csv-encoding")
    if table.problems:
        raise LabelsError(tuple(sorted(table.problems, key=lambda problem: problem.line or 0)))
    if not table.rows:
        raise GraderError("G128", path=shown(str(path)))
    return Labels(hashlib.sha256(data).hexdigest(), tuple(table.rows), tuple(sorted(table.beyond)))


class _Submissions:
    """Finds the submission that a person means: by whole name, by name without folder, each with or without ending."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self._known: dict[str, list[str]] = {}
        for name in self.names:
            path = PurePosixPath(name)
            for key in dict.fromkeys((name, path.name, str(path.with_suffix("")), path.stem)):
                self._known.setdefault(_folded(key), []).append(name)

    def find(self, given: str) -> tuple[str, ...]:
        """The submissions that may be meant; one, when it is clear."""
        wanted = shown(given)
        if wanted in self.names:
            return (wanted,)
        return tuple(self._known.get(_folded(wanted), ()))


@dataclass(slots=True)
class _Table:
    """A table while it is read: what was found so far, good and bad."""

    path: str
    submissions: _Submissions
    concepts: frozenset[str]
    others: frozenset[str]
    rows: list[ExpertLabel] = field(default_factory=list)
    beyond: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _told: set[tuple[str, str]] = field(default_factory=set)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self, text: str) -> None:
        """Read the whole text."""
        self._lines = _LINE_END.split(text)
        rows = self._cells(text, _delimiter(text))
        _, head = next(rows, (1, []))
        columns = [cell.strip().casefold() for cell in head]
        known = ["file" if column == "doc" and "file" not in columns else column for column in columns]
        for column in _NEEDED:
            if column not in known:
                self.problem("G121", 1, column=column)
            elif known.count(column) > 1:
                self.problem("G219", 1, found=column)
        if not self.problems:
            for line, cells in rows:
                self._row(line, dict(zip(known, (cell.strip() for cell in cells), strict=False)))

    def problem(self, code: str, line: int, **values: Value) -> None:
        """Note what is wrong in a line."""
        text = self._lines[line - 1].strip() if line <= len(self._lines) else None
        self.problems.append(Problem(code, values, self.path, line, _short(text) if text else None))

    def _cells(self, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """The rows that hold anything, with the line that each begins on."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error:
            self.problem("G127", line, reason="csv-quotes")

    def _row(self, line: int, cells: Mapping[str, str]) -> None:
        file = self._file(line, cells.get("file", "") or cells.get("doc", ""))
        concept = self._concept(line, cells.get("concept", ""))
        given = cells.get("label", "")
        label = NAMES.get(given.casefold())
        if label is None:
            self.problem("G123", line, found=_short(given))
        if file is None or concept is None:
            return
        first = self._seen.setdefault((file, concept), line)
        if first != line:
            self.problem("G124", line, file=file, concept=concept, first=first)
        elif concept in self.concepts and label is not None:
            self.rows.append(ExpertLabel(file, concept, label, cells.get("evidence", "")))
        elif label is not None:
            self.beyond.add(concept)

    def _file(self, line: int, given: str) -> str | None:
        found = self.submissions.find(given)
        if len(found) == 1:
            return found[0]
        if ("file", given) not in self._told:
            self._told.add(("file", given))
            if found:
                self.problem("G126", line, found=_short(given), allowed=found[:_NEAR])
            else:
                known = nearest_first(given, self.submissions.names)[:_NEAR]
                self.problem("G125", line, found=_short(shown(given)), allowed=known)
        return None

    def _concept(self, line: int, given: str) -> str | None:
        if given in self.concepts or given in self.others:
            return given
        if ("concept", given) not in self._told:
            self._told.add(("concept", given))
            known = self.concepts | self.others
            allowed = near(given, sorted(known)) or tuple(sorted(self.concepts))[:_NEAR]
            self.problem("G122", line, found=_short(given), allowed=allowed)
        return None


def _delimiter(text: str) -> str:
    """The sign that parts the cells: of those that may, the one that makes most known columns of the first line."""
    first = next((line for line in _LINE_END.split(text) if line.strip()), "")
    known = {*_NEEDED, "doc", "evidence"}

    def columns(sign: str) -> int:
        return sum(cell.strip(' "').casefold() in known for cell in first.split(sign))

    return max(_PARTED, key=columns)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())


def _short(text: str) -> str:
    """A cell or line as a message repeats it: no longer than a line of the screen, and harmless there."""
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return "".join(char if unicodedata.category(char) not in ("Cc", "Cf", "Cs") else " " for char in cut)
