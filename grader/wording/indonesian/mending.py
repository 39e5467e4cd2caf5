"""Sentences in Indonesian: how to mend what a format rule found, in the programs that participants write with.

Menus are named as the Indonesian editions of these programs name them.
"""

from __future__ import annotations

from typing import Final

_PROGRAMS: Final = ("word", "docs", "libreoffice")

# For each rule: in Word, in Google Docs, in LibreOffice.
_STEPS: Final[dict[str, tuple[str, str, str]]] = {
    "file-type": (
        "pilih File > Simpan Sebagai, lalu pada Tipe file pilih jenis yang diminta (misalnya PDF atau Dokumen Word).",
        "pilih File > Download, lalu pilih Dokumen PDF (.pdf) atau Microsoft Word (.docx).",
        "pilih Berkas > Ekspor Sebagai > Ekspor sebagai PDF, atau Berkas > Simpan Sebagai untuk DOCX.",
    ),
    "header-fields": (
        "di atas teks, tulis satu isian per baris dengan titik dua, misalnya “Nama : …”, lalu isi semuanya.",
        "di awal dokumen, tulis satu isian per baris dengan titik dua, misalnya “Nama : …”, lalu isi semuanya.",
        "di awal dokumen, tulis satu isian per baris dengan titik dua, misalnya “Nama : …”, lalu isi semuanya.",
    ),
    "sections": (
        "tulis judul setiap bagian pada barisnya sendiri seperti pada soal, beri gaya di Beranda > Gaya > Judul 1, "
        "urutkan, dan isi teks di bawahnya.",
        "tulis judul setiap bagian pada barisnya sendiri seperti pada soal, pilih Format > Gaya paragraf > Judul 1, "
        "urutkan, dan isi teks di bawahnya.",
        "tulis judul setiap bagian pada barisnya sendiri seperti pada soal, pilih Gaya > Tajuk 1, urutkan, dan isi "
        "teks di bawahnya.",
    ),
    "word-count": (
        "tandai teks esai dan lihat Tinjau > Hitungan Kata; sampul, soal, identitas, dan daftar pustaka tidak "
        "dihitung. Tambah atau ringkas isinya.",
        "tandai teks esai dan lihat Alat > Jumlah kata; sampul, soal, identitas, dan daftar pustaka tidak "
        "dihitung. Tambah atau ringkas isinya.",
        "tandai teks esai dan lihat Perkakas > Hitung Kata; sampul, soal, identitas, dan daftar pustaka tidak "
        "dihitung. Tambah atau ringkas isinya.",
    ),
    "font-family": (
        "tekan Ctrl+A, lalu pilih jenis huruf yang diminta di Beranda > Font.",
        "tekan Ctrl+A, lalu pilih jenis huruf yang diminta pada kotak Font di bilah alat.",
        "tekan Ctrl+A, lalu pilih jenis huruf yang diminta pada kotak Nama Fon di bilah alat.",
    ),
    "font-size": (
        "tandai teks isi, lalu pilih ukuran yang diminta di Beranda > Ukuran Font.",
        "tandai teks isi, lalu ubah Ukuran font di bilah alat.",
        "tandai teks isi, lalu ubah Ukuran Fon di bilah alat.",
    ),
    "line-spacing": (
        "tandai teks isi, lalu pilih jaraknya di Beranda > Spasi Baris dan Paragraf.",
        "tandai teks isi, lalu pilih jaraknya di Format > Spasi baris & paragraf.",
        "tandai teks isi, lalu pilih jaraknya di Format > Paragraf > Inden & Spasi > Spasi Baris.",
    ),
    "margins": (
        "pilih Tata Letak > Margin > Margin Kustom, lalu isi angka yang diminta.",
        "pilih File > Penyiapan halaman, lalu isi angka yang diminta pada Margin.",
        "pilih Format > Gaya Halaman > Halaman, lalu isi angka yang diminta pada Margin.",
    ),
    "page-size": (
        "pilih Tata Letak > Ukuran untuk ukuran kertas, dan Tata Letak > Orientasi untuk tegak atau mendatar.",
        "pilih File > Penyiapan halaman, lalu atur Ukuran kertas dan Orientasi.",
        "pilih Format > Gaya Halaman > Halaman, lalu atur Format dan Orientasi.",
    ),
    "page-count": (
        "lihat jumlah halaman di bilah status kiri bawah; tambah atau ringkas isi, jangan mengubah huruf atau spasi.",
        "lihat jumlah halaman di Alat > Jumlah kata; tambah atau ringkas isi, jangan mengubah huruf atau spasi.",
        "lihat jumlah halaman di bilah status kiri bawah; tambah atau ringkas isi, jangan mengubah huruf atau spasi.",
    ),
    "file-name": (
        "pilih File > Simpan Sebagai, lalu ketik nama seperti contoh di atas.",
        "klik nama dokumen di kiri atas, ketik nama seperti contoh di atas, lalu unduh lagi dengan File > Download.",
        "pilih Berkas > Simpan Sebagai, lalu ketik nama seperti contoh di atas.",
    ),
    "references": (
        "beri judul “Daftar Pustaka” di akhir naskah dan tulis setiap sumber pada paragrafnya sendiri; untuk sitasi, "
        "pakai Referensi > Sisipkan Kutipan.",
        "beri judul “Daftar Pustaka” di akhir naskah dan tulis setiap sumber pada paragrafnya sendiri; untuk sitasi, "
        "pakai Alat > Kutipan.",
        "beri judul “Daftar Pustaka” di akhir naskah dan tulis setiap sumber pada paragrafnya sendiri; untuk sitasi, "
        "pakai Sisip > Daftar Isi dan Indeks > Entri Bibliografi.",
    ),
    "justification": (
        "tandai teks isi, lalu pilih perataan yang diminta di Beranda (rata kiri-kanan: Ctrl+J; rata kiri: Ctrl+L).",
        "tandai teks isi, lalu pilih Format > Ratakan & inden, dan perataan yang diminta.",
        "tandai teks isi, lalu pilih Format > Ratakan Teks (rata kiri-kanan: Ctrl+J; rata kiri: Ctrl+L).",
    ),
}

MENDING: Final[dict[str, str]] = {
    f"mend.{rule}.{program}": step
    for rule, steps in _STEPS.items()
    for program, step in zip(_PROGRAMS, steps, strict=True)
}
