"""The text of one Word paragraph: runs, links, fields, insertions and symbols, as a person sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from docx.oxml.ns import qn

from grader.ingest.cleaning import UNKNOWN, Format, Piece, clean
from grader.ingest.word.styles import Styles
from grader.ingest.word.xml import Element

LINE_BREAK: Final = "\n"
"""What a manual line break leaves in a piece, so that lines of header fields can be told apart."""
LEADER: Final = " ........ "
"""What a tab filled with dots leaves: the dots that a person sees in a table of contents."""

_PAGE_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_DELETED: Final = frozenset({qn("w:del"), qn("w:moveFrom")})
_INSERTED: Final = frozenset({qn("w:ins"), qn("w:moveTo")})
_SKIPPED: Final = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr"), qn("w:sdtEndPr"), qn("w:rt"), qn("w:instrText")})
_WITH_BOXES: Final = frozenset({qn("w:drawing"), qn("w:pict"), qn("w:object")})
_NOTES: Final = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_ALTERNATE: Final[str] = qn("mc:AlternateContent")
_CHOICE: Final[str] = qn("mc:Choice")
_FALLBACK: Final[str] = qn("mc:Fallback")
_BOX: Final[str] = qn("w:txbxContent")
_RUN: Final[str] = qn("w:r")
_RUN_PROPERTIES: Final[str] = qn("w:rPr")
_TEXTS: Final = frozenset({qn("w:t"), qn("m:t")})
_FIELD_CHARACTER: Final[str] = qn("w:fldChar")
_FIELD_TYPE: Final[str] = qn("w:fldCharType")
_INSTRUCTION: Final[str] = qn("w:instrText")
_SIMPLE_FIELD: Final[str] = qn("w:fldSimple")
_FIXED: Final = {
    qn("w:br"): LINE_BREAK,
    qn("w:cr"): LINE_BREAK,
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}
_TABS: Final = frozenset({qn("w:tab"), qn("w:ptab")})


@dataclass(slots=True)
class Line:
    """A paragraph as read: its pieces, the notes it refers to (part and id) and the text boxes anchored in it."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Seen:
    """What was met along the way that a person should know of."""

    hidden_words: int = 0
    insertions: int = 0
    deletions: int = 0


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False

    @property
    def is_page(self) -> bool:
        words = self.instruction.split(maxsplit=1)
        return bool(words) and words[0].upper() in _PAGE_FIELDS


class Inline:
    """Reads paragraphs of one story (body, a header, a note) in order; fields may reach over paragraphs.

    Args:
        styles: of the document.
        seen: counts to add to.
        page_fields: whether the results of page number fields are read; not in headers and footers.
    """

    def __init__(self, styles: Styles, seen: Seen, *, page_fields: bool = True) -> None:
        self._styles = styles
        self._seen = seen
        self._page_fields = page_fields
        self._fields: list[_Field] = []
        self._line = Line()
        self._style = ""
        self._tab = " "

    def read(self, paragraph: Element, style_id: str, *, dots: bool) -> Line:
        """The text of a ``w:p`` whose style is ``style_id``; ``dots`` tells that its tabs are filled with dots."""
        # A field whose instruction is still open was never finished; it must not swallow the rest of the text.
        self._fields = [known for known in self._fields if known.in_result]
        self._line = Line()
        self._style = style_id
        self._tab = LEADER if dots else " "
        self._children(paragraph)
        return self._line

    def _children(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _DELETED:
                self._seen.deletions += 1
            elif tag == _ALTERNATE:
                chosen = chosen_branch(child)
                if chosen is not None:
                    self._children(chosen)
            elif tag == _SIMPLE_FIELD:
                self._fields.append(_Field(child.get(qn("w:instr"), ""), in_result=True))
                self._children(child)
                self._fields.pop()
            elif tag in _TEXTS:
                self._add(child.text or "", UNKNOWN)
            elif tag not in _SKIPPED:
                if tag in _INSERTED:
                    self._seen.insertions += 1
                self._children(child)

    def _run(self, run: Element) -> None:
        look, hidden = self._styles.characters(self._style, run.find(_RUN_PROPERTIES))
        if hidden:
            text = "".join(found.text or "" for found in run.iterfind(qn("w:t")))
            self._seen.hidden_words += len(clean(text).split())
            for child in run.iterfind(_FIELD_CHARACTER):
                self._field(child)
            return
        self._run_content(run, look)

    def _run_content(self, parent: Element, look: Format) -> None:
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                self._add(child.text or "", look)
            elif tag in _FIXED:
                self._add(_FIXED[tag], look)
            elif tag in _TABS:
                self._add(self._tab, look)
            elif tag == _FIELD_CHARACTER:
                self._field(child)
            elif tag == _INSTRUCTION:
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif tag == qn("w:sym"):
                self._add(_symbol(child), look)
            elif tag in _NOTES:
                self._line.notes.append((_NOTES[tag], child.get(qn("w:id"), "")))
            elif tag in _WITH_BOXES:
                self._boxes(child)
            elif tag == _ALTERNATE:
                if (chosen := chosen_branch(child)) is not None:
                    self._run_content(chosen, look)
            elif tag == qn("w:ruby"):
                for base in child.iterfind(qn("w:rubyBase")):
                    self._children(base)

    def _add(self, text: str, look: Format) -> None:
        if text and (self._page_fields or not any(known.is_page for known in self._fields)):
            self._line.pieces.append(Piece(text, look))

    def _field(self, character: Element) -> None:
        kind = character.get(_FIELD_TYPE)
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _boxes(self, parent: Element) -> None:
        """Text boxes below a drawing, the outermost ones; each once, though it is often written twice."""
        for child in parent:
            if child.tag == _BOX:
                self._line.boxes.append(child)
            elif child.tag == _ALTERNATE:
                if (chosen := chosen_branch(child)) is not None:
                    self._boxes(chosen)
            elif child.tag != _FALLBACK:
                self._boxes(child)


def chosen_branch(alternate: Element) -> Element | None:
    """The branch of ``mc:AlternateContent`` that Word shows: the first choice, or else the fallback."""
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(_FALLBACK)


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(qn("w:char"), ""), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xFFFF else ""
