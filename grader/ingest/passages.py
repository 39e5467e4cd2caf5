"""Labelled passages to learn from: a folder with one table for each concept, ``wog-definition.csv``.

Columns: ``label`` (0, 1, 2 or its name), ``passage``, and if wanted ``also``: other concepts that the passage mentions
or explains, ``silo-mentality=2 wog-benefits=1``; others (``voice``: how the writer speaks) are passed over. Commas part
the cells, the encoding is UTF-8.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import GraderError, LabelsError, Problem, Value
from grader.ingest.labels import NAMES
from grader.ingest.names import shown
from grader.learning.examples import LabelledPassage
from grader.records.score import Label

COLUMNS = ("label", "passage")


@dataclass(frozen=True, slots=True)
class Passages:
    """What the folder holds.

    Attributes:
        sha256: of all tables, in order of name.
        passages: in order of concept and line.
    """

    sha256: str
    passages: tuple[LabelledPassage, ...]


def read_passages(folder: Path, concepts: Collection[str]) -> Passages:
    """Read all tables of a folder.

    Args:
        folder: with tables ``CONCEPT.csv``.
        concepts: ids that are known.

    Raises:
        GraderError: G101 no such folder, G102 no table in it, G103 a table cannot be read.
        LabelsError: with everything that is wrong in the tables: G121 to G123, G127.
    """
    if not folder.is_dir():
        raise GraderError("G101", path=shown(str(folder)))
    tables = sorted(folder.glob("*.csv"))
    if not tables:
        raise GraderError("G102", path=shown(str(folder)))
    reading = _Reading(frozenset(concepts))
    digest = hashlib.sha256()
    for path in tables:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise GraderError("G103", path=shown(str(path)), reason="device") from error
        digest.update(data)
        reading.read(path, data)
    if reading.problems:
        raise LabelsError(tuple(reading.problems))
    return Passages(digest.hexdigest(), tuple(reading.found))


@dataclass(slots=True)
class _Reading:
    """The tables while they are read."""

    concepts: frozenset[str]
    found: list[LabelledPassage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, path: Path, data: bytes) -> None:
        """Read one table."""
        name = shown(str(path))
        if path.stem not in self.concepts:
            self._problem("G122", name, None, found=path.stem, allowed=tuple(sorted(self.concepts))[:5])
            return
        try:
            rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
            missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
            for column in missing:
                self._problem("G121", name, 1, column=column)
            if not missing:
                for row in rows:
                    self._row(path.stem, name, rows.line_num, row)
        except UnicodeDecodeError:
            self._problem("G127", name, 1, reason="csv-encoding")
        except csv.Error:
            self._problem("G127", name, None, reason="csv-quotes")

    def _row(self, concept: str, name: str, line: int, row: Mapping[str, str | None]) -> None:
        label = self._label(row.get("label") or "", name, line)
        also = dict(self._also(row.get("also") or "", name, line))
        text = (row.get("passage") or "").strip()
        if label is not None and text:
            self.found.append(LabelledPassage(concept, label, text, also))

    def _also(self, given: str, name: str, line: int) -> Iterator[tuple[str, Label]]:
        for pair in given.split():
            concept, _, value = pair.partition("=")
            if concept not in self.concepts:
                self._problem("G122", name, line, found=concept, allowed=tuple(sorted(self.concepts))[:5])
            elif (label := self._label(value, name, line)) is not None:
                yield concept, label

    def _label(self, given: str, name: str, line: int) -> Label | None:
        label = NAMES.get(given.strip().casefold())
        if label is None:
            self._problem("G123", name, line, found=given)
        return label

    def _problem(self, code: str, name: str, line: int | None, **values: Value) -> None:
        self.problems.append(Problem(code, values, name, line, None))
