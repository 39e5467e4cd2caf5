"""What may be written for a parameter, told to a shell that completes: rubrics, report formats, rules, error codes.

It goes by the metavar, so a command says no more than it does for its help: ``NAME|FILE`` and ``RUBRIC`` stand for a
rubric, ``html|xlsx`` for itself; arguments that are none of these go by their command. Paths, and choices that click
knows, complete by themselves.

A shell asks at every press of a key, so nothing that takes long is imported: names come from folders and wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

import click

from grader.cli.common import voice_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Names = Iterable[tuple[str, str | None]]
"""What may be written, with a sentence about it where there is one."""

SHELLS: Final = ("bash", "zsh", "fish")
"""Those that can complete."""
_FORMATS: Final = re.compile(r"[a-z-]+(?:\|[a-z-]+)+")
_ABOUT: Final = "cli.rules.about."


def offer(param: click.Parameter) -> None:
    """Make a parameter complete what may be written for it, unless its command has said how it completes."""
    metavar = (param.metavar or "").strip("[]…")
    names: Callable[[click.Context, click.Parameter], Names] | None = None
    if metavar in _RUBRIC:
        names = _rubrics
    elif _FORMATS.fullmatch(metavar) and not isinstance(param.type, click.Choice):
        names = _formats
    elif isinstance(param, click.Argument) and param.type is click.STRING:
        names = _of_command
    if names is not None and param._custom_shell_complete is None:  # what `shell_complete=` of a parameter sets
        param._custom_shell_complete = _completer(names, files=metavar in _RUBRIC)


def _completer(
    names: Callable[[click.Context, click.Parameter], Names], *, files: bool
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    def complete(context: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        begun = incomplete.casefold()
        found = [
            CompletionItem(name, help=about)
            for name, about in names(context, param)
            if name.casefold().startswith(begun)
        ]
        # Files first: where a file may stand, click's script for bash forgets all names that it was told before.
        return [CompletionItem(incomplete, type="file"), *found] if files else found

    return complete


def _rubrics(context: click.Context, param: click.Parameter) -> Names:  # noqa: ARG001  # one signature for all
    from grader.rubric.library import available

    return ((name, None) for name in available())


def _formats(context: click.Context, param: click.Parameter) -> Names:  # noqa: ARG001
    return ((name, None) for name in (param.metavar or "").split("|"))


def _rules(context: click.Context, param: click.Parameter) -> Names:  # noqa: ARG001
    voice = voice_of(context)
    keys = (key for key in voice.sentences if key.startswith(_ABOUT))
    return ((key.removeprefix(_ABOUT), voice.say(key)) for key in keys)


def _codes(context: click.Context, param: click.Parameter) -> Names:  # noqa: ARG001
    from grader.error_texts import CATALOGUE
    from grader.wording.explain import blank_sentence

    voice = voice_of(context)
    return ((code, blank_sentence(voice, f"error.{code}")) for code in sorted(CATALOGUE))


def _shells(context: click.Context, param: click.Parameter) -> Names:  # noqa: ARG001
    return ((name, None) for name in SHELLS)


def _schemas(context: click.Context, param: click.Parameter) -> Names:  # noqa: ARG001
    from grader.reports.schemas import NAMES

    voice = voice_of(context)
    return ((name, voice.say(f"cli.schema.{name}")) for name in NAMES)


def _of_command(context: click.Context, param: click.Parameter) -> Names:
    names = _ARGUMENTS.get(context.command.name or "")
    return names(context, param) if names else ()


_RUBRIC: Final = ("NAME|FILE", "RUBRIC")
_ARGUMENTS: Final[dict[str, Callable[[click.Context, click.Parameter], Names]]] = {
    "rules": _rules,
    "explain": _codes,
    "schema": _schemas,
    "completion": _shells,
}
"""What the argument of a command names."""
