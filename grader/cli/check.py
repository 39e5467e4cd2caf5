"""``grader check``: a participant's drafts, and what is still missing in them, without giving away the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from grader import language, load_rubric
from grader.cli.common import err, out, voice_of
from grader.cli.drafts import LOCKED, Draft, find_drafts, open_in, sources
from grader.cli.formats import FormatChoice, emit, ending, format_options, prepare, refuse_watching
from grader.cli.run import exit_code, finish, material_option, view_of
from grader.cli.speaking import SpeakingCommand
from grader.records.assessment import Failure
from grader.wording.voice import Voice

if TYPE_CHECKING:
    from rich.console import Console

    from grader.plan import Plan
    from grader.records.assessment import Cohort
    from grader.records.document import Document
    from grader.reports.participant.view import ParticipantView
    from grader.reports.view import CohortView
    from grader.rubric.loader import LoadedRubric

_TOLD: Final = 10  # files that are no drafts, by name; of more only their number


@click.command("check", cls=SpeakingCommand, help="cli.check.help", epilog="cli.check.example")
@click.argument("drafts", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rubric", "rubric", required=True, metavar="NAME|FILE", help="cli.option.rubric")
@material_option
@click.option("--details", is_flag=True, help="cli.option.check.details")
@click.option("--watch", "watching", is_flag=True, help="cli.option.check.watch")
@click.option("--to", "formats", multiple=True, type=click.Choice(["html"]), help="cli.option.check.to")
@click.option(
    "--out", "folder", default=Path(), metavar="DIR", type=click.Path(path_type=Path), help="cli.option.check.out"
)
@format_options
def check(
    drafts: tuple[Path, ...],
    rubric: str,
    material: tuple[Path, ...],
    details: bool,
    watching: bool,
    formats: tuple[str, ...],
    folder: Path,
    choice: FormatChoice,
) -> None:
    """Check drafts by a rubric and print what a participant is to know of them."""
    from grader.ingest.material import read_material
    from grader.reports.participant.to_json import participants_json

    voice = voice_of()
    if watching:
        refuse_watching(choice)
    loaded = load_rubric(rubric)
    named = find_drafts(drafts)
    found = named.drafts
    prepare(choice, loaded.rubric.scale.maximum, [*(draft.path for draft in found), *material, loaded.path])
    checker = Checker(loaded, voice, read_material(material), folder if formats else None)
    if named.left_out:
        err().print(
            voice.say("check.left-out", files=named.left_out[:_TOLD], count=len(named.left_out)), soft_wrap=True
        )
    checked = checker.check(found)
    unread = {result.name for result in checked.cohort.results if isinstance(result, Failure)}
    for draft in found:
        if draft.name not in unread and (program := open_in(draft)) is not None:
            err().print(voice.say("check.open", file=draft.name, program=program), soft_wrap=True)
    emit(
        checked.view,
        choice,
        out(),
        paths={draft.name: draft.path for draft in found},
        text=lambda _, console: _show(checked, console, details=details),
        json=participants_json,
    )
    if watching:
        _watch(checker, found, checked)
    else:
        finish(ending(exit_code(checked.view, choice.fail_on, choice.min_score), choice))


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in some drafts.

    Attributes:
        cohort: as graded.
        view: as instructors see it; only its names and what `grader.cli.formats` writes come of it.
        drafts: as the participant sees it.
    """

    cohort: Cohort
    view: CohortView
    drafts: tuple[ParticipantView, ...]


class Checker:
    """Checks drafts by one rubric, again and again.

    Args:
        loaded: the rubric.
        voice: of what is shown.
        material: the course material as read.
        folder: where a page is written for each draft; ``None`` for no pages.
    """

    def __init__(
        self, loaded: LoadedRubric, voice: Voice, material: Sequence[Document] = (), folder: Path | None = None
    ) -> None:
        self._loaded = loaded
        self._voice = voice
        self._material = material
        self._folder = folder
        self._plan: Plan | None = None

    def check(self, drafts: Sequence[Draft]) -> Checked:
        """Read and check drafts as they were saved last.

        Raises:
            GraderError: G301 when a page cannot be written.
        """
        from grader.pipeline import grade
        from grader.reports.participant.view import participant_view

        if self._plan is None:
            from grader import bind

            self._plan = bind(self._loaded, language(self._loaded.rubric.language), self._material)
        cohort = grade(sources(drafts), self._plan)
        view = view_of(cohort, self._loaded, self._voice, self._material)
        views = tuple(participant_view(each, view.names) for each in view.results)
        if self._folder is not None:
            self._write(view, views, self._folder)
        return Checked(cohort, view, views)

    def _write(self, view: CohortView, drafts: Sequence[ParticipantView], folder: Path) -> None:
        from grader.reports.participant.files import FileNames
        from grader.reports.participant.to_html import to_html
        from grader.reports.write import write_atomically

        files = FileNames(view.names)
        for result, draft in zip(view.results, drafts, strict=True):
            if isinstance(result.record, Failure) and result.record.code in LOCKED:
                continue  # it may be readable in a moment; the page of an earlier check stays
            path = folder / files.of(draft.file, ".html")
            write_atomically(path, to_html(draft, view.names))
            err().print(self._voice.say("check.written", path=str(path)), soft_wrap=True)


def _show(checked: Checked, console: Console, *, details: bool) -> None:
    """One draft whole, several as a line each unless details are asked for."""
    from grader.reports.participant.to_terminal import print_lines, print_participant

    names = checked.view.names
    if len(checked.drafts) > 1 and not details:
        print_lines(checked.drafts, names, console)
        return
    for index, draft in enumerate(checked.drafts):
        if index:
            console.print()
            console.rule(characters="=")
        print_participant(draft, names, console, details=details)


def _watch(checker: Checker, drafts: Sequence[Draft], first: Checked) -> None:
    from grader.cli.watch import Rechecks, follow, saves

    names = first.view.names
    files = tuple(draft.name for draft in drafts)
    err().print(names.voice.say("check.watch.waiting", files=files), soft_wrap=True)
    rechecks = Rechecks(checker.check, first)
    follow(first.drafts, saves(drafts, again=rechecks.locked), rechecks, names, out())
