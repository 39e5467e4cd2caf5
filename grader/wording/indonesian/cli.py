"""Sentences in Indonesian: the command line."""

from __future__ import annotations

from typing import Final

CLI: Final[dict[str, str]] = {
    "cli.help": "Mengusulkan nilai untuk esai berbahasa Indonesia, dengan bukti kutipan untuk setiap poin.\n\n"
    "Program ini mengusulkan; widyaiswara yang memutuskan.",
    "cli.example": "grader rubric list\n"
    "grader grade esai --rubric esai-kolaboratif\n"
    "grader --lang en rubric show esai-kolaboratif",
    # what click says by itself
    "cli.help.commands": "Perintah",
    "cli.help.default": "bawaan",
    "cli.help.example": "Contoh",
    "cli.help.options": "Opsi",
    "cli.help.required": "wajib",
    "cli.help.usage": "Pemakaian:",
    "cli.usage.at-least": "{name} harus berupa bilangan bulat, paling kecil {least}.",
    "cli.usage.choice": "Pilihan untuk {name}: {allowed}.",
    "cli.usage.empty": "{name} kosong (“”): sebutkan berkas atau folder; variabel terminal "
    "(seperti $DRAF) mungkin belum diisi.",
    "cli.usage.extra": "Tidak diharapkan di sini: {found}.",
    "cli.usage.file": "“{name}” adalah berkas atau folder, bukan perintah. Untuk memeriksanya sebagai draf: grader "
    'check "{name}" --rubric NAMA; untuk menilainya: grader grade "{name}" --rubric NAMA.',
    "cli.usage.hint": "Bantuan: {command}",
    "cli.usage.missing": "{name} belum diisi.",
    "cli.usage.missing-rubric": "{name} belum diisi. Rubrik bawaan: {known}. Atau sebutkan berkas YAML.",
    "cli.usage.no-command": "Tidak ada perintah “{name}”. Perintah yang ada: {known}.",
    "cli.usage.no-option": "Tidak ada opsi {name}.",
    "cli.usage.no-option-near": "Tidak ada opsi {name}. Maksud Anda: {near}?",
    "cli.usage.no-value": "{name} memerlukan nilai.",
    "cli.usage.number": "{name} harus berupa angka.",
    "cli.usage.other": "Tidak dapat dipahami: {message}",
    "cli.usage.value": "Nilai untuk {name} tidak sesuai: {message}",
    # options
    "cli.option.bank": "Skema berkas konsep, bukan rubrik.",
    "cli.option.fail_on": "Kode keluar 1 bila ada aturan setingkat ini, atau lebih berat, yang tidak dipenuhi.",
    "cli.option.help": "Tampilkan bantuan ini.",
    "cli.option.labels": "Tabel CSV berisi label Anda: kolom file, concept, label, dan bila perlu evidence.",
    "cli.option.lang": "Bahasa pesan dan laporan (juga: GRADER_LANG).",
    "cli.option.material": "Bahan ajar (modul, paparan): kalimat yang disalin darinya tidak dihitung dan tidak menjadi "
    "bukti; boleh ditulis beberapa kali.",
    "cli.option.min_score": "Kode keluar 1 bila ada nilai usulan di bawah angka ini.",
    "cli.option.out": "Folder untuk hasil.",
    "cli.option.folds": "Banyaknya bagian saat naskah disisihkan; sebanyak naskah: satu per satu.",
    "cli.option.measure": "Folder yang naskahnya dinilai memakai hasil belajar tanpanya; boleh ditulis beberapa kali.",
    "cli.option.out_parameters": "Berkas JSON tempat parameter ditulis.",
    "cli.option.passages": "Folder petikan berlabel, satu CSV untuk setiap konsep.",
    "cli.option.out_agreement": "Folder untuk agreement.json dan laporan pada --to; grader-out bila hanya ada --to.",
    "cli.option.paths": "Berkas dan folder berisi naskah: DOCX, PDF, TXT, MD.",
    "cli.option.rubric": "Nama rubrik penilaian (lihat “grader rubric list”) atau berkas YAML.",
    "cli.option.to": "Laporan tambahan; boleh ditulis beberapa kali.",
    "cli.option.version": "Tampilkan versi.",
    # commands
    "cli.grade.help": "Menilai naskah peserta dengan sebuah rubrik. PATHS adalah berkas atau folder berisi DOCX, PDF, "
    "TXT, atau MD.\n\n"
    "Ringkasan ditampilkan sebagai tabel; hasil dan laporan ditulis ke folder pada --out. Berkas yang tidak terbaca "
    "tidak menghentikan yang lain.",
    "cli.grade.example": "grader grade esai --rubric esai-kolaboratif\n"
    "grader grade esai --rubric esai-kolaboratif --out hasil --to html --to xlsx",
    "cli.check.help": "Memeriksa draf dengan sebuah rubrik sebelum dikumpulkan. Tidak ada berkas yang ditulis, "
    "kecuali diminta dengan --to.\n\n"
    "Windows: simpan dua baris ini sebagai periksa.cmd, lalu seret draf ke atasnya:\n\n"
    "\b\n@grader check %* --rubric esai-kolaboratif\n@pause",
    "cli.check.example": "grader check draf.docx --rubric esai-kolaboratif\n"
    "grader check draf.docx --rubric esai-kolaboratif --watch",
    "cli.evaluate.help": "Mengukur seberapa jauh label program sesuai dengan label Anda. FOLDER berisi naskah; "
    "--labels menunjuk tabel CSV berisi penilaian Anda.\n\n"
    "Setiap baris tabel memuat satu konsep yang Anda nilai: file, concept (id), dan label (0 tidak ada, 1 disebut, "
    "2 dijelaskan). Tabel dicari di sini, lalu di FOLDER. Naskah tanpa label dilewati.",
    "cli.evaluate.example": "grader evaluate esai --labels labels.csv\n"
    "grader evaluate esai --labels labels.csv --rubric esai-kolaboratif --out hasil --to html",
    "cli.train.help": "Mempelajari cara menilai label dari naskah dan petikan berlabel, atau mengukur hasilnya.\n\n"
    "Setiap FOLDER berisi naskah dan labels.csv seperti untuk “grader evaluate”. Dengan --out parameter ditulis; "
    "dengan --measure setiap naskah di folder itu dinilai memakai hasil belajar tanpa naskah tersebut.",
    "cli.train.example": "grader train esai --passages petikan --out learned.json\n"
    "grader train esai --passages petikan --measure esai --folds 10",
    "cli.train.nothing": "Tidak ada yang dikerjakan: sebutkan --out, --measure, atau keduanya.",
    "cli.train.written": "Ditulis: {path}",
    "cli.rubric.help": "Melihat, memeriksa, dan memulai rubrik penilaian.",
    "cli.rubric.example": "grader rubric list\n"
    "grader rubric show esai-kolaboratif\n"
    "grader rubric check rubrik-saya.yaml",
    "cli.rubric.list.help": "Menampilkan daftar rubrik bawaan.",
    "cli.rubric.list.example": "grader rubric list",
    "cli.rubric.list.name": "Nama",
    "cli.rubric.list.title": "Judul",
    "cli.rubric.list.criteria": "Kriteria",
    "cli.rubric.list.concepts": "Konsep",
    "cli.rubric.list.rules": "Aturan",
    "cli.rubric.show.help": "Menampilkan sebuah rubrik agar mudah dibaca, dengan porsi tiap kriteria dan konsep.",
    "cli.rubric.show.example": "grader rubric show esai-kolaboratif\ngrader rubric show rubrik-saya.yaml",
    "cli.rubric.check.help": "Memeriksa rubrik dan berkas konsep, lalu menyebutkan semua masalahnya sekaligus.\n\n"
    "Tanpa nama, semua rubrik bawaan diperiksa.",
    "cli.rubric.check.example": "grader rubric check rubrik-saya.yaml\ngrader rubric check",
    "cli.rubric.check.good": "{name}: baik ({criteria} kriteria, {concepts} konsep, {rules} aturan format)",
    "cli.rubric.check.bank": "{name}: baik ({concepts} konsep)",
    "cli.rubric.check.bad": "{name}: {count} masalah",
    "cli.rubric.new.help": "Menulis rubrik awal yang diberi keterangan. Rubrik itu langsung lolos pemeriksaan.",
    "cli.rubric.new.example": "grader rubric new rubrik-saya.yaml\ngrader rubric check rubrik-saya.yaml",
    "cli.rubric.new.done": "Tersimpan: {path}. Ubah isinya, lalu jalankan: grader rubric check {path}",
    "cli.rubric.schema.help": "Mencetak JSON Schema untuk rubrik. Dengan skema ini, penyunting teks melengkapi dan "
    "memeriksa saat Anda mengetik.",
    "cli.rubric.schema.example": "grader rubric schema > rubrik.schema.json\n"
    "grader rubric schema --bank > konsep.schema.json",
    "cli.rules.help": "Menampilkan daftar aturan format, atau keterangan dan setelan sebuah aturan.",
    "cli.rules.example": "grader rules\ngrader rules word-count",
    "cli.rules.default": "Bawaan",
    "cli.rules.description": "Arti",
    "cli.rules.name": "Nama",
    "cli.rules.needs": "Perlu tahu tentang dokumen: {facts}.",
    "cli.rules.required": "wajib",
    "cli.rules.settings": "Setelan",
    "cli.rules.summary": "Yang dilihat",
    "cli.rules.type": "Jenis",
    # what a rule looks at, and its settings
    "cli.rules.about.file-type": "Naskah berupa berkas dengan jenis yang diperbolehkan.",
    "cli.rules.about.header-fields": "Isian kepala di atas naskah ada dan sudah diisi.",
    "cli.rules.about.sections": "Bagian yang wajib ada, berurutan, dan berisi teks.",
    "cli.rules.about.word-count": "Esai, atau salah satu bagiannya, tidak terlalu pendek dan tidak terlalu panjang.",
    "cli.rules.about.font-family": "Teks memakai jenis huruf yang diminta.",
    "cli.rules.about.font-size": "Teks memakai ukuran huruf yang diminta.",
    "cli.rules.about.line-spacing": "Jarak antarbaris sesuai dengan yang diminta.",
    "cli.rules.about.margins": "Margin halaman selebar yang diminta.",
    "cli.rules.about.page-size": "Halaman berukuran, dan berorientasi, seperti yang diminta.",
    "cli.rules.about.page-count": "Halaman dokumen tidak terlalu sedikit dan tidak terlalu banyak.",
    "cli.rules.about.file-name": "Berkas diberi nama seperti yang diminta.",
    "cli.rules.about.references": "Daftar pustaka ada, dan sumber yang dikutip tercantum di dalamnya.",
    "cli.rules.about.justification": "Teks rata kiri-kanan, atau rata kiri saja, seperti yang diminta.",
    "cli.rules.setting.file-type.allowed": "jenis berkas yang diperbolehkan",
    "cli.rules.setting.header-fields.aliases": "sebutan lain",
    "cli.rules.setting.header-fields.label": "label",
    "cli.rules.setting.header-fields.required": "isian wajib",
    "cli.rules.setting.sections.minimum_words": "jumlah kata minimum tiap bagian",
    "cli.rules.setting.sections.ordered": "harus berurutan",
    "cli.rules.setting.sections.required": "bagian wajib",
    "cli.rules.setting.word-count.maximum": "jumlah kata maksimum",
    "cli.rules.setting.word-count.minimum": "jumlah kata minimum",
    "cli.rules.setting.word-count.section": "hanya di bagian",
    "cli.rules.setting.font-family.families": "jenis huruf",
    "cli.rules.setting.font-family.aliases": "jenis huruf lain yang disamakan",
    "cli.rules.setting.font-family.share": "bagian teks yang harus sesuai",
    "cli.rules.setting.font-size.size": "ukuran dalam poin",
    "cli.rules.setting.font-size.tolerance": "selisih dalam poin yang diperbolehkan",
    "cli.rules.setting.font-size.share": "bagian teks yang harus sesuai",
    "cli.rules.setting.line-spacing.spacing": "spasi",
    "cli.rules.setting.line-spacing.tolerance": "selisih yang diperbolehkan",
    "cli.rules.setting.line-spacing.share": "bagian teks yang harus sesuai",
    "cli.rules.setting.margins.top": "atas (cm)",
    "cli.rules.setting.margins.right": "kanan (cm)",
    "cli.rules.setting.margins.bottom": "bawah (cm)",
    "cli.rules.setting.margins.left": "kiri (cm)",
    "cli.rules.setting.margins.tolerance_cm": "selisih dalam cm yang diperbolehkan",
    "cli.rules.setting.page-size.size": "ukuran",
    "cli.rules.setting.page-size.orientation": "tegak (portrait) atau mendatar (landscape)",
    "cli.rules.setting.page-size.tolerance_mm": "selisih dalam mm yang diperbolehkan",
    "cli.rules.setting.page-count.minimum": "jumlah halaman minimum",
    "cli.rules.setting.page-count.maximum": "jumlah halaman maksimum",
    "cli.rules.setting.file-name.pattern": "pola nama berkas",
    "cli.rules.setting.file-name.example": "contoh nama berkas",
    "cli.rules.setting.references.minimum": "jumlah sumber minimum",
    "cli.rules.setting.references.citations": "setiap sitasi harus ada sumbernya",
    "cli.rules.setting.justification.alignment": "perataan",
    "cli.rules.setting.justification.share": "bagian teks yang harus sesuai",
    # small words
    "cli.no": "tidak",
    "cli.or": " atau ",
    "cli.stopped": "Dihentikan.",
    "cli.type.any": "bebas",
    "cli.type.array": "daftar {items}",
    "cli.type.boolean": "true atau false",
    "cli.type.integer": "bilangan bulat",
    "cli.type.null": "kosong",
    "cli.type.number": "angka",
    "cli.type.object": "kunci dengan nilai",
    "cli.type.string": "teks",
    "cli.yes": "ya",
}
