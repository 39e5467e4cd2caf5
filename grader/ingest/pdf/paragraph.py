"""A paragraph: lines that belong together, and the text that they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from grader.ingest.cleaning import Piece
from grader.ingest.hyphens import HYPHENS, joint
from grader.ingest.pdf.broken import Words
from grader.ingest.pdf.lines import TextLine

RECENT: Final = 20
"""How many lines back a paragraph is looked at; more would tell nothing new and take time in long ones."""


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[TextLine] = field(default_factory=list)
    _steps: list[float | None] = field(default_factory=list, init=False, repr=False, compare=False)
    """From each line down to the next, as far as asked for; ``None`` where it does not go down its page."""

    @property
    def text(self) -> str:
        """Clean text of its lines, not yet joined over hyphens; for looks at its beginning, length and end."""
        return " ".join(line.text for line in self.lines)

    def pieces(self, words: Words) -> list[Piece]:
        """Its text; words cut at line ends are whole again, spelt as in ``words`` if they are among them."""
        if plain := self._plain():
            return [plain]
        pieces: list[Piece] = []
        for line in self.lines:
            while len(pieces) > 1 and not pieces[-1].text.strip():
                pieces.pop()
            if pieces:
                last = pieces[-1]
                end = last.text.rstrip()
                if end and end[-1] not in HYPHENS:
                    pieces[-1] = Piece(f"{end} ", last.format)
                else:
                    # The word that is cut may be in several pieces; its hyphen is in the last.
                    start = "".join(piece.text for piece in pieces[-4:-1])
                    whole, between = joint(start + last.text, line.text, words.all)
                    pieces[-1] = Piece(whole[len(start) :] + between, last.format)
            pieces += line.pieces
        return pieces

    def _plain(self) -> Piece | None:
        """Its text in one piece, as most are: lines in one format that blanks join, in letters that need no cleaning.

        Where cleaning may change what stands at the ends of two pieces, they are left apart.
        """
        look = self.lines[0].pieces[0].format
        parts: list[str] = []
        for line in self.lines:
            if len(line.pieces) > 1 or line.pieces[0].format is not look:
                return None
            parts.append(line.pieces[0].text)
        if any(end[-1:] in HYPHENS for end in map(str.rstrip, parts[:-1])):
            return None
        text = " ".join([*map(str.rstrip, parts[:-1]), parts[-1]])
        return Piece(text, look) if text.isascii() and text.isprintable() else None

    def leading(self) -> float | None:
        """Usual distance of its baselines; ``None`` for a single line."""
        for upper, lower in pairwise(self.lines[len(self._steps) :]):
            down = upper.page == lower.page and upper.baseline > lower.baseline
            self._steps.append(upper.baseline - lower.baseline if down else None)
        distances = [step for step in self._steps[1 - RECENT :] if step is not None]
        return median(distances) if distances else None
