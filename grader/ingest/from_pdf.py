"""PDF: read in a process of its own, with limits of time and memory."""

from __future__ import annotations

from typing import Final

from grader.ingest.content import Content
from grader.ingest.pdf.server import SERVER
from grader.records.document import Fact

PDF_FACTS: Final = frozenset(
    {Fact.PAGES, Fact.FONT, Fact.FONT_SIZE, Fact.LINE_SPACING, Fact.ALIGNMENT, Fact.MARGINS, Fact.PAGE_SIZE}
)


def read_pdf(data: bytes) -> Content:
    """Read a PDF.

    Each different running head comes once, each page number where it stands; a paragraph that goes on over a page
    break is one block with the page on which it begins. Text that a person does not see is left out, with a notice.

    Args:
        data: the bytes of the file.

    Raises:
        GraderError: G106 damaged, G107 password, G108 pictures only, G110 no text, G111 too large, G113 too complex.
    """
    return SERVER.read(data)
