"""The text is set flush on both sides, or on the left only, as is asked for.

What it does:
    Looks at the alignment of each paragraph and asks that enough of the body text (``share``, at least 90 % unless the
    rubric says otherwise) is aligned as asked for. Headings, captions, table cells and footnotes are not looked at.

Why it matters:
    Many institutions ask for justified text in official writing. It is a matter of looks; a rubric will seldom take
    more than a suggestion from it.

Example:
    Justified text::

        - rule: justification
          severity: suggestion
          settings:
            alignment: justify

Known limits:
    A PDF does not hold how its text was aligned; it is told from where the lines of a paragraph end, and only where
    they are enough to be sure. Plain text is not checkable, nor is an essay that stands mostly in tables.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from pydantic import Field

from grader.records.document import Fact
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.shares import DEFAULT_SHARE, judge, tally_blocks


class JustificationSettings(Settings):
    """Settings of ``justification``."""

    alignment: Literal["justify", "left"] = Field(default="justify", description="justify (both sides) or left.")
    share: float = Field(default=DEFAULT_SHARE, gt=0, le=1, description="How much of the text must be aligned so.")


def check(essay: Essay, settings: JustificationSettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether enough of the body text is aligned as asked for."""
    tally = tally_blocks(essay, lambda block: block.alignment)
    wanted = settings.alignment
    verdict = judge(tally, lambda alignment: alignment == wanted, settings.share, {"wanted": wanted})
    if verdict.outcome is Outcome.NOT_CHECKABLE:
        return verdict
    return replace(verdict, reason=f"{wanted}-{verdict.reason}")


RULE = Rule(
    name="justification",
    needs=frozenset({Fact.ALIGNMENT}),
    settings=JustificationSettings,
    check=check,
    doc=__doc__ or "",
)
