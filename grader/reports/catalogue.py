"""The reports that grader writes: a name, the files it makes, and what writes them.

What writes a report is imported when it is asked for: templates, workbooks and marks in copies of documents need
libraries that take longer to start than a submission to grade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.records.assessment import Cohort
from grader.records.moderation_line import MODERATIONS, TORN
from grader.reports.to_json import assessment_line, summary_json
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.reports.write import STATE, atomic_file, going_on, write_atomically
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

Sources = Callable[[str], bytes]
"""The bytes of a submission, by its name; raises `GraderError` when they cannot be read (any more)."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report that goes into files.

    Attributes:
        files: what it may write into the output folder; names of folders end in ``/``.
        write: writes it, each file whole or not at all, and gives the files that a person would open. The same view
            gives the same bytes. Raises `GraderError` G301 when something cannot be written.
    """

    files: tuple[str, ...]
    write: Callable[[CohortView, Path, Sources], tuple[Path, ...]]


def _whole(file: str, render: Callable[[CohortView], bytes]) -> Report:
    """A report of one file that is made in memory."""

    def write(view: CohortView, folder: Path, sources: Sources) -> tuple[Path, ...]:  # noqa: ARG001  # as all have it
        write_atomically(folder / file, render(view))
        return (folder / file,)

    return Report((file,), write)


def _html(view: CohortView, folder: Path, sources: Sources) -> tuple[Path, ...]:  # noqa: ARG001  # as all have it
    from grader.reports.to_html import write_html

    return write_html(view, folder)


def _xlsx(view: CohortView) -> bytes:
    from grader.reports.to_xlsx import to_xlsx

    return to_xlsx(view)


def _csv(view: CohortView) -> bytes:
    from grader.reports.to_csv import to_csv

    return to_csv(view)


def _feedback(view: CohortView, folder: Path, sources: Sources) -> tuple[Path, ...]:
    """Dozens of files: a person opens their folder, or hands the zip back to Moodle."""
    from grader.reports.participant.feedback import ZIP, write_feedback
    from grader.reports.participant.stale import remove_stale

    written = write_feedback(view, sources, folder / FEEDBACK)
    remove_stale(folder / FEEDBACK, folder / STATE / "feedback.json", written)
    return (folder / FEEDBACK, *(path for path in written if path.name == ZIP))


ASSESSMENTS: Final = "assessments.jsonl"
"""Written by every run, while the view of the class is made."""
FEEDBACK: Final = "feedback"
ALWAYS: Final[Mapping[str, Report]] = {
    "summary": _whole("summary.json", summary_json),
}
"""Written by every run, beside ``ASSESSMENTS``."""

REPORTS: Final[Mapping[str, Report]] = {
    "html": Report(("report.html", "report/"), _html),
    "xlsx": _whole("rekap.xlsx", _xlsx),
    "csv": _whole("rekap.csv", _csv),
    "feedback": Report((f"{FEEDBACK}/",), _feedback),
}
"""Written when asked for by name (``--to html``)."""

WRITTEN: Final = frozenset(
    {
        ASSESSMENTS,
        "agreement.html",
        "agreement.json",
        MODERATIONS,
        TORN,
        *(file for report in (*ALWAYS.values(), *REPORTS.values()) for file in report.files),
    }
)
"""Names of all that grader writes (folders end in ``/``), which are never submissions in the folder they are in."""


def check_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names asked for, each once, in the catalogue's order.

    Raises:
        GraderError: G303 for a name that is no report; to be called before anything is graded.
    """
    asked = set(names)
    for name in sorted(asked):
        if name not in REPORTS:
            raise GraderError("G303", name=name, known=tuple(REPORTS))
    return tuple(name for name in REPORTS if name in asked)


def view_and_lines(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice, folder: Path) -> CohortView:
    """The view of a class, with `ASSESSMENTS` written on the way: each submission comes from disk only once for both.

    Args:
        cohort: as for `grader.reports.view.cohort_view`.
        rubric: as there.
        provenance: as there.
        voice: as there.
        folder: made if it is not there.

    Raises:
        GraderError: G301 when the file cannot be written.
    """
    with atomic_file(folder / ASSESSMENTS) as file:
        maximum, entries = rubric.scale.maximum, cohort.entries
        return cohort_view(
            cohort,
            rubric,
            provenance,
            voice,
            each=lambda result: file.write(assessment_line(result, provenance, maximum, entries)),
        )


def write_reports(
    view: CohortView,
    names: Iterable[str],
    folder: Path,
    sources: Sources | None = None,
    open_elsewhere: list[GraderError] | None = None,
) -> tuple[Path, ...]:
    """Write what every run writes, but `ASSESSMENTS`, and the reports asked for.

    Args:
        view: what to write.
        names: keys of ``REPORTS``.
        folder: made if it is not there.
        sources: gives the submissions' own bytes, for reports that write into copies of them.
        open_elsewhere: takes the errors of files that cannot be written because another program has them open, where
            the other reports are to be written all the same.

    Returns:
        The files that a person would open, in the order in which they were written.

    Raises:
        GraderError: G303 for an unknown name, G301 when a file cannot be written.
    """
    written: list[Path] = []
    failed: list[GraderError] = [] if open_elsewhere is None else open_elsewhere
    for report in (*ALWAYS.values(), *(REPORTS[name] for name in check_names(names))):
        with going_on(failed):
            written += report.write(view, folder, sources or _no_source)
    if failed and open_elsewhere is None:
        raise failed[0]
    return tuple(written)


def _no_source(name: str) -> bytes:
    raise GraderError("G101", path=name)
