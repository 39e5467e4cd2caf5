"""Sentences in Indonesian: rules, their outcomes, and what they find.

Values whose names end in ``_id`` and ``_en`` are the same thing in each language; a sentence uses its own.
"""

from __future__ import annotations

from typing import Final

_RULES: Final[dict[str, str]] = {
    "rule.file-type.title": "Jenis berkas",
    "rule.header-fields.title": "Isian identitas",
    "rule.sections.title": "Kelengkapan bagian",
    "rule.word-count.title": "Jumlah kata",
}

_OUTCOMES: Final[dict[str, str]] = {
    "outcome.met": "memenuhi",
    "outcome.not_met": "tidak memenuhi",
    "outcome.not_checkable": "tidak dapat diperiksa",
    "outcome.broken": "gagal diperiksa",
    "severity.error": "wajib",
    "severity.warning": "peringatan",
    "severity.suggestion": "saran",
}

# Every rule can end so, whatever it checks.
_ANY_RULE: Final[dict[str, str]] = {
    "broken": "Pemeriksaan ini gagal karena kesalahan pada program ({error}), bukan karena isi berkas. "
    "Mohon diperiksa secara manual.",
    "facts-missing": "Berkas {format} tidak memuat keterangan yang diperlukan untuk pemeriksaan ini.",
}

_FILE_TYPE: Final[dict[str, str]] = {
    "finding.file-type.met": "Jenis berkas {found} sesuai dengan ketentuan.",
    "finding.file-type.other-type": "Jenis berkas adalah {found}, sedangkan yang diterima: {allowed}.",
}

_HEADER: Final[dict[str, str]] = {
    "missing": "Isian tidak ditemukan: {missing}.",
    "empty": "Isian belum diisi: {empty}.",
}
_HEADER_FIELDS: Final[dict[str, str]] = {
    "finding.header-fields.met": "Semua isian yang diminta sudah terisi: {fields}.",
    "finding.header-fields.missing": _HEADER["missing"],
    "finding.header-fields.empty": _HEADER["empty"],
    "finding.header-fields.missing-empty": f"{_HEADER['missing']} {_HEADER['empty']}",
}

_SECTION: Final[dict[str, str]] = {
    "missing": "Bagian tidak ditemukan: {missing_id}.",
    "empty": "Bagian kosong atau kurang dari {minimum} kata: {empty_id}.",
    "order": "Urutan bagian tidak sesuai; yang perlu dipindahkan: {order_id}.",
}
_SECTIONS: Final[dict[str, str]] = {
    "finding.sections.met": "Semua bagian yang diminta ada dan berisi: {required_id}.",
    "finding.sections.missing": _SECTION["missing"],
    "finding.sections.empty": _SECTION["empty"],
    "finding.sections.order": _SECTION["order"],
    "finding.sections.missing-empty": f"{_SECTION['missing']} {_SECTION['empty']}",
    "finding.sections.missing-order": f"{_SECTION['missing']} {_SECTION['order']}",
    "finding.sections.empty-order": f"{_SECTION['empty']} {_SECTION['order']}",
    "finding.sections.missing-empty-order": f"{_SECTION['missing']} {_SECTION['empty']} {_SECTION['order']}",
}

_NOT_FOUND: Final = "Judul bagian “{title_id}” tidak ditemukan"
_LEFT_OUT: Final = "Kata yang tidak dihitung: {left_out}."
_WORD_COUNT: Final[dict[str, str]] = {
    "finding.word-count.at-least": f"Esai memuat {{words}} kata; paling sedikit {{minimum}} kata. {_LEFT_OUT}",
    "finding.word-count.at-most": f"Esai memuat {{words}} kata; paling banyak {{maximum}} kata. {_LEFT_OUT}",
    "finding.word-count.within": f"Esai memuat {{words}} kata, sesuai batas {{minimum}}–{{maximum}} kata. {_LEFT_OUT}",
    "finding.word-count.too-few": f"Esai hanya memuat {{words}} kata; paling sedikit {{minimum}} kata. {_LEFT_OUT}",
    "finding.word-count.too-many": f"Esai memuat {{words}} kata, melebihi batas {{maximum}} kata. {_LEFT_OUT}",
    "finding.word-count.section-at-least": "Bagian “{title_id}” memuat {words} kata; paling sedikit {minimum} kata.",
    "finding.word-count.section-at-most": "Bagian “{title_id}” memuat {words} kata; paling banyak {maximum} kata.",
    "finding.word-count.section-within": "Bagian “{title_id}” memuat {words} kata, sesuai batas "
    "{minimum}–{maximum} kata.",
    "finding.word-count.section-too-few": "Bagian “{title_id}” hanya memuat {words} kata; paling sedikit "
    "{minimum} kata.",
    "finding.word-count.section-too-many": "Bagian “{title_id}” memuat {words} kata, melebihi batas {maximum} kata.",
    "finding.word-count.section-not-found-at-least": f"{_NOT_FOUND}; di luar bagian lain ada {{words}} kata, "
    "paling sedikit {minimum} kata.",
    "finding.word-count.section-not-found-at-most": f"{_NOT_FOUND}; di luar bagian lain ada {{words}} kata, "
    "paling banyak {maximum} kata.",
    "finding.word-count.section-not-found-within": f"{_NOT_FOUND}; di luar bagian lain ada {{words}} kata, "
    "sesuai batas {minimum}–{maximum} kata.",
    "finding.word-count.section-not-found-too-few": f"{_NOT_FOUND}; di luar bagian lain hanya ada {{words}} kata, "
    "paling sedikit {minimum} kata.",
    "finding.word-count.section-not-found-too-many": f"{_NOT_FOUND}; di luar bagian lain ada {{words}} kata, "
    "melebihi batas {maximum} kata.",
    "finding.word-count.section-not-found": f"{_NOT_FOUND}, sehingga jumlah katanya tidak dapat dipastikan. "
    "Esai di luar bagian lain memuat {words} kata.",
}

_SETTINGS: Final[dict[str, str]] = {
    "rubric.reason.no-limit": "Batas paling sedikit (minimum), paling banyak (maximum), atau keduanya harus diisi.",
    "rubric.reason.minimum-above-maximum": "Batas paling sedikit (minimum) melebihi batas paling banyak (maximum).",
    "rubric.reason.section-twice": "Ada bagian yang disebut dua kali.",
    "rubric.reason.label-empty": "Nama isian tidak memuat huruf atau angka.",
}

FINDINGS: Final[dict[str, str]] = {
    **_RULES,
    **_OUTCOMES,
    **{
        key.replace("rule.", "finding.", 1).removesuffix("title") + reason: sentence
        for key in _RULES
        for reason, sentence in _ANY_RULE.items()
    },
    **_FILE_TYPE,
    **_HEADER_FIELDS,
    **_SECTIONS,
    **_WORD_COUNT,
    **_SETTINGS,
}
