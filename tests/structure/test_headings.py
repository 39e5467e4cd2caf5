from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.records.essay import Essay, Role
from grader.rubric.schema import Rubric

Read = Callable[..., Essay]

# 22 words
TEXT = (
    "Warga dusun kami memperbaiki saluran air bersama setiap musim kemarau, dan kantor desa mencatat siapa saja yang "
    "datang membawa cangkul serta makanan."
)


def role_of(essay: Essay, index: int) -> Role:
    return essay.parts[index].role


@pytest.mark.parametrize(
    "line",
    [
        "# Saluran air",
        "### Apa yang saya pelajari?",
        "A. Saluran Air",
        "1) Pendahuluan",
        "1.1 Latar Belakang",
        "II. Asas dan Norma",
        "BAB II PEMBAHASAN",
        "[3.] Saluran Air",
        "**Mengapa air itu mahal**",
        "**3. Apa yang menghambat?**",
        "SALURAN AIR DUSUN",
        "Saluran air kami",
    ],
)
def test_a_heading(read_essay: Read, line: str) -> None:
    essay = read_essay(TEXT, line, TEXT)
    assert [part.role for part in essay.parts] == [Role.ESSAY, Role.HEADING, Role.ESSAY]


@pytest.mark.parametrize(
    "line",
    [
        "Saluran air adalah milik semua warga dusun",  # a statement without its full stop
        "Air itu hidup.",
        "1. Saluran air adalah milik semua warga dusun",
        "[•] efisiensi",
        "[-] Saluran Air",
        "manfaat yang kami catat:",
        "a. saluran air",
        "# " + TEXT,  # a paragraph in a heading's style
        "<cell> Saluran air",
        "<note> Lihat catatan desa",
    ],
)
def test_no_heading(read_essay: Read, line: str) -> None:
    essay = read_essay(TEXT, line, TEXT)
    assert role_of(essay, 1) is Role.ESSAY


def test_items_of_a_list_are_no_headings(read_essay: Read) -> None:
    essay = read_essay(TEXT, "1. Kepercayaan", "2. Keterbukaan", "3. Kesabaran", TEXT)
    assert {part.role for part in essay.parts} == {Role.ESSAY}


def test_short_notes_one_below_the_other_are_no_headings(read_essay: Read) -> None:
    essay = read_essay(TEXT, "OPA", "Air", "Cangkul", TEXT)
    assert {part.role for part in essay.parts} == {Role.ESSAY}


def test_bold_items_of_a_list_are_no_headings_but_bold_numbered_lines_over_text_are(read_essay: Read) -> None:
    essay = read_essay("**1) Air**", TEXT, "**2) Cangkul**", TEXT)
    assert [part.role for part in essay.parts] == [Role.HEADING, Role.ESSAY] * 2


def test_the_last_line_is_no_heading_unless_it_is_styled(read_essay: Read) -> None:
    assert role_of(read_essay(TEXT, "Sekian dan Terima Kasih"), 1) is Role.ESSAY
    assert role_of(read_essay(TEXT, "# Penutup"), 1) is Role.HEADING


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (["A. Pokok", "Pikiran"], "main-ideas"),
        (["A.", "Pokok Pikiran"], "main-ideas"),
        (["A.", "Pokok", "Pikiran"], "main-ideas"),
        (["# A. Pokok", "# Pikiran"], "main-ideas"),
        (["[A.] Pokok", "Pikiran"], "main-ideas"),
        (["Profil", "Tokoh"], "figure"),
        (["BAB I", "PENERAPAN"], "application"),
    ],
)
def test_a_heading_broken_over_lines_is_one(
    read_essay: Read, journal_rubric: Rubric, lines: list[str], section: str
) -> None:
    essay = read_essay(*lines, TEXT, rubric=journal_rubric)
    assert [part.role for part in essay.parts] == [Role.HEADING] * len(lines) + [Role.ESSAY]
    assert [(found.id, found.block) for found in essay.sections] == [(section, 0)]
    assert {part.section for part in essay.parts} == {section}


def test_its_lines_are_joined_by_blanks(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay("[A.] Pokok", "Pikiran", TEXT, rubric=journal_rubric)
    found = essay.sections[0]
    assert (found.heading, found.words, found.heading_words) == ("A. Pokok Pikiran", 24, 2)


def test_a_list_letter_parted_from_its_text_adds_no_word(read_essay: Read) -> None:
    essay = read_essay(
        TEXT, "a.", "Hakikat", "dasar saluran air bagi warga dusun di hulu dan di hilir sungai itu.", TEXT
    )
    assert essay.words.counted == 22 + 1 + 13 + 22
