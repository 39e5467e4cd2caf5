"""What a user named on the command line, as submissions: folders and zips expanded, each with whose it is.

A zip is opened as a folder when its name ends in ``.zip``, its content is no document (a DOCX is a zip too) and either
the user named it or it lies directly in a named folder and holds names by Moodle. Any other zip was handed in by a
participant: it is a submission, and is refused like any file that is no essay.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from grader.errors import GraderError
from grader.ingest.handed_in.archive import Member, begins_like_zip, is_document, members_of, read_member
from grader.ingest.handed_in.attempts import Attempt, newest_first
from grader.ingest.handed_in.found import LEFT_OUT, Found, listed, named_file, walk
from grader.ingest.handed_in.identity import Identity, identify
from grader.ingest.handed_in.moodle import is_moodle
from grader.ingest.handed_in.name_pattern import NamePattern
from grader.ingest.handed_in.roster import Roster
from grader.ingest.limits import FILE_BYTES
from grader.ingest.loading import load
from grader.ingest.names import parts_of, shown
from grader.records.entry import Entry

_ZIP: Final = ".zip"


@dataclass(frozen=True, slots=True)
class Submission:
    """A file to grade.

    Attributes:
        name: unique among the submissions of a run, relative to the folder or zip named, with ``/``, safe to show.
        path: where it is; of a file in a zip: where the zip is.
        barred: why it is not to be opened, as a key ``reason.*`` of the wording: a link that leads out of the folder or
            nowhere, a pipe, a device; ``None`` for a file.
        member: its name inside the zip at ``path``; ``None`` for a file of its own.
    """

    name: str
    path: Path
    barred: str | None = None
    member: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """What was found. Every file is in one place: a submission, the ``earlier`` of an entry, or left out.

    Attributes:
        submissions: in order of name.
        left_out: names of files and folders that are no submissions, in order; folders end in ``/``.
        entries: what is known of each submission before it is read, by its name.
    """

    submissions: tuple[Submission, ...]
    left_out: tuple[str, ...]
    entries: Mapping[str, Entry] = field(default_factory=dict)


def collect(
    paths: Sequence[Path],
    *,
    pattern: NamePattern | None = None,
    roster: Roster | None = None,
    all_attempts: bool = False,
    is_ours: Callable[[Path], bool] = lambda _: False,
) -> Collection:
    """Expand what the user named, tell whose each file is, and choose the newest of each participant's.

    A file that is named is always a submission. In a folder or zip these are left out, and named: temporary, hidden and
    system files, tables and settings (``labels.csv``, ``rubric.yaml``), READMEs, and links to folders; but of what a
    participant handed in through Moodle only temporary and system files. A link out of the folder, and what is neither
    file nor folder, is a submission that is not to be opened.

    Args:
        paths: files, folders and zips, in any order; a file that is reached twice is taken once.
        pattern: tells participants from names of files.
        roster: the list of the class; how it writes names and numbers counts.
        all_attempts: every file counts, also where a newer one of the same participant is there.
        is_ours: whether a file in a folder that was named is none of a participant: a report, course material.

    Raises:
        GraderError: G101 when a path does not exist, G102 when a path holds no submission, G103 when a folder may not
            be listed, G140 when a zip that was named cannot be opened.
    """
    found: list[Found] = []
    for path in paths:
        if not os.path.lexists(path):
            raise GraderError("G101", path=shown(str(path)))
        inside = [_judged(each, path, is_ours) for each in _inside(path)]
        if all(each.fate == LEFT_OUT for each in inside):
            raise GraderError("G102", path=shown(str(path)))
        found += inside
    if not found:
        raise GraderError("G102", path="")
    files = _once(found)
    names = _unique_names(files)
    wanted = [(name, each) for name, each in zip(names, files, strict=True) if each.fate != LEFT_OUT]
    left_out = [name for name, each in zip(names, files, strict=True) if each.fate == LEFT_OUT]
    submissions = {name: Submission(name, each.file, each.fate, each.member) for name, each in wanted}
    entries = _entries(wanted, pattern, roster, all_attempts=all_attempts)
    return Collection(tuple(submissions[name] for name in entries), tuple(sorted(left_out)), entries)


def load_submission(submission: Submission) -> bytes:
    """The bytes of a submission, wherever it lies.

    Raises:
        GraderError: G101 no such file any more, G103 not to be opened or unreadable, G109 too large; in a zip also G106
            damaged, G107 encrypted, G111 packed beyond all measure, G140 when the zip itself was damaged meanwhile.
    """
    if submission.barred:
        raise GraderError("G103", path=submission.name, reason=submission.barred)
    if submission.member is not None:
        return read_member(submission.path, submission.member)
    return load(submission.path, FILE_BYTES)


def _inside(path: Path) -> Iterator[Found]:
    """What a path that was named holds; a file holds itself."""
    if not path.is_dir():
        members = _folder_of(path, named=True)
        yield from listed(path, members) if members is not None else [named_file(path)]
        return
    for each in walk(path):
        members = _folder_of(each.file, named=False) if each.fate is None and len(each.parts) == 1 else None
        yield from [each] if members is None else listed(each.file, members, each.parts, path)


def _judged(each: Found, named: Path, is_ours: Callable[[Path], bool]) -> Found:
    """What was found, left out where it is ours; before attempts are told apart, or it would pass for the newest."""
    barred = each.fate == LEFT_OUT or each.file == named or not is_ours(each.file)
    return each if barred else replace(each, fate=LEFT_OUT)


def _folder_of(path: Path, *, named: bool) -> tuple[Member, ...] | None:
    """The files in a zip that stands for a folder of submissions; ``None`` for any other file."""
    if path.suffix.casefold() != _ZIP or not path.is_file() or not begins_like_zip(path):
        return None
    try:
        members = members_of(path)
    except GraderError:
        if named:
            raise
        return None
    if is_document(members):
        return None
    if named and members and all(member.encrypted for member in members):
        raise GraderError("G140", path=shown(str(path)), reason="zip-password")
    return members if named or any(is_moodle(part) for each in members for part in parts_of(each.name)) else None


def _once(found: Sequence[Found]) -> list[Found]:
    """Each file once, however many ways lead to it; the first stays, but a submission before what is left out.

    A zip that is opened, since it was named, is not handed in besides.
    """
    opened = {each.place for each in found if each.member is not None}
    first: dict[tuple[str, str | None, int], Found] = {}
    for each in sorted(found, key=lambda each: each.fate == LEFT_OUT):
        if each.member is not None or each.place not in opened:
            first.setdefault(each.key, each)
    return list(first.values())


def _unique_names(files: Sequence[Found]) -> list[str]:
    """Unique names: relative ones; where two are alike, after the folder that was named; then with a number."""
    plain = [each.relative for each in files]
    times: dict[str, int] = {}
    for name in plain:
        times[name] = times.get(name, 0) + 1
    taken: set[str] = set()
    copies: dict[str, int] = {}
    unique: list[str] = []
    for name, each in zip(plain, files, strict=True):
        candidate = name if times[name] == 1 else f"{each.root_name}/{name}"
        proposed = candidate
        while proposed in taken or (proposed != name and proposed in times):
            copies[candidate] = copies.get(candidate, 1) + 1
            is_folder = candidate.endswith("/")
            proposed = f"{candidate.removesuffix('/')} ({copies[candidate]})" + "/" * is_folder
        taken.add(proposed)
        unique.append(proposed)
    return unique


def _entries(
    files: Sequence[tuple[str, Found]], pattern: NamePattern | None, roster: Roster | None, *, all_attempts: bool
) -> dict[str, Entry]:
    """What is known of each submission that is graded, in order of name, with the earlier ones of its participant."""
    known: dict[str, Identity] = {}
    groups: dict[tuple[str, ...], list[Attempt]] = {}
    for name, each in files:
        identity = known[name] = identify(each, pattern, roster)
        attempt = Attempt(name, identity.file, each.modified, identity.attempt, each.fate is None)
        key = None if all_attempts else identity.key
        groups.setdefault(key or ("file", name), []).append(attempt)
    entries: dict[str, Entry] = {}
    for group in groups.values():
        newest, *earlier = newest_first(group)
        identity = known[newest.name]
        names = tuple(each.name for each in earlier)
        entries[newest.name] = Entry(newest.name, identity.participant, identity.upload, names)
    return dict(sorted(entries.items()))
