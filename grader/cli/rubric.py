"""``grader rubric …``: see, check and begin rubrics."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.common import Exit, err, out, show_problem, tell, voice_of
from grader.cli.rubric_test import test
from grader.cli.speaking import SpeakingGroup
from grader.errors import GraderError, RubricError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from grader.wording.voice import Voice

# pydantic and the rules are imported where they are used: `grader --help` does not need them.


@click.group("rubric", cls=SpeakingGroup, help="cli.rubric.help", epilog="cli.rubric.example")
def rubric() -> None:
    """Everything is in the commands."""


@rubric.command("list", help="cli.rubric.list.help", epilog="cli.rubric.list.example")
def list_() -> None:
    """A table of the rubrics that come with grader."""
    from rich.table import Table
    from rich.text import Text

    from grader.rubric.library import available
    from grader.rubric.loader import load_rubric

    voice = voice_of()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "title"):
        table.add_column(voice.say(f"cli.rubric.list.{column}"), overflow="fold")
    for column in ("criteria", "concepts", "rules"):
        table.add_column(voice.say(f"cli.rubric.list.{column}"), justify="right")
    for name in available():
        one = load_rubric(name, _settings()).rubric
        counts = (len(one.criteria), len(one.concepts), len(one.rules))
        table.add_row(Text(name), Text(one.title.get(voice.code)), *(voice.number(count) for count in counts))
    out().print(table)


@rubric.command("show", help="cli.rubric.show.help", epilog="cli.rubric.show.example")
@click.argument("name", metavar="NAME|FILE")
def show(name: str) -> None:
    """A rubric as a person reads it."""
    from grader.cli.rubric_page import rubric_page
    from grader.rubric.loader import load_rubric

    loaded = load_rubric(name, _settings())
    console = out()
    for part in rubric_page(loaded.rubric, voice_of()):
        console.print(part)


@rubric.command("check", help="cli.rubric.check.help", epilog="cli.rubric.check.example")
@click.argument("names", metavar="[NAME|FILE]…", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="cli.option.all_rubrics")
@click.pass_context
def check(context: click.Context, names: tuple[str, ...], everything: bool) -> None:
    """All that is wrong in rubrics and concept files."""
    from grader.rubric.library import available

    voice = voice_of(context)
    wanted = dict.fromkeys((*(available() if everything or not names else ()), *names))
    good = [_check(name, voice) for name in wanted]
    if len(good) > 1:
        err().print(voice.say("cli.rubric.check.sum", good=good.count(True), total=len(good)), soft_wrap=True)
    if not all(good):
        context.exit(Exit.CANNOT)


rubric.add_command(test)


@rubric.command("new", help="cli.rubric.new.help", epilog="cli.rubric.new.example")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def new(file: Path) -> None:
    """Write a commented rubric to begin with, and beside it the schema that it names."""
    from grader.rubric.json_schema import rubric_schema
    from grader.rubric.starter import SCHEMA_FILE, starter

    _write(file, starter(re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")))
    console, voice = err(), voice_of()
    console.print(voice.say("cli.rubric.new.done", path=str(file)), soft_wrap=True)
    schema_file = file.with_name(SCHEMA_FILE)
    if not schema_file.exists():  # one serves all rubrics of a folder
        _write(schema_file, _json(rubric_schema(_settings())))
        console.print(voice.say("cli.rubric.new.schema", path=str(schema_file)), soft_wrap=True)


@rubric.command("schema", help="cli.rubric.schema.help", epilog="cli.rubric.schema.example")
@click.option("--bank", "--concepts", "bank", is_flag=True, help="cli.option.bank")
def schema(bank: bool) -> None:
    """The JSON Schema for editors."""
    from grader.rubric.json_schema import bank_schema, rubric_schema

    click.echo(_json(bank_schema() if bank else rubric_schema(_settings())), nl=False)


def _json(schema: Mapping[str, object]) -> str:
    """A schema as it stands in a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _write(file: Path, text: str) -> None:
    """Write a new file.

    Raises:
        GraderError: G204 when there is one of this name already, G301 when it cannot be written.
    """
    try:
        with file.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except FileExistsError:
        raise GraderError("G204", path=str(file)) from None
    except OSError as error:
        raise GraderError("G301", path=str(file), reason=error.strerror or type(error).__name__) from error


def _settings() -> dict[str, type[BaseModel]]:
    """The model of each rule's settings, by name of rule."""
    from grader.rules.catalogue import RULES

    return {name: rule.settings for name, rule in RULES.items()}


def _check(name: str, voice: Voice) -> bool:
    """Check one rubric, concept file or folder of them, and tell; whether it is sound."""
    from grader.rubric.library import available, find, is_folder
    from grader.rubric.loader import is_bank, load_bank, load_rubric

    console = out()
    try:
        path = Path(name) if is_folder(Path(name)) and name not in available() else find(name)
        if is_bank(path):
            console.print(voice.say("cli.rubric.check.bank", name=name, concepts=len(load_bank(path))), soft_wrap=True)
        else:
            one = load_rubric(path, _settings()).rubric
            counts = {"criteria": len(one.criteria), "concepts": len(one.concepts), "rules": len(one.rules)}
            console.print(voice.say("cli.rubric.check.good", name=name, **counts), soft_wrap=True)
    except RubricError as error:
        for problem in error.problems:
            show_problem(console, voice, problem)
        err().print(voice.say("cli.rubric.check.bad", name=name, count=len(error.problems)), soft_wrap=True)
        return False
    except GraderError as error:
        tell(voice, error)
        return False
    return True
