"""The documentation names everything that there is, and nothing that is not: commands, options, rules, codes."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from grader.cli.main import main
from grader.error_texts import CATALOGUE
from grader.rules.catalogue import RULES
from tests.make_reference import TARGET, every_command, reference

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
COMMANDS = {" ".join(("grader", *path)): command for path, command in every_command(main)}
LEAVES = sorted(name for name, command in COMMANDS.items() if not isinstance(command, click.Group))


def described(command: str) -> str:
    """What the reference says of a command."""
    return REFERENCE.partition(f"\n### `{command}`\n")[2].partition("\n### ")[0]


def test_the_reference_is_what_the_program_says() -> None:
    assert reference() == REFERENCE, "run: uv run python tests/make_reference.py"


def test_the_readme_leads_to_the_reference() -> None:
    assert "(.github/REFERENCE.md)" in README


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_stands_in_the_table_of_the_readme(name: str) -> None:
    table = README.partition("\n## Commands\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([^`]+)` \|", table, re.M)
    assert any(row == name or row.startswith(f"{name} ") for row in rows), f"no row for `{name}`"


def test_the_table_of_the_readme_names_only_commands_that_exist() -> None:
    table = README.partition("\n## Commands\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(grader(?: [a-z]+)+)", table, re.M)
    assert [row for row in rows if not any(f"{row} ".startswith(f"{name} ") for name in LEAVES)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    told = described(name)
    missing = [
        option
        for param in COMMANDS[name].get_params(click.Context(COMMANDS[name]))
        if isinstance(param, click.Option)
        for option in (*param.opts, *param.secondary_opts)
        if not re.search(rf"^ +(?:--?[\w-]+, )*{option}\b", told, re.M)
    ]
    assert missing == []


def test_every_option_that_the_readme_names_exists() -> None:
    known = {
        option
        for command in COMMANDS.values()
        for param in command.get_params(click.Context(command))
        if isinstance(param, click.Option)
        for option in (*param.opts, *param.secondary_opts)
    }
    prose = re.sub(r"```.*?```", "", README, flags=re.S)
    named = {
        option
        for code in re.findall(r"`([^`\n]+)`", prose)
        if code.startswith(("--", "grader ", "uv run grader "))
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)
    }
    assert named
    assert named - known == set()


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_described(name: str) -> None:
    assert re.search(rf"^\| `{name}` \| .+ \|$", REFERENCE, re.M)


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_error_code_is_described_with_what_to_do(code: str) -> None:
    assert re.search(rf"^\| `{code}` \| .+ \| .+ \|$", REFERENCE, re.M)


def test_every_error_code_that_is_named_exists() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / ".github").glob("*.md"))]
    named = {code for text in texts for code in re.findall(r"\bG\d{3}\b", text)}
    assert named - set(CATALOGUE) == set()
