"""``grader schema``: the JSON Schemas of result files."""

from __future__ import annotations

import click

from grader.cli.common import out, voice_of
from grader.cli.misuse import Misuse
from grader.cli.speaking import SpeakingCommand


@click.command("schema", cls=SpeakingCommand, help="cli.schema.help", epilog="cli.schema.example")
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print a schema, or which there are."""
    from grader.reports.schemas import NAMES, schema_text

    if name is None:
        _list(NAMES)
    elif name in NAMES:
        click.echo(schema_text(name), nl=False)
    else:
        raise Misuse("cli.schema.unknown", click.get_current_context(), name=name, known=tuple(NAMES))


def _list(names: tuple[str, ...]) -> None:
    from rich.table import Table

    voice = voice_of()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(voice.say("cli.schema.name"), no_wrap=True)
    table.add_column(voice.say("cli.schema.about"), overflow="fold")
    for name in names:
        table.add_row(name, voice.say(f"cli.schema.{name}"))
    out().print(table)
