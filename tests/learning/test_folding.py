"""Folds: of one size, the same everywhere, and without a care for the order of files."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from grader.learning.folding import fold_of

NAMES = st.lists(st.text(max_size=12), unique=True, max_size=40)


@given(NAMES, st.integers(2, 12), st.randoms(use_true_random=False))
def test_folds_are_even_and_do_not_depend_on_order(names: list[str], folds: int, random: object) -> None:
    found = fold_of(names, folds)
    assert set(found) == set(names)
    sizes = Counter(found.values())
    assert set(sizes) <= set(range(folds))
    counts = [sizes[fold] for fold in range(folds)]
    assert max(counts) - min(counts) <= 1
    mixed = list(names)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert fold_of(mixed, folds) == found


def test_a_name_that_comes_twice_is_held_out_once() -> None:
    assert fold_of(["a", "b", "a"], 2) == fold_of(["a", "b"], 2)


def test_as_many_folds_as_names_hold_each_out_in_turn() -> None:
    names = [f"naskah {number}" for number in range(7)]
    assert sorted(fold_of(names, 7).values()) == list(range(7))


def test_order_has_nothing_to_do_with_names() -> None:
    names = [f"{number:02}" for number in range(20)]
    assert [fold_of(names, 2)[name] for name in names] != [number % 2 for number in range(20)]
    # SHA-256 of "b" begins with 3e, of "c" with 2e, of "a" with ca.
    assert fold_of(["a", "b", "c"], 3) == {"c": 0, "b": 1, "a": 2}
