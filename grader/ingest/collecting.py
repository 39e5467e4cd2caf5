"""What a user named on the command line, as submissions with names: folders expanded, other files told apart."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.ingest.names import shown

_SYSTEM: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_SIDECARS: Final = frozenset({".csv", ".yaml", ".yml", ".json", ".jsonl"})
_NOTES: Final = frozenset({"readme.md", "readme.txt", "readme"})


@dataclass(frozen=True, slots=True)
class Submission:
    """A file to grade.

    Attributes:
        name: unique among the submissions of a run, relative to the folder named, with ``/``, safe to show.
        path: where it is.
        barred: why it is not to be opened, as a key ``reason.*`` of the wording: a link that leads out of the folder or
            nowhere, a pipe, a device; ``None`` for a file.
    """

    name: str
    path: Path
    barred: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """What was found.

    Attributes:
        submissions: in order of name.
        left_out: names of files and folders that are no submissions, in order; folders end in ``/``.
    """

    submissions: tuple[Submission, ...]
    left_out: tuple[str, ...]


def collect(paths: Sequence[Path]) -> Collection:
    """Expand what the user named.

    A file that is named is always a submission. In a folder these are left out, and named: temporary, hidden and system
    files, tables and settings (``labels.csv``, ``rubric.yaml``), READMEs, and links to folders. A link out of the
    folder, and what is neither file nor folder, is a submission that is not to be opened.

    Args:
        paths: files and folders, in any order; a file that is reached twice is taken once.

    Raises:
        GraderError: G101 when a path does not exist, G102 when a path holds no submission, G103 when a folder may not
            be listed.
    """
    found: list[_Found] = []
    left_out: list[str] = []
    for path in paths:
        if not os.path.lexists(path):
            raise GraderError("G101", path=shown(str(path)))
        if not path.is_dir():
            found.append(_Found(path.parent, path))
            continue
        before = len(found)
        for file, fate in _walk(path, path):
            if fate == _LEFT_OUT:
                left_out.append(_relative(path, file))
            else:
                found.append(_Found(path, file, fate))
        if len(found) == before:
            raise GraderError("G102", path=shown(str(path)))
    if not found:
        raise GraderError("G102", path="")
    return Collection(_named(_once(found)), tuple(sorted(set(left_out))))


_LEFT_OUT: Final = "left-out"


@dataclass(frozen=True, slots=True)
class _Found:
    """A file and the folder that the user named; ``barred`` as in `Submission`."""

    root: Path
    file: Path
    barred: str | None = None


def _walk(root: Path, folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Files below a folder with why they are barred, or `_LEFT_OUT`; folders that are left out come as themselves."""
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise GraderError("G103", path=shown(str(folder)), reason="permission") from error
    for entry in entries:
        try:
            mode = entry.lstat().st_mode
        except OSError:
            yield entry, "device"
            continue
        if _is_hidden(entry.name):
            yield entry, _LEFT_OUT
        elif stat.S_ISDIR(mode):
            yield from _walk(root, entry)
        elif _is_sidecar(entry.name) or (stat.S_ISLNK(mode) and entry.is_dir()):
            yield entry, _LEFT_OUT
        elif stat.S_ISLNK(mode):
            yield entry, None if _stays_inside(root, entry) else "link"
        else:
            yield entry, None if stat.S_ISREG(mode) else "not-a-file"


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM


def _is_sidecar(name: str) -> bool:
    return Path(name).suffix.casefold() in _SIDECARS or name.casefold() in _NOTES


def _stays_inside(root: Path, link: Path) -> bool:
    try:
        target = link.resolve(strict=True)
        return target.is_file() and target.is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        return False


def _relative(root: Path, file: Path) -> str:
    is_folder = file.is_dir() and not file.is_symlink()
    return shown(file.relative_to(root).as_posix()) + ("/" if is_folder else "")


def _once(found: list[_Found]) -> list[_Found]:
    """Each file once, however many ways lead to it; the first stays. What is barred is not looked into."""
    first: dict[str, _Found] = {}
    for each in found:
        first.setdefault(str(each.file.absolute()) if each.barred else os.path.realpath(each.file), each)
    return list(first.values())


def _named(found: list[_Found]) -> tuple[Submission, ...]:
    """Unique names: relative ones; where two are alike, after the folder that was named; then with a number."""
    plain = [_relative(each.root, each.file) for each in found]
    times = Counter(plain)
    submissions: list[Submission] = []
    taken: set[str] = set()
    for name, each in zip(plain, found, strict=True):
        candidate = name if times[name] == 1 else f"{shown(each.root.resolve().name)}/{name}"
        unique, copy = candidate, 2
        while unique in taken or (unique != name and unique in times):
            unique, copy = f"{candidate} ({copy})", copy + 1
        taken.add(unique)
        submissions.append(Submission(unique, each.file, each.barred))
    return tuple(sorted(submissions, key=lambda item: item.name))
