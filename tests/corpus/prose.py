"""Indonesian prose by the number of words: plain sentences, no two alike, the same at every call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_WHO: Final = (
    "kepala dinas di kota kami", "petugas loket yang baru", "tim kerja antarbagian", "camat bersama para lurah",
    "pegawai muda di kantor ini", "pengelola data kependudukan", "bidan desa dan kader posyandu",
    "operator layanan perizinan", "bendahara yang sudah lama bertugas", "sekretaris kelurahan",
    "penyuluh dari dinas pertanian", "pranata komputer kami",
)  # fmt: skip
_DOES: Final = (
    "menyusun", "membahas", "memperbaiki", "menyampaikan", "mencatat", "menyepakati", "mengujicobakan", "meninjau",
    "menjelaskan", "merapikan",
)  # fmt: skip
_WHAT: Final = (
    "jadwal rapat yang jelas", "daftar tugas untuk setiap unit", "alur surat masuk", "formulir yang lebih pendek",
    "peta wilayah rawan banjir", "laporan tentang antrean warga", "catatan hasil kunjungan", "rencana bagi pakai data",
    "aturan piket di ruang layanan", "usulan anggaran untuk tahun depan", "cara mengukur kepuasan warga",
    "pembagian peran dengan instansi lain",
)  # fmt: skip
_HOW: Final = (
    "agar warga tidak menunggu terlalu lama", "sehingga semua pihak tahu apa yang harus dilakukan",
    "karena keluhan dari masyarakat terus bertambah", "sebelum program itu dimulai pada bulan berikutnya",
    "dengan bantuan dari kantor kecamatan", "supaya pekerjaan yang sama tidak dilakukan dua kali",
    "walaupun waktu dan tenaga mereka terbatas", "dan hasilnya dapat dilihat oleh siapa saja",
)  # fmt: skip
_ALL: Final = len(_WHO) * len(_DOES) * len(_WHAT) * len(_HOW)
_STRIDE: Final = 7919  # a prime that parts no two of the counts above, so that every sentence comes once


def sentence(index: int) -> str:
    """The sentence of this number; those of 11,520 successive numbers differ."""
    rest = index * _STRIDE % _ALL
    rest, who = divmod(rest, len(_WHO))
    rest, does = divmod(rest, len(_DOES))
    how, what = divmod(rest, len(_WHAT))
    text = f"{_WHO[who]} {_DOES[does]} {_WHAT[what]} {_HOW[how]}."
    return text[0].upper() + text[1:]


def _sentences(words: int, start: int) -> Iterator[str]:
    index = start
    while words > 0:
        tokens = sentence(index).split()
        if len(tokens) > words:
            tokens = [*tokens[: words - 1], tokens[-1]]
        words -= len(tokens)
        index += 1
        yield " ".join(tokens)


def prose(words: int, start: int = 0) -> str:
    """A text of exactly so many words; texts whose starts are far apart share no sentence."""
    return " ".join(_sentences(words, start))


def paragraphs(words: int, start: int = 0, each: int = 75) -> list[str]:
    """Paragraphs of ``each`` words, the last one shorter, of so many words in all."""
    sizes = [each] * (words // each) + ([words % each] if words % each else [])
    return [prose(size, start + 40 * number) for number, size in enumerate(sizes)]
