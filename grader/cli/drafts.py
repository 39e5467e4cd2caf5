"""Drafts of a participant: found, opened while Word has them open, and told apart from what only looks like one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from grader.errors import GraderError

if TYPE_CHECKING:
    from grader.ingest.handed_in.collecting import Submission
    from grader.pipeline import Source
    from grader.records.document import Document

LOCKED: Final = ("G160", "G165")
"""Errors of a draft that may be readable in a moment, without being saved again."""
_SHORTCUTS: Final = (".lnk", ".url", ".webloc", ".desktop", ".gdoc")
_SHORTCUT_STARTS: Final = (
    b"L\0\0\0\x01\x14\x02\0",  # a Windows shortcut: size of its header and its class
    b"book\0\0\0\0mark\0\0\0\0",  # an alias of macOS
)
_HALF_SAVED: Final = ("zip", "xml", "pdf", "no-document")
"""Reasons of G106 that a file has while it is being saved or synchronised."""
_OF_FOLDERS: Final = (".docx", ".pdf", ".txt", ".md")
"""What is taken for a draft in a folder; there, pages and reports of earlier checks lie about too."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to check.

    Attributes:
        name: how it is called on the screen; unique among the drafts named.
        path: where it is; of a file in a zip: where the zip is.
        submission: as it was collected, where it lay in a folder or zip.
    """

    name: str
    path: Path
    submission: Submission | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the user named.

    Attributes:
        drafts: each once, in order of name.
        left_out: files of folders that are no drafts by their names, in order.
    """

    drafts: tuple[Draft, ...]
    left_out: tuple[str, ...] = ()


def find_drafts(paths: Sequence[Path]) -> Drafts:
    """The drafts that the user named: files, and what folders and zips hold; every one, also several of one person.

    Raises:
        GraderError: G101 when there is no such file, G140 when a zip cannot be opened, G164 when a folder or zip holds
            no draft.
    """
    from grader.ingest.handed_in.collecting import collect
    from grader.ingest.names import shown

    try:
        collected = collect(paths, all_attempts=True).submissions
    except GraderError as error:
        if error.code != "G102":
            raise
        raise GraderError("G164", **error.values) from error
    named = {path for path in paths if not path.is_dir()}
    found = []
    left_out = []
    for each in collected:
        if each.path in named and each.member is None:
            found.append(Draft(each.name, each.path))
        elif PurePath(each.member or each.path).suffix.casefold() in _OF_FOLDERS:
            found.append(Draft(each.name, each.path, each))
        else:
            left_out.append(each.name)
    places = [os.path.realpath(draft.path) for draft in found]
    for path in paths:
        if path.is_dir() and not any(PurePath(place).is_relative_to(os.path.realpath(path)) for place in places):
            raise GraderError("G164", path=shown(str(path)))
    return Drafts(tuple(found), tuple(left_out))


def open_in(draft: Draft) -> str | None:
    """The program that has a draft open, told by the file that it keeps beside it; ``None`` when none is seen.

    Word puts ``~$`` in the place of the first two letters of a name (of one letter of a short name, before a very short
    one); LibreOffice adds ``.~lock.`` and ``#``.
    """
    folder, name = draft.path.parent, draft.path.name
    if any(_is_file(folder / f"~${name[cut:]}") for cut in (2, 1, 0)):
        return "Word"
    return "LibreOffice" if _is_file(folder / f".~lock.{name}#") else None


def load_draft(draft: Draft) -> bytes:
    """The bytes that were saved last.

    Raises:
        GraderError: G160 access denied, G165 held by another program, G161 empty, G163 a shortcut, and as
            `grader.ingest.handed_in.collecting.load_submission`.
    """
    from grader.ingest.handed_in.collecting import Submission, load_submission
    from grader.ingest.sharing import IN_USE

    if draft.path.suffix.casefold() in _SHORTCUTS:
        raise GraderError("G163", path=draft.name)
    try:
        data = load_submission(draft.submission or Submission(draft.name, draft.path))
    except GraderError as error:
        reason = error.values.get("reason") if error.code == "G103" else None
        if reason == IN_USE or (reason == "permission" and open_in(draft) is not None):
            raise GraderError("G165", path=draft.name) from error
        if reason == "permission":
            raise GraderError("G160", path=draft.name) from error
        raise
    if not data:
        raise GraderError("G161", path=draft.name)
    if data.startswith(_SHORTCUT_STARTS):
        raise GraderError("G163", path=draft.name)
    return data


def read_draft(data: bytes, name: str) -> Document:
    """The draft as a document; what is wrong with it is told to the one who writes it.

    Raises:
        GraderError: G162 damaged or half saved, G163 a link to a document elsewhere, and as
            `grader.ingest.reading.read_bytes`.
    """
    from grader.ingest.reading import read_bytes

    try:
        return read_bytes(data, name)
    except GraderError as error:
        if error.code == "G106" and error.values.get("reason") in _HALF_SAVED:
            raise GraderError("G162", path=name) from error
        if error.code == "G105" and error.values.get("kind") == "link":
            raise GraderError("G163", path=name) from error
        raise


def sources(drafts: Sequence[Draft]) -> Iterator[Source]:
    """The drafts for `grader.pipeline.grade`."""
    from functools import partial

    from grader.pipeline import Source

    for draft in drafts:
        yield Source(draft.name, partial(load_draft, draft), partial(read_draft, name=draft.name))


def _is_file(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
