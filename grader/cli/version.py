"""What ``grader --version`` tells: the program, Python, and the libraries that marks and reading depend on."""

from __future__ import annotations

import platform
from typing import Final

from grader import __version__

LIBRARIES: Final = ("spaCy", "scikit-learn", "python-docx", "pypdfium2")
"""Names of distributions, as their authors write them."""


def version_lines() -> tuple[str, ...]:
    """A line for the program, which comes first, for Python, and for each library; ``–`` for one that is missing.

    The versions come from what the installer has written down: nothing is imported, which would take seconds.
    """
    python = f"Python {platform.python_version()} ({platform.python_implementation()}, {platform.system()})"
    return (f"grader {__version__}", python, *(f"{name} {version_of(name) or '–'}" for name in LIBRARIES))


def version_of(distribution: str) -> str | None:
    """The version of an installed distribution, ``None`` when there is none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
