"""A copy of a participant's Word file with comments in the margin.

The XML is changed directly rather than through python-docx, whose comments need runs that it knows (none in content
controls, insertions, links) and whose saving drops unknown parts and writes the time of day; see `parts`. What was in
the file stays: earlier comments, tracked changes, macros, links.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from lxml import etree

from grader.reports.names import Names
from grader.reports.participant.notes import Note, elsewhere
from grader.reports.participant.parts import PackageError, Parts
from grader.reports.participant.skeleton import find
from grader.reports.participant.word_xml import (
    Element,
    Line,
    W,
    XmlError,
    add_comment,
    comment,
    lines,
    parsed,
    used_numbers,
    w,
    whole,
    written,
)

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_PART: Final = "[Content_Types].xml"
MOST: Final = 400
"""Comments in one file; more help nobody."""


class AnnotationError(Exception):
    """The file cannot carry notes; its feedback has to be a page."""


def to_docx(data: bytes, notes: Sequence[Note], names: Names) -> bytes:
    """The file with a comment for each note.

    A note whose passage is not found (in a footnote, say) is added to the first paragraph and names its passage.

    Args:
        data: the file's bytes; the same that the notes were made of.
        notes: in the order of their numbers; the first is the general one.
        names: for the words around them.

    Raises:
        AnnotationError: when the file is damaged, too large, has no text, or is none that Word would open.
    """
    try:
        parts = Parts(data)
        main = _main(parts)
        root = parsed(parts.read(main))
        body = root.find(w("body"))
        if body is None:
            raise AnnotationError("no body")
        name, comments, changed = _comments(parts, main)
        number = max(used_numbers(root, comments), default=-1) + 1
        _place(body, comments, notes[:MOST], names, number)
        return parts.changed({main: written(root), name: written(comments), **changed})
    except (PackageError, XmlError, RecursionError, MemoryError) as error:
        raise AnnotationError(str(error)) from error


def _place(body: Element, comments: Element, notes: Sequence[Note], names: Names, number: int) -> None:
    author = names.voice.say("participant.author")
    known = lines(body)
    if not known:
        raise AnnotationError("no text")
    # Found before anything is cut: cutting a run changes the texts that places point into.
    texts = [line.skeleton for line in known]
    found = [find(note.passage, texts) if note.passage is not None else None for note in notes]
    for count, (note, place) in enumerate(zip(notes, found, strict=True), start=number):
        line = known[place.index] if place is not None else _first(known)
        if place is None:
            whole(line, count)
        else:
            comment(_again(line), count, place.first, place.last)
        add_comment(comments, count, author, note.lines if place is not None else elsewhere(note, names))


def _first(known: Sequence[Line]) -> Line:
    return next((line for line in known if not line.boxed), known[0])


def _again(line: Line) -> Line:
    """The line with its texts as they are now: cutting for an earlier note adds texts, but no character."""
    if line.boxed:
        return line
    return next(each for each in lines(line.paragraph) if not each.boxed and each.paragraph is line.paragraph)


def _main(parts: Parts) -> str:
    """The part that holds the text."""
    if "_rels/.rels" in parts:
        for relation in parsed(parts.read("_rels/.rels")).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            if relation.get("Type", "").endswith("/officeDocument") and relation.get("TargetMode") != "External":
                target = _target("", relation.get("Target", ""))
                if target in parts:
                    return target
    return "word/document.xml"


def _comments(parts: Parts, main: str) -> tuple[str, Element, dict[str, bytes]]:
    """Name and root of the part of comments, and what else changes when it is new."""
    folder, base = posixpath.split(main)
    listing = posixpath.join(folder, "_rels", f"{base}.rels")
    if listing in parts:
        relations = parsed(parts.read(listing))
    else:
        relations = parsed(f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
    for relation in relations.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
        if relation.get("Type", "").rpartition("/")[2] == "comments" and relation.get("TargetMode") != "External":
            target = _target(folder, relation.get("Target", ""))
            if target in parts:
                return target, parsed(parts.read(target)), {}
    name = next(
        name for count in range(1000)
        if (name := posixpath.join(folder, f"comments{count or ''}.xml")) not in parts
    )  # fmt: skip
    ids = {relation.get("Id") for relation in relations}
    free = next(each for each in (f"rIdGrader{count}" for count in range(1000)) if each not in ids)
    attributes = {"Id": free, "Type": f"{_OFFICE}/comments", "Target": posixpath.basename(name)}
    etree.SubElement(relations, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    types = parsed(parts.read(_TYPES_PART))
    etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
    root = etree.Element(w("comments"), nsmap={"w": W})
    return name, root, {listing: written(relations), _TYPES_PART: written(types)}


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
