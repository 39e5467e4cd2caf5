"""Names of files as they can be shown: on a terminal, in a table, in a web page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

LONGEST_NAME: Final = 300
"""Characters of a name from a zip, folders included; systems allow 255 for a single one, a zip 65,535 in all."""

_DRIVE: Final = re.compile(r"[A-Za-z]:\Z")
_NUMBER: Final = re.compile(r"([0-9]+)")
_LONGEST_ENDING: Final = 12


def shown(name: str) -> str:
    """A file's name or path, with ``/``, in NFC, without characters that harm a terminal or a writer.

    Control characters, direction marks and bytes that are no UTF-8 (surrogates) become ``_``: the name stays as long
    as it was, and two files do not easily become one.
    """
    return harmless(name.replace("\\", "/"))


def harmless(text: str) -> str:
    """Any text in NFC, with ``_`` for the characters that `shown` replaces."""
    text = unicodedata.normalize("NFC", text)
    return "".join("_" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def parts_of(name: str) -> tuple[str, ...]:
    """The folders and the file that a name from a zip tells, as they came.

    What would make a path of it is no part: drive letters, roots, ``.`` and ``..``.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip() not in ("", ".", "..")]
    return (*(part for part in parts[:-1] if not _DRIVE.match(part)), *parts[-1:])


def joined(parts: Sequence[str]) -> str:
    """Parts as one relative name that can be shown, never empty, at most `LONGEST_NAME` long, with its ending."""
    name = shown("/".join(piece for part in parts for piece in parts_of(part))) or "_"
    if len(name) <= LONGEST_NAME:
        return name
    ending = PurePosixPath(name).suffix
    ending = ending if len(ending) <= _LONGEST_ENDING else ""
    return f"{name[: LONGEST_NAME - len(ending) - 1]}…{ending}"


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key to sort names by as people do: ``esai 2`` before ``esai 10``, capitals like small letters."""
    pieces = _NUMBER.split(name.casefold())
    return tuple((0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece)
