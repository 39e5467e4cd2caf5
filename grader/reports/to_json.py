"""``assessments.jsonl`` and ``summary.json``: the same facts for programs.

Keys stand in a fixed order, numbers are plain (20, not 20.0), texts are UTF-8, and nothing depends on the clock or the
machine: the same cohort gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from grader.records.entry import Entry
from grader.reports import safe
from grader.reports.assessment_json import assessment, plain, provenance
from grader.reports.figures import Points
from grader.reports.row import FailureView, Row
from grader.reports.submission import SubmissionView
from grader.reports.view import CohortView, Provenance

SUMMARY_SCHEMA: Final = "grader.summary/1"


def assessments_jsonl(view: CohortView) -> bytes:
    """One JSON object a submission and line, in the cohort's order; UTF-8, lines end with a line feed."""
    return b"".join(assessment_lines(view))


def assessment_lines(view: CohortView) -> Iterator[bytes]:
    """The same one line at a time, so that a class of any size can be written."""
    for each in view.results:
        yield assessment_line(each, view.provenance, view.names.rubric.scale.maximum, view.cohort.entries)


def assessment_line(
    result: SubmissionView | FailureView, made: Provenance, maximum: float, entries: Mapping[str, Entry]
) -> bytes:
    """A submission's line; the arguments are those of `grader.reports.assessment_json.assessment`."""
    return _bytes(assessment(result, made, maximum, entries)) + b"\n"


def summary_json(view: CohortView) -> bytes:
    """One indented JSON object about the whole cohort; UTF-8, lines end with a line feed."""
    return _bytes(_summary(view), indent=2) + b"\n"


def _bytes(content: object, indent: int | None = None) -> bytes:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # hardly ever, and looking for it beforehand takes as long as all the rest
        return safe.json_text(text).encode("utf-8")


def _summary(view: CohortView) -> dict[str, Any]:
    figures, scale = view.figures, view.names.rubric.scale
    return {
        "schema": SUMMARY_SCHEMA,
        **provenance(view.provenance),
        "counts": {
            "submissions": len(view.rows),
            "graded": figures.graded,
            "failed": figures.failed,
            "passed": figures.passed,
            "review": figures.review,
            "left_out": len(view.left_out),
            "pending": view.cohort.pending,
            "decided": figures.decided,
            "superseded": sum(len(each.earlier) for each in view.rows),
        },
        "scale": {"maximum": plain(scale.maximum), "pass_mark": plain(scale.pass_mark)},
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
        "mean": plain(float(points.mean)),
        "median": plain(float(points.median)),
        "lowest": plain(float(points.lowest)),
        "highest": plain(float(points.highest)),
    }


def _line(result: Row | FailureView) -> dict[str, Any]:
    final = None if result.final is None else plain(float(result.final.points))
    if isinstance(result, FailureView):
        return {"file": result.record.name, "status": "failed", "error": result.record.code, "final": final}
    return {
        "file": result.name,
        "status": "graded",
        "points": plain(float(result.points)),
        "band": result.band,
        "passed": result.passed,
        "review": bool(result.review),
        "final": final,
    }
