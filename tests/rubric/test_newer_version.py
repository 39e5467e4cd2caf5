"""A rubric from a newer version: said at once, with what is not known here, and nothing that would mislead."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader import load_rubric
from grader.cli.main import main
from grader.errors import RubricError
from grader.rubric.starter import starter


def check(*names: str) -> Result:
    return CliRunner().invoke(main, ["rubric", "check", *names], env={"GRADER_LANG": "en", "COLUMNS": "200"})


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The starter as a later version might have it: with a key, a rule and a severity that are not known here."""
    text = (
        starter()
        .replace("format: grader.rubric/1", "format: grader.rubric/2\nmoderators: two")
        .replace("rule: word-count", "rule: reading-ease")
        .replace("severity: warning", "severity: notice")
        .replace("weight: 60", "weight: 61")  # wrong by our rules; by those of the later version, who knows
    )
    path = tmp_path / "later.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_is_said_with_everything_that_is_not_known_here_and_nothing_else(later: Path) -> None:
    lines = later.read_text(encoding="utf-8").splitlines()

    def at(text: str) -> int:
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    with pytest.raises(RubricError) as caught:
        load_rubric(later)
    told = [(each.code, each.line, each.values["found"]) for each in caught.value.problems]
    assert told == [
        ("G221", at("format:"), "grader.rubric/2"),
        ("G211", at("moderators:"), "moderators"),
        ("G214", at("reading-ease"), "reading-ease"),
        ("G213", at("severity: notice"), "notice"),
    ]


def test_the_command_says_so_in_words(later: Path) -> None:
    result = check(str(later))
    assert result.exit_code == 2
    assert (
        "G221  “grader.rubric/2” comes from a newer version of grader; this one reads grader.rubric/1." in result.stdout
    )


def test_a_version_that_never_was_is_only_a_wrong_value(tmp_path: Path) -> None:
    path = tmp_path / "zero.yaml"
    path.write_text(starter().replace("grader.rubric/1", "grader.rubric/0"), encoding="utf-8")
    with pytest.raises(RubricError) as caught:
        load_rubric(path)
    assert [each.code for each in caught.value.problems] == ["G213"]


def test_concepts_of_a_newer_version_are_told_too(tmp_path: Path) -> None:
    bank = tmp_path / "concepts.yaml"
    bank.write_text("format: grader.concepts/3\ntheme: {id: A, en: A}\nconcepts: {}\ntopics: []\n", encoding="utf-8")
    result = check(str(bank))
    assert result.exit_code == 2
    told = [line.split()[1] for line in result.stdout.splitlines() if line.startswith(str(bank))]
    assert told == ["G221", "G211"]


def test_a_rubric_on_concepts_of_a_newer_version_tells_of_them_alone(tmp_path: Path) -> None:
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "a.yaml").write_text("format: grader.concepts/2\nconcepts: {}\n", encoding="utf-8")
    rubric = tmp_path / "mine.yaml"
    rubric.write_text(starter().replace("\nid: ", "\nbank: bank\nid: ", 1), encoding="utf-8")
    with pytest.raises(RubricError) as caught:
        load_rubric(rubric)
    assert [each.code for each in caught.value.problems] == ["G221"]


def test_several_are_checked_and_counted(tmp_path: Path, later: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text(starter(), encoding="utf-8")
    result = check("--all", str(good), str(later))
    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.stdout.splitlines() if ": sound (" in line] == [
        "esai-kolaboratif", "jurnal-wog", "rangkuman-wog", "semua-konsep", str(good),
    ]  # fmt: skip
    assert result.stderr.splitlines()[-1] == "5 of 6 are sound."
    assert check(str(good)).stderr == ""
