"""Guards against files that are made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from grader.errors import GraderError
from grader.ingest import limits
from grader.ingest.reading import read_bytes

MakeDocx = Callable[..., bytes]


def refused(data: bytes, name: str = "a.docx") -> tuple[str, object]:
    with pytest.raises(GraderError) as error:
        read_bytes(data, name)
    values = error.value.values
    return error.value.code, values.get("reason", values.get("what"))


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return target.getvalue()


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_every_part(make_docx: MakeDocx, codec: str) -> None:
    data = with_member(make_docx("<w:p/>"), "customXml/item1.xml", f"{DOCTYPE}<a/>".encode(codec))
    assert refused(data) == ("G106", "doctype")


def test_entities_are_refused_before_they_grow(make_docx: MakeDocx) -> None:
    root = (
        f'{DOCTYPE}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
    )
    assert refused(make_docx("", root=root)) == ("G106", "doctype")


def test_a_bomb_is_not_inflated(make_docx: MakeDocx) -> None:
    data = with_member(make_docx("<w:p/>"), "word/fat.xml", b" " * 3_000_000)
    assert len(data) < 20_000
    assert refused(data) == ("G111", "inflated")


def test_pictures_are_never_inflated(make_docx: MakeDocx) -> None:
    body = "<w:p><w:r><w:t>Isi</w:t></w:r></w:p>"
    data = with_member(make_docx(body), "word/media/image1.png", b" " * 3_000_000)
    assert [block.text for block in read_bytes(data, "a.docx").blocks] == ["Isi"]


def test_all_parts_together_have_one_budget(make_docx: MakeDocx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.ingest.word.package.XML_BYTES", 5_000)
    data = make_docx("<w:p/>")
    for index in range(3):
        data = with_member(data, f"word/part{index}.xml", b"<a/>" * 500)
    assert refused(data) == ("G111", "inflated")


def test_too_many_entries(make_docx: MakeDocx) -> None:
    target = io.BytesIO(make_docx("<w:p/>"))
    with zipfile.ZipFile(target, "a") as package:
        for index in range(limits.ZIP_ENTRIES):
            package.writestr(f"x{index}", b"")
    assert refused(target.getvalue()) == ("G111", "entries")


def test_too_many_words(make_docx: MakeDocx) -> None:
    text = "kata " * limits.WORDS
    fits = make_docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    assert len(read_bytes(fits, "a.docx").blocks) == 1
    assert refused(make_docx(f"<w:p><w:r><w:t>{text} lagi</w:t></w:r></w:p>")) == ("G111", "words")


def test_sizes_of_files() -> None:
    for data in (b"a" * (limits.TEXT_BYTES + 1), b"%PDF-" + bytes(limits.FILE_BYTES)):
        with pytest.raises(GraderError) as error:
            read_bytes(data, "a.txt")
        assert error.value.code == "G109"
    assert error.value.values == {"size": 30.0, "limit": 30}


def test_deeply_nested_content_is_no_crash(make_docx: MakeDocx) -> None:
    depth = 200
    body = (
        "<w:sdt><w:sdtContent>" * depth + "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>" + "</w:sdtContent></w:sdt>" * depth
    )
    assert refused(make_docx(body)) == ("G106", "xml")
    row = "<w:tbl><w:tr><w:tc>"
    body = row * 70 + "<w:p><w:r><w:t>dalam</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 70
    assert [block.text for block in read_bytes(make_docx(body), "a.docx").blocks] == ["dalam"]


@pytest.mark.parametrize(
    "root, expected",
    [
        ("<w:document", ("G106", "xml")),
        ("<a/>", ("G106", "no-document")),
    ],
)
def test_broken_xml(make_docx: MakeDocx, root: str, expected: tuple[str, str]) -> None:
    assert refused(make_docx("", root=root)) == expected


def test_strict_open_xml_is_named(make_docx: MakeDocx) -> None:
    root = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    with pytest.raises(GraderError) as error:
        read_bytes(make_docx("", root=root), "a.docx")
    assert (error.value.code, error.value.values["kind"]) == ("G105", "strict-docx")
