"""The accepted state of the samples: there for each folder with a rubric, about all of its files, and still true."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader import load_rubric
from grader.cli.main import main
from grader.ingest.expected import FILE, expected_yaml, read_expected
from grader.ingest.handed_in.collecting import collect

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
RUBRICS: dict[str, str | Path] = {
    "esai-kolaboratif": "esai-kolaboratif",
    "jurnal-wog": "jurnal-wog",
    "rangkuman-wog": "rangkuman-wog",
    "anti-korupsi": SAMPLES / "anti-korupsi" / "rubric.yaml",
}


@pytest.mark.parametrize("name", RUBRICS)
def test_it_is_about_every_sample_concept_and_rule(name: str) -> None:
    expected = read_expected(SAMPLES / name / FILE)
    rubric = load_rubric(RUBRICS[name]).rubric
    assert expected.rubric == rubric.id
    assert sorted(expected.samples) == sorted(each.name for each in collect([SAMPLES / name]).submissions)
    for each in expected.samples.values():
        assert list(each.state.labels) == list(rubric.concepts)
        assert [rule.partition("#")[0] for rule in each.state.findings] == [use.rule for use in rubric.rules]
        assert not each.state.defect


@pytest.mark.parametrize("name", RUBRICS)
def test_it_is_as_the_program_writes_it(name: str) -> None:
    path = SAMPLES / name / FILE
    expected = read_expected(path)
    assert path.read_bytes() == expected_yaml(expected.rubric, expected.samples)


def test_nothing_has_moved() -> None:
    # One folder here; all of them in the workflow, which runs the same command.
    folder = SAMPLES / "rangkuman-wog"
    result = CliRunner().invoke(main, ["--lang", "en", "rubric", "test", "rangkuman-wog", str(folder)])
    assert result.exit_code == 0, result.stdout
    assert result.stdout.startswith("Nothing has moved in 6 samples.\n")
