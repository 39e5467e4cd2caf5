"""``grader explain [CODE]``: what an error's code means, what to do, and what it does to a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.cli.common import out, voice_of
from grader.cli.speaking import SpeakingCommand
from grader.error_texts import CATALOGUE
from grader.errors import GraderError
from grader.wording.explain import blank_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.wording.voice import Voice

NEAR = 5


@click.command("explain", cls=SpeakingCommand, help="cli.explain.help", epilog="cli.explain.example")
@click.argument("code", required=False, metavar="[CODE]")
def explain(code: str | None) -> None:
    """List the codes, or tell all about one."""
    from rich.table import Table
    from rich.text import Text

    voice, console = voice_of(), out()
    if code is not None:
        for line in page(voice, code):
            console.print(Text(line), soft_wrap=True)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(voice.say("cli.explain.code"), no_wrap=True)
    table.add_column(voice.say("cli.explain.sentence"), overflow="fold")
    for known in sorted(CATALOGUE):
        table.add_row(Text(known), Text(blank_sentence(voice, f"error.{known}")))
    console.print(table)


def page(voice: Voice, code: str) -> Iterator[str]:
    """All about a code, line by line.

    Args:
        voice: the language.
        code: as it was typed; small letters will do.

    Raises:
        GraderError: G330 when there is no such code, with near ones.
    """
    known = code.strip().upper()
    if known not in CATALOGUE:
        near = sorted((one for one in CATALOGUE if one[:2] == known[:2]), key=lambda one: (-_alike(one, known), one))
        raise GraderError("G330", name=code, known=tuple(near[:NEAR] or sorted({f"{one[:2]}xx" for one in CATALOGUE})))
    yield f"{known}  {blank_sentence(voice, f'error.{known}')}"
    yield f"→ {blank_sentence(voice, f'error.{known}.hint')}"
    special = f"error.{known}.hint."
    for key in sorted(key for key in voice.sentences if key.startswith(special)):
        kind = voice.sentences.get(f"kind.{key.removeprefix(special)}", key.removeprefix(special))
        yield f"→ {kind}: {blank_sentence(voice, key)}"
    yield ""
    about = f"cli.explain.about.{known[:3]}"
    yield voice.say(about if about in voice.sentences else f"cli.explain.about.{known[:2]}")


def _alike(one: str, other: str) -> int:
    """How many characters two codes have in common before they differ."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
