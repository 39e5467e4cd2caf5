"""Feedback that nobody is to get any more: of a file that a newer attempt has replaced, or that is gone.

It would be handed out with the rest of the folder. Only what a run wrote itself is removed, and only where nobody has
changed it since: what was written stands in a list beside the results, with a digest of each file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from grader.reports.write import write_atomically


def remove_stale(folder: Path, listing: Path, written: Iterable[Path]) -> None:
    """Remove what an earlier run wrote into a folder and this one did not, and list what is there now.

    A file that cannot be removed, since it is open in another program, stays listed and is tried again next time.

    Args:
        folder: of the feedback.
        listing: the list of the earlier run, which is written anew; damaged or not there, nothing is removed.
        written: what this run has written, in the folder itself.

    Raises:
        GraderError: G301 when the list cannot be written.
    """
    now = {path.name: _digest(path) for path in written}
    # to some file systems two names that differ in capitals are one file
    kept = {name.casefold() for name in now}
    earlier = {name: digest for name, digest in _listed(listing).items() if name.casefold() not in kept}
    for name, digest in earlier.items():
        path = folder / name
        if _digest(path) == digest:
            with suppress(OSError):
                path.unlink()
    stuck = {name: digest for name, digest in earlier.items() if _digest(folder / name) == digest}
    content = json.dumps({**now, **stuck}, ensure_ascii=False, indent=0, sort_keys=True)
    write_atomically(listing, content.encode("utf-8"))


def _listed(listing: Path) -> Mapping[str, str]:
    """Names, without folders, and digests."""
    try:
        told = json.loads(listing.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {name: digest for name, digest in told.items() if Path(name).name == name and isinstance(digest, str)}


def _digest(path: Path) -> str | None:
    """Of a file's bytes; ``None`` when it is none, or cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
