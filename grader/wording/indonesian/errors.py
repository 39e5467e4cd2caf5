"""Sentences in Indonesian: errors, with the kinds and reasons in them."""

from __future__ import annotations

from typing import Final

ERRORS: Final[dict[str, str]] = {
    # submissions
    "error.G101": "Berkas atau folder “{path}” tidak ditemukan.",
    "error.G101.hint": "Periksa ejaannya; apit dengan tanda kutip bila namanya mengandung spasi.",
    "error.G102": "Tidak ada berkas tugas di “{path}”.",
    "error.G102.hint": "Masukkan berkas DOCX, PDF, TXT, atau MD ke folder itu, atau sebutkan folder lain.",
    "error.G103": "“{path}” tidak dapat dibaca: {reason}.",
    "error.G103.hint": "Tutup berkas itu di program lain dan periksa izin aksesnya.",
    "error.G104": "Berkas ini kosong (0 bita).",
    "error.G104.hint": "Minta peserta mengirim ulang; pengunggahannya mungkin terputus.",
    "error.G105": "Ini {kind} sehingga tidak dapat dinilai.",
    "error.G105.hint": "Buka dengan program asalnya, lalu simpan sebagai PDF atau DOCX.",
    "error.G106": "Berkas ini rusak atau tidak lengkap: {reason}.",
    "error.G106.hint": "Buka berkasnya, simpan ulang sebagai PDF atau DOCX, lalu kumpulkan lagi.",
    "error.G107": "Berkas ini dilindungi kata sandi.",
    "error.G107.hint": "Hapus kata sandinya, lalu simpan ulang.",
    "error.G108": "Berkas ini tidak berisi teks yang dapat dibaca: halamannya berupa gambar.",
    "error.G108.hint": "Kumpulkan naskah hasil ketikan, atau hasil pindai yang teksnya sudah dikenali (OCR).",
    "error.G109": "Ukuran berkas {size} MB; yang dapat dibaca paling besar {limit} MB.",
    "error.G109.hint": "Perkecil gambar di dalamnya, lalu simpan ulang.",
    "error.G110": "Berkas ini tidak berisi teks esai.",
    "error.G110.hint": "Pastikan berkas yang dikumpulkan sudah benar.",
    "error.G111": "Dokumen ini terlalu besar: {what}.",
    "error.G111.hint": "Kumpulkan esainya saja, tanpa lampiran.",
    "error.G113": "Berkas ini terlalu rumit untuk dibaca dalam batas waktu dan memori.",
    "error.G113.hint": "Buka berkasnya, cetak ulang sebagai PDF baru, lalu kumpulkan PDF itu.",
    # an expert's labels
    "error.G120": "Ada {count} masalah pada tabel label.",
    "error.G120.hint": "Perbaiki baris yang disebutkan, lalu jalankan lagi.",
    "error.G121": "Kolom “{column}” tidak ada.",
    "error.G121.hint": (
        "Baris pertama memuat nama kolom yang dipisahkan koma atau titik koma: file, concept, label, dan bila perlu "
        "evidence."
    ),
    "error.G122": "Konsep “{found}” tidak dikenal.",
    "error.G122.hint": "Mungkin maksudnya: {allowed}?",
    "error.G123": "“{found}” bukan label.",
    "error.G123.hint": "Tulislah 0 (tidak ada), 1 (disebut), atau 2 (dijelaskan).",
    "error.G124": "Label “{concept}” untuk “{file}” sudah ada pada baris {first}.",
    "error.G124.hint": "Pertahankan label yang berlaku, hapus yang lain.",
    "error.G125": "Tidak ada naskah “{found}” di folder ini.",
    "error.G125.hint": "Mungkin maksudnya: {allowed}?",
    "error.G126": "“{found}” dapat berarti salah satu dari: {allowed}.",
    "error.G126.hint": "Tulis nama lengkapnya beserta folder dan akhirannya.",
    "error.G127": "Tabelnya tidak dapat dibaca: {reason}.",
    "error.G127.hint": "Simpan ulang sebagai “CSV UTF-8”.",
    "error.G128": (
        "“{path}” tidak memuat label yang dapat dibandingkan: tidak ada label untuk naskah yang terbaca dan konsep "
        "dalam rubrik."
    ),
    "error.G128.hint": "Isi kolom file, concept, dan label, atau pilih rubrik yang sesuai dengan label itu.",
    "error.G130": "Tidak ada yang dapat dipelajari: label harus memuat 0 (tidak ada) maupun 2 (dijelaskan).",
    "error.G130.hint": "Beri label pada lebih banyak naskah; dengan --measure harus ada naskah lain yang tersisa.",
    "error.G129": "Bahan ajar tidak dapat dibaca; belum ada naskah yang dinilai.",
    "error.G129.hint": (
        "Berikan teksnya sebagai berkas DOCX, PDF, TXT, atau MD; berkas yang terlalu besar dapat diberikan per bagian."
    ),
    "error.G112": (
        "Teksnya tidak terbaca sebagai bahasa Indonesia atau Inggris; "
        "hurufnya mungkin tertukar atau berubah menjadi simbol."
    ),
    "error.G112.hint": "Simpan ulang sebagai DOCX, atau sebagai PDF dengan font tertanam, lalu kumpulkan lagi.",
    # a class as it comes: zips, names, rosters
    "error.G140": "“{path}” tidak dapat dibuka sebagai zip: {reason}.",
    "error.G140.hint": "Unduh sekali lagi, atau keluarkan isinya dan sebutkan foldernya.",
    "error.G141": "Pola nama “{pattern}” bukan ekspresi reguler yang sah: salah pada karakter ke-{place}.",
    "error.G141.hint": "Tulislah seperti ini, di antara tanda kutip: (?P<id>[0-9]+)_(?P<name>[^_]+)_",
    "error.G142": (
        "Pola nama “{pattern}” tidak menyebutkan bagian mana milik siapa; kelompok bernama di dalamnya: {found}."
    ),
    "error.G142.hint": (
        "Beri sebuah kelompok nama “name” atau “id”, dan “attempt” bila perlu: (?P<id>[0-9]+)_(?P<name>[^_]+)_"
    ),
    "error.G143": "Pola nama “{pattern}” dapat menghabiskan waktu berjam-jam untuk satu berkas.",
    "error.G143.hint": (
        "Jangan mengulang bagian yang sudah memuat pengulangan, jangan melihat ke depan atau ke belakang, dan sebutkan "
        "di mana suatu bagian berakhir: [^_]+_ alih-alih .+_"
    ),
    "error.G144": "Ada {count} masalah pada daftar peserta; belum ada naskah yang dinilai.",
    "error.G144.hint": "Perbaiki baris yang disebutkan, lalu jalankan lagi.",
    "error.G145": "Tidak ada kolom yang dikenal pada daftar peserta.",
    "error.G145.hint": "Satu baris di atas data harus memuat nama kolom, misalnya: nomor presensi, nama.",
    "error.G146": "Nomor “{id}” sudah ada pada baris {first}.",
    "error.G146.hint": "Beri setiap peserta nomornya sendiri.",
    "error.G147": "“{name}” sudah ada pada baris {first}, dan tidak ada nomor yang membedakan keduanya.",
    "error.G147.hint": "Tambahkan kolom nomor (NIP, nomor presensi), atau hapus baris yang berlebih.",
    "error.G148": "Nomor “{id}” telah dibulatkan oleh program lembar kerja.",
    "error.G148.hint": (
        "Ubah format kolomnya menjadi teks, lalu ketik ulang nomornya; tanpa itu, hanya 15 angka yang disimpan."
    ),
    "error.G149": "Daftar peserta tidak dapat dibaca: {reason}.",
    "error.G149.hint": "Simpan ulang sebagai XLSX atau “CSV UTF-8”.",
    # rubrics
    "error.G201": "Tidak ada rubrik “{name}”.",
    "error.G201.hint": "Rubrik bawaan grader: {known}. Bisa juga menyebutkan lokasi berkas YAML.",
    "error.G202": "YAML tidak sah: {reason}.",
    "error.G202.hint": "Periksa indentasi, tanda kutip, dan titik dua di bagian ini.",
    "error.G203": "Ada {count} masalah pada rubrik ini.",
    "error.G203.hint": "Perbaiki bagian yang disebutkan, lalu jalankan `grader rubric check`.",
    "error.G204": "“{path}” sudah ada.",
    "error.G204.hint": "Pilih nama lain, atau hapus dahulu berkas itu.",
    "error.G211": "Kunci “{found}” tidak dikenal.",
    "error.G211.hint": "Yang boleh dipakai di sini: {allowed}.",
    "error.G212": "Kunci “{key}” belum ada.",
    "error.G212.hint": "Tambahkan kunci itu; penjelasannya ada di `grader rubric schema`.",
    "error.G213": "“{found}” tidak sesuai: seharusnya {expected}.",
    "error.G213.hint": "Ubah nilainya.",
    "error.G214": "Aturan “{found}” tidak dikenal.",
    "error.G214.hint": "Aturan yang ada: {allowed}.",
    "error.G215": "Konsep “{found}” tidak dikenal.",
    "error.G215.hint": "Mungkin maksudnya: {allowed}?",
    "error.G216": "Bagian “{found}” tidak dikenal.",
    "error.G216.hint": "Bagian dalam rubrik ini: {allowed}.",
    "error.G217": "Jumlah bobot {total}, seharusnya {expected}.",
    "error.G217.hint": "Ubah bobot kriterianya.",
    "error.G218": "Frasa “{found}” tidak berguna: {reason}.",
    "error.G218.hint": "Hapus, atau tulis frasa yang lebih khas.",
    "error.G219": "“{found}” tertulis dua kali di sini.",
    "error.G219.hint": "Hapus salah satunya.",
    "error.G220": "{reason}",
    "error.G220.hint": "Ubah nilai “{found}”.",
    # options and output
    "error.G301": "“{path}” tidak dapat ditulis: {reason}.",
    "error.G301.hint": "Pilih tempat lain dengan --out atau --output.",
    "error.G301.hint.in-use": "Tutup berkas itu di program tersebut (misalnya Excel atau Word) lalu jalankan perintah "
    "yang sama sekali lagi, atau pilih tempat lain dengan --out atau --output.",
    "error.G302": "Tidak ada aturan “{name}”.",
    "error.G302.hint": "Aturan yang ada: {known}.",
    "error.G303": "Tidak ada format laporan “{name}”.",
    "error.G303.hint": "Format yang ada: {known}.",
    # defects of this program
    "error.G901": "grader sendiri gagal memproses berkas ini ({reason}).",
    "error.G901.hint": "Mohon laporkan kesalahan ini; tugas peserta lain tidak terpengaruh.",
    "error.G105.hint.archive": "Keluarkan berkas di dalamnya, lalu kumpulkan esainya sebagai PDF atau DOCX.",
    "error.G105.hint.heic": "Kumpulkan naskah hasil ketikan sebagai PDF atau DOCX, bukan fotonya.",
    "error.G105.hint.image": "Kumpulkan naskah hasil ketikan sebagai PDF atau DOCX, bukan fotonya.",
    "error.G105.hint.jpeg": "Kumpulkan naskah hasil ketikan sebagai PDF atau DOCX, bukan fotonya.",
    "error.G105.hint.link": "Buka dokumennya di internet, unduh sebagai PDF atau DOCX, lalu kumpulkan unduhannya.",
    "error.G105.hint.png": "Kumpulkan naskah hasil ketikan sebagai PDF atau DOCX, bukan fotonya.",
    "error.G105.hint.webp": "Kumpulkan naskah hasil ketikan sebagai PDF atau DOCX, bukan fotonya.",
    "kind.archive": "arsip kumpulan berkas",
    "kind.audio": "rekaman suara",
    "kind.doc": "dokumen Word lama (.doc)",
    "kind.docm": "dokumen Word bermakro (.docm)",
    "kind.epub": "buku elektronik (EPUB)",
    "kind.font": "berkas huruf (font)",
    "kind.heic": "foto ponsel (HEIC)",
    "kind.html": "halaman web (HTML)",
    "kind.image": "gambar",
    "kind.jpeg": "gambar (JPEG)",
    "kind.link": "hanya pintasan ke dokumen di internet",
    "kind.mht": "arsip halaman web (MHT)",
    "kind.odp": "presentasi OpenDocument (.odp)",
    "kind.ods": "lembar kerja OpenDocument (.ods)",
    "kind.odt": "teks OpenDocument (.odt)",
    "kind.office": "berkas program Office lama",
    "kind.pages": "dokumen Apple Pages",
    "kind.png": "gambar (PNG)",
    "kind.postscript": "berkas PostScript",
    "kind.ppt": "presentasi PowerPoint lama (.ppt)",
    "kind.pptx": "presentasi PowerPoint",
    "kind.program": "berkas program",
    "kind.rtf": "dokumen Rich Text (.rtf)",
    "kind.strict-docx": "dokumen Word ragam “Strict Open XML”",
    "kind.unknown": "berkas yang jenisnya tidak dikenal",
    "kind.video": "video",
    "kind.webp": "gambar (WebP)",
    "kind.word-xml": "dokumen Word dalam satu berkas XML",
    "kind.wps": "dokumen Microsoft Works (.wps)",
    "kind.xls": "buku kerja Excel lama (.xls)",
    "kind.xlsx": "buku kerja Excel",
    "kind.xml": "berkas XML",
    "reason.alt-chunk": "ada berkas lain tertanam di dalamnya yang teksnya hanya dapat ditampilkan oleh Word",
    "reason.device": "disk atau jaringan tidak merespons",
    "reason.doctype": "XML-nya mendeklarasikan jenis dokumen (DOCTYPE), yang tidak pernah dilakukan oleh Word",
    "reason.csv-encoding": "hurufnya tidak tersandi sebagai UTF-8",
    "reason.csv-quotes": "ada tanda kutip yang tidak ditutup atau salah tempat",
    "reason.encoding": "penyandian hurufnya tidak dikenal",
    "reason.in-use": "sedang dipakai program lain",
    "reason.link": "tautan ini menuju ke luar folder atau tidak menuju ke mana pun",
    "reason.no-document": "bagian yang memuat teks tidak ada",
    "reason.not-a-file": "bukan berkas biasa",
    "reason.pdf": "struktur PDF-nya tidak dapat diikuti",
    "reason.permission": "akses ditolak",
    "reason.roster-empty": "tidak ada peserta di dalamnya",
    "reason.roster-kind": "bukan tabel CSV atau buku kerja XLSX",
    "reason.roster-large": "isinya lebih dari {limit} baris, atau lebih besar daripada daftar peserta mana pun",
    "reason.roster-workbook": "buku kerjanya rusak, terkunci, atau tidak memuat lembar berisi tabel",
    "reason.xml": "XML-nya tidak tersusun dengan benar",
    "reason.zip": "isinya tidak dapat dibuka dari kemasannya",
    "reason.zip-entries": "isinya lebih dari {limit} berkas",
    "reason.zip-password": "semua berkas di dalamnya dilindungi kata sandi",
    "what.characters": "lebih dari {limit} karakter",
    "what.entries": "lebih dari {limit} bagian",
    "what.inflated": "lebih dari {limit} MB setelah dibuka, atau dimampatkan secara tidak wajar",
    "what.pages": "lebih dari {limit} halaman",
    "what.words": "lebih dari {limit} kata",
    "notice.copied-material": (
        "Ada kalimat yang disalin kata demi kata dari bahan ajar: {words} kata, {share} % dari teks. Kalimat itu tidak "
        "dihitung dan tidak menjadi bukti."
    ),
    "notice.hidden-text": "Ada teks tersembunyi yang tidak ikut dibaca ({words} kata).",
    "notice.off-topic": (
        "Isi teks jauh dari pokok bahasan rubrik, meskipun beberapa istilahnya disebut: kedekatannya hanya {share} % "
        "dari contoh-contoh dalam rubrik, dihitung dari {count} kata."
    ),
    "notice.ocr-text": (
        "Teks pada {pages} halaman hasil pindai dikenali secara otomatis (OCR) dan bisa salah baca; "
        "cocokkan dengan gambarnya."
    ),
    "notice.homoglyphs": (
        "Ada {words} kata yang bercampur huruf dari aksara lain yang mirip huruf Latin; dibaca sebagai huruf Latin."
    ),
    "notice.pages-without-text": "Jumlah halaman yang hanya berupa gambar dan tidak dapat dibaca: {pages}.",
    "notice.repetition": (
        "Sebagian teks diulang: {count} kata ({share} % dari teks) sudah tertulis sebelumnya dalam kalimat atau "
        "paragraf yang sama."
    ),
    "notice.denied-claims": (
        "{count} kalimat ({share} % dari semua kalimat) menyangkal apa yang disebutnya; kalimat itu tidak dihitung "
        "sebagai bukti."
    ),
    "notice.shuffled-text": (
        "Kata-kata tampak diacak: ada {count} urutan kata yang tidak mungkin, dan {share} % kalimat tampaknya bukan "
        "kalimat yang wajar."
    ),
    "notice.term-list": (
        "Banyak dari teks ini berupa deretan istilah, bukan kalimat: {count} kata ({share} % dari teks)."
    ),
    "notice.tracked-changes": (
        "Dokumen memuat perubahan terlacak ({insertions} sisipan, {deletions} penghapusan); "
        "dibaca seolah-olah semuanya sudah diterima."
    ),
    "notice.zero-width": "Ada {words} kata yang disisipi karakter tak terlihat; karakter itu diabaikan.",
}
