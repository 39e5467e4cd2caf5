"""What holds for every reader in the catalogue, and for any bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import grader.ingest
from grader.errors import GraderError
from grader.ingest.catalogue import READERS
from grader.ingest.reading import read, read_bytes
from grader.records.document import Document, Fact, Kind

FORMATS = list(READERS)


def modules_in_folder() -> set[str]:
    (folder,) = grader.ingest.__path__
    return {f"grader.ingest.{path.stem}" for path in Path(folder).glob("from_*.py")}


def test_folder_and_catalogue_agree() -> None:
    assert {reader.read.__module__ for reader in READERS.values()} == modules_in_folder()
    assert all(name == reader.name for name, reader in READERS.items())


@pytest.mark.parametrize("name", FORMATS)
def test_every_reader_keeps_the_contract(name: str, essay_files: dict[str, bytes], tmp_path: Path) -> None:
    data = essay_files[name]
    path = tmp_path / f"esai.{name}"
    path.write_bytes(data)
    document = read(path)
    assert document == read_bytes(data, path.name)
    assert (document.name, document.format) == (path.name, name)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert [block.text for block in document.blocks] == [
        "Pokok Pikiran",
        "Kolaborasi berarti bekerja bersama antarinstansi.",
        "Sekian.",
    ]
    check(document)


def check(document: Document) -> None:
    """What a `Document` promises, whatever it was read from."""
    reader = READERS[document.format]
    assert document.facts <= reader.facts
    assert [block.place.paragraph for block in document.blocks] == list(range(1, len(document.blocks) + 1))
    for block in document.blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())
        assert (block.cell is not None) <= (block.kind in (Kind.TABLE_CELL, Kind.RUNNING_HEAD, Kind.FOOTNOTE))
        ends = [0, *(run.end for run in block.runs)]
        assert [run.start for run in block.runs] == ends[:-1]
        assert all(run.start < run.end for run in block.runs)
        assert not block.runs or ends[-1] == len(block.text)
        assert (block.place.page is not None) == (Fact.PAGES in document.facts)
        for known, fact in (
            (any(run.font for run in block.runs), Fact.FONT),
            (any(run.size for run in block.runs), Fact.FONT_SIZE),
            (block.line_spacing is not None, Fact.LINE_SPACING),
            (block.alignment is not None, Fact.ALIGNMENT),
        ):
            assert not known or fact in document.facts
    assert (document.pages is not None) == (Fact.PAGES in document.facts)
    assert (document.page_size is not None) == (Fact.PAGE_SIZE in document.facts)
    for field in document.header_fields:
        assert field.label
        assert all(0 <= index < len(document.blocks) for index in field.blocks)


def try_to_read(data: bytes, name: str) -> None:
    code = None
    try:
        check(read_bytes(data, name))
    except GraderError as error:
        code = error.code
    assert code in {None, "G104", "G105", "G106", "G107", "G108", "G109", "G110", "G111"}


@given(data=st.binary(max_size=2000), name=st.sampled_from(["a.txt", "a.md", "a.docx", "a.pdf", ""]))
def test_random_bytes_give_a_document_or_a_coded_error(data: bytes, name: str) -> None:
    try_to_read(data, name)


@given(
    text=st.text(alphabet=st.sampled_from("ab A1.)-#*|:\t\n<>&_•`"), max_size=200),
    name=st.sampled_from(["a.txt", "a.md"]),
)
def test_any_text_gives_a_document_or_a_coded_error(text: str, name: str) -> None:
    try_to_read(text.encode(), name)


@pytest.mark.parametrize("start", [b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"])
@settings(max_examples=30)
@given(data=st.binary(max_size=1000))
def test_random_bytes_behind_a_known_start(start: bytes, data: bytes) -> None:
    try_to_read(start + data, "a.bin")


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
def test_good_files_with_changed_bytes(
    name: str, essay_files: dict[str, bytes], changes: list[tuple[float, int]]
) -> None:
    data = bytearray(essay_files[name])
    for where, value in changes:
        data[int(where * len(data))] = value
    try_to_read(bytes(data), f"a.{name}")


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(share=st.floats(0, 1))
def test_good_files_cut_off(name: str, essay_files: dict[str, bytes], share: float) -> None:
    data = essay_files[name]
    try_to_read(data[: int(share * len(data))], f"a.{name}")
