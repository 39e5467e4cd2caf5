"""What holds for every reader in the catalogue, and for any bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
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

PIECES = st.sampled_from(["0", "9", "-", "e", "%", "<", "/", ">", '"', " ", "w:", "\ufffe", "99999999999", "ab"])
BODY = (
    '<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    '<w:outlineLvl w:val="1"/><w:spacing w:line="360" w:lineRule="auto"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>Satu</w:t><w:br/><w:sym w:char="F0B7"/></w:r></w:p>'
    '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    "<w:p><w:r><w:t>Sel</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlRestart w:val="0"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num>'
)


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


DOCUMENT, EMPTY, OTHER_KIND, DAMAGED, NO_TEXT = "document", "G104", "G105", "G106", "G110"


def outcome(data: bytes, name: str) -> str:
    """``DOCUMENT`` for one that keeps its promises, or the code of the error."""
    try:
        check(read_bytes(data, name))
    except GraderError as error:
        return error.code
    return DOCUMENT


@given(data=st.binary(max_size=2000), name=st.sampled_from(["a.txt", "a.md", "a.docx", "a.pdf", ""]))
def test_random_bytes_give_a_document_or_a_coded_error(data: bytes, name: str) -> None:
    found = outcome(data, name)
    assert found in {DOCUMENT, EMPTY, OTHER_KIND, DAMAGED, NO_TEXT}
    assert (found == EMPTY) == (data == b"")


@given(
    text=st.text(alphabet=st.sampled_from("ab A1.)-#*|:\t\n<>&_•`"), max_size=200),
    name=st.sampled_from(["a.txt", "a.md"]),
)
def test_any_text_gives_a_document_or_holds_none(text: str, name: str) -> None:
    found = outcome(text.encode(), name)
    assert found in {DOCUMENT, EMPTY, NO_TEXT}
    if name == "a.txt" and any(char.isalnum() for char in text):
        assert found == DOCUMENT


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (b"%PDF-1.4\n", {DAMAGED}),
        (b"PK\x03\x04", {DAMAGED}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", {OTHER_KIND, DAMAGED}),  # damaged when “%PDF-” is among the bytes
        (b"\xff\xfe", {DOCUMENT, DAMAGED, OTHER_KIND, NO_TEXT}),
    ],
    ids=["pdf", "zip", "ole", "utf-16"],
)
@settings(max_examples=30)
@given(data=st.binary(max_size=1000))
def test_random_bytes_behind_a_known_start(start: bytes, expected: set[str], data: bytes) -> None:
    assert outcome(start + data, "a.bin") in expected


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
def test_good_files_with_changed_bytes(
    name: str, essay_files: dict[str, bytes], changes: list[tuple[float, int]]
) -> None:
    data = bytearray(essay_files[name])
    for where, value in changes:
        data[int(where * len(data))] = value
    assert outcome(bytes(data), f"a.{name}") in {DOCUMENT, OTHER_KIND, DAMAGED, *([NO_TEXT] if name == "pdf" else [])}


def letters(data: bytes, name: str) -> str:
    """What a document holds, without blanks and marks."""
    return "".join(char for block in read_bytes(data, name).blocks for char in block.text if char.isalnum())


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(share=st.floats(0, 1, exclude_max=True))
def test_good_files_cut_off(name: str, essay_files: dict[str, bytes], share: float) -> None:
    data = essay_files[name][: int(share * len(essay_files[name]))]
    found = outcome(data, f"a.{name}")
    if data == b"":
        assert found == EMPTY
    elif name in ("txt", "md"):
        assert found == DOCUMENT
        assert "PokokPikiranKolaborasiberartibekerjabersamaantarinstansiSekian".startswith(letters(data, f"a.{name}"))
    elif len(data) < len(b"%PDF-"):  # nothing tells yet what it was to be
        assert found in {DOCUMENT, OTHER_KIND, DAMAGED}
    else:
        assert found in {DAMAGED, *([DOCUMENT, NO_TEXT] if name == "pdf" else [])}


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), PIECES), max_size=6))
def test_word_files_with_changed_xml(make_docx: Callable[..., bytes], changes: list[tuple[float, str]]) -> None:
    parts = {"body": BODY, "styles": STYLES, "numbering": NUMBERING}
    for where, text in changes:
        name = list(parts)[int(where * 3)]
        at = int((where * 3 % 1) * len(parts[name]))
        parts[name] = parts[name][:at] + text + parts[name][at + len(text) :]
    found = outcome(make_docx(**parts), "a.docx")
    assert found in {DOCUMENT, DAMAGED, NO_TEXT}
    if parts == {"body": BODY, "styles": STYLES, "numbering": NUMBERING}:
        assert found == DOCUMENT
