"""What is wrong with a command line, told by keys of ``wording``; click's own English only where there is no other."""

from __future__ import annotations

from typing import Final

import click

from grader.cli.common import err
from grader.errors import Value
from grader.wording.voice import Voice

RUBRIC: Final = "NAME|FILE"
"""Metavar of the options that name a rubric."""
_EXTRA: Final = "Got unexpected extra argument"


class Misuse(click.UsageError):
    """A wrong use of the command line, told by a key of ``wording``."""

    def __init__(self, key: str, ctx: click.Context | None = None, **values: Value) -> None:
        super().__init__(key, ctx)
        self.key = key
        self.values = values


def tell_misuse(voice: Voice, error: click.ClickException) -> None:
    """A wrong use of the command line, and where its help is."""
    console = err()
    key, values = _misuse(error)
    console.print(voice.say(key, values), style="bold", soft_wrap=True)
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "grader"
    console.print(f"→ {voice.say('cli.usage.hint', command=f'{path} --help')}", soft_wrap=True)


def _misuse(error: click.ClickException) -> tuple[str, dict[str, Value]]:
    """Key and values of what click found wrong; its own words only where there are none of ours."""
    match error:
        case Misuse():
            return error.key, error.values
        case click.NoSuchOption():
            key = "cli.usage.no-option-near" if error.possibilities else "cli.usage.no-option"
            return key, {"name": error.option_name, "near": tuple(error.possibilities or ())}
        case click.MissingParameter():
            if isinstance(error.param, click.Option) and error.param.metavar == RUBRIC:
                from grader.rubric.library import available

                return "cli.usage.missing-rubric", {"name": name_of(error.param), "known": tuple(available())}
            return "cli.usage.missing", {"name": name_of(error.param)}
        case click.BadOptionUsage():
            return "cli.usage.no-value", {"name": error.option_name}
        case click.BadParameter():
            kind = error.param.type if error.param else None
            if isinstance(kind, click.Choice):
                return "cli.usage.choice", {"name": name_of(error.param), "allowed": tuple(map(str, kind.choices))}
            if isinstance(kind, click.IntRange) and kind.min is not None:
                return "cli.usage.at-least", {"name": name_of(error.param), "least": kind.min}
            if isinstance(kind, (type(click.INT), type(click.FLOAT))):
                return "cli.usage.number", {"name": name_of(error.param)}
            return "cli.usage.value", {"name": name_of(error.param), "message": error.message}
    if error.message.startswith(_EXTRA):
        return "cli.usage.extra", {"found": error.message.partition("(")[2].rstrip(").")}
    return "cli.usage.other", {"message": error.format_message()}


def name_of(param: click.Parameter | None) -> str:
    """A parameter as it is typed."""
    if param is None:
        return "–"
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
