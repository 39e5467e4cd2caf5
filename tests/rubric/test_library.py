"""Finding rubrics by name and by path."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.rubric import library


@pytest.fixture
def rubrics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three rubrics in place of the one that comes with grader."""
    folder = tmp_path / "rubrics"
    (folder / "concepts").mkdir(parents=True)
    for name in ("b-two.yaml", "a-one.yaml", "other.yaml", "readme.md", "concepts/theme.yaml"):
        (folder / name).write_text("x: 1\n")
    monkeypatch.setattr(library, "folder", lambda: folder)
    return folder


def test_rubrics_are_listed_by_name_without_concept_files(rubrics: Path) -> None:
    assert list(library.available().items()) == [
        ("a-one", rubrics / "a-one.yaml"),
        ("b-two", rubrics / "b-two.yaml"),
        ("other", rubrics / "other.yaml"),
    ]


def test_a_rubric_is_found_by_name_and_by_path(rubrics: Path, tmp_path: Path) -> None:
    assert library.find("a-one") == rubrics / "a-one.yaml"
    mine = tmp_path / "mine.yaml"
    mine.write_text("x: 1\n")
    assert library.find(str(mine)) == mine
    assert library.find(mine) == mine


def test_a_name_wins_over_a_file_of_that_name(rubrics: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-one").write_text("x: 1\n")
    assert library.find("a-one") == rubrics / "a-one.yaml"
    assert library.find(Path("a-one")) == Path("a-one")


@pytest.mark.parametrize("name", ["b-tow", "b-tow.yaml", "folder/b-tow.yml"])
def test_an_unknown_name_is_told_with_near_ones_first(rubrics: Path, name: str) -> None:
    with pytest.raises(GraderError) as caught:
        library.find(name)
    assert caught.value.code == "G201"
    assert caught.value.values == {"name": name, "known": ("b-two", "a-one", "other")}


def test_the_rubrics_of_this_project_are_found() -> None:
    assert library.folder().name in ("rubrics", "_rubrics")
    assert (library.folder() / library.BANK).is_dir()
