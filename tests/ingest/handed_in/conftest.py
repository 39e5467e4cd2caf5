"""Folders and zips as participants and Moodle leave them."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.ingest.handed_in.collecting import collect


@pytest.fixture(scope="session")
def put() -> Callable[..., None]:
    """Puts files of these names into a folder."""

    def put(folder: Path, *names: str) -> None:
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("isi", encoding="utf-8")

    return put


@pytest.fixture(scope="session")
def put_zip() -> Callable[..., Path]:
    """Makes a zip of members of these names, and of ``files`` with their content."""

    def put_zip(path: Path, *names: str, files: Mapping[str, bytes] | None = None) -> Path:
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as target:
            warnings.simplefilter("ignore")  # of names that occur twice
            for name, data in [*((name, b"isi") for name in names), *(files or {}).items()]:
                target.writestr(zipfile.ZipInfo(name), data)
        return path

    return put_zip


@pytest.fixture(scope="session")
def names() -> Callable[..., list[str]]:
    """The names of the submissions that are found in what is named."""
    return lambda *paths: [submission.name for submission in collect(paths).submissions]


@pytest.fixture(scope="session")
def code() -> Callable[..., str]:
    """The code of the error that collecting ends with."""

    def code(*paths: Path) -> str:
        with pytest.raises(GraderError) as error:
            collect(paths)
        return error.value.code

    return code
