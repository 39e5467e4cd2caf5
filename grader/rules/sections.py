"""The required sections are there, in order, and hold text.

What it does:
    Looks for each required section by the wordings of its heading (number, letter, case and brackets do not matter),
    checks that it holds at least so many words, and that the sections stand in the order required. Of sections out of
    order as few as possible are named: those that would have to move.

Why it matters:
    A missing section is a part of the assignment that was not answered; a heading without text is as good as missing.

Example:
    The three sections of a learning journal::

        - rule: sections
          settings:
            required: [main-ideas, figure, application]
            minimum_words: 30

Known limits:
    A heading in words that the rubric does not list is not recognised; add the wording to the section's ``headings``.
    Text that stands under no heading belongs to no section.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field, field_validator

from grader.errors import Value
from grader.records.essay import Essay, FoundSection
from grader.records.finding import Outcome
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict


class SectionsSettings(Settings):
    """Settings of ``sections``."""

    required: list[str] = Field(min_length=1, description="Ids of the sections, in the order that is asked for.")
    ordered: bool = Field(default=True, description="Whether they must stand in this order.")
    minimum_words: int = Field(default=1, ge=0, description="Words that each must hold, headings aside.")

    @field_validator("required")
    @classmethod
    def _once(cls, required: list[str]) -> list[str]:
        if len(set(required)) < len(required):
            raise ValueError("rubric.reason.section-twice")
        return required

    def section_ids(self) -> tuple[str, ...]:
        """The sections required."""
        return tuple(self.required)


def check(essay: Essay, settings: SectionsSettings, sections: tuple[Section, ...]) -> Verdict:
    """Say which required sections are missing, empty or out of order."""
    by_id = {section.id: section for section in sections}
    found = {section.id: section for section in essay.sections}
    present = [found[section] for section in settings.required if section in found]
    faults: dict[str, list[str]] = {
        "missing": [section for section in settings.required if section not in found],
        "empty": [section.id for section in present if section.words - section.heading_words < settings.minimum_words],
        "order": _to_move(present) if settings.ordered else [],
    }
    values: dict[str, Value] = {"minimum": settings.minimum_words}
    shown = {fault: ids for fault, ids in faults.items() if ids} or {"required": settings.required}
    for fault, ids in shown.items():
        values |= {
            fault: tuple(ids),
            f"{fault}_id": tuple(by_id[section].title.id for section in ids),
            f"{fault}_en": tuple(by_id[section].title.en for section in ids),
        }
    if not any(faults.values()):
        return Verdict(Outcome.MET, "met", values)
    first = next((found[section] for section in (*faults["empty"], *faults["order"])), None)
    place = essay.document.blocks[first.block].place if first else None
    return Verdict(Outcome.NOT_MET, "-".join(shown), values, place)


def _to_move(present: Sequence[FoundSection]) -> list[str]:
    """The fewest sections that would have to move, in the required order.

    The others are a longest run of sections whose places rise (of equally long ones, the first found).
    """
    runs: list[list[FoundSection]] = []
    for section in present:
        before = [run for run in runs if run[-1].block < section.block]
        runs.append([*max(before, key=len, default=[]), section])
    kept = {section.id for section in max(runs, key=len, default=[])}
    return [section.id for section in present if section.id not in kept]


RULE = Rule(name="sections", needs=frozenset(), settings=SectionsSettings, check=check, doc=__doc__ or "")
