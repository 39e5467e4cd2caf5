"""Where the user's store is, and that it changes no result."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import grader
from grader.cache.user import VARIABLE, user_store
from grader.records.assessment import Assessment

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "esai-kolaboratif"
ESSAY = min(SAMPLES.glob("*.docx"))
KINDS = {"phrases", "spacy-rules", "spellings", "subject", "vectors"}
CHECK = f"""
import sys
import grader
from pathlib import Path
plan = grader.bind(grader.load_rubric("esai-kolaboratif"), grader.language("id"))
grader.assess(grader.read(Path({str(ESSAY)!r})), plan)
print(*sorted(name for name in ("spacy", "thinc", "sklearn", "scipy.stats", "docx", "pypdfium2", "jinja2", "xlsxwriter",
    "filetype", "rich") if name in sys.modules))
"""


def assessed() -> bytes:
    plan = grader.bind(grader.load_rubric("esai-kolaboratif"), grader.language("id"))
    return TypeAdapter(Assessment).dump_json(grader.assess(grader.read(ESSAY), plan))


@pytest.fixture(scope="module")
def without() -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "off")
        return assessed()


@pytest.mark.parametrize("value", ["off", "OFF", "", "  "])
def test_the_user_may_want_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(VARIABLE, value)
    assert user_store() is None


def test_without_a_word_it_is_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, appauthor: tmp_path / name / str(appauthor))
    store = user_store()
    assert store is not None
    assert vars(store)["_folder"] == tmp_path / "grader" / "False"


def test_the_home_of_nobody_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "~no-such-user-anywhere/cache")
    assert user_store() is None


def test_a_folder_that_cannot_be_costs_only_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: bytes
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file" / "cache"))
    assert assessed() == without


def test_cold_warm_and_no_cache_give_the_same_bits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: bytes
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert assessed() == without
    files = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert {path.name.rsplit("-", 1)[0] for path in files} == KINDS
    assert assessed() == without
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == files


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_damaged_cache_gives_the_same_bits_and_is_mended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, without: bytes, kind: str
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assessed()
    (path,) = tmp_path.glob(f"{kind}-*")
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2] + b"?" + good[len(good) // 2 + 1 :])
    assert path.read_bytes() != good
    assert assessed() == without
    assert path.read_bytes() == good


def test_a_check_with_a_warm_cache_loads_no_library_that_it_can_do_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    first, second = (
        subprocess.run([sys.executable, "-c", CHECK], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(2)
    )
    assert "spacy" in first
    assert "sklearn" not in first
    assert second == []
