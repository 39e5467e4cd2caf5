"""The samples with their rubrics, and the examination of a document."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

import grader
from grader.integrity.examination import Examination, examine
from grader.integrity.subject import Subject, prepare
from grader.records.document import Document
from grader.records.essay import Essay
from grader.records.text import Language
from grader.rubric.schema import Concept, Rubric
from grader.scoring.passages import Passages, cut
from grader.structure.outline import outline

Examine = Callable[..., Examination]
RubricOf = Callable[[str], Rubric]
ConceptsOf = Callable[[str], dict[str, Concept]]
Outlined = Callable[..., Essay]

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_OWN = {"anti-korupsi": str(SAMPLES / "anti-korupsi" / "rubric.yaml")}


@pytest.fixture(scope="session")
def rubric_of() -> RubricOf:
    """The rubric that a folder of samples is graded by."""

    @functools.cache
    def load(folder: str) -> Rubric:
        return grader.load_rubric(_OWN.get(folder, folder)).rubric

    return load


@pytest.fixture(scope="session")
def concepts_of(rubric_of: RubricOf) -> ConceptsOf:
    """The concepts that a folder's rubric uses."""

    @functools.cache
    def used(folder: str) -> dict[str, Concept]:
        rubric = rubric_of(folder)
        names = [use.concept for criterion in rubric.criteria for use in criterion.concepts]
        return {name: rubric.concepts[name] for name in names}

    return used


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Document]:
    """A sample as read, by ``folder/file``."""

    @functools.cache
    def read(name: str) -> Document:
        return grader.read(SAMPLES / name)

    return read


@pytest.fixture(scope="session")
def subject_of(concepts_of: ConceptsOf, language: Language) -> Callable[[str], Subject]:
    """What the essays of a folder are examined by."""

    @functools.cache
    def ready(folder: str) -> Subject:
        return prepare(concepts_of(folder), language)

    return ready


@pytest.fixture(scope="session")
def outlined(rubric_of: RubricOf) -> Outlined:
    """A document read as an answer to the assignment of a folder's rubric."""

    def read(document: Document, folder: str = "esai-kolaboratif") -> Essay:
        return outline(document, rubric_of(folder))

    return read


@pytest.fixture(scope="session")
def cut_up(outlined: Outlined, language: Language) -> Callable[..., Passages]:
    """A document's passages."""

    def read(document: Document, folder: str = "esai-kolaboratif") -> Passages:
        return cut(outlined(document, folder), language)

    return read


@pytest.fixture(scope="session")
def examined(cut_up: Callable[..., Passages], subject_of: Callable[[str], Subject]) -> Examine:
    """The examination of a document by a folder's rubric."""

    def look(document: Document, folder: str = "esai-kolaboratif") -> Examination:
        return examine(cut_up(document, folder), subject_of(folder))

    return look
