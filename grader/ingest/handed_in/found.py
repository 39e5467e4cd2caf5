"""Files below a folder, or in a zip that stands for one: which may be submissions, and which are left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.ingest.handed_in.archive import Member
from grader.ingest.handed_in.moodle import MoodleName, parse_moodle
from grader.ingest.names import joined, parts_of, shown

LEFT_OUT: Final = "left-out"

_SYSTEM: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_SIDECARS: Final = frozenset({".csv", ".yaml", ".yml", ".json", ".jsonl"})
_NOTES: Final = frozenset({"readme.md", "readme.txt", "readme"})
_NANOSECONDS: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a folder that is left out as a whole.

    Attributes:
        root: the folder or zip that the user named; of a file that was named: its folder.
        file: where it is; of a file in a zip: where the zip is.
        parts: names of the folders below the root, and its own, as they came.
        fate: `LEFT_OUT`, or why it is not to be opened (as in ``Submission.barred``), or ``None``.
        member: its name inside a zip.
        copy: counts files of a zip that have the same name, from 1; those that would be overwritten are left out.
        modified: when it was changed last, in nanoseconds; of a file in a zip by the zip's clock, without a time zone.
        is_folder: whether it is a folder.
    """

    root: Path
    file: Path
    parts: tuple[str, ...]
    fate: str | None = None
    member: str | None = None
    copy: int = 1
    modified: int = 0
    is_folder: bool = False

    @property
    def relative(self) -> str:
        """Its name below the root, safe to show."""
        return joined(self.parts) + ("/" if self.is_folder else "")

    @property
    def root_name(self) -> str:
        """What tells it from a file of the same name below another root."""
        return shown(self.root.resolve().name)

    @property
    def key(self) -> tuple[str, str | None, int]:
        """Equal for two ways to the same file."""
        return self.place, self.member, self.copy

    @property
    def place(self) -> str:
        """Where it really is; of what is not to be opened: where it seems to be, since a link is not followed."""
        is_barred = self.fate not in (None, LEFT_OUT)
        return str(self.file.absolute()) if is_barred else os.path.realpath(self.file)

    def moodle(self) -> MoodleName | None:
        """What a name by Moodle tells, of its own, of a folder around it, or of the folder that the user named."""
        return parse_moodle(self.parts) or parse_moodle((self.root.absolute().name,))


def named_file(path: Path) -> Found:
    """A file that the user named: a submission, whatever it is called."""
    try:
        modified = path.stat().st_mtime_ns
    except OSError:  # told when it is opened
        modified = 0
    return Found(path.parent, path, (path.name,), modified=modified)


def walk(root: Path) -> Iterator[Found]:
    """The files below a folder, in order of name; folders that are left out come as themselves.

    Raises:
        GraderError: G103 when a folder may not be listed.
    """
    yield from _walk(root, root, ())


def _walk(root: Path, folder: Path, above: tuple[str, ...]) -> Iterator[Found]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise GraderError("G103", path=shown(str(folder)), reason="permission") from error
    for entry in entries:
        parts = (*above, entry.name)
        try:
            status = entry.lstat()
        except OSError:
            yield Found(root, entry, parts, "device")
            continue
        if stat.S_ISDIR(status.st_mode) and not _is_hidden(entry.name):
            yield from _walk(root, entry, parts)
            continue
        is_folder = stat.S_ISDIR(status.st_mode)
        fate = _fate(root, entry, parts, status.st_mode)
        yield Found(root, entry, parts, fate, modified=status.st_mtime_ns, is_folder=is_folder)


def _fate(root: Path, entry: Path, parts: Sequence[str], mode: int) -> str | None:
    if _is_left_out((root.absolute().name, *parts)) or (stat.S_ISLNK(mode) and entry.is_dir()):
        return LEFT_OUT
    if stat.S_ISLNK(mode):
        return None if _stays_inside(root, entry) else "link"
    return None if stat.S_ISREG(mode) else "not-a-file"


def listed(
    archive: Path, members: Sequence[Member], above: tuple[str, ...] = (), root: Path | None = None
) -> Iterator[Found]:
    """The files in a zip, in order of name; a folder that is left out comes once, as itself.

    Args:
        archive: the zip.
        members: the files in it.
        above: names that stand before theirs: of the zip, where a folder was named and not the zip itself.
        root: the folder that was named; the zip when not given.
    """
    folders: set[tuple[str, ...]] = set()
    copies: dict[str, int] = {}
    root = root or archive
    for member in sorted(members, key=lambda each: each.name):
        copies[member.name] = copy = copies.get(member.name, 0) + 1
        parts = parts_of(member.name) or ("_",)
        hidden = next((depth for depth, part in enumerate(parts[:-1], start=1) if _is_hidden(part)), None)
        if hidden is not None:
            if parts[:hidden] not in folders:
                folders.add(parts[:hidden])
                inside = "/".join(parts[:hidden])
                yield Found(root, archive, (*above, *parts[:hidden]), LEFT_OUT, inside, is_folder=True)
            continue
        fate = LEFT_OUT if member.replaced or _is_left_out((*above, *parts)) else member.barred
        modified = member.modified * _NANOSECONDS
        yield Found(root, archive, (*above, *parts), fate, member.name, copy, modified)


def _is_left_out(parts: Sequence[str]) -> bool:
    """Whether a file is no submission by its name; what came through Moodle is one, unless a system made it."""
    if not parts:
        return False
    moodle = parse_moodle(parts)
    if moodle is None:
        return _is_hidden(parts[-1]) or _is_sidecar(parts[-1])
    own = moodle.rest if moodle.depth == len(parts) - 1 else parts[-1]
    return _is_hidden(own)


def _is_hidden(name: str) -> bool:
    """Whether a name is of a file or folder that a system or program made; nobody's whose name begins with a stop."""
    return (name.startswith((".", "~$")) or name.casefold() in _SYSTEM) and parse_moodle((name,)) is None


def _is_sidecar(name: str) -> bool:
    return Path(name).suffix.casefold() in _SIDECARS or name.casefold() in _NOTES


def _stays_inside(root: Path, link: Path) -> bool:
    try:
        target = link.resolve(strict=True)
        return target.is_file() and target.is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        return False
