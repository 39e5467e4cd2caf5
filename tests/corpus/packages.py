"""Packages, their XML and PDFs that are not put together as they should be."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.corpus.case import Case, coded, graded, refused
from tests.corpus.paper import essay
from tests.corpus.prose import paragraphs
from tests.corpus.word import NAMESPACES, document_xml, docx, members, p, pack, ps, r, with_members

TEXTS = paragraphs(150, 100)
GOOD = docx(ps(TEXTS))


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _packages()
    yield from _xml()
    yield from _pdfs()


def _packages() -> Iterator[Case]:
    files = members(ps(TEXTS))
    without = {name: data for name, data in files.items() if name != "word/document.xml"}
    yield refused("packages/main-part-missing.docx", pack(without), "G106", why="no-document")
    bare = {"word/document.xml": files["word/document.xml"]}
    yield graded("packages/main-part-alone.docx", pack(bare), words=150)
    yield graded("packages/stored.docx", pack(files, zipfile.ZIP_STORED), words=150)
    yield graded("packages/main-part-first.docx", pack(dict(sorted(files.items(), reverse=True))), words=150)
    escaping = {
        "../../../jejak.txt": b"jejak",
        "/jejak.txt": b"jejak",
        "..\\jejak.txt": b"jejak",
        "C:\\jejak.txt": b"j",
    }
    yield graded("packages/names-that-lead-out.docx", with_members(GOOD, escaping), words=150)
    yield graded(
        "packages/embedded-zip.docx",
        with_members(GOOD, {"word/embeddings/a.bin": pack({"b.zip": pack({"c": bytes(100_000)})})}),
        words=150,
    )
    for share in (10, 50, 90, 99):
        yield refused(f"packages/cut-at-{share}-percent.docx", GOOD[: len(GOOD) * share // 100], "G106", "G105")
    yield refused("packages/wrong-checksum.docx", _with_wrong_checksum(GOOD), "G106", why="zip")
    yield coded("packages/junk-before.docx", b"From: surat\r\n\r\n" + GOOD)
    yield graded("packages/junk-after.docx", GOOD + b"\0" * 500, words=150)
    yield coded("packages/names-twice.docx", with_members_twice())
    yield refused("packages/only-end-of-directory.docx", b"PK\x05\x06" + bytes(18), "G105", "G106")
    yield refused("packages/empty-main-part.docx", pack({**files, "word/document.xml": b""}), "G106")
    yield refused("packages/main-part-of-another-root.docx", docx(root="<a/>"), "G106", why="no-document")
    yield coded("packages/unknown-packing.docx", _with_method(GOOD, 97))
    yield coded("packages/relations-in-a-circle.docx", pack({**files, "word/_rels/document.xml.rels": _CIRCLE}))
    broken = {**files, "word/styles.xml": b"<w:styles", "word/_rels/document.xml.rels": _STYLES}
    yield coded("packages/styles-not-well-formed.docx", pack(broken))
    looped = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    yield graded("packages/styles-in-a-circle.docx", docx(ps(TEXTS), styles=looped), words=150)
    outside = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="x" Type="' + _R.encode() + b'/attachedTemplate" '
        b'Target="http://127.0.0.1:9/a.dotm" TargetMode="External"/></Relationships>',
    )
    yield graded(
        "packages/template-on-the-network.docx", pack({**files, "word/_rels/document.xml.rels": outside}), words=150
    )


_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CIRCLE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{_R}/header" Target="document.xml"/></Relationships>'
).encode()
_STYLES = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{_R}/styles" Target="styles.xml"/></Relationships>'
).encode()


def with_members_twice() -> bytes:
    """A package whose main part is in it twice: programs do not agree which one counts."""
    target = io.BytesIO(GOOD)
    second = zipfile.ZipInfo("word/document.xml")
    with zipfile.ZipFile(target, "a") as package:
        package.NameToInfo.pop("word/document.xml")
        package.writestr(second, document_xml(ps(["Isi yang kedua."])))
    return target.getvalue()


def _with_wrong_checksum(data: bytes) -> bytes:
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        info = package.getinfo("word/document.xml")
    for mark, offset in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        at = -1
        while (at := changed.find(mark, at + 1)) >= 0:
            if changed[at + offset : at + offset + 4] == struct.pack("<I", info.CRC):
                changed[at + offset] ^= 0xFF
    return bytes(changed)


def _with_method(data: bytes, method: int) -> bytes:
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = -1
        while (at := changed.find(mark, at + 1)) >= 0:
            changed[at + offset : at + offset + 2] = struct.pack("<H", method)
    return bytes(changed)


def _xml() -> Iterator[Case]:
    head = '<?xml version="1.0" encoding="{}"?>\n'
    inside = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]>'
    body = document_xml(ps(TEXTS)).split("\n", 1)[1]
    for codec in ("UTF-8", "UTF-16"):
        root = (head.format(codec) + inside + body).encode(codec)
        yield refused(f"xml/doctype-{codec.lower()}.docx", docx(root=root), "G106", why="doctype")
    # UTF-32 is an encoding that an XML parser may know; a search for bytes does not find the word in it.
    root = (head.format("UTF-32") + inside + body).encode("utf-32")
    yield refused("xml/doctype-utf-32.docx", docx(root=root), "G106")
    # In UTF-7 the word's letters are there, but not its first sign; libxml2 does not read it.
    yield refused("xml/utf-7.docx", docx(root=(head.format("UTF-7") + inside + body).encode("utf-7")), "G106")
    for part, tag in (
        ("styles", "w:styles"),
        ("footnotes", "w:footnotes"),
        ("header1", "w:hdr"),
        ("numbering", "w:numbering"),
    ):
        whole = f'<?xml version="1.0"?><!DOCTYPE {tag} [<!ENTITY a "a">]><{tag} {NAMESPACES}/>'
        yield refused(f"xml/doctype-in-{part}.docx", docx(ps(TEXTS), **{part: whole}), "G106", why="doctype")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'{head.format("UTF-8")}<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>' + body.replace(TEXTS[0], "&l9;")
    yield refused("xml/billion-laughs.docx", docx(root=text), "G106", why="doctype")
    text = f'{head.format("UTF-8")}<!DOCTYPE d [<!ENTITY x "{"A" * 100_000}">]>' + body.replace(
        TEXTS[0], "&x;" * 10_000
    )
    yield refused("xml/quadratic-entities.docx", docx(root=text), "G106", why="doctype")
    text = f'{head.format("UTF-8")}<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + body.replace(
        TEXTS[0], "&x;"
    )
    yield refused("xml/external-entity.docx", docx(root=text), "G106", why="doctype")
    text = f'{head.format("UTF-8")}<!DOCTYPE d SYSTEM "http://127.0.0.1:9/a.dtd">' + body
    yield refused("xml/external-document-type.docx", docx(root=text), "G106", why="doctype")
    yield refused("xml/unknown-entity.docx", docx(root=body.replace(TEXTS[0], "&x;")), "G106")
    yield refused(
        "xml/no-utf-8.docx",
        docx(
            root=body.replace("Kepala", "Kep\udcff\udcfela").encode("utf-8", "surrogateescape")
            if "Kepala" in body
            else body.encode() + b"\xff\xfe"
        ),
        "G106",
    )
    yield refused("xml/not-closed.docx", docx(root=body[:-30]), "G106", why="xml")
    yield refused("xml/control-character.docx", docx(root=body.replace(TEXTS[0], "a\x01b")), "G106", why="xml")
    for codec in ("UTF-16", "ISO-8859-1", "windows-1252"):
        yield graded(
            f"xml/written-in-{codec.lower()}.docx", docx(root=(head.format(codec) + body).encode(codec)), words=150
        )
    yield graded(
        "xml/comments-and-instructions.docx",
        docx(p(r(TEXTS[0]), "<!-- rahasia -->", "<?rahasia rahasia?>")),
        words=75,
        lacks=("rahasia",),
    )
    # The words are escaped in the text: this is an essay on web pages, and no document type.
    yield graded(
        "xml/doctype-in-words.docx",
        docx(
            ps([TEXTS[0], "Kami menulis <!DOCTYPE html> di sini."]),
        ),
        words=81,
    )


def _pdfs() -> Iterator[Case]:
    good = essay(TEXTS)
    yield graded("pdfs/junk-before-the-header.pdf", b"\0\r\n" * 100 + good, words=150)
    yield coded("pdfs/junk-far-before-the-header.pdf", b"%" * 2000 + good)
    yield graded("pdfs/junk-after-the-end.pdf", good + b"\0" * 2000, words=150)
    start = good.rindex(b"startxref")
    yield graded("pdfs/wrong-startxref.pdf", good[:start] + b"startxref\n12345\n%%EOF\n", words=150)
    yield graded(
        "pdfs/without-table-of-objects.pdf",
        good[: good.rindex(b"xref\n", 0, start)] + good[good.index(b"trailer") :],
        words=150,
    )
    yield coded("pdfs/without-end.pdf", good[:start])
    for share in (5, 50, 90):
        yield coded(f"pdfs/cut-at-{share}-percent.pdf", good[: len(good) * share // 100])
    yield refused("pdfs/header-alone.pdf", b"%PDF-1.7\n", "G106")
    yield refused("pdfs/header-and-noise.pdf", b"%PDF-1.7\n" + zlib.compress(good) * 3, "G106")
    yield refused(
        "pdfs/no-pages.pdf",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
        b"trailer\n<</Root 1 0 R/Size 3>>\n%%EOF\n",
        "G106",
        "G110",
    )
    yield coded(
        "pdfs/pages-in-a-circle.pdf",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 3>>\nendobj\n"
        b"trailer\n<</Root 1 0 R/Size 3>>\n%%EOF\n",
    )
    yield graded(
        "pdfs/version-2.pdf", good.replace(b"%PDF-1.4", b"%PDF-2.0").replace(b"%PDF-1.3", b"%PDF-2.0"), words=150
    )
