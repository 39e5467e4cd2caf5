from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.records.essay import Essay, Role

Read = Callable[..., Essay]

ANSWER = (
    "Kantor kami melayani warga dari tujuh belas dusun dengan dua mobil keliling, dan setiap Selasa petugas dari tiga "
    "bagian duduk satu meja supaya warga cukup datang sekali saja."
)


def answer(number: int) -> str:
    """As long as `ANSWER`, and no repetition of it."""
    return ANSWER.replace("dua", str(number))


def roles(essay: Essay) -> list[tuple[str, str]]:
    return [(part.role.value, essay.text(part)) for part in essay.parts]


@pytest.mark.parametrize(
    "line",
    [
        "Tugas Mandiri: Gotong Royong",
        "TUGAS MANDIRI – GOTONG ROYONG",
        "# Tugas Gotong Royong",
        "SOAL",
        "Jawab :",
        "Jawaban 2",
        "A. Buatlah esai tentang materi Gotong Royong!",
        "B. Jawablah pertanyaan berikut",
        "[1.] Bagaimana gotong royong diterapkan dalam layanan di kantor Saudara? Apakah sudah berjalan?",
        "1. Bagaimana gotong royong diterapkan dalam layanan di kantor Anda, apakah sudah berjalan?",
        "**Berikan contoh kerja bersama antara bagian Anda dengan bagian lain di kantor Anda!**",
        "[2.] Contoh kerja bersama bagian Anda dengan bagian lain",
        "[3.] Tantangan dan hambatan gotong royong di kantor Anda",
        "Pemerintah membangun bendungan di hulu sungai.",
        "[4.] Pemerintah membangun bendungan di hulu sungai. Langkah apa yang dapat diambil desa-desa di "
        "sepanjang sungai itu untuk meningkatkan panennya?",
    ],
)
def test_the_assignments_own_text_is_the_task(read_essay: Read, line: str) -> None:
    essay = read_essay(line, ANSWER)
    assert [part.role for part in essay.parts] == [Role.TASK, Role.ESSAY]
    assert essay.words.counted == 28


@pytest.mark.parametrize(
    "line",
    [
        # made of the questions' words, and yet an answer
        "Gotong royong di kantor kami sudah diterapkan dalam layanan dan sudah berjalan.",
        "Gotong royong diterapkan dalam layanan di kantor saya.",
        "Tantangan dan hambatan gotong royong di kantor kami ada dua, yaitu anggaran dan jarak antardesa.",
        "Contoh kerja bersama antara bagian kami dengan bagian lain di kantor adalah meja Selasa.",
        "Desa-desa di sepanjang sungai dapat membangun lumbung bersama untuk meningkatkan panennya.",
        # notes and headings of the participant's own
        "[•] gotong royong dalam layanan kantor",
        "Gotong Royong dalam Layanan: Catatan Harian Seorang Penyuluh",
        "Gotong Royong",
        # questions of the participant's own
        "Mengapa warga masih harus datang tiga kali?",
        "Apakah gotong royong itu?",
        "Apa contoh tantangan layanan di hulu sungai?",  # words of all the questions, and none of them
        "Lalu apa yang harus kami lakukan sekarang?",
    ],
)
def test_what_only_uses_its_words_is_essay(read_essay: Read, line: str) -> None:
    essay = read_essay(ANSWER, line, ANSWER)
    assert Role.TASK not in {part.role for part in essay.parts}


def test_a_question_at_the_head_of_a_paragraph_is_cut_off(read_essay: Read) -> None:
    question = "1. Bagaimana gotong royong diterapkan dalam layanan di kantor Saudara? Apakah sudah berjalan? "
    essay = read_essay(question + ANSWER)
    assert roles(essay) == [("task", question), ("essay", ANSWER)]
    assert essay.words.counted == 28
    assert dict(essay.words.left_out) == {"task": 12}


def test_an_order_at_the_head_of_a_list_item_is_cut_off(read_essay: Read) -> None:
    essay = read_essay("[2.] Berikan contoh kerja bersama antara bagian Saudara dengan bagian lain! " + ANSWER)
    assert [part.role for part in essay.parts] == [Role.TASK, Role.ESSAY]
    assert essay.text(essay.parts[1]) == ANSWER


def test_a_label_before_an_answer_is_cut_off(read_essay: Read) -> None:
    assert roles(read_essay("Jawab: " + ANSWER)) == [("task", "Jawab: "), ("essay", ANSWER)]


def test_a_question_broken_over_two_lines_is_task_in_both(read_essay: Read) -> None:
    essay = read_essay(
        "4. Pemerintah membangun bendungan di hulu sungai. Langkah apa yang dapat diambil",
        "desa-desa di sepanjang sungai itu untuk meningkatkan panennya?",
        ANSWER,
    )
    assert [part.role for part in essay.parts] == [Role.TASK, Role.TASK, Role.ESSAY]


def test_a_copied_task_sheet_is_task_whatever_it_says(read_essay: Read) -> None:
    essay = read_essay(
        "SOAL",
        "Kerjakan sendiri dan kumpulkan sebelum hari Jumat pukul empat sore.",
        "A. Buatlah esai tentang materi Gotong Royong!",
        "JAWAB",
        "A. Buatlah esai tentang materi Gotong Royong!",
        ANSWER,
    )
    assert [part.role for part in essay.parts] == [Role.TASK] * 5 + [Role.ESSAY]
    found = essay.section("essay")
    assert found is not None
    assert (found.block, found.words) == (4, 28), "the sheet opens no section, the order above the answer does"


def test_an_essay_between_two_labels_is_no_task_sheet(read_essay: Read) -> None:
    essay = read_essay("SOAL", *map(answer, range(12)), "JAWAB", ANSWER)
    assert essay.words.counted == 28 * 13


def test_an_order_opens_its_section(read_essay: Read) -> None:
    essay = read_essay(
        "A. Buatlah esai tentang materi Gotong Royong!", *map(answer, (1, 2)), "B. Jawablah pertanyaan berikut!", ANSWER
    )
    assert [(found.id, found.block, found.words) for found in essay.sections] == [("essay", 0, 56), ("answers", 3, 28)]


def test_a_line_without_words_is_not_the_task(read_essay: Read) -> None:
    assert [part.role for part in read_essay("***", ANSWER).parts] == [Role.ESSAY] * 2


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("A. Esai tentang materi Gotong Royong", Role.HEADING),  # the participant's own
        ("A. Buatlah esai tentang materi Gotong Royong", Role.TASK),
        ("A. Tulislah esai Anda", Role.TASK),  # in other words than the rubric's
    ],
)
def test_a_sections_heading_in_the_tasks_words_is_a_heading_an_order_is_not(
    read_essay: Read, line: str, role: Role
) -> None:
    essay = read_essay(line, ANSWER)
    assert essay.parts[0].role is role
    assert [found.id for found in essay.sections] == ["essay"]


def test_part_of_a_title_is_the_task_only_near_the_top(read_essay: Read) -> None:
    essay = read_essay(*map(answer, range(3)), "Tugas Gotong Royong", ANSWER, "Tugas Mandiri: Gotong Royong")
    assert [part.role for part in essay.parts][3:] == [Role.HEADING, Role.ESSAY, Role.TASK]


def test_a_rubric_without_task_leaves_all_to_the_essay(read_essay: Read, journal_rubric: object) -> None:
    essay = read_essay(
        "Bagaimana gotong royong diterapkan dalam layanan di kantor Saudara?", ANSWER, rubric=journal_rubric
    )
    assert {part.role for part in essay.parts} == {Role.ESSAY}
