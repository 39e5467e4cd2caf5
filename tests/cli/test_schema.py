"""`grader schema`: prints what is published, lists what there is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import grader.reports
from grader.cli.speaking import LazyGroup
from grader.reports.schemas import NAMES


def run(*arguments: str) -> Result:
    group = LazyGroup("grader", lazy={"schema": "grader.cli.schema:schema"}, help="cli.help")
    return CliRunner().invoke(group, ["schema", *arguments])


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_it_is_published(name: str) -> None:
    result = run(name)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    published = Path(grader.reports.__file__).parent / "schemas" / f"{name}.schema.json"
    assert result.stdout == published.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "word"), [("id", "satu baris moderation.jsonl"), ("en", "a line of moderation.jsonl")]
)
def test_without_a_name_all_are_listed(lang: str, word: str) -> None:
    result = run("--lang", lang)
    assert result.exit_code == 0
    assert word in result.stdout
    assert [line.split()[0] for line in result.stdout.splitlines()[1:]] == list(NAMES)


def test_an_unknown_name_is_told_with_those_there_are() -> None:
    result = run("assesment")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "assessment" in result.stderr
    assert "grader schema --help" in result.stderr
