"""Documents written down as lists of lines, and two small rubrics."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from grader.records.document import Block, Cell, Document, HeaderField, Kind, Place, Run
from grader.records.essay import Essay
from grader.rubric.schema import Assignment, Rubric, Section
from grader.structure.outline import outline

MakeDocument = Callable[..., Document]
Outlined = Callable[..., Essay]

_KINDS = {
    "cell": Kind.TABLE_CELL,
    "box": Kind.TEXT_BOX,
    "note": Kind.FOOTNOTE,
    "head": Kind.RUNNING_HEAD,
    "page": Kind.PAGE_NUMBER,
}


def _block(line: str, number: int) -> Block:
    place = Place(None, number)
    if found := re.fullmatch(r"(#+) (.+)", line):
        return Block(found[2], Kind.HEADING, place, level=len(found[1]))
    if found := re.fullmatch(r"\[(\S+)\] (.+)", line):
        return Block(found[2], Kind.LIST_ITEM, place, level=1, marker=found[1])
    if found := re.fullmatch(r"<(\w+)> (.+)", line):
        kind = _KINDS[found[1]]
        return Block(found[2], kind, place, cell=Cell(1, number, 1) if kind is Kind.TABLE_CELL else None)
    if found := re.fullmatch(r"\*\*(.+)\*\*", line):
        return Block(found[1], Kind.BODY, place, runs=(Run(0, len(found[1]), bold=True),))
    return Block(line, Kind.BODY, place)


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    """A document from lines: ``# heading``, ``[1.] list item``, ``<cell> …``, ``**bold**``, ``Label :: value``."""

    def make(*lines: str) -> Document:
        blocks = tuple(_block(line.replace(" :: ", ": "), number) for number, line in enumerate(lines, 1))
        fields = tuple(
            HeaderField(line.split(" :: ")[0], line.split(" :: ")[1], (index,))
            for index, line in enumerate(lines)
            if " :: " in line
        )
        return Document("test.txt", "0" * 64, "txt", blocks, header_fields=fields)

    return make


def _rubric(**more: Any) -> Rubric:
    title = {"id": "Uji", "en": "Test"}
    data: dict[str, Any] = {
        "format": "grader.rubric/1",
        "id": "uji",
        "title": title,
        "description": title,
        "criteria": [{"id": "isi", "title": title, "weight": 100, "concepts": [{"concept": "satu"}]}],
        "scale": {"pass_mark": 70},
        "bands": [{"id": "semua", "title": title, "from": 0}],
    }
    return Rubric.model_validate(data | more)


def _section(name: str, *headings: str, parent: str | None = None) -> Section:
    return Section.model_validate(
        {"id": name, "title": {"id": name, "en": name}, "headings": list(headings), "parent": parent}
    )


@pytest.fixture(scope="session")
def essay_rubric() -> Rubric:
    """An essay with questions, whose task participants copy."""
    return _rubric(
        assignment=Assignment(
            titles=["Tugas Mandiri: Gotong Royong"],
            labels=["SOAL", "JAWAB", "JAWABAN"],
            instructions=["Buatlah esai tentang materi Gotong Royong!", "Jawablah pertanyaan berikut!"],
            questions=[
                "Bagaimana gotong royong diterapkan dalam layanan di kantor Saudara? Apakah sudah berjalan?",
                "Berikan contoh kerja bersama antara bagian Saudara dengan bagian lain di kantor Saudara!",
                "Apa tantangan dan hambatan gotong royong di kantor Saudara?",
                "Pemerintah membangun bendungan di hulu sungai. Langkah apa yang dapat diambil desa-desa di sepanjang "
                "sungai itu untuk meningkatkan panennya?",
            ],
        ),
        sections=[
            _section("essay", "Esai", "Essay", "Ringkasan"),
            _section("answers", "Jawaban", "Jawaban pertanyaan"),
        ],
    )


@pytest.fixture(scope="session")
def journal_rubric() -> Rubric:
    """A journal: three sections, one with a part."""
    return _rubric(
        sections=[
            _section("main-ideas", "Pokok Pikiran"),
            _section("figure", "Profil Tokoh", "Tokoh"),
            _section("application", "Penerapan"),
            _section("plan", "Rencana Tindak Lanjut", parent="application"),
        ],
    )


@pytest.fixture(scope="session")
def read_essay(make_document: MakeDocument, essay_rubric: Rubric) -> Outlined:
    """Lines read as an answer to the essay's assignment, or to another rubric's."""

    def read(*lines: str, rubric: Rubric = essay_rubric) -> Essay:
        return outline(make_document(*lines), rubric)

    return read
