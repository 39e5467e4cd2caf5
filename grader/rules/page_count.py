"""The document has neither too few nor too many pages.

What it does:
    Compares the number of pages of the file with a minimum, a maximum or both; the limits themselves are allowed. All
    pages count, the cover too.

Why it matters:
    Some assignments set their length in pages. Words tell length better, since they do not depend on font and margins;
    where both are possible, ``word-count`` is the fairer rule.

Example:
    Three to ten pages::

        - rule: page-count
          settings:
            minimum: 3
            maximum: 10

Known limits:
    A Word file has no pages until a program lays it out, so the rule is not checkable there, nor in plain text.
"""

from __future__ import annotations

from pydantic import Field, model_validator

from grader.errors import Value
from grader.records.document import Fact
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict


class PageCountSettings(Settings):
    """Settings of ``page-count``."""

    minimum: int | None = Field(default=None, ge=1, description="The fewest pages that are enough.")
    maximum: int | None = Field(default=None, ge=1, description="The most pages that are allowed.")

    @model_validator(mode="after")
    def _limits(self) -> PageCountSettings:
        if self.minimum is None and self.maximum is None:
            raise ValueError("rubric.reason.no-limit")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("rubric.reason.minimum-above-maximum")
        return self


def check(essay: Essay, settings: PageCountSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether the pages lie within the limits."""
    pages, low, high = essay.document.pages, settings.minimum, settings.maximum
    if pages is None:
        return Verdict(Outcome.NOT_CHECKABLE, "unknown")
    values: dict[str, Value] = {"pages": pages, "minimum": low, "maximum": high}
    if low is not None and pages < low:
        return Verdict(Outcome.NOT_MET, "too-few", values)
    if high is not None and pages > high:
        return Verdict(Outcome.NOT_MET, "too-many", values)
    return Verdict(Outcome.MET, "at-most" if low is None else "at-least" if high is None else "within", values)


RULE = Rule(
    name="page-count", needs=frozenset({Fact.PAGES}), settings=PageCountSettings, check=check, doc=__doc__ or ""
)
