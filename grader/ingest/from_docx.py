"""Word documents (DOCX): our own walk over the XML, with the formatting that a reader sees."""

from __future__ import annotations

from functools import cache
from typing import Final

from grader.errors import GraderError, Value
from grader.ingest.cleaning import assemble
from grader.ingest.content import Content, Draft, number
from grader.ingest.letters import cut_words
from grader.ingest.word.colours import hexadecimal
from grader.ingest.word.inline import Seen
from grader.ingest.word.numbering import Numbering
from grader.ingest.word.package import Package
from grader.ingest.word.sections import page_of_most_text
from grader.ingest.word.styles import PAGE, Layer, Styles, Surroundings
from grader.ingest.word.walk import Walker
from grader.ingest.word.xml import Element, qn, switch
from grader.records.document import Fact, Notice

DOCX_FACTS: Final = frozenset(
    {
        Fact.FONT,
        Fact.FONT_SIZE,
        Fact.LINE_SPACING,
        Fact.ALIGNMENT,
        Fact.HEADING_STYLES,
        Fact.MARGINS,
        Fact.PAGE_SIZE,
    }
)
_PICTURES: Final = (qn("a:blip"), qn("v:imagedata"))


def read_docx(data: bytes) -> Content:
    """Read a Word document.

    Headers stand before the body and footers behind it, each different text once; footnotes follow the paragraph
    that refers to them, endnotes the body. Hidden text is neither read nor counted, only flagged.

    Args:
        data: the bytes of the file.

    Raises:
        GraderError: G105 Strict Open XML, G106 damaged, G107 encrypted, G108 pictures only, G111 too large.
    """
    package = Package(data)
    style_root = package.styles()
    root = package.part(package.main)
    body = root.find(qn("w:body")) if root is not None else None
    if root is None or body is None:
        raise GraderError("G106", reason="no-document")
    theme = cache(lambda: package.related(package.main, "theme"))
    styles = Styles(style_root, theme)
    numbering = Numbering(package.related(package.main, "numbering"), styles)
    seen = Seen()
    walker = Walker(styles, numbering, _notes(package), seen, _paper(package, root, styles))
    drafts = list(walker.body(body))
    blocks = number([*_running(package, walker, "header"), *drafts, *_running(package, walker, "footer")])
    if not any(draft.pieces for draft in drafts) and any(True for _ in body.iter(*_PICTURES)):
        raise GraderError("G108")
    page_size, margins = page_of_most_text(body)
    return Content(blocks, page_size=page_size, notices=_notices(seen) + cut_words(drafts), margins=margins)


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    """Footnotes and endnotes by part and id."""
    notes: dict[tuple[str, str], Element] = {}
    for part, tag in (("footnotes", "w:footnote"), ("endnotes", "w:endnote")):
        root = package.related(package.main, part)
        if root is not None:
            notes.update({(part, note.get(qn("w:id"), "")): note for note in root.iterfind(qn(tag))})
    return notes


def _running(package: Package, walker: Walker, kind: str) -> list[Draft]:
    """Drafts of the headers or footers, each different text once."""
    drafts: list[Draft] = []
    known: set[str] = set()
    for _, found, target in package.relations(package.main):
        root = package.part(target) if found == kind else None
        if root is None:
            continue
        story = list(walker.running(root))
        text = "\n".join(assemble(draft.pieces)[0] for draft in story)
        if text not in known:
            known.add(text)
            drafts += story
    return drafts


def _paper(package: Package, root: Element, styles: Styles) -> Surroundings:
    """The colour of the pages, where the document has one and shows it."""
    background = root.find(qn("w:background"))
    colour = hexadecimal(background.get(qn("w:color"))) if background is not None else None
    if colour is None or not switch(package.related(package.main, "settings"), qn("w:displayBackgroundShape")):
        return PAGE
    return styles.surroundings(Layer(), colour)


def _notices(seen: Seen) -> tuple[Notice, ...]:
    notices: list[Notice] = []
    if seen.hidden:
        values: dict[str, Value] = {"words": seen.hidden.total(), "kinds": tuple(sorted(seen.hidden))}
        notices.append(Notice("hidden-text", "warning", values))
    if seen.insertions or seen.deletions:
        changes: dict[str, Value] = {"insertions": seen.insertions, "deletions": seen.deletions}
        notices.append(Notice("tracked-changes", "info", changes))
    return tuple(notices)
