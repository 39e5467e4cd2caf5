"""What share of an essay's body text looks one way: the ground on which the rules for its look are judged.

The body is what the participant wrote as running text: paragraphs, list items and text boxes of the essay. Headings,
captions, table cells and footnotes stand apart, since they are set otherwise for good reasons. Characters are counted,
blanks aside; so it does not matter into how many stretches a program cuts a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from grader.errors import Value
from grader.records.document import Block, Kind, Place, Run
from grader.records.essay import RUNNING_TEXT, Essay, Part
from grader.records.finding import Outcome
from grader.rules.rule import Verdict

DEFAULT_SHARE: Final = 0.9
"""How much of the body text must look as asked for, where a rubric does not say."""

UNKNOWN: Final = 0.2
"""When more of the body text than this does not tell its look, nothing is said of the whole."""

_BODY: Final = frozenset({Kind.BODY, Kind.LIST_ITEM, Kind.TEXT_BOX})
_CAPTION: Final = re.compile(r"(?:gambar|tabel|bagan|grafik|diagram|figure|table|chart)\s{0,3}\d", re.IGNORECASE)
_CAPTION_WORDS: Final = 25
_ROUNDING: Final = 1e-9

Look = str | float
"""How a stretch of text looks: the name of a font, a size, a spacing, an alignment."""


@dataclass(slots=True)
class Tally:
    """Characters by look.

    Attributes:
        counts: characters of each look of the body, in order of first occurrence; ``None`` is a look not told.
        places: where each look occurs first.
        apart: characters of the essay that are not of its body.
    """

    counts: dict[Look | None, int] = field(default_factory=dict)
    places: dict[Look | None, Place] = field(default_factory=dict)
    apart: int = 0

    @property
    def known(self) -> int:
        """Characters of the body whose look is told."""
        return self.body - self.counts.get(None, 0)

    @property
    def body(self) -> int:
        """Characters of the body."""
        return sum(self.counts.values())

    @property
    def shares(self) -> Mapping[Look, float]:
        """Of the body text whose look is told, the share of each look, 0 to 1."""
        return {look: count / self.known for look, count in self.counts.items() if look is not None}

    def add(self, look: Look | None, text: str, place: Place) -> None:
        """Count a stretch of body text; blanks alone are nothing."""
        count = visible(text)
        if count:
            self.counts[look] = self.counts.get(look, 0) + count
            self.places.setdefault(look, place)


def visible(text: str) -> int:
    """Characters of a text that are no blanks."""
    return sum(map(len, text.split()))


def near(found: Look, wanted: float, tolerance: float) -> bool:
    """Whether a number is the one asked for; a difference as large as the tolerance is allowed."""
    return isinstance(found, (int, float)) and abs(found - wanted) <= tolerance + _ROUNDING


def tally_runs(essay: Essay, look: Callable[[Run], Look | None]) -> Tally:
    """Count the body's characters by a look that runs have; text outside all runs tells none.

    Args:
        essay: whose body is counted.
        look: the look of a run, ``None`` when it is not told.
    """
    tally = Tally()
    for part, block in _parts(essay, tally):
        told = part.start
        for run in block.runs:
            start, end = max(run.start, told), min(run.end, part.end)
            if start < end:
                tally.add(None, block.text[told:start], block.place)
                tally.add(look(run), block.text[start:end], block.place)
                told = end
        tally.add(None, block.text[told : part.end], block.place)
    return tally


def tally_blocks(essay: Essay, look: Callable[[Block], Look | None]) -> Tally:
    """Count the body's characters by a look that whole blocks have.

    Args:
        essay: whose body is counted.
        look: the look of a block, ``None`` when it is not told.
    """
    tally = Tally()
    for part, block in _parts(essay, tally):
        tally.add(look(block), block.text[part.start : part.end], block.place)
    return tally


def judge(tally: Tally, fits: Callable[[Look], bool], share: float, values: Mapping[str, Value]) -> Verdict:
    """Say whether enough of the body text looks as asked for.

    Where the look of a part is not told, the rest is judged; where that part is larger than `UNKNOWN`, or where less
    than half of the essay is body text, the whole is not checkable.

    Args:
        tally: the body's characters by look.
        fits: whether a look is the one asked for.
        share: how much must fit, 0 to 1.
        values: of the finding, beside those added here.

    Returns:
        The verdict ``met``, ``other`` (``other-paged`` where pages are known), ``unknown`` or ``no-body``. Its values:
        ``share`` of the text that fits and ``needed``, both in percent; when not met, ``found`` and ``found_share``,
        the most frequent look that does not fit and its share, and ``page`` and ``paragraph``, where it occurs first.
        ``share`` is rounded down and ``found_share`` up, so that no text fails at a share that is shown as enough.
    """
    if not tally.body or tally.apart > tally.body:
        return Verdict(Outcome.NOT_CHECKABLE, "no-body", values)
    unknown = tally.counts.get(None, 0)
    if unknown > UNKNOWN * tally.body:
        return Verdict(Outcome.NOT_CHECKABLE, "unknown", {**values, "unknown": _percent_up(unknown, tally.body)})
    looks = {look: count for look, count in tally.counts.items() if look is not None}
    others = {look: count for look, count in looks.items() if not fits(look)}
    fitting = tally.known - sum(others.values())
    values = {**values, "share": 100 * fitting // tally.known, "needed": round(100 * share, 2)}
    if fitting / tally.known >= share:
        return Verdict(Outcome.MET, "met", values)
    found = max(others, key=lambda look: others[look])
    place = tally.places[found]
    more: dict[str, Value] = {"found": found, "found_share": _percent_up(others[found], tally.known)}
    where: dict[str, Value] = {"page": place.page, "paragraph": place.paragraph}
    reason = "other" if place.page is None else "other-paged"
    return Verdict(Outcome.NOT_MET, reason, {**values, **more, **where}, place)


def _parts(essay: Essay, tally: Tally) -> Iterator[tuple[Part, Block]]:
    """The stretches of the body; what of the essay is not of its body is counted as apart."""
    for part in essay.parts:
        block = essay.document.blocks[part.block]
        if part.role not in RUNNING_TEXT:
            continue
        if block.kind in _BODY and not _is_caption(block.text):
            yield part, block
        else:
            tally.apart += visible(block.text[part.start : part.end])


def _is_caption(text: str) -> bool:
    return _CAPTION.match(text) is not None and len(text.split()) <= _CAPTION_WORDS


def _percent_up(count: int, total: int) -> int:
    return -(-100 * count // total)
