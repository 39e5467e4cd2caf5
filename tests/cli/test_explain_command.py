"""``grader explain``: every code, with a sentence, a next step, and what it does to the run."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from grader.cli.explain import explain, page
from grader.cli.speaking import LazyGroup
from grader.error_texts import CATALOGUE
from grader.wording.catalogue import VOICES
from grader.wording.explain import blank_sentence

PROGRAM = LazyGroup("grader", lazy={"explain": "grader.cli.explain:explain"}, help="cli.help")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(PROGRAM, ["explain", *arguments], env={"GRADER_LANG": "en", "COLUMNS": "300"})


def test_all_codes_are_listed_with_what_they_mean() -> None:
    result = run()
    assert result.exit_code == 0
    lines = [line.split(maxsplit=1) for line in result.stdout.splitlines()[1:]]
    assert [line[0] for line in lines] == sorted(CATALOGUE)
    told = {code: meaning.strip() for code, meaning in lines}
    assert told["G201"] == "There is no rubric “…”."
    assert told["G104"] == "The file is empty (0 bytes)."


@pytest.mark.parametrize("lang", VOICES)
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_a_sentence_a_next_step_and_what_follows(code: str, lang: str) -> None:
    voice = VOICES[lang]
    first, second, *_, blank, last = page(voice, code)
    assert first == f"{code}  {blank_sentence(voice, f'error.{code}')}"
    assert second == f"→ {blank_sentence(voice, f'error.{code}.hint')}"
    assert blank == ""
    assert last.endswith(".")
    assert "{" not in first + second + last


def test_a_code_may_be_typed_in_small_letters_and_shows_what_depends_on_the_kind() -> None:
    result = run("g105")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("G105  ")
    assert any(line.startswith("→ a picture (JPEG): ") for line in lines)
    assert "exit code 3" in lines[-1]


@pytest.mark.parametrize(
    ("code", "about"),
    [
        ("G101", "one submission"),
        ("G121", "table of labels"),
        ("G203", "a rubric"),
        ("G301", "options"),
        ("G901", "defect"),
    ],
)
def test_what_follows_goes_by_the_subject(code: str, about: str) -> None:
    assert about in list(page(VOICES["en"], code))[-1]


def test_an_unknown_code_is_told_with_near_ones() -> None:
    result = run("G1O3")
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first == "G330  There is no error code “G1O3”."
    assert "G103" in second


def test_what_is_no_code_at_all_is_told_the_hundreds() -> None:
    assert "G1xx, G2xx, G3xx, and G9xx" in run("zzzzzzzz").stderr


def test_the_command_is_called_as_it_is_told() -> None:
    assert explain.name == "explain"
