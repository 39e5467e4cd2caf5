"""`--format` and `--output` together: what contradicts itself, what goes where, and what a build ends with."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from rich.console import Console

from grader.cli.common import Exit
from grader.cli.formats import FormatChoice, choose, emit, ending, format_options, prepare, refuse_watching, relative
from grader.errors import GraderError
from grader.records.assessment import Cohort
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

TOLD = {
    "participant.notice.hidden-text": "Ada {words} kata yang tidak terlihat.",
    "participant.notice.tracked-changes": "Ada perubahan terlacak.",
}


@pytest.fixture(scope="module")
def view(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    return cohort_view(cohort, rubric, provenance, Voice(voice.code, {**voice.sentences, **TOLD}))


def code_of(formats: list[str], outputs: list[str]) -> str:
    with pytest.raises(GraderError) as caught:
        choose(formats, outputs)
    return caught.value.code


def test_text_goes_to_the_screen_unless_another_format_is_asked_for() -> None:
    assert choose([], []) == FormatChoice("text", ())
    assert choose(["sarif"], ["junit=a.xml", "text=b.txt"]) == FormatChoice(
        "sarif", (("junit", Path("a.xml")), ("text", Path("b.txt")))
    )
    assert choose(["line", "line"], []).stdout == "line"


@pytest.mark.parametrize(
    ("formats", "outputs", "code"),
    [
        (["pdf"], [], "G320"),
        ([], ["pdf=a.pdf"], "G320"),
        (["text", "json"], [], "G321"),
        ([], ["sarif"], "G322"),
        ([], ["sarif="], "G322"),
        ([], ["=a"], "G322"),
        ([], ["sarif=-"], "G322"),
        ([], ["sarif=a\0b"], "G322"),
        ([], ["sarif=a.json", "json=./a.json"], "G323"),
    ],
)
def test_what_contradicts_itself_is_refused(formats: list[str], outputs: list[str], code: str) -> None:
    assert code_of(formats, outputs) == code


def test_a_file_may_have_an_equals_sign_in_its_name() -> None:
    assert choose([], ["json=a=b.json"]).files == (("json", Path("a=b.json")),)


def test_all_may_be_asked_for_at_once_and_exit_zero_with_fail_on() -> None:
    choice = choose([], [], fail_on="warning", min_score=70.0, exit_zero=True)
    assert (choice.fail_on, choice.min_score, choice.exit_zero) == ("warning", 70.0, True)


@pytest.mark.parametrize("mark", [-0.01, 100.01, float("nan"), float("inf")])
def test_a_mark_that_the_scale_does_not_have_is_refused(mark: float) -> None:
    with pytest.raises(GraderError) as caught:
        prepare(FormatChoice(min_score=mark), 100)
    assert caught.value.code == "G324"


@pytest.mark.parametrize(
    ("mark", "scales"),
    [(0.0, [4.0, 70.0, 100.0]), (70.0, [70.0, 100.0]), (70.01, [100.0]), (100.0, [100.0]), (None, [4.0, 70.0, 100.0])],
)
def test_a_mark_may_be_asked_for_on_the_scales_that_have_it(mark: float | None, scales: list[float]) -> None:
    def taken(maximum: float) -> bool:
        try:
            prepare(FormatChoice(min_score=mark), maximum)
        except GraderError:
            return False
        return True

    assert [maximum for maximum in (4.0, 70.0, 100.0) if taken(maximum)] == scales


def test_a_draft_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    draft = tmp_path / "draf.docx"
    draft.write_bytes(b"x")
    with pytest.raises(GraderError) as caught:
        prepare(FormatChoice(files=(("json", Path("./sub/../draf.docx")),)), 100, [draft])
    assert caught.value.code == "G325"
    prepare(FormatChoice(files=(("json", Path("draf.json")),)), 100, [draft])


def test_an_output_that_is_a_folder_is_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught:
        prepare(FormatChoice(files=(("json", tmp_path),)), 100)
    assert caught.value.code == "G301"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="this system has no such devices")
def test_a_device_is_not_replaced_by_a_file() -> None:
    with pytest.raises(GraderError) as caught:
        prepare(FormatChoice(files=(("json", Path("/dev/null")),)), 100)
    assert caught.value.code == "G301"


@pytest.mark.parametrize("code", list(Exit))
def test_exit_zero_reports_only_but_hides_no_failure_to_work(code: Exit) -> None:
    assert ending(code, FormatChoice()) is code
    lenient = ending(code, FormatChoice(exit_zero=True))
    assert lenient is (Exit.DONE if code in (Exit.BELOW, Exit.PARTLY) else code)


def show(view: CohortView, console: Console) -> None:
    for each in view.results:
        console.print(each.file)


def as_json(view: CohortView) -> bytes:
    return b'{"drafts": %d}\n' % len(view.rows)


def test_several_formats_are_written_at_once(
    view: CohortView, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("text", "json", "junit", "sarif", "github", "line")
    choice = choose(["github"], [f"{name}=out/{name}" for name in names])
    paths = {"02-sedang.docx": tmp_path / "tugas" / "02-sedang.docx"}
    written = emit(view, choice, Console(), paths=paths, text=show, json=as_json)
    assert written == tuple(Path("out") / name for name in names)
    screen = capsysbinary.readouterr().out
    assert screen == Path("out/github").read_bytes()
    assert b"::error file=tugas/02-sedang.docx,line=1,title=word-count::" in screen
    assert json.loads(Path("out/json").read_bytes()) == {"drafts": 7}
    assert json.loads(Path("out/sarif").read_bytes())["version"] == "2.1.0"
    assert ET.fromstring(Path("out/junit").read_bytes()).tag == "testsuites"
    assert Path("out/text").read_text(encoding="utf-8").splitlines() == [each.file for each in view.results]
    assert b"\x1b" not in Path("out/text").read_bytes()


def test_text_for_people_goes_to_the_console(view: CohortView, capsys: pytest.CaptureFixture[str]) -> None:
    assert emit(view, FormatChoice(), Console(width=80), paths={}, text=show, json=as_json) == ()
    assert "02-sedang.docx" in capsys.readouterr().out.splitlines()


def test_files_are_named_from_where_the_program_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert relative(Path("a/../b c.docx")) == "b c.docx"
    assert relative(tmp_path / "here" / "x" / "y.pdf") == "x/y.pdf"
    assert relative(Path("../z.pdf")) == (Path(os.path.realpath(tmp_path)) / "z.pdf").as_posix()


def test_a_command_gets_its_choice() -> None:
    got: list[FormatChoice] = []

    @click.command()
    @click.argument("draft")
    @format_options
    def command(draft: str, choice: FormatChoice) -> None:
        assert draft == "a.docx"
        got.append(choice)

    arguments = ["a.docx", "--format", "line", "--output", "junit=a.xml", "--fail-on", "error", "--min-score", "70"]
    result = CliRunner().invoke(command, [*arguments, "--exit-zero"])
    assert result.exit_code == 0
    assert got == [FormatChoice("line", (("junit", Path("a.xml")),), "error", 70.0, exit_zero=True)]


@pytest.mark.parametrize("mark", ["nan", "inf", "-inf", "1e999", "banyak"])
def test_a_mark_that_is_no_number_is_a_wrong_use(mark: str) -> None:
    @click.command()
    @format_options
    def command(choice: FormatChoice) -> None:
        raise AssertionError(choice)

    result = CliRunner().invoke(command, ["--min-score", mark])
    assert (result.exit_code, "--min-score" in result.stderr) == (2, True)


@pytest.mark.parametrize("choice", [FormatChoice("line"), FormatChoice(files=(("junit", Path("a.xml")),))])
def test_watching_goes_with_no_format(choice: FormatChoice) -> None:
    with pytest.raises(GraderError) as caught:
        refuse_watching(choice)
    assert caught.value.code == "G326"
    refuse_watching(FormatChoice())
