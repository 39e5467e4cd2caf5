"""The shape of rubrics and of concept banks.

Every model is frozen and forbids unknown keys. What one model cannot see by itself (rule and concept names, weights
that add up, useless phrases) is held by ``checks``; both end as `Problem`s with their lines, all at once.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from grader.records.finding import Severity

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Lower-case letters, digits and hyphens.")]
Phrase = Annotated[str, Field(min_length=1, max_length=120)]
Passage = Annotated[str, Field(min_length=1, max_length=600)]


class Model(BaseModel):
    """Common to all: frozen, no unknown keys, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class LocalText(Model):
    """A sentence in both languages that people read."""

    id: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def get(self, lang: str) -> str:
        """The text in a language; Indonesian where there is no such language."""
        return self.en if lang == "en" else self.id


class Concept(Model):
    """A key concept, and how a passage that explains it can be told from one that only names it."""

    title: LocalText
    definition: LocalText = Field(description="What an essay says that explains the concept.")
    names: list[Phrase] = Field(min_length=1, description="Terms that name the concept.")
    groups: list[list[Phrase]] = Field(
        default_factory=list,
        description="A passage that explains the concept has something of nearly every group. '*' ends a prefix.",
    )
    window: Annotated[int, Field(ge=1, le=5)] = Field(
        default=2, description="Over how many neighbouring sentences an explanation may stretch."
    )
    items: list[list[Phrase]] = Field(
        default_factory=list, description="Things of which several are to be told; each a list of wordings."
    )
    items_needed: Annotated[int, Field(ge=1)] = Field(default=2, description="How many of the items suffice.")
    exemplars: list[Passage] = Field(min_length=6, description="Passages that explain it, in different wordings.")
    mentions: list[Passage] = Field(min_length=1, description="Sentences that only name it.")
    confusables: list[Passage] = Field(min_length=1, description="Near it, but something else, empty, or wrong.")
    contradictions: list[Phrase] = Field(
        default_factory=list, description="Wordings that turn the concept round where it is named."
    )
    hint: LocalText = Field(description="For participants: what kind of thing is missing; gives nothing away.")

    # Set by the bank that the concept comes from; no key of its own, so that no rubric's hash depends on it.
    _theme: LocalText | None = PrivateAttr(default=None)

    @property
    def theme(self) -> LocalText | None:
        """The theme of the bank's file that the concept stands in; ``None`` for a concept of a rubric's own."""
        return self._theme


class Bank(Model):
    """A file of concepts on one theme."""

    format: Literal["grader.concepts/1"]
    theme: LocalText
    concepts: dict[Id, Concept] = Field(min_length=1)

    @model_validator(mode="after")
    def _name_themes(self) -> Self:
        for concept in self.concepts.values():
            concept._theme = self.theme
        return self


class Assignment(Model):
    """The assignment as participants get it; lines that repeat it are neither words of the essay nor evidence."""

    titles: list[Phrase] = Field(default_factory=list, description="Titles of the task sheet.")
    labels: list[Phrase] = Field(default_factory=list, description="Lines that part task from answer: SOAL, JAWAB.")
    instructions: list[Passage] = Field(default_factory=list, description="What is to be done, sentence by sentence.")
    questions: list[Passage] = Field(default_factory=list, description="Questions, which participants often repeat.")


class Section(Model):
    """A part that a submission is expected to have."""

    id: Id
    title: LocalText
    headings: list[Phrase] = Field(min_length=1, description="Wordings of its heading, without number or letter.")
    parent: Id | None = Field(default=None, description="The section that it is a part of.")


class RuleUse(Model):
    """A format rule, how it is set, and how much it matters."""

    rule: Id = Field(description="Name of the rule; `grader rules` lists them.")
    severity: Severity = Field(default=Severity.ERROR, strict=False)
    settings: dict[str, Any] = Field(default_factory=dict, description="See `grader rules NAME`.")
    deduct: Annotated[float, Field(ge=0)] = Field(default=0.0, description="Points off when not met.")
    cap: Annotated[float, Field(ge=0)] | None = Field(
        default=None, description="When not met, the mark is this at most."
    )


class Credits(Model):
    """The share of a concept's weight that each label earns."""

    mentioned: Annotated[float, Field(ge=0, le=1)] = Field(default=0.4)
    explained: Annotated[float, Field(ge=0, le=1)] = Field(default=1.0)


class ConceptUse(Model):
    """A concept in a criterion."""

    concept: Id
    weight: Annotated[float, Field(gt=0)] = Field(default=1.0)


class Criterion(Model):
    """What is judged, its weight in the total, and the concepts that it rests on."""

    id: Id
    title: LocalText
    weight: Annotated[float, Field(gt=0)] = Field(description="Points of the total.")
    full_at: Annotated[float, Field(gt=0, le=1)] = Field(
        default=1.0, description="Weighted coverage of its concepts that earns all points."
    )
    sections: list[Id] = Field(default_factory=list, description="Look only in these sections; empty: everywhere.")
    concepts: list[ConceptUse] = Field(min_length=1)


class Scale(Model):
    """The range of the mark."""

    maximum: Annotated[float, Field(gt=0)] = Field(default=100.0)
    pass_mark: Annotated[float, Field(ge=0)]


class Band(Model):
    """A range of marks with a name (predikat): from its lower bound, inclusive, to the next band."""

    id: Id
    title: LocalText
    lower: Annotated[float, Field(ge=0)] = Field(alias="from")


class Rubric(Model):
    """An assignment's rubric, complete: its concepts are in it."""

    format: Literal["grader.rubric/1"]
    id: Id
    title: LocalText
    description: LocalText
    language: Literal["id"] = "id"
    bank: Annotated[str, Field(min_length=1)] | None = Field(
        default=None, description="Folder of concept files, relative to this file; without it, the bank of grader."
    )
    concepts: dict[Id, Concept] = Field(
        default_factory=dict, description="Concepts of this rubric alone, or in place of those of the bank."
    )
    assignment: Assignment = Assignment()
    sections: list[Section] = Field(default_factory=list)
    rules: list[RuleUse] = Field(default_factory=list)
    credits: Credits = Credits()
    criteria: list[Criterion] = Field(min_length=1)
    scale: Scale
    bands: list[Band] = Field(min_length=1, description="From the lowest, which begins at 0, to the highest.")
