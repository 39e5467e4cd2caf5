"""Sentences in Indonesian: reports."""

from __future__ import annotations

from typing import Final

_LABELS: Final[dict[str, str]] = {
    "label.absent": "tidak ada",
    "label.mentioned": "disebut",
    "label.explained": "dijelaskan",
}

_ROLES: Final[dict[str, str]] = {
    "role.essay": "isi esai",
    "role.heading": "judul bagian",
    "role.header-field": "identitas",
    "role.cover": "sampul",
    "role.contents": "daftar isi",
    "role.task": "soal",
    "role.running-head": "kepala atau kaki halaman",
    "role.leftover": "sisa halaman web",
    "role.repeated": "teks yang diulang kata demi kata",
    "role.bibliography": "daftar pustaka",
    "role.copied": "kalimat yang disalin dari bahan ajar",
}

_REVIEW: Final[dict[str, str]] = {
    "review.rule-broken": "Pemeriksaan “{rule}” gagal karena kesalahan program; periksa sendiri.",
    "review.not-checkable": "“{rule}” tidak dapat diperiksa pada berkas ini.",
    "review.notice": "{notice}",
    "review.low-confidence": "Program kurang yakin pada {count} dari {total} konsep.",
    "review.contradiction": "Pada {count} konsep ada pernyataan yang mungkin berlawanan dengan konsepnya.",
    "review.near-pass-mark": "Nilai usulan {points} dekat dengan batas lulus {pass_mark}.",
    "review.section-missing": "Bagian yang diminta tidak ditemukan: {sections}.",
    "review.unlike-wording": "Bahasa naskah jauh berbeda dari naskah yang dipelajari program; periksa semua label.",
    "review.unlike-unnamed": "Banyak konsep diceritakan tanpa disebut namanya, tidak seperti naskah lain; "
    "periksa semua label.",
    "doubt.low-confidence": "Program kurang yakin; periksa kutipannya.",
    "doubt.contradiction": "Ada pernyataan yang mungkin berlawanan dengan konsep ini.",
}

_COLUMNS: Final[dict[str, str]] = {
    "report.column.number": "No.",
    "report.column.submission": "Naskah",
    "report.column.file": "Berkas",
    "report.column.participant": "Peserta",
    "report.column.participant_id": "Nomor peserta",
    "report.column.status": "Status",
    "report.column.words": "Kata",
    "report.column.words_left_out": "Kata tidak dihitung",
    "report.column.not_met": "Aturan tidak dipenuhi",
    "report.column.points": "Nilai usulan",
    "report.column.band": "Predikat",
    "report.column.passed": "Mencapai batas lulus",
    "report.column.review": "Perlu ditinjau",
    "report.column.remarks": "Keterangan",
    "report.column.concept": "Konsep",
    "report.column.kind": "Jenis",
    "report.column.rule": "Aturan",
    "report.column.outcome": "Hasil",
    "report.column.severity": "Tingkat",
    "report.column.message": "Temuan",
    "report.column.page": "Halaman",
    "report.column.paragraph": "Paragraf",
}

_SUMS: Final[dict[str, str]] = {
    "report.concept.sum": "bobot {weight} × kredit {credit}",
    "report.step.deduction": "Pengurangan: “{rule}” tidak dipenuhi",
    "report.step.cap.criterion": "Dibatasi pada nilai tertinggi kriteria ini, {limit}",
    "report.step.cap.rule": "Dibatasi pada {limit} karena “{rule}” tidak dipenuhi",
    "report.step.cap.scale": "Dibatasi pada nilai tertinggi, {limit}",
    "report.step.floor": "Nilai tidak kurang dari 0",
    "report.step.rounding": "Selisih pembulatan",
    "report.sum.title": "Perhitungan nilai usulan",
    "report.sum.subtotal": "Jumlah",
    "report.sum.criterion": "Nilai kriteria",
    "report.sum.total": "Nilai usulan",
    "report.of": "dari {maximum}",
}

_FIGURES: Final[dict[str, str]] = {
    "report.final.moved": "Nilai usulan berubah sejak diputuskan: dulu {then}, sekarang {now}.",
    "report.final.moved_file": (
        "Nilai usulan berubah sejak diputuskan: dulu {then}, sekarang {now}; berkasnya pun bukan berkas yang sama."
    ),
    "report.final.file": ("Berkas ini bukan berkas yang dinilai ketika nilai akhir diputuskan; nilai usulannya sama."),
    "report.figure.graded": "dinilai",
    "report.figure.failed": "tidak dapat dinilai",
    "report.figure.passed": "mencapai batas lulus",
    "report.figure.review": "perlu ditinjau",
    "report.figure.mean": "rata-rata",
    "report.figure.median": "median",
    "report.figure.lowest": "terendah",
    "report.figure.highest": "tertinggi",
    "report.figures.counts": (
        "{graded} dinilai, {failed} tidak dapat dinilai; {passed} mencapai batas lulus, {review} perlu ditinjau."
    ),
    "report.figures.points": (
        "Nilai usulan: rata-rata {mean}, median {median}, terendah {lowest}, tertinggi {highest}."
    ),
    "report.pass_mark": "Batas lulus {pass_mark} dari {maximum}. Predikat bersifat indikatif.",
}

REPORTS: Final[dict[str, str]] = {
    **_LABELS,
    **_ROLES,
    **_REVIEW,
    **_COLUMNS,
    **_SUMS,
    **_FIGURES,
    "report.title": "Laporan nilai usulan",
    "report.skip": "Langsung ke isi",
    "report.nav": "Isi laporan",
    "report.overview": "Gambaran kelas",
    "report.meaning.is": (
        "Nilai usulan menunjukkan seberapa jauh naskah mencakup konsep dalam rubrik penilaian, dan setiap poinnya "
        "bertumpu pada bukti kutipan yang dapat diperiksa."
    ),
    "report.meaning.is_not": (
        "Nilai ini bukan nilai akhir, tidak mengukur keaslian, gaya bahasa, atau mutu analisis, dan baru berlaku "
        "setelah ditinjau dan diputuskan oleh widyaiswara."
    ),
    "report.meaning.short": "Nilai ini usulan; keputusan ada pada widyaiswara.",
    "report.submissions": "Daftar naskah",
    "report.submissions.caption": "Semua naskah menurut nama berkas",
    "report.details": "Rincian per naskah",
    "report.details.open": "Temuan, perhitungan, konsep, dan naskah",
    "report.none_graded": "Tidak ada naskah yang dapat dinilai.",
    "report.review.first": "Perlu ditinjau lebih dahulu",
    "report.review.title": "Perlu ditinjau",
    "report.failed": "tidak dinilai",
    "report.graded": "dinilai",
    "report.failed.title": "Tidak dapat dinilai",
    "report.next_step": "Langkah berikutnya:",
    "report.left_out": "Tidak diperiksa karena bukan naskah: {files}.",
    "report.written": "Laporan tersimpan:",
    "report.coverage": "Ketercakupan konsep",
    "report.coverage.summary": "Tabel ketercakupan",
    "report.coverage.caption": "Banyaknya naskah menurut label setiap konsep; {graded} naskah dinilai",
    "report.rules": "Aturan format",
    "report.rules.caption": "Banyaknya naskah menurut hasil setiap aturan; {graded} naskah dinilai",
    "report.status": "Batas lulus",
    "report.passed": "tercapai",
    "report.not_passed": "belum tercapai",
    "report.yes": "ya",
    "report.no": "tidak",
    "report.mark.passed": "batas lulus tercapai",
    "report.mark.not_passed": "batas lulus belum tercapai",
    "report.words": "{words} kata dihitung.",
    "report.words.left_out": "Tidak dihitung: {parts}.",
    "report.words.role": "{words} kata {role}",
    "report.findings.title": "Temuan format",
    "report.notices.title": "Catatan pembacaan",
    "report.notice.info": "keterangan",
    "report.notice.warning": "peringatan",
    "report.criteria.title": "Kriteria, konsep, dan bukti kutipan",
    "report.criterion": "{title}: {points} dari {maximum}",
    "report.criteria.rule": (
        "Nilai tertinggi setiap kriteria dibagi menurut bobot konsepnya; kredit adalah bagian yang diperoleh menurut "
        "label; bila label hampir bergeser ke label lain, kreditnya di antara keduanya."
    ),
    "report.criterion.full_at": "Nilai penuh sudah tercapai pada ketercakupan {share}.",
    "report.confidence": "keyakinan {confidence}",
    "report.evidence.show": "lihat dalam naskah",
    "report.evidence.for": "bukti untuk",
    "report.place": "hlm. {page}, par. {paragraph}",
    "report.place.page": "hlm. {page}",
    "report.place.paragraph": "par. {paragraph}",
    "report.essay.title": "Naskah",
    "report.essay.legend": (
        "Bukti kutipan ditandai dan diikuti nama konsepnya (● dijelaskan, ◐ disebut); bagian yang dikelabukan tidak "
        "dihitung sebagai kata dan tidak menjadi bukti. Angka di tepi adalah nomor paragraf."
    ),
    "report.essay.summary": "Isi naskah",
    "report.essay.table": "Tabel dalam naskah",
    "report.essay.not_counted": "Tidak dihitung: {role}",
    "report.back": "Kembali ke daftar naskah",
    "report.kind.rule": "aturan",
    "report.kind.notice": "catatan",
    "report.kind.failure": "tidak dinilai",
    "report.sheet.summary": "Rekap",
    "report.sheet.concepts": "Konsep",
    "report.sheet.findings": "Temuan",
    "report.xlsx.count": "Banyaknya naskah: {level}",
    "report.xlsx.footer": "Nilai usulan; keputusan ada pada widyaiswara",
    "report.provenance": "Dibuat dengan grader {program}, rubrik {rubric} (SHA-256 {sha256}).",
}
