"""A paragraph: lines that belong together, and the text that they make."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
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
    _steps: list[float] = field(default_factory=list, init=False, repr=False, compare=False)
    """From each line down to the next, as far as asked for; 0 or less where it does not go down its page."""
    _ordered: list[float] = field(default_factory=list, init=False, repr=False, compare=False)
    """The `RECENT` ones that go down, the smallest first."""

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
        ended: list[str] = []
        text = "."
        for line in self.lines:
            if not text or text[-1] in HYPHENS or len(line.pieces) > 1:
                return None
            piece = line.pieces[0]
            if piece.format is not look:
                return None
            text = piece.text.rstrip()
            ended.append(text)
        ended[-1] = self.lines[-1].pieces[0].text
        text = " ".join(ended)
        return Piece(text, look) if text.isascii() and text.isprintable() else None

    def leading(self) -> float | None:
        """Usual distance of its baselines, as the median of the `RECENT` ones; ``None`` for a single line."""
        steps, ordered, lines = self._steps, self._ordered, self.lines
        for index in range(len(steps) + 1, len(lines)):
            upper, lower = lines[index - 1], lines[index]
            step = upper.baseline - lower.baseline if upper.page == lower.page else 0.0
            steps.append(step)
            if step > 0:
                insort(ordered, step)
            if len(steps) >= RECENT and steps[-RECENT] > 0:
                del ordered[bisect_left(ordered, steps[-RECENT])]
        if not ordered:
            return None
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
