"""``grader doctor``: whether everything that the program needs works here, and what to do where it does not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from grader import __version__
from grader.cli.common import Exit, out, results_option, voice_of
from grader.cli.speaking import SpeakingCommand

if TYPE_CHECKING:
    from grader.cli.doctor_checks import Check
    from grader.wording.voice import Voice

SCHEMA: Final = "grader.doctor/1"
STYLES: Final = {"works": "green", "advice": "yellow", "problem": "bold red"}


@click.command("doctor", cls=SpeakingCommand, help="cli.doctor.help", epilog="cli.doctor.example")
@results_option("cli.option.doctor.out")
@click.option("--json", "as_json", is_flag=True, help="cli.option.doctor.json")
@click.pass_context
def doctor(context: click.Context, folder: Path, as_json: bool) -> None:
    """Look at everything, tell about it; exit code 1 when something that is needed does not work."""
    voice = voice_of(context)
    checks = tuple(examine(folder, voice.code))
    if as_json:
        click.echo(json.dumps(as_data(checks, voice), ensure_ascii=False, indent=2))
    else:
        _show(checks, voice)
    if not sound(checks):
        context.exit(Exit.BELOW)


def examine(folder: Path, code: str) -> Iterable[Check]:
    """All checks, in the order in which they are told.

    Args:
        folder: that results would be written to.
        code: of the language that is spoken.
    """
    from grader.cli import doctor_checks as around
    from grader.cli import doctor_libraries as inside

    yield from inside.python()
    yield from inside.libraries()
    yield from inside.extras()
    yield from around.pdf()
    yield from around.rubrics()
    yield from around.folders(folder)
    yield from around.terminal()
    yield from around.language(code)
    yield from around.fonts()


def sound(checks: Iterable[Check]) -> bool:
    """Whether everything that is needed works."""
    return all(check.state != "problem" for check in checks)


def told(check: Check, voice: Voice) -> tuple[str, str | None]:
    """What a check found, in a sentence, and what to do where there is something to do."""
    key = f"cli.doctor.{check.name}.{check.case}"
    special = f"{key}.{check.values.get('extra')}"  # an extra that has a sentence of its own
    key = special if special in voice.sentences else key
    hint = f"{key}.hint"
    return voice.say(key, check.values), voice.say(hint, check.values) if hint in voice.sentences else None


def as_data(checks: Sequence[Check], voice: Voice) -> dict[str, Any]:
    """What programs read."""
    rows = []
    for check in checks:
        message, hint = told(check, voice)
        values = {name: list(value) if isinstance(value, tuple) else value for name, value in check.values.items()}
        about = {"check": check.name, "case": check.case, "state": check.state.value}
        rows.append({**about, "values": values, "message": message, "hint": hint})
    return {"schema": SCHEMA, "program": __version__, "works": sound(checks), "checks": rows}


def _show(checks: Sequence[Check], voice: Voice) -> None:
    """A line for each check, with the state as a word before it, so that it can be read without colours."""
    from rich.text import Text

    console = out()
    console.print(f"grader {__version__}", style="bold")
    words = {state: voice.say(f"cli.doctor.state.{state}") for state in STYLES}
    width = max(map(len, words.values())) + 2
    for check in checks:
        message, hint = told(check, voice)
        state = Text(words[check.state].ljust(width), STYLES[check.state])
        console.print(Text.assemble(state, message), soft_wrap=True)
        if hint:
            console.print(Text(f"{'':{width}}→ {hint}"), soft_wrap=True)
    problems = sum(check.state == "problem" for check in checks)
    console.print(voice.say("cli.doctor.sum.problem" if problems else "cli.doctor.sum.good", count=problems))
