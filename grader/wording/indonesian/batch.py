"""Sentences in Indonesian: a class graded in one go."""

from __future__ import annotations

from typing import Final

BATCH: Final[dict[str, str]] = {
    "report.final.title": "Nilai usulan berubah sejak diputuskan",
    "report.final.short": "nilai akhir {points}",
    "report.earlier.title": "Berkas lain dari peserta yang sama, tidak dinilai",
    "report.more": "dan {count} naskah lain; lihat laporan.",
    "cli.run.grading": "Menilai",
    "cli.run.loading": "Menyiapkan",
    "cli.run.line": "{done} dari {total} selesai, {rate} naskah per menit, kira-kira {left} lagi.",
    "cli.run.line.short": "{done} dari {total} selesai.",
    "cli.run.rate": "{rate} naskah/menit",
    "cli.run.stopped": "Dihentikan: {done} dari {total} naskah selesai dan tersimpan.",
    "cli.run.go_on": "Lanjutkan dengan: {command}",
    "cli.run.resumed": "{known} hasil sebelumnya dipakai lagi; {graded} naskah dinilai sekarang, {changed} di "
    "antaranya karena naskah, rubrik, atau programnya berubah.",
    "cli.run.strangers": "Tidak ada dalam daftar peserta: {files}. Periksa nama dan nomornya; naskahnya tetap dinilai.",
    "cli.run.typed": "Buku kerja yang lama berisi keputusan yang belum diambil; disimpan sebagai {path}. Ambil "
    'dengan: grader moderate "{path}" --out "{out}"',
    "cli.run.absent": "Belum mengumpulkan: {names}.",
    "cli.run.torn": "Baris terakhir moderation.jsonl terpotong (mungkin listrik padam ketika ditulis) dan "
    "tidak memuat keputusan.",
    "cli.usage.scheduler": "--backend dask dan --scheduler harus dipakai bersama.",
    "cli.option.roster": "Daftar peserta (CSV atau XLSX) dengan kolom nama dan nomor.",
    "cli.option.name_pattern": "Pola nama berkas dengan grup bernama name dan id, misalnya "
    '"(?P<id>[0-9]+)-(?P<name>.+)".',
    "cli.option.jobs": "Banyaknya proses yang menilai; bawaan: sebanyak inti prosesor.",
    "cli.option.fresh": "Mulai dari awal; hasil sebelumnya tidak dipakai. Keputusan penilai tetap ada.",
    "cli.option.backend": "Tempat menilai: komputer ini, atau klaster Dask (lihat --scheduler).",
    "cli.option.scheduler": "Alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786.",
    # errors
    "error.G304": "Hasil di “{path}” tidak dapat disimpan: {reason}.",
    "error.G304.hint": "Kosongkan ruang disk atau pilih folder lain dengan --out; lalu jalankan perintah yang sama, "
    "penilaian dilanjutkan dari tempat berhentinya.",
    "error.G305": "Penilaian lain sedang berjalan di “{path}”: proses {pid} di {machine}, sejak {since}.",
    "error.G305.hint": "Tunggu sampai selesai, atau pilih folder lain dengan --out.",
    "error.G306": "Klaster di “{address}” tidak dapat dihubungi, atau terputus: {reason}.",
    "error.G306.hint": "Periksa alamatnya dan pastikan penjadwal dan pekerjanya berjalan; perintah yang sama "
    "melanjutkan dari tempat berhentinya.",
    "error.G307": "Versi pekerja ({found}) berbeda dari versi program ini ({asked}).",
    "error.G307.hint": "Pasang versi grader yang sama di semua komputer klaster.",
    "error.G308": "Pustaka untuk klaster belum terpasang.",
    "error.G308.hint": "Pasang dengan: pip install 'grader[cluster]'; atau jangan pakai --backend.",
}
