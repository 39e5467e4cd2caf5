"""A small sound rubric with its bank and rules, on which tests change one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from grader.errors import Problem, RubricError
from grader.rubric.loader import load_rubric

GOOD = """\
format: grader.rubric/1
id: small
title: {id: Kecil, en: Small}
description: {id: Rubrik kecil, en: A small rubric}
bank: concepts
assignment:
  titles: [Tugas]
  questions:
    - Apa itu kolaborasi?
sections:
  - id: intro
    title: {id: Pendahuluan, en: Introduction}
    headings: [Pendahuluan, Pengantar]
  - id: body
    title: {id: Isi, en: Body}
    headings: [Isi]
    parent: intro
rules:
  - rule: length
    severity: warning
    settings:
      minimum: 500
      section: body
    deduct: 5
    cap: 60
  - rule: kinds
    settings: {allowed: [pdf, docx]}
credits:
  mentioned: 0.4
  explained: 1
criteria:
  - id: theory
    title: {id: Teori, en: Theory}
    weight: 70
    sections: [body]
    concepts:
      - concept: collaboration
        weight: 2
      - concept: trust
  - id: practice
    title: {id: Praktik, en: Practice}
    weight: 30
    full_at: 0.8
    concepts:
      - concept: punctuality
concepts:
  punctuality:
    title: {id: Tepat waktu, en: Punctuality}
    definition: {id: Datang pada waktunya, en: Coming on time}
    names: [tepat waktu, punctual*]
    groups:
      - [tepat, punctual]
      - [jam, waktu]
    items:
      - [datang]
      - [pulang]
    exemplars: [p1 a, p2 b, p3 c, p4 d, p5 e, p6 f]
    mentions:
      - Tepat waktu itu penting.
    confusables: [Waktu adalah uang.]
    contradictions: [datang terlambat]
    hint: {id: Kapan, en: When}
scale:
  maximum: 100
  pass_mark: 70.01
bands:
  - {id: low, title: {id: Kurang, en: Low}, from: 0}
  - {id: good, title: {id: Baik, en: Good}, from: 70.01}
"""

BANK = {
    "first.yaml": """\
format: grader.concepts/1
theme: {id: Pertama, en: First}
concepts:
  collaboration:
    title: {id: Kolaborasi, en: Collaboration}
    definition: {id: Bekerja bersama, en: Working together}
    names: [kolaborasi]
    exemplars: [c1 a, c2 b, c3 c, c4 d, c5 e, c6 f]
    mentions: [Kolaborasi itu penting.]
    confusables: [Koordinasi saja.]
    hint: {id: Apa, en: What}
""",
    "second.yaml": """\
format: grader.concepts/1
theme: {id: Kedua, en: Second}
concepts:
  trust:
    title: {id: Kepercayaan, en: Trust}
    definition: {id: Saling percaya, en: Trusting each other}
    names: [kepercayaan]
    exemplars: [t1 a, t2 b, t3 c, t4 d, t5 e, t6 f]
    mentions: [Kepercayaan itu penting.]
    confusables: [Percaya diri.]
    hint: {id: Siapa, en: Who}
  unused:
    title: {id: Lain, en: Other}
    definition: {id: Tidak dipakai, en: Not used}
    names: [lain]
    exemplars: [u1 a, u2 b, u3 c, u4 d, u5 e, u6 f]
    mentions: [Ada yang lain.]
    confusables: [Bukan ini.]
    hint: {id: Mana, en: Which}
""",
}


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Length(_Settings):
    minimum: int | None = Field(default=None, ge=1)
    maximum: int | None = Field(default=None, ge=1)
    section: str | None = None

    @model_validator(mode="after")
    def _order(self) -> Length:
        if self.minimum and self.maximum and self.minimum > self.maximum:
            raise ValueError("rubric.reason.minimum-above-maximum")
        return self

    def section_ids(self) -> tuple[str, ...]:
        return (self.section,) if self.section else ()


class Label(_Settings):
    text: str
    also: list[str] = []


class Kinds(_Settings):
    allowed: Annotated[list[Literal["pdf", "docx", "txt"]], Field(min_length=1)]
    labels: list[Label] | dict[str, Label] | None = None
    limit: int | list[int] = 1


RULES: dict[str, type[BaseModel]] = {"length": Length, "kinds": Kinds}


@pytest.fixture
def good() -> str:
    """The sound rubric's text."""
    return GOOD


@pytest.fixture
def rule_settings() -> dict[str, type[BaseModel]]:
    """Settings models of the rules that the sound rubric uses."""
    return RULES


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a rubric and its bank into an empty folder; the rubric's path."""

    def write(text: str = GOOD, **bank: str) -> Path:
        (tmp_path / "concepts").mkdir(exist_ok=True)
        for name, content in {**BANK, **{f"{key}.yaml": value for key, value in bank.items()}}.items():
            (tmp_path / "concepts" / name).write_text(content, encoding="utf-8")
        path = tmp_path / "small.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def problems(write: Callable[..., Path]) -> Callable[..., tuple[Problem, ...]]:
    """What is wrong with a rubric's text."""

    def problems(text: str = GOOD, **bank: str) -> tuple[Problem, ...]:
        try:
            load_rubric(write(text, **bank), RULES)
        except RubricError as error:
            return error.problems
        return ()

    return problems
