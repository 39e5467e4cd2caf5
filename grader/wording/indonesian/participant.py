"""Sentences in Indonesian: what a participant reads of a draft (``grader check``) and as feedback."""

from __future__ import annotations

from typing import Final

_NOTICES: Final[dict[str, str]] = {
    "participant.notice.copied-material": "Ada kalimat yang disalin kata demi kata dari bahan ajar: {words} kata, "
    "{share} % dari teks. Kalimat itu tidak dihitung; tulislah ulang dengan kata-kata sendiri.",
    "participant.notice.hidden-text": "Ada {words} kata yang tidak terlihat di halaman (disembunyikan, putih, atau "
    "sangat kecil). Bagian itu tidak dibaca; hapus atau tampilkan.",
    "participant.notice.off-topic": "Isi naskah tampak jauh dari pokok bahasan tugas. Baca lagi soalnya, lalu tulis "
    "tentang materi yang diminta.",
    "participant.notice.ocr-text": "Teks pada {pages} halaman berasal dari hasil pindai dan bisa salah terbaca. "
    "Sebaiknya kumpulkan naskah hasil ketikan.",
    "participant.notice.homoglyphs": "Ada {words} kata yang memakai huruf aksara lain yang mirip huruf Latin; dibaca "
    "sebagai huruf Latin. Ketik ulang kata-kata itu.",
    "participant.notice.pages-without-text": "{pages} halaman hanya berupa gambar sehingga tidak dapat dibaca. Ketik "
    "isinya sebagai teks.",
    "participant.notice.repetition": "{count} kata ({share} % dari teks) mengulang kalimat atau paragraf yang sudah "
    "ada. Pengulangan tidak menambah nilai.",
    "participant.notice.denied-claims": "{count} kalimat menyangkal hal yang disebutnya, sehingga tidak dibaca sebagai "
    "penjelasan. Periksa lagi apakah memang itu maksud Anda.",
    "participant.notice.shuffled-text": "Urutan kata pada sejumlah kalimat tidak wajar sehingga sukar dipahami. Baca "
    "ulang dan perbaiki susunannya.",
    "participant.notice.term-list": "Sebagian teks ({count} kata) berupa deretan istilah, bukan kalimat. Jelaskan "
    "istilah itu dalam kalimat utuh.",
    "participant.notice.tracked-changes": "Ada perubahan terlacak ({insertions} sisipan, {deletions} penghapusan); "
    "naskah dibaca seakan semuanya diterima. Terima atau tolak dahulu sebelum mengumpulkan.",
    "participant.notice.zero-width": "Ada {words} kata yang disisipi karakter tak terlihat; karakter itu diabaikan.",
}

_CONCEPTS: Final[dict[str, str]] = {
    "participant.explained": "Sudah dijelaskan",
    "participant.explained.one": "Anda menjelaskan: {title}",
    "participant.mentioned": "Baru disebut",
    "participant.mentioned.one": "Anda menyebut: {title}",
    "participant.missing": "Belum ditemukan",
    "participant.count": "{title} ({count} dari {total})",
    "participant.none": "Belum ada.",
    "participant.all": "Tidak ada; semuanya sudah disinggung.",
    "participant.want": "Yang masih kurang: {want}",
    "participant.want.several": "lebih dari satu hal, dan masing-masing dengan penjelasan isinya.",
    "participant.want.explanation": "penjelasan dengan kata-kata sendiri; menyebut istilahnya saja belum cukup.",
    "participant.want.turned": "kepastian arah. Kalimat ini dapat dibaca berlawanan dengan konsepnya; periksa lagi.",
    "participant.turned": "Periksa lagi kalimat ini: ada bagian yang dapat dibaca berlawanan dengan konsepnya.",
    "participant.hint": "Petunjuk: {hint}",
    "participant.theme": "Bacaan: tema “{theme}”",
    "participant.where": "Bagian penilaian: {criterion}",
    "participant.quote": "“{quote}”",
    "participant.concepts": "Isi naskah",
}

_RULES: Final[dict[str, str]] = {
    "participant.mend": "Perbaiki sebelum dikumpulkan",
    "participant.mend.feedback": "Aturan yang belum dipenuhi",
    "participant.mend.none": "Semua aturan yang dapat diperiksa sudah dipenuhi.",
    "participant.mend.required": "Wajib diperbaiki: {count}. Anjuran: {other}.",
    "participant.mend.how": "Cara memperbaiki",
    "participant.mend.how.one": "Cara memperbaiki di {program}: {how}",
    "participant.met": "{count} aturan lain sudah dipenuhi.",
    "participant.unchecked": "Tidak dapat diperiksa pada berkas ini",
    "participant.unchecked.advice": "Periksa sendiri hal-hal ini sebelum mengumpulkan.",
    "participant.program.word": "Word",
    "participant.program.docs": "Google Docs",
    "participant.program.libreoffice": "LibreOffice",
    "participant.rule": "{rule} ({severity})",
    "participant.rule.not_met": "Belum sesuai: {rule} ({severity}). {message}",
}

_PAGE: Final[dict[str, str]] = {
    "participant.title": "Pemeriksaan naskah",
    "participant.title.feedback": "Umpan balik naskah",
    "participant.author": "Umpan balik grader",
    "participant.span": "Perkiraan nilai: antara {low} dan {high} dari {maximum}",
    "participant.span.short": "{low}–{high}",
    "participant.span.meaning": "Rentang ini perkiraan kasar program, bukan nilai. Nilai ditetapkan oleh widyaiswara.",
    "participant.words": "Jumlah kata",
    "participant.notices": "Catatan",
    "participant.review": "Program kurang yakin membaca naskah ini, sehingga perkiraan nilainya bisa meleset lebih "
    "jauh.",
    "participant.greeting": "Terima kasih atas naskah Anda. Berikut umpan balik untuk membantu Anda menyempurnakannya.",
    "participant.greeting.name": "Halo, {name}. Terima kasih atas naskah Anda. Berikut umpan balik untuk membantu Anda "
    "menyempurnakannya.",
    "participant.summary": "Dari {total} konsep yang dicari, {explained} sudah dijelaskan, {mentioned} baru disebut, "
    "dan {missing} belum ditemukan.",
    "participant.meaning": "Umpan balik ini dibuat secara otomatis dan bisa keliru; keputusan ada pada widyaiswara. "
    "Tanyakan kepadanya bila ada yang tidak sesuai.",
    "participant.final": "Nilai akhir: {points} dari {maximum}, predikat {band}.",
    "participant.final.reason": "Keterangan widyaiswara: {reason}",
    "participant.failed": "Naskah belum dapat diperiksa",
    "participant.next": "Langkah berikutnya: {hint}",
    "participant.elsewhere": "Tentang kalimat “{quote}”:",
    "participant.general": "Umpan balik umum",
    "participant.to_find": "Yang masih dapat ditambahkan",
    "participant.ok": "Bagus: semua konsep sudah dijelaskan.",
    "participant.file": "umpan balik",
}

_CHECK: Final[dict[str, str]] = {
    "check.column.file": "Draf",
    "check.column.mend": "Wajib",
    "check.column.groups": "Jelas/sebut/belum",
    "check.column.span": "Perkiraan",
    "check.column.words": "Kata",
    "check.details": "Rincian tiap draf: tambahkan --details.",
    "check.legend": "Wajib = aturan wajib yang belum dipenuhi; jelas/sebut/belum = konsep yang sudah dijelaskan, baru "
    "disebut, dan belum ditemukan.",
    "check.written": "Tersimpan: {path}",
    "check.left-out": "Tidak diperiksa, karena dari folder hanya DOCX, PDF, TXT, dan MD yang diambil "
    "({count}): {files}.",
    "check.open": "“{file}” sedang terbuka di {program}. Yang diperiksa adalah salinan yang terakhir disimpan; simpan "
    "dahulu (Ctrl+S) bila ada perubahan.",
    "check.watch.waiting": "Menunggu perubahan pada {files}. Simpan draf untuk memeriksanya lagi; Ctrl+C untuk "
    "berhenti.",
    "check.watch.changed": "Perubahan sejak pemeriksaan terakhir: {file}",
    "check.watch.nothing": "Tidak ada yang berubah pada hasil pemeriksaan.",
    "check.watch.gone": "“{file}” sedang tidak ada; menunggu sampai tersimpan lagi.",
    "check.watch.end": "Selesai.",
    "change.concept": "{title}: {before} → {after}",
    "change.words": "Jumlah kata: {before} → {after} ({difference})",
    "change.rule.met": "Sudah dipenuhi: {rule}",
    "change.rule.not_met": "Tidak lagi dipenuhi: {rule}",
    "change.rule.unchecked": "Tidak dapat diperiksa lagi: {rule}",
    "change.span": "Perkiraan nilai: {before} → {after}",
    "change.readable": "Draf sudah dapat dibaca lagi.",
    "change.unreadable": "Draf sekarang tidak dapat dibaca: {message}",
    "change.notice.new": "Catatan baru: {notice}",
    "change.notice.gone": "Tidak berlaku lagi: {notice}",
    "change.level.explained": "dijelaskan",
    "change.level.mentioned": "disebut",
    "change.level.absent": "belum ditemukan",
    "cli.option.check.details": "Tampilkan rincian setiap draf dan kutipan lengkap.",
    "cli.option.check.out": "Folder untuk halaman HTML; bawaannya folder tempat perintah dijalankan.",
    "cli.option.check.to": "Simpan juga sebagai halaman yang dapat dibuka di peramban.",
    "cli.option.check.watch": "Periksa lagi setiap kali draf disimpan, dan tampilkan yang berubah.",
}

_ERRORS: Final[dict[str, str]] = {
    "error.G160": "“{path}” tidak dapat dibuka: akses ditolak, mungkin karena sedang terbuka di program lain.",
    "error.G160.hint": "Simpan dan tutup berkas itu di Word, atau simpan salinannya dengan nama lain, lalu periksa "
    "salinannya.",
    "error.G161": "“{path}” kosong (0 bita); penyimpanannya mungkin belum selesai.",
    "error.G161.hint": "Buka drafnya, simpan sekali lagi, tunggu sampai selesai (atau sampai sinkronisasi selesai), "
    "lalu periksa lagi.",
    "error.G162": "“{path}” rusak atau baru tersimpan sebagian.",
    "error.G162.hint": "Buka di program pembuatnya, simpan dengan nama baru sebagai DOCX atau PDF, lalu periksa berkas "
    "baru itu.",
    "error.G163": "“{path}” hanya pintasan (shortcut), bukan naskahnya.",
    "error.G163.hint": "Klik kanan pintasan itu, pilih Buka lokasi file, lalu periksa berkas yang asli. Dokumen "
    "daring: unduh dahulu sebagai DOCX atau PDF.",
    "error.G164": "“{path}” tidak berisi draf.",
    "error.G164.hint": "Masukkan berkas DOCX, PDF, TXT, atau MD ke dalamnya, atau sebutkan drafnya sendiri, misalnya: "
    "grader check draf.docx",
    "error.G165": "“{path}” sedang tidak dapat dibaca: berkas itu ditahan program lain, mungkin Word atau program "
    "sinkronisasi (OneDrive, Google Drive).",
    "error.G165.hint": "Simpan dan tutup berkas itu di sana, atau tunggu sampai sinkronisasi selesai, lalu periksa "
    "lagi; atau simpan salinannya dengan nama lain, lalu periksa salinannya.",
}

PARTICIPANT: Final[dict[str, str]] = {**_NOTICES, **_CONCEPTS, **_RULES, **_PAGE, **_CHECK, **_ERRORS}
