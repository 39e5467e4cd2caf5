"""The method, from a document to its assessment.

1. `outline`: the essay is told apart from what only stands around it, and the rubric's sections are found;
2. `run_rule`: each format rule says met, not met, not checkable;
3. `coverage`: each concept is absent, mentioned or explained, with quotes;
4. `score_criterion`, `suggest`: points, deductions, the suggested mark;
5. `reasons`: why a person should look.

Nothing here reads or writes, and nothing is remembered from one document to the next: a mark never depends on
classmates.
"""

from __future__ import annotations

from collections.abc import Iterable

from grader.errors import GraderError
from grader.plan import Plan
from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.document import Document
from grader.rules.running import run_rule
from grader.scoring.points import score_criterion, suggest
from grader.scoring.review import reasons
from grader.structure.outline import outline
from grader.structure.participant import participant_of


def assess(document: Document, plan: Plan) -> Assessment:
    """Assess one document.

    Raises:
        GraderError: G110 when it holds no text of an essay.
    """
    rubric = plan.rubric
    essay = outline(document, rubric)
    if essay.words.counted == 0:
        raise GraderError("G110")
    sections = tuple(rubric.sections)
    findings = tuple(run_rule(r.rule, r.settings, r.use.severity, essay, sections) for r in plan.rules)
    coverage = plan.coverage.score(essay)
    criteria = tuple(score_criterion(criterion, rubric.credits, coverage) for criterion in rubric.criteria)
    suggested = suggest(rubric, criteria, findings)
    return Assessment(
        essay=essay,
        participant=participant_of(document.header_fields),
        findings=findings,
        criteria=criteria,
        notices=document.notices,
        suggested=suggested,
        review=reasons(rubric, findings, criteria, document.notices, suggested),
    )


def grade(readings: Iterable[Document | Failure], plan: Plan, left_out: Iterable[str] = ()) -> Cohort:
    """Assess what could be read; what could not stays in its place with its reason.

    Args:
        readings: documents, and failures of the reader.
        plan: of the rubric.
        left_out: names of files that are no submissions.
    """
    results: list[Assessment | Failure] = []
    for reading in readings:
        if isinstance(reading, Failure):
            results.append(reading)
            continue
        try:
            results.append(assess(reading, plan))
        except GraderError as error:
            results.append(Failure(reading.name, reading.sha256, error.code, error.values))
    return Cohort(tuple(sorted(results, key=lambda result: result.name)), tuple(sorted(left_out)))
