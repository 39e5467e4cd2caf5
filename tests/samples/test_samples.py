"""The samples are what `samples/README.md` says, their labels fit them, and they come from their sources."""

from __future__ import annotations

import csv
import functools
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import yaml

import grader
from grader.records.document import Kind

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SOURCES = Path(__file__).parent / "sources"
FOLDERS = ["esai-kolaboratif", "jurnal-wog", "rangkuman-wog"]
ESSAYS = sorted(
    file.relative_to(SAMPLES).as_posix() for file in SAMPLES.glob("*/*") if file.suffix in {".docx", ".pdf", ".txt"}
)


def labels(folder: str) -> list[dict[str, str]]:
    with (SAMPLES / folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def concepts() -> frozenset[str]:
    """The ids in the bank's files, as they stand there."""
    files = (ROOT / "rubrics" / "concepts").glob("*.yaml")
    return frozenset(name for file in files for name in yaml.safe_load(file.read_text(encoding="utf-8"))["concepts"])


def plain(text: str) -> str:
    return " ".join(text.split())


def parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_sample_has_one_label_for_each_concept_of_the_bank(folder: str) -> None:
    files = {essay.split("/")[1] for essay in ESSAYS if essay.startswith(f"{folder}/")}
    rows = labels(folder)
    assert len(concepts()) == 40
    assert Counter((row["file"], row["concept"]) for row in rows) == Counter(
        (file, concept) for file in files for concept in concepts()
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_labels_are_sorted_and_have_evidence_unless_absent(folder: str) -> None:
    rows = labels(folder)
    keys = [(row["file"], row["concept"]) for row in rows]
    assert keys == sorted(keys)
    assert {row["label"] for row in rows} == {"0", "1", "2"}
    assert [row for row in rows if (row["label"] == "0") != (row["evidence"] == "")] == []


@pytest.mark.parametrize("essay", ESSAYS)
def test_the_evidence_of_every_label_is_read_from_the_file(essay: str) -> None:
    folder, name = essay.split("/")
    beside = {Kind.RUNNING_HEAD, Kind.PAGE_NUMBER}
    document = grader.read(SAMPLES / essay)
    text = plain(" ".join(block.text for block in document.blocks if block.kind not in beside))
    rows = [row for row in labels(folder) if row["file"] == name]
    assert [row["concept"] for row in rows if plain(row["evidence"]) not in text] == []


@pytest.mark.parametrize("essay", ESSAYS)
def test_an_honest_sample_raises_no_notice(essay: str) -> None:
    assert grader.read(SAMPLES / essay).notices == ()


def test_there_are_enough_submissions_in_both_formats() -> None:
    kinds = Counter((folder, Path(name).suffix) for folder, name in (essay.split("/") for essay in ESSAYS))
    assert sum(count for (folder, _), count in kinds.items() if folder == "esai-kolaboratif") >= 8
    assert all(kinds[folder, kind] >= 2 for folder in FOLDERS for kind in (".docx", ".pdf"))


def test_a_clone_stays_small() -> None:
    # Half of it is what labels are learned from.
    assert sum(file.stat().st_size for file in SAMPLES.rglob("*") if file.is_file()) < 4_000_000


def test_every_source_makes_one_sample_and_every_sample_has_a_source() -> None:
    fronts = [file.read_text(encoding="utf-8").split("---\n", 2)[1] for file in sorted(SOURCES.glob("*.md"))]
    assert sorted(str(yaml.safe_load(front)["file"]) for front in fronts) == ESSAYS


def test_the_script_makes_the_same_word_and_text_files_again(tmp_path: Path) -> None:
    # PDF files would need LibreOffice, and differ from run to run.
    script = ROOT / "tests" / "make_samples.py"
    subprocess.run([sys.executable, script, "--only", "docx", "--only", "txt", "--out", tmp_path], check=True)
    made = sorted(file for file in tmp_path.rglob("*") if file.is_file())
    assert [file.relative_to(tmp_path).as_posix() for file in made] == [
        essay for essay in ESSAYS if not essay.endswith(".pdf")
    ]
    for file in made:
        sample = SAMPLES / file.relative_to(tmp_path)
        if file.suffix == ".docx":
            assert parts(file) == parts(sample), file.name
        else:
            assert file.read_bytes() == sample.read_bytes(), file.name
