"""A rubric whose names are bound to real rules and scorers, before any essay is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.integrity.subject import Subject, prepare
from grader.records.document import Document
from grader.records.store import Store
from grader.records.text import Language
from grader.rubric.loader import LoadedRubric
from grader.rubric.schema import Rubric, RuleUse, Section
from grader.rules.catalogue import RULES
from grader.rules.rule import Rule, Settings
from grader.scoring.coverage import CoverageScorer
from grader.scoring.parameters import Parameters, learned
from grader.structure.copied import Material


@dataclass(frozen=True, slots=True)
class BoundRule:
    """A rule of the rubric with its checked settings."""

    rule: Rule
    settings: Settings
    use: RuleUse


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is needed to assess any number of documents by one rubric.

    Attributes:
        rubric: complete, with the concepts that it uses.
        sha256: of the rubric and its concepts.
        rules: in the rubric's order.
        language: of the essays.
        coverage: scores the concepts.
        subject: what an essay's own text is examined by.
        material: of the course, if any was given: what is copied from it is no evidence.
    """

    rubric: Rubric
    sha256: str
    rules: tuple[BoundRule, ...]
    language: Language
    coverage: CoverageScorer
    subject: Subject
    material: Material | None = None


def bind(
    loaded: LoadedRubric,
    language: Language,
    material: Iterable[Document] = (),
    parameters: Parameters | None = None,
    store: Store | None = None,
) -> Plan:
    """Bind a rubric's names.

    Args:
        loaded: a rubric as the loader gives it: its rule names, settings, concepts and sections are known to be good.
        language: of the essays.
        material: the course material as read; sentences copied from it count neither as words nor as evidence.
        parameters: learned ones to judge by; ``None`` for those that come along.
        store: keeps for the next run what takes long to work out; it changes no result.
    """
    rubric = loaded.rubric
    rules = tuple(
        BoundRule(RULES[use.rule], RULES[use.rule].settings.model_validate(use.settings), use) for use in rubric.rules
    )
    used = {use.concept: criterion for criterion in rubric.criteria for use in criterion.concepts}
    concepts = {concept: rubric.concepts[concept] for concept in used}
    places = {concept: _with_parts(criterion.sections, rubric.sections) for concept, criterion in used.items()}
    coverage = CoverageScorer(concepts, places, language, parameters or learned(), store)
    known = tuple(material)
    copied = Material(known, language) if known else None
    return Plan(rubric, loaded.sha256, rules, language, coverage, prepare(concepts, language, store), copied)


def _with_parts(wanted: list[str], sections: list[Section]) -> frozenset[str]:
    """The sections and all that are parts of them."""
    found = set(wanted)
    while more := {section.id for section in sections if section.parent in found} - found:
        found |= more
    return frozenset(found)
