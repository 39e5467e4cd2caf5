"""What has moved since a state was accepted: ranges, labels toward and away from an expert, what is new or gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.calibration.expected import WITHIN, Accepted, State, compare, renew, state_of
from grader.records.agreement import ExpertLabel
from grader.records.assessment import Failure
from grader.records.finding import Outcome
from grader.records.score import Label

ABSENT, MENTIONED, EXPLAINED = Label
MET, NOT_MET = Outcome.MET, Outcome.NOT_MET


def state(mark: float = 70.0, labels: dict[str, Label] | None = None, **findings: Outcome) -> State:
    return State(mark, {"trust": MENTIONED} if labels is None else labels, findings or {"words": MET})


def test_what_is_as_accepted_has_not_moved() -> None:
    movement = compare({"a": Accepted(state())}, {"a": state()})
    assert (movement.moved, movement.outside) == ((), ())
    assert movement.shifts == (("a", 70.0, 70.0),)


def test_a_mark_may_move_as_far_as_its_range_and_no_farther() -> None:
    now = {"a": state(64.99), "b": state(65.0), "c": state(72.5), "d": state(72.51)}
    accepted = {name: Accepted(state(), within) for name, within in (("a", 5), ("b", 5), ("c", 2.5), ("d", 2.5))}
    movement = compare(accepted, now)
    assert [each.shift for each in movement.samples] == [-5.01, -5.0, 2.5, 2.51]
    assert [each.name for each in movement.moved] == ["a", "b", "c", "d"]
    assert [each.name for each in movement.outside] == ["a", "d"]


def test_a_changed_label_is_outside_whatever_the_mark_and_tells_where_it_leads() -> None:
    before = {"trust": MENTIONED, "silo": MENTIONED, "law": ABSENT, "old": ABSENT}
    after = {"trust": EXPLAINED, "silo": ABSENT, "law": EXPLAINED, "new": MENTIONED}
    expert = [
        ExpertLabel("a", "trust", EXPLAINED),
        ExpertLabel("a", "silo", EXPLAINED),
        ExpertLabel("a", "law", MENTIONED),  # one off before, one off now
        ExpertLabel("b", "trust", ABSENT),
    ]
    (sample,) = compare({"a": Accepted(state(labels=before))}, {"a": state(labels=after)}, expert).outside
    assert [(each.subject, each.before, each.after, each.nearer) for each in sample.labels] == [
        ("trust", MENTIONED, EXPLAINED, 1),
        ("silo", MENTIONED, ABSENT, -1),
        ("law", ABSENT, EXPLAINED, 0),
        ("new", None, MENTIONED, 0),
        ("old", ABSENT, None, 0),
    ]


def test_agreement_is_told_before_and_after_where_there_are_labels_of_an_expert() -> None:
    expert = [ExpertLabel("a", "trust", EXPLAINED), ExpertLabel("a", "law", ABSENT)]
    before, after = {"trust": MENTIONED, "law": ABSENT}, {"trust": EXPLAINED, "law": ABSENT}
    movement = compare({"a": Accepted(state(labels=before))}, {"a": state(labels=after)}, expert)
    assert movement.before is not None
    assert movement.after is not None
    assert (movement.before.n, movement.before.exact, movement.after.exact) == (2, 0.5, 1.0)
    assert compare({}, {}).before is None


def test_a_changed_finding_is_outside() -> None:
    movement = compare({"a": Accepted(state(words=MET, font=MET))}, {"a": state(words=NOT_MET, font=MET)})
    assert [(each.subject, each.before, each.after) for each in movement.outside[0].findings] == [
        ("words", MET, NOT_MET)
    ]


def test_what_is_new_or_gone_is_outside() -> None:
    movement = compare({"gone": Accepted(state())}, {"new": state()})
    assert [(each.name, each.shift) for each in movement.outside] == [("gone", None), ("new", None)]
    assert movement.shifts == ()


def test_an_unreadable_sample_is_as_expected_while_its_reason_stays() -> None:
    accepted = {"a": Accepted(State(None, error="G106")), "b": Accepted(State(None, error="G106"))}
    now = {"a": State(None, error="G106"), "b": State(None, error="G107")}
    assert [each.name for each in compare(accepted, now).moved] == ["b"]
    assert compare({"a": Accepted(state())}, {"a": State(None, error="G106")}).outside
    assert compare({"a": Accepted(State(None, error="G106"))}, {"a": state()}).outside


def test_a_defect_of_the_program_is_never_as_expected() -> None:
    failed, broken = State(None, error="G901"), state(words=Outcome.BROKEN)
    assert failed.defect
    assert broken.defect
    assert not State(None, error="G106").defect
    assert compare({"a": Accepted(failed)}, {"a": failed}).outside
    assert compare({"a": Accepted(broken)}, {"a": broken}).outside


def test_a_failure_is_a_state_of_its_own() -> None:
    assert state_of(Failure("a", None, "G106", {})) == State(None, error="G106")


def test_to_renew_keeps_ranges_drops_what_is_gone_and_adds_what_is_new() -> None:
    accepted = {"a": Accepted(state(), 2.5), "gone": Accepted(state())}
    renewed = renew(accepted, {"b": state(50), "a": state(60)})
    assert renewed == {"a": Accepted(state(60), 2.5), "b": Accepted(state(50), WITHIN)}
    assert list(renewed) == ["a", "b"]


MARKS = st.floats(0, 100).map(lambda mark: round(mark, 2))
STATES = st.builds(
    State,
    MARKS,
    st.dictionaries(st.sampled_from(["trust", "law", "silo"]), st.sampled_from(Label)),
    st.dictionaries(st.sampled_from(["words", "font"]), st.sampled_from([MET, NOT_MET, Outcome.NOT_CHECKABLE])),
)


@given(
    st.dictionaries(st.sampled_from("abc"), st.builds(Accepted, STATES, st.floats(0, 10))),
    st.dictionaries(st.sampled_from("abcd"), STATES),
)
def test_what_was_just_accepted_has_not_moved(accepted: dict[str, Accepted], now: dict[str, State]) -> None:
    assert compare(renew(accepted, now), now).moved == ()
