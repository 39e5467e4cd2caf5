"""Every sentence of the page exists in each language, takes the same values, and is said."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import grader.reports
from grader.wording.english.report_page import REPORT_PAGE as ENGLISH
from grader.wording.indonesian.report_page import REPORT_PAGE as INDONESIAN

TEMPLATES = Path(grader.reports.__file__).parent / "templates"


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_both_languages_hold_the_same_sentences_with_the_same_values() -> None:
    assert list(INDONESIAN) == list(ENGLISH)
    for key, sentence in INDONESIAN.items():
        assert fields(sentence) == fields(ENGLISH[key]), key


def test_every_sentence_is_said_and_every_one_that_is_said_is_there() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2"))
    assert set(re.findall(r'"(page\.[a-z_.]+)"', source)) == set(INDONESIAN)
