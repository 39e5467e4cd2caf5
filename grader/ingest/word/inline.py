"""The text of one Word paragraph: runs, links, fields, insertions and symbols, as a person sees them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from grader.errors import GraderError
from grader.ingest.cleaning import UNKNOWN, Format, Piece, clean
from grader.ingest.limits import CHARACTERS
from grader.ingest.word.boxes import Box, boxes, chosen_branch
from grader.ingest.word.colours import Palette
from grader.ingest.word.styles import Letters, Paragraph
from grader.ingest.word.xml import Element, first_child, qn
from grader.structure.words import count_words

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
_ID: Final[str] = qn("w:id")
_SYMBOL: Final[str] = qn("w:sym")
_RUBY: Final[str] = qn("w:ruby")
_RUBY_BASE: Final[str] = qn("w:rubyBase")
_RUNS: Final = frozenset({qn("w:r"), qn("m:r")})
_RUN_PROPERTIES: Final[str] = qn("w:rPr")
_TEXTS: Final = frozenset({qn("w:t"), qn("m:t")})
_FIELD_CHARACTER: Final[str] = qn("w:fldChar")
_FIELD_TYPE: Final[str] = qn("w:fldCharType")
_INSTRUCTION: Final[str] = qn("w:instrText")
_SIMPLE_FIELD: Final[str] = qn("w:fldSimple")
_SIMPLE_INSTRUCTION: Final[str] = qn("w:instr")
_TEXT: Final[str] = qn("w:t")
_PARAGRAPH: Final[str] = qn("w:p")
_CHARACTER: Final[str] = qn("w:char")
_LONGEST_INSTRUCTION: Final = 1000
_DEEPEST_FIELD: Final = 50
_FIXED: Final = {
    qn("w:br"): LINE_BREAK,
    qn("w:cr"): LINE_BREAK,
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "",
}
_TABS: Final = frozenset({qn("w:tab"), qn("w:ptab")})


_WEB_FORMS: Final = frozenset({"Top of Form", "Bottom of Form", "Bagian Atas Formulir", "Bagian Bawah Formulir"})
"""Hidden lines that Word itself writes when a web page is pasted."""


@dataclass(slots=True)
class Line:
    """A paragraph as read: its pieces, the notes it refers to (part and id) and the text boxes anchored in it."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    hidden_notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Seen:
    """What was met along the way that a person should know of."""

    hidden: Counter[str] = field(default_factory=Counter)
    insertions: int = 0
    deletions: int = 0
    characters: int = 0

    def hide(self, kind: str, text: str) -> None:
        """Count the words of a text that nobody sees, by why that is so."""
        if (bare := clean(text)) not in _WEB_FORMS and (words := count_words(bare)):
            self.hidden[kind] += words

    def read(self, text: str) -> None:
        """Count characters.

        Raises:
            GraderError: G111 when there are more than are read.
        """
        self.characters += len(text)
        if self.characters > CHARACTERS:
            raise GraderError("G111", what="characters", limit=CHARACTERS)


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
        palette: colours of the document.
        seen: counts to add to.
        page_fields: whether the results of page number fields are read; not in headers and footers.
    """

    def __init__(self, palette: Palette, seen: Seen, *, page_fields: bool = True) -> None:
        self._palette = palette
        self._seen = seen
        self._page_fields = page_fields
        self._fields: list[_Field] = []
        self._line = Line()
        self._paragraph: Paragraph | None = None
        self._unseen: str | None = None
        self._hidden: dict[str, list[str]] = {}
        self._tab = " "

    def read(self, element: Element, paragraph: Paragraph, *, dots: bool) -> Line:
        """The text of a ``w:p`` with these effective properties; ``dots`` tells that its tabs are filled with dots."""
        # A field whose instruction is still open was never finished; it must not swallow the rest of the text.
        self._fields = [known for known in self._fields if known.in_result]
        self._line = Line()
        self._paragraph = paragraph
        self._tab = LEADER if dots else " "
        self._children(element)
        for kind, texts in self._hidden.items():
            self._seen.hide(kind, "".join(texts))
        self._hidden = {}
        return self._line

    def _children(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag in _RUNS:
                self._run(child)
            elif tag in _DELETED:
                self._seen.deletions += 1
            elif tag == _ALTERNATE:
                chosen = chosen_branch(child)
                if chosen is not None:
                    self._children(chosen)
            elif tag == _SIMPLE_FIELD:
                self._fields.append(_Field(child.get(_SIMPLE_INSTRUCTION, ""), in_result=True))
                self._children(child)
                self._fields.pop()
            elif tag in _TEXTS:
                self._add(child.text or "", UNKNOWN)
            elif tag not in _SKIPPED:
                if tag in _INSERTED:
                    self._seen.insertions += 1
                self._children(child)

    def _run(self, run: Element) -> None:
        outer = self._unseen
        letters = self._letters(first_child(run, _RUN_PROPERTIES))
        self._unseen = letters.unseen
        self._run_content(run, letters.format)
        self._unseen = outer

    def _letters(self, properties: Element | None) -> Letters:
        return Letters(UNKNOWN) if self._paragraph is None else self._paragraph.letters(properties)

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
                if self._fields and len(self._fields[-1].instruction) < _LONGEST_INSTRUCTION:
                    self._fields[-1].instruction += (child.text or "")[:_LONGEST_INSTRUCTION]
            elif tag == _SYMBOL:
                self._add(_symbol(child), look)
            elif tag in _NOTES:
                notes = self._line.hidden_notes if self._unseen == "vanish" else self._line.notes
                notes.append((_NOTES[tag], child.get(_ID, "")))
            elif tag in _WITH_BOXES:
                self._boxes(child)
            elif tag == _ALTERNATE:
                if (chosen := chosen_branch(child)) is not None:
                    self._run_content(chosen, look)
            elif tag == _RUBY:
                for base in child.iterfind(_RUBY_BASE):
                    self._children(base)

    def _add(self, text: str, look: Format) -> None:
        if not text:
            return
        self._seen.read(text)
        if self._unseen is not None:
            self._hidden.setdefault(self._unseen, []).append(text)
            return
        for texts in self._hidden.values():
            if texts[-1] != " ":
                texts.append(" ")  # what is hidden before and behind a text that is seen is not one word
        if self._page_fields or not any(known.is_page for known in self._fields):
            self._line.pieces.append(Piece(text, look))

    def _field(self, character: Element) -> None:
        kind = character.get(_FIELD_TYPE)
        if kind == "begin" and len(self._fields) < _DEEPEST_FIELD:
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _boxes(self, parent: Element) -> None:
        """Text boxes below a drawing; those that nobody sees are only counted."""
        for box in boxes(parent, self._palette):
            if self._unseen == "vanish" or box.off_page:
                self._seen.hide("vanish" if self._unseen == "vanish" else "off-page", all_text(box.content))
            else:
                self._line.boxes.append(box)


def all_text(element: Element) -> str:
    """All text below an element, a blank between paragraphs; for counting, not for reading."""
    return " ".join(
        "".join(text.text or "" for text in paragraph.iter(_TEXT)) for paragraph in element.iter(_PARAGRAPH)
    )


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(_CHARACTER, "")[:8], 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xFFFF else ""
