"""What the README says is so."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from grader.cli.common import Exit
from grader.cli.main import main
from grader.rubric.library import available
from grader.rules.catalogue import RULES
from grader.wording.catalogue import VOICES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def agreement() -> ModuleType:
    """The command that measures agreement."""
    spec = importlib.util.spec_from_file_location("agreement", ROOT / "tests" / "benchmarks" / "agreement.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_figures_of_agreement_are_those_measured(agreement: ModuleType) -> None:
    groups = agreement.by_group(agreement.measure().items())
    other = agreement.other_subject()
    groups["another subject"] = [other[start : start + 10] for start in range(0, len(other), 10)]  # ten concepts each
    rows = re.findall(
        r"^\| ([a-z ]+?)(?: when [a-z ]+|, nothing [a-z ]+)? \((\d+)\)"
        r" \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \|$",
        README,
        re.M,
    )
    told = {name: tuple(figures) for name, *figures in rows}
    measured = {}
    for name, essays in groups.items():
        pairs = [pair for essay in essays for pair in essay]
        figures = (f"{value:.2f}" for value in agreement.figures(pairs))
        measured[name] = (str(len(essays)), *figures, str(len(pairs)))
    assert told == measured


def test_the_quick_start_is_two_lines() -> None:
    block = re.search(r"## Quick start.*?```sh\n(.*?)```", README, re.S)
    assert block is not None
    assert block[1].splitlines() == [
        "pip install uv && uv run grader grade samples/esai-kolaboratif --rubric esai-kolaboratif",
        "pip install uv && uv run pytest",
    ]


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`grader ((?:rubric )?[a-z]+)", README))))
def test_every_command_named_has_help(command: str) -> None:
    result = CliRunner().invoke(main, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert f"grader {command}" in result.stdout


def test_every_exit_code_is_described() -> None:
    described = {int(code) for code in re.findall(r"^\| (\d) \| ", README, re.M)}
    assert described == {code.value for code in Exit if code is not Exit.STOPPED}


def test_every_rubric_that_comes_along_is_named() -> None:
    assert all(f"`{name}`" in README for name in available())


def test_every_rule_stands_in_the_table_with_what_it_looks_at() -> None:
    table = README.partition("| rule | met when |\n| --- | --- |\n")[2].partition("\n\n")[0]
    voice = VOICES["en"]
    assert table.splitlines() == [
        f"| `{name}` | {voice.say(f'cli.rules.about.{name}').removesuffix('.')} |" for name in RULES
    ]


def test_the_library_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.S)
    assert example is not None
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(compile(example[1], "README.md", "exec"), names)
    assert names["assessment"].suggested.maximum == 100  # type: ignore[attr-defined]


def test_every_file_it_links_to_is_there() -> None:
    targets = re.findall(r"\]\((?!#|http)([^)]+)\)", README)
    assert [target for target in targets if not (ROOT / target).exists()] == []
