"""Which decision holds: the one that was taken last, of those on this submission."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.records.moderation import Decisions, Moderation


def decided(file: str, participant: str | None, points: float) -> Moderation:
    return Moderation(file, participant, points, "Widya", "2026-11-22T10:00:00+07:00", "", None, None)


def test_the_last_decision_on_a_file_holds() -> None:
    decisions = Decisions([decided("a.docx", None, 1), decided("b.docx", None, 2), decided("a.docx", None, 3)])
    last = decisions.of("a.docx", None)
    assert last is not None
    assert last.points == 3
    assert decisions.of("c.docx", None) is None


def test_a_decision_follows_the_participant_to_another_file() -> None:
    decisions = Decisions([decided("a.docx", "7", 1)])
    assert decisions.of("a (2).docx", "7") == decided("a.docx", "7", 1)
    assert decisions.of("a (2).docx", "8") is None


def test_a_decision_on_somebody_else_s_file_of_the_same_name_does_not_hold() -> None:
    decisions = Decisions([decided("a.docx", None, 1), decided("a.docx", "8", 2)])
    assert decisions.of("a.docx", "7") == decided("a.docx", None, 1)
    assert decisions.of("a.docx", "8") == decided("a.docx", "8", 2)
    assert decisions.of("a.docx", None) == decided("a.docx", "8", 2)


NUMBERS = st.none() | st.sampled_from("12")


@given(st.lists(st.tuples(st.sampled_from("ab"), NUMBERS), max_size=6), st.sampled_from("ab"), NUMBERS)
def test_it_is_the_last_that_speaks_of_the_submission(
    taken: list[tuple[str, str | None]], file: str, number: str | None
) -> None:
    all_of_them = [decided(name, whose, points) for points, (name, whose) in enumerate(taken)]
    speaking = [
        each
        for each in all_of_them
        if (number is not None and each.participant_id == number)
        or (each.file == file and (number is None or each.participant_id in (None, number)))
    ]
    assert Decisions(all_of_them).of(file, number) == (speaking[-1] if speaking else None)
