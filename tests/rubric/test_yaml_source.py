"""Strict YAML: what values become, where they stand, and what is refused."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.rubric.yaml_source import MAX_BYTES, parse_yaml, read_yaml
from grader.rubric.yaml_tree import MAX_VALUES


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("007", 7),
        ("70.01", 70.01),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
        ("2024-01-31", "2024-01-31"),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("9" * 30, float("9" * 30)),
        ("9" * 5000, "9" * 5000),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("<<", "<<"),
    ],
)
def test_plain_values_follow_yaml_1_2(plain: str, value: object) -> None:
    data = parse_yaml(f"key: {plain}\n", "f").data["key"]
    assert data == value
    assert type(data) is type(value)


def test_lines_are_known_of_keys_and_of_values_in_lists() -> None:
    source = parse_yaml("# about\na:\n  - b: 1\n    c:\n      long\n  - {d: 2,\n     e: 3}\nf: >\n  folded\n", "f")
    assert source.data == {"a": [{"b": 1, "c": "long"}, {"d": 2, "e": 3}], "f": "folded\n"}
    assert dict(source.where) == {
        (): 1,
        ("a",): 2,
        ("a", 0): 3,
        ("a", 0, "b"): 3,
        ("a", 0, "c"): 4,
        ("a", 1): 6,
        ("a", 1, "d"): 6,
        ("a", 1, "e"): 7,
        ("f",): 8,
    }
    assert source.line(("a", 1, "missing")) == 6


def test_what_an_alias_means_stands_where_the_alias_stands() -> None:
    source = parse_yaml("a: &x [1, {b: 2}]\nc: *x\n", "f")
    assert source.data["c"] == [1, {"b": 2}]
    assert source.line(("c", 1, "b")) == 2


def test_the_second_of_two_equal_keys_is_told_and_left_out() -> None:
    source = parse_yaml("a: 1\nb: {c: 1}\na: {d: 2, d: 3}\nb: 4\n", "f")
    assert source.data == {"a": 1, "b": {"c": 1}}
    assert [(p.code, p.line, p.values["found"]) for p in source.problems] == [("G219", 3, "a"), ("G219", 4, "b")]
    assert ("a", "d") not in source.where


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_are_counted_whatever_ends_them(end: str) -> None:
    source = parse_yaml(end.join(["a: 1", "# b", "c: 2", ""]), "f")
    assert source.line(("c",)) == 3
    assert source.lines[2] == "c: 2"


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("a: 1\nb: c: d\n", "colon", 2),
        ("a: 1\n\n\tb: 1\n", "tab", 3),
        ("a:\n  - b\n \t- c\n", "tab", 3),
        ("a: 1\nb: 'c\nd: 1\n", "quote", 2),
        ("a: [1,\nb: 2\n", "bracket", 1),
        ("a: 1\nb: [\n\n", "bracket", 2),
        ("a: *x\n", "alias", 1),
        ("a: &x [*x]\n", "alias", 1),
        ("a: 1\nb: @c\n", "character", 2),
        ("- a\nb: c\n", "indentation", 2),
        ("a: !!python/object:x 1\n", "tag", 1),
        ("a: !mine [1]\n", "tag", 1),
        ("a: b\x01\n", "control", 1),
        ("a: b\n---\nc: d\n", "documents", 2),
        ("? [a]\n: b\n", "key", 1),
        ('a: "\\q"\n', "escape", 1),
        ("%x\n", "other", 1),
        ("", "empty", 1),
        ("# nothing\n", "empty", 1),
        ("a: " + "[" * 50 + "]" * 50, "depth", 1),
        ("[" * 500_000, "depth", 1),
        ("a: &x " + "[" * 30 + "]" * 30 + "\nb: [[[[[[[[[[[[*x]]]]]]]]]]]]\n", "depth", 2),
        ("[" + "0," * (MAX_VALUES + 1) + "]", "many", 1),
    ],
)
def test_what_is_no_strict_yaml_is_refused_with_its_line(text: str, reason: str, line: int) -> None:
    source = parse_yaml(text, "f")
    (problem,) = source.problems
    assert source.data is None
    assert (problem.code, problem.values["reason"], problem.line) == ("G202", f"rubric.yaml.{reason}", line)


def test_aliases_of_aliases_do_not_grow_without_end() -> None:
    names = "abcdefghij"
    text = "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    text += "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairwise(names))
    (problem,) = parse_yaml(text, "f").problems
    assert problem.values["reason"] == "rubric.yaml.many"
    assert problem.line == 6  # 10, 110, 1.110, 11.110, 111.110: the next passes 200.000


def test_files_are_read_as_utf_8_with_or_without_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: “é”\n".encode())
    assert read_yaml(path).data == {"a": "“é”"}


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: 1\nb: café\n".encode("latin-1"))
    (problem,) = read_yaml(path).problems
    assert (problem.code, problem.values["reason"], problem.line) == ("G202", "rubric.yaml.encoding", 2)
    assert problem.text == "b: caf\ufffd"


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    (problem,) = read_yaml(path).problems
    assert (problem.values["reason"], problem.values["limit"]) == ("rubric.yaml.size", 2)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught:
        read_yaml(tmp_path)
    assert caught.value.code == "G103"


@given(st.text(alphabet=st.sampled_from(list("ab:-[]{}&*!|>'\"#%@, \n\t?~1.\r\x85\x00é")), max_size=60))
def test_any_text_is_data_or_a_problem_on_one_of_its_lines(text: str) -> None:
    source = parse_yaml(text, "f")
    assert source.data is not None or source.problems
    assert all(1 <= (problem.line or 0) <= len(source.lines) for problem in source.problems)
