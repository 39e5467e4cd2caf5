"""PDFs: fragments to lines, lines to paragraphs; what stands around the text told apart.

In Courier every character is 0.6 font sizes wide: 6 points at size 10. A column from 72 to 372 points holds 50 of them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.errors import GraderError
from grader.ingest.reading import read_bytes
from grader.records.document import Block, Document, Fact, Kind

MakePdf = Callable[..., bytes]
Word = tuple[float, float, str]

FULL = [
    "Kolaborasi berarti bekerja bersama dengan pihak la",  # 50 characters: the column is full
    "bersama-sama berbagi tanggung jawab untuk mencapai",
    "tujuan yang sama di setiap instansi.",
]


def read(data: bytes) -> Document:
    return read_bytes(data, "a.pdf")


def body(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind not in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER)]


def texts(document: Document) -> list[str]:
    return [block.text for block in body(document)]


def column(*lines: str, top: float = 700, left: float = 72, leading: float = 15) -> list[Word]:
    return [(left, top - index * leading, line) for index, line in enumerate(lines)]


def test_wrapped_lines_are_joined_and_a_short_line_ends_its_paragraph(make_pdf: MakePdf) -> None:
    document = read(make_pdf([column(*FULL, "Paragraf kedua.")]))
    assert texts(document) == [" ".join(FULL), "Paragraf kedua."]


def test_a_wider_gap_parts_paragraphs_though_the_line_is_full(make_pdf: MakePdf) -> None:
    first, second = column(*FULL[:2]), column(FULL[0], FULL[1], FULL[2], top=655)
    document = read(make_pdf([first + second]))
    assert texts(document) == [" ".join(FULL[:2]), " ".join(FULL)]


def test_an_indented_first_line_opens_a_paragraph(make_pdf: MakePdf) -> None:
    lines = [*column(FULL[0], FULL[1], top=700), (102, 670, FULL[0][:45]), *column(FULL[1], FULL[2], top=655)]
    document = read(make_pdf([lines]))
    assert texts(document) == [" ".join(FULL[:2]), f"{FULL[0][:45]} {FULL[1]} {FULL[2]}"]


def test_a_paragraph_goes_on_over_a_page_break(make_pdf: MakePdf) -> None:
    first = column("Judul", *FULL[:2], top=120)
    document = read(make_pdf([first, column(FULL[2], "Lain.", top=760)]))
    assert texts(document) == ["Judul", " ".join(FULL), "Lain."]
    assert [block.place.page for block in body(document)] == [1, 1, 2]


@pytest.mark.parametrize(
    "first, second, joined",
    [
        ("tujuan-", "tujuan dari semuanya", "tujuan-tujuan dari"),
        ("terus-", "menerus dari semuanya", "terus-menerus dari"),
        ("keber-", "lanjutan dari semuanya", "keberlanjutan dari"),
        ("Trans-", "Sulawesi dari semuanya", "Trans-Sulawesi dari"),
        ("2020-", "2024 dari semuanya", "2020-2024 dari"),
        ("e-", "government dari semuanya", "e-government dari"),
    ],
)
def test_hyphens_at_line_ends(make_pdf: MakePdf, first: str, second: str, joined: str) -> None:
    start = "Kolaborasi berarti bekerja bersama dengan".ljust(50 - len(first), "a")[: 49 - len(first)]
    document = read(make_pdf([column(f"{start} {first}", second)]))
    assert texts(document) == [f"{start} {joined} semuanya"]


def test_the_writers_own_spelling_decides_about_a_hyphen(make_pdf: MakePdf) -> None:
    start = "Ada model joined-up dan bentuk lain, yaitu joined-"
    assert len(start) == 50
    assert texts(read(make_pdf([column(start, "up yang dipakai")]))) == [f"{start}up yang dipakai"]


def test_words_drawn_one_by_one_get_their_blanks(make_pdf: MakePdf) -> None:
    words: list[Word] = []
    left = 72.0
    for word in ("kerja", "sama", "antar"):
        words.append((left, 700, word))
        left += (len(word) + 1) * 6
    document = read(make_pdf([[*words, (left - 6, 700, "instansi")]]))
    assert texts(document) == ["kerja sama antarinstansi"]


def test_fonts_sizes_and_facts(make_pdf: MakePdf) -> None:
    page = [(72, 700, "Huruf biasa", "ABCDEF+ArialMT", 12), (72, 600, "Huruf tebal sekali.", "Times-Bold", 11)]
    document = read(make_pdf([page]))
    assert [(run.font, run.size, run.bold) for block in document.blocks for run in block.runs] == [
        ("Arial", 12.0, False),
        ("Times", 11.0, True),
    ]
    assert (document.pages, document.page_size) == (1, (595.0, 842.0))
    told = {Fact.PAGES, Fact.FONT, Fact.FONT_SIZE, Fact.LINE_SPACING, Fact.ALIGNMENT, Fact.PAGE_SIZE}
    assert document.facts - {Fact.MARGINS} == told


def test_a_font_without_a_name_does_not_get_that_of_a_substitute(make_pdf: MakePdf) -> None:
    (block,) = read(make_pdf([[(72, 700, "Huruf tanpa nama.", "CIDFont+F1", 12)]])).blocks
    assert [run.font for run in block.runs] == ["CIDFont+F1"]


def test_size_is_measured_after_the_matrix(make_pdf: MakePdf) -> None:
    data = make_pdf([[(72, 700, "Besar", "Helvetica", 10)]], raw="1.2 0 0 1.2 0 0 cm\n")
    (run,) = read(data).blocks[0].runs
    assert run.size == 12.0


def test_line_spacing_from_baselines(make_pdf: MakePdf) -> None:
    # Arial's single line is 1.15 font sizes high; 12 points at 1.5 are 20.7 points.
    lines = [(72.0, 700 - 20.7 * index, "kata " * 16, "ArialMT", 12) for index in range(3)]
    document = read(make_pdf([[*lines, (72, 637.9, "akhir", "ArialMT", 12)]]))
    assert [block.line_spacing for block in document.blocks] == [1.5]


def test_headings_by_size_and_by_weight(make_pdf: MakePdf) -> None:
    page = [
        (72, 740, "Judul Esai", "Courier", 14),
        (72, 700, "A. Pokok Pikiran", "Courier-Bold", 10),
        *column(*FULL, top=685),
        (72, 600, "Kalimat tebal ini berakhir dengan titik.", "Courier-Bold", 10),
    ]
    document = read(make_pdf([page]))
    assert [(block.kind, block.level) for block in document.blocks] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.BODY, None),
        (Kind.BODY, None),
    ]
    assert document.blocks[1].text == "A. Pokok Pikiran"


def test_running_heads_come_once_and_page_numbers_each(make_pdf: MakePdf) -> None:
    pages = [[(72, 800, "LATSAR CPNS 2023"), *column(*FULL), (290, 40, str(number))] for number in (1, 2, 3)]
    document = read(make_pdf(pages))
    around = [
        (b.kind, b.text, b.place.page) for b in document.blocks if b.kind in (Kind.RUNNING_HEAD, Kind.PAGE_NUMBER)
    ]
    assert around == [
        (Kind.RUNNING_HEAD, "LATSAR CPNS 2023", 1),
        (Kind.PAGE_NUMBER, "1", 1),
        (Kind.PAGE_NUMBER, "2", 2),
        (Kind.PAGE_NUMBER, "3", 3),
    ]
    assert texts(document) == [" ".join(FULL)] * 3


def test_a_head_of_two_lines_on_two_pages(make_pdf: MakePdf) -> None:
    head = [(72, 810, "Pelatihan Dasar"), (72, 798, "Golongan III")]
    document = read(make_pdf([[*head, *column(*FULL)], [*head, *column("Lain.", *FULL)]]))
    assert [block.text for block in document.blocks if block.kind is Kind.RUNNING_HEAD] == [
        "Pelatihan Dasar",
        "Golongan III",
    ]


def test_text_that_is_repeated_on_every_page_stays_text(make_pdf: MakePdf) -> None:
    lines = [f"Kalimat nomor {number} selalu sama." for number in range(45)]
    document = read(make_pdf([column(*lines, top=780)] * 3))
    assert " ".join(texts(document)).count("Kalimat") == 3 * 45


def test_a_line_that_only_two_of_many_pages_share_is_text(make_pdf: MakePdf) -> None:
    pages = [column("Sama." if number < 2 else f"Lain {'x' * number}.", *FULL) for number in range(9)]
    assert "Sama." in texts(read(make_pdf(pages)))


def test_lists_with_hanging_numbers_and_bullets(make_pdf: MakePdf) -> None:
    page = [
        (72, 700, "1."), (84, 700, " "), (102, 700, "Pengertian"),
        (72, 685, "2."), (102, 685, "Manfaat bagi masyarakat yang tinggal di da"), (102, 670, "erah"),
        (72, 655, "\u2022"), (102, 655, "empati"),
    ]  # fmt: skip
    document = read(make_pdf([page]))
    assert [(block.marker, block.text, block.kind) for block in document.blocks] == [
        ("1.", "Pengertian", Kind.LIST_ITEM),
        ("2.", "Manfaat bagi masyarakat yang tinggal di da erah", Kind.LIST_ITEM),
        ("•", "empati", Kind.LIST_ITEM),
    ]


def test_a_value_goes_on_below_its_column(make_pdf: MakePdf) -> None:
    page = [
        (72, 700, "Nama Peserta"), (200, 700, ":"), (220, 700, "Budi Contoh dan"), (220, 685, "gelarnya"),
        (72, 670, "NDH"), (200, 670, ":"), (220, 670, "07"),
        *column(*FULL, top=640),
    ]  # fmt: skip
    document = read(make_pdf([page]))
    assert [(field.label, field.value) for field in document.header_fields] == [
        ("Nama Peserta", "Budi Contoh dan gelarnya"),
        ("NDH", "07"),
    ]


def test_a_row_of_a_form_with_prose_is_label_and_text(make_pdf: MakePdf) -> None:
    row = [(72, 700, "Pokok Pikiran"), *((200, 700 - 15 * index, line[:40]) for index, line in enumerate(FULL))]
    found = texts(read(make_pdf([[*row, (72, 600, "Profil Tokoh"), (200, 600, "Singkat saja.")]])))
    assert found == ["Pokok Pikiran", " ".join(line[:40] for line in FULL), "Profil Tokoh Singkat saja."]


def test_entries_of_a_contents_list_stay_apart(make_pdf: MakePdf) -> None:
    page = column("KATA PENGANTAR" + "." * 35 + "i", "DAFTAR ISI" + "." * 38 + "ii", "Latar Belakang" + "." * 35 + "1")
    assert texts(read(make_pdf([page]))) == [
        "KATA PENGANTAR ........ i",
        "DAFTAR ISI ........ ii",
        "Latar Belakang ........ 1",
    ]


def test_a_page_drawn_in_no_order_is_read_from_top_to_bottom(make_pdf: MakePdf) -> None:
    lines = column("satu.", "dua.", "tiga.", "empat.", "lima.", "enam.")
    shuffled = [lines[index] for index in (4, 1, 5, 0, 3, 2)]
    assert " ".join(texts(read(make_pdf([shuffled])))) == "satu. dua. tiga. empat. lima. enam."


def test_turned_text_stays_apart(make_pdf: MakePdf) -> None:
    raw = "BT /F0 30 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (KONSEP) Tj ET\n"
    assert texts(read(make_pdf([column(*FULL)], raw=raw))) == ["KONSEP", " ".join(FULL)]


def test_no_text_at_all(make_pdf: MakePdf) -> None:
    with pytest.raises(GraderError) as blank:
        read(make_pdf([[]]))
    image = "q 100 0 0 100 72 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x41 EI Q\n"
    with pytest.raises(GraderError) as scan:
        read(make_pdf([[]], raw=image))
    assert (blank.value.code, scan.value.code) == ("G110", "G108")


def test_a_page_that_is_only_a_picture_among_others_is_flagged(make_pdf: MakePdf) -> None:
    form = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    )
    picture = f"{form}\nstream\nA\nendstream"
    document = read(make_pdf([column(*FULL), []], raw="q 100 0 0 100 72 100 cm /X Do Q\n", extra=[picture]))
    (notice,) = document.notices
    assert (notice.code, notice.severity, dict(notice.values)) == ("pages-without-text", "warning", {"pages": 1})


def test_damaged_and_too_long(make_pdf: MakePdf) -> None:
    with pytest.raises(GraderError) as damaged:
        read(b"%PDF-1.7\nsampah")
    with pytest.raises(GraderError) as long:
        read(make_pdf([[(72, 700, "x")]] * 501))
    assert (damaged.value.code, damaged.value.values["reason"]) == ("G106", "pdf")
    assert (long.value.code, long.value.values["what"]) == ("G111", "pages")


def test_a_password_is_asked_for(make_pdf: MakePdf) -> None:
    with pytest.raises(GraderError) as error:
        read(make_pdf([column(*FULL)], password=b"rahasia"))
    assert error.value.code == "G107"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(make_pdf: MakePdf, turn: int) -> None:
    # Drawn so that the text stands upright once the page is turned.
    matrix = {90: "0 1 -1 0 {y} {x}", 180: "-1 0 0 -1 {x2} {y2}", 270: "0 -1 1 0 {y3} {x3}"}[turn]
    raw = ""
    for index, line in enumerate(FULL):
        y = 700 - 15 * index if turn == 180 else 400 - 15 * index
        places = {"y": 595 - y, "x": 72, "x2": 595 - 72, "y2": 842 - y, "y3": y, "x3": 842 - 72}
        raw += f"BT /F0 10 Tf {matrix.format(**places)} Tm ({line}) Tj ET\n"
    document = read(make_pdf([[(72, 20, " ")]], raw=raw, page=f"/Rotate {turn}"))
    assert texts(document) == [" ".join(FULL)]
    assert document.page_size == ((595.0, 842.0) if turn == 180 else (842.0, 595.0))


def test_text_inside_a_form_is_read_with_its_true_size(make_pdf: MakePdf) -> None:
    content = "BT /F0 10 Tf 1 0 0 1 72 600 Tm (dalam formulir) Tj ET"
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F0 4 0 R >> >> "
        f"/Length {len(content)} >>\nstream\n{content}\nendstream"
    )
    (block,) = read(make_pdf([[(72, 20, " ")]], raw="q 1.5 0 0 1.5 0 -200 cm /X Do Q\n", extra=[form])).blocks
    assert (block.text, block.runs[0].size) == ("dalam formulir", 15.0)


def test_places_beyond_all_measure_are_no_crash(make_pdf: MakePdf) -> None:
    for number in ("9" * 45, "-" + "9" * 400, "0.0000000000000000000000001"):
        raw = f"BT /F0 10 Tf {number} 0 0 {number} {number} {number} Tm (jauh) Tj ET\n"
        assert "Isi." in texts(read(make_pdf([[(72, 700, "Isi.")]], raw=raw)))
