"""The cases of the rules, and essays made to order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader.records.document import Block, Document, Fact, HeaderField, Kind, Margins, Place, Run
from grader.records.essay import Essay, FoundSection, Part, Role, WordCount
from grader.rubric.schema import Section

BLOCKS = 10


def _files() -> list[dict[str, Any]]:
    paths = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]
    assert [file["rule"] for file in files] == [path.stem for path in paths]
    return files


@pytest.fixture(scope="session")
def case_files() -> list[dict[str, Any]]:
    """What the case files hold, one a rule."""
    return _files()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``case`` and ``refused`` run through all files."""
    for name, key in (("case", "cases"), ("refused", "refused")):
        if name in metafunc.fixturenames:
            rows = [
                ({"rule": file["rule"], "sections": file.get("sections", []), key: row})
                for file in _files()
                for row in file[key]
            ]
            ids = [f"{row['rule']}: {row[key]['name'] if key == 'cases' else row[key]}" for row in rows]
            metafunc.parametrize(name, rows, ids=ids)


@pytest.fixture(scope="session")
def make_sections() -> Callable[[list[dict[str, Any]]], tuple[Section, ...]]:
    """The rubric's sections from a case file."""
    return lambda rows: tuple(Section.model_validate(row) for row in rows)


def _block(number: int, row: dict[str, Any]) -> Block:
    """A block that a case describes; ``runs`` are pairs of length and format, else ``font`` and ``size`` are of all."""
    text = row.get("text", "a" * row.get("chars", 4))
    runs, at = [], 0
    for length, look in row.get("runs", [(len(text), {key: row[key] for key in ("font", "size") if key in row})]):
        runs.append(Run(at, at + length, look.get("font"), look.get("size")))
        at += length
    return Block(
        text,
        Kind(row.get("kind", "body")),
        Place(row.get("page"), number),
        marker=row.get("marker", ""),
        runs=tuple(runs),
        line_spacing=row.get("spacing"),
        alignment=row.get("alignment"),
    )


@pytest.fixture(scope="session")
def make_essay() -> Callable[..., Essay]:
    """An essay of ten blocks, or of those in ``blocks``; header fields stand in its first blocks."""

    def make(
        *,
        name: str = "a.txt",
        format: str = "txt",
        counted: int = 100,
        left_out: dict[str, int] | None = None,
        sections: tuple[dict[str, Any], ...] = (),
        fields: tuple[tuple[str, str], ...] = (),
        facts: Sequence[str] | frozenset[Fact] = (),
        blocks: Sequence[dict[str, Any]] = ({"text": "teks"},) * BLOCKS,
        pages: int | None = None,
        page_size: Sequence[float] | None = None,
        margins: Sequence[float] | None = None,
    ) -> Essay:
        document = Document(
            name,
            "0" * 64,
            format,
            tuple(_block(number, row) for number, row in enumerate(blocks, start=1)),
            facts=frozenset(map(Fact, facts)),
            header_fields=tuple(HeaderField(label, value, (index,)) for index, (label, value) in enumerate(fields)),
            pages=pages,
            page_size=(page_size[0], page_size[1]) if page_size else None,
            margins=Margins(*margins) if margins else None,
        )
        parts = tuple(
            Part(index, row.get("start", 0), len(block.text), Role(row.get("role", "essay")))
            for index, (row, block) in enumerate(zip(blocks, document.blocks, strict=True))
        )
        found = tuple(FoundSection(heading="", **section) for section in sections)
        return Essay(document, parts, found, WordCount(counted, left_out or {}))

    return make
