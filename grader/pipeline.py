"""The method, from a document to its assessment.

1. `outline`: the essay is told apart from what only stands around it, and the rubric's sections are found;
2. `run_rule`: each format rule says met, not met, not checkable;
3. `examine`: lists of terms, shuffled, strayed, repeated and denied text is told; what says nothing is no evidence;
4. `coverage`: each concept is absent, mentioned or explained, with quotes;
5. `score_criterion`, `suggest`: points, deductions, the suggested mark;
6. `reasons`: why a person should look.

Nothing here reads or writes, and nothing is remembered from one document to the next: a mark never depends on
classmates.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from grader.errors import GraderError
from grader.integrity.examination import examine
from grader.plan import Plan
from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.document import Document
from grader.records.essay import Role
from grader.rules.running import run_rule
from grader.scoring.passages import cut, without
from grader.scoring.points import score_criterion, suggest
from grader.scoring.review import reasons
from grader.structure.copied import copied_notices
from grader.structure.outline import outline
from grader.structure.participant import participant_of

logger = logging.getLogger(__name__)


def assess(document: Document, plan: Plan) -> Assessment:
    """Assess one document.

    Raises:
        GraderError: G110 when it holds no text of an essay. One that was copied as a whole is assessed: it is a text,
            only not the participant's.
    """
    rubric = plan.rubric
    essay = outline(document, rubric, plan.material)
    if essay.words.counted == 0 and Role.COPIED not in essay.words.left_out:
        raise GraderError("G110")
    sections = tuple(rubric.sections)
    findings = tuple(run_rule(r.rule, r.settings, r.use.severity, essay, sections) for r in plan.rules)
    passages = cut(essay, plan.language)
    examination = examine(passages, plan.subject)
    scored = plan.coverage.score(without(passages, examination.unsound))
    criteria = tuple(score_criterion(criterion, rubric.credits, scored.coverage) for criterion in rubric.criteria)
    suggested = suggest(rubric, criteria, findings)
    notices = (*document.notices, *copied_notices(essay), *examination.notices)
    return Assessment(
        essay=essay,
        participant=participant_of(document.header_fields),
        findings=findings,
        criteria=criteria,
        notices=notices,
        suggested=suggested,
        review=reasons(rubric, essay, findings, criteria, notices, suggested, scored.unlike),
    )


@dataclass(frozen=True, slots=True)
class Source:
    """A submission that is still to be read.

    Attributes:
        name: how reports call it.
        load: gives its bytes; may raise `GraderError`.
        read: makes a document of them; may raise `GraderError`.
    """

    name: str
    load: Callable[[], bytes]
    read: Callable[[bytes], Document]


def grade(sources: Iterable[Source], plan: Plan, left_out: Iterable[str] = ()) -> Cohort:
    """Read and assess submissions one after the other; what fails stays in its place with its reason.

    Args:
        sources: taken one at a time, so that their giver can show progress.
        plan: of the rubric.
        left_out: names of files that are no submissions.
    """
    results = [result_of(source, plan) for source in sources]
    return Cohort(tuple(sorted(results, key=lambda result: result.name)), tuple(sorted(left_out)))


def result_of(source: Source, plan: Plan) -> Assessment | Failure:
    """Read and assess one submission; what fails comes back as a failure with its reason."""
    sha256: str | None = None
    try:
        data = source.load()
        sha256 = hashlib.sha256(data).hexdigest()
        return assess(source.read(data), plan)
    except GraderError as error:
        return Failure(source.name, sha256, error.code, error.values)
    except Exception as error:  # a defect of ours must not cost the others their marks
        logger.exception("%s could not be graded", source.name)
        return Failure(source.name, sha256, "G901", {"reason": type(error).__name__})
