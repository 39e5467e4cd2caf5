"""What all commands share: exit codes, the folder of results, the voice, consoles, and how errors are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from grader.errors import GraderError, LabelsError, MaterialError, Problem, RosterError, RubricError, Value
from grader.wording.catalogue import VOICES
from grader.wording.explain import explain_error
from grader.wording.voice import Voice

if TYPE_CHECKING:
    from rich.console import Console

C = TypeVar("C", bound=Callable[..., Any])

LANG_VARIABLE: Final = "GRADER_LANG"
_META: Final = "grader.lang"
_PIPE_WIDTH: Final = 120  # columns where there is no terminal to ask
_KEYED: Final = ("expected", "reason")  # values that may be keys of further sentences


class Exit(IntEnum):
    """The exit codes; an interface."""

    DONE = 0
    BELOW = 1  # something is below what --fail-on or --min-score asked
    CANNOT = 2  # option, rubric, configuration, nothing readable
    PARTLY = 3  # done, but some submissions could not be read
    STOPPED = 130  # interrupted from the keyboard, as shells count it


def results_option(told: str) -> Callable[[C], C]:
    """``--out``, the folder of a run's results, as the argument ``folder: Path``; ``told`` is the key of its help."""
    return click.option(
        "--out",
        "folder",
        default="grader-out",
        show_default=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help=told,
    )


def voice_of(context: click.Context | None = None) -> Voice:
    """The voice that the user asked for with ``--lang`` or ``GRADER_LANG``; Indonesian without either."""
    context = context or click.get_current_context(silent=True)
    asked = context.meta.get(_META) if context else None
    return VOICES.get(asked or os.environ.get(LANG_VARIABLE, "").lower(), next(iter(VOICES.values())))


def choose_voice(context: click.Context, arguments: list[str]) -> None:
    """Find ``--lang`` anywhere among the arguments, before anything else is read.

    So help and messages about wrong options already speak the language asked for, whatever the order. What is wrong
    with the option itself is told when it is parsed.
    """
    if _META in context.meta:
        return
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for position, argument in enumerate(before):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            code = value if equals else "".join(before[position + 1 : position + 2])
            if code.lower() in VOICES:
                context.meta[_META] = code.lower()


def out() -> Console:
    """The console for results (stdout): colours only on a terminal, text is never taken for markup."""
    return _console(to_stderr=False)


def err() -> Console:
    """The console for messages and progress (stderr)."""
    return _console(to_stderr=True)


def fail(voice: Voice, error: GraderError) -> NoReturn:
    """Tell an error on stderr and end with exit code 2."""
    tell(voice, error)
    raise click.exceptions.Exit(Exit.CANNOT)


def tell(voice: Voice, error: GraderError) -> None:
    """Tell an error on stderr: code and sentence, each problem in a rubric or table with its place, the next step."""
    console = err()
    told, hint = explained(voice, error.code, error.values)
    console.print(f"{error.code}  {told}", style="bold", soft_wrap=True)
    if isinstance(error, (RubricError, LabelsError, RosterError)):
        for problem in error.problems:
            show_problem(console, voice, problem)
    if isinstance(error, MaterialError):  # the next steps of its problems are for those who hand in
        for problem in error.problems:
            show_problem(console, voice, problem, hinted=False)
    console.print(f"→ {hint}", soft_wrap=True)


def show_problem(console: Console, voice: Voice, problem: Problem, *, hinted: bool = True) -> None:
    """One problem: place, code and sentence on a line, then the line of the file, then the next step if wanted."""
    place = ":".join(str(part) for part in (problem.file, problem.line) if part is not None)
    told, hint = explained(voice, problem.code, problem.values)
    console.print(f"{place}: {problem.code}  {told}".removeprefix(": "), soft_wrap=True)
    if problem.text:
        console.print(f"    {problem.text}", style="cyan", soft_wrap=True)
    if hinted:
        console.print(f"    → {hint}", style="dim", soft_wrap=True)


def explained(voice: Voice, code: str, values: Mapping[str, Value]) -> tuple[str, str]:
    """The sentence of an error's code and its next step, with values that are keys ``rubric.*`` turned into words."""
    worded = {name: _worded(voice, value, values) if name in _KEYED else value for name, value in values.items()}
    return explain_error(voice, code, worded)


def speak_utf8() -> None:
    """Make both streams able to write every character, also into a file or pipe on Windows."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if "PYTHONIOENCODING" in os.environ:  # the user has chosen an encoding
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def _worded(voice: Voice, value: Value, values: Mapping[str, Value]) -> Value:
    if isinstance(value, tuple):
        parts = [str(_worded(voice, one, values)) for one in value]
        return voice.say("cli.or").join(parts)
    keyed = isinstance(value, str) and value.startswith("rubric.") and value in voice.sentences
    return voice.say(str(value), values) if keyed else value


def _console(*, to_stderr: bool) -> Console:
    from rich.console import Console

    stream = sys.stderr if to_stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    return Console(file=stream, markup=False, highlight=False, emoji=False, width=width)
