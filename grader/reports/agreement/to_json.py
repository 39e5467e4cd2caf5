"""``agreement.json``: the figures for programs; keys in a fixed order, nothing from the clock or the machine."""

from __future__ import annotations

import json
from typing import Any, Final

from grader.calibration.worst import worst
from grader.records.agreement import Confusion, Flagged, GroupScores, Interval, LabelScores, Scores, Share
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
        "material": list(made.material_sha256),
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
        "review": {
            "labels": _flagged(record.doubtful, "wrong"),
            "documents": _flagged(record.reviewed, "mean_exact"),
        },
        "by_label": [
            {
                **_label(each),
                "length_only": {"precision": _number(length.precision), "recall": _number(length.recall)},
            }
            for each, length in zip(record.labels, record.length_labels, strict=True)
        ],
        "confusion": [list(row) for row in record.confusion],
        "worst": {
            "documents": [each.name for each in worst(record.documents)],
            "concepts": [each.name for each in worst(record.concepts)],
        },
        "by_document": [{**_group("file", each), "review": list(each.reasons)} for each in record.documents],
        "by_concept": [_group("concept", each) for each in record.concepts],
        "failed": [{"file": each.record.name, "error": each.record.code} for each in view.failed],
        "unlabelled": list(view.unlabelled),
        "beyond_rubric": list(view.beyond),
    }


def _group(kind: str, group: GroupScores) -> dict[str, Any]:
    return {
        kind: group.name,
        **_scores(group.scores),
        "length_only": _scores(group.length),
        "by_label": [_label(each) for each in group.labels],
        "commonest_confusion": _confused(group.commonest),
    }


def _label(each: LabelScores) -> dict[str, Any]:
    return {
        "label": int(each.label),
        "level": each.label.level,
        "expert": each.expert,
        "ours": each.ours,
        "precision": _number(each.precision),
        "recall": _number(each.recall),
    }


def _confused(confusion: Confusion | None) -> dict[str, Any] | None:
    if confusion is None:
        return None
    return {"expert": confusion.expert.level, "ours": confusion.ours.level, "n": confusion.n}


def _flagged(found: Flagged, figure: str) -> dict[str, Any]:
    """``share`` is that of all labels, or documents; ``figure`` names what the value is."""
    total = found.flagged.n + found.others.n

    def told(of: Share) -> dict[str, Any]:
        return {"n": of.n, "share": _number(of.n / total if total else None), figure: _number(of.value)}

    return {
        "flagged": told(found.flagged),
        "others": told(found.others),
        "by_code": [{"code": code, **told(of)} for code, of in found.codes],
    }


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
