"""What is learned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.records.essay import Essay
from grader.records.score import Label


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A few sentences, labelled for the concept that they were written about.

    Attributes:
        concept: id.
        label: what the passage, alone, makes of that concept.
        text: the sentences.
        also: labels of other concepts that it happens to mention or explain; all the rest are absent.
    """

    concept: str
    label: Label
    text: str
    also: Mapping[str, Label] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabelledEssay:
    """An essay with an expert's labels.

    Attributes:
        essay: told apart from what stands around it.
        labels: by concept; a concept without a label is not learned from.
        evidence: for a concept the sentences that its label rests on, as far as the expert named them.
    """

    essay: Essay
    labels: Mapping[str, Label]
    evidence: Mapping[str, str] = field(default_factory=dict)
