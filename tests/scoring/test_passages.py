"""Sentences and windows: what may be evidence, and how far an explanation may stretch."""

from __future__ import annotations

from collections.abc import Callable

from grader.records.document import Kind
from grader.records.essay import Essay, Role
from grader.records.text import Language
from grader.scoring.passages import LONGEST, SLAB, Passages, cut, slabs

MakeEssay = Callable[..., Essay]


def texts(passages: Passages) -> list[str]:
    blocks = passages.essay.document.blocks
    return [blocks[s.block].text[s.start : s.end] for s in passages.sentences]


def spans(passages: Passages) -> list[tuple[int, int]]:
    return [(window.first, window.last) for window in passages.windows]


def test_only_the_essay_is_cut_and_positions_are_those_of_the_block(language: Language, make_essay: MakeEssay) -> None:
    essay = make_essay(
        ("Tugas kelompok tiga.", Role.TASK),
        ("A. Pendahuluan", Role.HEADING),
        "Satu kalimat. Dua kalimat.",
        ("Sumber: buku lama.", Role.BIBLIOGRAPHY),
    )
    passages = cut(essay, language)
    assert texts(passages) == ["Satu kalimat.", "Dua kalimat."]
    assert [(s.block, s.start, s.end) for s in passages.sentences] == [(2, 0, 13), (2, 14, 26)]


def test_a_window_reaches_over_paragraphs_but_not_over_a_heading(language: Language, make_essay: MakeEssay) -> None:
    essay = make_essay("Satu kata.", "Dua kata.", ("Judul Baru", Role.HEADING), "Tiga kata.")
    assert spans(cut(essay, language)) == [(0, 1), (0, 2), (1, 2), (2, 3)]


def test_at_most_three_sentences_and_no_long_ones_together(language: Language, make_essay: MakeEssay) -> None:
    short = make_essay("Satu kata. Dua kata. Tiga kata. Empat kata.")
    assert spans(cut(short, language)) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)]
    long = make_essay("kata " * LONGEST + "habis. Satu kata.")
    assert spans(cut(long, language)) == [(0, 1), (1, 2)]


def test_a_sentence_goes_with_the_whole_list_that_it_introduces(language: Language, make_essay: MakeEssay) -> None:
    items = [(f"butir {number}", Kind.LIST_ITEM) for number in range(5)]
    windows = cut(make_essay("Ada lima butir:", *items, "Selesai sudah."), language).windows
    lists = [(w.first, w.last, w.size) for w in windows if w.last - w.first > 3]
    assert lists == [(0, 6, 1)]


def test_an_essay_without_text_has_no_windows(language: Language, make_essay: MakeEssay) -> None:
    passages = cut(make_essay(("Judul saja", Role.HEADING)), language)
    assert (passages.sentences, passages.windows) == ((), ())


def test_a_long_text_is_measured_in_slabs_that_hold_every_window_once(
    language: Language, make_essay: MakeEssay
) -> None:
    passages = cut(make_essay("Satu kata. " * (2 * SLAB + 10)), language)
    pieces = list(slabs(passages))
    assert len(pieces) == 3
    found = []
    offset = 0
    for piece in pieces:
        for window in piece.windows:
            assert (
                piece.sentences[window.first : window.last]
                == passages.sentences[offset + window.first : offset + window.last]
            )
            found.append((offset + window.first, offset + window.last))
        offset += SLAB
    assert found == spans(passages)


def test_an_ordinary_essay_is_one_slab(language: Language, make_essay: MakeEssay) -> None:
    passages = cut(make_essay("Satu kata. " * SLAB), language)
    assert list(slabs(passages)) == [passages]
