"""The program: ``grader COMMAND …``."""

from __future__ import annotations

from typing import Final

import click

from grader.cli.speaking import LazyGroup

COMMANDS: Final[dict[str, str]] = {
    "grade": "grader.cli.grade:grade",
    "moderate": "grader.cli.moderate:moderate",
    "check": "grader.cli.check:check",
    "evaluate": "grader.cli.evaluate:evaluate",
    "train": "grader.cli.train:train",
    "rubric": "grader.cli.rubric:rubric",
    "rules": "grader.cli.rules:rules",
    "schema": "grader.cli.schema:schema",
    "explain": "grader.cli.explain:explain",
    "doctor": "grader.cli.doctor:doctor",
    "completion": "grader.cli.completion:completion",
}
"""Where each command is; imported only when it is used, since some need libraries that take long to start."""


def _tell_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Versions of what matters for a mark, so that a report of a defect can name them."""
    if asked and not context.resilient_parsing:
        from grader.cli.version import version_lines

        click.echo("\n".join(version_lines()))
        context.exit()


@click.group("grader", cls=LazyGroup, lazy=COMMANDS, help="cli.help", epilog="cli.example")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="cli.option.version"
)
def main() -> None:
    """Everything is in the commands."""


if __name__ == "__main__":
    main()
