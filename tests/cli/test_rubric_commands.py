"""The commands ``grader rubric …`` and ``grader rules``: what they print, where, and how they end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.cli.main import main
from grader.rubric.library import available
from grader.rubric.starter import starter
from grader.rules.catalogue import RULES


def run(*arguments: str, lang: str = "en") -> Result:
    return CliRunner().invoke(main, list(arguments), env={"GRADER_LANG": lang, "COLUMNS": "200"})


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The starter as a file of one's own."""
    path = tmp_path / "mine.yaml"
    path.write_text(starter(), encoding="utf-8")
    return path


def test_list_names_every_rubric_with_its_counts() -> None:
    result = run("rubric", "list")
    assert result.exit_code == 0
    assert result.stderr == ""
    head, *rows = result.stdout.splitlines()
    assert head.split() == ["Name", "Title", "Criteria", "Concepts", "Rules"]
    assert [row.split()[0] for row in rows] == list(available())
    everything = next(row for row in rows if row.startswith("semua-konsep"))
    assert everything.split()[-2:] == ["40", "0"]  # all concepts, no format rules


def test_show_tells_settings_costs_shares_and_bands(mine: Path) -> None:
    shown = run("rubric", "show", str(mine)).stdout
    for line in (
        "Essay on collaboration and work discipline",
        "  • pendahuluan – Introduction (headings: Pendahuluan / Pengantar)",
        "  • word-count – error; 5 points off",
        "    fewest words: 500",
        "  • sections – warning; costs nothing",
        "Command of the material: 60 points (60 % of the total)",
        "  • all points from 80 % of the concepts' weight",
        "  40 %  disiplin-kerja  Work discipline",
        "  • Very Satisfactory: 90.01 to 100",
        "  • Unsatisfactory: 0 to below 60.01",
    ):
        assert line in [each.rstrip() for each in shown.splitlines()]


def test_show_speaks_indonesian_with_its_numbers(mine: Path) -> None:
    shown = run("rubric", "show", str(mine), lang="id").stdout
    assert "Kriteria" in shown
    assert "Memuaskan: 80,01 sampai di bawah 90,01" in shown


def test_shares_of_concepts_add_up_to_their_criteria() -> None:
    shown = run("rubric", "show", "esai-kolaboratif").stdout
    criterion, concepts = 0.0, 0.0
    for line in shown.splitlines():
        if found := re.search(r"\(([\d.]+) % of the total\)", line):
            criterion += float(found[1])
        elif found := re.match(r" +([\d.]+) %  [a-z]", line):
            concepts += float(found[1])
    assert criterion == pytest.approx(100)
    assert concepts == pytest.approx(100, abs=0.5)  # each is rounded to two decimals


def test_text_of_a_rubric_is_never_taken_for_markup(mine: Path) -> None:
    mine.write_text(mine.read_text().replace("en: Work discipline", 'en: "[red]Work[/red] [/] :smile:"'))
    assert "[red]Work[/red] [/] :smile:" in run("rubric", "show", str(mine)).stdout


def test_check_of_all_rubrics_that_come_along_is_good() -> None:
    result = run("rubric", "check")
    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == list(available())


def test_check_tells_all_problems_of_several_files_and_goes_on(mine: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(mine.read_text().replace("weight: 60", "weight: 61").replace("minimum: 500", "minimum: 0"))
    result = run("rubric", "check", str(bad), str(mine), "no-such")
    assert result.exit_code == 2
    lines = bad.read_text().splitlines()
    minimum, criteria = lines.index("      minimum: 0") + 1, lines.index("criteria:") + 1
    assert result.stdout.splitlines() == [
        f"{bad}:{minimum}: G213  “0” does not fit: a number of at least 1 is expected.",
        "    minimum: 0",
        "    → Change the value.",
        f"{bad}:{criteria}: G217  The weights add up to 101, not to 100.",
        "    criteria:",
        "    → Change the weights of the criteria.",
        f"{mine}: sound (2 criteria, 2 concepts, 2 format rules)",
    ]
    assert result.stderr.splitlines()[0] == f"{bad}: 2 problem(s)"
    assert result.stderr.splitlines()[1] == "G201  There is no rubric “no-such”."
    assert "semua-konsep" in result.stderr.splitlines()[2]


def test_check_reads_concept_files_and_folders_too(tmp_path: Path) -> None:
    folder = next(iter(available().values())).parent / "concepts"
    assert run("rubric", "check", str(folder)).stdout.rstrip() == f"{folder}: sound (40 concepts)"
    bad = tmp_path / "theme.yaml"
    bad.write_text("format: grader.concepts/1\ntheme: {id: A, en: A}\nconcepts: {}\nmore: 1\n")
    result = run("rubric", "check", str(bad))
    assert result.exit_code == 2
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith(str(bad))] == ["G213", "G211"]


def test_new_writes_a_rubric_that_passes_the_check_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "Rubrik Saya (2).yaml"
    result = run("rubric", "new", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(path) in result.stderr
    text = path.read_text(encoding="utf-8")
    assert "\nid: rubrik-saya-2 #" in text
    assert text.count("#") > 20  # it is commented
    assert run("rubric", "check", str(path)).stdout == f"{path}: sound (2 criteria, 2 concepts, 2 format rules)\n"


def test_new_does_not_overwrite(mine: Path) -> None:
    before = mine.read_text()
    result = run("rubric", "new", str(mine))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"G204  “{mine}” exists already.\n→ ")
    assert mine.read_text() == before


def test_new_tells_when_it_cannot_write(tmp_path: Path) -> None:
    result = run("rubric", "new", str(tmp_path / "missing" / "a.yaml"))
    assert result.exit_code == 2
    assert result.stderr.startswith("G301")


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("$ref"), str):
            yield schema["$ref"]
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


@pytest.mark.parametrize("options", [(), ("--bank",)])
def test_every_reference_of_the_schema_leads_somewhere(options: tuple[str, ...]) -> None:
    schema = json.loads(run("rubric", "schema", *options).stdout)
    references = list(_references(schema))
    assert references
    for reference in references:
        assert reference.removeprefix("#/$defs/") in schema["$defs"]


def test_the_schema_of_rubrics_knows_each_rules_settings() -> None:
    schema = json.loads(run("rubric", "schema").stdout)
    assert schema["required"] == ["format", "id", "title", "description", "criteria", "scale", "bands"]
    assert "from" in schema["$defs"]["Band"]["properties"]
    use = schema["$defs"]["RuleUse"]
    assert use["properties"]["rule"]["enum"] == sorted(RULES)
    by_rule = {one["if"]["properties"]["rule"]["const"]: one["then"] for one in use["allOf"]}
    assert by_rule["file-type"]["required"] == ["settings"]
    assert "required" not in by_rule["word-count"]
    settings = schema["$defs"]["word-count.settings"]
    assert set(settings["properties"]) == {"minimum", "maximum", "section"}
    assert settings["additionalProperties"] is False


def test_rules_lists_every_rule_with_a_sentence() -> None:
    for lang in ("id", "en"):
        head, *rows = run("rules", lang=lang).stdout.splitlines()
        assert [row.split()[0] for row in rows] == list(RULES)
        assert all(len(row.split()) > 4 for row in rows), head


@pytest.mark.parametrize("name", list(RULES))
@pytest.mark.parametrize(
    ("lang", "headings", "settings"),
    [
        ("", ("Apa yang diperiksa:", "Mengapa penting:", "Contoh:", "Batasannya:"), "Setelan"),  # Indonesian unasked
        ("en", ("What it does:", "Why it matters:", "Example:", "Known limits:"), "Settings"),
    ],
)
def test_a_rule_shows_its_documentation_and_settings(
    name: str, lang: str, headings: tuple[str, ...], settings: str
) -> None:
    result = run("rules", name, lang=lang)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line for line in lines if line in headings] == list(headings)
    assert f"        - rule: {name}" in lines
    assert not any("``" in line or line.endswith("::") for line in lines)
    table = result.stdout.partition(f"\n{settings}\n")[2]
    for setting in RULES[name].settings.model_fields:
        assert re.search(rf"^{setting} ", table, re.MULTILINE)


def test_a_rule_is_told_in_the_language_of_the_reader_from_title_to_facts() -> None:
    told = run("rules", "font-size", lang="id").stdout.splitlines()
    assert told[0] == "font-size – Ukuran huruf"
    assert told[2] == "Teks memakai ukuran huruf yang diminta."
    assert "Perlu tahu tentang dokumen: ukuran huruf." in told
    told = run("rules", "file-name").stdout.splitlines()
    assert told[0] == "file-name – File name"
    assert "    - “{word}” letters and digits without a blank;" in told
    assert '            pattern: "{name} - Tugas {any}"' in told


def test_the_settings_of_a_rule_have_kind_and_default() -> None:
    table = run("rules", "sections").stdout.partition("\nSettings")[2]
    rows = [re.split(r" {2,}", line.strip()) for line in table.splitlines() if line.strip()]
    assert rows == [
        ["Name", "Kind", "Default", "Meaning"],
        ["required", "list of text", "required", "required sections"],
        ["ordered", "true or false", "yes", "in this order only"],
        ["minimum_words", "whole number", "1", "fewest words in each section"],
    ]


def test_an_unknown_rule_is_told_with_near_ones_first() -> None:
    result = run("rules", "word-cuont")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("G302  There is no rule “word-cuont”.\n→ Rules: word-count, ")


def test_every_rule_and_setting_has_a_word_in_both_languages() -> None:
    from grader.wording.catalogue import VOICES

    for voice in VOICES.values():
        for name, rule in RULES.items():
            assert f"cli.rules.about.{name}" in voice.sentences
            for setting in rule.settings.model_fields:
                assert f"cli.rules.setting.{name}.{setting}" in voice.sentences
