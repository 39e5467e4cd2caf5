from __future__ import annotations

from string import Formatter

import pytest

from grader.records.finding import Outcome, Severity
from grader.wording.catalogue import VOICES


def placeholders(sentence: str, code: str) -> set[str]:
    """The names that a sentence is filled with; ``title_id`` and ``title_en`` are one thing in two languages."""
    return {name.removesuffix(f"_{code}") for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_indonesian_comes_first() -> None:
    assert list(VOICES) == ["id", "en"]


def test_both_languages_hold_the_same_keys() -> None:
    assert set(VOICES["id"].sentences) == set(VOICES["en"].sentences)


@pytest.mark.parametrize("key", sorted(set(VOICES["id"].sentences) & set(VOICES["en"].sentences)))
def test_both_sentences_are_filled_with_the_same(key: str) -> None:
    indonesian, english = VOICES["id"].sentences[key], VOICES["en"].sentences[key]
    assert placeholders(indonesian, "id") == placeholders(english, "en")
    assert indonesian.strip()
    assert english.strip()


@pytest.mark.parametrize("code", list(VOICES))
def test_no_sentence_is_filled_with_the_other_language(code: str) -> None:
    other = {"id": "_en}", "en": "_id}"}[code]
    assert [key for key, sentence in VOICES[code].sentences.items() if other in sentence] == []


@pytest.mark.parametrize("code", list(VOICES))
def test_outcomes_and_severities_have_their_names(code: str) -> None:
    names = {f"outcome.{outcome}" for outcome in Outcome} | {f"severity.{severity}" for severity in Severity}
    assert names <= set(VOICES[code].sentences)


def test_numbers_and_lists_are_written_as_each_language_does() -> None:
    assert [voice.write(2063) for voice in VOICES.values()] == ["2.063", "2,063"]
    assert [voice.write(0.5) for voice in VOICES.values()] == ["0,5", "0.5"]
    assert [voice.write(("a", "b")) for voice in VOICES.values()] == ["a dan b", "a and b"]
    assert [voice.write(()) for voice in VOICES.values()] == ["–", "–"]
    assert [voice.write(None) for voice in VOICES.values()] == ["–", "–"]
