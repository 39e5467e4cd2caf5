"""What earlier runs wrote: never a submission, wherever in the folder of submissions it lies."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Final

from grader.reports.write import STATE

_PUT_ASIDE: Final = re.compile(r" \(\d+\)(?=\.[^.]+\Z)")
"""What `grader.reports.write.put_aside` adds to a name."""


def written_by_runs(output: Path | None) -> Callable[[Path], bool]:
    """What tells whether a file is something that a run wrote: this one's output folder, or any other's.

    An output folder is known by what a run keeps in it, so that a run into another folder does not take the feedback of
    the last one for submissions. In it all is a report that bears a report's name; submissions may be beside them.

    Args:
        output: the folder that reports are written to now; it may not be there yet.
    """
    known: dict[Path, bool] = {} if output is None else {output.resolve(): True}

    def is_output(folder: Path) -> bool:
        if folder not in known:
            known[folder] = _holds_a_run(folder)
        return known[folder]

    def is_written(path: Path) -> bool:
        try:
            real = path.absolute().resolve()
        except (OSError, RuntimeError):  # a link in a circle
            return False
        return any(is_output(folder) and _is_report(real.relative_to(folder)) for folder in real.parents)

    return is_written


def _holds_a_run(folder: Path) -> bool:
    from grader.batch.store import FILE

    try:
        return (folder / STATE / FILE).is_file()
    except OSError:  # not ours to look into
        return False


def _is_report(inside: PurePath) -> bool:
    """Whether a file within an output folder bears a report's name, or lies in a report's folder."""
    from grader.reports.catalogue import WRITTEN

    first, *below = inside.parts
    return f"{first}/" in WRITTEN if below else first in WRITTEN or _PUT_ASIDE.sub("", first) in WRITTEN
