"""What every report shows of a cohort, worked out once: rows, sums, figures, and the sentences for them; pure."""

from __future__ import annotations

from dataclasses import dataclass

from grader.records.assessment import Assessment, Cohort
from grader.records.score import Label
from grader.reports import safe
from grader.reports.figures import Figures, figures
from grader.reports.names import Names
from grader.reports.submission import FailureView, SubmissionView, failure_view, submission_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the marks; SHA-256 in hexadecimal.

    Attributes:
        program: its version.
        rubric_id: of the rubric.
        rubric_sha256: of its bytes.
        material_sha256: of each file of course material, in the order given.
    """

    program: str
    rubric_id: str
    rubric_sha256: str
    material_sha256: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CohortView:
    """All that reports draw from.

    Attributes:
        provenance: what made the marks.
        title: of the rubric.
        names: words for ids, and the voice of the report.
        results: graded and failed submissions in the cohort's order.
        figures: of the class.
        left_out: names of files that were not looked at, safe to show.
    """

    provenance: Provenance
    title: str
    names: Names
    results: tuple[SubmissionView | FailureView, ...]
    figures: Figures
    left_out: tuple[str, ...]

    @property
    def graded(self) -> tuple[SubmissionView, ...]:
        """The submissions that have a mark."""
        return tuple(each for each in self.results if isinstance(each, SubmissionView))

    @property
    def failed(self) -> tuple[FailureView, ...]:
        """Those that have none."""
        return tuple(each for each in self.results if isinstance(each, FailureView))

    @property
    def to_review(self) -> tuple[SubmissionView, ...]:
        """Those that a person should look at first: most reasons first, then in the cohort's order."""
        asking = [each for each in self.graded if each.review]
        return tuple(sorted(asking, key=lambda each: (-len(each.review), each.number)))

    @property
    def matrix(self) -> tuple[tuple[SubmissionView, tuple[Label, ...]], ...]:
        """Each graded submission with its labels, in the order of ``figures.concepts``."""
        return tuple((each, tuple(concept.label for concept in each.concepts)) for each in self.graded)


def cohort_view(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    """Work out everything that reports show.

    Args:
        cohort: what was graded, and what could not be.
        rubric: what it was graded by, with its concepts.
        provenance: what made the marks.
        voice: the reports' language.

    Raises:
        KeyError: when the cohort names something that the rubric or the language does not have (a defect).
    """
    names = Names(rubric, voice)
    results = tuple(
        submission_view(number, result, names)
        if isinstance(result, Assessment)
        else failure_view(number, result, names)
        for number, result in enumerate(cohort.results, start=1)
    )
    graded = [each for each in results if isinstance(each, SubmissionView)]
    return CohortView(
        provenance=provenance,
        title=rubric.title.get(voice.code),
        names=names,
        results=results,
        figures=figures(graded, len(results) - len(graded), names),
        left_out=tuple(safe.file_name(name) for name in cohort.left_out),
    )
