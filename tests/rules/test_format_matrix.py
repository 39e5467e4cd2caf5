"""Every way of setting Arial 12 with a spacing of 1.5, and ways of missing it: what *esai-kolaboratif* says to each."""

from __future__ import annotations

from functools import cache

import pytest

from grader.records.finding import Finding, Outcome
from tests.benchmarks.format_matrix import table
from tests.formatting import paper, word
from tests.formatting.case import LOOKS, MET, ROUNDING, Case, findings
from tests.formatting.printed import AVAILABLE, printed, same_font

CASES = (*word.CASES, *paper.CASES)

KNOWN_GAPS: dict[tuple[str, str], str] = {}
"""Cases and rules that are not yet as expected, and why; whatever is mended must be taken out."""


def parameters() -> list[object]:
    def marks(key: tuple[str, str]) -> list[pytest.MarkDecorator]:
        return [pytest.mark.xfail(reason=KNOWN_GAPS[key], strict=True)] if key in KNOWN_GAPS else []

    return [
        pytest.param(case, rule, id=f"{case.id} [{rule}]", marks=marks((case.id, rule)))
        for case in CASES
        for rule in LOOKS
    ]


@cache
def told(case: str) -> dict[str, Finding]:
    """What the rules say of a case; each file is read once for the three of them."""
    (setting,) = (each for each in CASES if each.id == case)
    return findings(setting.make(), setting.suffix)


@pytest.mark.parametrize(("setting", "rule"), parameters())
def test_the_rule_says_what_a_reader_sees(setting: Case, rule: str) -> None:
    said, finding = setting.expected[rule], told(setting.id)[rule]
    assert finding.outcome is said.outcome, finding
    assert said.reason in (None, finding.reason)
    for name, value in said.values.items():
        expected = pytest.approx(value, abs=ROUNDING) if isinstance(value, (int, float)) else value
        assert finding.values[name] == expected, name


def test_no_gap_is_kept_of_a_case_that_is_gone() -> None:
    assert set(KNOWN_GAPS) <= {(case.id, rule) for case in CASES for rule in LOOKS}


@pytest.mark.skipif(not AVAILABLE, reason="LibreOffice is not installed")
def test_what_libreoffice_prints_is_judged_as_the_file_that_it_printed() -> None:
    wrong = {}
    for case in printed([case for case in word.CASES if case.way != "all in a table"]):
        for rule, finding in findings(case.make(), "pdf").items():
            said = case.expected[rule]
            right = finding.outcome is said.outcome
            if "found" in said.values and rule == "font-family":
                right = right and same_font(said, finding.values["found"])
            elif "found" in said.values:
                right = right and finding.values["found"] == pytest.approx(said.values["found"], abs=2 * ROUNDING)
            if not right:
                wrong[case.id, rule] = finding
    assert wrong == {}


def test_the_cases_have_names_of_their_own_and_hold_hits_and_misses() -> None:
    assert len({case.id for case in CASES}) == len(CASES)
    for rule in LOOKS:
        outcomes = [case.expected[rule].outcome for case in CASES]
        assert {*outcomes} == {Outcome.MET, Outcome.NOT_MET, Outcome.NOT_CHECKABLE}
    assert sum(all(said == MET for said in case.expected.values()) for case in CASES) >= 20


def test_the_table_has_a_row_for_each_case_and_a_column_for_each_rule() -> None:
    head, line, *rows = table(word.CASES[:1] + word.MISSES[:1]).splitlines()
    assert [cell.strip() for cell in head.strip("|").split("|")] == ["file", "written by", "set by", *LOOKS]
    assert set(line) == {"|", "-", " "}
    assert [[cell.strip() for cell in row.strip("|").split("|")] for row in rows] == [
        ["DOCX", "Word", "at each run", "met", "met", "met"],
        ["DOCX", "Word", "Times New Roman", "not met: Times New Roman in 100 %", "met", "met"],
    ]
