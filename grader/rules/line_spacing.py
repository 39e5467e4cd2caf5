"""The lines are as far apart as is asked for.

What it does:
    Looks at the line spacing of each paragraph, as a multiple of single spacing, and asks that enough of the body text
    (``share``, at least 90 % unless the rubric says otherwise) differs from it by no more than the tolerance. Headings,
    captions, table cells and footnotes are not looked at; longer paragraphs count for more.

Why it matters:
    A reader needs room between the lines for eyes and notes.

Example:
    One and a half lines::

        - rule: line-spacing
          severity: warning
          settings:
            spacing: 1.5

Known limits:
    A PDF holds no line spacing, only lines: a paragraph of a single line tells none, and the distance is compared with
    the usual height of a line in its font. Where more than a fifth of the text tells nothing, as in an essay of many
    short lines, the rule is not checkable; the same holds for an essay that stands mostly in tables.
"""

from __future__ import annotations

from pydantic import Field

from grader.records.document import Fact
from grader.records.essay import Essay
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.shares import DEFAULT_SHARE, judge, near, tally_blocks


class LineSpacingSettings(Settings):
    """Settings of ``line-spacing``."""

    spacing: float = Field(ge=0.5, le=5, description="The spacing as a multiple of single spacing, e.g. 1.5.")
    tolerance: float = Field(default=0.1, ge=0, le=1, description="By how much it may differ.")
    share: float = Field(default=DEFAULT_SHARE, gt=0, le=1, description="How much of the text must have it.")


def check(essay: Essay, settings: LineSpacingSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether enough of the body text has the line spacing asked for."""
    tally = tally_blocks(essay, lambda block: None if block.line_spacing is None else round(block.line_spacing, 2))
    return judge(
        tally,
        lambda spacing: near(spacing, settings.spacing, settings.tolerance),
        settings.share,
        {"wanted": settings.spacing},
    )


RULE = Rule(
    name="line-spacing",
    needs=frozenset({Fact.LINE_SPACING}),
    settings=LineSpacingSettings,
    check=check,
    doc=__doc__ or "",
)
