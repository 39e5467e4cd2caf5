"""What is a submission at all, what kind of file it is, and packages that are not as they should be."""

from __future__ import annotations

import io
import os
import random
import socket
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from tests.corpus.case import Case, Writer, coded, graded, left_out, refused
from tests.corpus.paper import essay
from tests.corpus.prose import paragraphs
from tests.corpus.word import PNG, document_xml, docx, pack, ps, with_members

TEXTS = paragraphs(150, 100)
GOOD = docx(ps(TEXTS))
PLAIN = "\n\n".join(TEXTS).encode()
MEGABYTE = 1_000_000


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _entries()
    yield from _sizes()
    yield from _kinds()
    yield from _locked()


def _entries() -> Iterator[Case]:
    for name in (
        "~$gas.docx",
        ".~lock.tugas.docx#",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "._tugas.docx",
        ".tersembunyi.docx",
    ):
        yield left_out(f"structure/{name}", GOOD)
    yield left_out("structure/__MACOSX", lambda path: _folder_with(path, "._tugas.docx"))
    yield left_out("structure/folder.docx", Path.mkdir)
    if hasattr(os, "mkfifo"):
        yield refused("structure/pipe.docx", os.mkfifo, "G103")
        yield refused("structure/socket.docx", _socket, "G103")
        yield refused("structure/link-out.docx", lambda path: path.symlink_to(__file__), "G103")
        yield left_out("structure/link-to-a-folder-out.docx", lambda path: path.symlink_to(Path(__file__).parent))
        yield refused("structure/link-to-nowhere.docx", lambda path: path.symlink_to("tidak-ada.docx"), "G103")
        yield refused("structure/link-to-itself.docx", lambda path: path.symlink_to(path.name), "G103")
        yield left_out("structure/link-to-the-folder-above.docx", lambda path: path.symlink_to(".."))
    yield left_out("structure/nilai.csv", b"nama;nilai\n")


def _folder_with(path: Path, name: str) -> None:
    path.mkdir()
    (path / name).write_bytes(GOOD)


def _socket(path: Path) -> None:
    # A socket's whole path may have 107 bytes only, so it is bound from within its folder.
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _sized(start: bytes, size: int) -> Writer:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.write(start)
            file.truncate(size)

    return write


def _sizes() -> Iterator[Case]:
    yield refused("structure/31-megabytes.pdf", _sized(essay(TEXTS), 31 * MEGABYTE), "G109")
    yield refused("structure/31-megabytes.docx", _sized(GOOD, 31 * MEGABYTE), "G109")
    yield refused("structure/2-megabytes-of-text.txt", b"Kami dan warga bekerja bersama untuk desa.\n" * 50_000, "G109")
    yield refused("structure/empty.docx", b"", "G104")
    yield refused("structure/empty.pdf", b"", "G104")
    yield refused("structure/empty.txt", b"", "G104")
    # One letter is a text of one word, however poor.
    yield coded("structure/one-byte.docx", b"P")
    noise = random.Random(7).randbytes(8_000_000)
    # Eight megabytes of pictures in an honest file: they are never inflated.
    yield graded("structure/large-pictures.docx", with_members(GOOD, {"word/media/image1.png": PNG + noise}), words=150)


OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(*streams: str) -> bytes:
    """An OLE compound file (version 3) with empty streams of these names; as Office 97 and encrypted packages are."""
    header = OLE_MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    header += b"\xff\xff\xff\xff" * 109
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    names = ["Root Entry", *streams]
    entries = b""
    for number, name in enumerate(names):
        encoded = (name + "\0").encode("utf-16-le")
        kind = 5 if number == 0 else 2
        child = 1 if number == 0 and streams else 0xFFFFFFFF
        right = number + 1 if 0 < number < len(names) - 1 else 0xFFFFFFFF
        entries += encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, 0xFFFFFFFF, right, child)
        entries += bytes(36) + struct.pack("<IQ", 0xFFFFFFFE, 0)
    return header + fat[:512] + entries.ljust(512, b"\0")


JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + bytes(64) + b"\xff\xd9"
RTF = rb"{\rtf1\ansi\deff0 {\fonttbl{\f0 Arial;}} \f0\fs24 Kami bekerja sama dengan warga untuk desa.\par}"
HTML = b"<!DOCTYPE html><html><head><title>Tugas</title></head><body><p>Kami dan warga.</p></body></html>"
MHTML = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
    + HTML
)


def _package(kind: str) -> bytes:
    xml = b'<?xml version="1.0"?><a/>'
    types = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    open_document = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
    if kind in open_document:
        mime = f"application/vnd.oasis.opendocument.{open_document[kind]}".encode()
        return pack({"mimetype": mime, "content.xml": xml}, zipfile.ZIP_STORED)
    inside = {
        "xlsx": {"[Content_Types].xml": types, "xl/workbook.xml": xml},
        "pptx": {"[Content_Types].xml": types, "ppt/presentation.xml": xml},
        "pages": {"Index/Document.iwa": b"\0\0", "preview.jpg": JPEG},
        "epub": {"mimetype": b"application/epub+zip", "META-INF/container.xml": xml},
        "archive": {"tugas.docx": GOOD, "foto.jpg": JPEG},
        "nested": {"dalam.zip": pack({"lagi.zip": pack({"tugas.docx": GOOD})})},
    }
    return pack(inside[kind])


def _kinds() -> Iterator[Case]:
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    shortcut = b'{"url":"https://docs.google.com/open?id=abc","doc_id":"abc","email":"budi@example.org"}'
    kinds = {
        "jpeg": (JPEG, "jpg", "jpeg"),
        "png": (PNG, "png", "png"),
        "heic": (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(64), "heic", "heic"),
        "rtf": (RTF, "rtf", "rtf"),
        "html": (HTML, "html", "html"),
        "html-saved-by-word": (b"\xef\xbb\xbf<html xmlns:w=\"urn:x\"><body>Kami.</body></html>", "htm", "html"),
        "mhtml": (MHTML, "mht", "mht"),
        "odt": (_package("odt"), "odt", "odt"),
        "doc": (ole("WordDocument", "1Table"), "doc", "doc"),
        "xls": (ole("Workbook"), "xls", "xls"),
        "ppt": (ole("PowerPoint Document"), "ppt", "ppt"),
        "docm": (docx(ps(TEXTS), main_type=macro), "docm", "docm"),
        "pages": (_package("pages"), "pages", "pages"),
        "google-shortcut": (shortcut, "gdoc", "link"),
        "web-shortcut": (b"[InternetShortcut]\r\nURL=https://docs.google.com/document/d/abc\r\n", "url", "link"),
        "xlsx": (_package("xlsx"), None, "xlsx"),
        "pptx": (_package("pptx"), "pptx", "pptx"),
        "epub": (_package("epub"), "epub", "epub"),
        "zip": (_package("archive"), None, "archive"),
        "zip-in-zip": (_package("nested"), None, "archive"),
        "rar": (b"Rar!\x1a\x07\x01\x00" + bytes(64), "rar", "archive"),
        "program": (b"MZ\x90\x00\x03" + bytes(200), "exe", "program"),
        "xml": (b'<?xml version="1.0"?><tugas>Kami dan warga.</tugas>', "xml", "xml"),
    }  # fmt: skip
    for name, (data, ending, kind) in kinds.items():
        if ending is not None:
            yield refused(f"kinds/{name}.{ending}", data, "G105", why=kind)
        yield refused(f"kinds/{name}-called.docx", data, "G105", why=kind)
        if name in ("jpeg", "rtf", "html", "doc"):
            yield refused(f"kinds/{name}-called.pdf", data, "G105", why=kind, path=f"kinds/{name}-also-called.pdf")
    # What we can read is read, whatever it is called.
    pdf = essay(TEXTS)
    yield graded("kinds/pdf-called-docx.docx", pdf, words=150)
    yield graded("kinds/docx-called-pdf.pdf", GOOD, words=150)
    yield graded("kinds/docx-called-doc.doc", GOOD, words=150)
    yield graded("kinds/text-called-docx.docx", PLAIN, words=150)
    yield graded("kinds/docx-called-txt.txt", GOOD, words=150)
    yield graded("kinds/without-ending", GOOD, words=150)
    yield graded("kinds/capital-ending.DOCX", GOOD, words=150)
    template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    # A template is a document in all but its type: there is nothing in it that could do harm.
    yield graded("kinds/template.dotx", docx(ps(TEXTS), main_type=template), words=150)
    strict = document_xml(ps(TEXTS)).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    yield refused("kinds/strict.docx", docx(root=strict), "G105", why="strict-docx")


def _locked() -> Iterator[Case]:
    yield refused("locked/office.docx", ole("EncryptionInfo", "EncryptedPackage"), "G107")
    pdf = essay(TEXTS)
    for name, revision, aes in (("rc4", 3, False), ("aes-128", 4, True), ("aes-256", 6, True)):
        yield refused(f"locked/{name}.pdf", _encrypted(pdf, "rahasia", revision, aes), "G107")
    # Protected against changes only: it opens without a password, and so it is read.
    yield graded("locked/against-changes-only.pdf", _encrypted(pdf, "", 3, False), words=150)
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    yield refused("locked/zip-with-password.docx", bytes(data), "G106", "G107")


def _encrypted(data: bytes, user: str, revision: int, aes: bool) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        lock = pikepdf.Encryption(user=user, owner="pemilik", R=revision, aes=aes, metadata=aes)  # type: ignore[arg-type]
        document.save(target, encryption=lock)
    return target.getvalue()
