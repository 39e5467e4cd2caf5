"""PDF: text objects to lines, lines to paragraphs; running heads, headings and list items told apart."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from grader.errors import GraderError
from grader.ingest.cleaning import clean
from grader.ingest.content import Content, Draft, number, without_start
from grader.ingest.letters import cut_words
from grader.ingest.markers import is_enumerator, split_marker
from grader.ingest.pdf.broken import Words, mended
from grader.ingest.pdf.columns import columns_in_turn
from grader.ingest.pdf.forms import with_cells
from grader.ingest.pdf.lines import TextLine, page_lines
from grader.ingest.pdf.pages import Page, read_pages
from grader.ingest.pdf.paragraph import Paragraph
from grader.ingest.pdf.paragraphs import SIZE_STEP, Measure, join_lines, measure, split_label
from grader.ingest.pdf.running import running_kinds
from grader.ingest.pdf.setting import alignment, line_spacing, margins
from grader.records.document import Kind, Notice

HEADING_WORDS: Final = 20
"""A longer paragraph is no heading, whatever its type."""

HANGING: Final = 0.5
"""Gap, in font sizes, between the number of a list item and its text, where a typed number has but a blank."""


def assemble_pdf(data: bytes) -> Content:
    """Read a PDF.

    Each different running head comes once, each page number where it stands; a paragraph that goes on over a page
    break is one block with the page on which it begins.

    Args:
        data: the bytes of the file.

    Raises:
        GraderError: G106 damaged, G107 password, G108 pictures only, G110 no text, G111 too large.
    """
    pages = read_pages(data)
    lines = [columns_in_turn(page_lines(page, index)) for index, page in enumerate(pages, start=1)]
    if not any(any(map(_tells, line.text)) for page in lines for line in page):
        raise GraderError("G108" if any(page.pictures for page in pages) else "G110")
    kinds = running_kinds(lines, [page.height for page in pages])
    body = [line for page in lines for line in page if id(line) not in kinds]
    drafts = _body(body) if body else []
    return Content(
        blocks=number(_with_running(drafts, lines, kinds)),
        pages=len(pages),
        page_size=_usual_size(pages),
        notices=(*_notices(pages), *cut_words(drafts)),
        margins=margins(body, pages),
    )


def _notices(pages: Sequence[Page]) -> Iterator[Notice]:
    """What a person should know: text out of sight (in words), recognised text, pages that are but pictures."""
    unseen = [line.text for page in pages if page.hidden for line in page_lines(page.unseen(), 0)]
    words = sum(any(map(str.isalnum, word)) for text in unseen for word in text.split())
    if words:
        yield Notice("hidden-text", "warning", {"words": words})
    layers = sum(page.layer for page in pages)
    if layers:
        yield Notice("ocr-text", "warning", {"pages": layers})
    pictures = sum(page.pictures and not page.fragments for page in pages)
    if pictures:
        yield Notice("pages-without-text", "warning", {"pages": pictures})


def _tells(character: str) -> bool:
    """Whether a character is one of a text: a letter, a digit, or in private use as broken font maps leave them."""
    return character.isalnum() or unicodedata.category(character) == "Co"


def _body(lines: Sequence[TextLine]) -> list[Draft]:
    usual = measure(lines)
    paragraphs = [part for paragraph in join_lines(lines, usual) for part in split_label(paragraph)]
    words = Words([line.text for line in lines])
    headings = {id(paragraph) for paragraph in paragraphs if _is_heading(paragraph, usual)}
    sizes = sorted({_look(paragraph) for paragraph in paragraphs if id(paragraph) in headings}, reverse=True)
    drafts: list[Draft] = []
    for paragraph, cell in with_cells(paragraphs):
        draft = Draft(mended(paragraph.pieces(words), words), page=paragraph.lines[0].page)
        draft.line_spacing, draft.alignment = line_spacing(paragraph), alignment(paragraph, usual)
        if cell is not None:
            draft.kind, draft.cell = Kind.TABLE_CELL, cell
        elif id(paragraph) in headings:
            draft.kind = Kind.HEADING
            draft.level = min(sizes.index(_look(paragraph)) + 1, 9)
        elif marker := _hanging_marker(paragraph):
            draft.kind, draft.level, draft.marker = Kind.LIST_ITEM, 1, marker
            draft.pieces = without_start(draft.pieces, marker)
        drafts.append(draft)
    return drafts


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    return paragraph.lines[0].size, all(line.bold for line in paragraph.lines)


def _is_heading(paragraph: Paragraph, usual: Measure) -> bool:
    """Whether type alone makes it a heading: short, no sentence, and larger than the text or all bold."""
    size, bold = _look(paragraph)
    if not (size > usual.size + SIZE_STEP or (bold and size > usual.size - SIZE_STEP)):
        return False
    text = paragraph.text
    if len(text.split()) > HEADING_WORDS or text.endswith((".", ",", ";")) or not any(map(str.isalpha, text)):
        return False
    return not split_marker(text)[0] and not paragraph.lines[0].turned


def _hanging_marker(paragraph: Paragraph) -> str:
    """The number of a list item that hangs to the left of its text, as numbers set by Word do; or nothing."""
    line = paragraph.lines[0]
    first, second = line.fragments[0], line.second
    if second is None or second.left - first.right < HANGING * line.size:
        return ""
    marker = clean(first.text)
    return marker if is_enumerator(marker) else ""


def _with_running(drafts: Sequence[Draft], lines: Sequence[Sequence[TextLine]], kinds: dict[int, Kind]) -> list[Draft]:
    """Running heads and page numbers put in front of what begins on their page."""
    result: list[Draft] = []
    known: set[str] = set()
    waiting = deque(drafts)
    for page, page_of_lines in enumerate(lines, start=1):
        for line in page_of_lines:
            kind = kinds.get(id(line))
            if kind is None or (kind is Kind.RUNNING_HEAD and line.text in known):
                continue
            known.add(line.text)
            result.append(Draft(line.pieces, kind, page))
        while waiting and (waiting[0].page or 0) <= page:
            result.append(waiting.popleft())
    return [*result, *waiting]


def _usual_size(pages: Sequence[Page]) -> tuple[float, float] | None:
    """The size of most pages; the larger one where two are as frequent."""
    sizes = [(round(page.width, 1), round(page.height, 1)) for page in pages]
    return max(sizes, key=lambda size: (sizes.count(size), size)) if sizes else None
