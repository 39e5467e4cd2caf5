"""Names of the files that participants get: safe on every system, unique, and recognisable beside their own."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from grader.reports.names import Names

LONGEST: Final = 120
"""Characters of a stem; with the ending it fits into every file system, also as UTF-8 and below a deep folder."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f\ud800-\udfff\ufffd]')
_DEVICES: Final = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
_BYTES: Final = 200


class FileNames:
    """Gives each submission's feedback a name: the submission's own stem, `` - umpan balik``, an ending.

    Names are unique whatever a file system makes of upper and lower case, hold nothing that Windows forbids, begin with
    neither ``.`` nor ``~`` (Moodle passes over such files) nor ``-``, and end in no dot or blank.

    Args:
        names: for the words in between.
    """

    def __init__(self, names: Names) -> None:
        self._tail = f" - {names.voice.say('participant.file')}"
        self._taken: set[str] = set()

    def of(self, file: str, ending: str) -> str:
        """The name for the feedback on a file.

        Args:
            file: name of the submission, with folders or without.
            ending: with its dot.
        """
        stem = safe_stem(file) + self._tail
        name, copy = stem, 2
        while name.casefold() in self._taken:  # whatever the ending: two that differ only in it are easily mixed up
            name, copy = f"{stem} ({copy})", copy + 1
        self._taken.add(name.casefold())
        return name + ending


def safe_stem(file: str) -> str:
    """A file's name without folder and ending, as a file may be called on every system."""
    stem = PurePosixPath(file.replace("\\", "/")).name
    stem = stem.rpartition(".")[0] or stem
    stem = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", stem))
    stem = "".join(char if char.isprintable() else "_" for char in stem)
    stem = stem.strip(" .").lstrip("~-").strip(" .")[:LONGEST]
    while len(stem.encode("utf-8")) > _BYTES:
        stem = stem[:-1]
    stem = stem.rstrip(" .")
    return f"_{stem}" if not stem or _DEVICES.match(stem) else stem
