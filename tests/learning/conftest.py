"""A small labelled corpus, made by rule, on the subject of the rubric that `grader rubric new` gives.

Twelve essays, each pair of labels for *work discipline* and *collaboration* among them; thirty passages about the
first, three about the second.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grader import load_rubric
from grader.learning.examples import LabelledEssay, LabelledPassage
from grader.records.document import Block, Document, Kind, Place
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.score import Label
from grader.rubric.loader import LoadedRubric
from grader.rubric.schema import Concept
from grader.rubric.starter import starter

DISCIPLINE = "disiplin-kerja"
COLLABORATION = "collaboration-definition"

WHO = ("Petugas loket", "Perawat jaga", "Guru honorer", "Staf arsip", "Sopir dinas", "Juru tagih")
WHAT = ("jam masuk", "tata tertib", "jadwal piket", "prosedur kerja", "batas waktu")
PLACES = ("kantor camat", "puskesmas", "balai desa", "gudang obat", "ruang tunggu", "terminal")

MakeEssay = Callable[[str], Essay]
Corpus = Mapping[str, LabelledEssay]


def _discipline(label: int, number: int) -> str:
    who, what, place = WHO[number % 6], WHAT[number % 5], PLACES[(number * 5) % 6]
    return (
        f"Disiplin ilmu yang dipelajari {who.lower()} di {place} ialah akuntansi.",
        f"Kedisiplinan disebut juga oleh {who.lower()} di {place}.",
        f"{who} menaati {what} di {place} atas kesadaran sendiri, sehingga layanan selesai tepat waktu.",
    )[label]


def _collaboration(label: int, number: int) -> str:
    who, place = WHO[(number * 5) % 6], PLACES[number % 6]
    return (
        f"Kucing tidur di atap {place} sepanjang siang.",
        f"Ada juga kolaborasi di {place}.",
        f"Kolaborasi adalah kerja sama {who.lower()} dengan pihak lain di {place} untuk mencapai tujuan bersama yang "
        "tidak bisa dicapai sendiri.",
    )[label]


def _text(number: int, discipline: int, collaboration: int) -> str:
    place = PLACES[number % 6]
    return "\n\n".join(
        (
            f"Hujan turun di {place} sejak pagi. Jalan menuju pasar menjadi licin.",
            _discipline(discipline, number),
            f"Anak-anak bermain layangan di dekat {place}.",
            _collaboration(collaboration, number),
            "Sore harinya langit kembali cerah.",
        )
    )


@pytest.fixture(scope="session")
def rubric_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rubric of two concepts: one of its own, one of the bank."""
    path = tmp_path_factory.mktemp("rubric") / "mine.yaml"
    path.write_text(starter(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def loaded(rubric_file: Path) -> LoadedRubric:
    """The same, read."""
    return load_rubric(rubric_file)


@pytest.fixture(scope="session")
def subject(loaded: LoadedRubric) -> dict[str, Concept]:
    """Its two concepts."""
    return {concept: loaded.rubric.concepts[concept] for concept in (COLLABORATION, DISCIPLINE)}


@pytest.fixture(scope="session")
def passages() -> list[LabelledPassage]:
    """Thirty about discipline, ten of each label; three about collaboration."""
    about = [LabelledPassage(DISCIPLINE, Label(n % 3), _discipline(n % 3, n)) for n in range(30)]
    return [*about, *(LabelledPassage(COLLABORATION, Label(n), _collaboration(n, n)) for n in range(3))]


@pytest.fixture(scope="session")
def essay_of() -> MakeEssay:
    """An essay of paragraphs parted by empty lines."""

    def make(text: str) -> Essay:
        texts = text.split("\n\n") if text else []
        blocks = tuple(Block(each, Kind.BODY, Place(None, number + 1)) for number, each in enumerate(texts))
        parts = tuple(Part(number, 0, len(each), Role.ESSAY, None) for number, each in enumerate(texts))
        return Essay(Document("x.txt", "", "txt", blocks), parts, (), WordCount(1, {}))

    return make


@pytest.fixture(scope="session")
def corpus(essay_of: MakeEssay) -> Corpus:
    """Twelve essays: each pair of labels at least once; the expert's sentence is named where there is one."""
    found: dict[str, LabelledEssay] = {}
    for number in range(12):
        discipline, collaboration = number % 3, number // 3 % 3
        labels = {DISCIPLINE: Label(discipline), COLLABORATION: Label(collaboration)}
        evidence = {DISCIPLINE: _discipline(discipline, number)} if discipline else {}
        essay = essay_of(_text(number, discipline, collaboration))
        found[f"n{number:02}.txt"] = LabelledEssay(essay, labels, evidence)
    return found


@pytest.fixture
def folders(corpus: Corpus, passages: list[LabelledPassage], tmp_path: Path) -> tuple[Path, Path]:
    """The same as files: a folder of essays with ``labels.csv``, and a folder of tables of passages."""
    essays, tables = tmp_path / "naskah", tmp_path / "petikan"
    essays.mkdir()
    tables.mkdir()
    rows = [("file", "concept", "label", "evidence")]
    for name, each in corpus.items():
        text = "\n\n".join(block.text for block in each.essay.document.blocks)
        (essays / name).write_text(text, encoding="utf-8")
        rows += [
            (name, concept, str(int(label)), each.evidence.get(concept, "")) for concept, label in each.labels.items()
        ]
    with (essays / "labels.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    for concept in (DISCIPLINE, COLLABORATION):
        with (tables / f"{concept}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [("label", "passage"), *((str(int(p.label)), p.text) for p in passages if p.concept == concept)]
            )
    return essays, tables
