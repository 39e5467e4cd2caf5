"""``grader check`` with formats for CI: to the screen, into files, and what the build ends with."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli.main import main
from grader.records.text import Language

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "rangkuman-wog" / "Fatolosa Zebua - Rangkuman.txt"


@pytest.fixture(autouse=True)
def loaded_once(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading a language takes seconds; these tests share one."""
    monkeypatch.setattr("grader.cli.check.language", lambda code: {language.code: language}[code])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A draft with too many words (a warning in its rubric), in the folder where the program is started."""
    (tmp_path / "tugas").mkdir()
    shutil.copy(SAMPLE, tmp_path / "tugas" / "draf.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*arguments: str) -> Result:
    words = ["check", "tugas/draf.txt", "--rubric", "rangkuman-wog", *arguments]
    return CliRunner().invoke(main, words, env={"GRADER_LANG": "en", "COLUMNS": "100"})


def test_a_format_goes_to_the_screen_alone(folder: Path) -> None:
    result = check("--format", "line")
    assert result.exit_code == 0
    assert re.fullmatch(r"tugas/draf\.txt:1: warning word-count: Word count: .+ 909 words.+\n", result.stdout)


def test_several_go_into_files_at_once(folder: Path) -> None:
    result = check("--output", "sarif=out/a.sarif", "--output", "junit=out/a.xml", "--output", "json=out/a.json")
    assert result.exit_code == 0
    assert "909" in result.stdout  # the text for people stays on the screen
    run = json.loads((folder / "out" / "a.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert [each["ruleId"] for each in run["results"]] == ["word-count"]
    assert "tugas/draf.txt" in (folder / "out" / "a.xml").read_text(encoding="utf-8")
    assert json.loads((folder / "out" / "a.json").read_text(encoding="utf-8"))["schema"] == "grader.check/1"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fail-on", "error"), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "warning", "--exit-zero"), 0),
        (("--min-score", "100"), 1),
        (("--min-score", "100", "--exit-zero"), 0),
        (("--min-score", "101", "--exit-zero"), 2),
        (("--format", "line", "--format", "json", "--exit-zero"), 2),
        (("--format", "line", "--watch"), 2),
        (("--output", "json=tugas/draf.txt"), 2),
    ],
)
def test_what_the_build_ends_with(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    before = (folder / "tugas" / "draf.txt").read_bytes()
    result = check(*arguments)
    assert result.exit_code == code, result.stderr
    assert (folder / "tugas" / "draf.txt").read_bytes() == before
    if code == 2:
        assert re.match(r"G32[0-9]  ", result.stderr)
        assert result.stdout == ""
