"""Which stretch of a document belongs to which section, once it is known what opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from grader.records.essay import Part, Role
from grader.structure.sections import Match

_OUTSIDE = frozenset({Role.BIBLIOGRAPHY, Role.LEFTOVER, Role.CONTENTS, Role.COVER})


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that may open a section.

    Attributes:
        block: its first block.
        text: as it stands in the document.
        match: the section that its wording names.
        level: of the heading, when the file gives it.
    """

    block: int
    text: str
    match: Match
    level: int | None


def choose(openings: Sequence[Opening]) -> list[Opening]:
    """For each section keep the openings that name it best.

    A sub-heading may begin like a section ("Penerapan di negara lain" inside the main ideas). Where the section's own
    heading stands in the document too, that one names it better: by its whole wording, by a letter, by a higher level.
    """
    levels = [opening.level for opening in openings if opening.level is not None]
    top = min(levels, default=None)

    def rank(opening: Opening) -> int:
        return opening.match.rank + (opening.level is not None and opening.level == top)

    best: dict[str, int] = {}
    for opening in openings:
        section = opening.match.section
        best[section] = max(best.get(section, 0), rank(opening))
    return [opening for opening in openings if rank(opening) == best[opening.match.section]]


def nest(parts: Sequence[Part], openings: Sequence[Opening]) -> list[Part]:
    """Give each part the innermost section that it stands in.

    A section goes on until another one opens; what stands outside the text (bibliography, leftovers) closes it.

    Args:
        parts: in order.
        openings: in order of their blocks.
    """
    opened_at = {opening.block: opening.match.section for opening in openings}
    current: str | None = None
    placed = []
    for part in parts:
        if part.role in _OUTSIDE:
            current = None
        elif part.start == 0 and part.block in opened_at:
            current = opened_at[part.block]
        placed.append(part if part.section == current else replace(part, section=current))
    return placed
