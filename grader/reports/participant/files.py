"""Names of the files that participants get: safe on every system, unique, and recognisable beside their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from grader.reports.names import Names

LONGEST: Final = 120
"""Characters of a stem; with the ending it fits into every file system, also as UTF-8 and below a deep folder."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f\ud800-\udfff\ufffd]')
_DEVICES: Final = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_BYTES: Final = 200


def file_names(files: Iterable[str], ending: str | Iterable[str], names: Names) -> tuple[str, ...]:
    """A name for the feedback on each file: its own stem, `` - umpan balik``, the ending.

    Names are unique whatever a file system makes of upper and lower case, hold nothing that Windows forbids, begin with
    neither ``.`` nor ``~`` (Moodle passes over such files) nor ``-``, and end in no dot or blank.

    Args:
        files: names of the submissions, with folders or without; safe to show.
        ending: with its dot; one for all, or one for each.
        names: for the words in between.
    """
    listed = list(files)
    endings = [ending] * len(listed) if isinstance(ending, str) else list(ending)
    made: list[str] = []
    taken: set[str] = set()
    for file, end in zip(listed, endings, strict=True):
        stem = safe_stem(file)
        tail = f" - {names.voice.say('participant.file')}"
        name, copy = f"{stem}{tail}{end}", 2
        while name.casefold() in taken:
            name, copy = f"{stem}{tail} ({copy}){end}", copy + 1
        taken.add(name.casefold())
        made.append(name)
    return tuple(made)


def safe_stem(file: str) -> str:
    """A file's name without folder and ending, as a file may be called on every system."""
    stem = PurePosixPath(file.replace("\\", "/")).name
    stem = stem.rpartition(".")[0] or stem
    stem = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", stem))
    stem = "".join("_" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in stem)
    stem = stem.strip(" .").lstrip("~-").strip(" .")[:LONGEST]
    while len(stem.encode("utf-8")) > _BYTES:
        stem = stem[:-1]
    stem = stem.rstrip(" .")
    return f"_{stem}" if not stem or _DEVICES.match(stem) else stem
