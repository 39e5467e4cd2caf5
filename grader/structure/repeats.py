"""Text of the essay that stands in it once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from grader.structure.lines import Line

FEWEST: Final = 25
"""Words, in neighbouring paragraphs, that must be the same in the same order; less may well be said twice."""


def repeats(lines: Sequence[Line]) -> set[int]:
    """Paragraphs that repeat earlier ones word for word, whatever their case, punctuation and markers.

    Neighbouring paragraphs are taken together where the earlier ones are neighbours too, so that a list copied once
    more is found although its items are short.

    Args:
        lines: of the essay, in order, without headings and what only stands around it.

    Returns:
        Their indices; where a paragraph stands first is not among them.
    """
    first: dict[tuple[str, ...], int] = {}
    found: set[int] = set()
    run: list[Line] = []
    source = -1  # where the last line of the run stands for the first time
    for place, line in enumerate(lines):
        earlier = first.setdefault(line.words, place) if line.words else place
        if run and (earlier == place or earlier != source + 1):
            found |= _long_enough(run)
            run = []
        if earlier != place:
            run.append(line)
        source = earlier
    return found | _long_enough(run)


def _long_enough(run: Sequence[Line]) -> set[int]:
    return {line.index for line in run} if sum(line.size for line in run) >= FEWEST else set()
