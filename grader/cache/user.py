"""The user's own store: where it is, and which program's parcels it takes."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from grader.cache.folder import FolderStore
from grader.records.store import Store

VARIABLE: Final = "GRADER_CACHE_DIR"
"""Names another folder; ``off``, or nothing at all, for none."""
MAKERS: Final = ("languages", "scoring", "integrity", "rubric", "records")
"""The rooms whose code makes what is kept: any change in them makes all that was kept void."""
LIBRARIES: Final = ("spacy", "pystemmer", "snowballstemmer", "numpy", "scipy", "scikit-learn", "pydantic")
"""And so does another version of these."""


def user_store() -> Store | None:
    """The store in the user's cache folder; ``None`` when the user wants none."""
    named = os.environ.get(VARIABLE)
    if named is None:
        from platformdirs import user_cache_path

        return FolderStore(user_cache_path("grader", appauthor=False), program())
    if named.strip().lower() in ("", "off"):
        return None
    try:
        folder = Path(named).expanduser()
    except RuntimeError:  # the home of a user who does not exist
        return None
    return FolderStore(folder, program())


def program() -> str:
    """What tells this program from every other version of it, with its Python and libraries: all make what is kept."""
    found = hashlib.sha256(sys.version.encode())
    for library in LIBRARIES:
        with suppress(PackageNotFoundError):
            found.update(f"{library} {version(library)}\0".encode())
    for room in MAKERS:
        for module in sorted(resources.files(f"grader.{room}").iterdir(), key=lambda each: each.name):
            if module.name.endswith(".py"):
                found.update(module.name.encode() + b"\0" + module.read_bytes())
    return found.hexdigest()
