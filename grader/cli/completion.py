"""``grader completion SHELL``: the script that makes a shell complete commands, options, rubrics and formats.

The script asks the program itself at every press of the key, through click's protocol; see `grader.cli.offering`.
"""

from __future__ import annotations

import click

from grader.cli.offering import SHELLS
from grader.cli.speaking import SpeakingCommand
from grader.errors import GraderError


@click.command("completion", cls=SpeakingCommand, help="cli.completion.help", epilog="cli.completion.example")
@click.argument("shell", metavar="SHELL")
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script for a shell."""
    if shell not in SHELLS:
        raise GraderError("G331", name=shell, known=SHELLS)
    click.echo(script(shell, context.find_root().command))


def script(shell: str, program: click.Command) -> str:
    """The completion script of a program.

    Args:
        shell: one of ``SHELLS``.
        program: the outermost command.

    Raises:
        ValueError: when click does not know the shell.
    """
    from click.shell_completion import ShellComplete, get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise ValueError(f"click knows no shell {shell!r}")
    name = program.name or "grader"
    variable = f"_{name}_COMPLETE".upper()
    # click's own `source` of bash starts a bash to ask for its version, and warns in English where there is none.
    return ShellComplete.source(found(program, {}, name, variable))
