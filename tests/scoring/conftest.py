"""A small subject of its own (how a village library works), so that nothing here depends on the shipped bank."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.records.document import Block, Document, Kind, Place
from grader.records.essay import Essay, Part, Role, WordCount
from grader.rubric.schema import Concept, LocalText

MakeEssay = Callable[..., Essay]


def _text(text: str) -> LocalText:
    return LocalText(id=text, en=text)


@pytest.fixture
def concepts() -> dict[str, Concept]:
    """Two concepts: one told by groups, one by items."""
    return {
        "lending": Concept(
            title=_text("Peminjaman"),
            names=["peminjaman buku"],
            groups=[["meminjam", "pinjam"], ["kartu anggota", "terdaftar"], ["dua minggu", "tenggat"]],
            exemplars=[
                "Peminjaman buku berarti warga yang terdaftar membawa pulang buku selama dua minggu.",
                "Siapa pun yang memegang kartu anggota boleh meminjam tiga judul sampai tenggatnya.",
                "Buku dibawa pulang dengan menunjukkan kartu, lalu dikembalikan sebelum tenggat.",
                "Anggota mencatat nama, mengambil buku, dan mengembalikannya dua minggu kemudian.",
                "Orang mendaftar dulu, baru boleh membawa bacaan ke rumah untuk waktu tertentu.",
                "Lending means that a registered reader takes books home for two weeks.",
            ],
            mentions=["Salah satu layanan ialah peminjaman buku."],
            confusables=["Peminjaman buku sangat penting bagi desa kita."],
            contradictions=["tanpa mendaftar"],
            definition=_text("…"),
            hint=_text("…"),
        ),
        "rooms": Concept(
            title=_text("Ruangan"),
            names=["ruangan perpustakaan"],
            items=[["ruang baca"], ["ruang anak"], ["gudang"]],
            items_needed=2,
            exemplars=[
                "Ruang baca dipakai orang dewasa, sedangkan ruang anak berisi mainan dan cerita.",
                "Di ruang anak ada karpet, di gudang tersimpan koran lama.",
                "Perpustakaan mempunyai ruang baca yang tenang dan gudang untuk buku rusak.",
                "Ruangannya ada yang untuk membaca, ada yang untuk bermain.",
                "Gudang menyimpan buku yang menunggu dijilid, ruang baca menyediakan meja.",
                "The reading room is quiet and the children's room is full of toys.",
            ],
            mentions=["Ruangan perpustakaan ada beberapa."],
            confusables=["Ruang tamu rumah saya sempit."],
            definition=_text("…"),
            hint=_text("…"),
        ),
    }


@pytest.fixture
def make_essay() -> MakeEssay:
    """Make an essay of texts; a pair ``(text, role)`` or ``(text, kind)`` sets a role or kind."""

    def make(*texts: str | tuple[str, Role | Kind], sections: dict[int, str] | None = None) -> Essay:
        blocks: list[Block] = []
        parts: list[Part] = []
        for number, given in enumerate(texts):
            text, what = given if isinstance(given, tuple) else (given, Role.ESSAY)
            kind = what if isinstance(what, Kind) else Kind.BODY
            role = what if isinstance(what, Role) else Role.ESSAY
            blocks.append(Block(text, kind, Place(1, number + 1)))
            parts.append(Part(number, 0, len(text), role, (sections or {}).get(number)))
        return Essay(Document("x.txt", "", "txt", tuple(blocks)), tuple(parts), (), WordCount(1, {}))

    return make
