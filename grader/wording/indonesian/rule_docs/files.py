"""Documentation in Indonesian: the rules for the file itself."""

from __future__ import annotations

from typing import Final

TYPE: Final = """\
Naskah berupa berkas dengan jenis yang diperbolehkan.

Apa yang diperiksa:
    Jenis berkas dibandingkan dengan jenis yang diperbolehkan dalam tugas. Jenis itu ditentukan dari isi berkas,
    bukan dari akhiran namanya: PDF yang diberi nama ``esai.docx`` tetap PDF.

Mengapa penting:
    Tugas dapat meminta PDF karena tampilannya sama di setiap komputer, atau DOCX karena widyaiswara ingin menulis
    komentar di dalamnya.

Contoh:
    Tugas yang hanya menerima PDF::

        - rule: file-type
          settings:
            allowed: [pdf]

Batasannya:
    Berkas yang sama sekali tidak terbaca tidak sampai ke pemeriksaan ini; berkas itu dilaporkan tidak terbaca."""

NAME: Final = """\
Berkas diberi nama seperti yang diminta.

Apa yang diperiksa:
    Nama berkas dibandingkan dengan sebuah pola. Pola terdiri atas teks biasa dan penanda berikut:

    - ``{{name}}`` huruf, spasi, dan tanda ``. , ' -``, diawali huruf;
    - ``{{word}}`` huruf dan angka tanpa spasi;
    - ``{{number}}`` angka;
    - ``{{any}}`` apa saja, paling sedikit satu karakter.

    Seluruh nama harus cocok dengan pola. Huruf besar atau kecil dan banyaknya spasi tidak berpengaruh, begitu pula
    ``(1)`` yang ditambahkan peramban pada unduhan kedua. Akhiran nama (``.pdf``) dibandingkan hanya bila polanya
    memuat akhiran.

Mengapa penting:
    Nama berkas yang seragam mudah diurutkan, dan pemilik naskah sudah diketahui sebelum berkas dibuka.

Contoh:
    Nama peserta, lalu nama tugas::

        - rule: file-name
          severity: suggestion
          settings:
            pattern: "{{name}} - Tugas {{any}}"
            example: "Wayan Sukarta - Tugas Kolaboratif.pdf"

Batasannya:
    Tidak diperiksa apakah nama orang di dalamnya memang nama peserta. Sistem pembelajaran daring kadang mengubah
    nama berkas yang dikumpulkan; lihat dahulu hasil perubahannya sebelum aturan ini dipakai untuk mengurangi
    nilai."""
