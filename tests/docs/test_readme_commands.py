"""Every command that the README shows runs: those in its blocks, and those in its sentences.

A block may hold what sets a machine up; that is named in ``SET_UP``. Where a command stands for many (``PATH…``,
``NAME|FILE``), ``VALUES`` gives it real ones; a placeholder without any fails. Commands that need minutes or a cluster,
or never end, are taken apart instead, so that a wrong option still fails; the tests named with them run them.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from grader.cli.main import main
from grader.rubric.starter import starter

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "samples" / "rangkuman-wog" / "Ratri - Rangkuman WoG.docx"

SET_UP = {"pip install uv", "uv run pytest"}
"""What blocks hold that is no command of ours; the gate runs both."""
BLOCKS = ("sh", "shell", "bash", "console", "powershell")
TAKEN_APART = {
    "--watch": "never ends; tests/cli/test_check.py",
    "--scheduler": "needs a cluster; tests/cli/test_cluster.py",
    "train": "needs minutes; tests/learning/test_train_command.py",
}
VALUES = {
    "PATH…": "tugas",
    "PATHS": "tugas",
    "DRAFT…": "draf.docx",
    "NAME|FILE": "rangkuman-wog",
    "NAME|FILE…": "rangkuman-wog",
    "FOLDER": "tugas",
    "FOLDER…": "tugas",
    "DIR": "hasil",
    "CODE": "G103",
    "[CODE]": "G103",
    "SHELL": "bash",
    "bash|zsh|fish": "bash",
    "RUBRIC": "rangkuman-wog",
    "SAMPLES": "tugas",
}
OF_COMMAND = {
    "evaluate": {"FILE": "labels.csv"},
    "moderate": {
        "FILE.xlsx": "grader-out/rekap.xlsx",
        "FILE": "grader-out/rekap.xlsx",
        "FILE…": "grader-out/rekap.xlsx",
    },
    "new": {"FILE": "baru.yaml"},
    "rules": {"NAME": "word-count", "[NAME]": "word-count"},
    "schema": {"NAME": "assessment", "[NAME]": "assessment"},
    "show": {"NAME": "rangkuman-wog"},
}
PLACEHOLDER = re.compile(r"^\[?[A-Z]{2,}[A-Z|]*\]?…?$|…|[<>\[\]]")


def shown() -> Iterator[str]:
    """The commands of the README, in its order, each once."""
    seen = set()
    block: str | None = None
    for line in README.replace("\\\n", " ").splitlines():
        if line.startswith("```"):
            block = line.removeprefix("```").strip() or "text" if block is None else None
        elif block in BLOCKS:
            found = [part.strip().removeprefix("$ ") for part in line.split("&&")]
            yield from (each for each in found if each and each not in seen and not each.startswith("#"))
            seen.update(found)
        elif block is None:
            for code in re.findall(r"`((?:uv run )?grader [^`]+)`", line):
                command = code.replace("\\|", "|")
                if command not in seen:
                    yield command
                seen.add(command)


def words_of(command: str) -> list[str]:
    """The arguments of a command of ours, with real values for what stands for many."""
    program, *words = shlex.split(command.removeprefix("uv run "), comments=True)
    assert program == "grader", f"what is this? {command}"
    if ">" in words:
        words = words[: words.index(">")]
    own = next((OF_COMMAND[word] for word in words[:2][::-1] if word in OF_COMMAND), {})
    given = [own.get(word, VALUES.get(word, word)) for word in words]
    unknown = [word for word in given if PLACEHOLDER.search(word)]
    assert unknown == [], f"give {unknown} of `{command}` a real value in this test"
    return given


OURS = [command for command in shown() if command not in SET_UP]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the README speaks of: submissions, a draft, course material, labels, the samples."""
    (tmp_path / "tugas").mkdir()
    shutil.copy(SAMPLE, tmp_path / "tugas")
    shutil.copy(SAMPLE, tmp_path / "draf.docx")
    shutil.copy(SAMPLE, tmp_path / "draft.docx")
    shutil.copy(ROOT / "samples" / "rangkuman-wog" / "Kevin Pradipta - Rangkuman WoG.pdf", tmp_path / "modul.pdf")
    labels = "file,concept,label\n" + "".join(f"{SAMPLE.name},{concept},2\n" for concept in ("wog-definition",))
    (tmp_path / "labels.csv").write_text(labels, encoding="utf-8")
    monkeypatch.setenv("GRADER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(words: list[str]) -> Result:
    result = CliRunner().invoke(main, words, env={"GRADER_LANG": "id"})
    assert result.exit_code == 0, f"{words}\n{result.output}"
    return result


def prepare(words: list[str]) -> None:
    """Make what the reader has by then: samples, a rubric begun, results, an accepted state."""
    for word in words:
        if word.startswith("samples/"):
            shutil.copytree(ROOT / word, word)
        if word.endswith(".yaml") and words[:2] != ["rubric", "new"]:
            Path(word).write_text(starter(Path(word).stem), encoding="utf-8")
    if words[:2] == ["rubric", "test"] and "--accept" not in words and not Path(words[3], "expected.yaml").exists():
        run([*words, "--accept"])
    if words[0] == "moderate":
        out = words[words.index("--out") + 1] if "--out" in words else "grader-out"
        run(["grade", "tugas", "--rubric", "rangkuman-wog", "--to", "xlsx", "--out", out])
        for word in words:
            if word.endswith(".xlsx"):
                decide(Path(out, "rekap.xlsx"), Path(word))


def decide(path: Path, target: Path) -> None:
    """Type a final mark, the reason and the name into the first row of the workbook, as an instructor does."""
    workbook = load_workbook(path)
    sheet = workbook["Nilai"]
    wanted: dict[str, int | str] = {
        "Nilai akhir": 80,
        "Alasan": "Contoh dari instansi sangat baik.",
        "Penilai": "Dewi Contoh",
    }
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in wanted:
                sheet.cell(cell.row + 1, cell.column).value = wanted[str(cell.value)]
    target.parent.mkdir(exist_ok=True)
    workbook.save(target)


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that words call, and what is left for it."""
    rest = words[2:] if words[:1] == ["--lang"] else list(words)
    command: click.Command = main
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name = rest.pop(0)
        inner = command.get_command(click.Context(command), name)
        assert inner is not None, f"there is no command {name}"
        command = inner
    return command, rest


def is_bare(words: list[str]) -> bool:
    """Whether a command is only named, as in “`grader train` makes it again”, and needs more to run."""
    command, rest = command_of(words)
    wants = any(isinstance(param, click.Argument) and (param.required or param.nargs < 0) for param in command.params)
    return not rest and (wants or isinstance(command, click.Group))


@pytest.mark.parametrize("command", OURS)
def test_it_runs(command: str, desk: Path) -> None:
    words = words_of(command)
    if is_bare(words):
        assert f"grader {' '.join(words)} " in run([*words, "--help"]).stdout
    elif apart := [word for word in words if word in TAKEN_APART]:
        called, rest = command_of(words)
        context = called.make_context(called.name, rest)  # a wrong option or argument raises
        assert all(context.params[word[2:]] if word.startswith("--") else word == called.name for word in apart)
    else:
        prepare(words)
        assert run(words).output.strip() != ""


def test_there_are_commands_to_run() -> None:
    assert "uv run grader grade samples/esai-kolaboratif --rubric esai-kolaboratif" in OURS
    assert len(OURS) >= 20


def test_what_sets_up_is_still_shown() -> None:
    assert set(shown()) >= SET_UP


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("grader grade PATH… --rubric NAME|FILE", ["grade", "tugas", "--rubric", "rangkuman-wog"]),
        ("uv run grader rules [NAME]", ["rules", "word-count"]),
        ("grader schema > x.json", ["schema"]),
    ],
)
def test_placeholders_get_real_values(command: str, words: list[str]) -> None:
    assert words_of(command) == words


@pytest.mark.parametrize(
    "command", ["grader rubric NONSENSE", "grader grade tugas…", "grader check <draft>", "rm -r x"]
)
def test_what_is_not_known_fails(command: str) -> None:
    with pytest.raises(AssertionError):
        words_of(command)


def test_every_test_named_here_is_there() -> None:
    named = re.findall(r"tests/[\w/]+(?:\.py)?", " ".join(TAKEN_APART.values()))
    assert [path for path in named if not (ROOT / path).exists()] == []
