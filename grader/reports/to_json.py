"""``assessments.jsonl`` and ``summary.json``: the same facts for programs.

Keys stand in a fixed order, numbers are plain (20, not 20.0), texts are UTF-8, and nothing depends on the clock or the
machine: the same cohort gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from grader.errors import Value
from grader.records.assessment import Deduction
from grader.records.document import Place
from grader.records.score import ConceptScore, CriterionScore, Evidence
from grader.reports import safe
from grader.reports.figures import Points
from grader.reports.row import FailureView, Row
from grader.reports.submission import FindingView, NoticeView, SubmissionView
from grader.reports.view import CohortView

ASSESSMENT_SCHEMA: Final = "grader.assessment/1"
SUMMARY_SCHEMA: Final = "grader.summary/1"


def assessments_jsonl(view: CohortView) -> bytes:
    """One JSON object a submission and line, in the cohort's order; UTF-8, lines end with a line feed."""
    return b"".join(_bytes(_assessment(view, each)) + b"\n" for each in view.results)


def summary_json(view: CohortView) -> bytes:
    """One indented JSON object about the whole cohort; UTF-8, lines end with a line feed."""
    return _bytes(_summary(view), indent=2) + b"\n"


def _bytes(content: object, indent: int | None = None) -> bytes:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=indent)
    return safe.json_text(text).encode("utf-8")


def _number(value: float, digits: int = 4) -> int | float:
    """Without the noise of binary fractions, and without ``.0``."""
    rounded = round(float(value), digits)
    return int(rounded) if rounded.is_integer() else rounded


def _values(values: Mapping[str, Value]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, float):
            plain[name] = _number(value)
        else:
            plain[name] = list(value) if isinstance(value, tuple) else value
    return plain


def _head(view: CohortView, file: str, sha256: str | None) -> dict[str, Any]:
    return {"schema": ASSESSMENT_SCHEMA, "file": file, "sha256": sha256, **_provenance(view)}


def _provenance(view: CohortView) -> dict[str, Any]:
    made = view.provenance
    return {
        "rubric": {"id": made.rubric_id, "sha256": made.rubric_sha256},
        "material": list(made.material_sha256),
        "program": made.program,
    }


def _assessment(view: CohortView, result: SubmissionView | FailureView) -> dict[str, Any]:
    if isinstance(result, FailureView):
        failure = result.record
        return {
            **_head(view, failure.name, failure.sha256),
            "status": "failed",
            "error": {"code": failure.code, "message": result.message, "hint": result.hint},
        }
    record = result.record
    return {
        **_head(view, record.name, record.essay.document.sha256),
        "participant": {"name": record.participant.name, "id": record.participant.id},
        "status": "graded",
        "words": {"counted": result.words, "left_out": {each.role: each.words for each in result.left_out}},
        "findings": [_finding(each) for each in result.findings],
        "criteria": [_criterion(each.record) for each in result.criteria],
        "notices": [_notice(each) for each in result.notices],
        "suggested": {
            "points": _number(float(result.points)),
            "maximum": _number(float(result.maximum)),
            "band": result.band,
            "passed": result.passed,
            "raw": _number(record.suggested.raw),
            "deductions": [_deduction(each) for each in record.suggested.deductions],
        },
        "review": {
            "needed": bool(result.review),
            "reasons": [
                {"code": reason.code, "message": message, "values": _values(reason.values)}
                for reason, message in zip(record.review, result.review, strict=True)
            ],
        },
    }


def _deduction(deduction: Deduction) -> dict[str, Any]:
    return {
        "rule": deduction.rule,
        "points": _number(deduction.points),
        "cap": None if deduction.cap is None else _number(deduction.cap),
    }


def _finding(finding: FindingView) -> dict[str, Any]:
    record = finding.record
    return {
        "rule": record.rule,
        "outcome": str(record.outcome),
        "severity": str(record.severity),
        "message": finding.message,
        "values": _values(record.values),
        "place": None if record.place is None else _place(record.place),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"page": place.page, "paragraph": place.paragraph}


def _criterion(score: CriterionScore) -> dict[str, Any]:
    return {
        "id": score.criterion,
        "points": _number(score.points),
        "maximum": _number(score.maximum),
        "coverage": _number(score.coverage),
        "full_at": _number(score.full_at),
        "concepts": [_concept(each) for each in score.concepts],
    }


def _concept(score: ConceptScore) -> dict[str, Any]:
    return {
        "id": score.concept,
        "label": int(score.label),
        "level": score.label.level,
        "confidence": _number(score.confidence),
        "weight": _number(score.weight),
        "credit": _number(score.credit),
        "doubts": list(score.doubts),
        "evidence": [_evidence(each) for each in score.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        **_place(evidence.place),
        "similarity": _number(evidence.similarity),
        "phrases": list(evidence.phrases),
    }


def _notice(notice: NoticeView) -> dict[str, Any]:
    record = notice.record
    return {
        "code": record.code,
        "severity": record.severity,
        "message": notice.message,
        "values": _values(record.values),
    }


def _summary(view: CohortView) -> dict[str, Any]:
    figures, scale = view.figures, view.names.rubric.scale
    return {
        "schema": SUMMARY_SCHEMA,
        **_provenance(view),
        "counts": {
            "submissions": len(view.rows),
            "graded": figures.graded,
            "failed": figures.failed,
            "passed": figures.passed,
            "review": figures.review,
            "left_out": len(view.left_out),
        },
        "scale": {"maximum": _number(scale.maximum), "pass_mark": _number(scale.pass_mark)},
        "points": None if figures.points is None else _points(figures.points),
        "rules": [
            {
                "rule": each.rule,
                "met": each.met,
                "not_met": each.not_met,
                "not_checkable": each.not_checkable,
                "broken": each.broken,
            }
            for each in figures.rules
        ],
        "concepts": [
            {
                "criterion": each.criterion,
                "concept": each.concept,
                "absent": each.absent,
                "mentioned": each.mentioned,
                "explained": each.explained,
            }
            for each in figures.concepts
        ],
        "submissions": [_line(each) for each in view.rows],
        "left_out": list(view.left_out),
    }


def _points(points: Points) -> dict[str, Any]:
    return {
        "mean": _number(float(points.mean)),
        "median": _number(float(points.median)),
        "lowest": _number(float(points.lowest)),
        "highest": _number(float(points.highest)),
    }


def _line(result: Row | FailureView) -> dict[str, Any]:
    if isinstance(result, FailureView):
        return {"file": result.record.name, "status": "failed", "error": result.record.code}
    return {
        "file": result.name,
        "status": "graded",
        "points": _number(float(result.points)),
        "band": result.band,
        "passed": result.passed,
        "review": bool(result.review),
    }
