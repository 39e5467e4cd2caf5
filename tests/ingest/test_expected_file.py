"""``expected.yaml``: what is written is read back, the same bytes each time, and what is wrong in it has its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.calibration.expected import WITHIN, Accepted, State
from grader.errors import ExpectedError, GraderError
from grader.ingest.expected import ExpectedFile, expected_yaml, read_expected
from grader.ingest.names import shown
from grader.records.finding import Outcome
from grader.records.score import Label

SAMPLES = {
    "b: #1.pdf": Accepted(State(None, error="G106")),
    'a "x".docx': Accepted(
        State(
            71.5,
            {"trust": Label.EXPLAINED, "law": Label.ABSENT},
            {"word-count": Outcome.NOT_MET, "word-count#2": Outcome.MET},
        ),
        2.5,
    ),
}
TEXT = """\
format: grader.expected/1
rubric: "esai"
samples:

  "a \\"x\\".docx":
    mark: {expected: 71.5, within: 2.5}
    findings:
      word-count: not_met
      word-count#2: met
    labels:
      trust: 2
      law: 0

  "b: #1.pdf":
    error: G106
"""


def test_it_is_written_one_thing_a_line_with_a_head_that_says_what_it_is() -> None:
    written = expected_yaml("esai", SAMPLES).decode("utf-8")
    head, _, rest = written.partition("\n\n")
    assert rest == TEXT
    assert all(line.startswith("#") for line in head.splitlines())
    assert "--accept" in head


def test_it_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "expected.yaml"
    path.write_bytes(expected_yaml("esai", SAMPLES))
    assert read_expected(path) == ExpectedFile("esai", SAMPLES)


def test_a_range_need_not_be_given(tmp_path: Path) -> None:
    path = tmp_path / "expected.yaml"
    path.write_text("format: grader.expected/1\nrubric: esai\nsamples: {a.md: {mark: {expected: 50}}}\n")
    assert read_expected(path).samples == {"a.md": Accepted(State(50.0), WITHIN)}


NAMES = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40).map(shown).filter(bool)
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
GRADED = st.builds(
    lambda mark, labels, findings, within: Accepted(State(round(mark, 2), labels, findings), round(within, 2)),
    st.floats(0, 1000),
    st.dictionaries(IDS, st.sampled_from(Label), max_size=3),
    st.dictionaries(IDS, st.sampled_from(Outcome), max_size=3),
    st.floats(0, 100),
)
FAILED = st.from_regex("G[0-9]{3}", fullmatch=True).map(lambda code: Accepted(State(None, error=code)))


@given(IDS, st.dictionaries(NAMES, GRADED | FAILED, max_size=4))
def test_whatever_is_accepted_is_read_back_and_written_the_same(
    tmp_path_factory: pytest.TempPathFactory, rubric: str, samples: dict[str, Accepted]
) -> None:
    path = tmp_path_factory.mktemp("expected") / "expected.yaml"
    path.write_bytes(expected_yaml(rubric, samples))
    read = read_expected(path)
    assert read == ExpectedFile(rubric, samples)
    assert expected_yaml(read.rubric, read.samples) == path.read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("within: 2.5", "within: -1", "G213", 6),
        ("within: 2.5", "within: wide", "G213", 6),
        ("within: 2.5", "withni: 2.5", "G211", 6),
        ("trust: 2", "trust: 3", "G213", 11),
        ("word-count: not_met", "word-count: maybe", "G213", 8),
        ("error: G106", "error: G106\n    mark: {expected: 3}", "G220", 14),
        ("    error: G106\n", "    labels: {trust: 1}\n", "G220", 14),
        ("error: G106", "error: damaged", "G213", 15),
        ('rubric: "esai"', "rubric: [", "G202", 2),
        ("grader.expected/1", "grader.expected/2", "G213", 1),
        ("      law: 0", "      trust: 0", "G219", 12),
    ],
)
def test_what_is_wrong_in_it_has_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    path = tmp_path / "expected.yaml"
    assert TEXT.count(old) == 1
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(ExpectedError) as caught:
        read_expected(path)
    assert caught.value.code == "G223"
    assert [(each.code, each.line) for each in caught.value.problems] == [(code, line)]


def test_a_file_that_is_not_there_is_told_with_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught:
        read_expected(tmp_path / "expected.yaml")
    assert caught.value.code == "G222"
