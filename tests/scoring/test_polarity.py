"""What is denied, and what only sounds like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.records.essay import Essay
from grader.records.text import Language
from grader.scoring.passages import cut
from grader.scoring.polarity import denied

MakeEssay = Callable[..., Essay]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tidak benar bahwa perpustakaan meminjamkan buku kepada anggota.",
        "Tdk benar kalau buku dipinjamkan dengan kartu.",
        "Salah besar anggapan bahwa anggota perlu mendaftar.",
        "Anggapan bahwa anggota perlu mendaftar itu keliru.",
        "Saya tidak sependapat bahwa buku dipinjamkan.",
        "Meminjam sama sekali bukan kegiatan perpustakaan.",
        "Perpustakaan bukanlah tempat meminjam buku.",
        "Mendaftar tidak termasuk syarat meminjam.",
        "It is not true that a library lends books.",
        "It is false that a library lends books.",
        "It's wrong that a library lends books.",
        "Kami menolak gagasan perpustakaan.",
        "PENULIS MEMBANTAH GAGASAN ITU.",
        "Saya menyangkal gagasan itu.",
        "Kami kurang yakin buku dipinjamkan.",
        "Gak tepat jika buku dipinjamkan.",
        "Hoaks jika buku dipinjamkan.",
        "Sesatlah, kalau “buku” dipinjamkan.",
        "Meminjam tak sama sekali kegiatan perpustakaan.",
    ],
)
def test_a_claim_told_as_false_is_denied(sentence: str, language: Language, make_essay: MakeEssay) -> None:
    essay = make_essay(f"Buku disimpan di rak. {sentence} Rak itu tinggi.")
    assert denied(cut(essay, language)) == {1}


@pytest.mark.parametrize(
    "sentence",
    [
        "Perpustakaan meminjamkan buku kepada anggota.",
        "Buku yang rusak tidak dapat dipinjam.",
        "Perpustakaan bukanlah gudang, melainkan tempat meminjam buku.",
        "Keliru bila perpustakaan dianggap gudang; sebenarnya ia meminjamkan buku.",
        "Meminjam bukan sekadar membawa pulang buku.",
        "Catatan itu tidak benar-benar lengkap.",
    ],
)
def test_plain_negation_and_correction_are_not(sentence: str, language: Language, make_essay: MakeEssay) -> None:
    assert denied(cut(make_essay(f"Buku disimpan di rak. {sentence}"), language)) == frozenset()
