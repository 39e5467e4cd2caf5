"""What comes out of a sound rubric, and that nothing but our own errors comes out of an unsound one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from grader.errors import GraderError, RubricError
from grader.rubric.loader import LoadedRubric, is_bank, load_bank, load_rubric

Write = Callable[..., Path]
Rules = dict[str, type[BaseModel]]


def test_a_rubric_comes_with_exactly_the_concepts_it_uses_in_their_order(write: Write, rule_settings: Rules) -> None:
    path = write()
    loaded = load_rubric(path, rule_settings)
    assert list(loaded.rubric.concepts) == ["collaboration", "trust", "punctuality"]
    assert loaded.rubric.concepts["trust"].title.en == "Trust"
    assert loaded.rubric.criteria[0].weight == 70.0
    assert loaded.rubric.bands[1].lower == 70.01
    assert loaded.path == path


def test_a_concept_of_the_rubric_takes_the_place_of_the_banks(good: str, write: Write, rule_settings: Rules) -> None:
    own = """\
  trust:
    title: {id: Percaya, en: Own trust}
    definition: {id: D, en: D}
    names: [percaya]
    exemplars: [o1 a, o2 b, o3 c, o4 d, o5 e, o6 f]
    mentions: [Percaya saja.]
    confusables: [Percaya diri.]
    hint: {id: H, en: H}
scale:
"""
    loaded = load_rubric(write(good.replace("scale:\n", own)), rule_settings)
    assert loaded.rubric.concepts["trust"].title.en == "Own trust"


def test_the_fingerprint_is_of_the_content_alone(good: str, write: Write, rule_settings: Rules) -> None:
    before = load_rubric(write(), rule_settings).sha256
    head, title, rest = good.partition("title: {id: Kecil, en: Small}\n")
    same = {
        "a comment": good.replace("id: small\n", "id: small # the smallest\n"),
        "order of keys": title + head + rest,
        "quotes": good.replace("id: small\n", 'id: "small"\n'),
        "a number written otherwise": good.replace("weight: 70\n", "weight: 70.0\n"),
    }
    for what, text in same.items():
        assert load_rubric(write(text), rule_settings).sha256 == before, what
    other = {
        "a weight": good.replace("weight: 2\n", "weight: 3\n"),
        "a phrase": good.replace("[jam, waktu]", "[jam, waktunya]"),
        "a setting": good.replace("minimum: 500", "minimum: 501"),
    }
    for what, text in other.items():
        assert load_rubric(write(text), rule_settings).sha256 != before, what


def test_the_fingerprint_holds_the_used_concepts_of_the_bank_and_no_others(write: Write, rule_settings: Rules) -> None:
    path = write()
    before = load_rubric(path, rule_settings).sha256
    second = path.parent / "concepts" / "second.yaml"
    second.write_text(second.read_text().replace("Ada yang lain.", "Ada yang lain lagi."))
    assert load_rubric(path, rule_settings).sha256 == before
    second.write_text(second.read_text().replace("Kepercayaan itu penting.", "Kepercayaan itu perlu."))
    assert load_rubric(path, rule_settings).sha256 != before


def test_loading_twice_gives_the_same(write: Write, rule_settings: Rules) -> None:
    assert load_rubric(write(), rule_settings) == load_rubric(write(), rule_settings)


def test_an_unknown_rubric_is_told_with_near_names_first(rule_settings: Rules) -> None:
    with pytest.raises(GraderError) as caught:
        load_rubric("tidak-ada.yaml", rule_settings)
    assert caught.value.code == "G201"
    assert caught.value.values["name"] == "tidak-ada.yaml"


def test_a_bank_is_read_whole(write: Write) -> None:
    bank = write().parent / "concepts"
    assert list(load_bank(bank)) == ["collaboration", "trust", "unused"]
    assert list(load_bank(bank / "first.yaml")) == ["collaboration"]


def test_a_concept_in_two_files_of_a_bank_is_told_in_the_second(write: Write) -> None:
    bank = write().parent / "concepts"
    (bank / "third.yaml").write_text((bank / "first.yaml").read_text())
    with pytest.raises(RubricError) as caught:
        load_bank(bank)
    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == ("G219", str(bank / "third.yaml"), 4)
    assert problem.text == "collaboration:"


def test_a_folder_without_concept_files_is_no_bank(tmp_path: Path) -> None:
    with pytest.raises(RubricError) as caught:
        load_bank(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == ("G220", str(tmp_path), None)


def test_concept_files_are_told_from_rubrics(write: Write) -> None:
    rubric = write()
    assert not is_bank(rubric)
    assert is_bank(rubric.parent / "concepts")
    assert is_bank(rubric.parent / "concepts" / "first.yaml")


_FRAGMENTS = st.sampled_from(
    [
        *("", "x: 1", "- a", "  - [", "id: ~", "  weight: 1e999", "    - *a", "title: &a {id: a, en: *a}", "\tx", "'"),
        *("criteria: 3", "scale: {maximum: -1}", "bands: []", "sections: [a, {id: 1}]", "rules: {}", "concepts: [1]"),
        *("bank: 7", "bank: ''", 'bank: "a\\0b"', "    settings: [1]", "  - rule: [x]", "    sections: {a: b}", "? a"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutated_rubric_loads_or_is_refused_in_our_own_words(
    data: st.DataObject, good: str, write: Write, rule_settings: Rules
) -> None:
    lines = good.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "replace", "swap", "indent"])):
            case "drop":
                del lines[where]
            case "double":
                lines.insert(where, lines[where])
            case "replace":
                lines[where] = data.draw(st.one_of(_FRAGMENTS, st.text(max_size=20)))
            case "swap":
                other = data.draw(st.integers(0, len(lines) - 1))
                lines[where], lines[other] = lines[other], lines[where]
            case _:
                lines[where] = f"  {lines[where]}"
    text = "\n".join(lines).encode("utf-8", errors="replace").decode()
    path = write(text)
    try:
        result: LoadedRubric | RubricError = load_rubric(path, rule_settings)
    except RubricError as error:  # anything else fails the test
        result = error
    if isinstance(result, RubricError):
        assert result.problems
        assert all(problem.file and problem.line and str(problem) for problem in result.problems)
    else:
        used = [use.concept for criterion in result.rubric.criteria for use in criterion.concepts]
        assert list(result.rubric.concepts) == used


@pytest.mark.parametrize("bank", ['"a\\0b"', "x" * 5000, "small.yaml", "/", "''", "7", "~"])
def test_a_strange_folder_of_concepts_is_refused_or_means_none(
    bank: str, good: str, write: Write, rule_settings: Rules
) -> None:
    with pytest.raises(RubricError) as caught:
        load_rubric(write(good.replace("bank: concepts", f"bank: {bank}")), rule_settings)
    assert {problem.line for problem in caught.value.problems} <= {5, 37, 39}
    assert caught.value.problems[0].code in ("G213", "G220", "G215")


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, ".", "tests"])
def test_a_strange_name_is_an_unknown_rubric(name: str, rule_settings: Rules) -> None:
    with pytest.raises(GraderError) as caught:
        load_rubric(name, rule_settings)
    assert caught.value.code == "G201"
