"""``grader rubric test`` from end to end, with text files and a rubric made here."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from grader.cli.main import main
from grader.ingest.expected import read_expected

pytestmark = pytest.mark.usefixtures("loaded_once")


@pytest.fixture
def samples(tmp_path: Path, good: str, short: str) -> Path:
    """A good one, one that is too short and off the subject, and one that is empty."""
    folder = tmp_path / "contoh"
    folder.mkdir()
    (folder / "baik.txt").write_text(good, encoding="utf-8")
    (folder / "pendek.txt").write_text(short, encoding="utf-8")
    (folder / "kosong.txt").write_bytes(b"")
    return folder


def run(*arguments: Path | str, lang: str = "en") -> Result:
    return CliRunner().invoke(
        main, ["rubric", "test", *map(str, arguments)], env={"GRADER_LANG": lang, "COLUMNS": "200"}
    )


def test_without_an_accepted_state_it_says_how_to_make_one(library: Path, samples: Path) -> None:
    result = run(library, samples)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"G222  There is no accepted state “{samples / 'expected.yaml'}”")
    assert "--accept" in result.stderr
    assert not (samples / "expected.yaml").exists()


def test_accepting_writes_the_state_and_nothing_moves_then(library: Path, samples: Path) -> None:
    first = run(library, samples, "--accept")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == f"Accepted: {samples / 'expected.yaml'}\n"
    expected = yaml.safe_load((samples / "expected.yaml").read_text(encoding="utf-8"))
    assert expected["rubric"] == "perpustakaan"
    assert expected["samples"]["baik.txt"] == {
        "mark": {"expected": 100, "within": 5},
        "findings": {"word-count": "met"},
        "labels": {"lending": 2},
    }
    assert expected["samples"]["pendek.txt"]["mark"]["expected"] == 0  # 0 less 10, but no less than 0
    assert expected["samples"]["kosong.txt"] == {"error": "G104"}
    before = (samples / "expected.yaml").read_bytes()
    again = run(library, samples)
    assert (again.exit_code, again.stdout, again.stderr) == (0, "Nothing has moved in 3 samples.\n", "")
    assert run(library, samples, "--accept").exit_code == 0
    assert (samples / "expected.yaml").read_bytes() == before  # and is itself no sample


def changed(rubric: Path, old: str, new: str) -> None:
    text = rubric.read_text(encoding="utf-8")
    assert text.count(old) == 1
    rubric.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_rule_tells_whom_it_hits_and_ends_in_1(library: Path, samples: Path) -> None:
    run(library, samples, "--accept")
    changed(library, "minimum: 12", "minimum: 100")  # the good one has fewer words, and loses 10 points
    result = run(library, samples)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "! baik.txt",
        "    mark 100.00 → 90.00 (−10.00), outside of 95.00 to 105.00",
        "    Word count: met → not met",
        "",
        "Samples: 3; as accepted 2, moved 1, of which outside 1.",
        "Marks: 1 lower, 0 higher; on average 50.00 → 45.00 (−5.00).",
        "Most: −10.00 (baik.txt).",
        "Labels changed: 0 of 2.",
        "Findings changed: 1 of 2.",
    ]
    assert result.stderr == "→ If this is what you want: the same command with --accept.\n"


def test_a_mark_that_moves_within_its_range_is_told_and_ends_in_0(library: Path, samples: Path) -> None:
    changed(library, "deduct: 10", "deduct: 4")
    changed(library, "minimum: 12", "minimum: 100")
    run(library, samples, "--accept")
    changed(library, "deduct: 4", "deduct: 7")
    result = run(library, samples, lang="id")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == [
        "- baik.txt",
        "    nilai 96,00 → 93,00 (−3,00), dalam batas ±5",
    ]


def test_a_range_set_by_hand_holds_and_stays(library: Path, samples: Path) -> None:
    changed(library, "minimum: 12", "minimum: 100")
    run(library, samples, "--accept")
    file = samples / "expected.yaml"
    file.write_text(file.read_text().replace("expected: 90, within: 5", "expected: 90, within: 0.5"))
    changed(library, "deduct: 10", "deduct: 11")
    result = run(library, samples)
    assert result.exit_code == 1
    assert "    mark 90.00 → 89.00 (−1.00), outside of 89.50 to 90.50" in result.stdout.splitlines()
    run(library, samples, "--accept")
    assert "mark: {expected: 89, within: 0.5}" in file.read_text()


def test_who_crosses_the_pass_mark_is_told(library: Path, samples: Path) -> None:
    run(library, samples, "--accept")
    changed(library, "minimum: 12", "minimum: 100")
    changed(library, "deduct: 10", "deduct: 30")
    assert "    no longer reaches the pass mark of 70.01" in run(library, samples).stdout.splitlines()
    run(library, samples, "--accept")
    changed(library, "deduct: 30", "deduct: 3")
    assert "    now reaches the pass mark of 70.01" in run(library, samples).stdout.splitlines()


def test_changed_labels_are_held_against_the_experts(library: Path, samples: Path) -> None:
    (samples / "labels.csv").write_text(
        "file,concept,label\nbaik.txt,lending,2\npendek.txt,lending,0\n", encoding="utf-8"
    )
    run(library, samples, "--accept")
    file = samples / "expected.yaml"
    good, separator, short = file.read_text().partition('"pendek.txt"')
    file.write_text(good.replace("lending: 2", "lending: 0") + separator + short.replace("lending: 0", "lending: 1"))
    result = run(library, samples)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert "    Lending: absent → explained; the expert says explained, nearer than before" in lines
    assert "Labels changed: 2 of 2; toward the expert 2, away 0." in lines
    assert lines[-1].startswith("Agreement with labels.csv: 0.00 equal, QWK ")
    assert lines[-1].endswith("1.00 equal, QWK 1.00 (2 labels) now.")


def test_samples_that_come_or_go_and_files_that_break_are_told(library: Path, samples: Path) -> None:
    run(library, samples, "--accept")
    (samples / "pendek.txt").rename(samples / "baru.txt")
    (samples / "baik.txt").write_bytes(b"")
    result = run(library, samples)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:6] == [
        "! baik.txt",
        "    now: cannot be graded (G104)",
        "! baru.txt",
        "    is not in the accepted state yet: 0.00",
        "! pendek.txt",
        "    was accepted, but is not among the samples",
    ]


def test_a_state_of_another_rubric_is_not_compared(library: Path, samples: Path) -> None:
    run(library, samples, "--accept")
    changed(library, "id: perpustakaan", "id: lain")
    result = run(library, samples)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "was accepted for the rubric “perpustakaan”, not for “lain”" in result.stderr
    elsewhere = samples.parent / "lain.yaml"
    assert run(library, samples, "--expected", elsewhere, "--accept").exit_code == 0
    assert read_expected(elsewhere).rubric == "lain"
    assert run(library, samples, "--expected", elsewhere).exit_code == 0


def test_problems_of_the_state_are_told_with_their_lines(library: Path, samples: Path) -> None:
    (samples / "expected.yaml").write_text("format: grader.expected/1\nrubric: perpustakaan\nsample: {}\n")
    result = run(library, samples)
    assert result.exit_code == 2
    assert result.stderr.startswith("G223  The accepted state has 2 problem(s).")
    assert f"{samples / 'expected.yaml'}:3: G211" in result.stderr


def test_a_defect_of_the_program_is_never_accepted(
    library: Path, samples: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(*_: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr("grader.pipeline.assess", failing)
    result = run(library, samples, "--accept")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-2].startswith("G225  “baik.txt” could not be graded because of a defect")
    assert not (samples / "expected.yaml").exists()
