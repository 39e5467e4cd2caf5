"""Documentation in Indonesian: the rule for sources."""

from __future__ import annotations

from typing import Final

REFERENCES: Final = """\
Daftar pustaka ada, dan sumber yang dikutip tercantum di dalamnya.

Apa yang diperiksa:
    Sumber dalam daftar pustaka (``Daftar Pustaka``, ``Referensi`` …) dihitung dan harus paling sedikit sejumlah
    yang diminta. Dengan ``citations``, sitasi di dalam teks juga dicari, dalam bentuk ``(Nama, 2017)``,
    ``Nama (2017)``, atau ``[3]``, dan sitasi yang sumbernya tidak tercantum disebutkan. Sebuah sumber dianggap
    cocok bila memuat salah satu nama beserta tahunnya, atau bernomor sama; huruf besar atau kecil tidak
    berpengaruh, dan ``LAN`` cocok dengan *Lembaga Administrasi Negara*.

Mengapa penting:
    Dengan menyebut sumber, peserta memberi orang lain kesempatan memeriksanya dan tidak mengakui pikiran orang lain
    sebagai pikirannya sendiri.

Contoh:
    Daftar pustaka dengan dua sumber atau lebih::

        - rule: references
          severity: warning
          settings:
            minimum: 2

Batasannya:
    Sumber yang hanya tercantum di catatan kaki bukan daftar pustaka. Tidak diperiksa apakah teks mengutip di tempat
    yang seharusnya. Peraturan yang disebut dengan nomor dan tahun tidak dianggap sitasi. Peristiwa atau tempat
    dalam kurung yang ditulis seperti nama penulis (``(Jakarta, 2017)``) dianggap sitasi. Sumber yang terpecah
    menjadi dua paragraf dalam PDF dapat terhitung dua kali."""
