"""``rekap.xlsx``: summary, labels of every concept, findings, and marks to decide on, for Excel and LibreOffice.

No cell is a formula. Texts are written as texts whatever they look like; marks are numbers with two decimals, written
with a comma or a point as the reader's own program does. The same cohort gives the same bytes: the creation date is
fixed, and XlsxWriter itself gives the members of the archive a fixed one.

Submissions are gone through once, and each row goes to a temporary file as soon as the next one begins: a large class
takes no more memory than a small one.
"""

from __future__ import annotations

import tempfile
from datetime import datetime
from io import BytesIO
from typing import Final

import xlsxwriter

from grader.errors import GraderError
from grader.reports import safe
from grader.reports.view import CohortView
from grader.reports.workbook.concepts import Concepts
from grader.reports.workbook.findings import Findings
from grader.reports.workbook.marks import Marks
from grader.reports.workbook.overview import Overview, origin
from grader.reports.workbook.sheet import make_formats

WORKBOOK: Final = "rekap.xlsx"
_CREATED: Final = datetime(2000, 1, 1)
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(view: CohortView) -> bytes:
    """The workbook's bytes.

    Raises:
        GraderError: G301 when the system's folder of temporary files cannot be written.
    """
    target = BytesIO()
    try:
        with tempfile.TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True) as folder:
            book = xlsxwriter.Workbook(target, {**_OPTIONS, "tmpdir": folder})
            _fill(book, view)
            book.close()
    except OSError as error:
        raise GraderError("G301", path=tempfile.gettempdir(), reason=error.strerror or type(error).__name__) from error
    return target.getvalue()


def _fill(book: xlsxwriter.Workbook, view: CohortView) -> None:
    say = view.names.voice.say
    book.set_properties({"title": safe.cell(view.title), "created": _CREATED, "comments": safe.cell(origin(view))})
    formats = make_formats(book)
    sheets = (
        Overview(view, book, formats),
        Concepts(view, book, formats),
        Findings(view, book, formats),
        Marks(view, book, formats, WORKBOOK),
    )
    for each in view.results:
        for sheet in sheets:
            sheet.add(each)
    for sheet in sheets:
        sheet.finish()
    # "&" begins a code in headers and footers, so that one of the text is written twice.
    title = safe.cell(view.title).replace("&", "&&")[:100]
    for page in book.worksheets():
        page.set_header(f"&L{title}&R&A")
        page.set_footer(f"&L{say('report.xlsx.footer').replace('&', '&&')}&R&P / &N")
