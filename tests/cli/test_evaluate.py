"""`grader evaluate` from end to end, on small folders made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli.main import main

pytestmark = pytest.mark.usefixtures("loaded_once")

DISCIPLINE = "Disiplin kerja adalah kesediaan pegawai menaati jam kerja dan tata tertib tanpa harus diawasi."
CAT = "Kucing saya tidur pulas di atap rumah sepanjang siang."


def run(*arguments: str | Path, lang: str = "en") -> Result:
    env = {"GRADER_LANG": lang, "COLUMNS": "200"}
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)], env=env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three submissions, one about discipline; a table for two of them."""
    path = tmp_path / "tugas"
    path.mkdir()
    (path / "ani.txt").write_text(f"{DISCIPLINE}\n\n{CAT}", encoding="utf-8")
    (path / "budi.txt").write_text(CAT, encoding="utf-8")
    (path / "citra.txt").write_text(CAT, encoding="utf-8")
    label(path, "ani;disiplin-kerja;2;" + DISCIPLINE, "budi;disiplin-kerja;0;")
    return path


def label(folder: Path, *rows: str) -> None:
    (folder / "labels.csv").write_text("\n".join(("file;concept;label;evidence", *rows)), encoding="utf-8-sig")


def evaluate(folder: Path, rubric: Path, *more: str | Path, lang: str = "en") -> Result:
    return run(folder, "--labels", "labels.csv", "--rubric", rubric, *more, lang=lang)


def row(result: Result, head: str) -> list[str]:
    """The cells after the head of the first line that begins with it."""
    line = next(line for line in result.stdout.splitlines() if line.startswith(head))
    return line.removeprefix(head).split()


def test_a_small_folder(folder: Path, rubric: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = evaluate(folder, rubric)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Agreement with your labels\n2 label(s) of 2 submission(s)")
    assert row(result, "QWK")[:1] == ["1.00"]
    assert row(result, "Quotes hold your sentence") == ["1.00", "–", "–", "1"]
    assert "Without labels, not looked at" in result.stdout
    assert "  - citra.txt" in result.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rubrik.yaml", "tugas"]  # nothing is written


def test_it_speaks_indonesian(folder: Path, rubric: Path) -> None:
    result = evaluate(folder, rubric, lang="id")
    assert row(result, "QWK")[:1] == ["1,00"]
    assert "Kutipan memuat kalimat Anda" in result.stdout
    assert "agreement." not in result.stdout


def test_the_same_labels_give_the_same_bytes(folder: Path, rubric: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert evaluate(folder, rubric, "--out", tmp_path / name, "--to", "html").exit_code == 0
    for name in ("agreement.json", "agreement.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_page_without_a_folder_named_goes_where_results_go(
    folder: Path, rubric: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert evaluate(folder, rubric, "--to", "html").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "grader-out").iterdir()) == ["agreement.html", "agreement.json"]


def test_results_below_the_submissions_are_not_taken_for_some(folder: Path, rubric: Path) -> None:
    for _ in range(2):
        result = evaluate(folder, rubric, "--out", folder / "hasil", "--to", "html")
        assert result.exit_code == 0
    assert "agreement.html" not in result.stdout.partition("Written:")[0]


def test_only_one_label_leaves_kappa_undefined(folder: Path, rubric: Path, tmp_path: Path) -> None:
    label(folder, "budi;disiplin-kerja;0", "citra;disiplin-kerja;tidak ada")
    result = evaluate(folder, rubric, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert row(result, "QWK") == ["–", "–", "–", "2"]
    data = json.loads((tmp_path / "out" / "agreement.json").read_text(encoding="utf-8"))
    assert data["total"] == {"n": 2, "qwk": None, "exact": 1, "f1_explained": None}


def test_names_cannot_become_markup(folder: Path, rubric: Path, tmp_path: Path) -> None:
    (folder / "<b>x.txt").write_text(CAT, encoding="utf-8")
    label(folder, "<b>x.txt;disiplin-kerja;0", "ani;disiplin-kerja;2")
    out = tmp_path  # may hold the submissions
    assert evaluate(folder, rubric, "--out", out, "--to", "html").exit_code == 0
    page = (out / "agreement.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;x.txt" in page
    assert "<b>" not in page


def test_a_labelled_file_that_cannot_be_read_ends_in_three_and_is_told(
    folder: Path, rubric: Path, tmp_path: Path
) -> None:
    (folder / "budi.txt").write_bytes(b"")
    result = evaluate(folder, rubric, "--out", tmp_path / "out", "--to", "html")
    assert result.exit_code == 3
    assert "1 label(s) of 1 submission(s)" in result.stdout
    assert "budi.txt: The file is empty (0 bytes)." in " ".join(result.stdout.split())
    data = json.loads((tmp_path / "out" / "agreement.json").read_text(encoding="utf-8"))
    assert data["failed"] == [{"file": "budi.txt", "error": "G104"}]
    assert "budi.txt" in (tmp_path / "out" / "agreement.html").read_text(encoding="utf-8")


def test_an_unlabelled_file_that_cannot_be_read_does_not_matter(folder: Path, rubric: Path) -> None:
    (folder / "citra.txt").write_bytes(b"")
    assert evaluate(folder, rubric).exit_code == 0


def test_no_labelled_file_that_can_be_read_ends_in_two(folder: Path, rubric: Path) -> None:
    (folder / "ani.txt").write_bytes(b"")
    (folder / "budi.txt").write_bytes(b"")
    result = evaluate(folder, rubric)
    assert result.exit_code == 2
    assert "budi.txt: The file is empty (0 bytes)." in " ".join(result.stdout.split())


def test_all_that_is_wrong_with_the_labels_is_told_at_once(folder: Path, rubric: Path) -> None:
    label(folder, "dewi;disiplin-kerja;2", "ani;disiplin-kreja;1", "ani;disiplin-kerja;5")
    result = evaluate(folder, rubric)
    assert (result.exit_code, result.stdout) == (2, "")
    table = folder / "labels.csv"
    lines = result.stderr.splitlines()
    assert lines[0] == "G120  The table of labels has 3 problem(s)."
    assert [line for line in lines if line.startswith(str(table))] == [
        f"{table}:2: G125  The folder holds no submission “dewi”.",
        f"{table}:3: G122  Unknown concept “disiplin-kreja”.",
        f"{table}:4: G123  “5” is no label.",
    ]
    assert "    → Did you mean: disiplin-kerja?" in lines
    assert "    ani;disiplin-kreja;1" in lines


def test_concepts_of_the_bank_that_the_rubric_lacks_are_passed_over(folder: Path, rubric: Path) -> None:
    label(folder, "ani;disiplin-kerja;2", "ani;wog-definition;0")
    result = evaluate(folder, rubric)
    assert result.exit_code == 0
    assert "Concepts outside the rubric, not looked at\n  - wog-definition\n" in result.stdout
    label(folder, "ani;wog-definition;0")
    assert evaluate(folder, rubric).stderr.startswith(f"G128  “{folder / 'labels.csv'}” holds no label")


@pytest.mark.parametrize(("table", "code"), [("no.csv", "G101"), (".", "G103")])
def test_a_table_that_is_not_there(folder: Path, rubric: Path, table: str, code: str) -> None:
    result = run(folder, "--labels", table, "--rubric", rubric)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(code)
