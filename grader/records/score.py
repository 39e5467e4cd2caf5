"""What scoring makes of an essay: evidence, labels, points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from grader.records.document import Place


class Label(IntEnum):
    """How far an essay covers a concept."""

    ABSENT = 0
    MENTIONED = 1
    EXPLAINED = 2

    @property
    def level(self) -> str:
        """The label's name in JSON: ``absent``, ``mentioned`` or ``explained``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quotation that speaks for a label.

    Attributes:
        block: index into ``Document.blocks``.
        start: first character in the block's text.
        end: one past the last.
        quote: ``blocks[block].text[start:end]``.
        place: page and paragraph.
        similarity: to the nearest exemplar, 0 to 1.
        phrases: the phrases of the rubric found in it, as they stand in the essay, in order, each once.
    """

    block: int
    start: int
    end: int
    quote: str
    place: Place
    similarity: float
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConceptScore:
    """One concept's label, with what it rests on.

    Attributes:
        concept: id.
        label: absent, mentioned or explained.
        confidence: 0 to 1, how sure the scorer is of this label.
        evidence: at most three, the best first; empty when absent.
        weight: the concept's share in its criterion's weights, as the rubric has it.
        credit: share of the weight earned, 0 to 1: the rubric's credit for the label; close to another label, a part
            between the credits of the two.
        points: what it adds to the criterion, on the rubric's scale, before rounding of the criterion.
        doubts: why a person should look, as keys ``doubt.*`` in ``wording``; empty when there is no doubt.
    """

    concept: str
    label: Label
    confidence: float
    evidence: tuple[Evidence, ...]
    weight: float
    credit: float
    points: float
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion's points and the concepts they come from.

    ``points = maximum * min(1, sum(weight * credit) / (full_at * sum(weight)))``, rounded half up to two decimals.

    Attributes:
        criterion: id.
        maximum: the criterion's weight in the rubric.
        points: earned.
        coverage: ``sum(weight * credit) / sum(weight)``, 0 to 1.
        full_at: the coverage that earns all points, as the rubric has it.
        concepts: in the rubric's order.
    """

    criterion: str
    maximum: float
    points: float
    coverage: float
    full_at: float
    concepts: tuple[ConceptScore, ...]
