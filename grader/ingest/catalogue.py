"""The formats that can be read, one entry each; a file ``from_*.py`` without an entry here is an error (tested)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from grader.ingest.content import Content
from grader.ingest.from_docx import DOCX_FACTS, read_docx
from grader.ingest.from_pdf import PDF_FACTS, read_pdf
from grader.ingest.from_text import MARKDOWN_FACTS, TEXT_FACTS, read_markdown, read_text
from grader.records.document import Fact


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read.

    Attributes:
        name: ``Document.format``.
        facts: what the format can tell of every document.
        read: the bytes of a file in, its content out; raises `GraderError` and nothing else, whatever the bytes are.
    """

    name: str
    facts: frozenset[Fact]
    read: Callable[[bytes], Content]


READERS: Final[dict[str, Reader]] = {
    reader.name: reader
    for reader in (
        Reader("docx", DOCX_FACTS, read_docx),
        Reader("pdf", PDF_FACTS, read_pdf),
        Reader("txt", TEXT_FACTS, read_text),
        Reader("md", MARKDOWN_FACTS, read_markdown),
    )
}
"""By name, in the order in which they are shown."""
