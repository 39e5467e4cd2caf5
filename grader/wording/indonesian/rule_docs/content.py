"""Documentation in Indonesian: the rules for what an essay contains."""

from __future__ import annotations

from typing import Final

WORDS: Final = """\
Esai, atau salah satu bagiannya, tidak terlalu pendek dan tidak terlalu panjang.

Apa yang diperiksa:
    Jumlah kata esai dibandingkan dengan batas minimum, batas maksimum, atau keduanya; jumlah yang tepat sama dengan
    batas masih memenuhi. Satu kata adalah rangkaian karakter di antara spasi yang memuat paling sedikit satu huruf
    atau angka; nomor dan tanda butir daftar bukan kata. Judul bagian ikut dihitung. Yang tidak dihitung: halaman
    sampul, isian identitas, daftar isi, teks tugas dan pertanyaan yang disalin kembali, daftar pustaka, kepala dan
    kaki halaman, nomor halaman, sisa-sisa halaman web, serta paragraf 25 kata atau lebih yang diulang kata demi kata.
    Kalimat yang disalin dari bahan ajar, bila bahan ajarnya diberikan, juga tidak dihitung.

    Bila ``section`` diisi, hanya kata di bagian itu yang dihitung, termasuk subbagiannya. Bila judul bagian itu
    tidak ditemukan, bagian tersebut tidak langsung dianggap tidak ada, karena bisa jadi judulnya hanya ditulis
    dengan kata lain. Sisa esai di luar bagian-bagian lain pasti tidak lebih sedikit daripada isi bagian yang
    dicari. Karena itu, bila sisa itu pun terlalu pendek, aturan tidak dipenuhi; bila semua bagian lain ditemukan,
    sisa itulah bagian yang dicari dan dinilai sebagaimana adanya; selain itu, aturan tidak dapat diperiksa dan
    perlu dilihat oleh penilai.

Mengapa penting:
    Batas minimum meminta kedalaman tertentu; batas maksimum meminta peserta memilih hal yang pokok. Kalau teks
    tugas atau sampul ikut dihitung, peserta yang menyalinnya justru diuntungkan.

Contoh:
    Paling sedikit 2.000 kata di bagian A::

        - rule: word-count
          settings:
            minimum: 2000
            section: essay

Batasannya:
    Kata yang terpenggal di akhir baris PDF dapat terhitung dua kali bila kedua penggalannya tidak berhasil
    disambung. Pengolah kata ikut menghitung nomor daftar, kepala halaman, dan sampul, sehingga angkanya sering
    lebih besar."""

SECTIONS: Final = """\
Bagian yang wajib ada, berurutan, dan berisi teks.

Apa yang diperiksa:
    Setiap bagian wajib dicari menurut berbagai rumusan judulnya (nomor, huruf penanda, huruf besar atau kecil, dan
    tanda kurung tidak berpengaruh). Lalu diperiksa apakah isinya cukup banyak kata dan apakah urutannya sesuai.
    Bila urutannya salah, yang disebut hanya bagian yang perlu dipindahkan, sesedikit mungkin.

Mengapa penting:
    Bagian yang tidak ada berarti ada bagian tugas yang tidak dijawab; judul tanpa isi sama saja dengan tidak ada.

Contoh:
    Tiga bagian jurnal pembelajaran::

        - rule: sections
          settings:
            required: [main-ideas, figure, application]
            minimum_words: 30

Batasannya:
    Judul dengan rumusan yang tidak tercantum dalam rubrik tidak dikenali; tambahkan rumusan itu pada ``headings``
    bagian tersebut. Teks yang tidak berada di bawah judul mana pun tidak termasuk bagian mana pun."""

FIELDS: Final = """\
Isian identitas di atas naskah ada dan sudah diisi.

Apa yang diperiksa:
    Di antara isian di atas naskah (``Nama Peserta : …``, satu isian per baris atau dalam tabel dua kolom) dicari
    setiap label wajib atau salah satu sebutan lainnya. Huruf besar atau kecil, tanda baca, dan tambahan dalam
    kurung tidak berpengaruh. Isian tanpa huruf dan angka (titik-titik, tanda hubung, garis bawah) dianggap belum
    diisi.

Mengapa penting:
    Tanpa nama dan nomor, naskah tidak dapat dibedakan dari naskah lain; tanpa kelompok atau nama widyaiswara,
    naskah sulit diarsipkan.

Contoh:
    Nama, serta nomor yang punya dua sebutan::

        - rule: header-fields
          severity: warning
          settings:
            required:
              - label: Nama Peserta
                aliases: [Nama]
              - label: Nomor Presensi
                aliases: [NDH, Nomor Daftar Hadir]

Batasannya:
    Kebenaran isinya tidak diperiksa. Isian yang berada di dalam gambar tidak dapat dibaca."""
