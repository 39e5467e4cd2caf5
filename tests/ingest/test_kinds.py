"""Kinds of files, told by their content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from grader.errors import GraderError
from grader.ingest.kinds import recognise
from grader.ingest.reading import read_bytes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def package(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return target.getvalue()


def test_the_ending_does_not_matter(essay_files: dict[str, bytes]) -> None:
    for name, data in essay_files.items():
        if name in ("docx", "pdf"):
            assert recognise(data, "a.jpg") == name
    assert recognise(essay_files["txt"], "a.docx") == "txt"
    assert recognise(essay_files["txt"], "A.MD") == "md"
    assert recognise(b"sampah\n" * 20 + essay_files["pdf"], "a.txt") == "pdf"


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(64), "jpeg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "png"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (OLE, "office"),
        (b"{\\rtf1\\ansi Halo}", "rtf"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html></html>", "html"),
        (b'<?xml version="1.0"?><a/>', "xml"),
        (b'{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}', "link"),
        (b'{"":"WARNING!","doc_id":"1","email":"a@b.id"}', "link"),
        (b"[InternetShortcut]\r\nURL=https://docs.google.com/document/d/1", "link"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mht"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "word-xml"),
        (b"RIFF\x24\0\0\0WEBPVP8 " + bytes(64), "webp"),
        (b"\xef\xbb\xbf" + bytes(200), "unknown"),
        (b"Kata biasa. " * 6000 + b"\0", "unknown"),
        (package(xl__workbook_xml=b"x"), "xlsx"),
        (package(ppt__presentation_xml=b"x"), "pptx"),
        (package(mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        (package(catatan=b"x"), "archive"),
        (b"Rar!\x1a\x07\x00" + bytes(64), "archive"),
        (bytes(range(256)) * 8, "unknown"),
        (b"\x00" * 100, "unknown"),
    ],
)
def test_kinds_that_are_not_read_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(GraderError) as error:
        read_bytes(data, "esai.docx")
    assert (error.value.code, error.value.values["kind"]) == ("G105", kind)


def test_macros_are_named(make_docx: Callable[..., bytes]) -> None:
    data = make_docx("<w:p/>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["[Content_Types].xml"] = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(GraderError) as error:
        recognise(target.getvalue(), "a.docx")
    assert error.value.values["kind"] == "docm"


def test_an_encrypted_word_file_asks_for_its_password() -> None:
    with pytest.raises(GraderError) as error:
        recognise(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx")
    assert error.value.code == "G107"


def test_a_cut_off_package_is_damaged(essay_files: dict[str, bytes]) -> None:
    with pytest.raises(GraderError) as error:
        recognise(essay_files["docx"][:300], "a.docx")
    assert (error.value.code, error.value.values["reason"]) == ("G106", "zip")
