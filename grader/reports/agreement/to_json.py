"""``agreement.json``: the figures for programs; keys in a fixed order, nothing from the clock or the machine."""

from __future__ import annotations

import json
from typing import Any, Final

from grader.records.agreement import GroupScores, Interval, Scores
from grader.reports import safe
from grader.reports.agreement.view import AgreementView

SCHEMA: Final = "grader.agreement/1"


def to_json(view: AgreementView) -> bytes:
    """One indented JSON object; UTF-8, lines end with a line feed; what is not defined is ``null``."""
    text = json.dumps(_content(view), ensure_ascii=False, allow_nan=False, indent=2)
    return safe.json_text(text).encode("utf-8") + b"\n"


def _content(view: AgreementView) -> dict[str, Any]:
    record, made = view.record, view.provenance
    around = record.intervals
    return {
        "schema": SCHEMA,
        "rubric": {"id": made.rubric_id, "sha256": made.rubric_sha256},
        "program": made.program,
        "labels": {"file": view.table, "sha256": view.table_sha256},
        "documents": len(record.documents),
        "total": _scores(record.total),
        "intervals": {
            "level": 0.95,
            "resamples": record.resamples,
            "seed": record.seed,
            "qwk": _interval(around.qwk),
            "exact": _interval(around.exact),
            "f1_explained": _interval(around.f1),
        },
        "length_only": _scores(record.length),
        "most_confident": {"n": record.confident.n, "exact": _number(record.confident.value)},
        "evidence": {"n": record.evidence.n, "found": _number(record.evidence.value)},
        "calibration": {
            "error": _number(record.calibration_error),
            "bins": [
                {
                    "from": _number(each.lower),
                    "to": _number(each.upper),
                    "n": each.n,
                    "confidence": _number(each.confidence),
                    "exact": _number(each.exact),
                }
                for each in record.bins
            ],
        },
        "by_label": [
            {
                "label": int(each.label),
                "level": each.label.level,
                "expert": each.expert,
                "ours": each.ours,
                "precision": _number(each.precision),
                "recall": _number(each.recall),
            }
            for each in record.labels
        ],
        "confusion": [list(row) for row in record.confusion],
        "by_document": [_group("file", each) for each in record.documents],
        "by_concept": [_group("concept", each) for each in record.concepts],
        "failed": [{"file": each.record.name, "error": each.record.code} for each in view.failed],
        "unlabelled": list(view.unlabelled),
        "beyond_rubric": list(view.beyond),
    }


def _group(kind: str, group: GroupScores) -> dict[str, Any]:
    return {kind: group.name, **_scores(group.scores), "length_only": _scores(group.length)}


def _scores(scores: Scores) -> dict[str, Any]:
    return {
        "n": scores.n,
        "qwk": _number(scores.qwk),
        "exact": _number(scores.exact),
        "f1_explained": _number(scores.f1),
    }


def _interval(interval: Interval | None) -> list[int | float | None] | None:
    return None if interval is None else [_number(interval.low), _number(interval.high)]


def _number(value: float | None) -> int | float | None:
    """Four decimals, without the noise of binary fractions, and without ``.0``."""
    if value is None:
        return None
    rounded = round(value, 4)
    return int(rounded) if rounded.is_integer() else rounded
