"""`grader train` from end to end, on the small corpus as files."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli.main import main
from grader.records.text import Language
from grader.rubric.loader import LoadedRubric
from grader.scoring.parameters import learned, parse

Folders = tuple[Path, Path]


@pytest.fixture(autouse=True, scope="module")
def loaded_once(language: Language) -> Iterator[None]:
    """Loading a language takes seconds; these tests share one."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("train", "held_out"):
            patch.setattr(f"grader.cli.{module}.language", lambda code: {language.code: language}[code])
        yield


def run(*arguments: str | Path, lang: str = "en") -> Result:
    env = {"GRADER_LANG": lang, "COLUMNS": "200"}
    return CliRunner().invoke(main, ["train", *map(str, arguments)], env=env)


def train(folders: Folders, rubric: Path, *more: str | Path, lang: str = "en") -> Result:
    essays, passages = folders
    return run(essays, "--passages", passages, "--rubric", rubric, *more, lang=lang)


def row(result: Result, head: str) -> list[str]:
    """The cells after the head of the first line that begins with it."""
    line = next(line for line in result.stdout.splitlines() if line.startswith(head))
    return line.removeprefix(head).split()


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("Usage: grader train", "Learn to judge labels")), ("id", ("Pemakaian: grader train", "Mempelajari cara"))],
)
def test_help_in_both_languages(lang: str, words: tuple[str, ...]) -> None:
    result = run("--help", lang=lang)
    assert result.exit_code == 0
    assert all(word in result.stdout for word in words)
    assert all(option in result.stdout for option in ("--passages", "--out", "--measure", "--folds", "--rubric"))
    assert "cli." not in result.stdout


@pytest.mark.parametrize(("lang", "told"), [("en", "Nothing to do"), ("id", "Tidak ada yang dikerjakan")])
def test_nothing_to_do(folders: Folders, rubric_file: Path, lang: str, told: str) -> None:
    result = train(folders, rubric_file, lang=lang)
    assert (result.exit_code, result.stdout) == (2, "")
    first, second = result.stderr.splitlines()
    assert first.startswith(told)
    assert second.endswith("grader train --help")


def test_what_was_learned_is_written_with_its_provenance(
    folders: Folders, rubric_file: Path, loaded: LoadedRubric, tmp_path: Path
) -> None:
    target = tmp_path / "learned.json"
    result = train(folders, rubric_file, "--out", target)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Written: {target}\n"
    provenance = parse(target.read_text(encoding="utf-8")).provenance
    assert (provenance["rubric"], provenance["rubric_sha256"]) == ("rubrik-saya", loaded.sha256)
    assert (provenance["folders"], provenance["essays"], provenance["passages"]) == (["naskah"], 12, 33)
    assert set(provenance) == set(learned().provenance)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["learned.json", "naskah", "petikan"]


def learned_of(folders: Folders, rubric: Path, target: Path) -> bytes:
    result = train(folders, rubric, "--out", target)
    assert result.exit_code == 0, result.output
    return target.read_bytes()


def test_training_twice_gives_the_same_bytes(folders: Folders, rubric_file: Path, tmp_path: Path) -> None:
    first = learned_of(folders, rubric_file, tmp_path / "one.json")
    assert learned_of(folders, rubric_file, tmp_path / "two.json") == first


def test_only_provenance_depends_on_the_order_of_labels(folders: Folders, rubric_file: Path, tmp_path: Path) -> None:
    first = json.loads(learned_of(folders, rubric_file, tmp_path / "one.json"))
    table = folders[0] / "labels.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([head, *reversed(rows)]), encoding="utf-8")
    second = json.loads(learned_of(folders, rubric_file, tmp_path / "two.json"))
    assert first.pop("provenance") != second.pop("provenance")
    assert first == second


def test_a_changed_passage_or_essay_changes_the_sum(folders: Folders, rubric_file: Path, tmp_path: Path) -> None:
    def examples() -> str:
        found = json.loads(learned_of(folders, rubric_file, tmp_path / "out.json"))
        return str(found["provenance"]["examples_sha256"])

    sums = [examples()]
    for changed in (folders[0] / "n00.txt", folders[1] / "disiplin-kerja.csv"):
        changed.write_text(changed.read_text(encoding="utf-8").replace("kantor", "gedung"), encoding="utf-8")
        sums.append(examples())
    assert len(set(sums)) == 3


def test_essays_that_were_held_out_are_measured(folders: Folders, rubric_file: Path, tmp_path: Path) -> None:
    essays, _ = folders
    result = train(folders, rubric_file, "--measure", essays, "--folds", "4")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "24 label(s) of 12 submission(s)" in result.stdout
    assert row(result, "QWK")[-1] == "24"
    assert -1 <= float(row(result, "QWK")[0]) <= 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["naskah", "petikan"]  # nothing is written


def test_it_measures_in_indonesian_and_writes_too(folders: Folders, rubric_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    result = train(folders, rubric_file, "--measure", folders[0], "--folds", "2", "--out", target, lang="id")
    assert result.exit_code == 0
    assert f"Ditulis: {target}" in result.stdout
    assert "," in row(result, "QWK")[0]
    assert "cli." not in result.stdout
    assert "agreement." not in result.stdout
    assert target.is_file()


def test_only_the_essays_of_the_measured_folder_are_measured(
    folders: Folders, rubric_file: Path, tmp_path: Path
) -> None:
    essays, _ = folders
    with (essays / "labels.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    other = tmp_path / "lain"
    other.mkdir()
    moved = ("n04.txt", "n08.txt")
    for name in moved:
        (essays / name).rename(other / name)
    for folder, inside in ((other, True), (essays, False)):
        with (folder / "labels.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *(each for each in rows if (each[0] in moved) is inside)])
    result = train(folders, rubric_file, other, "--measure", other)
    assert result.exit_code == 0, result.output
    assert "4 label(s) of 2 submission(s)" in result.stdout
    # Measured essays that are not learned from are measured as well.
    result = train(folders, rubric_file, "--measure", other)
    assert "4 label(s) of 2 submission(s)" in result.stdout


@pytest.mark.parametrize("missing", ["labels.csv", "passages", "essays"])
def test_what_is_missing_is_told(folders: Folders, rubric_file: Path, tmp_path: Path, missing: str) -> None:
    essays, passages = folders
    target = tmp_path / "out.json"
    if missing == "labels.csv":
        (essays / "labels.csv").unlink()
    given = (
        tmp_path / "no" if missing == "essays" else essays,
        tmp_path / "no" if missing == "passages" else passages,
    )
    result = train(given, rubric_file, "--out", target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("G101")
    assert not target.exists()


def test_all_that_is_wrong_with_passages_is_told(folders: Folders, rubric_file: Path, tmp_path: Path) -> None:
    (folders[1] / "disiplin-kerja.csv").write_text("label,passage\n7,Satu.\n", encoding="utf-8")
    (folders[1] / "disiplin.csv").write_text("label,passage\n1,Satu.\n", encoding="utf-8")
    result = train(folders, rubric_file, "--out", tmp_path / "out.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "disiplin-kerja.csv:2: G123" in result.stderr
    assert "disiplin.csv: G122" in result.stderr


@pytest.mark.parametrize("way", ["--out", "--measure"])
def test_labels_of_one_kind_teach_nothing(folders: Folders, rubric_file: Path, tmp_path: Path, way: str) -> None:
    essays, _ = folders
    (essays / "labels.csv").write_text(
        "file,concept,label\nn00.txt,disiplin-kerja,1\nn01.txt,disiplin-kerja,2\n", encoding="utf-8"
    )
    target = tmp_path / "out.json"
    result = train(folders, rubric_file, way, target if way == "--out" else essays)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("G130  Nothing can be learned")
    assert not target.exists()


def test_passages_must_be_named() -> None:
    result = run("naskah", "--out", "x.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("--passages is missing.")
