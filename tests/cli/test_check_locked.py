"""``grader check`` beside programs that have the draft, or what is written, open for themselves, as on Windows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from grader import load_rubric
from grader.cli import check as check_module
from grader.cli.check import Checker
from grader.cli.drafts import Draft, find_drafts
from grader.cli.main import main
from grader.cli.watch import Rechecks, follow, saves
from grader.ingest import sharing
from grader.records.text import Language
from grader.reports import write
from grader.reports.names import Names
from grader.wording.catalogue import VOICES

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "rangkuman-wog" / "Fatolosa Zebua - Rangkuman.txt"
RUBRIC = "rangkuman-wog"


class Refused(PermissionError):
    """As Windows refuses: with a number of its own (5 access denied, 32 sharing violation)."""

    def __init__(self, winerror: int) -> None:
        super().__init__(13, "Permission denied")
        self.winerror = winerror


@pytest.fixture(autouse=True)
def loaded_once(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading a language takes seconds; these tests share one. Nor is anything waited for."""
    monkeypatch.setattr(check_module, "language", lambda code: {language.code: language}[code])
    for module in (sharing, write):
        monkeypatch.setattr(module, "sleep", lambda _: None)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How opening a file fails, by its name; where a number is 13, as on systems that know no other."""
    refused: dict[str, int] = {}
    opened = open

    def held_open(path: Path, *arguments: Any, **options: Any) -> Any:
        if (number := refused.get(Path(path).name)) is not None:
            raise PermissionError(13, "Permission denied") if number == 13 else Refused(number)
        return opened(path, *arguments, **options)

    monkeypatch.setattr(sharing, "open", held_open, raising=False)
    return refused


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of files that cannot be replaced."""
    names: set[str] = set()
    replaced = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name in names:
            raise Refused(5)
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return names


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("draf.txt", "lain.txt"):
        shutil.copy(SAMPLE, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, lang: str = "id") -> Result:
    told = ["check", *arguments, "--rubric", RUBRIC]
    return CliRunner().invoke(main, told, env={"GRADER_LANG": lang, "COLUMNS": "100"})


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("lang", "told", "step"),
    [
        ("id", "ditahan program lain, mungkin Word", "simpan salinannya dengan nama lain"),
        ("en", "another program has it for itself, Word perhaps", "save a copy under another name"),
    ],
)
def test_a_draft_that_another_program_holds_says_so_and_what_to_do(
    here: Path, held: dict[str, int], lang: str, told: str, step: str
) -> None:
    held["draf.txt"] = 32
    result = run("draf.txt", lang=lang)
    assert result.exit_code == 2, result.output
    assert told in flat(result.stdout)
    assert step in flat(result.stdout)
    assert "Traceback" not in result.output


def test_the_others_are_checked_all_the_same(here: Path, held: dict[str, int]) -> None:
    held["draf.txt"] = 32
    result = run("draf.txt", "lain.txt", "--format", "json")
    assert result.exit_code == 3
    assert [each["status"] for each in json.loads(result.stdout)["drafts"]] == ["failed", "checked"]


@pytest.mark.parametrize(
    ("number", "beside", "code"),
    [(13, None, "G160"), (5, None, "G160"), (13, "~$draf.txt", "G165"), (32, None, "G165")],
)
def test_missing_rights_are_told_apart_from_a_draft_that_is_held(
    here: Path, held: dict[str, int], number: int, beside: str | None, code: str
) -> None:
    held["draf.txt"] = number
    if beside:
        (here / beside).write_bytes(b"x")
    result = run("draf.txt", "--output", "sarif=a.sarif")
    found = json.loads((here / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [each["ruleId"] for each in found] == [code]
    assert "salinan yang terakhir disimpan" not in flat(result.stderr)  # nothing was read


def test_a_draft_open_in_word_is_told_and_read_where_word_lets_others_read(here: Path) -> None:
    (here / "~$draf.txt").write_bytes(b"x")
    result = run("draf.txt", "lain.txt")
    assert result.exit_code == 0
    assert (
        flat(result.stderr).count("sedang terbuka di Word. Yang diperiksa adalah salinan yang terakhir disimpan") == 1
    )


class Watch:
    """A draft that is watched while another program takes hold of it and lets it go."""

    def __init__(self, draft: Path, folder: Path | None = None) -> None:
        loaded = load_rubric(RUBRIC)
        self.drafts = find_drafts([draft]).drafts
        self.checker = Checker(loaded, VOICES["id"], (), folder)
        self.first = self.checker.check(self.drafts)
        self.rechecks = Rechecks(self.checker.check, self.first)
        self.names = Names(loaded.rubric, VOICES["id"])

    def follow(self, batches: Iterator[Sequence[Draft]]) -> list[str]:
        """What is printed for each batch, in one line; nothing where nothing was."""
        screen = StringIO()
        follow(self.first.drafts, batches, self.rechecks, self.names, Console(file=screen, width=80))
        return flat(screen.getvalue()).split("Perubahan sejak pemeriksaan terakhir: draf.txt")[1:]


def test_a_draft_that_is_held_does_not_end_the_watching_and_is_told_once(here: Path, held: dict[str, int]) -> None:
    watch = Watch(here / "draf.txt")

    def batches() -> Iterator[Sequence[Draft]]:
        held["draf.txt"] = 32
        for _ in range(3):
            yield watch.drafts
            assert watch.rechecks.locked == {"draf.txt"}
        held.clear()
        yield watch.drafts
        assert watch.rechecks.locked == set()

    told = watch.follow(batches())
    assert len(told) == 2
    assert "Draf sekarang tidak dapat dibaca: “draf.txt” sedang tidak dapat dibaca" in told[0]
    assert "Draf sudah dapat dibaca lagi." in told[1]


def test_a_draft_that_is_held_from_the_beginning_is_checked_when_it_is_let_go(here: Path, held: dict[str, int]) -> None:
    held["draf.txt"] = 32
    watch = Watch(here / "draf.txt")
    assert watch.rechecks.locked == {"draf.txt"}

    def batches() -> Iterator[Sequence[Draft]]:
        yield watch.drafts
        held.clear()
        yield watch.drafts

    (told,) = watch.follow(batches())
    assert "Draf sudah dapat dibaca lagi." in told


def test_what_is_held_is_tried_again_after_each_wait_without_a_save(here: Path) -> None:
    drafts = find_drafts([here / "draf.txt", here / "lain.txt"]).drafts
    again = {"lain.txt"}
    batches = saves(drafts, again=again, patience=50, idle=lambda: again.add("draf.txt"))
    assert [draft.name for draft in next(batches)] == ["lain.txt"]
    again.clear()
    assert [draft.name for draft in next(batches)] == ["draf.txt"]  # of itself, once more than nothing had happened


def test_the_page_of_an_earlier_check_outlives_a_lock(here: Path, held: dict[str, int]) -> None:
    watch = Watch(here / "draf.txt", here / "hasil")
    (page,) = (here / "hasil").iterdir()
    before = page.read_bytes()
    held["draf.txt"] = 32
    watch.rechecks(watch.drafts)
    assert page.read_bytes() == before


def test_a_page_that_cannot_be_written_does_not_end_the_watching(
    here: Path, kept: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    watch = Watch(here / "draf.txt", here / "hasil")
    kept.add("draf - umpan balik.html")
    assert watch.rechecks(watch.drafts) == ()
    assert "G301" in capsys.readouterr().err
    kept.clear()
    assert len(watch.rechecks(watch.drafts)) == 1


def test_an_output_that_is_open_elsewhere_is_told_after_all_that_can_be_written(here: Path, kept: set[str]) -> None:
    (here / "a.json").write_bytes(b"old")
    kept.add("a.json")
    result = run("draf.txt", "--output", "json=a.json", "--output", "junit=a.xml", lang="en")
    assert result.exit_code == 2
    assert "G301 “a.json” cannot be written: another program is using it." in flat(result.stderr)
    assert "Close it in that program (Excel or Word, say)" in flat(result.stderr)
    assert (here / "a.json").read_bytes() == b"old"
    assert (here / "a.xml").exists()
    assert "909 words counted." in flat(result.stdout)  # as counted in the sample's own tests
    assert sorted(path.name for path in here.iterdir()) == ["a.json", "a.xml", "draf.txt", "lain.txt"]


def in_encoding(encoding: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a terminal or pipe of another encoding starts it."""
    command = [sys.executable, "-m", "grader.cli.main", "check", *arguments, "--rubric", RUBRIC]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, capture_output=True, check=False, env=environment)


def test_json_is_utf_8_whatever_encoding_the_terminal_has(here: Path) -> None:
    shutil.copy(SAMPLE, here / "naskah → “ä”.txt")
    done = in_encoding("cp1252", "naskah → “ä”.txt", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["drafts"][0]["file"] == "naskah → “ä”.txt"
    assert b"\r" not in done.stdout


def test_what_people_read_is_shown_as_far_as_the_terminal_can(here: Path) -> None:
    done = in_encoding("ascii", "draf.txt")
    assert done.returncode == 0, done.stderr
    assert "909 kata dihitung" in done.stdout.decode("ascii")


def test_a_path_of_windows_can_be_an_output() -> None:
    from grader.cli.formats import choose

    assert choose([], [r"sarif=C:\tugas\a=b.sarif"]).files == (("sarif", Path(r"C:\tugas\a=b.sarif")),)


def test_a_file_dragged_onto_the_program_is_told_how_to_check_it(here: Path) -> None:
    result = CliRunner().invoke(main, [str(here / "draf.txt")], env={"GRADER_LANG": "en"})
    assert result.exit_code == 2
    assert "is a file or folder, no command" in result.stderr
    assert f'grader check "{(here / "draf.txt").as_posix()}" --rubric' in result.stderr


def test_without_a_rubric_those_that_there_are_are_told(here: Path) -> None:
    result = CliRunner().invoke(main, ["check", "draf.txt"], env={"GRADER_LANG": "en"})
    assert result.exit_code == 2
    assert result.stderr.startswith("--rubric is missing.")
    assert "esai-kolaboratif, jurnal-wog, rangkuman-wog" in result.stderr
