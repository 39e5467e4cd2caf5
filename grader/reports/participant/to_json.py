"""What a participant is shown, for programs: ``grader check --format json``.

The content is that of `ParticipantView` and nothing else, so what is kept from people is kept from programs as well.
Rules have their names beside the words; concepts go by their titles alone, since an id such as ``success-factors`` may
be a phrase of the key itself.
"""

from __future__ import annotations

import json
from typing import Any, Final

from grader.reports import safe
from grader.reports.participant.span import MarkSpan
from grader.reports.participant.view import ParticipantView, RuleView, Topic, participant_view
from grader.reports.view import CohortView

SCHEMA: Final = "grader.check/1"


def participants_json(view: CohortView) -> bytes:
    """One indented object about all drafts, in the cohort's order; UTF-8, ended by a line feed.

    Args:
        view: what was checked.
    """
    content = {
        "schema": SCHEMA,
        "program": view.provenance.program,
        "rubric": {"id": view.provenance.rubric_id, "title": view.title},
        "language": view.names.voice.code,
        "drafts": [_draft(participant_view(each, view.names), each.record.name) for each in view.results],
    }
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2)
    return safe.json_text(text).encode("utf-8") + b"\n"


def _draft(draft: ParticipantView, name: str) -> dict[str, Any]:
    if draft.problem is not None:
        message, hint = draft.problem
        return {"file": name, "status": "failed", "error": {"message": message, "hint": hint}}
    return {
        "file": name,
        "status": "checked",
        "words": {"counted": draft.words, "left_out": {each.role: each.words for each in draft.left_out}},
        "rules": {
            "met": draft.met,
            "not_met": [_rule(each) for each in draft.mend],
            "not_checkable": [_rule(each) for each in draft.unchecked],
        },
        "concepts": [_topic(each) for each in draft.topics],
        "mark": None if draft.span is None else {**_span(draft.span), "unsure": draft.unsure},
        "notices": list(draft.notices),
    }


def _span(span: MarkSpan) -> dict[str, Any]:
    """The range in which the mark probably lies; never a point of it."""
    return {"low": span.low, "high": span.high, "maximum": span.maximum}


def _rule(rule: RuleView) -> dict[str, Any]:
    place = rule.record.place
    return {
        "rule": rule.record.rule,
        "title": rule.rule,
        "severity": str(rule.record.severity),
        "message": rule.message,
        "place": None if place is None else {"page": place.page, "paragraph": place.paragraph},
        "mending": {each.program: each.how for each in rule.mending},
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "title": topic.title,
        "criterion": topic.criterion,
        "level": topic.label.level,
        "quotes": [{"quote": each.text, "page": each.page} for each in topic.quotes],
        "want": topic.want,
        "caution": topic.caution,
        "hint": topic.hint,
    }
