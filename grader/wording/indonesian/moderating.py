"""Sentences in Indonesian: decisions of instructors, in the workbook, on the command line and in errors."""

from __future__ import annotations

from typing import Final

_COLUMNS: Final[dict[str, str]] = {
    "report.column.final": "Nilai akhir",
    "report.column.reason": "Alasan",
    "report.column.by": "Penilai",
    "report.column.when": "Diputuskan pada",
    "report.column.suggested_then": "Nilai usulan saat itu",
    "report.column.moved": "Perubahan sejak itu",
    "report.column.final_band": "Predikat akhir",
    "report.column.maximum": "Nilai tertinggi",
    "report.column.earlier": "Berkas lain, tidak dinilai",
}

_WORKBOOK: Final[dict[str, str]] = {
    "report.sheet.marks": "Nilai",
    "report.xlsx.final.how": (
        "Isilah kolom kuning: nilai akhir 0 sampai {maximum}, alasan bila berbeda dari nilai usulan, dan nama penilai. "
        "Baris yang dibiarkan kosong tetap belum diputuskan. Simpan, lalu jalankan: grader moderate {file}"
    ),
    "report.xlsx.final.title": "Nilai akhir",
    "report.xlsx.final.input": (
        "Angka 0 sampai {maximum}, paling banyak dua desimal. Kosongkan bila belum diputuskan. Bila berbeda dari nilai "
        "usulan, tulis alasannya."
    ),
    "report.xlsx.final.wrong.title": "Bukan nilai",
    "report.xlsx.final.wrong": "Nilai akhir harus berupa angka 0 sampai {maximum}.",
    "report.xlsx.program.title": "Kolom ini diisi program",
    "report.xlsx.program": "Isian Anda di sini tidak dibaca. Keputusan ditulis di kolom kuning. Tetap ubah sel ini?",
    "report.xlsx.legend": "Arti warna",
    "report.xlsx.legend.explained": "konsep dijelaskan dengan kalimat sendiri",
    "report.xlsx.legend.mentioned": "konsep hanya disebut, atau penjelasannya belum lengkap",
    "report.xlsx.legend.absent": "konsep tidak ditemukan dalam naskah",
    "report.figure.decided": "sudah diputuskan",
    "report.figure.pending": "belum dinilai (terhenti)",
}

_COMMAND: Final[dict[str, str]] = {
    "cli.moderate.help": (
        "Mengambil nilai akhir yang Anda tulis di lembar Nilai (rekap.xlsx) atau di CSV. FILE adalah satu atau "
        "beberapa tabel yang sudah diisi.\n\n"
        "Semua baris diperiksa dahulu; bila ada yang salah, tidak ada yang diambil. Keputusan disimpan di "
        "moderation.jsonl dan tidak pernah ditimpa; yang terakhir berlaku, riwayatnya tetap ada."
    ),
    "cli.moderate.example": (
        "grader moderate grader-out/rekap.xlsx\n"
        "grader moderate keputusan.csv --out hasil --by 'Dewi Contoh'\n"
        "grader moderate --list"
    ),
    "cli.option.decided_out": "Folder hasil dari “grader grade”.",
    "cli.option.by": "Nama penilai untuk baris yang kolom penilainya kosong.",
    "cli.option.list": "Tampilkan semua keputusan beserta riwayatnya.",
    "cli.moderate.nothing": "Sebutkan tabel yang sudah diisi, atau --list.",
    "cli.moderate.both": "--list tidak dipakai bersama tabel; jalankan terpisah.",
    "cli.moderate.taken": "{new} keputusan baru, {changed} berubah, {unchanged} sudah tersimpan.",
    "cli.moderate.undecided": "{undecided} dari {all} naskah belum diputuskan.",
    "cli.moderate.undecided.files": "Belum diputuskan: {files}.",
    "cli.moderate.undecided.more": "Belum diputuskan antara lain: {files}.",
    "cli.moderate.saved": "Tersimpan: {path}",
    "cli.moderate.next": (
        "Jalankan lagi “grader grade” dengan perintah yang sama agar semua laporan memuat keputusan ini."
    ),
    "cli.moderate.none_new": "Tidak ada keputusan baru; tidak ada yang ditulis.",
    "cli.moderate.remark.superseded": (
        "{file}: keputusan di baris ini sudah diganti oleh {by} ({points}), yang tetap berlaku. Bila ingin kembali ke "
        "nilai di baris ini, tulis alasan yang baru."
    ),
    "cli.moderate.remark.stale": (
        "{file}: tabel ini menunjukkan nilai usulan {seen}, hasil terakhir {now}. Yang dicatat: keputusan diambil "
        "ketika nilai usulannya {seen}."
    ),
    "cli.moderate.remark.no-mark": "{file}: ada alasan tanpa nilai akhir; baris ini belum diputuskan.",
    "cli.moderate.torn": (
        "Baris terakhir {path} terpotong (listrik padam?) dan tidak memuat keputusan. Sisanya disimpan di {torn} saat "
        "keputusan berikutnya ditulis; periksa apakah ada keputusan yang perlu diambil lagi."
    ),
    "cli.moderate.more": "… dan {count} masalah lain.",
    "cli.moderate.list.none": "Belum ada keputusan di {path}.",
    "cli.moderate.list.holds": "berlaku",
    "cli.moderate.list.replaced": "diganti",
    "cli.moderate.list.state": "Status",
    "cli.schema.help": "Mencetak JSON Schema sebuah berkas hasil. Tanpa nama, daftar skema ditampilkan.",
    "cli.schema.example": "grader schema\ngrader schema assessment > assessment.schema.json",
    "cli.schema.name": "Nama",
    "cli.schema.about": "Untuk",
    "cli.schema.assessment": "satu baris assessments.jsonl",
    "cli.schema.summary": "summary.json",
    "cli.schema.moderation": "satu baris moderation.jsonl",
    "cli.schema.csv-row": "satu baris rekap.csv, sebagai objek menurut nama kolom",
    "cli.schema.unknown": "Tidak ada skema “{name}”. Skema yang ada: {known}.",
}

_ERRORS: Final[dict[str, str]] = {
    "error.G150": "Ada {count} masalah pada keputusan; tidak ada yang diambil.",
    "error.G150.hint": "Perbaiki sel yang disebutkan, simpan, lalu jalankan lagi.",
    "error.G151": "“{path}” adalah {kind}, bukan buku kerja Excel atau CSV.",
    "error.G151.hint": "Buka dengan program asalnya, lalu simpan sebagai XLSX atau “CSV UTF-8”.",
    "error.G152": "{cell} tidak dapat dipakai: {reason}.",
    "error.G152.hint": "Perbaiki isi sel itu, atau kosongkan bila belum diputuskan.",
    "error.G153": "“{path}” tidak dapat dibaca sebagai tabel keputusan: {reason}.",
    "error.G153.hint": "Simpan ulang sebagai XLSX atau “CSV UTF-8”, atau mulai lagi dari rekap.xlsx.",
    "error.G153.hint.columns": (
        "Satu baris harus memuat nama kolom seperti di rekap.xlsx: Berkas, Nilai akhir, Alasan, Penilai."
    ),
    "error.G153.hint.password": "Hapus kata sandinya, lalu simpan ulang.",
    "error.G154": "Tidak ada naskah “{found}” dalam hasil ini.",
    "error.G154.hint": "Periksa apakah --out menunjuk hasil yang benar. Nama yang paling mirip: {allowed}.",
    "error.G155": "“{file}” sudah diputuskan lain di {first}.",
    "error.G155.hint": "Sisakan satu nilai akhir untuk setiap naskah; kosongkan yang lain.",
    "error.G156": "{cell} masih kosong: {reason}.",
    "error.G156.hint": "Isilah sel itu, atau kosongkan nilai akhirnya bila belum diputuskan.",
    "error.G157": "“{file}” adalah naskah {known}, tetapi baris ini menyebut {found}.",
    "error.G157.hint": (
        "Kolomnya mungkin terurut sendiri-sendiri. Mulai lagi dari rekap.xlsx, dan urutkan dengan semua kolomnya."
    ),
    "error.G158": "“{path}” tidak memuat hasil yang dapat dipakai: {reason}.",
    "error.G158.hint": "Jalankan “grader grade” dahulu, atau sebutkan folder hasilnya dengan --out.",
    "error.G159": "“{path}” rusak di baris {lines}; riwayat keputusan tidak diubah.",
    "error.G159.hint": "Pulihkan berkas itu dari cadangan, atau perbaiki barisnya menurut “grader schema moderation”.",
    "reason.decisions-columns": "tidak ada baris yang memuat nama kolomnya",
    "reason.decisions-damaged": "isinya rusak atau tidak lengkap",
    "reason.decisions-large": "isinya terlalu besar untuk sebuah tabel keputusan",
    "reason.decisions-password": "dilindungi kata sandi",
    "reason.mark-boolean": "“{found}” bukan angka",
    "reason.mark-date": "isinya tanggal ({found}); Excel mengubah apa yang Anda ketik",
    "reason.mark-decimals": "{found} memuat lebih dari dua desimal",
    "reason.mark-error": "isinya galat {found}",
    "reason.mark-formula": "isinya rumus; tulis angkanya",
    "reason.mark-percent": "{found} adalah persen; tulis angkanya saja dan ubah format selnya menjadi angka",
    "reason.mark-range": "{found} tidak terletak di antara 0 dan {maximum}",
    "reason.mark-text": "“{found}” bukan angka",
    "reason.text-error": "isinya galat {found}",
    "reason.text-formula": "isinya rumus; tulis teksnya",
    "reason.text-long": "teksnya lebih dari {limit} karakter",
    "reason.needed-by": "tulis nama penilai, atau pakai --by",
    "reason.needed-file": "tulis nama berkas atau nomor peserta",
    "reason.needed-reason": "nilai akhir {points} berbeda dari nilai usulan {suggested}",
    "reason.results-line": "baris {line} tidak dapat dibaca",
    "reason.results-none": "belum ada hasil penilaian",
    "reason.busy": "sedang ditulis oleh perintah lain",
}

MODERATING: Final[dict[str, str]] = {**_COLUMNS, **_WORKBOOK, **_COMMAND, **_ERRORS}
