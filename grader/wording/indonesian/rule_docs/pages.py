"""Documentation in Indonesian: the rules for the pages."""

from __future__ import annotations

from typing import Final

MARGINS: Final = """\
Margin halaman selebar yang diminta.

Apa yang diperiksa:
    Margin pada sebagian besar halaman dibandingkan dengan margin yang disebut dalam rubrik, satu per satu; margin
    yang tidak disebut tidak dilihat. Selisihnya tidak boleh melebihi ``tolerance_cm``.

Mengapa penting:
    Margin kiri yang lebar memberi tempat untuk penjilidan, semua margin memberi tempat untuk catatan; margin yang
    sempit menyamarkan panjang esai.

Contoh:
    Margin yang lazim untuk naskah yang dijilid::

        - rule: margins
          severity: suggestion
          settings:
            top: 4
            right: 3
            bottom: 3
            left: 4

Batasannya:
    Berkas Word memuat margin yang disetel penulis. PDF tidak memuatnya; pada PDF, margin diukur dari tepi halaman
    ke teks. Karena itu, tepi kanan yang tidak rata, atau halaman yang tidak penuh, membuat margin tampak lebih
    lebar daripada setelannya."""

PAGE_SIZE: Final = """\
Halaman berukuran, dan berorientasi, seperti yang diminta.

Apa yang diperiksa:
    Ukuran sebagian besar halaman dibandingkan dengan ukuran yang bernama (A3, A4, A5, B5, F4, folio, letter, legal)
    atau dengan lebar dan tinggi dalam milimeter; selisih masing-masing tidak boleh melebihi ``tolerance_mm``. Tanpa
    ``orientation``, halaman boleh tegak atau mendatar.

Mengapa penting:
    Halaman yang seukuran mudah dicetak dan diarsipkan bersama; program dengan pengaturan negara lain sering memakai
    kertas *letter*.

Contoh:
    A4, tegak::

        - rule: page-size
          severity: suggestion
          settings:
            size: A4
            orientation: portrait

Batasannya:
    F4 dijual dalam dua ukuran; di sini yang dimaksud 215 × 330 mm. Untuk ukuran yang satu lagi, tulis
    ``size: [210, 330]``. Pada berkas Word, yang dilihat hanya ukuran halaman di bagian terakhir dokumen."""

COUNT: Final = """\
Halaman dokumen tidak terlalu sedikit dan tidak terlalu banyak.

Apa yang diperiksa:
    Jumlah halaman berkas dibandingkan dengan batas minimum, batas maksimum, atau keduanya; jumlah yang tepat sama
    dengan batas masih memenuhi. Semua halaman dihitung, juga sampul.

Mengapa penting:
    Ada tugas yang menentukan panjangnya dalam halaman. Jumlah kata lebih tepat sebagai ukuran panjang, karena tidak
    bergantung pada huruf dan margin; bila keduanya mungkin, ``word-count`` lebih adil.

Contoh:
    Tiga sampai sepuluh halaman::

        - rule: page-count
          settings:
            minimum: 3
            maximum: 10

Batasannya:
    Berkas Word belum terbagi atas halaman sebelum ditata oleh sebuah program, sehingga aturan ini tidak dapat
    diperiksa pada berkas Word, juga pada teks polos."""
