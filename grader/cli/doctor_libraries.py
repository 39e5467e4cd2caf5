"""What ``grader doctor`` looks at in the installation: Python, the libraries asked for, and what may be added."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from grader.cli.doctor_checks import Check, State, tidy
from grader.cli.version import version_of
from grader.errors import Value

if TYPE_CHECKING:
    from packaging.requirements import Requirement

MATTER: Final[Mapping[str, str]] = {
    "spacy": "spacy",
    "scikit-learn": "sklearn.feature_extraction.text",
    "numpy": "numpy",
    "python-docx": "docx",
    "lxml": "lxml.etree",
    "pypdfium2": "pypdfium2",
    "pydantic": "pydantic",
}
"""Libraries with a line of their own, and what is imported to see whether they load: they hold machine code, or are
what reading and grading rest on. The others are counted."""
PATIENCE: Final = 120.0
"""Seconds for an import; slow disks and virus scanners take their time."""


def python() -> Iterator[Check]:
    """The Python that runs, against what the program asks for; and the machine."""
    from importlib.metadata import PackageNotFoundError, metadata

    from packaging.specifiers import SpecifierSet

    found = platform.python_version()
    try:
        asked = metadata("grader")["Requires-Python"] or ""
    except PackageNotFoundError:
        asked = ""
    good = SpecifierSet(asked).contains(found, prereleases=True)
    values: dict[str, Value] = {"found": found, "asked": asked, "kind": platform.python_implementation()}
    yield Check("python", "good" if good else "old", State.WORKS if good else State.PROBLEM, values)
    system = f"{platform.system()} {platform.release()} ({platform.machine()})"
    yield Check("machine", "good", values={"system": system, "cores": os.cpu_count() or 1})


def libraries() -> Iterator[Check]:
    """The libraries that the program asks for: there, of a version that fits, and able to load."""
    asked = {each.name: each for each in requirements() if "extra" not in str(each.marker or "")}
    reasons = unloadable([module for name, module in MATTER.items() if version_of(name)])
    fine = 0
    for name in (*MATTER, *(name for name in asked if name not in MATTER)):
        check = _library(name, asked.get(name), reasons.get(MATTER.get(name, "")))
        if name in MATTER or check.state is not State.WORKS:
            yield check
        else:
            fine += 1
    yield Check("libraries", "good", values={"count": fine})


def requirements() -> list[Requirement]:
    """What the installed program asks for on this platform, and for its extras; nothing where it is not installed."""
    from importlib.metadata import PackageNotFoundError, requires

    from packaging.requirements import Requirement

    try:
        told = requires("grader") or []
    except PackageNotFoundError:
        return []
    found = [Requirement(each) for each in told]
    return [each for each in found if each.marker is None or "extra" in str(each.marker) or each.marker.evaluate()]


def unloadable(modules: Sequence[str]) -> dict[str, str]:
    """The modules that cannot be imported, with the reason.

    Each is tried in a process of its own, all at once: a library that ends the whole process must not end the doctor.
    """
    started = {
        module: subprocess.Popen(  # noqa: S603  # our own Python, and names of modules from above
            [sys.executable, "-c", f"import {module}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        for module in modules
    }
    reasons = {}
    for module, process in started.items():
        try:
            _, told = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            told = "timeout"
        if process.returncode:
            reasons[module] = tidy((told.strip().splitlines() or [f"exit {process.returncode}"])[-1])
    return reasons


def extras() -> Iterator[Check]:
    """The stemmer, and what else may be installed beside the program."""
    fast = find_spec("Stemmer") is not None
    yield Check("stemmer", "c" if fast else "python", State.WORKS if fast else State.ADVICE)
    wanted: dict[str, list[bool]] = {}
    for each in requirements():
        told = str(each.marker or "").partition("extra == ")[2].strip("\"' )")
        if told and told != "fast":
            wanted.setdefault(told, []).append(version_of(each.name) is not None)
    for extra, there in wanted.items():
        yield Check("extra", "present" if all(there) else "absent", values={"extra": extra})


def _library(name: str, asked: Requirement | None, broken: str | None) -> Check:
    found = version_of(name)
    specifier = str(asked.specifier) if asked else ""
    values: dict[str, Value] = {"name": name, "found": found, "asked": specifier or "–", "reason": broken}
    if found is None:
        return Check("library", "missing", State.PROBLEM, values)
    if asked is not None and not asked.specifier.contains(found, prereleases=True):
        return Check("library", "unfit", State.PROBLEM, values)
    if broken is not None:
        return Check("library", "broken", State.PROBLEM, values)
    return Check("library", "good", values=values)
