"""The documentation of the format rules in every language: complete, and the same in what it shows."""

from __future__ import annotations

import subprocess
import sys
from inspect import cleandoc
from textwrap import dedent
from typing import Any

import pytest
import yaml

from grader.records.document import Fact
from grader.rules.catalogue import RULES
from grader.wording.catalogue import VOICES

HEADINGS = {
    "id": ["Apa yang diperiksa:", "Mengapa penting:", "Contoh:", "Batasannya:"],
    "en": ["What it does:", "Why it matters:", "Example:", "Known limits:"],
}


def documentation(code: str, name: str) -> str:
    return VOICES[code].say(f"rule.{name}.doc")


def parts(code: str, name: str) -> dict[str, list[str]]:
    """The lines of the documentation under each line at the margin."""
    found: dict[str, list[str]] = {}
    for line in documentation(code, name).splitlines():
        if line and not line.startswith(" "):
            found[line] = inside = []
        elif line:
            inside.append(line)
    return found


def example(code: str, name: str) -> tuple[str, Any]:
    """The sentence above the example, and the example as YAML reads it."""
    sentence, *block = parts(code, name)[HEADINGS[code][2]]
    return sentence.strip(), yaml.safe_load(dedent("\n".join(block)))


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("code", VOICES)
def test_a_sentence_and_four_headings_in_order_with_text_under_each(code: str, name: str) -> None:
    first, *headings = parts(code, name)
    assert first.endswith(".")
    assert headings == HEADINGS[code]
    for heading in headings:
        assert sum(len(line.split()) for line in parts(code, name)[heading]) > 5, heading


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("code", VOICES)
def test_the_example_is_a_use_of_the_rule_that_a_rubric_takes(code: str, name: str) -> None:
    sentence, uses = example(code, name)
    assert sentence.endswith("::")
    (use,) = uses
    assert use["rule"] == name
    assert set(use) <= {"rule", "severity", "settings"}
    assert RULES[name].settings.model_validate(use["settings"])


@pytest.mark.parametrize("name", RULES)
def test_both_languages_show_the_same_example(name: str) -> None:
    assert example("id", name)[1] == example("en", name)[1]


@pytest.mark.parametrize("name", RULES)
def test_settings_and_rules_that_english_names_are_named_in_indonesian_too(name: str) -> None:
    names = {*RULES, *RULES[name].settings.model_fields}
    named = {code: {one for one in names if f"``{one}``" in documentation(code, name)} for code in VOICES}
    assert named["en"] <= named["id"]


@pytest.mark.parametrize("name", RULES)
def test_english_is_the_docstring_itself(name: str) -> None:
    assert documentation("en", name) == cleandoc(RULES[name].doc)


@pytest.mark.parametrize("name", RULES)
def test_indonesian_is_no_english_left_as_it_was(name: str) -> None:
    words = documentation("id", name).partition("    - rule:")[0].casefold().split()
    assert {"the", "of", "and", "is", "not", "are"}.isdisjoint(words)


@pytest.mark.parametrize("code", VOICES)
def test_lines_fit_a_terminal_of_120_columns(code: str) -> None:
    assert max(len(line) for name in RULES for line in documentation(code, name).splitlines()) <= 120


@pytest.mark.parametrize("code", VOICES)
def test_only_rules_are_documented(code: str) -> None:
    keys = {key for key in VOICES[code].sentences if key.startswith("rule.") and key.endswith(".doc")}
    assert keys == {f"rule.{name}.doc" for name in RULES}
    assert "rule.no-such.doc" not in VOICES[code].sentences
    assert len(VOICES[code].sentences) == len(list(VOICES[code].sentences))


@pytest.mark.parametrize("code", VOICES)
def test_what_rules_need_to_know_has_words(code: str) -> None:
    keys = {key for key in VOICES[code].sentences if key.startswith("fact.")}
    assert keys == {f"fact.{fact}" for fact in Fact}


def test_rules_are_imported_only_when_their_documentation_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from grader.wording.catalogue import VOICES\n"
        "VOICES['en'].say('outcome.met')\n"
        "assert 'no.such.key' not in VOICES['en'].sentences\n"
        "assert not any(name.startswith('grader.rules') for name in sys.modules)\n"
        "print(VOICES['en'].say('rule.page-count.doc').splitlines()[0])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "The document has neither too few nor too many pages.\n"
