"""Names of fonts that mean the same family, and those that do not."""

from __future__ import annotations

import pytest

from grader.rules.fonts import family_key

ARIAL = ["Arial", "ARIAL", "ArialMT", "Arial-BoldMT", "Arial-ItalicMT", "Arial-BoldItalicMT", "Arial,Bold"]
ARIAL += ["ABCDEF+ArialMT", "XYZABC+Arial-BoldMT", "Arial MT", "Arial Bold", "Arial Bold Italic", "Arial-Regular"]
TIMES = ["Times New Roman", "TimesNewRoman", "TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"]
TIMES += ["TimesNewRomanPS-BoldItalicMT", "TimesNewRoman,Italic", "QWERTY+TimesNewRomanPS-ItalicMT"]
OTHERS = ["Arial Narrow", "ArialNarrow-Bold", "Arial Black", "Arial-Black", "ArialUnicodeMS", "Arial Nova"]
OTHERS += ["Liberation Sans", "Helvetica", "Times-Roman", "Calibri", "Calibri Light", "Calibri-Light"]


@pytest.mark.parametrize("family, names", [("Arial", ARIAL), ("Times New Roman", TIMES), ("Calibri", ["Calibri-Bold"])])
def test_all_forms_of_a_name_are_one_family(family: str, names: list[str]) -> None:
    assert {family_key(name) for name in names} == {family_key(family)}


@pytest.mark.parametrize("other", OTHERS)
def test_other_families_stay_others(other: str) -> None:
    assert family_key(other) not in {None, family_key("Arial"), family_key("Times New Roman")}


def test_light_and_narrow_are_not_their_plain_sisters() -> None:
    assert family_key("Calibri Light") == family_key("Calibri-Light") != family_key("Calibri")
    assert family_key("ArialNarrow") == family_key("Arial Narrow") == family_key("ArialNarrow-Bold")


@pytest.mark.parametrize("name", [None, "", "  ", "F1", "F23", "TT0", "CIDFont+F1", "ABCDEF+F4", "+", "-BoldMT"])
def test_a_made_up_name_tells_nothing(name: str | None) -> None:
    assert family_key(name) is None
