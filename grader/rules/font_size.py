"""The text is set in the size that is asked for.

What it does:
    Looks at the size of each stretch of body text, as printed, and asks that enough of it (``share``, at least 90 %
    unless the rubric says otherwise) differs from the size by no more than the tolerance. Headings, captions, table
    cells and footnotes are not looked at.

Why it matters:
    Small type fits more onto a page and tires the reader; large type makes an essay look longer than it is.

Example:
    Twelve points::

        - rule: font-size
          severity: warning
          settings:
            size: 12

Known limits:
    A PDF that was made smaller or larger when it was printed (two pages on a sheet, *fit to page*) has the size that
    stands on its pages, not the one chosen. An essay that stands mostly in tables is not checkable.
"""

from __future__ import annotations

from pydantic import Field

from grader.records.document import Fact
from grader.records.essay import Essay
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.shares import DEFAULT_SHARE, judge, near, tally_runs


class FontSizeSettings(Settings):
    """Settings of ``font-size``."""

    size: float = Field(ge=4, le=100, description="The size in points.")
    tolerance: float = Field(default=0.5, ge=0, le=10, description="By how many points it may differ.")
    share: float = Field(default=DEFAULT_SHARE, gt=0, le=1, description="How much of the text must have it.")


def check(essay: Essay, settings: FontSizeSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether enough of the body text has the size asked for."""
    tally = tally_runs(essay, lambda run: None if run.size is None else round(run.size, 2))
    return judge(
        tally, lambda size: near(size, settings.size, settings.tolerance), settings.share, {"wanted": settings.size}
    )


RULE = Rule(
    name="font-size", needs=frozenset({Fact.FONT_SIZE}), settings=FontSizeSettings, check=check, doc=__doc__ or ""
)
