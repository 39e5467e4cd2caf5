"""What was found stands in the assessment and in words, beside the mark."""

from __future__ import annotations

import pytest

import grader
from grader.records.assessment import ReviewReason
from grader.records.text import Language
from grader.wording.catalogue import VOICES
from tests.integrity import variants


def test_notices_stand_in_the_assessment_and_ask_for_a_look(language: Language) -> None:
    plan = grader.bind(grader.load_rubric("esai-kolaboratif"), language)
    terms = variants.term_list(plan.rubric.concepts, 600)
    assessment = grader.assess(variants.document_of([*terms, *terms]), plan)
    assert [notice.code for notice in assessment.notices] == ["term-list", "repetition"]
    for code in ("term-list", "repetition"):
        assert ReviewReason("notice", {"notice": code}) in assessment.review


@pytest.mark.parametrize("code", ["term-list", "shuffled-text", "off-topic", "repetition"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_notice_tells_its_figures(code: str, lang: str) -> None:
    sentence = VOICES[lang].say(f"notice.{code}", {"share": 37, "count": 412})
    assert "37 %" in sentence
    assert "412" in sentence
