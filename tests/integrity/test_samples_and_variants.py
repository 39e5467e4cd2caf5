"""Honest essays raise nothing; what is made of them to play the scorer raises its notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grader.integrity.examination import Examination
from grader.records.document import Document
from grader.records.essay import Essay, Role
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages
from grader.scoring.polarity import denied
from tests.integrity import variants

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FOLDERS = ["anti-korupsi", "esai-kolaboratif", "jurnal-wog", "rangkuman-wog"]
FILES = sorted(
    f"{folder}/{file.name}"
    for folder in FOLDERS
    for file in (SAMPLES / folder).iterdir()
    if file.suffix in {".docx", ".pdf", ".txt", ".md"}
)
STRAYED = "esai-kolaboratif/Teuku Ridha - Tugas Kolaboratif.docx"
"""Off the subject (camp, sports, food) with terms in passing, as `samples/README.md` says."""

Examine = Callable[..., Examination]
Sample = Callable[[str], Document]
ConceptsOf = Callable[[str], Mapping[str, Concept]]


def codes(examination: Examination) -> list[str]:
    return [notice.code for notice in examination.notices]


def folder_of(name: str) -> str:
    return name.split("/")[0]


def test_all_samples_are_looked_at() -> None:
    assert len(FILES) == 32


@pytest.mark.parametrize("name", FILES)
def test_an_honest_essay_raises_nothing(
    name: str, sample: Sample, examined: Examine, cut_up: Callable[..., Passages]
) -> None:
    found = examined(sample(name), folder_of(name))
    assert codes(found) == (["off-topic"] if name == STRAYED else [])
    # A false view that is put right, now and then, is no evidence, and nothing to tell of.
    assert found.unsound == denied(cut_up(sample(name), folder_of(name)))
    assert len(found.unsound) <= 2


@pytest.mark.parametrize("name", FILES)
def test_shuffled_words_are_told(name: str, sample: Sample, examined: Examine, cut_up: Callable[..., Passages]) -> None:
    document = sample(name)
    text = variants.shuffled(variants.paragraphs_of(document))
    document = variants.with_paragraphs(document, text)
    found = examined(document, folder_of(name))
    assert "shuffled-text" in codes(found)
    sentences = len(cut_up(document, folder_of(name)).sentences)
    assert len(found.unsound) > 0.5 * sentences


@pytest.mark.parametrize("name", FILES)
def test_a_repeated_paragraph_is_told(name: str, sample: Sample, examined: Examine) -> None:
    text = variants.paragraph_again(variants.paragraphs_of(sample(name)))
    assert "repetition" in codes(examined(variants.document_of(text), folder_of(name)))


@pytest.mark.parametrize("name", FILES)
def test_half_an_essay_said_again_is_told_and_not_counted(
    name: str, sample: Sample, examined: Examine, outlined: Callable[..., Essay]
) -> None:
    once = variants.paragraphs_of(sample(name))
    twice = variants.document_of(variants.half_again(once))
    found = next(n for n in examined(twice, folder_of(name)).notices if n.code == "repetition")
    share = found.values["share"]
    assert isinstance(share, int)
    assert 25 <= share <= 50  # half of it again is a third of the whole; paragraphs are not halved
    before = outlined(variants.document_of(once), folder_of(name)).words
    after = outlined(twice, folder_of(name)).words
    assert after.counted <= before.counted * 1.02
    assert after.left_out[Role.REPEATED] > 0.4 * before.counted


@pytest.mark.parametrize("name", [name for name in FILES if name != STRAYED])
def test_claims_turned_round_are_told(name: str, sample: Sample, examined: Examine) -> None:
    document = sample(name)
    text = variants.negated(variants.paragraphs_of(document))
    found = examined(variants.with_paragraphs(document, text), folder_of(name))
    assert codes(found) == ["denied-claims"]
    assert len(found.unsound) >= 3


@pytest.mark.parametrize("joint", [", ", " dan ", ". ", "; ", "\n"])
@pytest.mark.parametrize("folder", FOLDERS)
def test_terms_to_length_are_told(folder: str, joint: str, concepts_of: ConceptsOf, examined: Examine) -> None:
    text = variants.term_list(concepts_of(folder), 1500, joint=joint)
    found = examined(variants.document_of(text), folder)
    assert codes(found)[:1] == ["term-list"]
    share = found.notices[0].values["share"]
    assert isinstance(share, int)
    assert share >= 95


def test_terms_within_an_essay_are_the_unsound_ones(
    sample: Sample, concepts_of: ConceptsOf, examined: Examine, cut_up: Callable[..., Passages]
) -> None:
    honest = variants.paragraphs_of(sample("esai-kolaboratif/Yustina Lede - Tugas Kolaboratif.pdf"))[:8]
    terms = variants.term_list(concepts_of("esai-kolaboratif"), variants.words_in(honest))
    document = variants.document_of([*honest, *terms])
    found = examined(document)
    assert codes(found) == ["term-list"]
    blocks = [cut_up(document).sentences[index].block for index in sorted(found.unsound)]
    assert set(blocks) == set(range(len(honest), len(honest) + len(terms)))


@pytest.mark.parametrize("each", [0, 1, 3])
@pytest.mark.parametrize("subject", sorted(variants.OFF_TOPIC))
@pytest.mark.parametrize("folder", FOLDERS)
def test_text_on_something_else_is_told_whatever_terms_are_dropped(
    folder: str, subject: str, each: int, concepts_of: ConceptsOf, examined: Examine
) -> None:
    text = variants.off_topic(subject, concepts_of(folder), each)
    assert codes(examined(variants.document_of(text), folder)) == ["off-topic"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_exemplars_of_the_rubric_are_on_its_subject(folder: str, concepts_of: ConceptsOf, examined: Examine) -> None:
    text = [concept.exemplars[number] for number in (0, 1) for concept in concepts_of(folder).values()]
    assert codes(examined(variants.document_of(text), folder)) == []
