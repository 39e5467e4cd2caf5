"""What every report shows of a cohort, worked out once: rows, sums, figures, and the sentences for them; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.moderation import Decisions
from grader.records.score import Label
from grader.reports import safe
from grader.reports.figures import Figures, figures
from grader.reports.names import Names
from grader.reports.row import FailureView, Row
from grader.reports.submission import SubmissionView, failure_view, submission_view
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

    Rows are in memory; submissions in full are made one at a time, each time anew, so that a class may have any size.

    Attributes:
        provenance: what made the marks.
        title: of the rubric.
        names: words for ids, and the voice of the report.
        rows: graded and failed submissions in the cohort's order.
        figures: of the class.
        left_out: names of files that were not looked at, safe to show.
        cohort: what all this is made from.
    """

    provenance: Provenance
    title: str
    names: Names
    rows: tuple[Row | FailureView, ...]
    figures: Figures
    left_out: tuple[str, ...]
    cohort: Cohort

    @property
    def results(self) -> Iterator[SubmissionView | FailureView]:
        """All submissions in full, in the cohort's order, one at a time."""
        return _results(self.cohort, self.cohort.results, self.names)

    @property
    def graded(self) -> tuple[Row, ...]:
        """The submissions that have a mark."""
        return tuple(each for each in self.rows if isinstance(each, Row))

    @property
    def failed(self) -> tuple[FailureView, ...]:
        """Those that have none."""
        return tuple(each for each in self.rows if isinstance(each, FailureView))

    @property
    def to_review(self) -> tuple[Row, ...]:
        """Those that a person should look at first: most reasons first, then in the cohort's order."""
        asking = [each for each in self.graded if each.review]
        return tuple(sorted(asking, key=lambda each: (-len(each.review), each.number)))

    @property
    def matrix(self) -> tuple[tuple[Row, tuple[Label, ...]], ...]:
        """Each graded submission with its labels, in the order of ``figures.concepts``."""
        return tuple((each, each.labels) for each in self.graded)


def cohort_view(
    cohort: Cohort,
    rubric: Rubric,
    provenance: Provenance,
    voice: Voice,
    each: Callable[[SubmissionView | FailureView], object] | None = None,
) -> CohortView:
    """Work out everything that reports show.

    Args:
        cohort: what was graded, and what could not be.
        rubric: what it was graded by, with its concepts.
        provenance: what made the marks.
        voice: the reports' language.
        each: is called with every submission, since here all of them pass by once anyway: in full, but for the essay's
            text, which may be missing (see `grader.records.assessment.Cohort`).

    Raises:
        KeyError: when rows name something that the rubric or the language does not have (a defect); what only pages
            name is looked up when they are made.
    """
    names = Names(rubric, voice)
    rows: list[Row | FailureView] = []
    passing = cohort.results if cohort.without_text is None else cohort.without_text
    for result in _results(cohort, passing, names):
        if each is not None:
            each(result)
        rows.append(result.row if isinstance(result, SubmissionView) else result)
    return CohortView(
        provenance=provenance,
        title=rubric.title.get(voice.code),
        names=names,
        rows=tuple(rows),
        figures=figures(
            [row for row in rows if isinstance(row, Row)],
            [row for row in rows if isinstance(row, FailureView)],
            names,
        ),
        left_out=tuple(safe.file_name(name) for name in cohort.left_out),
        cohort=cohort,
    )


def _results(
    cohort: Cohort, results: Iterable[Assessment | Failure], names: Names
) -> Iterator[SubmissionView | FailureView]:
    decisions = Decisions(cohort.moderations)
    for number, result in enumerate(results, start=1):
        entry = cohort.entries.get(result.name)
        if isinstance(result, Assessment):
            decided = decisions.of(result.name, result.participant.id)
            yield submission_view(number, result, names, entry, decided)
        else:
            decided = decisions.of(result.name, entry.participant.id if entry else None)
            yield failure_view(number, result, names, entry, decided)
