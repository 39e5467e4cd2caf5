"""Names of fonts in PDFs, and the heights of their lines."""

from __future__ import annotations

import pytest

from grader.ingest.pdf.fonts import fold_font_name, is_made_up, line_height


@pytest.mark.parametrize(
    "name, expected",
    [
        ("ABCDEF+ArialMT", ("Arial", False, False)),
        ("Arial-BoldMT", ("Arial", True, False)),
        ("Arial,BoldItalic", ("Arial", True, True)),
        ("TimesNewRomanPSMT", ("Times New Roman", False, False)),
        ("TimesNewRomanPS-ItalicMT", ("Times New Roman", False, True)),
        ("Times-Roman", ("Times", False, False)),
        ("BCDEEE+Calibri-Light", ("Calibri-Light", False, False)),
        ("LiberationSans-Bold", ("Liberation Sans", True, False)),
        ("DejaVuSans-Oblique", ("DejaVu Sans", False, True)),
        ("CourierNewPSMT", ("Courier New", False, False)),
        ("BookAntiqua", ("Book Antiqua", False, False)),
        ("", ("", False, False)),
    ],
)
def test_font_names(name: str, expected: tuple[str, bool, bool]) -> None:
    assert fold_font_name(name) == expected


@pytest.mark.parametrize("name", ["CIDFont+F1", "F12", "ABCDEF+TT2", "Font3"])
def test_names_that_programs_make_up(name: str) -> None:
    assert is_made_up(name)


@pytest.mark.parametrize("name", ["Arial", "ABCDEF+Calibri", "Futura2000", ""])
def test_names_of_families(name: str) -> None:
    assert not is_made_up(name)


def test_the_standard_fonts_have_the_lines_of_their_models() -> None:
    assert line_height("Times", 10) == line_height("Times New Roman", 10) == pytest.approx(11.499)
    assert line_height("Wingdings", 10) is None
