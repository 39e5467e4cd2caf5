"""PDFs: spacing of lines, alignment and margins, measured from where the lines stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.ingest.pdf.assembly import assemble_pdf
from grader.ingest.reading import read_bytes
from grader.records.document import Document, Margins

MakePdf = Callable[..., bytes]

BASELINES = {
    "Carlito": {
        1.0: (716.79, 702.19, 687.49, 672.89, 658.19),
        1.15: (716.79, 699.99, 683.19, 666.39, 649.59),
        1.5: (716.79, 694.89, 672.89, 650.99, 628.99),
        2.0: (716.79, 687.49, 658.19, 628.89, 599.59),
    },
    "LiberationSans": {
        1.0: (717.19, 703.39, 689.59, 675.79, 661.99),
        1.15: (717.19, 701.39, 685.49, 669.69, 653.79),
        1.5: (717.19, 696.49, 675.79, 655.09, 634.39),
        2.0: (717.19, 689.59, 661.99, 634.39, 606.79),
    },
    "LiberationSerif": {
        1.0: (717.29, 703.49, 689.69, 675.89, 662.09),
        1.15: (717.29, 701.39, 685.59, 669.69, 653.89),
        1.5: (717.29, 696.59, 675.89, 655.19, 634.49),
        2.0: (717.29, 689.69, 662.09, 634.49, 606.89),
    },
}
"""Where LibreOffice 7.4 sets the first five lines of a page in these fonts at 12 points, margins 4-3-3-4 cm."""

TWINS = {
    "Carlito": ["Carlito", "ABCDEF+Calibri"],
    "LiberationSans": ["LiberationSans", "ArialMT", "Helvetica"],
    "LiberationSerif": ["LiberationSerif", "TimesNewRomanPSMT", "Times-Roman"],
}
"""Fonts with the same measures: Word sets the same lines in its own."""

FULL = "Kolaborasi berarti bekerja bersama dengan pihak la"
"""50 characters: 300 points wide in Courier 10, from 72 to 372."""


def read(data: bytes) -> Document:
    return read_bytes(data, "a.pdf")


@pytest.mark.parametrize("spacing", [1.0, 1.15, 1.5, 2.0])
@pytest.mark.parametrize("measured, name", [(font, name) for font, names in TWINS.items() for name in names])
def test_line_spacing_as_word_processors_set_it(make_pdf: MakePdf, measured: str, name: str, spacing: float) -> None:
    lines = [(113.4, baseline, "kata " * 15, name, 12) for baseline in BASELINES[measured][spacing]]
    (block,) = read(make_pdf([lines])).blocks
    assert block.line_spacing == pytest.approx(spacing, abs=0.03)


def test_the_spacing_of_one_line_and_of_an_unknown_font_is_not_guessed(make_pdf: MakePdf) -> None:
    page = [(72, 700, "Satu baris.", "ArialMT", 12), *((72, 600 - 20 * n, "kata " * 16, "Gulim", 12) for n in range(3))]
    assert [block.line_spacing for block in read(make_pdf([page])).blocks] == [None, None]


def test_spacing_is_measured_against_the_size_as_printed(make_pdf: MakePdf) -> None:
    # 10 points scaled by 1.2: the lines are those of 12 points, 20.7 points apart when the page is shown.
    lines = [(60, 500 - 20.7 / 1.2 * index, "kata " * 15, "ArialMT", 10) for index in range(4)]
    (block,) = read(make_pdf([lines], raw="1.2 0 0 1.2 0 0 cm\n")).blocks
    assert block.line_spacing == pytest.approx(1.5, abs=0.03)
    assert block.runs[0].size == 12.0


@pytest.mark.parametrize(
    "lines, expected",
    [
        ([(0, 50), (0, 50), (0, 50), (0, 20)], "justify"),
        ([(5, 45), (0, 50), (0, 50), (0, 20)], "justify"),
        ([(0, 50), (0, 46), (0, 49), (0, 20)], "left"),
        ([(0, 50), (1, 49), (0, 50), (1, 49)], "right"),
        ([(0, 50), (2, 46), (1, 48), (10, 30)], "center"),
        ([(0, 50)], None),
    ],
    ids=["justified", "justified-indented", "ragged", "flush-right", "centred", "one-line"],
)
def test_alignment_from_the_edges_of_lines(
    make_pdf: MakePdf, lines: list[tuple[int, int]], expected: str | None
) -> None:
    """Lines as (characters that they are moved in, characters that they hold)."""
    text = "Kolaborasiberartibekerjabersamadenganpihaklainnyadi"
    page = [(72 + 6 * start, 700 - 12 * row, text[:length]) for row, (start, length) in enumerate(lines)]
    blocks = read(make_pdf([page])).blocks
    assert {block.alignment for block in blocks if len(blocks) == 1} == {expected}


def pages_of(*counts: int, left: float = 113.4, top: float = 717.2) -> list[list[tuple[float, float, str, str, float]]]:
    """Pages with so many lines of 392.4 points in Courier 12, 20.4 apart."""
    texts = ["abcdefghij"[page] * 54 for page in range(len(counts))]
    return [
        [(left, top - 20.4 * line, text[-50 - line % 5 :], "Courier", 12.0) for line in range(count)]
        for count, text in zip(counts, texts, strict=True)
    ]


def test_margins_from_the_edges_of_full_pages(make_pdf: MakePdf) -> None:
    # The edges: 113.4 left; right 595 - 113.4 - 54 x 7.2 = 92.8. At the top 842 - 717.2 less an ascent of 10.9 and half
    # of what a line of 20.4 has more than one of 13.6 (3.4). Below the 31st line there are 105.2 points less a descent
    # of 2.5: not room enough for two lines more than the right margin leaves, so that one it is.
    found = assemble_pdf(make_pdf(pages_of(31, 31, 3)))
    assert found.margins is not None
    assert found.margins.left == pytest.approx(113.4, abs=0.5)
    assert found.margins.right == pytest.approx(92.8, abs=2)
    assert found.margins.top == pytest.approx(110.5, abs=0.5)
    assert found.margins.bottom == pytest.approx(found.margins.right)


def test_a_bottom_far_from_all_margins_is_taken_as_it_is(make_pdf: MakePdf) -> None:
    found = assemble_pdf(make_pdf(pages_of(20, 20, 3)))
    # 717.2 - 19 x 20.4 - 2.5
    assert isinstance(found.margins, Margins)
    assert found.margins.bottom == pytest.approx(327.1, abs=0.5)


def test_one_page_tells_no_margins(make_pdf: MakePdf) -> None:
    found = assemble_pdf(make_pdf(pages_of(31)))
    assert found.margins is None
