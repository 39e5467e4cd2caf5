"""Text that nobody could read is refused; whatever people write passes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.ingest.reading import read_bytes

PROSE = (
    "Kolaborasi antarinstansi adalah kerja bersama yang dilakukan oleh beberapa lembaga untuk mencapai tujuan yang "
    "tidak dapat dicapai sendiri. Pemerintah daerah dan kementerian perlu menyepakati pembagian peran sejak awal, "
    "karena tanpa kesepakatan itu setiap pihak akan bekerja menurut caranya masing-masing. Masyarakat sebagai penerima "
    "layanan harus dilibatkan dalam penyusunan rencana, pelaksanaan, dan penilaian hasilnya secara terbuka."
)
SLANG = (
    "jd gini ya kak menurut gue kolaborasi tuh emang penting bgt soalnya klo kerja sendiri2 tuh kadang gak nyambung "
    "sama dinas lain trs masyarakat jg yg kena imbasnya kan kasian bgt mrk hrs bolak balik ngurus berkas doang pdhl "
    "harusnya bisa online aja biar cepet kelar gitu loh kak makanya aplikasi sm datanya kudu nyambung semua dong"
)
TERMS = (
    "kolaborasi integrasi sinergi koordinasi akuntabilitas nasionalisme pelayanan publik sektoral inovasi mitra " * 6
)
ENGLISH = "Public servants work with other agencies because citizens expect one government that listens to them. " * 5
JAVANESE = "Aku lan kanca kanca padha nyambut gawe bebarengan supaya masyarakat desa luwih sejahtera lan tentrem " * 5
NUMBERS = "12 345 6.789 10,5 2024 " * 30


def read(text: str) -> str:
    return " ".join(block.text for block in read_bytes(text.encode(), "a.txt").blocks)


def is_refused(text: str) -> bool:
    code = None
    try:
        read(text)
    except GraderError as error:
        code = error.code
    assert code in (None, "G112")
    return code is not None


@pytest.mark.parametrize("text", [PROSE, SLANG, TERMS, ENGLISH, JAVANESE, NUMBERS, PROSE.upper()])
def test_whatever_people_write_is_read(text: str) -> None:
    assert not is_refused(text)


@pytest.mark.parametrize("distance", [1, 3, 7, 13, 25])
def test_letters_moved_along_the_alphabet_are_no_text(distance: int) -> None:
    moved = "".join(chr((ord(c) - 97 + distance) % 26 + 97) if "a" <= c <= "z" else c for c in PROSE.lower())
    assert is_refused(moved)
    assert is_refused(moved.replace(" ", "") * 2)


@given(st.randoms(use_true_random=False))
def test_exchanged_letters_are_no_text(chance: random.Random) -> None:
    # Every letter stands for one that is at least nine places away, vowels never for vowels.
    letters = "aeioubcdfghjklmnpqrstvwxyz"
    consonants = list("bcdfghjklmnpqrstvwxyz")
    chance.shuffle(consonants)
    assert is_refused(PROSE.lower().translate(str.maketrans(letters, "".join(consonants) + "aeiou")))


def test_symbols_and_other_scripts_are_no_text() -> None:
    assert is_refused("".join(chr(0xE000 + ord(char)) if char != " " else char for char in PROSE))
    assert is_refused("$%& #@! §§ ¶¶ ×÷ " * 30)
    assert is_refused("公务员需要与其他部门合作，以便更好地为人民服务。" * 10)


def test_a_long_text_without_blanks_is_no_text() -> None:
    assert is_refused("kolaborasi" * 1000)


def test_few_words_and_a_few_private_bullets_are_never_refused() -> None:
    assert not is_refused("xq zvkp wrtg")
    assert not is_refused("\n".join(f"\uf0b7 {sentence}" for sentence in PROSE.split(". ")) + "\ue001" * 19)
