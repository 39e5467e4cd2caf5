"""Sentences copied from the course material; every share here was counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from grader.records.document import Document, Notice
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.text import Language
from grader.rubric.schema import Rubric
from grader.structure.copied import Material, copied_notices
from grader.structure.outline import outline
from grader.structure.words import count_words

Make = Callable[..., Document]
Read = Callable[..., Essay]

# 17, 7 and 13 words as they are counted
WATER = "Air yang mengalir dari hulu dibagi menurut jadwal yang disepakati semua warga dusun pada awal musim tanam."
SHORT = "Setiap keluarga mengirim satu orang saat bergotong-royong."
GUARD = "Penjaga pintu air dipilih setiap tahun dan wajib melaporkan kerusakan saluran kepada rapat."
OWN = "Di kantor kami antrean loket dikurangi dengan nomor urut yang diambil lewat telepon."


@pytest.fixture
def material(make_document: Make, language: Language) -> Material:
    return Material([make_document("# Modul Irigasi", WATER, SHORT, GUARD, "<page> 12")], language)


@pytest.fixture
def read(make_document: Make, essay_rubric: Rubric, material: Material) -> Read:
    def outlined(*lines: str) -> Essay:
        return outline(make_document(*lines), essay_rubric, material)

    return outlined


def copied(essay: Essay) -> list[str]:
    return [essay.text(part).strip() for part in essay.parts if part.role is Role.COPIED]


def test_a_copied_sentence_is_left_out_and_what_stands_around_it_is_not(read: Read) -> None:
    essay = read(f"{OWN} {WATER} {OWN}")
    assert [(part.role, essay.text(part)) for part in essay.parts] == [
        (Role.ESSAY, f"{OWN} "),
        (Role.COPIED, f"{WATER} "),
        (Role.ESSAY, OWN),
    ]
    assert essay.words.counted == 26
    assert essay.words.left_out == {"copied": 17}


@pytest.mark.parametrize(
    "text",
    [
        WATER.upper(),
        WATER.replace(" mengalir ", ", mengalir, ").replace("dusun", "“dusun”").replace(".", " ..."),
        WATER.replace("Air", "**Air**").replace("hulu", "hulu,").replace("menurut", "(menurut)"),
    ],
)
def test_neither_case_nor_punctuation_nor_markup_hides_a_copy(read: Read, text: str) -> None:
    assert copied(read(OWN, text, OWN)) == [text]


def test_broken_lines_and_paragraphs_hide_no_copy(read: Read) -> None:
    lines = (
        "Air yang mengalir dari hulu dibagi",
        "menurut jadwal yang disepakati",
        "semua warga dusun pada awal musim tanam.",
    )
    assert copied(read(OWN, *lines, OWN)) == list(lines)


def test_material_broken_into_lines_and_by_page_numbers_is_still_found(
    make_document: Make, essay_rubric: Rubric, language: Language
) -> None:
    halves = WATER.partition("menurut jadwal")
    broken = make_document(halves[0], "<page> 3", "<head> Modul Irigasi", f"{halves[1]}{halves[2]}")
    essay = outline(make_document(f"{OWN} {WATER}"), essay_rubric, Material([broken], language))
    assert copied(essay) == [WATER]


# Ten words of the material in a row within a sentence of 14 words (71 %) and of 15 words (67 %).
TEN = "Air yang mengalir dari hulu dibagi menurut jadwal yang disepakati"


def test_a_sentence_is_copied_from_seventy_percent_on(read: Read) -> None:
    assert copied(read(OWN, f"{TEN} oleh ketua regu kami.")) == [f"{TEN} oleh ketua regu kami."]
    assert copied(read(OWN, f"{TEN} oleh ketua regu kami sendiri.")) == []


def test_seventy_percent_itself_is_enough(make_document: Make, essay_rubric: Rubric, language: Language) -> None:
    # 14 of 20 words, and 14 of 21
    taken = " ".join(WATER.split()[:14])
    material = Material([make_document(WATER)], language)
    enough, less = f"{taken} kata satu dua tiga empat lima.", f"{taken} kata satu dua tiga empat lima enam."
    assert len(enough.split()) == 20
    assert copied(outline(make_document(OWN, enough), essay_rubric, material)) == [enough]
    assert copied(outline(make_document(OWN, less), essay_rubric, material)) == []


def test_a_run_of_eight_words_is_nobodys(read: Read) -> None:
    eight, nine = " ".join(WATER.split()[:8]), " ".join(WATER.split()[:9])
    assert copied(read(OWN, f"{eight} ini.")) == []  # 8 of 9 words, 89 %
    assert copied(read(OWN, f"{nine} ini.")) == [f"{nine} ini."]


def test_a_short_sentence_is_copied_when_the_whole_of_it_stands_in_the_material(read: Read) -> None:
    assert copied(read(OWN, SHORT, OWN)) == [SHORT]  # eight words: "gotong" and "royong" are two
    assert copied(read(OWN, SHORT.replace("satu", "dua"), OWN)) == []
    assert copied(read(OWN, "Dibagi menurut jadwal yang disepakati semua.", OWN)) == [
        "Dibagi menurut jadwal yang disepakati semua."
    ]
    assert copied(read(OWN, "Menurut jadwal yang disepakati semua.", OWN)) == []  # five words
    assert copied(read(OWN, "Kami dibagi menurut jadwal yang disepakati semua.", OWN)) == []


def test_sentences_of_a_copied_passage_need_not_be_long(
    make_document: Make, essay_rubric: Rubric, language: Language
) -> None:
    passage = f"{WATER} Itulah intinya. {GUARD}"
    material = Material([make_document(passage)], language)
    assert copied(outline(make_document(OWN, passage, OWN), essay_rubric, material)) == [passage]
    assert copied(outline(make_document(OWN, "Itulah intinya.", OWN), essay_rubric, material)) == []


def test_a_name_or_definition_quoted_in_a_sentence_of_ones_own_is_left_alone(
    make_document: Make, essay_rubric: Rubric, language: Language
) -> None:
    law = "Undang-Undang Nomor 17 Tahun 2019 tentang Sumber Daya Air"
    material = Material([make_document(f"Lihat pula {law}.")], language)
    sentence = f"Menurut {law}, kantor kami wajib menjaga mata air dan melayani semua desa."  # 10 of 21 words
    assert copied(outline(make_document(sentence), essay_rubric, material)) == []


def test_headings_task_and_bibliography_keep_their_roles(read: Read, make_document: Make) -> None:
    task = "Apa tantangan dan hambatan gotong royong di kantor Saudara?"
    essay = read("# Esai", task, WATER, "Daftar Pustaka", f"Modul Irigasi. {GUARD}")
    assert [part.role for part in essay.parts] == [
        Role.HEADING,
        Role.TASK,
        Role.COPIED,
        Role.BIBLIOGRAPHY,
        Role.BIBLIOGRAPHY,
    ]
    assert [found.id for found in essay.sections] == ["essay"]


def test_a_copied_sentence_stays_in_its_section_but_is_no_word_of_it(read: Read) -> None:
    essay = read("# Esai", f"{OWN} {WATER}")
    assert {part.section for part in essay.parts} == {"essay"}
    assert essay.sections[0].words == 14  # the heading, and 13 own words


def test_everything_copied_leaves_no_word(read: Read) -> None:
    essay = read(f"{WATER} {SHORT}", GUARD)
    assert essay.words.counted == 0
    assert essay.words.left_out == {"copied": 37}
    assert copied_notices(essay) == (Notice("copied-material", values={"words": 37, "share": 100}),)


def test_of_the_same_file_given_twice_there_is_one(make_document: Make, language: Language) -> None:
    document = make_document(WATER)
    assert Material([document, document], language).sha256 == (document.sha256,)


def test_material_without_words_finds_nothing(make_document: Make, essay_rubric: Rubric, language: Language) -> None:
    material = Material([make_document("* * *")], language)
    assert outline(make_document(OWN), essay_rubric, material) == outline(make_document(OWN), essay_rubric)


# A person is told from 5 % of the essay or 60 copied words on.


def _essay(make: Make, counted: int, copied_words: int) -> Essay:
    left_out = {"copied": copied_words} if copied_words else {}
    return Essay(make("x"), (), (), WordCount(counted, left_out))


@pytest.mark.parametrize(
    ("counted", "words", "share"),
    [(1000, 0, None), (962, 50, None), (950, 50, 5), (5000, 59, None), (5000, 60, 1), (0, 7, 100), (1, 199, 99)],
)
def test_a_person_is_told_of_much_copying(make_document: Make, counted: int, words: int, share: int | None) -> None:
    told = () if share is None else (Notice("copied-material", "warning", {"words": words, "share": share}),)
    assert copied_notices(_essay(make_document, counted, words)) == told


_WORDS = st.sampled_from(
    ["air", "hulu", "warga", "jadwal", "dusun", "saluran", "rapat", "musim", "tanam", "yang", "dan"]
)
_TEXT = st.lists(st.lists(_WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=5).map(". ".join)
_SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def _runs(text: str, size: int) -> set[tuple[str, ...]]:
    words = text.replace(".", "").split()
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@_SLOW
@given(lines=st.lists(_TEXT, min_size=1, max_size=4), theirs=st.lists(_TEXT, min_size=1, max_size=4))
@example(lines=["air hulu warga jadwal dusun saluran"], theirs=["air hulu warga jadwal dusun saluran rapat"])
def test_without_common_runs_nothing_changes(
    make_document: Make, essay_rubric: Rubric, language: Language, lines: list[str], theirs: list[str]
) -> None:
    document = make_document(*lines)
    plain = outline(document, essay_rubric)
    found = outline(document, essay_rubric, Material([make_document(*theirs)], language))
    if not _runs(" ".join(lines), 6) & _runs(" ".join(theirs), 6):
        assert found == plain
    every = sum(count_words(found.text(part)) for part in found.parts)
    assert every == plain.words.counted + sum(plain.words.left_out.values())
    for index, group in groupby(found.parts, key=lambda part: part.block):
        parts = list(group)
        assert (parts[0].start, parts[-1].end) == (0, len(document.blocks[index].text))
        assert all(first.end == second.start and first.role is not second.role for first, second in pairwise(parts))


def _copied_words(lines: list[str], theirs: list[str]) -> list[str]:
    """The words of copied sentences, found the slow way."""
    long, module = _runs(" ".join(theirs), 9), " ".join(theirs).replace(".", "").split()
    words = " ".join(lines).replace(".", "").split()
    inside = [
        any(tuple(words[at : at + 9]) in long for at in range(max(0, word - 8), word + 1)) for word in range(len(words))
    ]
    found: list[str] = []
    at = 0
    for sentence in (sentence.split() for line in lines for sentence in line.split(". ")):
        share = sum(inside[at : at + len(sentence)]) / len(sentence)
        whole = any(module[start : start + len(sentence)] == sentence for start in range(len(module)))
        if share >= 0.7 or (whole and len(sentence) >= 6):
            found += sentence
        at += len(sentence)
    return found


@_SLOW
@given(lines=st.lists(_TEXT, min_size=1, max_size=4), theirs=st.lists(_TEXT, min_size=1, max_size=4), data=st.data())
def test_what_is_copied_is_what_the_rule_says(
    make_document: Make, language: Language, lines: list[str], theirs: list[str], data: st.DataObject
) -> None:
    taken = " ".join(theirs).split()
    start = data.draw(st.integers(0, len(taken)))
    pasted = " ".join(taken[start : start + data.draw(st.integers(0, 30))]).strip(". ")
    lines = [*lines, pasted] if pasted else lines
    document = make_document(*lines)
    parts = [Part(index, 0, len(block.text), Role.ESSAY) for index, block in enumerate(document.blocks)]
    marked = Material([make_document(*theirs)], language).mark(document, parts)
    texts = [document.blocks[part.block].text[part.start : part.end] for part in marked if part.role is Role.COPIED]
    assert " ".join(texts).replace(".", "").split() == _copied_words(lines, theirs)


@_SLOW
@given(lines=st.lists(_TEXT, min_size=1, max_size=4))
@example(lines=["air hulu air", "air air air air", "air hulu air", "air air"])
def test_an_essay_that_is_its_own_material_is_all_copied(
    make_document: Make, essay_rubric: Rubric, language: Language, lines: list[str]
) -> None:
    """All but text of less than a run's nine words, where parts that are left out (a repeated one) end runs."""
    document = make_document(*lines)
    found = outline(document, essay_rubric, Material([document], language))
    for in_essay, stretch in groupby(found.parts, key=lambda part: part.role in (Role.ESSAY, Role.COPIED)):
        parts = list(stretch)
        if in_essay and len(" ".join(found.text(part) for part in parts).split()) >= 9:
            assert {part.role for part in parts} == {Role.COPIED}
