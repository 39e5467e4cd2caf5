"""``grader check --watch``: the same check again at each save, and what it changed.

Editors save in many ways: Word writes a temporary file and renames it over the old one, others delete and write anew,
and all of them touch files of their own beside the draft. So the folder is watched and not the file, only the draft's
own name counts, and what happens within `QUIET` milliseconds is one save.

A draft that another program has for itself just then (Word while it saves, a program that synchronises) does not end
the watching: that is told once, and it is tried again as long as it lasts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from grader.cli.common import tell
from grader.cli.drafts import LOCKED, Draft
from grader.errors import GraderError
from grader.records.assessment import Failure

if TYPE_CHECKING:
    from rich.console import Console

    from grader.cli.check import Checked
    from grader.reports.names import Names
    from grader.reports.participant.view import ParticipantView

QUIET: Final = 500
"""Milliseconds without a further change after which a save is taken to be complete."""
PATIENCE: Final = 1000
"""Milliseconds after which the system is asked again; on Windows Ctrl-C is heard only then."""

Check = Callable[[Sequence[Draft]], Sequence["ParticipantView"]]


class Rechecks:
    """Checks drafts once more, and remembers which of them another program has for itself.

    What cannot be written (a page that is open in another program) is told, and is no end either.

    Args:
        check: reads and checks drafts.
        first: what it found at first.
    """

    def __init__(self, check: Callable[[Sequence[Draft]], Checked], first: Checked) -> None:
        self._check = check
        self.locked: set[str] = set()
        """Names of drafts that may be readable in a moment, without being saved again."""
        self._note(first)

    def __call__(self, drafts: Sequence[Draft]) -> Sequence[ParticipantView]:
        """What participants see, without the drafts of which they were told already that they are locked."""
        before = set(self.locked)
        try:
            checked = self._check(drafts)
        except GraderError as error:
            tell(self._voice, error)
            return ()
        self._note(checked)
        results = zip(checked.cohort.results, checked.drafts, strict=True)
        return [view for result, view in results if result.name not in before & self.locked]

    def _note(self, checked: Checked) -> None:
        self._voice = checked.view.names.voice
        for result in checked.cohort.results:
            is_locked = isinstance(result, Failure) and result.code in LOCKED
            (self.locked.add if is_locked else self.locked.discard)(result.name)


def saves(
    drafts: Sequence[Draft],
    *,
    again: Collection[str] = (),
    patience: int = PATIENCE,
    idle: Callable[[], object] | None = None,
) -> Iterator[tuple[Draft, ...]]:
    """The drafts that were saved (or taken away), batch by batch, for ever.

    Args:
        drafts: to look after; their folders must exist.
        again: names of those that come after each wait, whether they were saved or not; may change meanwhile.
        patience: milliseconds of each wait.
        idle: called when nothing happened for so long; the folders are being watched by then.
    """
    from watchfiles import Change, watch

    known = [(_key(draft.path), draft) for draft in drafts]  # all that lie in one zip have its key
    keys = {key for key, _ in known}
    folders = sorted({str(draft.path.parent.resolve()) for draft in drafts})

    def wanted(_: Change, path: str) -> bool:
        return _key(Path(path)) in keys

    changes = watch(
        *folders, watch_filter=wanted, debounce=QUIET, rust_timeout=patience, yield_on_timeout=True, recursive=False
    )
    for batch in changes:
        changed = {_key(Path(path)) for _, path in batch}
        if changed:
            yield tuple(draft for key, draft in known if key in changed)
        elif waiting := tuple(draft for _, draft in known if draft.name in again):
            yield waiting
        elif idle is not None:
            idle()


def follow(
    first: Sequence[ParticipantView],
    batches: Iterable[Sequence[Draft]],
    check: Check,
    names: Names,
    console: Console,
) -> None:
    """Show what each save changed, until there are no more batches or the user presses Ctrl-C.

    A draft that is gone for a moment, or that cannot be read, keeps its last good result to compare the next with.

    Args:
        first: the results so far, one for each draft.
        batches: drafts that were saved.
        check: checks drafts.
        names: words for ids.
        console: of stdout.
    """
    from grader.reports.participant.changes import changes
    from grader.reports.participant.to_terminal import print_changes

    shown = {view.file: view for view in first}
    lost: set[str] = set()  # told as gone or unreadable since what is shown
    try:
        for batch in batches:
            there = [draft for draft in batch if draft.path.exists()]
            for draft in batch:
                if draft not in there:
                    lost.add(draft.name)
                    print_changes(draft.name, (names.voice.say("check.watch.gone", file=draft.name),), names, console)
            for view in check(there) if there else ():
                before = shown.get(view.file, view)
                told = changes(before, view, names)
                if view.problem is None and view.file in lost and before.problem is None:
                    told = (names.voice.say("change.readable"), *told)
                print_changes(view.file, told, names, console, view)
                (lost.discard if view.problem is None else lost.add)(view.file)
                if view.problem is None or before.problem is not None:
                    shown[view.file] = view
    except KeyboardInterrupt:
        console.print(names.voice.say("check.watch.end"))


def _key(path: Path) -> tuple[str, str]:
    """Folder and name, alike for all ways to write them on this system."""
    return os.path.normcase(path.parent.resolve()), os.path.normcase(path.name)
