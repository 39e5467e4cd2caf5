"""Texts that play the scorer win nothing by it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import grader
from grader.plan import Plan
from grader.records.document import Document
from grader.records.text import Language
from grader.rubric.schema import Concept
from tests.integrity import variants

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOLDERS = ["esai-kolaboratif", "jurnal-wog", "rangkuman-wog"]
"""Of the rubric on another subject nothing was learned; text off the subject can win by it, as the README says."""
FILES = sorted(
    f"{folder}/{file.name}"
    for folder in FOLDERS
    for file in (SAMPLES / folder).iterdir()
    if file.suffix in {".docx", ".pdf", ".txt"}
)
STRAYED = {"esai-kolaboratif/Mei Lin Kartika - Esai.pdf", "esai-kolaboratif/Teuku Ridha - Tugas Kolaboratif.docx"}
"""About something else themselves, as `samples/README.md` says: they earn no more than other text off the subject."""
PART = 0.4

Sample = Callable[[str], Document]
ConceptsOf = Callable[[str], Mapping[str, Concept]]
Earned = Callable[[Document, str], float]


@pytest.fixture(scope="module")
def earned(language: Language) -> Earned:
    """Points for concepts, of 100, before deductions for format rules."""

    @functools.cache
    def plan(folder: str) -> Plan:
        return grader.bind(grader.load_rubric(folder), language)

    def mark(document: Document, folder: str) -> float:
        suggested = grader.assess(document, plan(folder)).suggested
        return 100 * suggested.raw / suggested.maximum

    return mark


def plain(document: Document, paragraphs: list[str]) -> Document:
    """A text without the headings of the document that it is made of."""
    return replace(document, blocks=variants.document_of(paragraphs).blocks, header_fields=())


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_won(name: str, sample: Sample, concepts_of: ConceptsOf, earned: Earned) -> None:
    document, folder = sample(name), name.split("/")[0]
    paragraphs = variants.paragraphs_of(document)
    words = variants.words_in(paragraphs)
    honest = earned(document, folder)
    # Without its headings an essay is cut up a little differently; that is no play.
    bare = max(honest, earned(plain(document, paragraphs), folder))

    worthless = {
        "shuffled": variants.with_paragraphs(document, variants.shuffled(paragraphs)),
        "terms": plain(document, variants.term_list(concepts_of(folder), words)),
        **{kind: plain(document, variants.off_topic(kind, concepts_of(folder))) for kind in variants.OFF_TOPIC},
    }
    padded = {
        "paragraph again": plain(document, variants.paragraph_again(paragraphs)),
        "half again": plain(document, variants.half_again(paragraphs)),
        "negated": variants.with_paragraphs(document, variants.negated(paragraphs)),
    }
    marks = {kind: earned(text, folder) for kind, text in (worthless | padded).items()}
    assert {kind: marks[kind] for kind in padded if marks[kind] > bare + 0.005} == {}
    if name not in STRAYED:
        assert {kind: marks[kind] for kind in worthless if marks[kind] >= PART * honest} == {}
