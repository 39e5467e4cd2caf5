"""One file in, one `Document` out; whatever the file is, the only thing raised is a coded `GraderError`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from grader.errors import GraderError
from grader.ingest.catalogue import READERS
from grader.ingest.content import Content
from grader.ingest.header_fields import find_header_fields
from grader.ingest.integrity import check_readable
from grader.ingest.kinds import recognise
from grader.ingest.letters import fold
from grader.ingest.limits import FILE_BYTES, TEXT_BYTES
from grader.ingest.loading import load, too_large
from grader.ingest.names import shown
from grader.records.document import Document, Fact, Kind


def read(path: Path, name: str | None = None) -> Document:
    """Read a submission.

    Args:
        path: a regular file, or a link to one.
        name: how reports call it; the file's own name when not given.

    Raises:
        GraderError: G101 and G103 when there is nothing to read, G104 to G112 as for `read_bytes`.
    """
    return read_bytes(load(path, FILE_BYTES), path.name if name is None else name)


def read_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of a submission: by their content, whatever the name ends in.

    Args:
        data: the whole file.
        name: how reports call it; its ending only tells Markdown from other plain text.

    Raises:
        GraderError: G104 empty, G105 a kind that is not read, G106 damaged, G107 password, G108 pictures only,
            G109 file too large, G110 no text, G111 document too large, G112 no text that a person
            could read.
    """
    if not data:
        raise GraderError("G104")
    if len(data) > FILE_BYTES:
        raise too_large(len(data), FILE_BYTES)
    reader = READERS[recognise(data, name)]
    if reader.name in ("txt", "md") and len(data) > TEXT_BYTES:
        raise too_large(len(data), TEXT_BYTES)
    content = reader.read(data)
    if not any(block.kind not in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER) for block in content.blocks):
        raise GraderError("G110")
    check_readable(content.blocks)
    blocks, folded = fold(content.blocks)
    return Document(
        name=shown(name),
        sha256=hashlib.sha256(data).hexdigest(),
        format=reader.name,
        blocks=blocks,
        facts=reader.facts - _unknown(content),
        header_fields=find_header_fields(blocks),
        pages=content.pages,
        page_size=content.page_size,
        margins=content.margins,
        notices=content.notices + folded,
    )


def _unknown(content: Content) -> set[Fact]:
    """What files of a format may tell, and this one does not."""
    told = ((Fact.PAGE_SIZE, content.page_size), (Fact.MARGINS, content.margins))
    return {fact for fact, value in told if value is None}
