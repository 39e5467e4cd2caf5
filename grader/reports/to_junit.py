"""JUnit XML: each submission a suite of tests, each rule and each concept a test.

=================  ==================================================================
a rule not met     ``failure``; its ``type`` is the severity that the rubric gives it
a rule that broke  ``error``
not checkable      ``skipped``
a mark too low     ``failure`` of the test ``mark.min-score``, where one was asked for
unreadable file    ``error`` of the suite's only test
a concept          passes always, whatever its label: nobody fails a build for an idea
                   that is missing. Label and hint stand in ``system-out``. It goes by its
                   title: an id such as ``success-factors`` may be a phrase of the key
a notice           passes always; its sentence stands in ``system-out``
=================  ==================================================================

Written for what the readers of the format have in common: the schema of Jenkins and that of Surefire. There is no
clock in it: ``time`` is 0 everywhere, since some readers want the attribute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from grader.records.finding import Outcome
from grader.records.score import Label
from grader.reports import safe
from grader.reports.issues import MIN_SCORE, Asked, is_below, name_of, noticed, too_low, unreadable
from grader.reports.names import Names
from grader.reports.row import FailureView
from grader.reports.submission import FindingView, SubmissionView
from grader.reports.view import CohortView

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>'


@dataclass(frozen=True, slots=True)
class _Case:
    """A test: ``end`` is ``failure``, ``error``, ``skipped``, or empty when it passes; ``told`` goes to the log."""

    group: str
    name: str
    end: str = ""
    kind: str = ""
    message: str = ""
    told: str = ""


def to_junit(view: CohortView, asked: Asked) -> str:
    """The whole document.

    Args:
        view: what was checked.
        asked: paths of the files, and the mark asked for.
    """
    total: Counter[str] = Counter()
    suites = []
    for result in view.results:
        cases = list(_cases(result, view.names, asked))
        counts = Counter(case.end for case in cases) + Counter(tests=len(cases))
        total += counts
        suites.append(_suite(asked.path(name_of(result)), cases, counts, result))
    sums = f'tests="{total["tests"]}" failures="{total["failure"]}" errors="{total["error"]}" time="0"'
    return "\n".join([_HEAD, f'<testsuites name="grader" {sums}>', *suites, "</testsuites>", ""])


def _suite(path: str, cases: list[_Case], counts: Counter[str], result: SubmissionView | FailureView) -> str:
    sums = " ".join(
        f'{name}="{counts[key]}"'
        for name, key in (("tests", "tests"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    )
    lines = [f'  <testsuite name={_attribute(safe.file_name(path))} {sums} time="0">']
    if isinstance(result, SubmissionView):
        lines.append("    <properties>")
        lines.append(f'      <property name="words" value="{result.words}"/>')
        lines.append("    </properties>")
    lines.extend(_lines(case) for case in cases)
    return "\n".join([*lines, "  </testsuite>"])


def _lines(case: _Case) -> str:
    head = f'    <testcase classname={_attribute(case.group)} name={_attribute(case.name)} time="0"'
    if case.end:
        kind = f" type={_attribute(case.kind)}" if case.end != "skipped" else ""
        body = f"      <{case.end}{kind} message={_attribute(case.message)}/>"
    elif case.told:
        body = f"      <system-out>{_content(case.told)}</system-out>"
    else:
        return f"{head}/>"
    return f"{head}>\n{body}\n    </testcase>"


def _cases(result: SubmissionView | FailureView, names: Names, asked: Asked) -> Iterator[_Case]:
    if isinstance(result, FailureView):
        yield _Case("file", "readable", "error", result.record.code, unreadable(result, names))
        return
    yield _Case("file", "readable")
    seen: Counter[str] = Counter()
    for finding in result.findings:
        rule = finding.record.rule
        seen[rule] += 1
        yield _finding(finding, rule if seen[rule] == 1 else f"{rule}#{seen[rule]}")
    if asked.min_score is not None:
        low = is_below(result, asked.min_score)
        told = too_low(names, asked.min_score) if low else ""
        yield _Case("mark", MIN_SCORE, "failure" if low else "", "error", told)
    for concept in result.concepts:
        record = concept.record
        hint = names.rubric.concepts[record.concept].hint.get(names.voice.code)
        missing = "" if concept.label is Label.EXPLAINED else f" {hint}"
        yield _Case("concept", concept.title, told=f"{concept.level}.{missing}")
    for notice in result.notices:
        yield _Case("integrity", notice.record.code, told=f"{notice.severity}: {noticed(notice, names)}")


def _finding(finding: FindingView, name: str) -> _Case:
    place = f" ({finding.place})" if finding.place else ""
    message = f"{finding.message}{place}"
    match finding.record.outcome:
        case Outcome.NOT_MET:
            return _Case("format", name, "failure", str(finding.record.severity), message)
        case Outcome.BROKEN:
            return _Case("format", name, "error", "broken", message)
        case Outcome.NOT_CHECKABLE:
            return _Case("format", name, "skipped", "", message)
    return _Case("format", name, told=message)


def _attribute(value: str) -> str:
    """A value in quotation marks; characters that XML forbids show as U+FFFD."""
    return quoteattr(safe.text(value))


def _content(value: str) -> str:
    return safe.text(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
