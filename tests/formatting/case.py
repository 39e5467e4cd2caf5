"""A way of setting an essay's text, and what the rubric *esai-kolaboratif* must say to it: Arial 12, spacing 1.5."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import grader
from grader.errors import Value
from grader.ingest.reading import read_bytes
from grader.records.finding import Finding, Outcome
from grader.rules.catalogue import RULES
from grader.rules.running import run_rule
from grader.structure.outline import outline
from tests.corpus.prose import prose

RUBRIC: Final = "esai-kolaboratif"
LOOKS: Final = ("font-family", "font-size", "line-spacing")
"""The rules that are asked, in the order of the table's columns."""

TEXTS: Final = tuple(prose(words, start) for words, start in ((74, 10), (61, 110), (83, 210)))
"""Three paragraphs, each of several lines."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule must say.

    Attributes:
        outcome: of its finding.
        values: those of the finding that matter; numbers within `ROUNDING`.
        reason: of the finding, where the outcome has several.
    """

    outcome: Outcome
    values: Mapping[str, Value] = field(default_factory=dict)
    reason: str | None = None


ROUNDING: Final = 0.011
"""How much sizes and spacings that were measured on a page may differ from those that were set."""

MET: Final = Said(Outcome.MET, {"share": 100})


def met(share: int) -> Said:
    """So much of the text, in percent, is as asked for, and that is enough."""
    return Said(Outcome.MET, {"share": share})


def found(look: str | float, *, in_percent: int = 100) -> Said:
    """So much of the text looks otherwise, and what is left is too little."""
    return Said(Outcome.NOT_MET, {"found": look, "found_share": in_percent, "share": 100 - in_percent})


def untold(reason: str) -> Said:
    """The file does not tell: ``facts-missing``, ``unknown`` or ``no-body``."""
    return Said(Outcome.NOT_CHECKABLE, reason=reason)


@dataclass(frozen=True, slots=True)
class Case:
    """A file and what is said of it.

    Attributes:
        program: in whose manner the file is written.
        way: how font, size and spacing are set in it.
        suffix: of the file's name: docx, pdf, txt.
        make: makes its bytes.
        font: what ``font-family`` must say.
        size: what ``font-size`` must say.
        spacing: what ``line-spacing`` must say.
    """

    program: str
    way: str
    suffix: str
    make: Callable[[], bytes]
    font: Said = MET
    size: Said = MET
    spacing: Said = MET

    @property
    def id(self) -> str:
        """Names the case in tests."""
        return f"{self.suffix} · {self.program}: {self.way}"

    @property
    def expected(self) -> dict[str, Said]:
        """What each of `LOOKS` must say."""
        return dict(zip(LOOKS, (self.font, self.size, self.spacing), strict=True))


def findings(data: bytes, suffix: str) -> dict[str, Finding]:
    """What the rubric's rules for the look of the text say of a file."""
    rubric = grader.load_rubric(RUBRIC).rubric
    essay = outline(read_bytes(data, f"esai.{suffix}"), rubric)
    uses = {use.rule: use for use in rubric.rules if use.rule in LOOKS}
    return {
        name: run_rule(
            RULES[name],
            RULES[name].settings.model_validate(uses[name].settings),
            uses[name].severity,
            essay,
            tuple(rubric.sections),
        )
        for name in LOOKS
    }
