"""A Word document's paragraphs and runs, and comments put around them: WordprocessingML, without files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from grader.reports import safe
from grader.reports.participant.skeleton import Skeleton, skeleton

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
Element = etree._Element


def w(name: str) -> str:
    """A name in the namespace of WordprocessingML."""
    return f"{{{W}}}{name}"


_PARAGRAPH: Final = w("p")
_RUN: Final = w("r")
_TEXT: Final = w("t")
_BOX: Final = w("txbxContent")
_GONE: Final = frozenset({w("del"), w("moveFrom")})
_RANGES: Final = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


class XmlError(Exception):
    """The part is no XML that may be read."""


def parsed(data: bytes) -> Element:
    """The root of a part; nothing outside it is ever looked at.

    Raises:
        XmlError: when it is not well formed, too deep, or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError("not well formed") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise XmlError("a document type")
    return root


def written(root: Element) -> bytes:
    """A part's bytes as Word writes them."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the body: its texts (``w:t``), and for each character of them which one it stands in and where.

    Attributes:
        paragraph: the ``w:p`` that can carry a comment (of a text box: the one that the box hangs in).
        texts: in order.
        skeleton: of all texts together.
        boxed: whether it stands in a text box, where Word allows no comments.
    """

    paragraph: Element
    texts: tuple[Element, ...]
    skeleton: Skeleton
    boxed: bool


def lines(body: Element) -> list[Line]:
    """All paragraphs of a body that hold text: those in tables, content controls and text boxes included.

    Text that was deleted with Track Changes, and the doubles of text boxes for old programs, are passed over.
    """
    own: dict[Element, list[Element]] = {}
    for text in body.iter(_TEXT):
        paragraph, dropped = None, False
        for ancestor in text.iterancestors():
            dropped = dropped or ancestor.tag in _GONE or ancestor.tag == _FALLBACK
            if ancestor.tag == _PARAGRAPH and paragraph is None:
                paragraph = ancestor
        if paragraph is not None and not dropped and text.text and _run_of(text) is not None:
            own.setdefault(paragraph, []).append(text)
    found = []
    for paragraph, texts in own.items():
        outer = list(paragraph.iterancestors(_PARAGRAPH))
        boxed = any(each.tag == _BOX for each in paragraph.iterancestors(_BOX))
        carrier = outer[-1] if boxed and outer else paragraph
        found.append(Line(carrier, tuple(texts), skeleton("".join(text.text or "" for text in texts)), boxed))
    return found


def comment(line: Line, number: int, first: int, last: int) -> None:
    """Put the range of a comment around characters ``first`` to ``last`` (inclusive) of a line.

    Runs are cut at the bounds; each half keeps its formats. The line's texts must not be used after that.
    """
    if line.boxed:
        whole(line, number)
        return
    words = "".join(text.text or "" for text in line.texts)
    while last + 1 < len(words) and not words[last + 1].isspace() and not words[last + 1].isalnum():
        last += 1  # the full stop and the closing quotation mark belong to a passage
    start = _cut(line.texts, first, before=True)
    # A cut takes the end of a text into a new run, so texts are gathered anew.
    end = _cut(tuple(_own_texts(line.paragraph)), last, before=False)
    _mark(start, end, number)


def whole(line: Line, number: int) -> None:
    """Put the range of a comment around all text of a paragraph."""
    runs = [run for text in _own_texts(line.paragraph) if (run := _run_of(text)) is not None]
    if runs:
        _mark(runs[0], runs[-1], number)
    else:  # the paragraph of a text box may have no text of its own
        run = etree.SubElement(line.paragraph, _RUN)
        _mark(run, run, number)


def _own_texts(paragraph: Element) -> Iterator[Element]:
    for text in paragraph.iter(_TEXT):
        nearest = next(text.iterancestors(_PARAGRAPH), None)
        if nearest is paragraph and text.text and _run_of(text) is not None and not _is_gone(text):
            yield text


def _is_gone(text: Element) -> bool:
    return any(each.tag in _GONE or each.tag == _FALLBACK for each in text.iterancestors())


def _run_of(text: Element) -> Element | None:
    parent = text.getparent()
    return parent if parent is not None and parent.tag == _RUN else None


def _cut(texts: Iterable[Element], place: int, *, before: bool) -> Element:
    """The run that begins (``before``) or ends at a character, cut there when it is longer."""
    left = place if before else place + 1
    last: Element | None = None
    for text in texts:
        size = len(text.text or "")
        last = _run_of(text)
        if left < size or (left == size and not before):
            break
        left -= size
    else:
        left = 0
    if last is None:
        raise ValueError("a line without runs")
    if before:
        return _split(text, left) if left or _has_text_before(text) else last
    if left < len(text.text or "") or _has_text_after(text):
        _split(text, left)
    return last


def _has_text_before(text: Element) -> bool:
    return any(each.tag == _TEXT for each in text.itersiblings(preceding=True))


def _has_text_after(text: Element) -> bool:
    return any(each.tag == _TEXT for each in text.itersiblings())


def _split(text: Element, at: int) -> Element:
    """Cut a run within one of its texts; the new run behind it, which holds the rest, comes back."""
    run = text.getparent()
    if run is None:
        raise ValueError("a text without a run")
    rest = etree.Element(_RUN, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(w("rPr"))
    if properties is not None:
        rest.append(deepcopy(properties))
    behind = list(text.itersiblings())
    tail = deepcopy(text)
    tail.text, text.text = (text.text or "")[at:], (text.text or "")[:at]
    for each in (tail, text):
        each.set(_SPACE, "preserve")
    rest.append(tail)
    rest.extend(behind)
    run.addnext(rest)
    if not text.text:
        run.remove(text)
    return rest


def _mark(start: Element, end: Element, number: int) -> None:
    opening, closing = etree.Element(_RANGES[0]), etree.Element(_RANGES[1])
    reference = etree.Element(_RUN)
    pointer = etree.SubElement(reference, _RANGES[2])
    for each in (opening, closing, pointer):
        each.set(w("id"), str(number))
    start.addprevious(opening)
    end.addnext(closing)
    closing.addnext(reference)


def used_numbers(*roots: Element) -> set[int]:
    """Numbers of the comments that a document has; ids that are no numbers are nobody's neighbours."""
    used = set()
    for root in roots:
        for each in root.iter(w("comment"), *_RANGES):
            value = each.get(w("id"), "")
            if value.isascii() and value.isdigit() and len(value) < 10:
                used.add(int(value))
    return used


def add_comment(comments: Element, number: int, author: str, paragraphs: Iterable[str]) -> None:
    """Add a comment to the part of comments; without a date, so that the same input gives the same bytes."""
    made = etree.SubElement(comments, w("comment"))
    made.set(w("id"), str(number))
    made.set(w("author"), safe.text(author))
    made.set(w("initials"), "".join(word[0] for word in author.split()).upper()[:3])
    for index, words in enumerate(paragraphs):
        paragraph = etree.SubElement(made, _PARAGRAPH)
        run = etree.SubElement(paragraph, _RUN)
        if index == 0:
            etree.SubElement(run, w("annotationRef"))
            run = etree.SubElement(paragraph, _RUN)
        look = etree.SubElement(run, w("rPr"))
        for size in ("sz", "szCs"):
            etree.SubElement(look, w(size)).set(w("val"), "20")
        text = etree.SubElement(run, _TEXT)
        text.set(_SPACE, "preserve")
        text.text = safe.text(words)
