"""The range of the mark: by hand on made-up scores, and against an expert's labels on the samples."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import assess, bind, load_rubric, read
from grader.records.assessment import Assessment, Deduction, Suggestion
from grader.records.document import Document
from grader.records.essay import Essay, WordCount
from grader.records.participant import Participant
from grader.records.score import ConceptScore, CriterionScore, Label
from grader.records.text import Language
from grader.reports.participant.span import MarkSpan, mark_span
from grader.rubric.schema import Credits
from grader.scoring.coverage import Coverage
from grader.scoring.points import score_criterion, suggest

CREDITS = Credits(mentioned=0.4, explained=1.0)
SAMPLES = Path(__file__).parent.parent.parent.parent / "samples"


def concept(
    label: int, confidence: float, *, weight: float = 1.0, credit: float | None = None, doubts: tuple[str, ...] = ()
) -> ConceptScore:
    earned = (0.0, 0.4, 1.0)[label] if credit is None else credit
    return ConceptScore("c", Label(label), confidence, (), weight, earned, 0.0, doubts)


def assessment(
    *concepts: ConceptScore,
    full_at: float = 1.0,
    deductions: tuple[Deduction, ...] = (),
    maximum: float = 100.0,
) -> Assessment:
    """One criterion that is worth everything; its mark is worked out by the rubric's formula."""
    share = sum(each.weight * each.credit for each in concepts) / sum(each.weight for each in concepts)
    raw = maximum * min(1.0, share / full_at)
    caps = [each.cap for each in deductions if each.cap is not None]
    points = max(min([raw - sum(each.points for each in deductions), *caps]), 0.0)
    essay = Essay(Document("a.txt", "0", "txt", ()), (), (), WordCount(1, {}))
    criterion = CriterionScore("k", maximum, raw, share, full_at, concepts)
    suggested = Suggestion(raw, deductions, points, maximum, "b", passed=True)
    return Assessment(essay, Participant(), (), (criterion,), (), suggested, ())


@pytest.mark.parametrize(
    ("scored", "low", "high"),
    [
        # sure of everything: three points of a hundred on each side, and not beyond the scale
        (assessment(concept(1, 1.0)), 37, 43),
        (assessment(concept(2, 1.0)), 97, 100),
        (assessment(concept(0, 1.0)), 0, 3),
        # confidence 0.8: risk 1.25 * 0.2 = 0.25; down 0.4 * 0.25 = 0.1, up 0.6 * 0.25 = 0.15
        (assessment(concept(1, 0.8)), 30, 55),
        # explained can only fall: 0.6 * 0.25 = 0.15; absent can only rise: 0.4 * 0.25 = 0.1
        (assessment(concept(2, 0.8)), 85, 100),
        (assessment(concept(0, 0.8)), 0, 10),
        # confidence 0.1 would be a risk above one: the whole step, no more
        (assessment(concept(1, 0.1)), 0, 100),
        # weights 3 and 1: down (3 * 0.85 + 1 * 0.3) / 4 = 0.7125, up (3 * 1 + 1 * 0.55) / 4 = 0.8875; outwards
        (assessment(concept(2, 0.8, weight=3), concept(1, 0.8)), 71, 89),
        # half of the coverage earns all: 0.3 / 0.5 = 0.6, 0.55 / 0.5 is more than all
        (assessment(concept(1, 0.8), full_at=0.5), 60, 100),
        # a credit between two labels: 0.7 falls towards 0.4 by a quarter of 0.3, rises towards 1 by a quarter of 0.3
        (assessment(concept(2, 0.8, credit=0.7)), 62, 78),
        # ... and 0.2 of a mention that is nearly absent falls by 0.05 and rises by 0.2
        (assessment(concept(1, 0.8, credit=0.2)), 15, 40),
        # a quote that may say the opposite: down by half of 0.6 at least
        (assessment(concept(2, 1.0, doubts=("contradiction",))), 70, 100),
        # deductions are taken from both bounds, a cap holds both
        (assessment(concept(1, 0.8), deductions=(Deduction("r", 10.0, None),)), 20, 45),
        (assessment(concept(1, 0.8), deductions=(Deduction("r", 0.0, 35.0),)), 30, 38),
        (assessment(concept(1, 0.8), deductions=(Deduction("r", 90.0, None),)), 0, 3),
    ],
)
def test_ranges_worked_out_by_hand(scored: Assessment, low: int, high: int) -> None:
    assert mark_span(scored, CREDITS) == MarkSpan(low, high, 100)


concepts = st.builds(
    concept,
    st.integers(0, 2),
    st.floats(0, 1),
    weight=st.floats(0.1, 10),
    doubts=st.sampled_from([(), ("contradiction",), ("low-confidence",)]),
)


@given(
    st.lists(concepts, min_size=1, max_size=8),
    st.floats(0.2, 1),
    st.sampled_from([10.0, 100.0]),
    st.floats(0, 30),
)
def test_a_range_holds_the_mark_and_stays_on_the_scale(
    scores: list[ConceptScore], full_at: float, maximum: float, deducted: float
) -> None:
    scored = assessment(*scores, full_at=full_at, maximum=maximum, deductions=(Deduction("r", deducted, None),))
    span = mark_span(scored, CREDITS)
    assert 0 <= span.low <= scored.suggested.points <= span.high <= span.maximum == maximum
    assert span.low < span.high


@given(st.integers(0, 2), st.floats(0, 1), st.floats(0, 1))
def test_who_is_less_sure_gives_a_wider_range(label: int, one: float, other: float) -> None:
    less, more = sorted((one, other))
    wide, narrow = (mark_span(assessment(concept(label, sure)), CREDITS) for sure in (less, more))
    assert wide.low <= narrow.low
    assert wide.high >= narrow.high


def test_on_samples_most_marks_by_the_experts_labels_lie_inside(language: Language) -> None:
    inside = []
    for name in ("jurnal-wog", "rangkuman-wog"):
        loaded = load_rubric(name)
        plan, rubric = bind(loaded, language), loaded.rubric
        labels: dict[str, dict[str, int]] = {}
        with (SAMPLES / name / "labels.csv").open(encoding="utf-8-sig", newline="") as table:
            for row in csv.DictReader(table):
                labels.setdefault(row["file"], {})[row["concept"]] = int(row["label"])
        for file, given_labels in labels.items():
            scored = assess(read(SAMPLES / name / file), plan)
            coverage = {
                each: Coverage(Label(given_labels[each]), 1.0, (), (), float(given_labels[each]))
                for each in rubric.concepts
            }
            criteria = tuple(score_criterion(each, rubric.credits, coverage) for each in rubric.criteria)
            expert = suggest(rubric, criteria, scored.findings).points
            span = mark_span(scored, rubric.credits)
            assert span.high - span.low < 50
            inside.append(span.low <= expert <= span.high)
    assert len(inside) == 12
    assert sum(inside) >= 11
