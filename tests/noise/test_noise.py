"""Noise that real submissions carry: it is no part of the essay, raises no alarm, and changes neither words nor labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import grader
from grader.ingest.reading import read_bytes
from grader.plan import Plan
from grader.records.assessment import Assessment
from grader.records.essay import Role
from grader.records.text import Language

HEAD = """LEARNING JOURNAL

Program Pelatihan : Latsar CPNS Golongan III
Angkatan : IX
Mata Pelatihan : Whole of Government
Widyaiswara : Ibu Contoh
Nama Peserta : Budi Contoh
Nomor Presensi : 07
Lembaga Penyelenggara Pelatihan : Balai Contoh
"""
IDEAS = """A. Pokok Pikiran

Whole of Government (WoG) adalah pendekatan yang menyatukan upaya semua sektor pemerintahan dalam koordinasi yang lebih luas agar kebijakan, program, dan pelayanan publik mencapai tujuan bersama.

Ego sektoral membuat setiap dinas hanya memikirkan kepentingannya sendiri sehingga koordinasi terhambat dan pelayanan kepada warga menjadi lambat.

Tantangannya ada tiga. Kapasitas SDM dan institusi yang tidak sama menjadi kendala ketika dua lembaga digabung.
"""
FIGURE = """Profil Tokoh

Tokoh yang saya pilih adalah seorang camat yang jujur. Saat banjir, beliau menyatukan tujuh kantor dalam satu posko dan menolak segala bentuk suap.
"""
APPLICATION = """B. Penerapan

Di puskesmas kami, seksi saya bekerja sama dengan bidang gizi dan kantor desa menyusun data balita; kami menimbang, mereka mencatat.

Hambatannya ialah jadwal antarbidang yang sulit disatukan dan jaringan internet yang lemah.
"""
CLEAN = "\n".join((HEAD, IDEAS, FIGURE, APPLICATION))

Noise = Callable[[str], str]


def insert(before: str, lines: str) -> Noise:
    return lambda text: text.replace(before, f"{lines}\n\n{before}", 1)


def after(end: str) -> Noise:
    return lambda text: f"{text}\n\n{end}"


def swap(old: str, new: str) -> Noise:
    def noise(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return noise


def running_heads(text: str) -> str:
    """A running head and page numbers, as copied from a PDF page by page, one of them doubled."""
    paragraphs = text.split("\n\n")
    for number, place in enumerate((3, 6, 9), start=1):
        paragraphs.insert(place, f"LATSAR CPNS GOLONGAN III TAHUN 2023\n\n{30 + number}")
    paragraphs.insert(10, "LATSAR CPNS GOLONGAN III TAHUN 2023")
    return "\n\n".join(paragraphs)


SAME: dict[str, Noise] = {
    "heading over two lines": swap("A. Pokok Pikiran", "A. Pokok\nPikiran"),
    "running heads and page numbers": running_heads,
    "title repeated": lambda text: f"LEARNING JOURNAL\n\nLEARNING JOURNAL\n\n{text}",
    "header field left empty": swap("Widyaiswara : Ibu Contoh", "Widyaiswara :"),
    "header fields in a table": swap(" : ", "\t"),
    "no-break spaces": swap("semua sektor", "semua\u00a0sektor"),
    "mojibake": swap("dinas hanya", "dinas Â hanya"),
    "private-use bullets": swap("Tantangannya ada tiga.", "\uf0b7 Tantangannya ada tiga."),
    "curly quotes": swap("Ego sektoral membuat", "“Ego sektoral” membuat"),
    "bold in Markdown": swap("Ego sektoral membuat", "**Ego sektoral** membuat"),
    "HTML": swap("Ego sektoral membuat", '<span style="color: red">Ego sektoral</span> membuat'),
    "soft hyphens": swap("koordinasi terhambat", "koordi\u00adnasi terhambat"),
    "blog leftovers": after(
        "ReplyDelete\n\nBalas\n\n0 komentar:\n\nPosting Komentar\n\nYou Might Also Like\n\nARSIP\n\n"
        "March 2023 (4)\n\nDiberdayakan oleh Blogger."
    ),
    "bibliography": after(
        "DAFTAR PUSTAKA\n\nContoh, B. 2017. Buku tentang Whole of Government. Jakarta: Penerbit Contoh.\n\n"
        "Umpama, A. (2019). Kolaborasi antarlembaga. Bandung: Penerbit Umpama."
    ),
}


@pytest.fixture(scope="module")
def plan(language: Language) -> Plan:
    return grader.bind(grader.load_rubric("jurnal-wog"), language)


def assess(text: str, plan: Plan) -> Assessment:
    return grader.assess(read_bytes(text.encode(), "jurnal.txt"), plan)


def essay_text(assessment: Assessment) -> str:
    essay = assessment.essay
    return " ".join(essay.text(part) for part in essay.parts if part.role is Role.ESSAY)


def labels(assessment: Assessment) -> dict[str, int]:
    return {concept.concept: concept.label for criterion in assessment.criteria for concept in criterion.concepts}


@pytest.fixture(scope="module")
def clean(plan: Plan) -> Assessment:
    return assess(CLEAN, plan)


def test_the_clean_journal_is_read_as_it_stands(clean: Assessment) -> None:
    # `A.` and `B.` before a heading are list markers, which do not count.
    words = {section.id: section.words for section in clean.essay.sections}
    assert words == {
        "main-ideas": len(IDEAS.split()) - 1,
        "figure": len(FIGURE.split()),
        "application": len(APPLICATION.split()) - 1,
    }
    assert clean.essay.words.counted == sum(words.values())
    assert clean.participant.name == "Budi Contoh"
    assert labels(clean)["wog-definition"] == 2
    assert labels(clean)["silo-mentality"] == 2


@pytest.mark.parametrize("noise", SAME.values(), ids=SAME.keys())
def test_noise_changes_neither_words_nor_labels(noise: Noise, plan: Plan, clean: Assessment) -> None:
    noisy = assess(noise(CLEAN), plan)
    assert noisy.essay.words.counted == clean.essay.words.counted
    assert labels(noisy) == labels(clean)
    assert [section.id for section in noisy.essay.sections] == [section.id for section in clean.essay.sections]
    assert [notice for notice in noisy.notices if notice.severity == "warning"] == []


MEANT: dict[str, tuple[Noise, str]] = {
    "list letter parted from its text": (
        swap("Tantangannya ada tiga.", "a.\n\nTantangannya ada tiga."),
        "Tantangannya ada tiga.",
    ),
    "bracket never closed": (swap("(WoG)", "(WoG"), "Whole of Government (WoG adalah pendekatan"),
    "term cut by a wrap": (
        swap("Whole of Government (WoG)", "Whole of\nGovernment (WoG)"),
        "Whole of Government (WoG)",
    ),
    "figure announced, absent": (
        swap("Tantangannya ada tiga.", "Dapat dilihat pada gambar berikut ini. Tantangannya ada tiga."),
        "gambar berikut ini.",
    ),
    "typos in key terms": (swap("Whole of Government (WoG)", "Whole of Goverment (WoG)"), "Goverment"),
    "abbreviations": (swap("yang menyatukan upaya", "yg menyatukan upaya"), "yg menyatukan"),
}


@pytest.mark.parametrize(("noise", "kept"), MEANT.values(), ids=MEANT.keys())
def test_what_belongs_to_the_essay_is_kept_and_understood(
    noise: Noise, kept: str, plan: Plan, clean: Assessment
) -> None:
    noisy = assess(noise(CLEAN), plan)
    assert kept in essay_text(noisy)
    assert labels(noisy) == labels(clean)
    assert [notice for notice in noisy.notices if notice.severity == "warning"] == []
