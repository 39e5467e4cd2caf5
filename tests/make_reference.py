"""Makes `.github/REFERENCE.md` from the program itself: ``uv run python tests/make_reference.py``.

All commands with their help, all format rules, all error codes. A test holds the file to what is made here, so that no
command, option, rule or code can be added, changed or dropped without its documentation.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from click.testing import CliRunner

from grader.cli.common import Exit
from grader.cli.main import main as program
from grader.error_texts import CATALOGUE
from grader.rules.catalogue import RULES
from grader.wording.catalogue import VOICES
from grader.wording.explain import blank_sentence

TARGET: Final = Path(__file__).resolve().parent.parent / ".github" / "REFERENCE.md"
VOICE: Final = VOICES["en"]
FAMILIES: Final = {
    "G1": "Submissions, and what comes with them",
    "G2": "Rubrics",
    "G3": "Options, output and documentation",
    "G9": "Defects of grader",
}
ENVIRONMENT: Final = {"GRADER_LANG": "en", "COLUMNS": "80"}


def reference() -> str:
    """The text of the file."""
    return "\n".join([*_introduction(), *_commands(), *_rules(), *_codes()]) + "\n"


def every_command(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """A command and all below it, each with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from every_command(inner, (*path, name))


def _introduction() -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield "Made by `uv run python tests/make_reference.py` from the program; do not edit. `grader COMMAND --help`,"
    yield "`grader rules NAME` and `grader explain CODE` tell the same, in Indonesian too."
    yield ""


def _commands() -> Iterator[str]:
    yield "## Commands"
    for path, _ in every_command(program):
        shown = CliRunner().invoke(program, [*path, "--help"], env=ENVIRONMENT)
        if shown.exit_code != Exit.DONE:
            sys.exit(shown.output)
        yield from ("", f"### `{' '.join(('grader', *path))}`", "", "```text", shown.stdout.rstrip(), "```")


def _rules() -> Iterator[str]:
    yield from ("", "## Format rules", "", "| rule | met when |", "| --- | --- |")
    for name in RULES:
        yield f"| `{name}` | {_cell(VOICE.say(f'cli.rules.about.{name}').removesuffix('.'))} |"


def _codes() -> Iterator[str]:
    yield from ("", "## Error codes", "", "“…” stands for what the message names.")
    for family, title in FAMILIES.items():
        yield from ("", f"### {family}xx: {title}", "", "| code | what is wrong | what to do |", "| --- | --- | --- |")
        for code in sorted(code for code in CATALOGUE if code.startswith(family)):
            cells = (_cell(blank_sentence(VOICE, key)) for key in (f"error.{code}", f"error.{code}.hint"))
            yield f"| `{code}` | {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8", newline="\n")
