"""Members that are as the directory says are taken at once; whatever is odd is left to `zipfile`."""

from __future__ import annotations

import io
import zipfile

import pytest

from grader.ingest.word.inflating import PlainMembers

TEXT = b"Kolaborasi lintas sektor. " * 40


def packed(method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        package.writestr("word/a.xml", TEXT)
        package.writestr("word/b.xml", b"second")
    return file.getvalue()


def read(data: bytes, name: str = "word/a.xml", most: int = 10_000) -> bytes | None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return PlainMembers(data, package).read(package.getinfo(name), most)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("before", [b"", b"something before the zip"])
def test_a_plain_member_is_read_whole(method: int, before: bytes) -> None:
    data = before + packed(method)
    assert (read(data), read(data, "word/b.xml")) == (TEXT, b"second")


def test_other_methods_are_left() -> None:
    assert read(packed(zipfile.ZIP_LZMA)) is None


def test_no_more_is_inflated_than_allowed() -> None:
    data = packed(zipfile.ZIP_DEFLATED)
    assert read(data, most=len(TEXT)) == TEXT
    assert read(data, most=len(TEXT) - 1) is None


@pytest.mark.parametrize(
    ("field", "size"), [(8, 2), (10, 2), (16, 4), (20, 4), (24, 4)], ids=["flags", "method", "crc", "packed", "size"]
)
def test_a_directory_that_lies_is_left(field: int, size: int) -> None:
    data = bytearray(packed(zipfile.ZIP_DEFLATED))
    entry = data.index(b"PK\x01\x02") + field
    data[entry : entry + size] = (int.from_bytes(data[entry : entry + size], "little") ^ 1).to_bytes(size, "little")
    assert read(bytes(data)) is None


def test_a_header_of_another_name_is_left() -> None:
    data = packed(zipfile.ZIP_DEFLATED)
    assert read(data.replace(b"word/a.xml", b"word/c.xml", 1)) is None


def test_members_at_one_place_are_left() -> None:
    data = bytearray(packed(zipfile.ZIP_STORED))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = bytes(4)  # where the first one begins
    assert read(bytes(data)) is None
