"""``assessments.jsonl`` and ``summary.json`` against the documented shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grader.records.assessment import Cohort, Failure
from grader.reports.to_json import assessments_jsonl, summary_json
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


@pytest.fixture(scope="module")
def lines(view: CohortView) -> list[dict[str, Any]]:
    return [json.loads(line) for line in assessments_jsonl(view).decode("utf-8").splitlines()]


@pytest.mark.parametrize(("name", "render"), [("assessments.jsonl", assessments_jsonl), ("summary.json", summary_json)])
def test_the_files_are_as_they_were(view: CohortView, golden: Path, renew_golden: bool, name: str, render: Any) -> None:
    if renew_golden:
        (golden / name).write_bytes(render(view))
    assert render(view) == (golden / name).read_bytes()


def test_a_graded_submission_has_the_documented_keys_in_order(lines: list[dict[str, Any]]) -> None:
    first = lines[0]
    assert list(first) == [
        "schema", "file", "sha256", "rubric", "material", "program", "participant", "upload", "earlier",
        "status", "words", "findings", "criteria", "notices", "suggested", "review", "moderation", "final",
    ]  # fmt: skip
    assert first["schema"] == "grader.assessment/1"
    assert first["rubric"] == {"id": "contoh", "sha256": "ab" * 32}
    assert first["material"] == ["cd" * 32]
    assert first["program"] == "0.1.0"
    assert first["participant"] == {"name": "Ratna Contoh", "id": "07"}
    assert first["words"] == {
        "counted": 63,
        "left_out": {"header-field": 7, "cover": 3, "task": 5, "running-head": 1, "bibliography": 4},
    }
    assert first["suggested"] == {
        "points": 91,
        "maximum": 100,
        "band": "Sangat Memuaskan",
        "passed": True,
        "raw": 91,
        "deductions": [],
    }
    assert first["review"] == {"needed": False, "reasons": []}
    assert list(first["criteria"][0]) == ["id", "points", "maximum", "coverage", "full_at", "concepts"]
    assert first["criteria"][0]["concepts"][1] == {
        "id": "silo-mentality",
        "label": 2,
        "level": "explained",
        "confidence": 0.93,
        "weight": 1,
        "credit": 1,
        "doubts": [],
        "evidence": [
            {
                "quote": "ego sektoral yang memperlambat layanan dapat dikurangi",
                "page": 1,
                "paragraph": 8,
                "similarity": 0.66,
                "phrases": ["ego sektoral"],
            }
        ],
    }


def test_findings_notices_and_reasons_carry_sentence_and_values(lines: list[dict[str, Any]]) -> None:
    formula = lines[4]
    assert formula["findings"][1] == {
        "rule": "sections",
        "outcome": "not_met",
        "severity": "error",
        "message": "Bagian ini tidak ditemukan: Penerapan dan Penutup.",
        "values": {"titles_id": ["Penerapan", "Penutup"]},
        "place": {"page": 1, "paragraph": 3},
    }
    assert formula["findings"][0]["place"] is None
    script = lines[3]
    assert script["notices"][0] == {
        "code": "hidden-text",
        "severity": "warning",
        "message": "Berkas memuat 150 kata yang tidak terlihat pembaca.",
        "values": {"words": 150},
    }
    assert lines[2]["review"]["reasons"][0] == {
        "code": "near-pass-mark",
        "message": "Nilai usulan 70,33 dekat dengan batas lulus 70,01.",
        "values": {"points": 70.33, "pass_mark": 70.01},
    }


def test_a_failure_has_an_error_and_no_mark(lines: list[dict[str, Any]]) -> None:
    assert lines[6] == {
        "schema": "grader.assessment/1",
        "file": "kosong.docx",
        "sha256": None,
        "rubric": {"id": "contoh", "sha256": "ab" * 32},
        "material": ["cd" * 32],
        "program": "0.1.0",
        "participant": {"name": None, "id": None},
        "upload": None,
        "earlier": [],
        "status": "failed",
        "error": {"code": "G104", "message": "Berkas kosong (0 bita).", "hint": "Mintalah berkasnya sekali lagi."},
        "moderation": None,
        "final": None,
    }


def test_quotes_are_verbatim_whatever_they_hold(lines: list[dict[str, Any]]) -> None:
    assert lines[4]["criteria"][0]["concepts"][0]["evidence"][0]["quote"] == "\x1b[31mmerah"


def test_numbers_are_plain_and_lines_end_with_a_line_feed(view: CohortView) -> None:
    content = assessments_jsonl(view)
    assert b'"maximum": 100,' in content
    assert b'"points": 70.33' in content
    assert content.count(b"\n") == 7
    assert content.endswith(b"}\n")
    assert b"\r" not in content
    assert "widyaiswara" not in content.decode("utf-8")


def test_the_summary(view: CohortView) -> None:
    summary = json.loads(summary_json(view))
    assert summary["schema"] == "grader.summary/1"
    assert summary["counts"] == {
        "submissions": 7, "graded": 5, "failed": 2, "passed": 3, "review": 3, "left_out": 1,
        "pending": 0, "decided": 0, "superseded": 0,
    }  # fmt: skip
    assert summary["scale"] == {"maximum": 100, "pass_mark": 70.01}
    assert summary["points"] == {"mean": 63.8, "median": 70.33, "lowest": 20, "highest": 91}
    assert summary["submissions"][2] == {
        "file": "03-hampir.txt", "status": "graded", "points": 70.33, "band": "Baik", "passed": True, "review": True,
        "final": None,
    }  # fmt: skip
    assert summary["submissions"][5] == {"file": "foto.docx", "status": "failed", "error": "G105", "final": None}
    assert summary["left_out"] == ["~$draf.docx"]


def test_a_name_that_is_no_utf8_can_be_written(rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    view = cohort_view(Cohort((Failure("a\udcff.docx", None, "G104", {}),)), rubric, provenance, voice)
    assert json.loads(assessments_jsonl(view))["file"] == "a\ufffd.docx"
    assert json.loads(summary_json(view))["points"] is None


def test_a_mark_can_be_traced_from_the_json_alone(lines: list[dict[str, Any]]) -> None:
    for line in (line for line in lines if line["status"] == "graded"):
        suggested = line["suggested"]
        assert suggested["raw"] == pytest.approx(sum(each["points"] for each in line["criteria"]), abs=0.005)
        taken = sum(each["points"] for each in suggested["deductions"])
        caps = [each["cap"] for each in suggested["deductions"] if each["cap"] is not None]
        assert suggested["points"] == pytest.approx(max(0, min([suggested["raw"] - taken, *caps])), abs=0.005)
        for criterion in line["criteria"]:
            weights = sum(each["weight"] for each in criterion["concepts"])
            share = sum(each["weight"] * each["credit"] for each in criterion["concepts"]) / weights
            assert criterion["coverage"] == pytest.approx(share, abs=0.0001)
            points = criterion["maximum"] * min(1, share / criterion["full_at"])
            assert criterion["points"] == pytest.approx(points, abs=0.0051)
