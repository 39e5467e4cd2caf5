"""A rubric whose names are bound to real rules and scorers, before any essay is read."""

from __future__ import annotations

from dataclasses import dataclass

from grader.records.text import Language
from grader.rubric.loader import LoadedRubric
from grader.rubric.schema import Rubric, RuleUse, Section
from grader.rules.catalogue import RULES
from grader.rules.rule import Rule, Settings
from grader.scoring.coverage import CoverageScorer
from grader.scoring.judge import HandSetJudge


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
        coverage: scores the concepts.
    """

    rubric: Rubric
    sha256: str
    rules: tuple[BoundRule, ...]
    coverage: CoverageScorer


def bind(loaded: LoadedRubric, language: Language) -> Plan:
    """Bind a rubric's names.

    Args:
        loaded: a rubric as the loader gives it: its rule names, settings, concepts and sections are known to be good.
        language: of the essays.
    """
    rubric = loaded.rubric
    rules = tuple(
        BoundRule(RULES[use.rule], RULES[use.rule].settings.model_validate(use.settings), use) for use in rubric.rules
    )
    used = {use.concept: criterion for criterion in rubric.criteria for use in criterion.concepts}
    concepts = {concept: rubric.concepts[concept] for concept in used}
    places = {concept: _with_parts(criterion.sections, rubric.sections) for concept, criterion in used.items()}
    return Plan(rubric, loaded.sha256, rules, CoverageScorer(concepts, places, language, HandSetJudge()))


def _with_parts(wanted: list[str], sections: list[Section]) -> frozenset[str]:
    """The sections and all that are parts of them."""
    found = set(wanted)
    while more := {section.id for section in sections if section.parent in found} - found:
        found |= more
    return frozenset(found)
