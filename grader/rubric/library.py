"""Where rubrics live, and how one is found by name."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from grader.errors import GraderError

BANK: Final = "concepts"
"""Name of the folder, beside the rubrics, that holds the bank of concepts."""

_SUFFIXES: Final = (".yaml", ".yml")


def folder() -> Path:
    """The folder of the rubrics that come with grader: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rubrics"
    return inside if inside.is_dir() else package.parent / "rubrics"


def available() -> dict[str, Path]:
    """The rubrics that come with grader, by name, in order of name."""
    return {path.stem: path for path in sorted(folder().glob("*.yaml"))}


def find(name_or_path: str | Path) -> Path:
    """The file of a rubric.

    Args:
        name_or_path: the name of a rubric that comes with grader, or the path of a YAML file. A name wins over a file
            of the same name without suffix.

    Raises:
        GraderError: G201 when there is neither, with the known names, near ones first.
    """
    known = available()
    name = str(name_or_path)
    if isinstance(name_or_path, str) and name in known:
        return known[name]
    path = Path(name_or_path)
    if is_file(path):
        return path
    wanted = path.stem if path.suffix in _SUFFIXES else path.name
    raise GraderError("G201", name=name, known=nearest_first(wanted, known))


def is_file(path: Path) -> bool:
    """Whether there is such a file; a path that cannot even be asked for (too long, a null character) is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """The same for a folder."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def nearest_first(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """All known names, those that resemble ``name`` first, the others in alphabetical order."""
    names = sorted(known)
    close = near(name, names)
    return (*close, *(one for one in names if one not in close))


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known names that resemble ``name``, the nearest first."""
    return tuple(get_close_matches(name, list(known), n=3, cutoff=0.6))
