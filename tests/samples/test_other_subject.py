"""A rubric of an instructor's own on another subject: it is whole, and fair to the essays beside it.

How far the labels agree is not held to a figure here: whoever set one would begin to fit the rubric to these essays.
"""

from __future__ import annotations

import csv
import functools
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import grader
from grader.rubric.schema import Rubric

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "anti-korupsi"
ESSAYS = sorted(file.name for file in FOLDER.glob("*.md"))
RUN = 5
"""Words in a row that rubric and essays do not share; terms of the law have four."""


@functools.cache
def rubric() -> Rubric:
    return grader.load_rubric(FOLDER / "rubric.yaml").rubric


@functools.cache
def labels() -> list[dict[str, str]]:
    with (FOLDER / "labels.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def text(essay: str) -> str:
    return plain(" ".join(block.text for block in grader.read(FOLDER / essay).blocks))


def plain(passage: str) -> str:
    return " ".join(passage.split())


def runs(passage: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", passage.casefold())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def test_the_rubric_brings_all_its_concepts_along() -> None:
    written = (FOLDER / "rubric.yaml").read_text(encoding="utf-8")
    assert len(rubric().concepts) == 10
    assert [concept for concept in rubric().concepts if f"\n  {concept}:\n" not in written] == []


def test_its_concepts_are_none_of_those_that_come_along() -> None:
    assert set(rubric().concepts) & set(grader.load_rubric("semua-konsep").rubric.concepts) == set()


def test_there_are_enough_short_essays() -> None:
    assert len(ESSAYS) >= 6
    assert {essay: len(text(essay).split()) for essay in ESSAYS if not 300 <= len(text(essay).split()) <= 650} == {}


def test_every_essay_has_one_label_for_each_concept() -> None:
    assert Counter((row["file"], row["concept"]) for row in labels()) == Counter(
        (essay, concept) for essay in ESSAYS for concept in rubric().concepts
    )


def test_labels_are_sorted_and_have_evidence_unless_absent() -> None:
    keys = [(row["file"], row["concept"]) for row in labels()]
    assert [pair for pair in pairwise(keys) if pair[0] > pair[1]] == []
    assert {row["label"] for row in labels()} == {"0", "1", "2"}
    assert [row for row in labels() if (row["label"] == "0") != (row["evidence"] == "")] == []


@pytest.mark.parametrize("essay", ESSAYS)
def test_the_evidence_of_every_label_stands_in_the_essay(essay: str) -> None:
    rows = [row for row in labels() if row["file"] == essay]
    assert [row["concept"] for row in rows if plain(row["evidence"]) not in text(essay)] == []


@pytest.mark.parametrize("essay", ESSAYS)
def test_the_rubric_takes_no_wording_from_an_essay(essay: str) -> None:
    passages = [
        passage
        for concept in rubric().concepts.values()
        for passage in (*concept.exemplars, *concept.mentions, *concept.confusables, *concept.contradictions)
    ]
    shared = runs(text(essay))
    assert [passage for passage in passages if runs(passage) & shared] == []


@pytest.mark.parametrize("essay", ESSAYS)
def test_an_honest_essay_raises_no_notice(essay: str) -> None:
    assert grader.read(FOLDER / essay).notices == ()
