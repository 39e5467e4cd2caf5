"""Running a format rule on an essay: from its verdict to a finding, whatever happens inside the rule."""

from __future__ import annotations

import logging
from typing import Final

from grader.errors import Value
from grader.records.essay import Essay
from grader.records.finding import Finding, Outcome, Severity
from grader.rubric.schema import Section
from grader.rules.rule import Rule, Settings, Verdict

_LOG: Final = logging.getLogger(__name__)


def run_rule(
    rule: Rule, settings: Settings, severity: Severity, essay: Essay, sections: tuple[Section, ...]
) -> Finding:
    """Run a rule.

    Args:
        rule: from the catalogue.
        settings: an instance of the rule's settings model.
        severity: how much the rule matters, as the rubric sets it.
        essay: what is checked.
        sections: of the rubric.

    Returns:
        The rule's verdict; *not checkable* (``facts-missing``) when the format of the file does not tell what the rule
        needs; *broken* (``broken``) when the rule itself failed, which is logged with its traceback.
    """
    missing = sorted(rule.needs - essay.document.facts)
    if missing:
        values: dict[str, Value] = {"format": essay.document.format.upper(), "facts": tuple(missing)}
        verdict = Verdict(Outcome.NOT_CHECKABLE, "facts-missing", values)
    else:
        verdict = _verdict(rule, settings, essay, sections)
    return Finding(rule.name, verdict.outcome, severity, verdict.reason, verdict.values, verdict.place)


def _verdict(rule: Rule, settings: Settings, essay: Essay, sections: tuple[Section, ...]) -> Verdict:
    try:
        return rule.check(essay, settings, sections)
    except Exception as error:
        # The one place that catches everything: a defect in one rule must cost neither the other rules nor the other
        # submissions. It is loud (the log, the finding, a review) and never passes for a verdict.
        _LOG.exception("Rule %s failed on %s", rule.name, essay.document.name)
        return Verdict(Outcome.BROKEN, "broken", {"error": type(error).__name__})
