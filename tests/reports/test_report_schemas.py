"""Every output against its published schema, and documents that a strict schema must refuse."""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.entry import Entry
from grader.records.moderation import Moderation
from grader.records.moderation_line import to_line
from grader.reports.schemas import NAMES, schema_text
from grader.reports.to_csv import COLUMNS, to_csv
from grader.reports.to_json import assessment_lines, assessments_jsonl, summary_json
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice

WHEN = "2026-11-20T09:30:00+07:00"


def errors(name: str, document: object) -> list[str]:
    found = Draft202012Validator(json.loads(schema_text(name))).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.fixture(scope="module")
def decided(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> CohortView:
    moderations = (
        Moderation("01-baik.pdf", "07", 91.0, "Dewi", WHEN, "", 91.0, None),
        Moderation("03-hampir.txt", None, 72.5, "Dewi", WHEN, "Kuat.", 68.25, None),
        Moderation("foto.docx", None, 65.5, "Dewi", WHEN, "Dari cetakan.", None, "0f" * 32),
    )
    entries = {"01-baik.pdf": Entry("01-baik.pdf", upload="Ratna_1_assignsubmission_file_", earlier=("lama.pdf",))}
    changed = replace(cohort, moderations=moderations, entries=entries, pending=2)
    return cohort_view(changed, rubric, provenance, voice)


@pytest.fixture(scope="module")
def lines(decided: CohortView) -> dict[str, dict[str, Any]]:
    return {line["file"]: line for line in map(json.loads, assessment_lines(decided))}


def csv_rows(content: bytes, separator: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas_and_closed(name: str) -> None:
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("urn:grader:schema:")

    def look(part: object) -> None:
        if isinstance(part, dict):
            if "properties" in part and "then" not in part and "required" in part:
                assert part.get("additionalProperties") is False, part
            for inner in part.values():
                look(inner)
        elif isinstance(part, list):
            for inner in part:
                look(inner)

    look(schema)


def test_folder_and_names_agree() -> None:
    import grader.reports

    folder = Path(grader.reports.__file__).parent / "schemas"
    assert {path.name for path in folder.iterdir()} == {f"{name}.schema.json" for name in NAMES}
    with pytest.raises(KeyError):
        schema_text("../../../pyproject")


def test_golden_files_are_as_described(golden: Path) -> None:
    for line in (golden / "assessments.jsonl").read_text(encoding="utf-8").splitlines():
        assert errors("assessment", json.loads(line)) == []
    assert errors("summary", json.loads((golden / "summary.json").read_bytes())) == []


def test_outputs_with_decisions_are_as_described(decided: CohortView, lines: dict[str, dict[str, Any]]) -> None:
    for line in lines.values():
        assert errors("assessment", line) == []
    assert errors("summary", json.loads(summary_json(decided))) == []
    for row in csv_rows(to_csv(decided), ";"):
        assert errors("csv-row", row) == []


def test_what_a_decision_looks_like(decided: CohortView, lines: dict[str, dict[str, Any]]) -> None:
    good, near, photo = lines["01-baik.pdf"], lines["03-hampir.txt"], lines["foto.docx"]
    assert good["moderation"] == {
        "points": 91, "by": "Dewi", "when": WHEN, "reason": "", "suggested": 91, "moved": None,
    }  # fmt: skip
    assert good["final"] == {"points": 91, "maximum": 100, "band": "Sangat Memuaskan", "passed": True}
    assert (good["upload"], good["earlier"]) == ("Ratna_1_assignsubmission_file_", ["lama.pdf"])
    assert near["suggested"]["points"] == 70.33
    assert near["final"] == {"points": 72.5, "maximum": 100, "band": "Baik", "passed": True}
    assert near["moderation"]["moved"] == "Nilai usulan berubah sejak diputuskan: dulu 68,25, sekarang 70,33."
    assert photo["status"] == "failed"
    assert (photo["moderation"]["suggested"], photo["final"]["points"], photo["final"]["passed"]) == (None, 65.5, False)
    assert lines["kosong.docx"]["final"] is None
    summary = json.loads(summary_json(decided))
    assert {key: summary["counts"][key] for key in ("pending", "decided", "superseded")} == {
        "pending": 2, "decided": 3, "superseded": 1,
    }  # fmt: skip
    assert [each["final"] for each in summary["submissions"]] == [91, None, 72.5, None, None, 65.5, None]


def test_lines_come_one_at_a_time(decided: CohortView) -> None:
    each = assessment_lines(decided)
    assert json.loads(next(each))["file"] == "01-baik.pdf"
    assert b"".join(assessment_lines(decided)) == assessments_jsonl(decided)


Change = Callable[[dict[str, Any]], Any]


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.update(extra=1),
        lambda line: line.pop("sha256"),
        lambda line: line.pop("final"),
        lambda line: line.update(sha256="AB" * 32),
        lambda line: line.update(schema="grader.assessment/2"),
        lambda line: line.update(status="done"),
        lambda line: line.update(status="failed"),
        lambda line: line["suggested"].update(points="91"),
        lambda line: line["suggested"].update(points=-1),
        lambda line: line["moderation"].pop("by"),
        lambda line: line["moderation"].update(by=""),
        lambda line: line["moderation"].update(when="20 Nov 2026"),
        lambda line: line["moderation"].update(when="2026-11-20T09:30:00"),
        lambda line: line["criteria"][0]["concepts"][0].update(label=3),
        lambda line: line["criteria"][0]["concepts"][0].update(level="mentioned"),
        lambda line: line["criteria"][0]["concepts"][0].update(confidence=1.1),
        lambda line: line["criteria"][0]["concepts"][0]["evidence"][0].update(page=0),
        lambda line: line["findings"][0].update(outcome="passed"),
        lambda line: line["findings"][0]["values"].update(words={"a": 1}),
        lambda line: line["words"]["left_out"].update(essay=3),
        lambda line: line["review"].pop("needed"),
    ],
)
def test_a_wrong_assessment_is_refused(lines: dict[str, dict[str, Any]], change: Change) -> None:
    line = copy.deepcopy(lines["01-baik.pdf"])
    assert errors("assessment", line) == []
    change(line)
    assert errors("assessment", line) != []


@pytest.mark.parametrize(
    "change",
    [
        lambda summary: summary.update(extra=1),
        lambda summary: summary["counts"].update(decided=-1),
        lambda summary: summary["counts"].pop("pending"),
        lambda summary: summary["counts"].update(graded=1.5),
        lambda summary: summary["submissions"][0].pop("final"),
        lambda summary: summary["submissions"][0].update(error="G104"),
        lambda summary: summary["submissions"][5].update(error="104"),
        lambda summary: summary.update(points={}),
        lambda summary: summary["scale"].update(maximum=0),
    ],
)
def test_a_wrong_summary_is_refused(decided: CohortView, change: Change) -> None:
    summary = json.loads(summary_json(decided))
    assert errors("summary", summary) == []
    change(summary)
    assert errors("summary", summary) != []


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.update(extra=1),
        lambda line: line.pop("maximum"),
        lambda line: line.update(points="78,5"),
        lambda line: line.update(points=-0.5),
        lambda line: line.update(by=""),
        lambda line: line.update(when="2026-11-20"),
        lambda line: line.update(sha256="ab"),
        lambda line: line.update(schema="grader.moderation/2"),
        lambda line: line.update(reason=None),
    ],
)
def test_a_wrong_decision_is_refused(change: Change) -> None:
    line = json.loads(to_line(Moderation("a.docx", "07", 78.5, "Dewi", WHEN, "Lengkap.", 61.0, "ab" * 32), 100))
    assert errors("moderation", line) == []
    change(line)
    assert errors("moderation", line) != []


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.update(Lain="x"),
        lambda row: row.pop("Penilai"),
        lambda row: row.update({"Nilai akhir": "78.50"}),
        lambda row: row.update({"Nilai akhir": "78,5"}),
        lambda row: row.update({"Status": "graded"}),
        lambda row: row.update({"Berkas": ""}),
        lambda row: row.update({"Peserta": " =1+1"}),
        lambda row: row.update({"Kata": "1.200"}),
    ],
)
def test_a_wrong_row_is_refused(decided: CohortView, change: Change) -> None:
    row: dict[str, Any] = dict(csv_rows(to_csv(decided), ";")[0])
    assert errors("csv-row", row) == []
    change(row)
    assert errors("csv-row", row) != []


@pytest.mark.parametrize(("language", "part"), [("id", "indonesian"), ("en", "english")])
def test_the_schema_of_rows_has_the_columns_of_the_file(language: str, part: str) -> None:
    columns = list(json.loads(schema_text("csv-row"))["$defs"][part]["properties"])
    assert columns == [VOICES[language].say(f"report.column.{key}") for key in COLUMNS]


texts = st.text(min_size=1, max_size=20)


@st.composite
def cohorts(draw: st.DrawFn, graded: tuple[Assessment, ...]) -> Cohort:
    """A class of any make-up: some graded, some failed under any name, some decided, in any state of the run."""
    failures = tuple(Failure(name, None, "G104", {}) for name in draw(st.lists(texts, max_size=3, unique=True)))
    some = draw(st.lists(st.sampled_from(graded), max_size=3, unique_by=lambda each: each.name))
    results: tuple[Assessment | Failure, ...] = (*some, *failures)
    names = [each.name for each in results] or ["a.docx"]
    points = st.integers(0, 10_000).map(lambda cents: cents / 100)
    decisions = st.builds(
        Moderation, file=st.sampled_from(names), participant_id=st.none() | texts, points=points,
        by=texts.filter(str.strip), when=st.just(WHEN), reason=texts, suggested=st.none() | points, sha256=st.none(),
    )  # fmt: skip
    entries = {name: Entry(name, upload=draw(st.none() | texts), earlier=tuple(draw(st.lists(texts, max_size=2))))
               for name in names}  # fmt: skip
    return Cohort(
        results, tuple(draw(st.lists(texts, max_size=2))), entries, tuple(draw(st.lists(decisions, max_size=3))),
        draw(st.integers(0, 3)),
    )  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_any_class_is_as_described(
    data: st.DataObject, cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice
) -> None:
    view = cohort_view(data.draw(cohorts(cohort.assessments)), rubric, provenance, voice)
    for line in assessment_lines(view):
        assert errors("assessment", json.loads(line)) == []
    assert errors("summary", json.loads(summary_json(view))) == []
    for row in csv_rows(to_csv(view), ";"):
        assert errors("csv-row", row) == []
    for moderation in view.cohort.moderations:
        assert errors("moderation", json.loads(to_line(moderation, 100))) == []
