"""How far a run is: a bar with rate and time left on a terminal, a line now and then where there is none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from grader.cli.common import err
from grader.errors import Value
from grader.wording.voice import Voice

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Task as Bar
    from rich.text import Text

    from grader.batch.run import Tally

LINES: Final = 10
"""Lines that tell of a whole run where there is no terminal."""


@contextmanager
def progress(
    voice: Voice, total: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[Tally], None]]:
    """Show progress on stderr while the block lasts.

    Args:
        voice: speaks.
        total: submissions of the class.
        clock: seconds that only go forward.

    Yields:
        What is to be called with each new tally.
    """
    console = err()
    if console.is_terminal:
        with _bar(voice, total, console) as tell:
            yield tell
    else:
        yield _Lines(voice, console, clock).tell


class _Lines:
    """Every tenth of the way a line with count, rate and time left."""

    def __init__(self, voice: Voice, console: Console, clock: Callable[[], float]) -> None:
        self._voice = voice
        self._console = console
        self._clock = clock
        self._began = clock()
        self._told = 0

    def tell(self, tally: Tally) -> None:
        """Take in a new tally."""
        if tally.done == tally.known:  # what was known already comes in no time, and says nothing of the rate
            self._began = self._clock()
            return
        step = tally.done * LINES // tally.total
        if step == self._told and tally.done < tally.total:
            return
        self._told = step
        graded = tally.done - tally.known
        rate = graded / max(1e-9, self._clock() - self._began)
        values: dict[str, Value] = {"done": tally.done, "total": tally.total, "rate": round(60 * rate), "left": ""}
        if graded:
            values["left"] = duration((tally.total - tally.done) / rate)
        key = "cli.run.line" if graded and tally.done < tally.total else "cli.run.line.short"
        self._console.print(self._voice.say(key, values), soft_wrap=True)


@contextmanager
def _bar(voice: Voice, total: int, console: Console) -> Iterator[Callable[[Tally], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Submissions a minute."""

        def render(self, task: Bar) -> Text:
            return Text(voice.say("cli.run.rate", rate=round(60 * task.speed)) if task.speed else "", style="dim")

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as shown:
        bar = shown.add_task(voice.say("cli.run.loading"), total=total)

        def tell(tally: Tally) -> None:
            shown.update(bar, completed=tally.done, description=voice.say("cli.run.grading"))

        yield tell


def duration(seconds: float) -> str:
    """Minutes and seconds, as ``2:05``; hours before them when there are any."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
