"""The cells of a table that a person or a program made: CSV in any usual encoding, or the first sheet of an XLSX."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError

from grader.errors import GraderError, Problem, RosterError
from grader.ingest.kinds import recognise, utf16_order
from grader.ingest.limits import XML_BYTES
from grader.ingest.word.package import ZIP_ERRORS, open_zip

LINES: Final = 20_000
COLUMNS: Final = 60
"""More lines and columns than any roster has; what stands further right is not looked at."""

Row = tuple[int, tuple[str, ...]]
"""Number of the line (of a sheet: of its row), and its cells, trimmed."""

_SIGNS: Final = (",", ";", "\t")
_SEPARATOR: Final = re.compile(r"sep=([,;\t])[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_PROBED_LINES: Final = 30
_DIGITS_KEPT: Final = 10**15  # a spreadsheet program keeps fifteen digits of a number
_DAMAGE: Final = (*ZIP_ERRORS, AttributeError, IndexError, TypeError, AssertionError, ParseError, XMLSyntaxError)
"""What openpyxl is known to raise on workbooks that are damaged or were edited by hand."""
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))


def rows_of(data: bytes, file: str) -> tuple[Row, ...]:
    """The lines of a table that hold anything, from the top.

    Args:
        data: the whole file.
        file: its path for messages.

    Raises:
        RosterError: with G149 alone: of another kind, damaged, in no known encoding, or too large.
    """
    try:
        if data.startswith(b"PK"):
            rows = tuple(_bounded(_sheet(data)))
        else:
            _refuse_other_kinds(data)
            rows = tuple(_bounded(_csv(_decoded(data))))
    except _Unreadable as error:
        raise RosterError((Problem("G149", {"reason": error.reason, "limit": LINES}, file, error.line),)) from error
    return rows


class _Unreadable(Exception):
    """Why a table cannot be read, and on which line."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def _refuse_other_kinds(data: bytes) -> None:
    try:
        kind = recognise(data, "")
    except GraderError as error:
        raise _Unreadable("roster-kind") from error
    if kind != "txt":
        raise _Unreadable("roster-kind")


def _bounded(rows: Iterator[Row]) -> Iterator[Row]:
    for count, (line, cells) in enumerate((row for row in rows if any(row[1])), start=1):
        if count > LINES:
            raise _Unreadable("roster-large", line)
        yield line, cells


def _decoded(data: bytes) -> str:
    """UTF-8 or UTF-16, with or without a mark, else Windows-1252, which Excel writes where nobody asks for UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs: tuple[str, ...] = ("utf-16",)
    else:
        order = utf16_order(data[:65536]) if b"\0" in data else None
        codecs = (order,) if order else ("utf-8-sig", "cp1252")
    for codec in codecs:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise _Unreadable("encoding")


def _csv(text: str) -> Iterator[Row]:
    told = _SEPARATOR.match(text)  # a line that Excel writes and reads
    skipped = 1 if told else 0
    body = text[told.end() :] if told else text
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=told[1] if told else _sign(body), strict=True)
    line = 1 + skipped
    try:
        for cells in reader:
            yield line, tuple(cell.strip() for cell in cells[:COLUMNS])
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise _Unreadable("csv-quotes", line) from error


def _sign(text: str) -> str:
    """The sign that parts the cells: it is in most of the first lines; of several, the one that occurs most often."""
    lines = [line for line in text[:65536].splitlines() if line.strip()][:_PROBED_LINES]
    return max(_SIGNS, key=lambda sign: (sum(sign in line for line in lines), sum(line.count(sign) for line in lines)))


def _sheet(data: bytes) -> Iterator[Row]:
    from openpyxl import load_workbook

    _guard(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that openpyxl passes over, and so do we
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                sheet = book.worksheets[0]
                sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
                for line, cells in enumerate(sheet.iter_rows(max_col=COLUMNS, values_only=True), start=1):
                    if any(cell is not None for cell in cells):
                        yield line, tuple(_text(cell) for cell in cells)
            finally:
                book.close()
    except _DAMAGE as error:
        raise _Unreadable("roster-workbook") from error


def _guard(data: bytes) -> None:
    """Refuse what is no workbook, inflates to too much, or declares a document type.

    `zipfile` inflates no more than the directory declares, so that the sum of what is declared is a bound.
    """
    try:
        with open_zip(data) as package:
            members = package.infolist()
            if not {"xl/workbook.xml", "[Content_Types].xml"} <= set(package.namelist()):
                raise _Unreadable("roster-kind")
            if sum(member.file_size for member in members) > XML_BYTES:
                raise _Unreadable("roster-large")
            _refuse_doctypes(package, members)
    except GraderError as error:
        raise _Unreadable("roster-workbook") from error
    except ZIP_ERRORS as error:
        raise _Unreadable("roster-workbook") from error


def _refuse_doctypes(package: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        if member.filename.lower().endswith((".xml", ".rels")):
            part = package.read(member)
            if any(mark in part for mark in _DOCTYPES):
                raise _Unreadable("roster-workbook")


def _text(cell: Any) -> str:
    """A cell as it is shown in a roster; a number that lost digits as in a spreadsheet (``1.99001E+17``)."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, (int, float)):
        if abs(cell) >= _DIGITS_KEPT:
            return f"{cell:.5E}"
        return str(int(cell)) if float(cell).is_integer() else str(cell)
    return str(cell).strip()
