"""What holds for any document."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby, pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.records.document import Document
from grader.records.essay import COUNTED, Essay, Role
from grader.rubric.schema import Rubric
from grader.structure.outline import outline
from grader.structure.words import count_words

Make = Callable[..., Document]

_TYPICAL = st.sampled_from(
    [
        "SOAL", "JAWAB", "A. Esai", "B. Jawaban", "# A. Esai", "## Penutup", "DAFTAR ISI", "BAB I", "PENDAHULUAN",
        "Latar Belakang ..... 3", "Daftar Pustaka", "ReplyDelete", "0 komentar", "[1.] saling percaya", "[•] air",
        "31", "a.", "<page> 4", "<head> Tugas", "<cell> 12", "<note> lihat bab dua", "MAKALAH", "Oleh: Wayan",
        "Nama :: Wayan", "**Air itu hidup**", "1. Apa tantangan dan hambatan gotong royong di kantor Saudara? Jarak.",
        "Warga dusun kami memperbaiki saluran air bersama setiap musim kemarau. " * 3,
    ]
)  # fmt: skip
_LINES = st.lists(_TYPICAL | st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), max_size=25)
_SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def _essay(make: Make, rubric: Rubric, lines: list[str]) -> Essay:
    return outline(make(*lines), rubric)


@_SLOW
@given(lines=_LINES)
def test_parts_cover_every_block_once_and_in_order(make_document: Make, essay_rubric: Rubric, lines: list[str]) -> None:
    essay = _essay(make_document, essay_rubric, lines)
    assert [index for index, _ in groupby(part.block for part in essay.parts)] == list(range(len(lines)))
    for index, group in groupby(essay.parts, key=lambda part: part.block):
        parts = list(group)
        assert parts[0].start == 0
        assert parts[-1].end == len(essay.document.blocks[index].text)
        assert all(first.end == second.start for first, second in pairwise(parts))
        assert all(part.start < part.end for part in parts)


@_SLOW
@given(lines=_LINES)
def test_every_word_is_counted_or_left_out(make_document: Make, essay_rubric: Rubric, lines: list[str]) -> None:
    essay = _essay(make_document, essay_rubric, lines)
    counted = sum(count_words(essay.text(part)) for part in essay.parts if part.role in COUNTED)
    every = sum(count_words(essay.text(part)) for part in essay.parts)
    assert essay.words.counted == counted
    assert essay.words.counted + sum(essay.words.left_out.values()) == every
    assert all(words > 0 for words in essay.words.left_out.values())


@_SLOW
@given(lines=_LINES)
def test_sections_stand_in_order_each_once_and_hold_what_their_parts_hold(
    make_document: Make, essay_rubric: Rubric, lines: list[str]
) -> None:
    essay = _essay(make_document, essay_rubric, lines)
    assert len({found.id for found in essay.sections}) == len(essay.sections)
    assert [found.block for found in essay.sections] == sorted(found.block for found in essay.sections)
    for found in essay.sections:
        own = [part for part in essay.parts if part.section == found.id and part.role in COUNTED]
        assert found.words == sum(count_words(essay.text(part)) for part in own)
        assert 0 <= found.heading_words <= found.words
    assert {part.section for part in essay.parts} <= {found.id for found in essay.sections} | {None}


@_SLOW
@given(lines=_LINES)
def test_page_numbers_and_running_heads_never_change_the_count(
    make_document: Make, essay_rubric: Rubric, lines: list[str]
) -> None:
    plain = _essay(make_document, essay_rubric, lines)
    paged = _essay(make_document, essay_rubric, [each for line in lines for each in (line, "<page> 7", "<head> Tugas")])
    assert paged.words.counted == plain.words.counted
    assert [found.words for found in paged.sections] == [found.words for found in plain.sections]


@_SLOW
@given(lines=_LINES)
def test_the_same_document_gives_the_same_essay(make_document: Make, essay_rubric: Rubric, lines: list[str]) -> None:
    assert _essay(make_document, essay_rubric, lines) == _essay(make_document, essay_rubric, lines)


def test_an_empty_document_has_no_words(make_document: Make, essay_rubric: Rubric) -> None:
    essay = outline(make_document(), essay_rubric)
    assert (essay.parts, essay.sections, essay.words.counted, dict(essay.words.left_out)) == ((), (), 0, {})


def test_a_rubric_without_sections_or_task_loses_nothing(make_document: Make, journal_rubric: Rubric) -> None:
    bare = journal_rubric.model_copy(update={"sections": []})
    essay = outline(make_document("Air itu hidup.", "Cangkul itu tangan kedua."), bare)
    assert {part.role for part in essay.parts} == {Role.ESSAY}
    assert essay.words.counted == 7
