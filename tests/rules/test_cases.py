"""Every rule by its cases: outcome, values and the sentences that people read."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from grader.records.document import Place
from grader.records.essay import Essay
from grader.records.finding import Finding, Outcome, Severity
from grader.rubric.schema import Section
from grader.rules.catalogue import RULES
from grader.rules.running import run_rule
from grader.wording.catalogue import VOICES

Sections = Callable[[list[dict[str, Any]]], tuple[Section, ...]]


def find(case: dict[str, Any], make_essay: Callable[..., Essay], make_sections: Sections) -> Finding:
    rule, row = RULES[case["rule"]], case["cases"]
    settings = rule.settings.model_validate(row["settings"])
    sections = make_sections(case["sections"])
    return run_rule(rule, settings, Severity.WARNING, make_essay(**row["essay"]), sections)


def test_outcome_reason_values_and_place(
    case: dict[str, Any], make_essay: Callable[..., Essay], make_sections: Sections
) -> None:
    finding = find(case, make_essay, make_sections)
    row = case["cases"]
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row["values"].items()}
    assert (finding.outcome.value, finding.reason) == (row["outcome"], row["reason"])
    assert dict(finding.values) == values
    assert finding.place == (Place(**row["place"]) if "place" in row else None)
    assert (finding.rule, finding.severity) == (case["rule"], Severity.WARNING)


def test_sentences_in_both_languages(
    case: dict[str, Any], make_essay: Callable[..., Essay], make_sections: Sections
) -> None:
    finding = find(case, make_essay, make_sections)
    for code, voice in VOICES.items():
        sentence = voice.say(f"finding.{finding.rule}.{finding.reason}", finding.values)
        assert "{" not in sentence
        if "says" in case["cases"]:
            assert sentence == case["cases"]["says"][code]


def test_settings_that_make_no_sense_are_refused(refused: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        RULES[refused["rule"]].settings.model_validate(refused["refused"])


def test_each_rule_has_cases_for_each_outcome_that_it_can_have(case_files: list[dict[str, Any]]) -> None:
    assert {file["rule"] for file in case_files} == set(RULES)
    for file in case_files:
        rule = RULES[file["rule"]]
        source = inspect.getsource(sys.modules[rule.check.__module__])
        expected = {Outcome.MET, Outcome.NOT_MET}
        if rule.needs or "Outcome.NOT_CHECKABLE" in source:
            expected.add(Outcome.NOT_CHECKABLE)
            missing = any(row["reason"] == "facts-missing" for row in file["cases"])
            assert missing == bool(rule.needs), file["rule"]
        assert {row["outcome"] for row in file["cases"]} == expected, file["rule"]


@pytest.mark.parametrize("code", list(VOICES))
def test_each_sentence_of_a_rule_has_a_case_that_asserts_it(case_files: list[dict[str, Any]], code: str) -> None:
    said = {f"finding.{file['rule']}.{row['reason']}" for file in case_files for row in file["cases"] if "says" in row}
    always = {f"finding.{rule}.{reason}" for rule in RULES for reason in ("broken", "facts-missing")}
    assert said | always == {key for key in VOICES[code].sentences if key.startswith("finding.")}
