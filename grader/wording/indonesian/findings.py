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
    "rule.font-family.title": "Jenis huruf",
    "rule.font-size.title": "Ukuran huruf",
    "rule.line-spacing.title": "Spasi baris",
    "rule.margins.title": "Margin",
    "rule.page-size.title": "Ukuran halaman",
    "rule.page-count.title": "Jumlah halaman",
    "rule.file-name.title": "Nama berkas",
    "rule.references.title": "Daftar pustaka",
    "rule.justification.title": "Perataan teks",
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


def _looks(rule: str, *, found: str, wanted: str, untold: str, kind: str = "") -> dict[str, str]:
    """The sentences of a rule that judges the share of text that looks as asked for; ``kind`` parts its reasons."""
    only = f"{wanted} hanya pada {{share}} % teks; diminta paling sedikit {{needed}} %."
    others = f"{found} pada {{found_share}} % teks, pertama di"
    return {
        f"finding.{rule}.{kind}met": f"{wanted} pada {{share}} % teks; diminta paling sedikit {{needed}} %.",
        f"finding.{rule}.{kind}other": f"{others} paragraf {{paragraph}}. {only}",
        f"finding.{rule}.{kind}other-paged": f"{others} halaman {{page}}, paragraf {{paragraph}}. {only}",
        f"finding.{rule}.unknown": f"Untuk {{unknown}} % teks, berkas tidak memuat keterangan tentang {untold}, "
        "sehingga tidak dapat dipastikan.",
        f"finding.{rule}.no-body": "Kurang dari separuh esai berupa teks biasa di luar tabel, judul, keterangan "
        "gambar, dan catatan kaki, sehingga tampilannya tidak dapat dipastikan.",
    }


_APPEARANCE: Final[dict[str, str]] = {
    **_looks("font-family", found="{found}", wanted="{wanted}", untold="jenis huruf"),
    **_looks("font-size", found="Ukuran {found} poin", wanted="Ukuran {wanted} poin", untold="ukuran huruf"),
    **_looks("line-spacing", found="Spasi {found}", wanted="Spasi {wanted}", untold="spasi baris"),
    **_looks("justification", found="Perataan lain", wanted="Rata kiri-kanan", untold="perataan teks", kind="justify-"),
    **_looks("justification", found="Perataan lain", wanted="Rata kiri", untold="perataan teks", kind="left-"),
}

_MARGIN: Final = "Margin atas {top} cm, kanan {right} cm, bawah {bottom} cm, kiri {left} cm"
_PAGES: Final[dict[str, str]] = {
    "finding.margins.met": f"{_MARGIN}; sesuai dengan ketentuan.",
    "finding.margins.other": f"{_MARGIN}; yang diminta: atas {{wanted_top}}, kanan {{wanted_right}}, bawah "
    "{wanted_bottom}, kiri {wanted_left} cm.",
    "finding.margins.unknown": "Margin halaman tidak dapat dipastikan dari berkas ini.",
    "finding.page-size.met": "Ukuran halaman {found} sesuai dengan ketentuan.",
    "finding.page-size.other": "Ukuran halaman {found}, sedangkan yang diminta {wanted}.",
    "finding.page-size.not-portrait": "Halaman {found} mendatar (landscape), sedangkan yang diminta tegak (portrait).",
    "finding.page-size.not-landscape": "Halaman {found} tegak (portrait), sedangkan yang diminta mendatar (landscape).",
    "finding.page-size.unknown": "Ukuran halaman tidak dapat dipastikan dari berkas ini.",
    "finding.page-count.at-least": "Dokumen terdiri atas {pages} halaman; paling sedikit {minimum} halaman.",
    "finding.page-count.at-most": "Dokumen terdiri atas {pages} halaman; paling banyak {maximum} halaman.",
    "finding.page-count.within": "Dokumen terdiri atas {pages} halaman, sesuai batas {minimum}–{maximum} halaman.",
    "finding.page-count.too-few": "Dokumen hanya terdiri atas {pages} halaman; paling sedikit {minimum} halaman.",
    "finding.page-count.too-many": "Dokumen terdiri atas {pages} halaman, melebihi batas {maximum} halaman.",
    "finding.page-count.unknown": "Jumlah halaman tidak dapat dipastikan dari berkas ini.",
    "finding.file-name.met": "Nama berkas “{found}” sesuai dengan ketentuan.",
    "finding.file-name.other": "Nama berkas “{found}” tidak sesuai dengan ketentuan; contoh yang sesuai: “{example}”.",
}

_REFERENCE: Final[dict[str, str]] = {
    "too-few": "Daftar pustaka hanya memuat {entries} sumber; paling sedikit {minimum}.",
    "missing": "Sitasi yang tidak ada dalam daftar pustaka: {missing} (seluruhnya {count} dari {citations}).",
}
_REFERENCES: Final[dict[str, str]] = {
    "finding.references.met": "Daftar pustaka memuat {entries} sumber; paling sedikit {minimum}.",
    "finding.references.cited": "Daftar pustaka memuat {entries} sumber; paling sedikit {minimum}. Semua sitasi "
    "({citations}) ada di dalamnya.",
    "finding.references.none": "Daftar pustaka tidak ditemukan; paling sedikit {minimum} sumber diminta.",
    "finding.references.too-few": _REFERENCE["too-few"],
    "finding.references.missing": _REFERENCE["missing"],
    "finding.references.too-few-missing": f"{_REFERENCE['too-few']} {_REFERENCE['missing']}",
}

_SETTINGS: Final[dict[str, str]] = {
    "rubric.reason.no-limit": "Batas paling sedikit (minimum), paling banyak (maximum), atau keduanya harus diisi.",
    "rubric.reason.minimum-above-maximum": "Batas paling sedikit (minimum) melebihi batas paling banyak (maximum).",
    "rubric.reason.section-twice": "Ada bagian yang disebut dua kali.",
    "rubric.reason.label-empty": "Nama isian tidak memuat huruf atau angka.",
    "rubric.reason.example-unfit": "Contoh nama berkas (example) tidak sesuai dengan polanya (pattern).",
    "rubric.reason.font-name": "Nama ini tidak menunjukkan jenis huruf.",
    "rubric.reason.no-margin": "Paling sedikit satu margin (top, right, bottom, left) harus diisi.",
    "rubric.reason.placeholder": "Di antara kurung kurawal hanya boleh ada name, word, number, atau any.",
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
    **_APPEARANCE,
    **_PAGES,
    **_REFERENCES,
    **_SETTINGS,
}
