"""Sentences in Indonesian: at home in the terminal (doctor, completion, explain)."""

from __future__ import annotations

from typing import Final

_DOCTOR: Final[dict[str, str]] = {
    "cli.doctor.help": "Memeriksa apakah semua yang diperlukan grader berfungsi di komputer ini, dan menyebutkan apa "
    "yang perlu dilakukan bila ada yang tidak. Kode keluar 1 bila ada keperluan yang tidak berfungsi.\n\n"
    "Tidak ada naskah yang dibaca dan tidak ada nama berkas yang disebut; hasilnya boleh diteruskan kepada orang lain.",
    "cli.doctor.example": "grader doctor\ngrader doctor --out hasil\ngrader doctor --json",
    "cli.option.doctor.json": "Cetak sebagai JSON, untuk dibaca program.",
    "cli.option.doctor.out": "Folder tempat hasil akan ditulis.",
    "cli.doctor.state.works": "baik",
    "cli.doctor.state.advice": "saran",
    "cli.doctor.state.problem": "MASALAH",
    "cli.doctor.sum.good": "Semua yang diperlukan berfungsi.",
    "cli.doctor.sum.problem": "Masalah yang perlu diselesaikan: {count}.",
    "cli.doctor.python.good": "Python {found} ({kind}); yang diminta: {asked}",
    "cli.doctor.python.old": "Python {found} ({kind}) tidak sesuai; yang diminta: {asked}",
    "cli.doctor.python.old.hint": "Pasang Python versi tersebut dari python.org, lalu pasang grader dengan Python itu.",
    "cli.doctor.machine.good": "{system}, {cores} inti prosesor",
    "cli.doctor.library.good": "{name} {found}; yang diminta: {asked}",
    "cli.doctor.library.missing": "{name} tidak ada; yang diminta: {asked}",
    "cli.doctor.library.missing.hint": "Pasang grader sekali lagi dengan cara yang sama seperti semula.",
    "cli.doctor.library.unfit": "{name} {found} tidak sesuai; yang diminta: {asked}",
    "cli.doctor.library.unfit.hint": "Beri grader lingkungan tersendiri: pipx install grader, atau uv tool install "
    "grader.",
    "cli.doctor.library.broken": "{name} {found} ada, tetapi tidak dapat dimuat: {reason}",
    "cli.doctor.library.broken.hint": "Pasang ulang: python -m pip install --force-reinstall {name}. Di Windows, "
    "pasang dahulu “Visual C++ Redistributable” dari Microsoft.",
    "cli.doctor.libraries.good": "Pustaka lain dengan versi yang sesuai: {count}",
    "cli.doctor.stemmer.c": "Kata dasar dicari dengan C (PyStemmer)",
    "cli.doctor.stemmer.python": "Kata dasar dicari dengan Python: hasilnya sama, tetapi lebih lambat",
    "cli.doctor.stemmer.python.hint": "Bila kelas besar terlalu lama dinilai: pip install 'grader[fast]'.",
    "cli.doctor.extra.present": "Tambahan grader[{extra}] terpasang",
    "cli.doctor.extra.absent": "Tambahan grader[{extra}] tidak terpasang, dan memang tidak wajib",
    "cli.doctor.extra.absent.cluster": "Tambahan grader[{extra}] tidak terpasang; hanya klaster Dask yang "
    "memerlukannya",
    "cli.doctor.pdf.good": "PDF dibaca dalam proses tersendiri, dengan batas waktu dan memori",
    "cli.doctor.pdf.inside": "PDF dapat dibaca, tetapi proses tersendiri tidak dapat dijalankan: tanpa batas waktu dan "
    "memori",
    "cli.doctor.pdf.inside.hint": "Izinkan Python menjalankan Python di antivirus atau sandbox.",
    "cli.doctor.pdf.failed": "PDF tidak dapat dibaca: {reason}",
    "cli.doctor.pdf.failed.hint": "Pasang grader sekali lagi. Sementara itu, berkas DOCX tetap dapat dinilai.",
    "cli.doctor.rubrics.good": "Rubrik bawaan: {names}",
    "cli.doctor.rubrics.none": "Rubrik bawaan tidak ada; pemasangan belum lengkap",
    "cli.doctor.rubrics.none.hint": "Pasang grader sekali lagi, atau sebutkan berkas rubrik dengan --rubric.",
    "cli.doctor.out.good": "Hasil dapat ditulis ke “{path}”; ruang kosong {free} MB",
    "cli.doctor.out.full": "Hasil dapat ditulis ke “{path}”, tetapi ruang kosong tinggal {free} MB",
    "cli.doctor.out.full.hint": "Kosongkan ruang, atau pilih folder di cakram lain dengan --out.",
    "cli.doctor.out.unwritable": "Hasil tidak dapat ditulis ke “{path}”: {reason}",
    "cli.doctor.out.unwritable.hint": "Pilih folder milik Anda sendiri dengan --out, misalnya di dalam Documents.",
    "cli.doctor.cache.good": "Hasil hitungan diingat di “{path}”",
    "cli.doctor.cache.off": "Tidak ada yang diingat antarproses, sesuai GRADER_CACHE_DIR; setiap awal lebih lama",
    "cli.doctor.cache.unwritable": "Tidak ada yang dapat diingat di “{path}”: {reason}; setiap awal lebih lama",
    "cli.doctor.cache.unwritable.hint": "Sebutkan folder milik Anda sendiri dalam variabel lingkungan "
    "GRADER_CACHE_DIR.",
    "cli.doctor.letters.good": "Semua huruf dapat ditampilkan ({encoding})",
    "cli.doctor.letters.other": "Pengodean huruf sistem ini {encoding}; beberapa tanda mungkin tampak keliru",
    "cli.doctor.letters.other.hint": "Atur bahasa sistem ke yang memakai UTF-8, misalnya: export LC_ALL=C.UTF-8.",
    "cli.doctor.width.good": "Lebar terminal {columns} kolom",
    "cli.doctor.width.narrow": "Lebar terminal hanya {columns} kolom; tabel memerlukan {least}",
    "cli.doctor.width.narrow.hint": "Lebarkan jendelanya.",
    "cli.doctor.width.none": "Keluaran masuk ke berkas atau program lain, bukan ke terminal",
    "cli.doctor.language.good": "Pesan dalam bahasa Indonesia (kode {code}); untuk memilih: --lang atau GRADER_LANG",
    "cli.doctor.language.unknown": "GRADER_LANG berisi “{named}”, bahasa yang tidak dikenal grader; dipakai {code}",
    "cli.doctor.language.unknown.hint": "Pilihannya: {known}.",
    "cli.doctor.fonts.arial": "Arial terpasang",
    "cli.doctor.fonts.like": "Arial tidak terpasang, tetapi ada huruf seukuran yang disamakan dengannya",
    "cli.doctor.fonts.none": "Arial maupun huruf yang seukuran tidak ditemukan",
    "cli.doctor.fonts.none.hint": "Penilaian tidak memerlukannya. Namun, PDF yang dibuat di komputer ini dari teks "
    "ber-Arial akan memakai huruf lain, yang mungkin tidak memenuhi aturan jenis huruf: pasang Liberation Sans atau "
    "Arimo.",
}

_COMPLETION: Final[dict[str, str]] = {
    "cli.completion.help": "Mencetak skrip agar shell melengkapi perintah, opsi, rubrik, dan format grader saat Anda "
    "menekan Tab. SHELL adalah bash, zsh, atau fish.\n\n"
    "bash: tulis ke ~/.local/share/bash-completion/completions/grader. zsh: tulis ke _grader di sebuah folder pada "
    "$fpath. fish: tulis ke ~/.config/fish/completions/grader.fish. Lalu buka terminal baru. PowerShell: tidak "
    "didukung; di Windows, Git Bash dan WSL memakai skrip untuk bash.",
    "cli.completion.example": "grader completion bash > ~/.local/share/bash-completion/completions/grader\n"
    "grader completion zsh > ~/.zfunc/_grader\n"
    "grader completion fish > ~/.config/fish/completions/grader.fish",
    "error.G331": "Pelengkapan untuk “{name}” tidak ada.",
    "error.G331.hint": "Yang ada: {known}. PowerShell tidak punya: di Windows pakailah Git Bash atau WSL, atau lihat "
    "`grader PERINTAH --help`.",
}

_EXPLAIN: Final[dict[str, str]] = {
    "cli.explain.help": "Menampilkan daftar kode galat, atau menjelaskan satu kode: apa yang keliru, apa yang perlu "
    "dilakukan, dan apa akibatnya bagi proses. “…” mewakili hal yang disebut dalam pesan.",
    "cli.explain.example": "grader explain\ngrader explain G103",
    "cli.explain.code": "Kode",
    "cli.explain.sentence": "Arti",
    "cli.explain.about.G1": "Ini menyangkut satu naskah. Naskah itu tercantum di setiap laporan beserta alasannya, dan "
    "yang lain tetap dinilai (kode keluar 3). Bila tidak ada naskah yang terbaca, kode keluarnya 2.",
    "cli.explain.about.G12": "Ini menyangkut berkas pendamping naskah: tabel label Anda, atau bahan ajar. Tidak ada "
    "yang dinilai sebelum diperbaiki (kode keluar 2).",
    "cli.explain.about.G13": "Ini menyangkut proses belajar dari label dengan `grader train`; tidak ada yang ditulis "
    "(kode keluar 2).",
    "cli.explain.about.G14": "Ini menyangkut kelas sebagaimana diterima: berkas zip, pola nama, atau daftar peserta. "
    "Tidak ada yang dinilai sebelum diperbaiki (kode keluar 2); hasil terdahulu tetap seperti semula.",
    "cli.explain.about.G15": "Ini menyangkut keputusan widyaiswara dalam buku kerja atau CSV. Semuanya diperiksa "
    "sebelum satu pun diambil, jadi tidak ada yang hilang atau setengah jadi (kode keluar 2).",
    "cli.explain.about.G16": "Ini menyangkut draf yang diperiksa sebelum dikumpulkan; draf itu sendiri tidak pernah "
    "diubah.",
    "cli.explain.about.G2": "Ini menyangkut rubrik atau berkas konsep. Semua yang keliru disebutkan sekaligus, "
    "dengan berkas dan nomor baris; tidak ada yang dinilai sebelum diperbaiki (kode keluar 2).",
    "cli.explain.about.G3": "Ini menyangkut opsi, atau tempat sesuatu akan ditulis. Perintah berakhir dengan kode "
    "keluar 2; yang sudah ditulis sebelumnya tetap utuh.",
    "cli.explain.about.G9": "Ini cacat pada grader, bukan pada naskah. Naskah itu tercantum di setiap laporan; yang "
    "lain tetap dinilai. Mohon laporkan, beserta hasil `grader doctor`.",
    "error.G330": "Tidak ada kode galat “{name}”.",
    "error.G330.hint": "Contoh kode: {known}; `grader explain` menampilkan semuanya.",
}

TERMINAL: Final[dict[str, str]] = _DOCTOR | _COMPLETION | _EXPLAIN
