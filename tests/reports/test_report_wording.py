"""Every sentence that reports say exists in each language, and takes the same values."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import grader.reports
from grader.records.essay import Role
from grader.records.score import Label
from grader.wording.english.reports import REPORTS as ENGLISH
from grader.wording.indonesian.reports import REPORTS as INDONESIAN

FOLDER = Path(grader.reports.__file__).parent
SOURCES = [*FOLDER.rglob("*.py"), *FOLDER.glob("templates/*.j2")]
CODES = {
    "review": ("rule-broken", "not-checkable", "notice", "low-confidence", "contradiction", "near-pass-mark"),
    "doubt": ("low-confidence", "contradiction"),
    "report.step": ("deduction", "cap.criterion", "cap.rule", "cap.scale", "floor", "rounding"),
    "report.notice": ("info", "warning"),
}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_hold_the_same_sentences_with_the_same_values() -> None:
    assert list(INDONESIAN) == list(ENGLISH)
    for key, sentence in INDONESIAN.items():
        assert fields(sentence) == fields(ENGLISH[key]), key


@pytest.mark.parametrize("key", [f"{stem}.{code}" for stem, codes in CODES.items() for code in codes])
def test_codes_have_sentences(key: str) -> None:
    assert key in INDONESIAN


def test_roles_and_labels_have_words() -> None:
    assert {f"role.{role}" for role in Role} <= set(INDONESIAN)
    assert {f"label.{label.level}" for label in Label} <= set(INDONESIAN)


def test_every_sentence_is_said_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    said = set(re.findall(r"report\.[a-z_.]*[a-z_]", source))
    built = ("report.column.", "report.figure.", "report.step.", "report.notice.")
    silent = [key for key in INDONESIAN if key.startswith("report.") and key not in said and not key.startswith(built)]
    assert silent == []
    for stem in built[:2]:
        words = set(re.findall(r"[a-z_]+", source))
        assert [key for key in INDONESIAN if key.startswith(stem) and key.removeprefix(stem) not in words] == []
