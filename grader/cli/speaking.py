"""Commands of click that speak the user's language: help and messages about options are keys of ``wording``.

A command's ``help`` is a key, so is an option's ``help``; ``epilog`` is the key of an example. The English that click
brings along (Usage, Options, No such option …) is replaced as well.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

from grader.cli.common import Exit, choose_voice, err, fail, speak_utf8, voice_of
from grader.cli.misuse import Misuse, name_of, tell_misuse
from grader.cli.offering import offer
from grader.errors import GraderError
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound="Callable[..., Any] | click.Command")


def lang_option(command: F) -> F:
    """Add ``--lang id|en``; its value is found before parsing, by `choose_voice`, and so is not handed on."""
    option = click.option(
        "--lang",
        type=click.Choice(tuple(VOICES), case_sensitive=False),
        expose_value=False,
        help="cli.option.lang",
    )
    return option(command)


class FilledPath(click.Path):
    """A path that is not empty: ``""`` (a variable of the shell that is not set) would mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path.

        Raises:
            Misuse: it is empty.
        """
        if value == "":
            raise Misuse("cli.usage.empty", ctx, name=name_of(param))
        return super().convert(value, param, ctx)


class SpeakingCommand(click.Command):
    """A command whose help comes from ``wording``; it takes ``--lang`` by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not any("--lang" in param.opts for param in self.params):
            lang_option(self)
        for param in self.params:
            offer(param)
            if type(param.type) is click.Path:
                param.type = FilledPath(path_type=param.type.type)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the language, then parse."""
        choose_voice(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # so that the command whose help is meant is known
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how the command is written."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), f"{voice_of(ctx).say('cli.help.usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_said(voice_of(ctx), self.help))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with what they do."""
        voice = voice_of(ctx)
        records = [record for param in self.get_params(ctx) if (record := _record(param, ctx, voice))]
        if records:
            with formatter.section(voice.say("cli.help.options")):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The example, line by line as it is written."""
        voice = voice_of(ctx)
        if self.epilog:
            with formatter.section(voice.say("cli.help.example")):
                for line in _said(voice, self.epilog).splitlines():
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Options that begin so, with what they do in words."""
        items = click.Command.shell_complete(self, ctx, incomplete)
        for item in items:
            key = "cli.option.help" if item.value == "--help" else item.help  # click's own has no key
            item.help = _said(voice_of(ctx), key)
        return items

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  # click's signature
        """The first sentence of the help; ``limit`` does not matter, since it is written to be short."""
        return first_sentence(_said(voice_of(), self.help))


class SpeakingGroup(SpeakingCommand, click.Group):
    """A group of commands whose help comes from ``wording``."""

    command_class = SpeakingCommand

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Without a command, tell which there are."""
        if not args and not ctx.resilient_parsing:
            choose_voice(ctx, args)
            click.echo(ctx.get_help(), err=True)
            ctx.exit(Exit.CANNOT)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the first sentence of their help."""
        voice = voice_of(ctx)
        rows = [(name, self.summary(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(voice.say("cli.help.commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Names in the order in which they were registered: as they are used, not by alphabet."""
        return list(self.commands)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options that begin so; no command is imported for it."""
        from click.shell_completion import CompletionItem

        names = (name for name in self.list_commands(ctx) if name.startswith(incomplete))
        with ctx.scope(cleanup=False):  # the language asked for is found through the current context
            commands = [CompletionItem(name, help=self.summary(ctx, name)) for name in names]
        return [*commands, *super().shell_complete(ctx, incomplete)]

    def summary(self, ctx: click.Context, name: str) -> str:
        """The first sentence of a command's help."""
        command = self.get_command(ctx, name)
        return command.get_short_help_str() if command else ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command by name; an unknown one is told with near ones."""
        name = args[0]
        if self.get_command(ctx, name) is None and not ctx.resilient_parsing and not name.startswith("-"):
            known = self.list_commands(ctx)
            close = get_close_matches(name, known)
            raise Misuse("cli.usage.no-command", ctx, name=name, known=(*close, *(k for k in known if k not in close)))
        return super().resolve_command(ctx, args)


class LazyGroup(SpeakingGroup):
    """The program: its commands are imported only when they are used.

    Args:
        lazy: by name, where the command is: ``package.module:object``. Its help is the key ``cli.NAME.help``.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Names in the order in which they stand in ``lazy``."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        """Import a command."""
        if cmd_name not in self.lazy:
            return None
        module, _, name = self.lazy[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.lazy[cmd_name]} is no command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command by name; a file in its place, which may have been dragged onto the program, is told as one."""
        name = args[0]
        if name not in self.lazy and not ctx.resilient_parsing and os.path.exists(name):  # noqa: PTH110  # never raises
            from grader.ingest.names import shown

            raise Misuse("cli.usage.file", ctx, name=shown(name))
        return super().resolve_command(ctx, args)

    def summary(self, ctx: click.Context, name: str) -> str:
        """The first sentence of a command's help, without importing the command."""
        return first_sentence(voice_of(ctx).say(f"cli.{name}.help"))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and end with an exit code; what a user can mend is told without a traceback."""
        prog_name = prog_name or self.name
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        speak_utf8()
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.Abort:
            err().print(_voice(args).say("cli.stopped"))
            raise SystemExit(Exit.STOPPED) from None
        except click.ClickException as error:
            tell_misuse(_voice(args), error)
            raise SystemExit(Exit.CANNOT) from None
        raise SystemExit(code if isinstance(code, int) else Exit.DONE)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error that the user can mend ends it with exit code 2."""
        try:
            return super().invoke(ctx)
        except GraderError as error:
            fail(voice_of(ctx), error)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            fail(voice_of(ctx), GraderError("G301", path="stdout", reason=error.strerror))


def first_sentence(text: str) -> str:
    """A text up to its first full stop that ends a sentence, without it."""
    first = " ".join(text.split("\n\n")[0].split())
    return first.partition(". ")[0].removesuffix(".")


def _said(voice: Voice, key: str | None) -> str:
    return voice.say(key) if key else ""


def _record(param: click.Parameter, ctx: click.Context, voice: Voice) -> tuple[str, str] | None:
    if not isinstance(param, click.Option):
        return None
    record = param.get_help_record(ctx)
    if record is None:
        return None
    if "--help" in param.opts:
        return record[0], voice.say("cli.option.help")
    key = param.help or ""
    _, _, extra = record[1].partition(key)  # what click adds, such as "  [default: 4]"
    for word in ("default", "required"):
        extra = extra.replace(word, voice.say(f"cli.help.{word}"), 1)
    return record[0], f"{_said(voice, key)}{extra}"


def _voice(args: Sequence[str] | None) -> Voice:
    """The voice for what is told when no command runs any more."""
    context = click.Context(click.Command("grader"))
    choose_voice(context, list(sys.argv[1:] if args is None else args))
    return voice_of(context)
