"""What is told by --version."""

from __future__ import annotations

import platform
import subprocess
import sys
from importlib import metadata

import pytest

import grader
from grader.cli.version import LIBRARIES, version_lines, version_of


def test_the_program_comes_first_then_python_then_the_libraries() -> None:
    first, python, *others = version_lines()
    assert first == f"grader {grader.__version__}"
    assert python.startswith(f"Python {platform.python_version()} (")
    assert others == [f"{name} {metadata.version(name)}" for name in LIBRARIES]


def test_what_matters_is_told() -> None:
    assert set(LIBRARIES) == {"spaCy", "scikit-learn", "python-docx", "pypdfium2"}


def test_a_library_that_is_missing_is_told_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", absent)
    assert version_of("spaCy") is None
    assert version_lines()[2:] == tuple(f"{name} –" for name in LIBRARIES)


def test_no_library_is_imported_for_it() -> None:
    code = (
        "import sys\nfrom grader.cli.version import version_lines\nversion_lines()\n"
        "print(sorted({'spacy', 'sklearn', 'docx', 'pypdfium2', 'numpy', 'lxml'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
