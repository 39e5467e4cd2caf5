from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined

import grader.rules
from grader.rules.catalogue import RULES
from grader.rules.rule import Rule, Settings
from grader.wording.catalogue import VOICES

NOT_RULES = {"__init__", "catalogue", "rule", "running", "citations", "fonts", "shares"}  # the last three help rules
HEADINGS = ["What it does:", "Why it matters:", "Example:", "Known limits:"]


def test_folder_and_catalogue_hold_the_same_rules() -> None:
    folder = Path(grader.rules.__file__ or "").parent
    modules = {path.stem for path in folder.glob("*.py")} - NOT_RULES
    assert {name.replace("-", "_") for name in RULES} == modules
    for name, rule in RULES.items():
        assert rule is import_module(f"grader.rules.{name.replace('-', '_')}").RULE
        assert rule.name == name


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_the_docstring_is_the_documentation(rule: Rule) -> None:
    lines = rule.doc.splitlines()
    assert lines[0].endswith(".")
    assert [line for line in lines if line in HEADINGS] == HEADINGS
    for heading in HEADINGS:
        assert lines[lines.index(heading) + 1].startswith("    "), heading
    assert f"- rule: {rule.name}" in rule.doc


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_each_setting_is_described(rule: Rule) -> None:
    assert issubclass(rule.settings, Settings)
    assert rule.settings.model_fields
    for name, field in rule.settings.model_fields.items():
        assert field.description, name
        assert field.default is not PydanticUndefined or field.is_required() or field.default_factory is not None


@pytest.mark.parametrize("code", list(VOICES))
def test_each_rule_has_a_title(code: str) -> None:
    titles = {key for key in VOICES[code].sentences if key.startswith("rule.") and key.endswith(".title")}
    assert titles == {f"rule.{name}.title" for name in RULES}


def test_settings_tell_the_sections_that_they_name() -> None:
    def named(rule: str, **settings: object) -> tuple[str, ...]:
        return RULES[rule].settings.model_validate(settings).section_ids()

    assert named("word-count", minimum=1, section="essay") == ("essay",)
    assert named("word-count", minimum=1) == ()
    assert named("sections", required=["a", "b"]) == ("a", "b")
    assert named("file-type", allowed=["pdf"]) == ()
    assert named("header-fields", required=[{"label": "Nama"}]) == ()


@pytest.mark.parametrize("code", list(VOICES))
def test_what_settings_are_refused_for_has_its_sentence(code: str) -> None:
    folder = Path(grader.rules.__file__ or "").parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    keys = {text for text in source.split('"') if text.startswith("rubric.reason.")}
    assert len(keys) == 8
    assert keys <= set(VOICES[code].sentences)
