"""What comes along is what the command learns from the material beside it, and that material is sound."""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest
from click.testing import CliRunner

import grader
from grader.cli.main import main
from grader.ingest.passages import read_passages
from grader.learning.examples import LabelledPassage
from grader.learning.lexicon import FEWEST
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.schema import Concept
from grader.scoring.parameters import learned

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LEARNED = SAMPLES / "learning" / "essays"
MEASURED = tuple(SAMPLES / name for name in ("more", "esai-kolaboratif", "jurnal-wog", "rangkuman-wog"))
FOLDERS = (LEARNED, *MEASURED)
PASSAGES = SAMPLES / "learning" / "passages"
NAMES = [folder.name for folder in FOLDERS]
RUN = 16
"""Words in a row that no passage shares with an essay; the question of the task has fifteen, lists of terms fewer."""


@functools.cache
def bank() -> dict[str, Concept]:
    return grader.load_rubric("semua-konsep").rubric.concepts


@functools.cache
def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def passages() -> tuple[LabelledPassage, ...]:
    return read_passages(PASSAGES, bank()).passages


def plain(text: str) -> str:
    """Without regard to blanks, and to letters that are the same to the eye."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def letters(text: str) -> str:
    """Without blanks, and without marks of Markdown, which no reader of documents keeps."""
    return re.sub(r"[\s*_#>|]+", "", plain(text))


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@functools.cache
def text_of(path: Path) -> str:
    """As it is read; Markdown as it is written, since marks of lists are no text."""
    if path.suffix == ".md":
        return plain(path.read_text(encoding="utf-8"))
    return plain(" ".join(block.text for block in grader.read(path).blocks))


@pytest.fixture(scope="module")
def relearned(language: Language, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What the command learns now; takes half a minute."""
    target = tmp_path_factory.mktemp("learned") / "learned.json"
    with pytest.MonkeyPatch.context() as patch:
        for module in ("train", "held_out"):
            patch.setattr(f"grader.cli.{module}.language", lambda code: {language.code: language}[code])
        arguments = [str(LEARNED), "--passages", str(PASSAGES), "--out", str(target)]
        result = CliRunner().invoke(main, ["train", *arguments])
    assert result.exit_code == 0, result.output
    return target.read_bytes()


def test_the_learned_parameters_are_made_again_bit_for_bit(relearned: bytes) -> None:
    shipped = resources.files("grader.scoring").joinpath("learned.json").read_bytes()
    assert relearned == shipped, "run `grader train` anew: see learned.json, provenance"


def test_provenance_tells_what_is_there() -> None:
    provenance = learned().provenance
    assert provenance["folders"] == [LEARNED.name]
    assert provenance["essays"] == len({row["file"] for row in rows(LEARNED)})
    assert provenance["passages"] == len(passages())


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_every_essay_has_one_label_for_each_concept(folder: Path) -> None:
    essays = sorted(path.name for path in folder.iterdir() if path.name not in ("labels.csv", "expected.yaml"))
    given = Counter((row["file"], row["concept"]) for row in rows(folder))
    assert given == Counter((essay, concept) for essay in essays for concept in bank())
    assert {row["label"] for row in rows(folder)} == {"0", "1", "2"}


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_evidence_stands_in_the_essay(folder: Path) -> None:
    essays = {row["file"]: letters(text_of(folder / row["file"])) for row in rows(folder)}
    missing = [
        (row["file"], row["concept"], row["evidence"])
        for row in rows(folder)
        if letters(row["evidence"]) not in essays[row["file"]]
    ]
    assert missing == []


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_there_is_evidence_for_what_is_there_and_for_nothing_else(folder: Path) -> None:
    wrong = [(row["file"], row["concept"]) for row in rows(folder) if bool(row["evidence"]) != (row["label"] != "0")]
    assert wrong == []


def test_no_essay_is_there_twice() -> None:
    files = [path for folder in FOLDERS for path in folder.iterdir() if path.name != "labels.csv"]
    twice = {text: count for text, count in Counter(map(text_of, files)).items() if count > 1}
    assert twice == {}


def test_no_measured_essay_is_learned_from() -> None:
    """Nor any part of one: figures in the README are of essays that are new to the judge."""
    learned_from = frozenset[tuple[str, ...]]().union(*(runs(text_of(LEARNED / row["file"])) for row in rows(LEARNED)))
    measured = {folder / row["file"] for folder in MEASURED for row in rows(folder)}
    assert {path.name for path in measured if runs(text_of(path)) & learned_from} == set()


def test_every_concept_has_a_table_of_passages() -> None:
    assert {path.stem for path in PASSAGES.glob("*.csv")} == set(bank())


def test_every_table_has_enough_passages_and_all_labels() -> None:
    found = Counter((each.concept, each.label) for each in passages())
    for concept in bank():
        assert all(found[concept, label] for label in Label), concept
        assert sum(found[concept, label] for label in Label) >= FEWEST, concept


def test_no_passage_is_there_twice() -> None:
    counted = Counter((each.concept, plain(each.text).casefold()) for each in passages())
    assert [each for each, count in counted.items() if count > 1] == []


def test_a_passage_that_several_concepts_have_is_labelled_alike() -> None:
    """Where two tables hold the same sentences, what one says ``also`` is what the other says."""
    by_text: dict[str, list[LabelledPassage]] = {}
    for each in passages():
        by_text.setdefault(plain(each.text).casefold(), []).append(each)
    contrary = [
        (each.concept, other.concept, each.text)
        for same in by_text.values()
        for each in same
        for other in same
        if other.also.get(each.concept, each.label) is not each.label
    ]
    assert contrary == []


def test_passages_do_not_label_their_own_concept_once_more() -> None:
    assert [each for each in passages() if each.concept in each.also] == []


def test_no_passage_is_taken_from_an_essay() -> None:
    """Essays are held out to measure; the lexicon, made of passages alone, must not know them."""
    files = {folder / row["file"] for folder in FOLDERS for row in rows(folder)}
    essays = frozenset[tuple[str, ...]]().union(*(runs(text_of(path)) for path in files))
    assert [each.text for each in passages() if runs(each.text) & essays] == []
