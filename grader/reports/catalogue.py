"""The reports that grader writes: a name, a file, and what makes its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.reports.to_html import to_html
from grader.reports.to_json import assessments_jsonl, summary_json
from grader.reports.to_xlsx import to_xlsx
from grader.reports.view import CohortView
from grader.reports.write import write_atomically


@dataclass(frozen=True, slots=True)
class Report:
    """A report that goes into a file.

    Attributes:
        file: its name within the output folder.
        render: a cohort's view in, the file's bytes out; pure, the same view gives the same bytes.
    """

    file: str
    render: Callable[[CohortView], bytes]


ALWAYS: Final[Mapping[str, Report]] = {
    "jsonl": Report("assessments.jsonl", assessments_jsonl),
    "summary": Report("summary.json", summary_json),
}
"""Written by every run."""

REPORTS: Final[Mapping[str, Report]] = {
    "html": Report("report.html", to_html),
    "xlsx": Report("rekap.xlsx", to_xlsx),
}
"""Written when asked for by name (``--to html``)."""

WRITTEN: Final = frozenset(
    {"agreement.html", "agreement.json", *(report.file for report in (*ALWAYS.values(), *REPORTS.values()))}
)
"""Names of all files that grader writes, which are never submissions in the folder they were written to."""


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


def write_reports(view: CohortView, names: Iterable[str], folder: Path) -> tuple[Path, ...]:
    """Write what every run writes, and the reports asked for.

    Args:
        view: what to write.
        names: keys of ``REPORTS``.
        folder: made if it is not there.

    Returns:
        The files, in the order in which they were written.

    Raises:
        GraderError: G303 for an unknown name, G301 when a file cannot be written.
    """
    reports = [*ALWAYS.values(), *(REPORTS[name] for name in check_names(names))]
    written = []
    for report in reports:
        path = folder / report.file
        write_atomically(path, report.render(view))
        written.append(path)
    return tuple(written)
