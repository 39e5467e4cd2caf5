"""The command line's manners: language, help, wrong use, how it ends, and what it does not import."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from grader.cli import common
from grader.cli.common import explained, out, show_problem
from grader.cli.main import COMMANDS, main
from grader.cli.speaking import first_sentence
from grader.errors import GraderError, Problem
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice

EN, ID = VOICES["en"], VOICES["id"]


def run(*arguments: str, **env: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env={"GRADER_LANG": "", **env})


def commands(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """All commands with the way to them."""
    found = [path]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += commands(inner, (*path, name))
    return found


EVERY = commands(main)
NO_COMMANDS = {"cli.help.example", "cli.rules.setting.file-name.example"}  # a word of the help, a setting


def test_all_commands_are_registered() -> None:
    assert [path[0] for path in EVERY if len(path) == 1] == [
        *("grade", "moderate", "check", "evaluate", "train", "rubric", "rules"),
        *("schema", "explain", "doctor", "completion"),
    ]
    assert [path[1] for path in EVERY if len(path) == 2] == ["list", "show", "check", "test", "new", "schema"]


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize(("lang", "example", "usage"), [("id", "Contoh:", "Pemakaian:"), ("en", "Example:", "Usage:")])
def test_every_help_is_in_the_language_asked_for_and_has_an_example(
    path: tuple[str, ...], lang: str, example: str, usage: str
) -> None:
    result = run(*path, "--help", "--lang", lang)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{usage} {' '.join(('grader', *path))} ")
    assert f"\n{example}\n  grader " in result.stdout
    assert "cli." not in result.stdout  # no key is left without its sentence


@pytest.mark.parametrize("voice", [EN, ID], ids=["en", "id"])
def test_every_example_can_be_parsed(voice: Voice) -> None:
    keys = [key for key in voice.sentences if key.endswith(".example") and key not in NO_COMMANDS]
    assert len(keys) == len(EVERY)
    for line in "\n".join(map(voice.say, keys)).splitlines():
        program, *words = shlex.split(line.partition(" > ")[0])
        assert program == "grader"
        if words[0] == "--lang":
            words = words[2:]
        command: click.Command | None = main
        while isinstance(command, click.Group):
            command = command.get_command(click.Context(command), words.pop(0))
        assert command is not None, line
        command.make_context(command.name, words)  # a wrong option or argument raises


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "rubric", "list", "--help"),
        ("--lang=en", "rubric", "list", "--help"),
        ("rubric", "--lang", "EN", "list", "--help"),
        ("rubric", "list", "--help", "--lang", "en"),
        ("rubric", "list", "--lang=en", "--help"),
    ],
)
def test_the_language_may_be_told_before_and_after_the_command(arguments: tuple[str, ...]) -> None:
    assert "List the rubrics" in run(*arguments).stdout


def test_the_language_may_come_from_the_environment_and_the_option_wins() -> None:
    assert "Usage:" in run("--help", GRADER_LANG="en").stdout
    assert "Pemakaian:" in run("--help", GRADER_LANG="xx").stdout
    assert "Pemakaian:" in run("--lang", "id", "--help", GRADER_LANG="en").stdout


def test_what_stands_after_two_hyphens_is_no_option() -> None:
    assert "Tidak ada aturan" in run("rules", "--", "--lang=en").stderr


@pytest.mark.parametrize(
    ("arguments", "told", "helped"),
    [
        (
            ("rubirc",),
            "There is no command “rubirc”. Commands: rubric, grade, moderate, check, evaluate, train, rules, schema, "
            "explain, doctor, and completion.",
            "grader",
        ),
        (
            ("rubric", "lst"),
            "There is no command “lst”. Commands: list, show, check, test, new, and schema.",
            "grader rubric",
        ),
        (("rules", "--lnag", "x"), "There is no option --lnag. Did you mean: --lang?", "grader rules"),
        (("rules", "--zzz"), "There is no option --zzz.", "grader rules"),
        (("rubric", "show"), "NAME|FILE is missing.", "grader rubric show"),
        (("rubric", "show", "a", "b"), "Not expected here: b.", "grader rubric show"),
        (("rules", "--lang", "xx"), "--lang can be: id and en.", "grader rules"),
        (("grade", "x", "--rubric"), "--rubric needs a value.", "grader grade"),
        (("grade", "x"), "--rubric is missing.", "grader grade"),
        (
            ("grade", "x", "--rubric", "y", "--min-score", "z"),
            "--min-score must be a number.",
            "grader grade",
        ),
    ],
)
def test_wrong_use_is_told_with_the_way_to_help(arguments: tuple[str, ...], told: str, helped: str) -> None:
    result = run(*arguments, GRADER_LANG="en")
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first.startswith(told)
    assert second == f"→ Help: {helped} --help"


@pytest.mark.parametrize("path", [(), ("rubric",)])
def test_without_a_command_there_is_help_on_stderr(path: tuple[str, ...]) -> None:
    result = run(*path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Perintah:" in result.stderr


def test_the_version_is_told() -> None:
    from grader import __version__

    assert run("--version").stdout.startswith(f"grader {__version__}\nPython 3.")


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("grader.rubric.library.available", interrupted)
    result = run("rubric", "list", "--lang", "en")
    assert result.exit_code == 130
    assert result.stderr.strip() == "Stopped."


def test_an_error_of_the_user_is_told_without_a_traceback() -> None:
    result = run("rubric", "show", "esai-kolaboratip", "--lang", "en")
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first == "G201  There is no rubric “esai-kolaboratip”."
    assert second.startswith("→ Rubrics that come with grader: esai-kolaboratif, ")


def test_a_rubric_with_problems_shows_each_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("format: 'open\n")
    result = run("rubric", "show", str(path), "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "G203  The rubric has 1 problem(s).",
        f"{path}:1: G202  Not valid YAML: a quotation mark is opened here and never closed.",
        "    format: 'open",
        "    → Check indentation, quotes and colons at this place.",
        "→ Mend the places named, then run `grader rubric check`.",
    ]


@pytest.mark.parametrize("voice", [EN, ID], ids=["en", "id"])
def test_values_that_are_keys_become_words(voice: Voice) -> None:
    values = {"found": "x", "expected": ("rubric.expected.integer", "rubric.expected.list"), "reason": None}
    told, _ = explained(voice, "G213", values)
    assert voice.say("rubric.expected.integer") in told
    assert voice.say("cli.or").join(["", ""]) in told
    assert "rubric." not in told


def test_a_value_of_the_user_that_looks_like_a_key_stays_as_it_is() -> None:
    assert explained(EN, "G211", {"found": "rubric.reason.circle", "allowed": ()})[0] == (
        "Unknown key “rubric.reason.circle”."
    )


@pytest.mark.parametrize("voice", [EN, ID], ids=["en", "id"])
def test_every_reason_and_expectation_can_be_said(voice: Voice) -> None:
    values = dict.fromkeys(
        ("found", "bound", "maximum", "before", "explained", "needed", "count", "limit", "pattern"), "1"
    )
    keys = [key for key in voice.sentences if key.startswith(("rubric.expected.", "rubric.reason.", "rubric.yaml."))]
    assert len(keys) > 50
    for key in keys:
        assert voice.say(key, {**values, "allowed": ("a", "b")})


def test_a_problem_of_a_whole_file_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    show_problem(out(), EN, Problem("G219", {"found": "x"}, "a.yaml"))
    assert capsys.readouterr().out.splitlines()[0] == "a.yaml: G219  “x” stands here twice."


def test_fail_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(click.exceptions.Exit) as caught:
        common.fail(EN, GraderError("G104"))
    assert caught.value.exit_code == 2
    assert capsys.readouterr().err.startswith("G104  ")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing.", "One thing"),
        ("One. Two.", "One"),
        ("One\nline.\n\nMore.", "One line"),
        ("v1.2 of it.", "v1.2 of it"),
    ],
)
def test_the_first_sentence_of_a_help(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_lazy_commands_are_where_they_are_said_to_be() -> None:
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        assert command.name == name


@pytest.mark.parametrize(
    "arguments", [["--help"], ["rubric", "list"], ["rules"], ["grade", "--help"], ["evaluate", "--help"]]
)
def test_what_takes_long_to_import_is_left_alone(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom grader.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "finally:\n    heavy = {'spacy', 'sklearn', 'docx', 'pypdfium2', 'numpy'} & set(sys.modules)\n"
        "    print('heavy:', sorted(heavy), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "heavy: []"


def test_the_module_can_be_run_and_writes_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    env = {"PATH": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "GRADER_LANG": "en"}
    done = subprocess.run(
        [sys.executable, "-m", "grader.cli.main", "rubric", "show", "tidak-ada"],
        capture_output=True,
        env=env,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("G201  There is no rubric “tidak-ada”.")
    assert b"Traceback" not in done.stderr


def test_colours_only_on_a_terminal() -> None:
    assert "\x1b" not in run("rules", "word-count").stdout


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "grader.cli.main", "rubric", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        process.wait()
    assert told == b""
