from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.records.essay import Essay
from grader.rubric.schema import Rubric
from grader.structure.sections import SectionFinder

Read = Callable[..., Essay]

# 22 words
TEXT = (
    "Warga dusun kami memperbaiki saluran air bersama setiap musim kemarau, dan kantor desa mencatat siapa saja yang "
    "datang membawa cangkul serta makanan."
)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("A. Pokok Pikiran", "main-ideas"),
        ("A.Pokok Pikiran", "main-ideas"),
        ("POKOK PIKIRAN:", "main-ideas"),
        ("**I. Pokok Pikiran**", "main-ideas"),
        ("Pokok Pikiran (Summary)", "main-ideas"),
        ("Pokok Fikiran", "main-ideas"),
        ("Pokok Pikrian", "main-ideas"),
        ("Pokok Pilihan", None),
        ("Bagian B. Hasil Penerapan di Kantor", "application"),
        ("B. Penerapan di Instansi Saya", "application"),
        ("Tokoh", "figure"),
        ("Profil Tokoh Pilihan Saya", "figure"),
        ("Rencana Tindak Lanjut", "plan"),
        ("A.", None),
        ("B. Kesimpulan", None),
        ("Pokok", None),
        ("Manfaat Penerapan", None),
        ("", None),
    ],
)
def test_the_wording_opens_a_section_never_the_letter(
    journal_rubric: Rubric, heading: str, section: str | None
) -> None:
    match = SectionFinder(journal_rubric.sections).match(heading)
    assert (match.section if match else None) == section


def test_the_longest_wording_wins(essay_rubric: Rubric) -> None:
    match = SectionFinder(essay_rubric.sections).match("B. Jawaban Pertanyaan")
    assert match is not None
    assert (match.section, match.whole, match.length) == ("answers", True, 2)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("A. Buatlah Essay mengenai materi ini", "essay"),
        ("Tulislah ringkasan materi!", "essay"),
        ("B. Jawablah pertanyaan berikut!", "answers"),
        ("Kumpulkan tepat waktu!", None),
    ],
)
def test_an_order_names_the_section_that_answers_it(essay_rubric: Rubric, line: str, section: str | None) -> None:
    match = SectionFinder(essay_rubric.sections).match_order(line)
    assert (match.section if match else None) == section


def test_sections_in_the_order_of_the_document_with_their_words(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay(
        TEXT,
        "B. Penerapan",
        TEXT,
        "A. Pokok Pikiran",
        TEXT,
        "1) Manfaat",
        TEXT,
        "Profil Tokoh",
        TEXT,
        rubric=journal_rubric,
    )
    assert [(found.id, found.block, found.words, found.heading_words) for found in essay.sections] == [
        ("application", 1, 23, 1),
        ("main-ideas", 3, 47, 3),
        ("figure", 7, 24, 2),
    ]
    assert essay.parts[0].section is None


def test_a_part_counts_in_the_section_that_it_is_a_part_of(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay("B. Penerapan", TEXT, "Rencana Tindak Lanjut", TEXT, rubric=journal_rubric)
    assert [(found.id, found.words) for found in essay.sections] == [("application", 48), ("plan", 25)]
    assert [part.section for part in essay.parts] == ["application", "application", "plan", "plan"]


def test_letters_of_sub_headings_do_not_clash_with_the_tasks(read_essay: Read) -> None:
    essay = read_essay("A. Esai", TEXT, "A. Saluran Air", TEXT, "B. Cangkul", TEXT, "B. Jawaban", TEXT)
    assert [(found.id, found.block) for found in essay.sections] == [("essay", 0), ("answers", 6)]


def test_a_sub_heading_that_begins_like_a_section_gives_way(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay(
        "# A. Pokok Pikiran", TEXT, "## Penerapan di negara lain", TEXT, "# B. Penerapan", TEXT, rubric=journal_rubric
    )
    assert [(found.id, found.block) for found in essay.sections] == [("main-ideas", 0), ("application", 4)]


def test_of_two_headings_with_the_same_wording_the_higher_one_opens(read_essay: Read, journal_rubric: Rubric) -> None:
    lines = ("# Pokok Pikiran", TEXT, "## Penerapan", TEXT, "# Penerapan", TEXT)
    essay = read_essay(*lines, rubric=journal_rubric)
    assert [(found.id, found.block) for found in essay.sections] == [("main-ideas", 0), ("application", 4)]


def test_bullets_and_items_of_a_list_open_no_section(read_essay: Read, journal_rubric: Rubric) -> None:
    lines = ("A. Pokok Pikiran", TEXT, "[•] Penerapan", "A. Penerapan di negara lain", "B. Manfaatnya bagi warga", TEXT)
    essay = read_essay(*lines, rubric=journal_rubric)
    assert [found.id for found in essay.sections] == ["main-ideas"]


def test_a_bibliography_closes_the_section(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay("B. Penerapan", TEXT, "Daftar Pustaka", "Sukarta, W. 2019. Saluran Air.", rubric=journal_rubric)
    assert [part.section for part in essay.parts] == ["application", "application", None, None]


def test_a_label_opens_a_section_that_nothing_else_opens(read_essay: Read) -> None:
    essay = read_essay("A. Esai", TEXT, "JAWABAN", TEXT)
    assert [(found.id, found.words) for found in essay.sections] == [("essay", 23), ("answers", 22)]
    essay = read_essay("JAWABAN", "A. Esai", TEXT, "B. Jawaban pertanyaan", TEXT)
    assert [(found.id, found.block) for found in essay.sections] == [("essay", 1), ("answers", 3)]


def test_sections_in_table_cells(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay(
        "<cell> A. Pokok Pikiran", "<cell> " + TEXT, "<cell> B. Penerapan", "<cell> " + TEXT, rubric=journal_rubric
    )
    assert [(found.id, found.words) for found in essay.sections] == [("main-ideas", 24), ("application", 23)]
