"""Which submissions a person should look at first, and why."""

from __future__ import annotations

from collections.abc import Sequence

from grader.records.assessment import ReviewReason, Suggestion
from grader.records.document import Notice
from grader.records.essay import Essay
from grader.records.finding import Finding, Outcome, Severity
from grader.records.score import CriterionScore
from grader.rubric.schema import Rubric

NEAR = 2.0
"""A mark that is nearer to the pass mark than this share (in percent) of the scale could fall on either side."""
DOUBTFUL = 0.15
"""Share of a rubric's concepts in doubt from which the whole essay is worth a look."""


def reasons(
    rubric: Rubric,
    essay: Essay,
    findings: Sequence[Finding],
    criteria: Sequence[CriterionScore],
    notices: Sequence[Notice],
    suggested: Suggestion,
    unlike: str | None = None,
) -> tuple[ReviewReason, ...]:
    """Why a person should look at a submission, weightiest first; empty when nothing asks for it.

    ``unlike`` says in what the essay is unlike those that labels were learned on, if it is.
    """
    found: list[ReviewReason] = [
        ReviewReason("rule-broken", {"rule": finding.rule}) for finding in findings if finding.outcome is Outcome.BROKEN
    ]
    found += [ReviewReason("notice", {"notice": n.code}) for n in notices if n.severity == "warning"]
    found += [
        ReviewReason("not-checkable", {"rule": finding.rule})
        for finding in findings
        if finding.outcome is Outcome.NOT_CHECKABLE and finding.severity is Severity.ERROR
    ]
    if missing := _missing_sections(rubric, essay):
        found.append(ReviewReason("section-missing", {"sections": missing}))
    if abs(suggested.points - rubric.scale.pass_mark) < NEAR / 100 * rubric.scale.maximum:
        values = {"points": suggested.points, "pass_mark": rubric.scale.pass_mark}
        found.append(ReviewReason("near-pass-mark", values))
    concepts = [concept for criterion in criteria for concept in criterion.concepts]
    turned = sum("contradiction" in concept.doubts for concept in concepts)
    if turned:
        found.append(ReviewReason("contradiction", {"count": turned}))
    if unlike:
        found.append(ReviewReason(f"unlike-{unlike}"))
    doubtful = sum("low-confidence" in concept.doubts for concept in concepts)
    if doubtful >= DOUBTFUL * len(concepts):
        found.append(ReviewReason("low-confidence", {"count": doubtful, "total": len(concepts)}))
    return tuple(found)


def _missing_sections(rubric: Rubric, essay: Essay) -> tuple[str, ...]:
    """Sections in which a criterion should have been judged, but was judged on the whole text: none was found."""
    missing: dict[str, None] = {}
    for criterion in rubric.criteria:
        if criterion.sections and not any(essay.section(section) for section in criterion.sections):
            missing.update(dict.fromkeys(criterion.sections))
    return tuple(missing)
