"""A table of the class for the terminal; readable from 50 columns on, and without colours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.records.participant import Participant
from grader.reports import safe
from grader.reports.row import FailureView, Row
from grader.reports.view import CohortView

WIDE: Final = 76
"""From this width on every column stands by itself; below, rules and band stand under the file's name."""


def plain(value: str, style: str = "") -> Text:
    """A text for rich that holds no markup and moves no cursor."""
    return Text(safe.terminal(value), style=style)


MOST_LISTED: Final = 10
"""Submissions that are told one by one; a long list is read in the reports, and would push the table out of sight."""


def to_terminal(
    view: CohortView, console: Console, written: Sequence[Path] = (), absent: Sequence[Participant] = ()
) -> None:
    """Print the table of submissions, the figures of the class, and where the files are.

    Args:
        view: what to show.
        console: of stdout; rich itself respects ``NO_COLOR`` and pipes.
        written: files that were written.
        absent: participants of the roster without a submission.
    """
    say = view.names.voice.say
    console.print(_table(view, console.width))
    console.print()
    for line in _figures(view):
        console.print(plain(line), soft_wrap=False)
    if view.to_review:
        console.print()
        console.print(plain(say("report.review.first"), "bold"))
        _items(view, console, [f"{who(each)}: {' '.join(each.review)}" for each in view.to_review])
    if view.failed:
        console.print()
        console.print(plain(say("report.failed.title"), "bold"))
        _items(view, console, [f"{who(each)}: {each.message} {each.hint}" for each in view.failed])
    moved = [f"{who(each)}: {each.final.moved}" for each in view.rows if each.final and each.final.moved]
    if moved:
        console.print()
        console.print(plain(say("report.final.title"), "bold"))
        _items(view, console, moved)
    superseded = [f"{who(each)}: {', '.join(each.earlier)}" for each in view.rows if each.earlier]
    if superseded:
        console.print()
        console.print(plain(say("report.earlier.title"), "bold"))
        _items(view, console, superseded)
    if absent:
        console.print()
        names = tuple(safe.terminal(each.name or each.id or "") for each in absent)
        console.print(plain(say("cli.run.absent", names=names)))
    if view.left_out:
        console.print()
        console.print(plain(say("report.left_out", files=tuple(safe.terminal(name) for name in view.left_out))))
    console.print()
    console.print(plain(say("report.meaning.short")))
    if written:
        console.print(plain(say("report.written")))
        for path in written:
            console.print(plain(f"  {path}"), soft_wrap=True)


def who(each: Row | FailureView) -> str:
    """A submission in short: in a folder of its own, as Moodle packs it up, the participant and the file's own name."""
    folder, _, own = each.file.rpartition("/")
    return f"{each.participant}: {own}" if folder and each.participant else each.file


def _items(view: CohortView, console: Console, items: Sequence[str]) -> None:
    for item in items[:MOST_LISTED]:
        print_item(console, item)
    if len(items) > MOST_LISTED:
        print_item(console, view.names.voice.say("report.more", count=len(items) - MOST_LISTED))


def print_item(console: Console, text: str, indent: int = 2, bullet: str = "-") -> None:
    """Print a list item whose further lines stand under its first; no line ends in blanks."""
    print_text(console, text, head=f"{' ' * indent}{bullet} ")


def print_text(console: Console, text: str, style: str = "", *, head: str = "") -> None:
    """Print a text whose further lines stand under its first, after ``head``; no line ends in blanks."""
    for line in plain(text, style).wrap(console, max(console.width - len(head), 1), overflow="fold") or (Text(),):
        line.rstrip()
        console.print(Text(head) + line, soft_wrap=True)
        head = " " * len(head)


def _table(view: CohortView, width: int) -> Table:
    wide = width >= WIDE
    say = view.names.voice.say
    keys = ("file", "words", "not_met", "points", "band", "review") if wide else ("file", "words", "points", "review")
    if wide and view.figures.decided:
        keys = (*keys, "final")
    heads = [say(f"report.column.{key}") for key in keys]
    rows = [_wide_row(view, each) if wide else _narrow_row(view, each) for each in view.rows]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), title_justify="left")
    table.title = plain(view.title, "bold")
    table.leading = 0 if wide else 1
    for key, head, size in zip(keys, heads, _widths(heads, rows, width, wide=wide), strict=True):
        table.add_column(
            plain(head), justify="right" if key in ("words", "points", "final") else "left", width=size, overflow="fold"
        )
    for row in rows:
        table.add_row(*row)
    return table


def _widths(heads: Sequence[str], rows: Sequence[Sequence[Text]], width: int, *, wide: bool) -> list[int]:
    """Each column's width: at least its longest word (names and rules may break), at most its longest line."""
    columns = list(zip(*([plain(head) for head in heads], *rows), strict=True))
    longest = [max(cell_len(line) for cell in column for line in cell.plain.split("\n")) for column in columns]
    if wide:
        longest[0] = min(longest[0], width * 2 // 5)  # names are long; two lines of them cost less than the rest broken
    needed = [max(cell_len(word) for cell in column for word in cell.plain.split() or [""]) for column in columns]
    # What is left over goes to the file's name first, then to the band and the rules not met, then to the others; the
    # first two leave some to those that come after them.
    order = (
        ((0, 6), (4, 20), (2, 0), (3, 0), (5, 0), *((6, 0),) * (len(columns) > 6)) if wide else ((0, 0), (2, 0), (3, 0))
    )
    for index in (0, 2) if wide else (0,):
        needed[index] = min(needed[index], 12)
    # Rich puts one blank of padding and one of the box between columns; one more at the end.
    rest = width - 2 * len(columns) - sum(needed)
    for index, kept in order:
        more = max(0, min(longest[index] - needed[index], rest - kept))
        needed[index], rest = needed[index] + more, rest - more
    return needed


def _wide_row(view: CohortView, each: Row | FailureView) -> list[Text]:
    say = view.names.voice.say
    if isinstance(each, FailureView):
        failed = (who(each), "–", each.message, "–", say("report.failed"), "–")
        return [*map(plain, failed), *_final(view, each)]
    return [
        plain(who(each)),
        plain(view.names.voice.number(each.words)),
        plain("; ".join(each.not_met) or "–"),
        plain(view.names.mark(each.points), "bold"),
        plain(each.band),
        plain(say("report.yes") if each.review else say("report.no"), "bold" if each.review else ""),
        *_final(view, each),
    ]


def _final(view: CohortView, each: Row | FailureView) -> list[Text]:
    """The cell of the decision, where there is a column for it."""
    if not view.figures.decided:
        return []
    return [plain(view.names.mark(each.final.points) if each.final else "–", "bold")]


def _narrow_row(view: CohortView, each: Row | FailureView) -> list[Text]:
    say = view.names.voice.say
    if isinstance(each, FailureView):
        return [_two_lines(who(each), each.message), plain("–"), plain("–"), plain(say("report.failed"))]
    decided = (say("report.final.short", points=view.names.mark(each.final.points)),) if each.final else ()
    below = "; ".join((*decided, each.band, *each.not_met))
    return [
        _two_lines(who(each), below),
        plain(view.names.voice.number(each.words)),
        plain(view.names.mark(each.points), "bold"),
        plain(say("report.yes") if each.review else say("report.no"), "bold" if each.review else ""),
    ]


def _two_lines(first: str, second: str) -> Text:
    """The second line in another manner (a dash), so that it cannot be taken for a part of the name."""
    return Text("\n").join([plain(first, "bold"), plain(f"– {second}")])


def _figures(view: CohortView) -> list[str]:
    figures, names = view.figures, view.names
    say = names.voice.say
    lines = [
        say(
            "report.figures.counts",
            graded=figures.graded,
            failed=figures.failed,
            passed=figures.passed,
            review=figures.review,
        )
    ]
    points = figures.points
    if points is not None:
        lines.append(
            say(
                "report.figures.points",
                mean=names.mark(points.mean),
                median=names.mark(points.median),
                lowest=names.mark(points.lowest),
                highest=names.mark(points.highest),
            )
        )
    return lines
