"""What tests of commands share: a language that is loaded once, and rubrics of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.records.text import Language
from grader.rubric.starter import starter


@pytest.fixture(scope="module")
def loaded_once(language: Language) -> Iterator[None]:
    """Loading a language takes seconds; the tests of a module that asks for this share one."""
    with pytest.MonkeyPatch.context() as patch:
        for place in ("grader.language", "grader.cli.run.language"):
            patch.setattr(place, lambda code: {language.code: language}[code])
        yield


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    """The rubric that ``grader rubric new`` writes."""
    path = tmp_path / "rubrik.yaml"
    path.write_text(starter(), encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A rubric of one concept and one rule, on the library of a village."""
    return Path(shutil.copy(Path(__file__).parent / "perpustakaan.yaml", tmp_path))


@pytest.fixture(scope="session")
def good() -> str:
    """An essay that shows the concept of ``library`` and keeps its rule."""
    return (
        "Di desa kami, warga yang memegang kartu anggota boleh meminjam buku dan membawanya pulang sampai tenggat dua "
        "minggu. Peminjaman buku dicatat dengan nama, dan buku dikembalikan sebelum tenggat itu lewat."
    )


@pytest.fixture(scope="session")
def short() -> str:
    """One that does neither."""
    return "Kucing saya tidur pulas di atap."
