"""What every reader hands over: drafts of blocks, made into clean, numbered blocks in one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from grader.errors import GraderError
from grader.ingest.cleaning import Piece, assemble, clean
from grader.ingest.limits import WORDS
from grader.ingest.markers import is_bare_bullet, shown_marker, split_marker
from grader.records.document import Block, Cell, Kind, Margins, Notice, Place, Run


@dataclass(slots=True)
class Draft:
    """A block in the making; attributes as in `Block`, text and format as pieces from the file."""

    pieces: list[Piece]
    kind: Kind = Kind.BODY
    page: int | None = None
    level: int | None = None
    marker: str = ""
    cell: Cell | None = None
    line_spacing: float | None = None
    alignment: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A file as read, before it has a name; attributes as in `Document`."""

    blocks: tuple[Block, ...]
    pages: int | None = None
    page_size: tuple[float, float] | None = None
    notices: tuple[Notice, ...] = field(default=())
    margins: Margins | None = None


def number(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """Clean the drafts, drop those without text, tell typed list markers apart, and number what is left from 1.

    Raises:
        GraderError: G111 when there are more words than are read.
    """
    blocks: list[Block] = []
    words = 0
    for draft in drafts:
        text, runs = assemble(draft.pieces)
        if not text or is_bare_bullet(text):
            continue
        words += text.count(" ") + 1
        if words > WORDS:
            raise GraderError("G111", what="words", limit=WORDS)
        kind, level = draft.kind, draft.level
        marker = shown_marker(clean(draft.marker)) if draft.marker else ""
        if not marker and kind in (Kind.BODY, Kind.LIST_ITEM, Kind.TABLE_CELL):
            marker, rest = split_marker(text)
            if marker:
                runs = _cut(runs, len(text) - len(rest))
                text = rest
                if kind is Kind.BODY:
                    kind, level = Kind.LIST_ITEM, level or 1
        blocks.append(
            Block(
                text=text,
                kind=kind,
                place=Place(draft.page, len(blocks) + 1),
                level=level,
                marker=marker,
                cell=draft.cell,
                runs=runs,
                line_spacing=draft.line_spacing,
                alignment=draft.alignment,
            )
        )
    return tuple(blocks)


def without_start(pieces: list[Piece], start: str) -> list[Piece]:
    """Pieces whose text begins with ``start`` (blanks before it apart), without it."""
    if not pieces or not pieces[0].text.lstrip().startswith(start):
        return pieces
    first = pieces[0]
    return [Piece(first.text.lstrip().removeprefix(start), first.format), *pieces[1:]]


def _cut(runs: tuple[Run, ...], start: int) -> tuple[Run, ...]:
    """The runs of a text whose first ``start`` characters were taken off."""
    return tuple(
        Run(max(run.start - start, 0), run.end - start, run.font, run.size, run.bold, run.italic)
        for run in runs
        if run.end > start
    )
