"""The essay, or one section of it, is neither too short nor too long.

What it does:
    Counts the words of the essay and compares them with a minimum, a maximum or both; the limits themselves are
    allowed. A word is a token between white space that holds at least one letter or digit; list markers are none.
    Headings count. Not counted: cover, header fields, table of contents, the assignment's own text and questions
    repeated from it, bibliography, running heads, page numbers, what a web page left behind, and paragraphs of 25 words
    or more that stand in the essay once more, word for word.
    Nor do sentences count that were copied from the course material, where some was given.

    With ``section`` only the words of that section count, its sub-sections included. When the section's heading is not
    found, it would be unfair to call the section missing: its heading may only be worded otherwise. What is left of the
    essay without the other sections can then only be more than the section, never less. So if even that is too short,
    the rule is not met; if all other sections were found, what is left *is* the section and is judged; otherwise the
    rule is not checkable, and a person looks.

Why it matters:
    A minimum asks for a certain depth; a maximum asks to keep to what matters. Counting the assignment's own text or
    the cover would reward copying them.

Example:
    At least 2,000 words in part A::

        - rule: word-count
          settings:
            minimum: 2000
            section: essay

Known limits:
    Words that a PDF has cut in two at the end of a line may count twice where the halves could not be joined. Word
    processors count list numbers, headers and covers as well, so their figure is often higher.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, model_validator

from grader.errors import Value
from grader.records.document import Place
from grader.records.essay import Essay
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict


class WordCountSettings(Settings):
    """Settings of ``word-count``."""

    minimum: int | None = Field(default=None, ge=1, description="The fewest words that are enough.")
    maximum: int | None = Field(default=None, ge=1, description="The most words that are allowed.")
    section: str | None = Field(
        default=None, description="Id of the section that is meant; without it, the whole essay."
    )

    @model_validator(mode="after")
    def _limits(self) -> WordCountSettings:
        if self.minimum is None and self.maximum is None:
            raise ValueError("rubric.reason.no-limit")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError("rubric.reason.minimum-above-maximum")
        return self

    def section_ids(self) -> tuple[str, ...]:
        """The section that is meant."""
        return () if self.section is None else (self.section,)


def check(essay: Essay, settings: WordCountSettings, sections: tuple[Section, ...]) -> Verdict:
    """Say whether the counted words lie within the limits."""
    if settings.section is None:
        left_out = sum(essay.words.left_out.values())
        return _judge(essay.words.counted, settings, {"left_out": left_out}, "")
    by_id = {section.id: section for section in sections}
    title = by_id[settings.section].title
    titles: dict[str, Value] = {"title_id": title.id, "title_en": title.en}
    found = essay.section(settings.section)
    if found is not None:
        return _judge(found.words, settings, titles, "section-", essay.document.blocks[found.block].place)
    words, complete = _remainder(essay, by_id, settings.section)
    verdict = _judge(words, settings, titles, "section-not-found-")
    too_short = settings.minimum is not None and words < settings.minimum
    surely_met = settings.minimum is None and verdict.outcome is Outcome.MET
    if complete or too_short or surely_met:
        return verdict
    return Verdict(Outcome.NOT_CHECKABLE, "section-not-found", verdict.values)


def _judge(
    words: int, settings: WordCountSettings, more: Mapping[str, Value], scope: str, place: Place | None = None
) -> Verdict:
    low, high = settings.minimum, settings.maximum
    values = {"words": words, "minimum": low, "maximum": high, **more}
    if low is not None and words < low:
        return Verdict(Outcome.NOT_MET, f"{scope}too-few", values, place)
    if high is not None and words > high:
        return Verdict(Outcome.NOT_MET, f"{scope}too-many", values, place)
    within = "at-most" if low is None else "at-least" if high is None else "within"
    return Verdict(Outcome.MET, f"{scope}{within}", values, place)


def _remainder(essay: Essay, by_id: Mapping[str, Section], wanted: str) -> tuple[int, bool]:
    """The words outside the other sections, and whether all of those were found.

    Where the wanted section is a part of one that was found, only that one is looked at.
    """
    around = next((found for above in _above(by_id, wanted) if (found := essay.section(above))), None)
    parent = around.id if around else None
    beside = [
        section.id for section in by_id.values() if section.id != wanted and section.parent == by_id[wanted].parent
    ]
    others = [
        found
        for found in essay.sections
        if parent in (None, *_above(by_id, found.id))
        and wanted not in _above(by_id, found.id)
        and not any(essay.section(above) for above in _above(by_id, found.id) if above != parent)
    ]
    total = around.words if around else essay.words.counted
    complete = bool(beside) and all(essay.section(section) for section in beside)
    return max(0, total - sum(other.words for other in others)), complete


def _above(by_id: Mapping[str, Section], section: str) -> list[str]:
    """The sections that a section is a part of, the nearest first."""
    chain: list[str] = []
    parent = by_id[section].parent
    while parent is not None and parent not in chain:
        chain.append(parent)
        parent = by_id[parent].parent
    return chain


RULE = Rule(name="word-count", needs=frozenset(), settings=WordCountSettings, check=check, doc=__doc__ or "")
