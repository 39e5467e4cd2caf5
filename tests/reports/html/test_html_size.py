"""A class of 200 stays below fifteen megabytes: weighed by one submission of 2,500 words on the largest rubric."""

from __future__ import annotations

from dataclasses import replace

from grader import load_rubric
from grader.records.assessment import Assessment, Cohort
from grader.records.document import Block, Kind, Place
from grader.records.essay import Part, Role, WordCount
from grader.records.score import ConceptScore, CriterionScore, Evidence, Label
from grader.reports.to_html import LARGE, to_html
from grader.reports.view import Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.catalogue import VOICES

WORDS = 2_500
PARAGRAPH = " ".join(["bersama"] * 50)  # seven letters, a little more than words have on average
QUOTE = PARAGRAPH[: 8 * 35 - 1]


def heavy(rubric: Rubric, light: Assessment) -> Assessment:
    """Every concept explained, by a quotation of 35 words, every third by two."""
    blocks = tuple(Block(PARAGRAPH, Kind.BODY, Place(1 + at // 5, 1 + at)) for at in range(WORDS // 50))
    parts = tuple(Part(at, 0, len(PARAGRAPH), Role.ESSAY) for at in range(len(blocks)))
    document = replace(light.essay.document, blocks=blocks)
    essay = replace(light.essay, document=document, parts=parts, words=WordCount(WORDS, {}))
    criteria, at = [], 0
    for criterion in rubric.criteria:
        concepts = []
        for use in criterion.concepts:
            quotes = tuple(
                Evidence(block, 0, len(QUOTE), QUOTE, blocks[block].place, 0.7, ())
                for block in range(at, at + (1 if at % 3 else 2))
            )
            at = (at + 1) % (len(blocks) - 1)
            concepts.append(ConceptScore(use.concept, Label.EXPLAINED, 0.9, quotes, 1.0, 1.0, 1.0, ("low-confidence",)))
        points = float(len(concepts))
        criteria.append(CriterionScore(criterion.id, points, points, 1.0, 1.0, tuple(concepts)))
    total = sum(each.points for each in criteria)
    suggested = replace(light.suggested, raw=total, points=total, deductions=(), band=rubric.bands[0].id)
    return replace(light, essay=essay, criteria=tuple(criteria), findings=(), suggested=suggested)


def test_two_hundred_long_submissions_stay_below_fifteen_megabytes(cohort: Cohort) -> None:
    loaded = load_rubric("esai-kolaboratif")
    rubric = loaded.rubric
    one = heavy(rubric, cohort.assessments[0])
    assert sum(len(each.concepts) for each in one.criteria) > 25

    def weigh(count: int) -> int:
        results = tuple(
            replace(one, essay=replace(one.essay, document=replace(one.essay.document, name=f"{at}.docx")))
            for at in range(count)
        )
        view = cohort_view(Cohort(results), rubric, Provenance("0.1.0", rubric.id, loaded.sha256), VOICES["id"])
        return len(to_html(view))

    once, thrice = weigh(1), weigh(3)
    assert once + (LARGE - 1) * (thrice - once) / 2 < 15_000_000
