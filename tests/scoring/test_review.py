"""Who should be looked at first."""

from __future__ import annotations

import pytest

from grader.records.assessment import Suggestion
from grader.records.document import Document, Notice
from grader.records.essay import Essay, FoundSection, WordCount
from grader.records.finding import Finding, Outcome, Severity
from grader.records.score import ConceptScore, CriterionScore, Label
from grader.rubric.schema import Band, ConceptUse, Criterion, LocalText, Rubric, Scale, Section
from grader.scoring.review import DOUBTFUL, reasons

TEXT = LocalText(id="x", en="x")


def rubric(sections: list[str] | None = None) -> Rubric:
    uses = [ConceptUse(concept=f"k{number}") for number in range(4)]
    return Rubric(
        format="grader.rubric/1",
        id="r",
        title=TEXT,
        description=TEXT,
        sections=[Section(id="answers", title=TEXT, headings=["Jawaban"])],
        criteria=[Criterion(id="c", title=TEXT, weight=100, concepts=uses, sections=sections or [])],
        scale=Scale(maximum=100, pass_mark=70.01),
        bands=[Band.model_validate({"id": "low", "title": {"id": "x", "en": "x"}, "from": 0})],
    )


def essay(*sections: str) -> Essay:
    found = tuple(FoundSection(section, section, 0, 10) for section in sections)
    return Essay(Document("x", "", "txt", ()), (), found, WordCount(1, {}))


def scores(*doubts: tuple[str, ...]) -> list[CriterionScore]:
    concepts = tuple(ConceptScore(f"k{n}", Label.ABSENT, 0.9, (), 1, 0, 0, given) for n, given in enumerate(doubts))
    return [CriterionScore("c", 100, 0, 0, 1, concepts)]


def codes(
    points: float = 50,
    findings: tuple[Finding, ...] = (),
    doubts: tuple[tuple[str, ...], ...] = ((), (), (), ()),
    notices: tuple[Notice, ...] = (),
    asked: list[str] | None = None,
    found: tuple[str, ...] = (),
    unlike: str | None = None,
) -> list[str]:
    suggested = Suggestion(points, (), points, 100, "low", False)
    given = reasons(rubric(asked), essay(*found), findings, scores(*doubts), notices, suggested, unlike)
    return [reason.code for reason in given]


def finding(outcome: Outcome, severity: Severity) -> Finding:
    return Finding("word-count", outcome, severity, "x")


def test_nothing_asks_for_a_look() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    ("points", "near"), [(68.0, False), (68.02, True), (70.01, True), (72.0, True), (72.02, False)]
)
def test_marks_within_two_points_of_the_pass_mark_do(points: float, near: bool) -> None:
    assert ("near-pass-mark" in codes(points)) is near


def test_a_broken_rule_always_does_and_one_not_checkable_if_it_matters() -> None:
    assert codes(findings=(finding(Outcome.BROKEN, Severity.SUGGESTION),)) == ["rule-broken"]
    assert codes(findings=(finding(Outcome.NOT_CHECKABLE, Severity.ERROR),)) == ["not-checkable"]
    assert codes(findings=(finding(Outcome.NOT_CHECKABLE, Severity.WARNING),)) == []
    assert codes(findings=(finding(Outcome.NOT_MET, Severity.ERROR),)) == []


def test_concepts_in_doubt_do_from_a_share_on() -> None:
    unsure, sure = ("low-confidence",), ("contradiction",)
    assert DOUBTFUL == 0.15
    assert codes(doubts=(unsure,) * 3 + ((),) * 17) == ["low-confidence"]  # 3 of 20: 0.15
    assert codes(doubts=(unsure,) * 2 + ((),) * 18) == []
    assert "low-confidence" not in codes(doubts=(sure,) * 20)


@pytest.mark.parametrize("way", ["wording", "unnamed"])
def test_an_essay_unlike_those_learned_on_does(way: str) -> None:
    assert codes(unlike=way) == [f"unlike-{way}"]


def test_the_weightiest_comes_first() -> None:
    given = codes(
        points=70.01,
        findings=(finding(Outcome.BROKEN, Severity.ERROR),),
        doubts=(("contradiction", "low-confidence"), (), (), ()),
        notices=(Notice("hidden-text"),),
        asked=["answers"],
        unlike="wording",
    )
    assert given == [
        "rule-broken",
        "notice",
        "section-missing",
        "near-pass-mark",
        "contradiction",
        "unlike-wording",
        "low-confidence",
    ]


def test_a_claim_turned_round_does() -> None:
    assert codes(doubts=(("contradiction",), (), (), ())) == ["contradiction"]


def test_warnings_of_the_reader_do_and_mere_information_does_not() -> None:
    assert codes(notices=(Notice("hidden-text"), Notice("tracked-changes", "info"))) == ["notice"]


def test_a_criterion_judged_outside_its_section_does() -> None:
    assert codes(asked=["answers"]) == ["section-missing"]
    assert codes(asked=["answers"], found=("answers",)) == []
