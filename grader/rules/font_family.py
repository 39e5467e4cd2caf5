"""The text is set in a font that is asked for.

What it does:
    Looks at the font of each stretch of body text and asks that enough of it (``share``, at least 90 % unless the
    rubric says otherwise) is set in one of the families, or in a font that stands for one (``aliases``). Headings,
    captions, table cells and footnotes are not looked at. Names are folded: ``Arial-BoldMT`` and ``ABCDEF+ArialMT``
    are Arial; ``Arial Narrow`` is another family.

Why it matters:
    One font for all makes essays comparable at a glance and pleasant to read one after another; text in another font
    often shows what was pasted.

Example:
    Arial, also under the names of the fonts that LibreOffice puts in its place::

        - rule: font-family
          severity: warning
          settings:
            families: [Arial]
            aliases: [Liberation Sans, Arimo]

Known limits:
    Some programs write fonts into a PDF without their names; where that concerns more than a fifth of the text, the
    rule is not checkable; the same holds for an essay that stands mostly in tables. A Word file names the font that was
    chosen, which may not be the one that a machine without it shows.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from grader.records.document import Fact, Run
from grader.records.essay import Essay
from grader.rubric.schema import Section
from grader.rules.fonts import family_key
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.shares import DEFAULT_SHARE, judge, tally_runs


def _telling(name: str) -> str:
    if family_key(name) is None:
        raise ValueError("rubric.reason.font-name")
    return name


FontName = Annotated[str, AfterValidator(_telling)]


class FontFamilySettings(Settings):
    """Settings of ``font-family``."""

    families: list[FontName] = Field(min_length=1, description="The fonts that are asked for, e.g. Arial.")
    aliases: list[FontName] = Field(default_factory=list, description="Fonts that are taken for these as well.")
    share: float = Field(default=DEFAULT_SHARE, gt=0, le=1, description="How much of the text must be set in them.")


def check(essay: Essay, settings: FontFamilySettings, _sections: tuple[Section, ...]) -> Verdict:
    """Say whether enough of the body text is set in the fonts asked for."""
    wanted = {family_key(name) for name in (*settings.families, *settings.aliases)}
    tally = tally_runs(essay, _font)
    return judge(
        tally, lambda font: family_key(str(font)) in wanted, settings.share, {"wanted": tuple(settings.families)}
    )


def _font(run: Run) -> str | None:
    return run.font if family_key(run.font) else None


RULE = Rule(
    name="font-family", needs=frozenset({Fact.FONT}), settings=FontFamilySettings, check=check, doc=__doc__ or ""
)
