"""``grader doctor``: what it finds where all is well, and where one thing after the other is not."""

from __future__ import annotations

import ast
import io
import json
import locale
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.cli import doctor as command
from grader.cli import doctor_checks, doctor_libraries
from grader.cli.doctor import as_data, sound
from grader.cli.doctor_checks import Check, State
from grader.cli.speaking import LazyGroup
from grader.ingest.pdf import server
from grader.wording.catalogue import VOICES

PROGRAM = LazyGroup("grader", lazy={"doctor": "grader.cli.doctor:doctor"}, help="cli.help")
EN = VOICES["en"]


def run(*arguments: str, **env: str) -> Result:
    return CliRunner().invoke(PROGRAM, ["doctor", *arguments], env={"GRADER_LANG": "en", **env})


def only(checks: Iterable[Check]) -> Check:
    (check,) = checks
    return check


def named(checks: Iterable[Check], name: str) -> list[Check]:
    return [check for check in checks if check.name == name]


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a cache of its own."""
    monkeypatch.setenv("GRADER_CACHE_DIR", str(tmp_path / "cache"))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def test_where_all_is_well_it_ends_with_0_and_a_line_for_each_thing(away: Path) -> None:
    (away / "Rahasia Peserta.docx").write_bytes(b"x")
    result = run()
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].startswith("grader ")
    assert lines[-1] == "Everything that is needed works."
    assert any(line.startswith("works    spacy 3.") for line in lines)
    assert "works    PDFs are read in a process of their own, with limits of time and memory" in lines
    assert "Rahasia" not in result.output
    assert [path.name for path in away.iterdir()] == ["Rahasia Peserta.docx"]  # nothing was made


def test_json_tells_the_same(away: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_libraries, "unloadable", lambda _: {})
    data: dict[str, Any] = json.loads(run("--json").stdout)
    assert (data["schema"], data["works"]) == ("grader.doctor/1", True)
    assert {row["check"] for row in data["checks"]} >= {
        "python", "machine", "library", "libraries", "stemmer", "pdf", "rubrics", "out", "cache", "letters", "width",
        "language", "fonts",
    }  # fmt: skip
    assert {row["state"] for row in data["checks"]} <= {"works", "advice"}
    assert all(row["message"] for row in data["checks"])


def test_a_folder_that_cannot_be_written_to_ends_with_1_and_what_to_do(
    away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_libraries, "unloadable", lambda _: {})
    (away / "taken").write_bytes(b"")
    result = run("--out", "taken")
    assert result.exit_code == 1
    assert "PROBLEM  Results cannot be written to “taken”" in result.stdout
    assert "         → Choose a folder of your own with --out" in result.stdout
    assert result.stdout.splitlines()[-1] == "Problems to be solved: 1."


def test_a_folder_that_is_not_there_yet_is_judged_by_the_one_it_would_be_made_in(away: Path) -> None:
    out = named(doctor_checks.folders(Path("a/b/c")), "out")
    assert [check.case for check in out] == ["good"]
    assert list(away.iterdir()) == []


def test_a_disk_that_is_nearly_full_is_told(away: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def usage(path: Path) -> Any:
        return shutil._ntuple_diskusage(10**9, 10**9 - 7_000_000, 7_000_000)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    (out,) = named(doctor_checks.folders(Path("x")), "out")
    assert (out.case, out.state, out.values["free"]) == ("full", State.ADVICE, 7)


@pytest.mark.parametrize(("value", "case"), [("off", "off"), ("", "off"), ("fine", "good"), ("file/x", "unwritable")])
def test_the_cache_is_no_need(away: Path, monkeypatch: pytest.MonkeyPatch, value: str, case: str) -> None:
    (away / "file").write_bytes(b"")
    monkeypatch.setenv("GRADER_CACHE_DIR", value)
    checks = list(doctor_checks.folders(Path("x")))
    assert [check.case for check in named(checks, "cache")] == [case]
    assert sound(checks)


def test_without_a_wish_the_cache_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRADER_CACHE_DIR", raising=False)
    folder = doctor_checks.cache_folder()
    assert folder is not None
    assert folder.name.lower() == "grader" or folder.parent.name.lower() == "grader"


def test_the_name_of_the_user_is_not_told() -> None:
    home = Path.home()
    assert doctor_checks.home_hidden(home / ".cache" / "grader") == "~/.cache/grader"
    assert doctor_checks.home_hidden(Path("~/hasil")) == "~/hasil"
    assert doctor_checks.home_hidden(Path("grader-out")) == "grader-out"
    assert doctor_checks.tidy(f"cannot load {home}/lib/x.so\n  because") == "cannot load ~/lib/x.so because"
    assert len(doctor_checks.tidy("x" * 999)) == 200


def test_where_no_process_can_be_started_pdfs_are_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    check = only(doctor_checks.pdf())
    assert (check.case, check.state) == ("inside", State.ADVICE)


@pytest.mark.parametrize("answer", ["import sys; sys.exit(3)", "import json, sys; from nowhere import main"])
def test_a_reader_that_dies_is_no_reader(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    original = server.PdfServer
    monkeypatch.setattr(server, "PdfServer", lambda: original(command=answer))
    assert only(doctor_checks.pdf()).case == "inside"


def test_a_reader_that_fails_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: server.PdfServer, data: bytes) -> Any:
        raise server.DefectError("it broke")

    monkeypatch.setattr(server.PdfServer, "read", failing)
    check = only(doctor_checks.pdf())
    assert (check.case, check.state, check.values["reason"]) == ("failed", State.PROBLEM, "it broke")


def test_a_reader_that_loses_words_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    real = doctor_checks.tiny_pdf
    monkeypatch.setattr(doctor_checks, "tiny_pdf", lambda text: real(text.rpartition(" ")[0]))
    check = only(doctor_checks.pdf())
    assert (check.case, check.values["reason"]) == ("failed", "11/12")


def test_an_installation_without_rubrics_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.rubric.library.folder", lambda: tmp_path)
    check = only(doctor_checks.rubrics())
    assert (check.case, check.state) == ("none", State.PROBLEM)


@pytest.mark.parametrize(
    ("encoding", "case"), [("UTF-8", "good"), ("utf8", "good"), ("ANSI_X3.4-1968", "other"), ("cp1252", "other")]
)
def test_letters_of_the_system(monkeypatch: pytest.MonkeyPatch, encoding: str, case: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(locale, "getencoding", lambda: encoding)
    assert next(iter(doctor_checks.terminal())).case == case


@pytest.mark.parametrize(("columns", "case"), [(80, "good"), (50, "good"), (49, "narrow")])
def test_the_width_of_a_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, case: str) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((columns, 24)))
    (width,) = named(doctor_checks.terminal(), "width")
    assert (width.case, width.values["columns"]) == (case, columns)


@pytest.mark.parametrize(("named_", "case"), [("", "good"), ("en", "good"), ("EN", "good"), ("fr", "unknown")])
def test_a_language_that_nobody_speaks_is_told(monkeypatch: pytest.MonkeyPatch, named_: str, case: str) -> None:
    monkeypatch.setenv("GRADER_LANG", named_)
    assert only(doctor_checks.language("id")).case == case


@pytest.mark.parametrize(
    ("file", "case"),
    [
        ("arial.ttf", "arial"),
        ("deep/LiberationSans-Regular.ttf", "like"),
        ("comic.ttf", "none"),
        ("arialbd.ttf", "none"),
    ],
)
def test_fonts_like_arial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, case: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_bytes(b"")
    monkeypatch.setattr(doctor_checks, "font_folders", lambda: (tmp_path, tmp_path / "missing"))
    assert only(doctor_checks.fonts()).case == case


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_has_folders_of_fonts(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert len(doctor_checks.font_folders()) >= 2


def written() -> set[tuple[str, str]]:
    """Names and cases that stand in the code, each as it is handed to ``Check``."""
    found: set[tuple[str, str]] = set()
    for module in (doctor_checks, doctor_libraries):
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Check":
                name, case = node.args[:2]
                assert isinstance(name, ast.Constant)
                constants = {each.value for each in ast.walk(case) if isinstance(each, ast.Constant)}
                found |= {(str(name.value), str(value)) for value in constants if isinstance(value, str)}
    return found


@pytest.mark.parametrize("lang", VOICES)
def test_every_case_has_its_sentence_and_every_trouble_its_next_step(lang: str) -> None:
    sentences = VOICES[lang].sentences
    cases = written()
    assert len(cases) > 20
    assert {case for case in cases if f"cli.doctor.{case[0]}.{case[1]}" not in sentences} == set()
    troubles = {
        (name, case)
        for name, case in cases
        if case in {"old", "missing", "unfit", "broken", "failed", "inside", "unwritable", "full", "other", "narrow"}
    }
    assert {case for case in troubles if f"cli.doctor.{case[0]}.{case[1]}.hint" not in sentences} == set()


def test_data_holds_what_was_found_and_what_to_do() -> None:
    checks = (Check("rubrics", "good", values={"names": ("a", "b")}), Check("rubrics", "none", State.PROBLEM))
    data = as_data(checks, EN)
    assert data["works"] is False
    assert data["checks"][0]["values"] == {"names": ["a", "b"]}
    assert [row["hint"] is None for row in data["checks"]] == [True, False]


def test_the_command_can_be_called() -> None:
    assert command.doctor.name == "doctor"
