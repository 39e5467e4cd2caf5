"""Completion, asked as a shell asks: words and position in the environment, the answers on stdout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import get_completion_class
from click.testing import CliRunner, Result

from grader.cli.completion import script
from grader.cli.explain import explain
from grader.cli.main import COMMANDS, main
from grader.cli.offering import SHELLS
from grader.cli.speaking import first_sentence
from grader.error_texts import CATALOGUE
from grader.reports.catalogue import REPORTS
from grader.reports.schemas import NAMES
from grader.rubric.library import available
from grader.rules.catalogue import RULES
from grader.wording.catalogue import VOICES


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env={"GRADER_LANG": "en"})


def answers(*words: str, **env: str) -> list[tuple[str, str, str]]:
    """Kind, value and help of each answer, as zsh is told them; the last word is the one that is being typed."""
    env = {
        "_GRADER_COMPLETE": "zsh_complete",
        "COMP_WORDS": " ".join(["grader", *words]),
        "COMP_CWORD": str(len(words)),
        "GRADER_LANG": "en",
        **env,
    }
    result = CliRunner().invoke(main, env=env)
    assert result.exit_code == 0
    lines = result.stdout.splitlines() if result.stdout.strip() else []
    return list(zip(lines[::3], lines[1::3], lines[2::3], strict=True))


def values(*words: str) -> list[str]:
    return [value for kind, value, _ in answers(*words) if kind == "plain"]


def test_commands_complete_with_the_first_sentence_of_their_help() -> None:
    told = {value: about for _, value, about in answers("")}
    assert list(told) == list(COMMANDS)
    assert told["check"] == first_sentence(VOICES["en"].say("cli.check.help"))
    assert values("ru") == ["rubric", "rules"]


def test_commands_of_a_group_complete() -> None:
    assert set(values("rubric", "")) >= {"list", "show", "check", "new", "schema"}
    assert values("rubric", "sh") == ["show"]


def test_help_is_in_the_language_asked_for() -> None:
    indonesian = {value: about for _, value, about in answers("rubric", "l", GRADER_LANG="id")}
    assert indonesian == {"list": first_sentence(VOICES["id"].say("cli.rubric.list.help"))}
    assert answers("--lang", "id", "rubric", "l") == [("plain", "list", indonesian["list"])]


@pytest.mark.parametrize("path", [("grade",), ("check",), ("evaluate",), ("train",), ("rubric", "schema"), ()])
def test_every_option_completes_and_says_what_it_does(path: tuple[str, ...]) -> None:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), name)
        assert found is not None
        command = found
    context = click.Context(command)
    options = {
        name
        for param in command.get_params(context)
        if isinstance(param, click.Option)
        for name in (*param.opts, *param.secondary_opts)
        if name.startswith("--")
    }
    told = {value: about for _, value, about in answers(*path, "--")}
    assert set(told) == options
    assert {name for name, about in told.items() if about.startswith("cli.") or about == "_"} == set()


@pytest.mark.parametrize(
    "words",
    [
        ("grade", "x", "--rubric"),
        ("check", "x", "--rubric"),
        ("evaluate", "x", "--rubric"),
        ("rubric", "show"),
        ("rubric", "check"),
        ("rubric", "check", "a"),
        ("rubric", "test"),
    ],
)
def test_a_rubric_completes_by_name_or_as_a_file(words: tuple[str, ...]) -> None:
    assert values(*words, "") == list(available())
    assert answers(*words, "esai") == [("file", "esai", "_"), ("plain", "esai-kolaboratif", "_")]


def test_an_option_with_an_equals_sign_completes() -> None:
    assert values("grade", "x", "--rubric=jur") == ["jurnal-wog"]


def test_report_formats_complete() -> None:
    assert sorted(values("grade", "x", "--to", "")) == sorted(REPORTS)
    assert values("grade", "x", "--to", "ht") == ["html"]


def test_choices_complete() -> None:
    assert values("--lang", "") == ["id", "en"]
    assert values("check", "x", "--fail-on", "w") == ["warning"]


def test_every_choice_that_stands_in_a_metavar_completes() -> None:
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command is not None
        for param in command.params:
            parts = (param.metavar or "").split("|")
            if len(parts) > 1 and all(part.islower() for part in parts):
                assert values(name, param.opts[0], "") == parts


def test_rules_complete_with_what_they_look_at() -> None:
    assert sorted(values("rules", "")) == sorted(RULES)
    assert ("plain", "page-size", VOICES["en"].say("cli.rules.about.page-size")) in answers("rules", "p")


def test_codes_complete_in_small_letters_too() -> None:
    assert values("explain", "") == sorted(CATALOGUE)
    assert values("explain", "g10") == sorted(code for code in CATALOGUE if code.startswith("G10"))
    assert ("plain", "G104", VOICES["en"].say("error.G104")) in answers("explain", "G1")


def test_schemas_complete_with_what_they_describe() -> None:
    assert values("schema", "") == list(NAMES)
    assert ("plain", "summary", VOICES["en"].say("cli.schema.summary")) in answers("schema", "s")


def test_what_cannot_be_known_completes_nothing() -> None:
    assert answers("moderate", "x", "--by", "") == []


def test_shells_complete() -> None:
    assert values("completion", "") == list(SHELLS)


def test_what_a_command_says_of_itself_wins() -> None:
    def own(context: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        return ["mine"]

    from grader.cli.offering import offer

    option = click.Option(["--rubric"], metavar="NAME|FILE", shell_complete=own)
    offer(option)
    assert [item.value for item in option.shell_complete(click.Context(explain), "")] == ["mine"]


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_for_each_shell_names_the_program_and_its_variable(shell: str) -> None:
    result = run("completion", shell)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"_GRADER_COMPLETE={shell}_complete" in result.stdout
    assert result.stdout == f"{script(shell, main)}\n"


def test_each_shell_is_one_that_click_can_answer() -> None:
    assert all(get_completion_class(shell) for shell in SHELLS)
    with pytest.raises(ValueError, match="pwsh"):
        script("pwsh", main)


@pytest.mark.parametrize("shell", ["powershell", "pwsh", "cmd"])
def test_another_shell_is_told_what_to_do(shell: str) -> None:
    result = run("completion", shell)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first == f"G331  There is no completion for “{shell}”."
    assert "Git Bash or WSL" in second


def test_a_real_bash_completes_with_the_script(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None or sys.platform == "win32":
        pytest.skip("needs bash")
    source = tmp_path / "grader.bash"
    source.write_text(script("bash", main), encoding="utf-8")
    program = tmp_path / "grader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m grader.cli.main "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    line = (
        f'PATH="{tmp_path}:$PATH"; source "{source}"; COMP_WORDS=(grader rubric show ra); COMP_CWORD=3; '
        "compopt() { :; }; _grader_completion grader; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run([bash, "--norc", "-c", line], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert "rangkuman-wog" in done.stdout.split()
    assert "jurnal-wog" not in done.stdout.split()


@pytest.mark.parametrize(
    "words", ["grader ", "grader grade x --rubric ", "grader grade x --to ", "grader rules ", "grader schema "]
)
def test_what_takes_long_to_import_is_left_alone(words: str) -> None:
    code = (
        "import os, sys\nfrom grader.cli.main import main\n"
        "try:\n    main()\n"
        "finally:\n    heavy = {'spacy', 'sklearn', 'docx', 'pypdfium2', 'numpy', 'xlsxwriter', 'openpyxl', 'jinja2'}\n"
        "    print('heavy:', sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    env = {"_GRADER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" ")), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout
    assert done.stderr.splitlines()[-1] == "heavy: []"
