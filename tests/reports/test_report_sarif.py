"""SARIF 2.1.0: valid, with rules that its results point at, places that can be opened, and fingerprints that stay."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.document import Place
from grader.records.finding import Finding, Outcome, Severity
from grader.reports.issues import Asked
from grader.reports.to_sarif import to_sarif
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.rules.catalogue import RULES
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice

# As participants are told them; the class made here has notices without the values that the real sentences want.
TOLD = {
    "participant.notice.hidden-text": "Berkas memuat {words} kata yang tidak terlihat pembaca.",
    "participant.notice.tracked-changes": "Berkas memuat perubahan terlacak.",
    "error.G161": "Berkas kosong.",
    "error.G161.hint": "Simpan sekali lagi.",
}


@pytest.fixture(scope="module")
def view(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    return cohort_view(cohort, rubric, provenance, Voice(voice.code, {**voice.sentences, **TOLD}))


STRICT = Path(__file__).with_name("sarif.schema.json")
OFFICIAL = os.environ.get("GRADER_SARIF_SCHEMA")
"""A copy of the standard's own schema (`.ci/schemas` gets it), which is not ours to ship."""
SCHEMAS: dict[str, Any] = {
    name: json.loads(Path(name).read_text(encoding="utf-8")) for name in (str(STRICT), OFFICIAL) if name
}
VALIDATORS = {name: jsonschema.validators.validator_for(schema)(schema) for name, schema in SCHEMAS.items()}
"""Every log of these tests is held against all of them."""

needs_official = pytest.mark.skipif(
    not OFFICIAL, reason="GRADER_SARIF_SCHEMA names no schema; `.ci/schemas` gets the standard's own"
)


def log_of(view: CohortView, asked: Asked | None = None) -> dict[str, Any]:
    text = to_sarif(view, asked or Asked())
    text.encode("utf-8")
    log: dict[str, Any] = json.loads(text)
    for validator in VALIDATORS.values():
        validator.validate(log)
    return log


def run_of(view: CohortView, asked: Asked | None = None) -> dict[str, Any]:
    run: dict[str, Any] = log_of(view, asked)["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return run


def place(result: dict[str, Any]) -> tuple[str, int]:
    where = result["locations"][0]["physicalLocation"]
    return where["artifactLocation"]["uri"], where["region"]["startLine"]


def results(run: dict[str, Any], rule: str) -> list[dict[str, Any]]:
    return [each for each in run["results"] if each["ruleId"] == rule]


def test_each_fault_is_a_result_with_its_level_and_place(view: CohortView) -> None:
    run = run_of(view)
    assert len(run["results"]) == 3 + 1 + 2 + 2  # word counts, sections, notices, failures
    (sections,) = results(run, "sections")
    assert sections["level"] == "error"
    assert sections["message"]["text"] == "Susunan bagian: Bagian ini tidak ditemukan: Penerapan dan Penutup."
    assert place(sections) == ("%3Dcmd%7C%27%20/C%20calc%27%21A0.docx", 3)
    (hidden,) = results(run, "hidden-text")
    assert (hidden["level"], place(hidden)[1]) == ("warning", 1)
    assert [each["level"] for each in results(run, "tracked-changes")] == ["note"]
    assert [place(each)[0] for each in results(run, "G104")] == ["kosong.docx"]


def test_the_rubrics_rules_are_told_even_where_all_are_met(view: CohortView) -> None:
    rules = {each["id"]: each for each in run_of(view)["tool"]["driver"]["rules"]}
    assert list(rules)[:3] == ["word-count", "sections", "header-fields"]
    assert rules["header-fields"]["defaultConfiguration"] == {"level": "warning"}
    assert rules["word-count"]["shortDescription"] == {"text": "Jumlah kata"}
    assert rules["word-count"]["fullDescription"]["text"] == VOICES["id"].say("cli.rules.about.word-count")
    assert rules["word-count"]["help"] == {"text": "grader rules word-count"}
    assert set(rules) == {"word-count", "sections", "header-fields", "hidden-text", "tracked-changes", "G104", "G105"}


def test_a_rule_that_broke_is_a_result(
    rubric: Rubric, provenance: Provenance, view: CohortView, cohort: Cohort
) -> None:
    first = next(each for each in cohort.results if isinstance(each, Assessment))
    finding = Finding("word-count", Outcome.BROKEN, Severity.ERROR, "broken", {"error": "ValueError"})
    other = Cohort((replace(first, findings=(finding,)),))
    (result,) = run_of(cohort_view(other, rubric, provenance, view.names.voice))["results"]
    assert (result["ruleId"], result["level"]) == ("word-count", "warning")  # a defect of ours, not of the draft
    assert "ValueError" in result["message"]["text"]


def test_no_notice_has_the_name_of_a_rule() -> None:
    notices = {key.removeprefix("notice.") for key in VOICES["en"].sentences if key.startswith("notice.")}
    assert notices
    assert not notices & set(RULES)


def test_a_mark_too_low_is_a_result_only_where_one_was_asked_for(view: CohortView) -> None:
    assert results(run_of(view), "min-score") == []
    low = results(run_of(view, Asked(min_score=65)), "min-score")
    assert [(place(each)[0], each["level"]) for each in low] == [
        ("02-sedang.docx", "error"),
        ("%3Dcmd%7C%27%20/C%20calc%27%21A0.docx", "error"),
    ]


def test_no_quote_phrase_or_confidence_is_in_it(view: CohortView) -> None:
    text = to_sarif(view, Asked())
    for secret in ("tujuan bersama", "semua sektor", "0.93", "0.81", "Definisi WoG"):
        assert secret not in text


def test_an_absolute_path_is_a_file_uri(view: CohortView) -> None:
    run = run_of(view, Asked({"kosong.docx": "/srv/tugas kelas/kosong.docx"}))
    (result,) = results(run, "G104")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///srv/tugas%20kelas/kosong.docx"
    }


def moved(result: object) -> object:
    """The same submission with every finding twenty paragraphs further down."""
    if not isinstance(result, Assessment):
        return result
    findings = tuple(
        replace(each, place=Place(each.place.page, (each.place.paragraph or 0) + 20)) if each.place else each
        for each in result.findings
    )
    return replace(result, findings=findings)


def test_fingerprints_stay_when_a_paragraph_or_a_folder_moves(
    cohort: Cohort, view: CohortView, rubric: Rubric, provenance: Provenance
) -> None:
    def prints(one: CohortView, asked: Asked) -> list[tuple[str, str]]:
        return [
            (each["ruleId"], each["partialFingerprints"]["graderFinding/v1"]) for each in run_of(one, asked)["results"]
        ]

    other = Cohort(tuple(moved(each) for each in cohort.results), cohort.left_out)  # type: ignore[misc]
    later = cohort_view(other, rubric, provenance, view.names.voice)
    elsewhere = Asked({each.record.name: f"arsip/2026/{each.record.name}" for each in view.results})
    first = prints(view, Asked())
    assert place(results(run_of(later), "sections")[0])[1] == 23
    assert prints(later, elsewhere) == first
    assert len(set(first)) == len(first)  # and tell all results apart


HOSTILE = st.text(st.characters(exclude_categories=()) | st.sampled_from("{}[]()%\\/: \n"), min_size=1, max_size=30)


# The fixtures are so long that Hypothesis warns of them before it tells which example failed.
@pytest.mark.filterwarnings("default::hypothesis.errors.HypothesisWarning")
@example(name="/", reason="a name that is no file's")
@given(name=HOSTILE, reason=HOSTILE)
def test_whatever_names_and_texts_hold_the_log_is_valid_and_has_no_link(
    rubric: Rubric, provenance: Provenance, voice: Voice, name: str, reason: str
) -> None:
    failure = Failure(name, None, "G106", {"reason": reason})
    (result,) = run_of(cohort_view(Cohort((failure,)), rubric, provenance, voice))["results"]
    message = result["message"]["text"]
    assert "](" not in message
    assert message.replace("{{", "").count("{") == 0
    assert message.replace("}}", "").count("}") == 0
    uri = place(result)[0]
    if not name.startswith("/"):  # and PurePath takes out what changes nothing: `a//b`, `./a`
        decoded = unquote_to_bytes(uri)
        assert decoded == Path(name).as_posix().encode("utf-8", "surrogateescape") or any(map(_is_lone, name))


def _is_lone(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"


def test_an_empty_class_has_no_result(rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    assert run_of(cohort_view(Cohort(()), rubric, provenance, voice))["results"] == []


@pytest.mark.parametrize("name", ["", ".", "..", "a\udcff", "\ud800"])
def test_a_name_that_is_no_file_still_gives_a_uri(
    rubric: Rubric, provenance: Provenance, voice: Voice, name: str
) -> None:
    run = run_of(cohort_view(Cohort((Failure(name, None, "G104", {}),)), rubric, provenance, voice))
    (result,) = run["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    # never empty, never out of the folder, and nothing but characters that a URI may hold
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)


@pytest.mark.parametrize("name", [str(STRICT), pytest.param(OFFICIAL, marks=needs_official)])
@pytest.mark.parametrize(
    ("where", "key", "wrong"),
    [
        ((), "version", "2.2"),
        ((), "runs", {}),
        (("runs", 0, "tool"), "driver", {}),
        (("runs", 0, "results", 0), "level", "fatal"),
        (("runs", 0, "results", 0), "message", "a text"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region"), "startLine", 0),
    ],
)
def test_a_log_that_is_wrong_is_told(
    view: CohortView, name: str, where: tuple[str | int, ...], key: str, wrong: object
) -> None:
    log = log_of(view)
    part: Any = log
    for step in where:
        part = part[step]
    assert key in part
    part[key] = wrong
    assert not VALIDATORS[name].is_valid(log)


@needs_official
def test_the_official_schema_is_that_of_the_standard() -> None:
    """And not a copy of ours: it knows what ours forbids."""
    assert {"address", "graphTraversal", "threadFlow"} <= set(SCHEMAS[str(OFFICIAL)]["definitions"])
