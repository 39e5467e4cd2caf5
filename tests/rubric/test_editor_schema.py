"""The JSON Schemas that editors complete and check by: committed, named at the top of each file, and true."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from grader.cli.main import main
from grader.rubric.library import BANK, available, folder
from grader.rubric.loader import load_bank
from grader.rubric.starter import SCHEMA_FILE, starter
from grader.rubric.yaml_source import read_yaml

ROOT = Path(__file__).resolve().parents[2]
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
RUBRICS = sorted([*ROOT.glob("rubrics/*.yaml"), ROOT / "samples" / "anti-korupsi" / "rubric.yaml"])
BANKS = sorted(ROOT.glob("rubrics/concepts/*.yaml"))


def named_schema(file: Path) -> Path:
    """What the first line of a file tells editors."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    match = MODELINE.fullmatch(first)
    assert match is not None, first
    return (file.parent / match[1]).resolve()


def schema_of(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(named_schema(file).read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize(("name", "options"), [("rubric.schema.json", ()), ("concepts.schema.json", ("--concepts",))])
def test_the_committed_schema_is_what_the_command_prints(name: str, options: tuple[str, ...]) -> None:
    # When this fails: uv run grader rubric schema > rubrics/schema/rubric.schema.json, and again with --concepts.
    printed = CliRunner().invoke(main, ["rubric", "schema", *options])
    assert printed.exit_code == 0
    assert (ROOT / "rubrics" / "schema" / name).read_text(encoding="utf-8") == printed.stdout


@pytest.mark.parametrize("file", [*RUBRICS, *BANKS], ids=lambda file: file.stem)
def test_every_file_names_its_schema_and_fits_it(file: Path) -> None:
    kind = "concepts" if file in BANKS else "rubric"
    assert named_schema(file) == ROOT / "rubrics" / "schema" / f"{kind}.schema.json"
    jsonschema.validate(read_yaml(file).data, schema_of(file))


@pytest.mark.parametrize(
    ("trail", "value"),
    [
        (("criteria", 0, "wieght"), 3),
        (("rules", 0, "rule"), "word-cuont"),
        (("rules", 0, "severity"), "fatal"),
        (("rules", 0, "settings"), {"minimal": 3}),
        (("format",), "grader.rubric/2"),
        (("id",), "With Blanks"),
    ],
)
def test_an_editor_sees_what_is_wrong(trail: tuple[str | int, ...], value: object) -> None:
    file = ROOT / "rubrics" / "rangkuman-wog.yaml"
    data = copy.deepcopy(read_yaml(file).data)
    here = data
    for part in trail[:-1]:
        here = here[part]
    here[trail[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema_of(file))


def test_no_loader_takes_a_schema_for_a_rubric_or_for_concepts() -> None:
    assert (folder() / "schema").is_dir()
    assert not any("schema" in name for name in available())
    assert len(load_bank(folder() / BANK)) == 40


def test_a_new_rubric_finds_its_schema_beside_itself(tmp_path: Path) -> None:
    file = tmp_path / "esai.yaml"
    result = CliRunner().invoke(main, ["rubric", "new", str(file)], env={"GRADER_LANG": "en"})
    assert result.exit_code == 0
    assert str(tmp_path / SCHEMA_FILE) in result.stderr
    assert named_schema(file) == tmp_path / SCHEMA_FILE
    jsonschema.validate(read_yaml(file).data, schema_of(file))
    assert (tmp_path / SCHEMA_FILE).read_text() == (ROOT / "rubrics" / "schema" / "rubric.schema.json").read_text()


def test_a_schema_that_lies_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).write_text("{}")
    result = CliRunner().invoke(main, ["rubric", "new", str(tmp_path / "b.yaml")], env={"GRADER_LANG": "en"})
    assert result.exit_code == 0
    assert (tmp_path / SCHEMA_FILE).read_text() == "{}"
    assert SCHEMA_FILE not in result.stderr


def test_the_starter_begins_with_the_line_that_editors_look_for() -> None:
    assert starter().splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA_FILE}"
