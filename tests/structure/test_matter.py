"""Cover, contents, bibliography, running heads, what a blog left behind: told from the essay, and nothing more."""

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


def of(essay: Essay, role: Role) -> list[str]:
    return [essay.text(part) for part in essay.parts if part.role is role]


def test_header_fields_running_heads_and_page_numbers_are_left_out(read_essay: Read) -> None:
    essay = read_essay(
        "Nama Peserta :: Wayan Sukarta", "<head> Tugas Desa", TEXT, "<page> 3", "31", "- 4 -", "Halaman 5 dari 9", TEXT
    )
    assert of(essay, Role.HEADER_FIELD) == ["Nama Peserta: Wayan Sukarta"]
    assert of(essay, Role.RUNNING_HEAD) == ["Tugas Desa", "3", "31", "- 4 -", "Halaman 5 dari 9"]
    assert essay.words.counted == 44
    assert dict(essay.words.left_out) == {"header-field": 4, "running-head": 9}


def test_left_out_words_stand_in_the_order_of_the_roles(read_essay: Read) -> None:
    essay = read_essay("31", "Nama Peserta :: Wayan", "SOAL", TEXT)
    assert list(essay.words.left_out) == ["header-field", "task", "running-head"]


def test_a_number_in_a_table_is_data(read_essay: Read) -> None:
    essay = read_essay(TEXT, "<cell> 31", TEXT)
    assert of(essay, Role.RUNNING_HEAD) == []


def test_a_line_that_runs_through_the_text_is_a_running_head(read_essay: Read) -> None:
    line = "PELATIHAN DASAR ANGKATAN XII"
    essay = read_essay(TEXT, line, TEXT, f"{line} 2", TEXT, f"{line} 3", TEXT)
    assert of(essay, Role.RUNNING_HEAD) == [line, f"{line} 2", f"{line} 3"]
    assert essay.words.counted == 88


def test_a_running_head_may_stand_below_the_title(read_essay: Read) -> None:
    line = "PELATIHAN DASAR ANGKATAN XII"
    essay = read_essay("# Air dan Cangkul", line, TEXT, line, TEXT, line, TEXT)
    assert of(essay, Role.RUNNING_HEAD) == [line] * 3
    assert of(essay, Role.HEADING) == ["Air dan Cangkul"]


def test_a_line_that_stands_twice_is_none(read_essay: Read) -> None:
    essay = read_essay(TEXT, "Saluran air di dusun", TEXT, "Saluran air di dusun", TEXT)
    assert of(essay, Role.RUNNING_HEAD) == []


def test_a_repeated_sentence_is_the_participants_own(read_essay: Read) -> None:
    essay = read_essay(*["Gotong royong itu penting sekali."] * 5, TEXT)
    assert of(essay, Role.RUNNING_HEAD) == []


def test_of_a_repeated_title_the_first_stays(read_essay: Read) -> None:
    title = "# Air dan Cangkul: Catatan dari Dusun"
    essay = read_essay(title, title, TEXT, "Air dan Cangkul: Catatan dari Dusun", TEXT)
    assert of(essay, Role.HEADING) == ["Air dan Cangkul: Catatan dari Dusun"]
    assert len(of(essay, Role.RUNNING_HEAD)) == 2


def test_a_table_of_contents_with_page_numbers(read_essay: Read) -> None:
    lines = [
        "DAFTAR ISI",
        "KATA PENGANTAR ........ i",
        "BAB I PENDAHULUAN\t1",
        "1.1 Latar Belakang 1",
        "1.2 Manfaat Gotong Royong bagi",
        "Warga Dusun ........ 4",
    ]
    essay = read_essay(*lines, "BAB I", "PENDAHULUAN", "1.1 Latar Belakang", TEXT)
    assert of(essay, Role.CONTENTS) == lines
    assert of(essay, Role.HEADING) == ["BAB I", "PENDAHULUAN", "1.1 Latar Belakang"]


def test_a_table_of_contents_without_page_numbers_is_told_by_the_headings_below(read_essay: Read) -> None:
    essay = read_essay("Daftar Isi", "Pendahuluan", "Saluran Air", "# Pendahuluan", TEXT, "# Saluran Air", TEXT)
    assert of(essay, Role.CONTENTS) == ["Daftar Isi", "Pendahuluan", "Saluran Air"]
    assert of(essay, Role.HEADING) == ["Pendahuluan", "Saluran Air"]


def test_a_table_of_contents_run_together_in_one_block(read_essay: Read) -> None:
    essay = read_essay(
        "DAFTAR ISI KATA PENGANTAR ........ i BAB I PENDAHULUAN ........ 1 DAFTAR PUSTAKA ........ 9", TEXT
    )
    assert [part.role for part in essay.parts] == [Role.CONTENTS, Role.ESSAY]


def test_a_table_of_contents_with_its_pages_in_lines_of_their_own(read_essay: Read) -> None:
    lines = ["DAFTAR ISI", "Saluran Air", "1", "Cangkul", "1", "Panen", "3"]
    essay = read_essay(*lines, "# Saluran Air", TEXT, "# Cangkul", TEXT)
    assert of(essay, Role.CONTENTS) == lines
    assert of(essay, Role.HEADING) == ["Saluran Air", "Cangkul"]


def test_the_text_behind_the_contents_is_not_lost(read_essay: Read) -> None:
    essay = read_essay("DAFTAR ISI", TEXT, "Panen naik sejak 2019", TEXT)
    assert of(essay, Role.CONTENTS) == ["DAFTAR ISI"]


def test_the_cover_of_a_makalah(read_essay: Read) -> None:
    page = ["MAKALAH", "GOTONG ROYONG DI DUSUN KAMI", "Disusun oleh:", "Wayan Sukarta", "PROVINSI BALI", "2023"]
    essay = read_essay(*page, "KATA PENGANTAR", TEXT, "BAB I", "PENDAHULUAN", TEXT)
    assert of(essay, Role.COVER) + of(essay, Role.RUNNING_HEAD) == page
    assert of(essay, Role.HEADING) == ["KATA PENGANTAR", "BAB I", "PENDAHULUAN"]
    assert essay.words.counted == 44 + 2 + 3


def test_no_cover_without_a_sign_of_one(read_essay: Read) -> None:
    essay = read_essay("Air adalah hidup", "Cangkul adalah tangan kedua", "Pendahuluan", TEXT)
    assert of(essay, Role.COVER) == []


@pytest.mark.parametrize(
    "title", ["LEARNING JOURNAL", "# Jurnal Pembelajaran", "Rangkuman Modul Air", "# Essay: Air dan Cangkul"]
)
def test_a_submissions_title_is_cover(read_essay: Read, title: str) -> None:
    essay = read_essay(title, "Oleh: Wayan Sukarta, Penyuluh", TEXT)
    assert [part.role for part in essay.parts] == [Role.COVER, Role.COVER, Role.ESSAY]


def test_a_sections_heading_is_no_title(read_essay: Read) -> None:
    essay = read_essay("# Essay", TEXT)
    assert [(part.role, part.section) for part in essay.parts] == [(Role.HEADING, "essay"), (Role.ESSAY, "essay")]


@pytest.mark.parametrize(
    "heading", ["DAFTAR PUSTAKA", "Daftar Pustaka:", "# Referensi", "**Sumber**", "References", "E. Daftar Referensi"]
)
def test_a_bibliography_to_the_end(read_essay: Read, heading: str) -> None:
    essay = read_essay(
        TEXT, heading, "Sukarta, W. 2019. Saluran Air Dusun. Denpasar: Banjar.", "[2.] UU Nomor 6 Tahun 2014"
    )
    assert [part.role for part in essay.parts] == [Role.ESSAY] + [Role.BIBLIOGRAPHY] * 3
    assert essay.words.counted == 22


def test_a_bibliography_ends_at_the_next_section_or_question(read_essay: Read) -> None:
    entry = "Sukarta, W. 2019. Saluran Air Dusun. Denpasar: Banjar."
    for opener in ("B. Jawaban", "# Lampiran", "3. Apa tantangan dan hambatan gotong royong di kantor Saudara?"):
        essay = read_essay("A. Esai", TEXT, "Daftar Pustaka", entry, opener, TEXT)
        assert essay.parts[3].role is Role.BIBLIOGRAPHY
        assert essay.parts[-1].role is Role.ESSAY, opener


def test_a_lower_heading_does_not_end_a_bibliography(read_essay: Read) -> None:
    essay = read_essay(
        "# Isi", TEXT, "# Daftar Pustaka", "## Buku", "Sukarta, W. 2019. Saluran Air.", "# Penutup", TEXT
    )
    assert [part.role.value for part in essay.parts][2:] == ["bibliography"] * 3 + ["heading", "essay"]


def test_an_address_as_source_is_a_bibliography_by_itself(read_essay: Read) -> None:
    essay = read_essay(TEXT, "Sumber: https://contoh.example/air", TEXT, "Sumber: cerita para tetua dusun kami.", TEXT)
    assert of(essay, Role.BIBLIOGRAPHY) == ["Sumber: https://contoh.example/air"]


def test_long_paragraphs_behind_a_bibliography_are_no_entries(read_essay: Read) -> None:
    essay = read_essay(TEXT, "Sumber", "Sukarta, W. 2019. Saluran Air.", f"{TEXT} {TEXT} {TEXT}", TEXT)
    assert of(essay, Role.BIBLIOGRAPHY) == ["Sumber", "Sukarta, W. 2019. Saluran Air."]


@pytest.mark.parametrize(
    "marker",
    [
        "0 komentar:",
        "ReplyDelete",
        "You Might Also Like",
        "Diposting oleh Wayan di 10.21",
        "Posted by Wayan",
        "Share this:",
        "Leave a Reply",
        "Kirimkan Ini lewat Email",
    ],
)
def test_blog_leftovers_from_the_first_marker_to_the_end(read_essay: Read, marker: str) -> None:
    essay = read_essay(
        TEXT,
        TEXT,
        marker,
        "Anonymous",
        "nice info gan, kunjungi situs saya untuk obat herbal murah",
        "Monday, March 5, 2018",
    )
    assert [part.role for part in essay.parts] == [Role.ESSAY] * 2 + [Role.LEFTOVER] * 4
    assert essay.words.counted == 44


def test_a_likely_marker_counts_next_to_a_clear_one(read_essay: Read) -> None:
    essay = read_essay(TEXT, "Label: desa, air", "Diposting oleh Wayan", "ARSIP")
    assert len(of(essay, Role.LEFTOVER)) == 3


def test_an_archivist_may_write_of_archives(read_essay: Read) -> None:
    essay = read_essay(TEXT, "ARSIP", TEXT)
    assert of(essay, Role.LEFTOVER) == []


def test_a_marker_near_the_beginning_swallows_no_essay(read_essay: Read) -> None:
    essay = read_essay("Posted by Wayan", TEXT, TEXT)
    assert of(essay, Role.LEFTOVER) == []


def test_a_section_below_a_marker_is_not_lost(read_essay: Read, journal_rubric: Rubric) -> None:
    essay = read_essay("A. Pokok Pikiran", TEXT, TEXT, TEXT, "Share this:", "B. Penerapan", TEXT, rubric=journal_rubric)
    assert of(essay, Role.LEFTOVER) == []
    assert essay.section("application") is not None
