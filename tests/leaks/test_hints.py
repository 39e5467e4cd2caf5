"""Hints say what kind of thing is missing; they hold nothing that a concept is found by."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from grader import load_rubric
from grader.reports.participant.view import PROGRAMS
from grader.rules.catalogue import RULES
from grader.wording.catalogue import VOICES

SAMPLE_RUBRIC = Path(__file__).parent.parent.parent / "samples" / "anti-korupsi" / "rubric.yaml"
CONCEPTS = sorted(load_rubric("semua-konsep").rubric.concepts)


@pytest.mark.parametrize("concept", CONCEPTS)
@pytest.mark.parametrize("lang", list(VOICES))
def test_a_hint_holds_no_phrase_that_its_title_does_not_have(bank_key: Any, concept: str, lang: str) -> None:
    hint = bank_key.rubric.concepts[concept].hint.get(lang)
    assert bank_key.in_hint(concept, hint) == []


def test_the_hints_of_the_sample_rubric_give_nothing_away(make_key: Any) -> None:
    key = make_key(load_rubric(str(SAMPLE_RUBRIC)).rubric)
    hints = {(name, lang): each.hint.get(lang) for name, each in key.rubric.concepts.items() for lang in VOICES}
    told = {place: key.in_hint(place[0], hint) for place, hint in hints.items()}
    assert len(told) == 20
    assert {place: leaks for place, leaks in told.items() if leaks} == {}


@pytest.mark.parametrize(
    ("concept", "hint", "expected"),
    [
        ("wog-definition", "Katakan bahwa semua sektor diintegrasikan.", {"integrasi", "semua sektor"}),
        ("wog-definition", "Jelaskan WoG dengan kata-kata sendiri.", set()),  # the name is in the title
        ("silo-mentality", "Pakai contoh mal pelayanan publik.", {"mal pelayanan publik"}),  # another concept's
    ],
)
def test_the_test_itself_finds_what_would_give_a_key_away(
    bank_key: Any, concept: str, hint: str, expected: set[str]
) -> None:
    assert expected <= {leak.phrase for leak in bank_key.in_hint(concept, hint)}
    if not expected:
        assert bank_key.in_hint(concept, hint) == []


def test_a_passage_is_found_by_five_of_its_words(bank_key: Any) -> None:
    exemplar = bank_key.rubric.concepts["wog-definition"].exemplars[0].split()
    assert bank_key.in_output(" ".join(exemplar[3:9]))
    assert not [leak for leak in bank_key.in_output(" ".join(exemplar[3:7])) if not leak.phrase]


@pytest.mark.parametrize("lang", list(VOICES))
def test_no_sentence_for_participants_gives_the_key_away(bank_key: Any, lang: str) -> None:
    heads = ("participant.", "mend.", "check.", "change.", "finding.", "severity.", "role.")
    told = {
        key: bank_key.in_output(sentence)
        for key, sentence in VOICES[lang].sentences.items()
        if key.startswith(heads) or re.fullmatch(r"rule\.[a-z-]+\.title", key)
    }
    assert {key: found for key, found in told.items() if found} == {}


@pytest.mark.parametrize("lang", list(VOICES))
def test_every_rule_can_be_mended_in_every_program(lang: str) -> None:
    wanted = {f"mend.{rule}.{program}" for rule in RULES for program in PROGRAMS}
    assert {key for key in VOICES[lang].sentences if key.startswith("mend.")} == wanted


@pytest.mark.parametrize("lang", list(VOICES))
def test_every_notice_has_its_plain_words(lang: str) -> None:
    sentences = VOICES[lang].sentences
    told = {key.removeprefix("notice.") for key in sentences if key.startswith("notice.")}
    assert {key.removeprefix("participant.notice.") for key in sentences if "participant.notice." in key} == told
