"""The hooks for pre-commit: what they take, and that their entries run as pre-commit runs them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader.rubric.library import available, folder
from grader.rubric.starter import starter

ROOT = Path(__file__).resolve().parents[2]
RUBRICS, DRAFTS = "grader-rubrics", "grader-drafts"


def hooks() -> dict[str, dict[str, Any]]:
    content: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in content}


def taken(hook: str, path: str) -> bool:
    """Whether pre-commit would hand a file to a hook: it searches, and compares with ``/``."""
    one = hooks()[hook]
    return bool(re.search(one["files"], path)) and not re.search(one["exclude"], path)


def run(hook: str, *files: str | Path, cwd: Path, args: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    """An entry, its arguments and the names of files, as pre-commit puts them together."""
    one = hooks()[hook]
    program, *rest = shlex.split(one["entry"])
    found = shutil.which(program, path=sysconfig.get_path("scripts"))
    if found is None:
        pytest.skip("needs grader installed, with its script")
    words = [found, *rest, *(one["args"] if args is None else args), *map(str, files)]
    return subprocess.run(words, cwd=cwd, check=False, capture_output=True, text=True, encoding="utf-8")


def test_there_are_two_with_what_pre_commit_asks_for() -> None:
    assert list(hooks()) == [RUBRICS, DRAFTS]
    for hook in hooks().values():
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert hook["language"] == "python"
        assert hook["args"][-1] == "--"  # a file called `-x.docx` is no option


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("rubrics/esai.yaml", True),
        ("rubrics/concepts/wog-meaning.yaml", True),
        ("kursus/rubric/a.yml", True),
        ("samples/anti-korupsi/rubric.yaml", True),
        ("rubrik.yaml", True),
        ("tugas/esai-rubrik.yml", True),
        ("samples/anti-korupsi/expected.yaml", False),
        ("rubrics/expected.yaml", False),
        ("rubrics/schema/rubric.schema.json", False),
        (".github/workflows/ci.yml", False),
        ("rubrics/notes.md", False),
        ("rubricks.yaml", False),
    ],
)
def test_which_files_are_taken_for_rubrics(path: str, expected: bool) -> None:
    assert taken(RUBRICS, path) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tugas/draf.docx", True),
        ("draf saya.pdf", True),
        ("tugas/~$draf.docx", False),
        (".draf.docx", False),
        ("draf.docx.bak", False),
        ("README.md", False),
    ],
)
def test_which_files_are_taken_for_drafts(path: str, expected: bool) -> None:
    assert taken(DRAFTS, path) is expected


def test_every_rubric_and_concept_file_that_comes_along_is_taken() -> None:
    paths = [*available().values(), *(folder() / "concepts").glob("*.yaml")]
    assert len(paths) == 10
    assert all(taken(RUBRICS, f"rubrics/{path.relative_to(folder()).as_posix()}") for path in paths)


def test_sound_rubrics_pass_and_others_fail_with_their_lines(tmp_path: Path) -> None:
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "rubrics" / "good.yaml").write_text(starter(), encoding="utf-8")
    (tmp_path / "rubrics" / "bad.yaml").write_text(starter().replace("weight: 60", "weight: 61"), encoding="utf-8")
    assert run(RUBRICS, "rubrics/good.yaml", cwd=tmp_path).returncode == 0
    both = run(RUBRICS, "rubrics/good.yaml", "rubrics/bad.yaml", cwd=tmp_path)
    assert both.returncode != 0
    assert re.search(r"^rubrics/bad\.yaml:\d+: G217 ", both.stdout, re.M)


def test_a_rubric_whose_name_is_an_option_is_still_a_rubric(tmp_path: Path) -> None:
    (tmp_path / "--all").write_text(starter(), encoding="utf-8")
    ended = run(RUBRICS, "--all", cwd=tmp_path)
    assert (ended.returncode, len(ended.stdout.splitlines())) == (0, 1)


DRAFT = "rangkuman-wog/Ratri - Rangkuman WoG.docx"


def test_a_draft_that_keeps_to_its_rubric_passes(tmp_path: Path) -> None:
    shutil.copy(ROOT / "samples" / DRAFT, tmp_path / "-draf.docx")
    ended = run(DRAFTS, "-draf.docx", cwd=tmp_path, args=["--rubric", "rangkuman-wog", "--"])
    assert (ended.returncode, ended.stdout) == (0, "")


def test_a_draft_that_does_not_fails_with_a_line_for_each_fault(tmp_path: Path) -> None:
    (tmp_path / "tugas").mkdir()
    shutil.copy(ROOT / "samples" / DRAFT, tmp_path / "tugas" / "draf.docx")
    ended = run(DRAFTS, "tugas/draf.docx", cwd=tmp_path)  # by the rubric of the long essay
    assert ended.returncode == 1
    lines = ended.stdout.splitlines()
    assert any(re.match(r"tugas/draf\.docx:\d+: error word-count: ", line) for line in lines)
    assert all(re.match(r"tugas/draf\.docx:\d+: (error|warning|suggestion) [a-z-]+: .+", line) for line in lines)
