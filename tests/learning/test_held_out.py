"""Essays held out: nothing that is said of one has a part in what is said by the program of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.cli.held_out import Labelled, held_out, read_labelled
from grader.learning.examples import LabelledPassage
from grader.learning.folding import fold_of
from grader.learning.learner import Learner
from grader.records.score import Label
from grader.records.text import Language
from grader.rubric.loader import LoadedRubric
from grader.rubric.schema import Concept

FOLDS = 4
Found = dict[str, list[tuple[str, Label, float]]]


@pytest.fixture(autouse=True, scope="module")
def loaded_once(language: Language) -> Iterator[None]:
    """Loading a language takes seconds; these tests share one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.cli.held_out.language", lambda code: {language.code: language}[code])
        yield


@pytest.fixture(scope="module")
def learner(subject: dict[str, Concept], language: Language, passages: list[LabelledPassage]) -> Learner:
    """With the lexicon of the passages."""
    return Learner(subject, language, passages)


@pytest.fixture
def essays(learner: Learner, loaded: LoadedRubric, folders: tuple[Path, Path]) -> list[Labelled]:
    """The twelve, as read from files."""
    table, found = read_labelled(folders[0], loaded, learner)
    assert len(table.rows) == 24
    return found


def assessed(learner: Learner, essays: list[Labelled], measured: list[str], loaded: LoadedRubric) -> Found:
    return {
        each.name: [(c.concept, c.label, c.confidence) for criterion in each.criteria for c in criterion.concepts]
        for each in held_out(learner, essays, measured, FOLDS, loaded)
    }


def turned(each: Labelled, learner: Learner) -> Labelled:
    """The same essay, with every label the other way about."""
    labels = {concept: Label(2 - label) for concept, label in each.example.labels.items()}
    example = replace(each.example, labels=labels, evidence={})
    return replace(each, example=example, prepared=learner.prepare(example))


def test_essays_are_read_with_their_folder_labels_and_evidence(essays: list[Labelled]) -> None:
    assert [each.document.name for each in essays] == [f"naskah/n{number:02}.txt" for number in range(12)]
    fifth = essays[5]
    assert dict(fifth.example.labels) == {
        "disiplin-kerja": Label.EXPLAINED,
        "collaboration-definition": Label.MENTIONED,
    }
    assert fifth.prepared is not None
    assert list(fifth.prepared.evidence) == [1]
    first, second = fifth.rows
    assert (first.document, first.concept, first.label) == ("naskah/n05.txt", "disiplin-kerja", Label.EXPLAINED)
    assert first.evidence.endswith("tepat waktu.")
    assert second.evidence == ""


def test_essays_without_labels_are_passed_over(
    learner: Learner, loaded: LoadedRubric, folders: tuple[Path, Path]
) -> None:
    (folders[0] / "tanpa.txt").write_text("Tidak ada labelnya.", encoding="utf-8")
    _, found = read_labelled(folders[0], loaded, learner)
    assert "naskah/tanpa.txt" not in {each.document.name for each in found}


def test_every_measured_essay_is_assessed_once(learner: Learner, essays: list[Labelled], loaded: LoadedRubric) -> None:
    names = [each.document.name for each in essays]
    assert sorted(assessed(learner, essays, names, loaded)) == names
    assert sorted(assessed(learner, essays, names[3:5], loaded)) == names[3:5]
    assert len(list(held_out(learner, essays, names, FOLDS, loaded))) == len(names)


def test_labels_of_essays_held_out_have_no_part_in_what_is_said_of_them(
    learner: Learner, essays: list[Labelled], loaded: LoadedRubric
) -> None:
    names = [each.document.name for each in essays]
    places = fold_of(names, FOLDS)
    fold = [name for name in names if places[name] == 0]
    others = [name for name in names if places[name] != 0]
    assert len(fold) == 3
    changed = [turned(each, learner) if each.document.name in fold else each for each in essays]
    before, after = (assessed(learner, each, names, loaded) for each in (essays, changed))
    assert [after[name] for name in fold] == [before[name] for name in fold]
    assert all(after[name] != before[name] for name in others)  # they were learned from all the same
