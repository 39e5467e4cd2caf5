"""What the process that reads PDFs answers: a content, an error or a defect, as JSON.

JSON and not pickle, although both ends are ours: the process reads what strangers made, and were it ever taken over,
nothing that it says may be able to run in the program.
"""

from __future__ import annotations

import json
from typing import Any

from grader.errors import GraderError
from grader.ingest.content import Content
from grader.records.document import Block, Cell, Kind, Margins, Notice, Place, Run


def packed(result: Content | GraderError, *, last: bool) -> bytes:
    """An answer; ``last`` says that the process ends after it, to be followed by a fresh one."""
    if isinstance(result, GraderError):
        return _json({"error": result.code, "values": result.values, "last": last})
    return _json({"content": _plain(result), "last": last})


def packed_defect(kind: str, trace: str) -> bytes:
    """The answer when our own code failed: the exception's type and its traceback."""
    return _json({"defect": kind, "trace": trace, "last": True})


def unpacked(data: bytes) -> dict[str, Any]:
    """An answer as it was packed, with ``content`` made whole."""
    answer: dict[str, Any] = json.loads(data)
    if "content" in answer:
        answer["content"] = _content(answer["content"])
    return answer


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _plain(content: Content) -> dict[str, Any]:
    margins = content.margins
    return {
        "blocks": [
            (
                block.text,
                block.kind.value,
                block.place.page,
                block.place.paragraph,
                block.level,
                block.marker,
                block.cell and (block.cell.table, block.cell.row, block.cell.column),
                [(run.start, run.end, run.font, run.size, run.bold, run.italic) for run in block.runs],
                block.line_spacing,
                block.alignment,
            )
            for block in content.blocks
        ],
        "pages": content.pages,
        "page_size": content.page_size,
        "notices": [(notice.code, notice.severity, dict(notice.values)) for notice in content.notices],
        "margins": margins and (margins.top, margins.right, margins.bottom, margins.left),
    }


def _content(plain: dict[str, Any]) -> Content:
    size, margins = plain["page_size"], plain["margins"]
    return Content(
        blocks=tuple(_block(values) for values in plain["blocks"]),
        pages=plain["pages"],
        page_size=None if size is None else (size[0], size[1]),
        notices=tuple(Notice(code, severity, values) for code, severity, values in plain["notices"]),
        margins=None if margins is None else Margins(*margins),
    )


def _block(values: list[Any]) -> Block:
    text, kind, page, paragraph, level, marker, cell, runs, line_spacing, alignment = values
    return Block(
        text=text,
        kind=Kind(kind),
        place=Place(page, paragraph),
        level=level,
        marker=marker,
        cell=None if cell is None else Cell(*cell),
        runs=tuple(Run(*run) for run in runs),
        line_spacing=line_spacing,
        alignment=alignment,
    )
