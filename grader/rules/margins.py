"""The margins of the pages are as wide as is asked for.

What it does:
    Compares the margins of most pages with those that the rubric names, each on its own; margins that it does not name
    are not looked at. A margin may differ by the tolerance.

Why it matters:
    Wide left margins leave room for binding, all margins for notes; narrow ones hide how long an essay is.

Example:
    The margins usual for papers that are bound::

        - rule: margins
          severity: suggestion
          settings:
            top: 4
            right: 3
            bottom: 3
            left: 4

Known limits:
    A Word file tells the margins that were set. A PDF has none; there they are measured from the edges of the page to
    the text, so a ragged right edge or pages that are not full make a margin look wider than it was set.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field, model_validator

from grader.errors import Value
from grader.records.document import Fact, Margins
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.shares import near

_CM: Final = 2.54 / 72
"""Centimetres in a point."""


class MarginsSettings(Settings):
    """Settings of ``margins``."""

    top: float | None = Field(default=None, ge=0, le=20, description="The margin above the text in centimetres.")
    right: float | None = Field(default=None, ge=0, le=20, description="The margin on the right in centimetres.")
    bottom: float | None = Field(default=None, ge=0, le=20, description="The margin below the text in centimetres.")
    left: float | None = Field(default=None, ge=0, le=20, description="The margin on the left in centimetres.")
    tolerance_cm: float = Field(default=0.3, ge=0, le=5, description="By how many centimetres each may differ.")

    @model_validator(mode="after")
    def _any(self) -> MarginsSettings:
        if not self.wanted():
            raise ValueError("rubric.reason.no-margin")
        return self

    def wanted(self) -> dict[str, float]:
        """The margins asked for, in centimetres, by side."""
        sides = {"top": self.top, "right": self.right, "bottom": self.bottom, "left": self.left}
        return {side: margin for side, margin in sides.items() if margin is not None}


def check(essay: Essay, settings: MarginsSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say which of the margins asked for are wider or narrower."""
    margins = essay.document.margins
    if margins is None:
        return Verdict(Outcome.NOT_CHECKABLE, "unknown")
    found = _in_cm(margins)
    wanted = settings.wanted()
    off = tuple(side for side, margin in wanted.items() if not near(found[side], margin, settings.tolerance_cm))
    values: dict[str, Value] = {side: round(margin, 1) for side, margin in found.items()}
    values |= {f"wanted_{side}": wanted.get(side) for side in found}
    if not off:
        return Verdict(Outcome.MET, "met", values)
    return Verdict(Outcome.NOT_MET, "other", {**values, "sides": off})


def _in_cm(margins: Margins) -> dict[str, float]:
    sides = {"top": margins.top, "right": margins.right, "bottom": margins.bottom, "left": margins.left}
    return {side: points * _CM for side, points in sides.items()}


RULE = Rule(name="margins", needs=frozenset({Fact.MARGINS}), settings=MarginsSettings, check=check, doc=__doc__ or "")
