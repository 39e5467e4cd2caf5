"""Feedback for each participant of a run: the own file with notes in its margin, or a page.

What participants get and what they do not:

- no suggested mark and no range: the submission is in, and what counts now is the instructor's decision. A final mark
  and its reason stand in the feedback once they are decided, and only then;
- nothing of the key, nothing of others, not even which other files of their own were left aside;
- a Word file keeps everything that was in it, and a PDF loses only its encryption; a file that cannot carry notes (any
  other format, one that was changed since, one that the writing stumbles over) is answered with a page.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.reports.names import Names
from grader.reports.participant.files import FileNames
from grader.reports.participant.notes import notes_of
from grader.reports.participant.to_docx import AnnotationError, to_docx
from grader.reports.participant.to_html import to_html
from grader.reports.participant.to_pdf import PdfMarker
from grader.reports.participant.view import participant_view
from grader.reports.row import FailureView
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView
from grader.reports.write import atomic_file, going_on, write_atomically

ZIP: Final = "feedback.zip"
"""For Moodle, beside the files of a run whose submissions all came from there."""
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_FOR_ALL: Final = 0o644 << 16


def write_feedback(view: CohortView, sources: Callable[[str], bytes], folder: Path) -> tuple[Path, ...]:
    """Write a file of feedback for each submission, in the cohort's order; the same input gives the same bytes.

    Args:
        view: what was found.
        sources: gives the bytes of a submission by its name; may raise `GraderError` when they are not there any more.
        folder: where the files go; made if it is not there.

    Returns:
        The files; last, when every submission came from Moodle, `ZIP` in the layout that Moodle takes back.

    Raises:
        GraderError: G301 when a file cannot be written; when it is open in another program, all others are written
            before that is told, but `ZIP`, which would hand back the old one.
    """
    files = FileNames(view.names)
    written: list[tuple[str, Path]] = []
    failed: list[GraderError] = []
    with PdfMarker() as marker:
        for name, result in _named(view):
            content, ending = _feedback(result, name, sources, marker, view.names)
            path = folder / files.of(name, ending)
            with going_on(failed):
                write_atomically(path, content)
                written.append((name, path))
    if failed:
        raise failed[0]
    paths = tuple(path for _, path in written)
    uploads = [(_upload(view, name), path) for name, path in written]
    known = [(upload, path) for upload, path in uploads if upload is not None]
    if not known or len(known) < len(uploads):
        return paths
    _zip(folder / ZIP, known)
    return (*paths, folder / ZIP)


def _named(view: CohortView) -> Iterator[tuple[str, SubmissionView | FailureView]]:
    for result in view.results:
        yield result.record.name, result


def _feedback(
    result: SubmissionView | FailureView, name: str, sources: Callable[[str], bytes], marker: PdfMarker, names: Names
) -> tuple[bytes, str]:
    """The bytes of a submission's feedback, and the ending of its name."""
    view = participant_view(result, names)
    if isinstance(result, SubmissionView):
        document = result.record.essay.document
        data = _unchanged(sources, name, document.sha256) if document.format in ("docx", "pdf") else None
        if data is not None:
            notes = notes_of(view, document, names)
            try:
                if document.format == "docx":
                    return to_docx(data, notes, names), ".docx"
                return marker.mark(data, notes, names), ".pdf"
            except AnnotationError:
                pass  # a page tells the same
    return to_html(view, names, feedback=True), ".html"


def _unchanged(sources: Callable[[str], bytes], name: str, sha256: str) -> bytes | None:
    """The file that was graded; ``None`` when it is gone or is another one by now: its passages may be elsewhere."""
    try:
        data = sources(name)
    except GraderError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _upload(view: CohortView, name: str) -> str | None:
    entry = view.cohort.entries.get(name)
    return entry.upload if entry is not None else None


def _zip(path: Path, files: list[tuple[str, Path]]) -> None:
    """Every file under the prefix that Moodle gave its participant; a prefix that was a folder stays one."""
    with atomic_file(path) as target, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for upload, file in files:
            name = upload + ("" if upload.endswith(("_", "/")) else "/") + file.name
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _FOR_ALL, 3
            package.writestr(entry, file.read_bytes())
