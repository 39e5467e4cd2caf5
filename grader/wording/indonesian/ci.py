"""Sentences in Indonesian: formats for CI, and rubrics held against samples, with the errors of both."""

from __future__ import annotations

from typing import Final

CI: Final[dict[str, str]] = {
    # what stands in the formats
    "ci.min-score": "Nilai usulan di bawah {minimum} yang diminta.",
    "ci.rule.help": "grader rules {name}",
    "ci.rule.notice": "Catatan untuk penilai: {code}",
    "ci.rule.unreadable": "Berkas yang tidak dapat dinilai: {code}",
    # their options
    "cli.option.exit_zero": "Hanya melaporkan: kode keluar selalu 0 apa pun temuannya; yang tidak dapat dikerjakan "
    "tetap 2.",
    "cli.option.format": "Bentuk keluaran di layar (stdout): text, json, junit, sarif, github, atau line.",
    "cli.option.output": "Tulis suatu format ke berkas: FORMAT=BERKAS; boleh ditulis beberapa kali.",
    # grader rubric check, schema
    "cli.option.all_rubrics": "Semua rubrik bawaan grader, di samping yang disebutkan.",
    "cli.rubric.check.sum": "{good} dari {total} layak pakai.",
    "cli.rubric.new.schema": "Di sampingnya, untuk editor yang melengkapi dan memeriksa selagi Anda mengetik: {path}",
    # grader rubric test
    "cli.rubric.test.help": "Menguji rubrik dengan naskah contoh, lalu menunjukkan apa yang bergeser sejak keadaan "
    "yang terakhir disetujui.\n\n"
    "SAMPLES adalah folder berisi naskah. Yang diharapkan tertulis dalam expected.yaml di folder itu: label, temuan, "
    "dan nilai dalam suatu rentang; --accept menulisnya. Bila ada labels.csv, kesesuaian dengan label itu sebelum dan "
    "sesudahnya ikut ditunjukkan. Kode keluar 1 bila ada label atau temuan yang berubah, atau nilai di luar batasnya.",
    "cli.rubric.test.example": "grader rubric test rubrik-saya.yaml contoh --accept\n"
    "grader rubric test rubrik-saya.yaml contoh",
    "cli.option.accept": "Jadikan hasil sekarang sebagai yang diharapkan, lalu tulis; batas yang diatur sendiri tetap.",
    "cli.option.expected": "Keadaan yang disetujui; expected.yaml di SAMPLES bila tidak disebutkan.",
    "cli.rubric.test.agreement": "Kesesuaian dengan {table}: sebelumnya {before}, sekarang {after}.",
    "cli.rubric.test.agreement.figures": "{exact} sama, QWK {qwk} ({n} label)",
    "cli.rubric.test.accepted": "Disetujui: {path}",
    "cli.rubric.test.error": "sekarang tidak dapat dinilai ({code})",
    "cli.rubric.test.error.before": "sebelumnya tidak dinilai ({code}), sekarang: {points}",
    "cli.rubric.test.fails": "tidak lagi mencapai batas lulus {pass_mark}",
    "cli.rubric.test.passes": "kini mencapai batas lulus {pass_mark}",
    "cli.rubric.test.findings": "Temuan yang berubah: {changed} dari {total}.",
    "cli.rubric.test.gone": "pernah disetujui, tetapi tidak ada di antara naskah contoh",
    "cli.rubric.test.label": "{concept}: {before} → {after}",
    "cli.rubric.test.label.away": "{concept}: {before} → {after}; menurut penilai {expert}, jadi menjauh",
    "cli.rubric.test.label.toward": "{concept}: {before} → {after}; menurut penilai {expert}, jadi mendekat",
    "cli.rubric.test.labels": "Label yang berubah: {changed} dari {total}.",
    "cli.rubric.test.labels.expert": "Label yang berubah: {changed} dari {total}; mendekati penilai {toward}, menjauh "
    "{away}.",
    "cli.rubric.test.mark": "nilai {before} → {after} ({moved}), dalam batas {within}",
    "cli.rubric.test.mark.outside": "nilai {before} → {after} ({moved}), di luar {low} sampai {high}",
    "cli.rubric.test.marks": "Nilai: turun {lower}, naik {higher}; rata-rata {before} → {after} ({moved}).",
    "cli.rubric.test.marks.most": "Pergeseran terbesar: {moved} ({file}).",
    "cli.rubric.test.new": "belum ada dalam keadaan yang disetujui: {points}",
    "cli.rubric.test.none": "–",
    "cli.rubric.test.rule": "{rule}: {before} → {after}",
    "cli.rubric.test.same": "Tidak ada yang bergeser pada {total} naskah contoh.",
    "cli.rubric.test.samples": "Naskah contoh: {total}; tetap {same}, bergeser {moved}, di antaranya di luar batas "
    "{outside}.",
    "cli.rubric.test.outside": "Bila memang ini yang diinginkan: jalankan perintah yang sama dengan --accept.",
    "rubric.reason.expected-one": "Satu naskah contoh memuat nilai (mark) atau galat (error), salah satu saja.",
    # errors
    "error.G221": "“{found}” berasal dari grader versi yang lebih baru; yang ini membaca {known}.",
    "error.G221.hint": "Pasang grader versi terbaru, atau tulis yang dikenal versi ini.",
    "error.G222": "Belum ada keadaan yang disetujui “{path}” sebagai pembanding.",
    "error.G222.hint": "Periksa hasilnya, lalu tulis: perintah yang sama dengan --accept.",
    "error.G223": "Ada {count} masalah pada keadaan yang disetujui.",
    "error.G223.hint": "Perbaiki baris yang disebutkan, atau tulis ulang dengan --accept.",
    "error.G224": "“{path}” disetujui untuk rubrik “{accepted}”, bukan untuk “{rubric}”.",
    "error.G224.hint": "Sebutkan rubrik yang sesuai, atau berkas lain dengan --expected.",
    "error.G225": "“{file}” tidak dapat dinilai karena cacat pada grader; tidak ada yang disetujui.",
    "error.G225.hint": "Mohon laporkan; setujui setelah diperbaiki, atau keluarkan berkas itu dari naskah contoh.",
    "error.G320": "Tidak ada format “{name}”.",
    "error.G320.hint": "Format yang ada: {known}.",
    "error.G321": "Hanya satu format yang dapat ditampilkan di layar (stdout), bukan {names}.",
    "error.G321.hint": "Pertahankan satu --format, dan tulis yang lain ke berkas: --output FORMAT=BERKAS.",
    "error.G322": "“{found}” tidak menyebut format dan berkas.",
    "error.G322.hint": "Tulis seperti ini: --output sarif=laporan.sarif.",
    "error.G323": "“{path}” akan ditulis dua kali.",
    "error.G323.hint": "Beri setiap --output berkasnya sendiri.",
    "error.G324": "--min-score {found} tidak mungkin benar: nilai berkisar dari 0 sampai {maximum}.",
    "error.G324.hint": "Tulis nilai pada skala rubrik ini.",
    "error.G325": "“{path}” adalah masukan perintah ini dan akan tertimpa oleh --output.",
    "error.G326": "--watch menunjukkan di layar apa yang berubah pada setiap penyimpanan; tidak dapat disertai "
    "--format atau --output.",
    "error.G326.hint": "Hilangkan --watch, atau --format dan --output.",
    "error.G325.hint": "Pilih berkas lain untuk --output.",
}
