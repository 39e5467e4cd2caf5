"""The program: ``grader COMMAND …``."""

from __future__ import annotations

from typing import Final

import click

from grader import __version__
from grader.cli.speaking import LazyGroup

COMMANDS: Final[dict[str, str]] = {
    "grade": "grader.cli.grade:grade",
    "check": "grader.cli.check:check",
    "evaluate": "grader.cli.evaluate:evaluate",
    "train": "grader.cli.train:train",
    "rubric": "grader.cli.rubric:rubric",
    "rules": "grader.cli.rules:rules",
}
"""Where each command is; imported only when it is used, since some need libraries that take long to start."""


@click.group("grader", cls=LazyGroup, lazy=COMMANDS, help="cli.help", epilog="cli.example")
@click.version_option(__version__, message="grader %(version)s", help="cli.option.version")
def main() -> None:
    """Everything is in the commands."""


if __name__ == "__main__":
    main()
