from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest

from grader.records.document import Fact, Place
from grader.records.essay import Essay
from grader.records.finding import Finding, Outcome, Severity
from grader.rules.catalogue import RULES
from grader.rules.rule import Rule, Settings, Verdict
from grader.rules.running import run_rule
from grader.wording.catalogue import VOICES


def rule_that(check: Callable[..., Verdict], *needs: Fact) -> Rule:
    return Rule(name="word-count", needs=frozenset(needs), settings=Settings, check=check, doc="")


def met(*_: Any) -> Verdict:
    return Verdict(Outcome.MET, "at-least", {"words": 3}, Place(1, 2))


def fail(*_: Any) -> Verdict:
    raise ZeroDivisionError("secret of the essay")


def test_a_verdict_becomes_a_finding(make_essay: Callable[..., Essay]) -> None:
    finding = run_rule(rule_that(met), Settings(), Severity.SUGGESTION, make_essay(), ())
    assert finding == Finding("word-count", Outcome.MET, Severity.SUGGESTION, "at-least", {"words": 3}, Place(1, 2))


def test_a_rule_is_not_asked_where_the_format_does_not_tell(make_essay: Callable[..., Essay]) -> None:
    rule = rule_that(fail, Fact.FONT_SIZE, Fact.FONT, Fact.PAGES)
    finding = run_rule(rule, Settings(), Severity.ERROR, make_essay(facts=frozenset({Fact.PAGES})), ())
    assert (finding.outcome, finding.reason) == (Outcome.NOT_CHECKABLE, "facts-missing")
    assert dict(finding.values) == {"format": "TXT", "facts": ("font", "font-size")}


def test_a_rule_is_asked_where_the_format_tells(make_essay: Callable[..., Essay]) -> None:
    essay = make_essay(facts=frozenset({Fact.FONT, Fact.PAGES}))
    assert run_rule(rule_that(met, Fact.FONT), Settings(), Severity.ERROR, essay, ()).outcome is Outcome.MET


def test_a_rule_that_fails_is_broken_and_loud(
    make_essay: Callable[..., Essay], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        finding = run_rule(rule_that(fail), Settings(), Severity.ERROR, make_essay(), ())
    assert (finding.outcome, finding.reason) == (Outcome.BROKEN, "broken")
    assert dict(finding.values) == {"error": "ZeroDivisionError"}
    assert len(caplog.records) == 1
    assert caplog.records[0].exc_info is not None
    assert "word-count" in caplog.text
    assert "a.txt" in caplog.text


def test_interrupts_are_not_swallowed(make_essay: Callable[..., Essay]) -> None:
    def interrupt(*_: Any) -> Verdict:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_rule(rule_that(interrupt), Settings(), Severity.ERROR, make_essay(), ())


@pytest.mark.parametrize("name", list(RULES))
def test_both_ways_have_their_sentence_for_each_rule(name: str) -> None:
    assert "ValueError" in VOICES["id"].say(f"finding.{name}.broken", error="ValueError")
    assert "ValueError" in VOICES["en"].say(f"finding.{name}.broken", error="ValueError")
    assert "TXT" in VOICES["id"].say(f"finding.{name}.facts-missing", {"format": "TXT", "facts": ("font",)})
    assert "TXT" in VOICES["en"].say(f"finding.{name}.facts-missing", {"format": "TXT", "facts": ("font",)})
