"""SARIF 2.1.0: what code-scanning dashboards and editors read.

A rule of the rubric is a rule of SARIF, and so are the codes of notices and errors that came up. Only what should be
looked at is a result; what is met is not told. There is no ``helpUri``: SARIF wants an absolute address there, and the
program has none that it could vouch for; ``help`` names the command that prints the documentation.

Where a result stands is the *paragraph* as the line, since a DOCX or PDF has no lines. Fingerprints rest on file name,
rule and reason, not on the place, so that a paragraph that moves takes its result along.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath, PurePosixPath
from typing import Any, Final
from urllib.parse import quote

from grader.records.finding import Severity
from grader.reports import safe
from grader.reports.issues import MIN_SCORE, Asked, Issue, of_all, too_low
from grader.reports.names import Names
from grader.reports.view import CohortView

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_ROOT: Final = "%SRCROOT%"  # what consumers take a relative path from
_FINGERPRINT: Final = "graderFinding/v1"
_NO_BYTE: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # the other lone surrogates stand for bytes of a name


def to_sarif(view: CohortView, asked: Asked) -> str:
    """The whole log, indented, ended by a line feed.

    Args:
        view: what was checked.
        asked: paths of the files, and the mark asked for.
    """
    rules = _rubric_rules(view.names)
    if asked.min_score is not None:
        rules[MIN_SCORE] = _rule(MIN_SCORE, too_low(view.names, asked.min_score), "", Severity.ERROR, "")
    results = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for path, issue in of_all(view, asked):
        if issue.rule not in rules:
            rules[issue.rule] = _code_rule(issue, view.names)
        key = (issue.rule, issue.reason, PurePosixPath(path).name)
        seen[key] += 1
        results.append(_result(issue, path, list(rules).index(issue.rule), _fingerprint(key, seen[key])))
    made = view.provenance
    driver = {"name": "grader", "semanticVersion": made.program, "rules": list(rules.values())}
    run = {
        "tool": {"driver": driver},
        "language": view.names.voice.code,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": results,
        "properties": {"rubric": made.rubric_id, "rubricSha256": made.rubric_sha256},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe.json_text(json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def _rubric_rules(names: Names) -> dict[str, dict[str, Any]]:
    """The rubric's rules, each once, as grave as its gravest use."""
    gravest: dict[str, Severity] = {}
    order = tuple(_LEVELS)
    for use in names.rubric.rules:
        gravest[use.rule] = min(gravest.get(use.rule, Severity.SUGGESTION), use.severity, key=order.index)
    say = names.voice.say
    return {
        rule: _rule(rule, names.rule(rule), say(f"cli.rules.about.{rule}"), severity, say("ci.rule.help", name=rule))
        for rule, severity in gravest.items()
    }


def _code_rule(issue: Issue, names: Names) -> dict[str, Any]:
    """A notice or an error that came up: told in general, since its own sentence holds values of one file."""
    unreadable = issue.rule.startswith("G") and issue.rule[1:].isdigit()
    title = names.voice.say("ci.rule.unreadable" if unreadable else "ci.rule.notice", code=issue.rule)
    return _rule(issue.rule, title, "", issue.severity, "")


def _rule(rule: str, title: str, about: str, severity: Severity, how: str) -> dict[str, Any]:
    described = {
        "id": rule,
        "shortDescription": _message(title),
        "fullDescription": _message(about or title),
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }
    return {**described, "help": _message(how)} if how else described


def _result(issue: Issue, path: str, index: int, fingerprint: str) -> dict[str, Any]:
    location = {"artifactLocation": _artifact(path), "region": {"startLine": issue.line}}
    return {
        "ruleId": issue.rule,
        "ruleIndex": index,
        "level": _LEVELS[issue.severity],
        "message": _message(issue.message),
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }


def _message(text: str) -> Mapping[str, str]:
    """A message of plain text.

    In one, ``{0}`` would be a placeholder and ``[a](b)`` a link (3.11.5, 3.11.6): braces are doubled, as the standard
    asks, and a blank parts what could be a link, so that no file or font name can put one onto a dashboard.
    """
    plain = safe.text(text).replace("](", "] (")
    return {"text": plain.replace("{", "{{").replace("}", "}}")}


def _artifact(path: str) -> dict[str, str]:
    """Where a file is, percent-encoded byte by byte, also where its name is no UTF-8."""
    native = PurePath(path)
    encoded = quote(_bytes(native.as_posix()), safe="/")
    if native.is_absolute():
        return {"uri": f"file://{'' if encoded.startswith('/') else '/'}{encoded}"}
    return {"uri": encoded, "uriBaseId": _ROOT}


def _fingerprint(key: tuple[str, str, str], occurrence: int) -> str:
    return hashlib.sha256(_bytes("\0".join((*key, str(occurrence))))).hexdigest()[:32]


def _bytes(text: str) -> bytes:
    """As the system has it, also a name that is no UTF-8; a half character that no system can have is replaced."""
    return _NO_BYTE.sub(safe.REPLACEMENT, text).encode("utf-8", "surrogateescape")
