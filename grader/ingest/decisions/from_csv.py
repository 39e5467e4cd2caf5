"""Decisions in a CSV as spreadsheets save it: semicolons, commas or tabs; UTF-8, UTF-16, or the encoding of Windows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from grader.ingest.decisions.table import (
    HEAD_WITHIN,
    Cell,
    DecisionTable,
    TableRow,
    columns,
    is_head,
    no_head,
    unreadable,
)

_PARTED: Final = (";", ",", "\t")
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_GUARD: Final = re.compile(r"'(?=\s*[=+\-@＝＋－＠])")
"""An apostrophe that keeps a spreadsheet from taking the text behind it for a formula."""
_ERRORS: Final = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!")


def read_csv(data: bytes, name: str) -> DecisionTable:
    """Read a CSV.

    Args:
        data: its bytes.
        name: its name for messages.

    Raises:
        GraderError: G153 when it is text in none of the encodings, a quotation is not closed, or no line names the
            columns.
    """
    text = _decode(data, name)
    told = _SEPARATOR_LINE.match(text)
    signs = (told[1],) if told and told[1] in _PARTED else _PARTED
    broken: csv.Error | None = None
    for sign in signs:
        try:
            table = _table(text, sign, name)
        except csv.Error as error:
            broken = error
        else:
            if table is not None:
                return table
    raise no_head(name) if broken is None else unreadable(name, "csv-quotes") from broken


def _table(text: str, sign: str, name: str) -> DecisionTable | None:
    """The table when this sign parts its cells; ``None`` when no line names the columns then."""
    found: dict[str, int] = {}
    titles: dict[str, str] = {}
    rows: list[TableRow] = []
    for count, (line, cells) in enumerate(_lines(text, sign)):
        if found:
            row = {key: _cell(cells[at]) for key, at in found.items() if at < len(cells)}
            if any(row.values()):
                rows.append(TableRow(line, row))
        elif is_head(here := columns(cells)):
            found, titles = here, {key: cells[at].strip() for key, at in here.items()}
        elif count >= HEAD_WITHIN:
            return None
    return DecisionTable(name, tuple(rows), titles) if found else None


def _lines(text: str, sign: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line that each begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    line = 1
    for cells in reader:
        yield line, cells
        line = reader.line_num + 1


def _cell(raw: str) -> Cell:
    text = raw.strip()
    if text.upper() in _ERRORS:
        return Cell(text, flaw="error")
    if text.startswith("="):
        return Cell(text, flaw="formula")
    return Cell(_GUARD.sub("", text, count=1) if text.startswith("'") else text)


def _decode(data: bytes, name: str) -> str:
    """The text; what is no UTF-8 was saved by Excel as plain “CSV”, in the encoding of Western Windows."""
    for codec in ("utf-16",) if data.startswith(_WIDE) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise unreadable(name, "csv-encoding")
