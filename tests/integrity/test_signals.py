"""The single signals, on texts small enough to count by hand."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.integrity.examination import Examination
from grader.integrity.shuffled import faults
from grader.records.document import Document
from grader.records.essay import Essay, Role
from grader.rubric.schema import Concept
from grader.scoring.passages import Passages
from tests.integrity.variants import document_of, term_list

Examine = Callable[..., Examination]
CutUp = Callable[..., Passages]
SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)

ADVICE = (
    "Loket kelurahan buka pukul delapan, dan petugas yang bertugas pagi menata berkas dari kotak merah sebelum warga "
    "pertama mengambil nomor antrean di dekat pintu utama."
)


def codes(examination: Examination) -> list[str]:
    return [notice.code for notice in examination.notices]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Warga yang datang ke loket dilayani oleh petugas.", 0),
        ("Warga yang yang datang.", 1),  # the same word twice
        ("Loket di dan kantor.", 1),
        ("Petugas para adalah ramah.", 1),
        ("Mereka pergi ke.", 1),  # announces what does not come
        ("Tersebut warga datang.", 1),  # refers to nothing
        ("Kantor di menyerahkan berkas.", 1),
        ("Kantor di Menara Hijau.", 0),
        ("warga Setiap pagi datang.", 1),  # began a sentence once
        ("Kementerian Dalam Negeri bekerja.", 0),
        ("rapat yang Saya ikuti", 0),
        ("Layanan dari, oleh, dan untuk warga.", 0),
        ("Hal itu adalah merupakan tugas kami.", 0),  # clumsy, not impossible
        ("Berkas di karenakan hilang.", 0),  # misspelt
        ("Kue dibagi dan dimakan.", 0),
    ],
)
def test_only_what_nobody_writes_is_a_fault(text: str, number: int, cut_up: CutUp) -> None:
    assert sum(map(faults, cut_up(document_of([text])).sentences)) == number


def test_one_hopeless_sentence_is_unsound_and_no_notice(cut_up: CutUp, examined: Examine) -> None:
    honest = [f"{ADVICE} Hari ke-{day} sama saja." for day in range(2, 5)]
    document = document_of([*honest, "Yang yang di dan kantor para adalah."])
    found = examined(document)
    assert codes(found) == ["repetition"]  # the advice stands there three times; three faults are too few for more
    assert found.unsound == {len(cut_up(document).sentences) - 1}


def test_a_list_of_terms_in_an_honest_essay_is_none(
    concepts_of: Callable[[str], Mapping[str, Concept]], examined: Examine
) -> None:
    names = [concept.names[0] for concept in concepts_of("esai-kolaboratif").values()][:20]
    honest = [f"{text}" for concept in concepts_of("esai-kolaboratif").values() for text in concept.exemplars[:1]]
    found = examined(document_of([*honest, *names]))
    assert found == Examination()


FOREIGN = "gotong royong warga desa kerja bakti musyawarah mufakat lumbung arisan ronda sambatan "


@pytest.mark.parametrize("text", [[FOREIGN * 20], FOREIGN.split() * 20])
def test_a_few_terms_over_and_over_are_a_list_whosever_terms_they_are(text: list[str], examined: Examine) -> None:
    assert codes(examined(document_of(text)))[0] == "term-list"


def test_a_few_terms_alone_are_too_little_to_tell(examined: Examine) -> None:
    assert examined(document_of(["Kolaborasi", "Whole of Government", "Silo"])) == Examination()


def test_an_empty_essay_raises_nothing(examined: Examine) -> None:
    assert examined(document_of([])) == Examination()


def test_a_paragraph_said_again_is_left_out_of_the_count(outlined: Callable[..., Essay]) -> None:
    words = outlined(document_of([ADVICE, "Itu saja.", "Sekian dulu.", ADVICE.upper(), "Terima kasih."])).words
    assert words.counted == 25 + 2 + 2 + 2
    assert words.left_out == {Role.REPEATED: 25}


def test_short_lines_are_said_again_only_with_what_stood_beside_them(outlined: Callable[..., Essay]) -> None:
    alone = outlined(document_of([ADVICE, "Itu saja.", "Sekian dulu.", "Itu saja."])).words
    assert (alone.counted, alone.left_out) == (25 + 2 + 2 + 2, {})
    beside = outlined(document_of([ADVICE, "Itu saja.", "Sekian dulu.", ADVICE, "Itu saja."])).words
    assert (beside.counted, beside.left_out) == (25 + 2 + 2, {Role.REPEATED: 27})


def test_a_language_that_the_rubric_is_not_in_is_not_judged(examined: Examine) -> None:
    text = (
        "The ferry leaves at dawn and the crew is asleep on the deck while we are waiting for the captain to come with "
        "the keys that he had left in a tavern by the harbour. "
    )
    assert "off-topic" not in codes(examined(document_of([text + f"Day {day}." for day in range(12)])))


@SLOW
@given(seed=st.integers(0, 2**16))
def test_the_order_of_paragraphs_does_not_matter_for_a_list_of_terms(
    seed: int, concepts_of: Callable[[str], Mapping[str, Concept]], examined: Examine
) -> None:
    text = [*term_list(concepts_of("esai-kolaboratif"), 200, seed), *[ADVICE + f" Loket {n}." for n in range(4)]]
    moved = text[:]
    random.Random(seed).shuffle(moved)

    def listed(paragraphs: list[str]) -> list[object]:
        return [(n.code, dict(n.values)) for n in examined(document_of(paragraphs)).notices if n.code == "term-list"]

    assert listed(moved) == listed(text)
    assert listed(text)


@SLOW
@given(text=st.lists(st.text(max_size=60).filter(str.strip), max_size=8))
def test_any_text_is_examined_and_unsound_sentences_exist(text: list[str], cut_up: CutUp, examined: Examine) -> None:
    document: Document = document_of(text)
    found = examined(document)
    assert found.unsound <= set(range(len(cut_up(document).sentences)))
    for notice in found.notices:
        assert notice.severity == "warning"
        assert set(notice.values) == {"share", "count"}
