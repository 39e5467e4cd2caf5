"""JUnit XML: valid, with the counts that stand in it, and nothing of an essay that could break it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.finding import Finding, Outcome, Severity
from grader.reports.issues import Asked
from grader.reports.to_junit import to_junit
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
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


STRICT = Path(__file__).with_name("junit.xsd")
USUAL = [Path(name) for name in os.environ.get("GRADER_JUNIT_XSD", "").split(os.pathsep) if name]
"""Copies of what readers themselves hold a file against (`.ci/schemas` gets them), which are not ours to ship."""
SCHEMAS = {path: xmlschema.XMLSchema(str(path)) for path in (STRICT, *USUAL)}
"""Every document of these tests is held against all of them."""

needs_usual = pytest.mark.skipif(not USUAL, reason="GRADER_JUNIT_XSD names no XSD; `.ci/schemas` gets the usual ones")


def parsed(view: CohortView, asked: Asked | None = None) -> etree._Element:
    text = to_junit(view, asked or Asked())
    for schema in SCHEMAS.values():
        schema.validate(text)
    return etree.fromstring(text.encode("utf-8"))


def case(root: etree._Element, suite: str, group: str, name: str) -> etree._Element:
    found = [
        each
        for one in root
        if one.get("name") == suite
        for each in one.iterfind("testcase")
        if (each.get("classname"), each.get("name")) == (group, name)
    ]
    assert len(found) == 1
    return found[0]


def only_child(element: etree._Element) -> etree._Element:
    (child,) = element
    return child


def test_it_is_valid_and_its_sums_are_those_of_its_tests(view: CohortView) -> None:
    root = parsed(view, Asked(min_score=70))
    sums = {"failures": 0, "errors": 0, "tests": 0}
    for suite in root:
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(attribute, "")) == len(suite.findall(f"testcase/{tag}"))
        for attribute in sums:
            sums[attribute] += int(suite.get(attribute, ""))
    assert {name: int(root.get(name, "")) for name in sums} == sums
    assert len(root) == 7  # five graded, two failed
    # few words three times, sections once, two marks below 70; two unreadable files
    assert (sums["failures"], sums["errors"]) == (3 + 1 + 2, 2)


def test_a_rule_not_met_fails_with_its_severity_and_its_sentence(view: CohortView) -> None:
    failure = only_child(case(parsed(view), "02-sedang.docx", "format", "word-count"))
    assert (failure.tag, failure.get("type")) == ("failure", "error")
    assert failure.get("message") == "Esai berisi 812 kata, kurang dari 2.000."


def test_a_rule_met_passes_and_one_that_cannot_be_checked_is_skipped(view: CohortView) -> None:
    root = parsed(view)
    assert only_child(case(root, "01-baik.pdf", "format", "word-count")).tag == "system-out"
    skipped = only_child(case(root, "03-hampir.txt", "format", "header-fields"))
    assert (skipped.tag, skipped.get("message")) == ("skipped", "Format ini tidak memuat identitas.")


def test_an_unreadable_file_is_the_error_of_its_only_test(view: CohortView) -> None:
    root = parsed(view)
    error = only_child(case(root, "foto.docx", "file", "readable"))
    assert (error.tag, error.get("type")) == ("error", "G105")
    assert error.get("message") == "Berkas ini gambar JPEG, yang tidak dapat dinilai. Simpan sebagai PDF atau DOCX."
    assert [len(suite) for suite in root if suite.get("name") == "foto.docx"] == [1]


def broken(result: Assessment | Failure) -> Assessment | Failure:
    """The same submission, whose first rule failed; ``ValueError`` stands for what the rule ran into."""
    if not isinstance(result, Assessment):
        return result
    first = Finding("word-count", Outcome.BROKEN, Severity.ERROR, "broken", {"error": "ValueError"})
    return replace(result, findings=(first, *result.findings))


def test_a_rule_that_broke_is_an_error_and_its_second_use_has_a_name_of_its_own(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, view: CohortView
) -> None:
    other = Cohort(tuple(broken(each) for each in cohort.results))
    root = parsed(cohort_view(other, rubric, provenance, view.names.voice))
    error = only_child(case(root, "01-baik.pdf", "format", "word-count"))
    assert (error.tag, error.get("type")) == ("error", "broken")
    assert "ValueError" in str(error.get("message"))
    assert only_child(case(root, "01-baik.pdf", "format", "word-count#2")).tag == "system-out"
    assert root.get("errors") == str(5 + 2)  # graded, failed


def test_a_concept_never_fails_and_tells_label_and_hint_but_no_key(view: CohortView) -> None:
    root = parsed(view)
    concepts = root.findall("testsuite/testcase[@classname='concept']")
    assert len(concepts) == 5 * 6
    assert {child.tag for each in concepts for child in each} == {"system-out"}
    absent = case(root, "02-sedang.docx", "concept", "Manfaat WoG")
    assert only_child(absent).text == "tidak ada. Manfaat WoG"  # label, hint
    explained = case(root, "01-baik.pdf", "concept", "Ego sektoral")
    assert only_child(explained).text == "dijelaskan."
    text = to_junit(view, Asked())
    assert "tujuan bersama" not in text  # a phrase found in the evidence
    assert "0.93" not in text  # confidence


def test_a_mark_fails_only_where_one_was_asked_for_and_is_not_told(view: CohortView) -> None:
    assert parsed(view).findall("testsuite/testcase[@classname='mark']") == []
    root = parsed(view, Asked(min_score=70.33))
    low = {suite.get("name") for suite in root if suite.find("testcase[@classname='mark']/failure") is not None}
    assert low == {"02-sedang.docx", "=cmd|' /C calc'!A0.docx"}  # 61 and 20; 70.33 itself is not below
    told = {each.get("message") for each in root.findall("testsuite/testcase[@classname='mark']/failure")}
    assert told == {"Nilai usulan di bawah 70,33 yang diminta."}


def test_files_go_by_their_paths(view: CohortView) -> None:
    root = parsed(view, Asked({"01-baik.pdf": "tugas/kelas b/01-baik.pdf"}))
    assert next(suite.get("name") for suite in root if "01" in str(suite.get("name"))) == "tugas/kelas b/01-baik.pdf"


def test_markup_and_forbidden_characters_of_names_and_texts_are_harmless(view: CohortView) -> None:
    root = parsed(view, Asked({"01-baik.pdf": "a\x1b\x00\ud800\"<&>'\n]]>.pdf"}))
    names = [suite.get("name") for suite in root]
    assert "<script>alert(1)</script>.pdf" in names
    assert "a���\"<&>'�]]>.pdf" in names
    assert root.findall(".//script") == []


def test_an_empty_class_is_valid(rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    root = parsed(cohort_view(Cohort(()), rubric, provenance, voice))
    assert (len(root), root.get("tests")) == (0, "0")


def test_the_same_class_gives_the_same_text(view: CohortView) -> None:
    assert to_junit(view, Asked()) == to_junit(view, Asked())


HOSTILE = st.text(st.characters(exclude_categories=()) | st.sampled_from("<>&\"']%{} \t\n\x00"), max_size=30)


# The fixtures are so long that Hypothesis warns of them before it tells which example failed.
@pytest.mark.filterwarnings("default::hypothesis.errors.HypothesisWarning")
@given(name=HOSTILE, reason=HOSTILE)
def test_whatever_names_and_texts_hold_the_document_is_valid(
    rubric: Rubric, provenance: Provenance, voice: Voice, name: str, reason: str
) -> None:
    failure = Failure(f"{name}.docx", None, "G106", {"reason": reason})
    (suite,) = parsed(cohort_view(Cohort((failure,)), rubric, provenance, voice), Asked({failure.name: name or "a"}))
    assert [child.tag for child in only_child(suite)] == ["error"]


def usual() -> list[object]:
    return [pytest.param(path, id=path.name[:20]) for path in USUAL] or [pytest.param(None, marks=needs_usual)]


WRONG = {
    "no tests counted": lambda text: text.replace(' tests="', ' count="'),
    "a test without a name": lambda text: text.replace(" name=", " title="),
    "a case outside of any suite": lambda text: text.replace("<testsuite ", "<suite ").replace(
        "/testsuite>", "/suite>"
    ),
    "an end of its own making": lambda text: text.replace("<failure ", "<missed "),
}


@pytest.mark.parametrize("path", [STRICT, *usual()])
@pytest.mark.parametrize("wrong", WRONG)
def test_a_document_that_is_wrong_is_told(view: CohortView, path: Path, wrong: str) -> None:
    text = to_junit(view, Asked())
    broken = WRONG[wrong](text)
    assert broken != text
    assert SCHEMAS[path].is_valid(text)
    assert not SCHEMAS[path].is_valid(broken)


@needs_usual
def test_the_usual_schemas_are_those_of_jenkins() -> None:
    """And not a copy of ours: they know what ours forbids."""
    for path in USUAL:
        assert {"rerunFailure", "system-err"} & set(SCHEMAS[path].elements)
