"""No format for CI tells the key of a rubric: in no language, whatever was checked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader import __version__, assess, bind, load_rubric
from grader.ingest.reading import read_bytes
from grader.records.assessment import Assessment, Cohort
from grader.records.text import Language
from grader.reports.issues import Asked
from grader.reports.participant.to_json import participants_json
from grader.reports.to_github import to_github
from grader.reports.to_junit import to_junit
from grader.reports.to_line import to_line
from grader.reports.to_sarif import to_sarif
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.loader import LoadedRubric
from grader.wording.catalogue import VOICES

SAMPLES = Path(__file__).parent.parent.parent / "samples"
DRAFTS = {
    "semua-konsep": None,  # of an essay that says nothing, all forty concepts are told as missing
    "esai-kolaboratif": SAMPLES / "esai-kolaboratif" / "Gabriella Wowor - Essay Kolaboratif.docx",
    "rangkuman-wog": SAMPLES / "rangkuman-wog" / "Ratri - Rangkuman WoG.docx",
}
NOTHING = "Nama : Contoh\n\nSaya belum sempat menulis apa pun di sini, mohon maaf sebesar-besarnya."


@pytest.fixture(scope="module", params=DRAFTS)
def checked(request: pytest.FixtureRequest, spoken: Language) -> tuple[LoadedRubric, Assessment]:
    loaded, file = load_rubric(request.param), DRAFTS[request.param]
    data, name = (file.read_bytes(), file.name) if file else (NOTHING.encode(), "draf.txt")
    return loaded, assess(read_bytes(data, name), bind(loaded, spoken))


def views(checked: tuple[LoadedRubric, Assessment]) -> Iterator[CohortView]:
    loaded, assessment = checked
    made = Provenance(__version__, loaded.rubric.id, loaded.sha256)
    for voice in VOICES.values():
        yield cohort_view(Cohort((assessment,)), loaded.rubric, made, voice)


@pytest.mark.parametrize("render", [to_junit, to_sarif, to_github, to_line])
def test_a_format_for_ci_tells_nothing_of_the_key(
    checked: tuple[LoadedRubric, Assessment], render: Any, bank_key: Any
) -> None:
    for view in views(checked):
        text = html.unescape(re.sub(r"</?|/?>|[={}\"]", " ", render(view, Asked(min_score=100))))  # words, not markup
        assert "min-score" in text
        assert bank_key.in_output(text) == []


def test_the_json_of_a_check_tells_the_participants_own_sentences_alone(
    checked: tuple[LoadedRubric, Assessment], bank_key: Any
) -> None:
    _, assessment = checked
    concepts = [concept for criterion in assessment.criteria for concept in criterion.concepts]
    quotes = [each.quote.replace('"', '\\"') for concept in concepts for each in concept.evidence]
    for view in views(checked):
        text = participants_json(view).decode("utf-8")
        assert bank_key.in_output(text, quotes) == []
        assert '"points"' not in text
