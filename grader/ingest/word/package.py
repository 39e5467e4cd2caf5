"""The zip around a Word file, opened behind guards: its size, its shape and its XML are anybody's."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from lxml import etree

from grader.errors import GraderError
from grader.ingest.limits import CHUNK_BYTES, MEGABYTE, TREE_BYTES, XML_BYTES, ZIP_ENTRIES, ZIP_RATIO
from grader.ingest.word.inflating import PlainMembers

ZIP_ERRORS: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""All that `zipfile` is known to raise on damaged or hostile archives."""

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_DOCTYPE: Final = b"<!DOCTYPE"
_WIDE_DOCTYPE: Final = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-16-le", "utf-16-be"))
_WIDE_STARTS: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_ENTRY: Final = b"PK\x01\x02"
"""What every entry in the directory of a zip begins with."""
_NODE_BYTES: Final = 100
_ATTRIBUTE_BYTES: Final = 220
"""What lxml's tree takes for an element or its end, and for an attribute with its value."""

_TABLE_STYLE: Final = re.compile(rb"tblStyle[\s/>]")
_STYLE: Final = b"<w:style "
_STYLE_END: Final = b"</w:style>"


def without_table_styles(styles: bytes) -> bytes:
    """A styles part, as Word and python-docx write it, without table styles; the default one stays."""
    first, *others = styles.split(_STYLE)
    kept = [first]
    for other in others:
        head, end = other.partition(b">")[0], other.find(_STYLE_END)
        if b'w:type="table"' in head and b"w:default" not in head and not head.endswith(b"/") and end >= 0:
            kept.append(other[end + len(_STYLE_END) :])
        else:
            kept.append(_STYLE + other)
    return b"".join(kept)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a package whose directory is no larger than a document's can be.

    Raises:
        GraderError: G106 damaged, G107 encrypted, G111 too many entries.
    """
    # Counted in the bytes: what the directory says of itself may be a lie, and reading it costs memory. Packages that
    # are embedded as they are have entries of their own.
    if data.count(_ENTRY) > 10 * ZIP_ENTRIES:
        raise GraderError("G111", what="entries", limit=ZIP_ENTRIES)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise GraderError("G106", reason="zip") from error
    members = package.infolist()
    if len(members) > ZIP_ENTRIES:
        raise GraderError("G111", what="entries", limit=ZIP_ENTRIES)
    if any(member.flag_bits & 1 for member in members):
        raise GraderError("G107")
    return package


class Package:
    """The parts of a Word file.

    Args:
        data: the bytes of the file.

    Raises:
        GraderError: G106 damaged or with a document type declaration, G107 encrypted, G111 inflating to too much.
    """

    def __init__(self, data: bytes) -> None:
        self._left = XML_BYTES
        self._tree_left = TREE_BYTES
        self._zip = open_zip(data)
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._plain = PlainMembers(data, self._zip)
        self._relations: dict[str, list[tuple[str, str, str]]] = {}
        self._parts: dict[str, bytes] = {}
        self._parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        for name in self._members:
            if name.lower().endswith((".xml", ".rels")):
                self._parts[name] = self._inflate(name)
        self.main = self._main_part()

    def _inflate(self, name: str) -> bytes:
        """A part, refused when it declares a document type."""
        member = self._members[name]
        data = self._plain.read(member, min(self._left, max(MEGABYTE, ZIP_RATIO * member.compress_size)))
        if data is None:
            data = self._inflate_in_pieces(member)
        else:
            self._left -= len(data)
        # One sign is found far sooner than several, and most parts have none.
        wide = data.startswith(_WIDE_STARTS)
        if b"!" in data and (_DOCTYPE in data or (wide and any(mark in data for mark in _WIDE_DOCTYPE))):
            raise GraderError("G106", reason="doctype")
        return data

    def _inflate_in_pieces(self, member: zipfile.ZipInfo) -> bytes:
        """A part, inflated in pieces against the budget: declared sizes lie."""
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as part:
                while piece := part.read(CHUNK_BYTES):
                    size += len(piece)
                    self._left -= len(piece)
                    if self._left < 0 or (size > MEGABYTE and size > ZIP_RATIO * max(member.compress_size, 1)):
                        raise GraderError("G111", what="inflated", limit=XML_BYTES // MEGABYTE)
                    pieces.append(piece)
        except ZIP_ERRORS as error:
            raise GraderError("G106", reason="zip") from error
        return b"".join(pieces)

    def part(self, name: str) -> etree._Element | None:
        """The root of an XML part; ``None`` when there is no such part, or it was asked for before.

        A part is read once: relations of many names may all lead to one large part.

        Raises:
            GraderError: G106 when it is not well formed or declares a document type, G111 when its tree with those of
                the parts before it would take too much memory.
        """
        data = self._parts.pop(name, None)
        if data is None:
            return None
        self._tree_left -= len(data) + _NODE_BYTES * data.count(b"<") + _ATTRIBUTE_BYTES * data.count(b"=")
        if self._tree_left < 0:
            raise GraderError("G111", what="inflated", limit=XML_BYTES // MEGABYTE)
        try:
            root = etree.fromstring(data, self._parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise GraderError("G106", reason="xml") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise GraderError("G106", reason="doctype")
        return root

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """Id, kind (last word of its type) and target part of each relation of a part to others in the package."""
        if name not in self._relations:
            self._relations[name] = list(self._read_relations(name))
        return self._relations[name]

    def _read_relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return
        for relation in root.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = unquote(relation.get("Target", ""))
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], path

    def related(self, name: str, kind: str) -> etree._Element | None:
        """The root of the first part of this kind (``styles``, ``numbering`` …) that a part relates to."""
        for _, found, target in self.relations(name):
            if found == kind and (root := self.part(target)) is not None:
                return root
        return None

    def styles(self) -> etree._Element | None:
        """The root of the styles part, without table styles when no table has one; ask before other parts are read.

        Word's own table styles are nine tenths of many a styles part, and parsing them most of the cost of a reading.
        """
        for _, kind, target in self.relations(self.main):
            data = self._parts.get(target, b"")
            if kind != "styles" or not data:
                continue
            others = [other for name, other in self._parts.items() if name != target]
            # No comment, no CDATA, no instruction; one sign is found far sooner than two.
            plain = (b"!" not in data or b"<!" not in data) and data.find(b"<?", 1, data.rfind(b"?") + 1) < 0
            if plain and not any(
                other.startswith(_WIDE_STARTS) or (b"tblStyle" in other and _TABLE_STYLE.search(other))
                for other in others
            ):
                self._parts[target] = without_table_styles(data)
            return self.part(target)
        return None

    def _main_part(self) -> str:
        for _, kind, target in self.relations(""):
            if kind == "officeDocument" and target in self._parts:
                main = target
                break
        else:
            main = "word/document.xml"
        if main not in self._parts:
            raise GraderError("G106", reason="no-document")
        if _STRICT.encode() in self._parts[main][:8192]:
            raise GraderError("G105", kind="strict-docx")
        return main
