"""The JSON of `check`: what a participant is shown, in a fixed order, and nothing of the key."""

from __future__ import annotations

import json
from typing import Any

import pytest

from grader.records.assessment import Cohort
from grader.reports.participant.to_json import participants_json
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

TOLD = {
    "participant.notice.hidden-text": "Ada {words} kata yang tidak terlihat.",
    "participant.notice.tracked-changes": "Ada perubahan terlacak.",
    "error.G161": "Berkas kosong.",
    "error.G161.hint": "Simpan sekali lagi.",
}


@pytest.fixture(scope="module")
def view(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    return cohort_view(cohort, rubric, provenance, Voice(voice.code, {**voice.sentences, **TOLD}))


@pytest.fixture(scope="module")
def content(view: CohortView) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(participants_json(view))
    return made


def draft(content: dict[str, Any], file: str) -> dict[str, Any]:
    (found,) = (each for each in content["drafts"] if each["file"] == file)
    return dict(found)


def test_it_says_what_made_it_and_holds_every_draft(content: dict[str, Any], view: CohortView) -> None:
    assert content["schema"] == "grader.check/1"
    assert content["rubric"] == {"id": "contoh", "title": "Esai Kolaboratif"}
    assert len(content["drafts"]) == 7


def test_a_draft_has_its_rules_concepts_and_a_range(content: dict[str, Any]) -> None:
    one = draft(content, "02-sedang.docx")
    assert one["status"] == "checked"
    assert one["rules"]["met"] == 2
    (rule,) = one["rules"]["not_met"]
    assert (rule["rule"], rule["severity"]) == ("word-count", "error")
    assert rule["message"] == "Esai berisi 812 kata, kurang dari 2.000."
    assert len(rule["mending"]) == 3
    levels = {each["title"]: each["level"] for each in one["concepts"]}
    assert levels == {
        "Definisi WoG": "explained", "Ego sektoral": "mentioned", "Manfaat WoG": "absent",
        "Penerapan di instansi sendiri": "explained", "Arti kolaborasi": "mentioned",
        "Membangun kepercayaan": "mentioned",
    }  # fmt: skip
    assert one["concepts"][0]["quotes"] == [{"quote": "menyatukan kerja semua sektor", "page": None}]
    assert one["mark"]["low"] < 61 < one["mark"]["high"]


def test_one_that_cannot_be_read_has_its_reason(content: dict[str, Any]) -> None:
    assert draft(content, "kosong.docx") == {
        "file": "kosong.docx", "status": "failed",
        "error": {"message": "Berkas kosong.", "hint": "Simpan sekali lagi."},
    }  # fmt: skip


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys(each)}
    return {key for each in value for key in keys(each)} if isinstance(value, list) else set()


def test_nothing_of_the_key_is_in_it(content: dict[str, Any]) -> None:
    assert not keys(content) & {"phrases", "similarity", "confidence", "weight", "credit", "points", "exemplars"}


def test_the_same_class_gives_the_same_bytes(view: CohortView) -> None:
    assert participants_json(view) == participants_json(view)
