"""Documentation in Indonesian: the rules for the look of the text."""

from __future__ import annotations

from typing import Final

FONT: Final = """\
Teks memakai jenis huruf yang diminta.

Apa yang diperiksa:
    Jenis huruf setiap potongan teks isi dilihat, lalu diperiksa apakah cukup banyak teks (``share``; bawaannya
    paling sedikit 90 %, kecuali rubrik menentukan lain) memakai salah satu jenis huruf yang diminta, atau jenis
    huruf yang disamakan dengannya (``aliases``). Judul, keterangan gambar dan tabel, sel tabel, dan catatan kaki
    tidak dilihat. Bentuk nama disatukan: ``Arial-BoldMT`` dan ``ABCDEF+ArialMT`` adalah Arial; ``Arial Narrow``
    adalah jenis huruf lain.

Mengapa penting:
    Jenis huruf yang seragam membuat semua esai mudah dibandingkan dan nyaman dibaca satu demi satu; teks dengan
    jenis huruf lain sering menandai tempelan dari sumber lain.

Contoh:
    Arial, termasuk jenis huruf yang dipakai LibreOffice sebagai penggantinya::

        - rule: font-family
          severity: warning
          settings:
            families: [Arial]
            aliases: [Liberation Sans, Arimo]

Batasannya:
    Ada program yang menulis jenis huruf ke dalam PDF tanpa namanya; bila itu terjadi pada lebih dari seperlima
    teks, aturan ini tidak dapat diperiksa. Begitu pula bila sebagian besar esai berada di dalam tabel. Berkas Word
    menyebut jenis huruf yang dipilih penulis; komputer yang tidak memilikinya dapat menampilkan jenis huruf
    lain."""

SIZE: Final = """\
Teks memakai ukuran huruf yang diminta.

Apa yang diperiksa:
    Ukuran cetak huruf pada setiap potongan teks isi dilihat, lalu diperiksa apakah cukup banyak teks (``share``;
    bawaannya paling sedikit 90 %, kecuali rubrik menentukan lain) berukuran seperti yang diminta, dengan selisih
    tidak melebihi ``tolerance``. Judul, keterangan gambar dan tabel, sel tabel, dan catatan kaki tidak dilihat.

Mengapa penting:
    Huruf kecil membuat satu halaman memuat lebih banyak teks dan melelahkan pembaca; huruf besar membuat esai
    tampak lebih panjang daripada yang sebenarnya.

Contoh:
    Dua belas poin::

        - rule: font-size
          severity: warning
          settings:
            size: 12

Batasannya:
    Ukuran dalam PDF yang diperkecil atau diperbesar saat dicetak (dua halaman per lembar, *sesuaikan dengan
    halaman*) adalah ukuran yang tampak di halaman, bukan ukuran yang dipilih penulis. Bila sebagian besar esai
    berada di dalam tabel, aturan ini tidak dapat diperiksa."""

SPACING: Final = """\
Jarak antarbaris sesuai dengan yang diminta.

Apa yang diperiksa:
    Spasi baris setiap paragraf dilihat sebagai kelipatan spasi tunggal, lalu diperiksa apakah cukup banyak teks isi
    (``share``; bawaannya paling sedikit 90 %, kecuali rubrik menentukan lain) berspasi seperti yang diminta, dengan
    selisih tidak melebihi ``tolerance``. Judul, keterangan gambar dan tabel, sel tabel, dan catatan kaki tidak
    dilihat; paragraf yang lebih panjang lebih menentukan.

Mengapa penting:
    Pembaca memerlukan ruang di antara baris, untuk mata dan untuk catatan.

Contoh:
    Satu setengah spasi::

        - rule: line-spacing
          severity: warning
          settings:
            spacing: 1.5

Batasannya:
    PDF tidak memuat spasi baris, hanya letak baris: dari paragraf yang hanya satu baris, spasinya tidak dapat
    diketahui, dan jarak antarbaris dibandingkan dengan tinggi baris yang lazim untuk jenis hurufnya. Bila spasi
    lebih dari seperlima teks tidak dapat diketahui, misalnya pada esai dengan banyak baris pendek, aturan ini tidak
    dapat diperiksa. Begitu pula bila sebagian besar esai berada di dalam tabel."""

ALIGNMENT: Final = """\
Teks rata kiri-kanan, atau rata kiri saja, seperti yang diminta.

Apa yang diperiksa:
    Perataan setiap paragraf dilihat, lalu diperiksa apakah cukup banyak teks isi (``share``; bawaannya paling
    sedikit 90 %, kecuali rubrik menentukan lain) rata seperti yang diminta. Judul, keterangan gambar dan tabel, sel
    tabel, dan catatan kaki tidak dilihat.

Mengapa penting:
    Banyak instansi meminta teks rata kiri-kanan dalam naskah dinas. Ini soal kerapian; rubrik jarang perlu
    menjadikannya lebih dari saran.

Contoh:
    Teks rata kiri-kanan::

        - rule: justification
          severity: suggestion
          settings:
            alignment: justify

Batasannya:
    PDF tidak menyimpan perataan teksnya; perataan dibaca dari ujung baris setiap paragraf, dan hanya bila barisnya
    cukup banyak untuk dipastikan. Teks polos tidak dapat diperiksa, begitu juga esai yang sebagian besar berada di
    dalam tabel."""
