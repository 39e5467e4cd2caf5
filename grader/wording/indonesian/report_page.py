"""Sentences in Indonesian: the instructor's page."""

from __future__ import annotations

from typing import Final

_CHARTS: Final[dict[str, str]] = {
    "page.marks.title": "Sebaran nilai",
    "page.marks.caption": "Banyaknya naskah pada setiap rentang nilai; garis putus-putus adalah batas lulus.",
    "page.marks.desc": (
        "Nilai usulan {graded} naskah, dari {lowest} sampai {highest}; {passed} naskah mencapai batas lulus "
        "{pass_mark}."
    ),
    "page.marks.table": "Tabel sebaran nilai",
    "page.marks.table.caption": "Banyaknya naskah pada setiap rentang nilai",
    "page.column.range": "Rentang nilai",
    "page.column.final": "Nilai akhir",
    "page.range": "{lower} sampai di bawah {upper}",
    "page.range.last": "{lower} sampai {upper}",
    "page.pass_mark": "batas lulus {pass_mark}",
    "page.heat.title": "Peta ketercakupan: naskah dan konsep",
    "page.heat.desc": (
        "{graded} naskah dan {concepts} konsep; angkanya ada dalam tabel di bawah gambar, termasuk berapa naskah yang "
        "menjelaskan, menyebut, atau tidak memuat setiap konsep."
    ),
    "page.heat.caption": "Satu baris per naskah, mulai dari nilai usulan tertinggi; satu kolom per konsep.",
    "page.heat.mark": "usulan",
    "page.heat.table": "Tabel naskah dan konsep",
    "page.heat.table.caption": "Label setiap konsep pada setiap naskah",
    "page.shares.title": "Ketercakupan setiap konsep",
    "page.shares.caption": "Bagian dari {graded} naskah yang dinilai, untuk setiap konsep.",
    "page.missed.title": "Aturan yang paling sering tidak dipenuhi",
    "page.missed.caption": "Banyaknya naskah yang tidak memenuhi aturan; batang penuh berarti seluruh {graded} naskah.",
    "page.missed.desc": (
        "{rules} aturan tidak dipenuhi sedikitnya oleh satu naskah; yang paling sering “{rule}”, pada {count} dari "
        "{graded} naskah."
    ),
    "page.missed.none": "Tidak ada naskah yang melanggar aturan format.",
    "page.rules.table": "Tabel hasil setiap aturan",
}

_LIST: Final[dict[str, str]] = {
    "page.pending": (
        "Penilaian belum selesai: {pending} naskah masih menunggu. Jalankan lagi perintah yang sama untuk melanjutkan."
    ),
    "page.decided": "Nilai akhir sudah diputuskan untuk {decided} dari {all} naskah.",
    "page.first.why": (
        "{first} dari {graded} naskah yang dinilai, yang paling mendesak di depan, masing-masing dengan alasannya."
    ),
    "page.filter.search": "Cari naskah",
    "page.filter.review": "Hanya yang perlu ditinjau",
    "page.filter.undecided": "Hanya yang belum diputuskan",
    "page.filter.status": "{shown} dari {all} naskah ditampilkan.",
    "page.sort.hint": "pilih judul kolom untuk mengurutkan",
    "page.undecided": "belum ada",
    "page.paged": "Rincian setiap naskah ada pada halaman tersendiri, di folder “report” di samping halaman ini.",
    "page.nav": "Naskah lain",
    "page.previous": "Naskah sebelumnya",
    "page.next": "Naskah berikutnya",
}

_DECISION: Final[dict[str, str]] = {
    "page.decision.title": "Keputusan widyaiswara",
    "page.decision.short": "Nilai akhir {points}, diputuskan oleh {by}, {when}.",
    "page.decision.mark": "Nilai akhir {points} ({band}); diputuskan oleh {by}, {when}.",
    "page.decision.then": "Nilai usulan ketika itu {points}.",
    "page.decision.reason": "Alasan: {reason}",
    "page.decision.no_reason": "Alasan tidak dituliskan.",
    "page.earlier": "Berkas lain dari peserta ini, tidak dinilai: {files}.",
}

REPORT_PAGE: Final[dict[str, str]] = {**_CHARTS, **_LIST, **_DECISION}
