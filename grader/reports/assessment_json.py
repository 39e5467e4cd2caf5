"""One object of ``assessments.jsonl``: a submission's facts in a fixed order of keys, numbers plain (20, not 20.0)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from grader.errors import Value
from grader.records.assessment import Deduction
from grader.records.document import Place
from grader.records.entry import Entry
from grader.records.participant import Participant
from grader.records.score import ConceptScore, CriterionScore, Evidence
from grader.reports.row import FailureView, FinalView
from grader.reports.submission import FindingView, NoticeView, SubmissionView
from grader.reports.view import Provenance

ASSESSMENT_SCHEMA: Final = "grader.assessment/1"


def assessment(
    result: SubmissionView | FailureView, made: Provenance, maximum: float, entries: Mapping[str, Entry]
) -> dict[str, Any]:
    """A submission's object; ``grader schema assessment`` describes it.

    Args:
        result: the submission.
        made: what made its mark.
        maximum: of the rubric's scale.
        entries: of the class, as in `grader.records.assessment.Cohort`.
    """
    if isinstance(result, FailureView):
        failure = result.record
        return {
            **_head(made, failure.name, failure.sha256),
            **_whose(entries, failure.name, None),
            "status": "failed",
            "error": {"code": failure.code, "message": result.message, "hint": result.hint},
            **_decision(result.final, maximum),
        }
    record = result.record
    return {
        **_head(made, record.name, record.essay.document.sha256),
        **_whose(entries, record.name, record.participant),
        "status": "graded",
        "words": {"counted": result.words, "left_out": {each.role: each.words for each in result.left_out}},
        "findings": [_finding(each) for each in result.findings],
        "criteria": [_criterion(each) for each in record.criteria],
        "notices": [_notice(each) for each in result.notices],
        "suggested": {
            "points": plain(float(result.points)),
            "maximum": plain(float(result.maximum)),
            "band": result.band,
            "passed": result.passed,
            "raw": plain(record.suggested.raw),
            "deductions": [_deduction(each) for each in record.suggested.deductions],
        },
        "review": {
            "needed": bool(result.review),
            "reasons": [
                {"code": reason.code, "message": message, "values": _values(reason.values)}
                for reason, message in zip(record.review, result.review, strict=True)
            ],
        },
        **_decision(result.final, maximum),
    }


def provenance(made: Provenance) -> dict[str, Any]:
    """What made the marks; the same keys in every file."""
    return {
        "rubric": {"id": made.rubric_id, "sha256": made.rubric_sha256},
        "material": list(made.material_sha256),
        "program": made.program,
    }


@lru_cache(maxsize=4096)
def plain(value: float, digits: int = 4) -> int | float:
    """Without the noise of binary fractions, and without ``.0``."""
    rounded = round(float(value), digits)
    return int(rounded) if rounded.is_integer() else rounded


def _head(made: Provenance, file: str, sha256: str | None) -> dict[str, Any]:
    return {"schema": ASSESSMENT_SCHEMA, "file": file, "sha256": sha256, **provenance(made)}


def _whose(entries: Mapping[str, Entry], name: str, participant: Participant | None) -> dict[str, Any]:
    """Whose submission it is and how it was handed in; a failure knows no more than its entry does."""
    entry = entries.get(name) or Entry(name)
    who = participant or entry.participant
    return {
        "participant": {"name": who.name, "id": who.id},
        "upload": entry.upload,
        "earlier": list(entry.earlier),
    }


def _decision(final: FinalView | None, maximum: float) -> dict[str, Any]:
    """The instructor's decision as a fact of its own, and what it makes of the mark."""
    if final is None:
        return {"moderation": None, "final": None}
    record = final.record
    return {
        "moderation": {
            "points": plain(record.points),
            "by": record.by,
            "when": record.when,
            "reason": record.reason,
            "suggested": None if record.suggested is None else plain(record.suggested),
            "moved": final.moved or None,
        },
        "final": {
            "points": plain(float(final.points)),
            "maximum": plain(maximum),
            "band": final.band,
            "passed": final.passed,
        },
    }


def _values(values: Mapping[str, Value]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, float):
            shown[name] = plain(value)
        else:
            shown[name] = list(value) if isinstance(value, tuple) else value
    return shown


def _deduction(deduction: Deduction) -> dict[str, Any]:
    return {
        "rule": deduction.rule,
        "points": plain(deduction.points),
        "cap": None if deduction.cap is None else plain(deduction.cap),
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
        "points": plain(score.points),
        "maximum": plain(score.maximum),
        "coverage": plain(score.coverage),
        "full_at": plain(score.full_at),
        "concepts": [_concept(each) for each in score.concepts],
    }


def _concept(score: ConceptScore) -> dict[str, Any]:
    return {
        "id": score.concept,
        "label": int(score.label),
        "level": score.label.level,
        "confidence": plain(score.confidence),
        "weight": plain(score.weight),
        "credit": plain(score.credit),
        "doubts": list(score.doubts),
        "evidence": [_evidence(each) for each in score.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        **_place(evidence.place),
        "similarity": plain(evidence.similarity),
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
