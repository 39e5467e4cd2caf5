"""``--format`` and ``--output``: results for people, editors and CI, to the screen and into files at once.

A command takes ``@format_options`` and gets a `FormatChoice`; it calls `prepare` before it grades, so that nothing is
graded in vain, `emit` with what it found, and ends with `ending`.
"""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from grader.cli.common import Exit
from grader.cli.numbers import FiniteNumber
from grader.errors import GraderError
from grader.records.finding import Severity

if TYPE_CHECKING:
    from rich.console import Console

    from grader.reports.issues import Asked
    from grader.reports.view import CohortView

R = TypeVar("R")

TEXT: Final = "text"
JSON: Final = "json"
FORMATS: Final = (TEXT, JSON, "junit", "sarif", "github", "line")
_UTF8: Final = (JSON, "junit", "sarif", "github")
"""Formats that only programs read; JSON and SARIF are UTF-8 by their standards, JUnit XML by its first line."""
_FILE_WIDTH: Final = 100  # columns of a text that goes into a file


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """What the user asked for.

    Attributes:
        stdout: the format that goes to the screen.
        files: each further format with its file, in the order given.
        fail_on: exit code 1 when a rule of this severity or a graver one is not met.
        min_score: exit code 1 when a suggested mark is below it.
        exit_zero: report only.
    """

    stdout: str = TEXT
    files: tuple[tuple[str, Path], ...] = ()
    fail_on: str | None = None
    min_score: float | None = None
    exit_zero: bool = False


_OPTIONS: Final = (
    click.option("--format", "format_names", multiple=True, metavar="|".join(FORMATS), help="cli.option.format"),
    click.option("--output", "format_files", multiple=True, metavar="FORMAT=FILE", help="cli.option.output"),
    click.option("--fail-on", type=click.Choice([each.value for each in Severity]), help="cli.option.fail_on"),
    click.option("--min-score", type=FiniteNumber(), metavar="N", help="cli.option.min_score"),
    click.option("--exit-zero", is_flag=True, help="cli.option.exit_zero"),
)


def format_options(command: Callable[..., R]) -> Callable[..., R]:
    """Add the options of formats to a command, which gets them as one argument ``choice: FormatChoice``."""

    @wraps(command)
    def choosing(
        *args: Any,
        format_names: tuple[str, ...],
        format_files: tuple[str, ...],
        fail_on: str | None,
        min_score: float | None,
        exit_zero: bool,
        **kwargs: Any,
    ) -> R:
        choice = choose(format_names, format_files, fail_on=fail_on, min_score=min_score, exit_zero=exit_zero)
        return command(*args, choice=choice, **kwargs)

    wrapped: Callable[..., R] = choosing
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def choose(
    formats: Sequence[str],
    outputs: Sequence[str],
    *,
    fail_on: str | None = None,
    min_score: float | None = None,
    exit_zero: bool = False,
) -> FormatChoice:
    """What the options mean together.

    Args:
        formats: of ``--format``; the same one twice is one.
        outputs: of ``--output``: ``FORMAT=FILE``.
        fail_on: as given.
        min_score: as given; whether the rubric's scale has it is seen by `prepare`.
        exit_zero: as given.

    Raises:
        GraderError: G320 unknown format, G321 two formats to the screen, G322 no ``FORMAT=FILE``, G323 one file twice.
    """
    asked = tuple(dict.fromkeys(formats))
    files = tuple(_file(output) for output in outputs)
    for name in (*asked, *(name for name, _ in files)):
        if name not in FORMATS:
            raise GraderError("G320", name=name, known=FORMATS)
    if len(asked) > 1:
        raise GraderError("G321", names=asked)
    seen: set[str] = set()
    for _, path in files:
        if _same(path) in seen:
            raise GraderError("G323", path=str(path))
        seen.add(_same(path))
    return FormatChoice(asked[0] if asked else TEXT, files, fail_on, min_score, exit_zero)


def refuse_watching(choice: FormatChoice) -> None:
    """What goes on until it is stopped writes no format that is read when it is done.

    Raises:
        GraderError: G326.
    """
    if choice.stdout != TEXT or choice.files:
        raise GraderError("G326")


def prepare(choice: FormatChoice, maximum: float, inputs: Iterable[Path] = ()) -> None:
    """Refuse what cannot be done, before anything is graded.

    Args:
        choice: what was asked for.
        maximum: of the rubric's scale.
        inputs: files that the command reads (drafts, course material, the rubric).

    Raises:
        GraderError: G324 a mark that the scale does not have, G325 an output that is an input, G301 one that is no
            regular file.
    """
    wanted = choice.min_score
    if wanted is not None and not 0 <= wanted <= maximum:
        raise GraderError("G324", found=f"{wanted:g}", maximum=maximum)
    read = {_same(path) for path in inputs} if choice.files else set()
    for _, path in choice.files:
        if _same(path) in read:
            raise GraderError("G325", path=str(path))
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113  # false where pathlib would raise
            reason = os.strerror(errno.EISDIR if path.is_dir() else errno.EINVAL)
            raise GraderError("G301", path=str(path), reason=reason)


def emit(
    view: CohortView,
    choice: FormatChoice,
    console: Console,
    *,
    paths: Mapping[str, Path],
    text: Callable[[CohortView, Console], None],
    json: Callable[[CohortView], bytes],
) -> tuple[Path, ...]:
    """Write everything that was asked for: files first, then the screen.

    Args:
        view: what was found.
        choice: what was asked for.
        console: of stdout.
        paths: by a submission's name, its file as the user named it.
        text: prints the command's own text for people.
        json: the command's own JSON; for participants it must not hold the rubric's key.

    Returns:
        The files written, in the order asked for.

    Raises:
        GraderError: G301 when a file cannot be written; when it is open in another program, the others and the screen
            come first.
    """
    from grader.reports.issues import Asked
    from grader.reports.write import going_on, write_atomically

    asked = Asked({name: relative(path) for name, path in paths.items()}, choice.min_score)
    failed: list[GraderError] = []
    for name, path in choice.files:
        with going_on(failed):
            write_atomically(path, _rendered(name, view, asked, text, json))
    if choice.stdout == TEXT:
        text(view, console)
    else:
        rendered = _rendered(choice.stdout, view, asked, text, json)
        # programs read UTF-8 with plain line feeds, on every system and whatever encoding the terminal was given
        click.echo(rendered if choice.stdout in _UTF8 else rendered.decode("utf-8"), nl=False)
    if failed:
        raise failed[0]
    return tuple(path for _, path in choice.files)


def ending(code: Exit, choice: FormatChoice) -> Exit:
    """The exit code after ``--exit-zero``: 1 and 3 are only reported then; 2 stays."""
    return Exit.DONE if choice.exit_zero and code in (Exit.BELOW, Exit.PARTLY) else code


def relative(path: Path) -> str:
    """A file as annotations name it: from the folder where the program was started, with ``/``; absolute elsewhere."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100  # links are kept: an annotation is for the name in the repository
    try:
        return whole.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return whole.as_posix()


def _rendered(
    name: str,
    view: CohortView,
    asked: Asked,
    text: Callable[[CohortView, Console], None],
    json: Callable[[CohortView], bytes],
) -> bytes:
    if name == TEXT:
        return _printed(view, text)
    if name == JSON:
        return json(view)
    # lone surrogates, from a name that is no UTF-8, are gone already: all texts went through `reports.safe`
    return _renderer(name)(view, asked).encode("utf-8")


def _renderer(name: str) -> Callable[[CohortView, Asked], str]:
    """Imported only when asked for: a check of one draft should start at once."""
    match name:
        case "junit":
            from grader.reports.to_junit import to_junit as render
        case "sarif":
            from grader.reports.to_sarif import to_sarif as render
        case "github":
            from grader.reports.to_github import to_github as render
        case _:
            from grader.reports.to_line import to_line as render
    return render


def _printed(view: CohortView, text: Callable[[CohortView, Console], None]) -> bytes:
    from rich.console import Console

    page = io.StringIO()
    text(view, Console(file=page, markup=False, highlight=False, emoji=False, width=_FILE_WIDTH, color_system=None))
    return page.getvalue().encode("utf-8", "replace")


def _file(output: str) -> tuple[str, Path]:
    name, _, path = output.partition("=")
    if not name or path in ("", "-") or "\0" in path:
        raise GraderError("G322", found=output)
    return name, Path(path)


def _same(path: Path) -> str:
    """What two ways of writing one file have in common."""
    return os.path.normcase(os.path.realpath(path))
