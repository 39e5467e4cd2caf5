"""Decisions in a workbook: the sheet of marks, or another one with the same columns, behind the guards of any package.

Formulas are not worked out and nothing that a workbook points at is opened.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import ParseError

from lxml.etree import XMLSyntaxError

from grader.errors import GraderError
from grader.ingest.decisions.table import (
    HEAD_WITHIN,
    Cell,
    DecisionTable,
    TableRow,
    columns,
    folded,
    is_head,
    no_head,
    unreadable,
)
from grader.ingest.limits import CHUNK_BYTES, MEGABYTE, XML_BYTES, ZIP_RATIO
from grader.ingest.word.package import ZIP_ERRORS, open_zip
from grader.wording.catalogue import VOICES

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

SHEETS_BYTES: Final = 200 * MEGABYTE
"""Of all sheets together, inflated: those of four thousand submissions have a quarter of it; they are read by rows."""
_ROWS: Final = 1_048_576  # of a sheet, in every program
_DAMAGE: Final = (*ZIP_ERRORS, AttributeError, IndexError, TypeError, ParseError, XMLSyntaxError, AssertionError)
"""What openpyxl is known to raise on workbooks that are damaged or written by other programs in a way of their own."""
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))


def read_xlsx(data: bytes, name: str) -> DecisionTable:
    """Read a workbook.

    Args:
        data: its bytes.
        name: its name for messages.

    Raises:
        GraderError: G153 when it is damaged, protected, inflates to too much, or no sheet has the columns.
    """
    from openpyxl import load_workbook

    _guard(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that openpyxl passes over, and so do we
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            try:
                table = _first_table(book, name)
            finally:
                book.close()
    except _DAMAGE as error:
        raise unreadable(name, "damaged") from error
    if table is None:
        raise no_head(name)
    return table


def _guard(data: bytes, name: str) -> None:
    """Refuse a package that is made to do harm, before anything looks into its parts."""
    sheets, others = SHEETS_BYTES, XML_BYTES
    try:
        with open_zip(data) as package:
            for member in package.infolist():
                if member.filename.startswith("xl/worksheets/"):
                    sheets = _inflate(package, member, sheets, name)
                else:
                    others = _inflate(package, member, others, name)
    except ZIP_ERRORS as error:
        raise unreadable(name, "damaged") from error
    except GraderError as error:
        if error.code == "G153":
            raise
        raise unreadable(name, {"G107": "password", "G111": "large"}.get(error.code, "damaged")) from error


def _inflate(package: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, name: str) -> int:
    """What is left of the budget after one part; declared sizes lie, so it is counted piece by piece."""
    if not member.filename.lower().endswith((".xml", ".rels", ".vml")):
        return left
    size, before = 0, b""
    with package.open(member) as part:
        while piece := part.read(CHUNK_BYTES):
            size += len(piece)
            if size > left or (size > MEGABYTE and size > ZIP_RATIO * max(member.compress_size, 1)):
                raise unreadable(name, "large")
            if any(mark in before + piece for mark in _DOCTYPES):
                raise unreadable(name, "damaged")
            before = piece[-20:]
    return left - size


def _first_table(book: Workbook, name: str) -> DecisionTable | None:
    """The table of the sheet of marks; of another sheet only when that one is gone or empty.

    When it has lost its columns, what was typed there would be passed over without a word.
    """
    called = {folded(voice.say("report.sheet.marks")) for voice in VOICES.values()}
    for sheet in sorted(book.worksheets, key=lambda each: folded(each.title) not in called):
        table = _table(sheet, name)
        if table is not None or (folded(sheet.title) in called and _is_filled(sheet)):
            return table
    return None


def _is_filled(sheet: Any) -> bool:
    return any(cell.value is not None for _, cells in _lines(sheet) for cell in cells)


def _table(sheet: Any, name: str) -> DecisionTable | None:
    from openpyxl.utils import get_column_letter

    found: dict[str, int] = {}
    titles: dict[str, str] = {}
    rows: list[TableRow] = []
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong
    for line, cells in _lines(sheet):
        if found:
            row = {key: _cell(cells[at]) for key, at in found.items() if at < len(cells)}
            if any(row.values()):
                rows.append(TableRow(line, row))
            continue
        texts = [each.value if isinstance(each.value, str) else "" for each in cells]
        if is_head(here := columns(texts)):
            found, titles = here, {key: " ".join(texts[at].split()) for key, at in here.items()}
        elif line > HEAD_WITHIN:
            return None
    if not found:
        return None
    return DecisionTable(name, tuple(rows), titles, {key: get_column_letter(at + 1) for key, at in found.items()})


def _lines(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        if line > _ROWS:
            raise ValueError("more rows than a sheet has")
        yield line, cells


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if cell.data_type == "f":
        return Cell(str(value), flaw="formula")
    if cell.data_type == "e":
        return Cell(str(value), flaw="error")
    if isinstance(value, bool):
        return Cell(str(value).upper(), flaw="boolean")
    if isinstance(value, (date, datetime, time, timedelta)):
        return Cell(str(value), flaw="date")
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format)
    # What would be an escape is escaped itself; openpyxl takes that back only where texts are shared between cells.
    return Cell(str(value).replace("_x005F_", "_").strip())


def _number(value: float, number_format: str | None) -> Cell:
    number = Decimal(repr(value))
    if not number.is_finite():
        return Cell(str(value), flaw="error")
    if "%" in (number_format or ""):
        return Cell(f"{(100 * number).normalize():f}%", flaw="percent")
    whole = number == number.to_integral_value()
    return Cell(f"{number.to_integral_value() if whole else number:f}", number)
