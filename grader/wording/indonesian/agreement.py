"""Sentences in Indonesian: how far labels agree with an expert's."""

from __future__ import annotations

from typing import Final

_COLUMNS: Final[dict[str, str]] = {
    "agreement.column.measure": "Ukuran",
    "agreement.column.grader": "grader",
    "agreement.column.interval": "Selang 95 %",
    "agreement.column.length": "Panjang saja",
    "agreement.column.length.exact": "Sama, panjang saja",
    "agreement.column.n": "N",
    "agreement.column.n.expert": "N Anda",
    "agreement.column.n.ours": "N grader",
    "agreement.column.label": "Label",
    "agreement.column.precision": "Presisi",
    "agreement.column.recall": "Perolehan",
    "agreement.column.length.precision": "Presisi, panjang saja",
    "agreement.column.length.recall": "Perolehan, panjang saja",
    "agreement.column.confusion": "Anda ↓ grader →",
    "agreement.column.document": "Naskah",
    "agreement.column.concept": "Konsep",
    "agreement.column.qwk": "QWK",
    "agreement.column.exact": "Sama",
    "agreement.column.f1": "F1",
    "agreement.column.bin": "Keyakinan",
    "agreement.column.confidence": "Rata-rata",
    "agreement.column.confused": "Tersering, Anda → grader",
    "agreement.column.doubtful": "Label",
    "agreement.column.reviewed": "Naskah",
    "agreement.column.share": "Bagian",
    "agreement.column.wrong": "Berbeda",
    "agreement.column.exact.mean": "Rata-rata sama",
}

_MEASURES: Final[dict[str, str]] = {
    "agreement.measure.qwk": "QWK",
    "agreement.measure.exact": "Label sama",
    "agreement.measure.f1": "F1 “dijelaskan”",
    "agreement.measure.confident": "Label sama pada 80 % yang paling yakin",
    "agreement.measure.calibration": "Galat keyakinan",
    "agreement.measure.evidence": "Kutipan memuat kalimat Anda",
    "agreement.meaning.qwk": (
        "Kappa berbobot kuadrat: 1 berarti selalu sama, 0 tidak lebih baik daripada kebetulan; selisih dua tingkat "
        "dihitung empat kali selisih satu tingkat."
    ),
    "agreement.meaning.exact": "Bagian dari semua label yang sama persis.",
    "agreement.meaning.f1": "Rata-rata harmonik presisi dan perolehan label “dijelaskan”.",
    "agreement.meaning.confident": "Bila hanya label yang paling diyakini program yang dipakai.",
    "agreement.meaning.calibration": (
        "Selisih rata-rata antara keyakinan program dan bagian label yang sama, dalam sepuluh kelas keyakinan; makin "
        "kecil makin baik."
    ),
    "agreement.meaning.evidence": (
        "Di antara konsep yang menurut keduanya dijelaskan dan kalimat buktinya Anda tulis di tabel."
    ),
}

_REVIEW: Final[dict[str, str]] = {
    "agreement.doubtful": "Label yang perlu ditinjau",
    "agreement.reviewed": "Naskah yang perlu ditinjau",
    "agreement.flagged": "Perlu ditinjau",
    "agreement.others": "Lainnya",
    "agreement.caption.doubtful": (
        "Label yang diragukan program dan label lainnya: berapa bagian dari semua label, dan berapa bagian di "
        "antaranya yang berbeda dari label Anda. Satu label dapat diragukan karena lebih dari satu alasan."
    ),
    "agreement.caption.reviewed": (
        "Naskah yang perlu ditinjau karena labelnya, dan naskah lainnya: berapa bagian dari semua naskah, dan "
        "rata-rata bagian label yang sama per naskah. Satu naskah dapat perlu ditinjau karena lebih dari satu alasan."
    ),
    "agreement.reason.low-confidence": "Program kurang yakin pada banyak konsep.",
    "agreement.reason.unlike-wording": "Bahasanya tidak mirip dengan naskah yang dipelajari program.",
    "agreement.reason.unlike-unnamed": "Banyak konsep diceritakan tanpa disebut namanya.",
    "agreement.reason.contradiction": "Ada pernyataan yang mungkin berlawanan dengan suatu konsep.",
    "agreement.reason.term-list": "Naskah berisi deretan istilah.",
    "agreement.reason.shuffled-text": "Urutan kata dalam kalimat tampak teracak.",
    "agreement.reason.denied-claims": "Banyak kalimat menyangkal apa yang disebutnya.",
    "agreement.reason.off-topic": "Sebagian besar naskah tampak di luar topik.",
}

AGREEMENT: Final[dict[str, str]] = {
    **_COLUMNS,
    **_MEASURES,
    **_REVIEW,
    "agreement.title": "Kesesuaian dengan label Anda",
    "agreement.scope": (
        "{labels} label pada {documents} naskah dari tabel {table}, dibandingkan dengan label menurut rubrik {rubric}."
    ),
    "agreement.caution": (
        "Angka dari sedikit naskah banyak dipengaruhi kebetulan: baca bersama selang dan N, dan bandingkan dengan "
        "hasil dari panjang naskah saja."
    ),
    "agreement.interval": "{low} – {high}",
    "agreement.confused": "{expert} → {ours}: {count}",
    "agreement.total": "Semua label",
    "agreement.labels": "Per label",
    "agreement.confusion": "Tabel silang",
    "agreement.documents": "Per naskah",
    "agreement.concepts": "Per konsep",
    "agreement.bins": "Keyakinan",
    "agreement.worst.documents": "Naskah yang paling banyak berbeda",
    "agreement.worst.concepts": "Konsep yang paling banyak berbeda",
    "agreement.caption.worst.documents": (
        "Naskah dengan bagian label sama yang paling kecil, paling banyak lima, dan perbedaan yang paling sering di "
        "dalamnya"
    ),
    "agreement.caption.worst.concepts": (
        "Konsep dengan bagian label sama yang paling kecil, paling banyak lima, dan perbedaan yang paling sering "
        "padanya"
    ),
    "agreement.both.documents": "Presisi / perolehan per naskah",
    "agreement.both.concepts": "Presisi / perolehan per konsep",
    "agreement.caption.total": (
        "Semua label; selang dari {resamples} pengambilan ulang naskah. “Panjang saja” meramal label dari banyaknya "
        "kata."
    ),
    "agreement.caption.labels": (
        "Presisi: bagian dari label grader yang sesuai dengan Anda. Perolehan: bagian dari label Anda yang juga "
        "diberikan grader."
    ),
    "agreement.caption.confusion": "Banyaknya label: baris menurut Anda, kolom menurut grader",
    "agreement.caption.documents": (
        "Semua naskah, yang paling sedikit kesesuaiannya lebih dahulu; di bawah tiap label: presisi / perolehan"
    ),
    "agreement.caption.concepts": (
        "Semua konsep, yang paling sedikit kesesuaiannya lebih dahulu; di bawah tiap label: presisi / perolehan"
    ),
    "agreement.caption.bins": (
        "Label menurut keyakinan program, dan bagian yang sama dengan label Anda. Batang: bagian yang sama; garis: "
        "rata-rata keyakinan. Keduanya bertemu bila keyakinan dapat dipercaya."
    ),
    "agreement.failed": "Berlabel, tetapi tidak dapat dibaca",
    "agreement.unlabelled": "Tanpa label, tidak diperiksa",
    "agreement.beyond": "Konsep di luar rubrik, tidak diperiksa",
    "agreement.written": "Tersimpan:",
    "agreement.provenance": "Label: {table} (SHA-256 {sha256}).",
}
