"""A participant's submission made by hand, with everything that a view of it can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from grader.records.assessment import Assessment, Cohort, Suggestion
from grader.records.document import Document, Notice, Place
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.finding import Finding, Outcome, Severity
from grader.records.participant import Participant
from grader.records.score import ConceptScore, CriterionScore, Evidence, Label
from grader.reports.names import Names
from grader.reports.participant.view import ParticipantView, participant_view
from grader.reports.submission import submission_view
from grader.rubric.schema import (
    Band,
    Concept,
    ConceptUse,
    Credits,
    Criterion,
    LocalText,
    Rubric,
    RuleUse,
    Scale,
)
from grader.wording.catalogue import VOICES

TITLES = {"satu": "Konsep pertama", "dua": "Konsep kedua", "tiga": "Konsep ketiga", "empat": "Konsep keempat"}


def _text(text: str) -> LocalText:
    return LocalText(id=text, en=f"{text} (en)")


def _concept(name: str) -> Concept:
    several = [["a"], ["b"]] if name == "dua" else []
    return Concept(
        title=_text(TITLES[name]),
        definition=_text("…"),
        names=["rahasia"],
        items=several,
        exemplars=["rahasia"] * 6,
        mentions=["rahasia"],
        confusables=["rahasia"],
        hint=_text(f"Baca lagi bab {name}."),
    )


@pytest.fixture(scope="session")
def small_rubric() -> Rubric:
    uses = [ConceptUse(concept=name) for name in TITLES]
    return Rubric(
        format="grader.rubric/1",
        id="contoh",
        title=_text("Tugas contoh"),
        description=_text("…"),
        concepts={name: _concept(name) for name in TITLES},
        rules=[RuleUse(rule=rule) for rule in ("font-family", "file-type", "file-type", "sections")],
        credits=Credits(mentioned=0.4, explained=1.0),
        criteria=[Criterion(id="isi", title=_text("Isi naskah"), weight=100.0, concepts=uses)],
        scale=Scale(maximum=100.0, pass_mark=70.01),
        bands=[Band.model_validate({"id": "rendah", "title": _text("Rendah"), "from": 0.0})],
    )


@pytest.fixture(scope="session")
def names(small_rubric: Rubric) -> Names:
    return Names(small_rubric, VOICES["id"])


FINDINGS = (
    Finding("font-family", Outcome.NOT_CHECKABLE, Severity.WARNING, "facts-missing", {"format": "TXT"}),
    Finding("file-type", Outcome.NOT_MET, Severity.SUGGESTION, "other-type", {"found": "DOCX", "allowed": ("PDF",)}),
    Finding("file-type", Outcome.MET, Severity.ERROR, "met", {"found": "DOCX"}),
    Finding(
        "sections", Outcome.NOT_MET, Severity.ERROR, "order",
        {"order_id": ("Bagian B",), "order_en": ("Part B",)}, Place(None, 2),
    ),
)  # fmt: skip


def evidence(document: Document, passage: str) -> Evidence:
    for index, block in enumerate(document.blocks):
        if passage in block.text:
            start = block.text.index(passage)
            return Evidence(index, start, start + len(passage), passage, block.place, 0.5, ("rahasia",))
    raise AssertionError(passage)


Make = Callable[..., Assessment]


@pytest.fixture(scope="session")
def assessed() -> Make:
    """Makes an assessment of a document: the first concept explained, the second and third mentioned, one absent.

    The first and the third share their passage; the third's may say the opposite.
    """

    def make(document: Document, first: str, second: str, findings: tuple[Finding, ...] = FINDINGS) -> Assessment:
        parts = tuple(Part(index, 0, len(each.text), Role.ESSAY) for index, each in enumerate(document.blocks))
        one, two = evidence(document, first), evidence(document, second)
        labels = ((2, (one,), ()), (1, (two,), ()), (1, (one,), ("contradiction",)), (0, (), ()))
        concepts = tuple(
            ConceptScore(name, Label(label), 0.9, quotes, 1.0, (0.0, 0.4, 1.0)[label], 25.0, doubts)
            for name, (label, quotes, doubts) in zip(TITLES, labels, strict=True)
        )
        words = WordCount(100, {"cover": 12, "copied": 30})
        return Assessment(
            Essay(document, parts, (), words),
            Participant("Ratna Contoh", "07"),
            findings,
            (CriterionScore("isi", 100.0, 45.0, 0.45, 1.0, concepts),),
            (Notice("copied-material", "warning", {"words": 30, "share": 23}),),
            Suggestion(45.0, (), 45.0, 100.0, "rendah", passed=False),
            (),
        )

    return make


@pytest.fixture(scope="session")
def seen(names: Names) -> Callable[[Assessment], ParticipantView]:
    return lambda assessment: participant_view(submission_view(1, assessment, names), names)


@pytest.fixture(scope="session")
def class_of() -> Callable[..., Cohort]:
    def make(*results: Assessment, **more: object) -> Cohort:
        return replace(Cohort(results), **more)  # type: ignore[arg-type]

    return make
