"""The cases of the rules, and essays made to order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader.records.document import Block, Document, Fact, HeaderField, Kind, Place
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


@pytest.fixture(scope="session")
def make_essay() -> Callable[..., Essay]:
    """An essay of ten blocks from what a case says of it; header fields stand in its first blocks."""

    def make(
        *,
        format: str = "txt",
        counted: int = 100,
        left_out: dict[str, int] | None = None,
        sections: tuple[dict[str, Any], ...] = (),
        fields: tuple[tuple[str, str], ...] = (),
        facts: frozenset[Fact] = frozenset(),
    ) -> Essay:
        blocks = tuple(Block("teks", Kind.BODY, Place(None, number)) for number in range(1, BLOCKS + 1))
        header = tuple(HeaderField(label, value, (index,)) for index, (label, value) in enumerate(fields))
        document = Document("a.txt", "0" * 64, format, blocks, facts=facts, header_fields=header)
        parts = tuple(Part(index, 0, 4, Role.ESSAY) for index in range(BLOCKS))
        found = tuple(FoundSection(heading="", **section) for section in sections)
        return Essay(document, parts, found, WordCount(counted, left_out or {}))

    return make
