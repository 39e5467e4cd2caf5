"""``report.html``: a class for its instructor, on the screen, the phone and the printer.

A class of usual size is one self-contained page. A larger one is an index, and a page for each submission in the folder
``report/`` beside it. Pages are written as they are made: no more than one submission in full is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, BinaryIO, Final

from jinja2 import Environment
from markupsafe import Markup

from grader.errors import GraderError
from grader.records.score import Label
from grader.reports import page
from grader.reports.charts.bars import missed_rules, shares, stretches
from grader.reports.charts.heat_map import HEAT_LIMIT, heat_map
from grader.reports.charts.histogram import histogram
from grader.reports.figures import ConceptFigures
from grader.reports.passage import Paragraph, Table, passages
from grader.reports.row import Row
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView
from grader.reports.write import atomic_file

INDEX: Final = "report.html"
FOLDER: Final = "report"
"""Where the pages of a large class lie, beside the index."""
LARGE: Final = 200
"""Most submissions that one page holds; that many of 2,500 words come to some twelve megabytes."""

_PAGES: Final = "[0-9]" * 4 + "*.html"
_OURS: Final = b'<meta name="generator" content="grader '
_WHERE: Final = 8192


def to_html(view: CohortView) -> bytes:
    """A class of any size as one page, in UTF-8."""
    return b"".join(_pieces("report.html.j2", _class(view, paged=False)))


def write_html(view: CohortView, folder: Path) -> tuple[Path, ...]:
    """Write the page of a class, or index and pages of a large one.

    Pages that an earlier run left in ``report/`` and that no submission has any more are taken away; files that are not
    of this program stay. The index is written last, so that its links lead to pages that are there.

    Args:
        view: the class.
        folder: made if it is not there.

    Returns:
        The index, and for a large class the folder of its pages.

    Raises:
        GraderError: G301 when a file cannot be written.
    """
    pages, paged = folder / FOLDER, len(view.rows) > LARGE
    written = _write_pages(view, pages) if paged else set()
    with atomic_file(folder / INDEX) as file:
        _stream(file, "report.html.j2", _class(view, paged=paged))
    _remove_stale(pages, written)
    return (folder / INDEX, pages) if paged else (folder / INDEX,)


def page_name(number: int) -> str:
    """The file of a submission's page: by number, so that no name of a participant can make it an odd one."""
    return f"{number:04d}.html"


def _write_pages(view: CohortView, folder: Path) -> set[str]:
    numbers = [row.number for row in view.graded]
    after = dict(pairwise(numbers))
    before = {second: first for first, second in after.items()}
    common = _common(view, paged=True)
    written = set()
    for submission in view.results:
        if isinstance(submission, SubmissionView):
            number = submission.number
            with atomic_file(folder / page_name(number)) as file:
                _stream(
                    file,
                    "one.html.j2",
                    {
                        **common,
                        **page.dress(),
                        "submission": submission,
                        "previous": page_name(before[number]) if number in before else None,
                        "next": page_name(after[number]) if number in after else None,
                    },
                )
            written.add(page_name(number))
    return written


def _remove_stale(folder: Path, written: set[str]) -> None:
    """Take away pages of ours that were not written now, and the folder when nothing is left in it."""
    if not folder.is_dir():
        return
    path = folder
    try:
        for path in folder.glob(_PAGES):
            if path.name not in written and _is_ours(path):
                path.unlink()
        if not written and not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise GraderError("G301", path=str(path), reason=error.strerror or type(error).__name__) from error


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return _OURS in file.read(_WHERE)


def _stream(file: BinaryIO, template: str, values: dict[str, Any]) -> None:
    for piece in _pieces(template, values):
        file.write(piece)


def _pieces(template: str, values: dict[str, Any]) -> Iterator[bytes]:
    for piece in _environment().get_template(template).generate(values):
        yield piece.encode("utf-8")


def _common(view: CohortView, *, paged: bool) -> dict[str, Any]:
    """What every page needs."""
    names = view.names
    levels = [(label, label.level) for label in sorted(Label, reverse=True)]
    foreign = names.voice.code != names.rubric.language
    values: dict[str, Any] = {
        "view": view,
        "names": names,
        "say": names.voice.say,
        "lang": names.voice.code,
        "paged": paged,
        "passages": passages,
        "levels": levels,
        "symbols": page.SYMBOLS,
        "symbols_by_level": {level: page.SYMBOLS[label] for label, level in levels},
        # said only where essay and page differ
        "in_lang": Markup(' lang="{}"').format(names.voice.code) if foreign else "",
        "of_essay": Markup(' lang="{}"').format(names.rubric.language) if foreign else "",
        "level": 1 if paged else 3,
        "index": f"../{INDEX}" if paged else "",
    }

    # made once, and of nothing that belongs to one submission: it would hold it for as long as the page is made
    values["parts"] = _environment().get_template("parts.html.j2").make_module(values)

    def details(submission: SubmissionView) -> Markup:
        # made as a whole: a submission in pieces costs more than twice as much
        whole = _environment().get_template("submission.html.j2").render(values, submission=submission)
        return Markup(whole)  # noqa: S704 - escaped when it was made

    return {**values, "details": details}


def _class(view: CohortView, *, paged: bool) -> dict[str, Any]:
    """What the page of the class needs; with ``paged`` it is an index, otherwise the details stand in it."""
    figures, scale = view.figures, view.names.rubric.scale
    drawn = figures.graded > 0
    one_by_one = figures.graded <= HEAT_LIMIT
    return {
        **_common(view, paged=paged),
        **page.dress("report.js"),
        "figures": figures,
        "look_first": _look_first(view),
        "histogram": histogram(figures.bins, Decimal(str(scale.pass_mark))) if drawn else None,
        "heat": heat_map(view.matrix, figures.concepts) if drawn and one_by_one else None,
        "shares": shares(figures.concepts) if drawn and not one_by_one else None,
        "missed": missed_rules(figures.rules, figures.graded) if drawn else None,
    }


def _look_first(view: CohortView) -> list[Row]:
    """Decisions that something has changed under, then what is doubtful and undecided, then what is decided already."""
    moved = [row for row in view.graded if row.final and row.final.moved]
    doubtful = [row for row in view.to_review if row not in moved]
    return [*moved, *sorted(doubtful, key=lambda row: row.final is not None)]


@cache
def _environment() -> Environment:
    environment = page.environment()
    environment.tests["table"] = lambda item: isinstance(item, Table)
    environment.tests["paragraph"] = lambda item: isinstance(item, Paragraph)
    environment.tests["graded"] = lambda result: isinstance(result, Row)
    environment.filters["u"] = _unit
    environment.filters["short"] = _short
    environment.filters["who"] = lambda row: row.participant or row.file
    environment.filters["stretches"] = lambda concept: stretches(concept, width=100.0, height=6.0)
    environment.filters["by_criterion"] = _by_criterion
    environment.filters["page_of"] = lambda row: f"{FOLDER}/{page_name(row.number)}"
    return environment


def _unit(value: float) -> str:
    """A length in a drawing, as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _short(text: str, most: int) -> str:
    """Cut where a drawing has no more room; the table beside it tells the whole."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _by_criterion(concepts: tuple[ConceptFigures, ...]) -> list[tuple[str, list[ConceptFigures]]]:
    """The rubric's order is kept, which Jinja's own grouping would lose."""
    return [(group[0].criterion_title, group) for _, run in groupby(concepts, _criterion) if (group := list(run))]


def _criterion(concept: ConceptFigures) -> str:
    return concept.criterion
