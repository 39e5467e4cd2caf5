"""What must hold of shares always: they add up, runs may be cut anywhere, more of the right never turns to wrong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from grader.records.document import Block, Document, Fact, Kind, Place, Run
from grader.records.essay import Essay, Part, Role, WordCount
from grader.records.finding import Outcome
from grader.rules.font_family import FontFamilySettings, check
from grader.rules.shares import Tally, judge, near, tally_blocks, tally_runs, visible

FONTS = ["Arial", "Calibri", "Courier New", None]
Stretch = tuple[str, str | None]
Row = tuple[Kind, list[Stretch]]

stretches = st.lists(st.tuples(st.text("ab \u00a0", min_size=1, max_size=6), st.sampled_from(FONTS)), max_size=5)
rows = st.lists(st.tuples(st.sampled_from([Kind.BODY, Kind.LIST_ITEM, Kind.TABLE_CELL]), stretches), max_size=6)
shares = st.sampled_from([0.01, 0.5, 0.9, 1.0])


def block(number: int, kind: Kind, parts: Sequence[Stretch]) -> Block:
    text = "".join(text for text, _ in parts)
    ends = [0, *accumulate(len(text) for text, _ in parts)]
    runs = [Run(start, end, font) for (start, end), (_, font) in zip(pairwise(ends), parts, strict=True)]
    return Block(text, kind, Place(1, number), runs=tuple(runs), line_spacing=float(len(text)))


def essay(blocks: Sequence[Block]) -> Essay:
    document = Document("a.pdf", "0" * 64, "pdf", tuple(blocks), facts=frozenset({Fact.FONT}))
    parts = tuple(Part(index, 0, len(each.text), Role.ESSAY) for index, each in enumerate(blocks))
    return Essay(document, parts, (), WordCount(0, {}))


def made(content: Sequence[Row]) -> Essay:
    return essay([block(number, kind, parts) for number, (kind, parts) in enumerate(content, start=1)])


def settings(share: float) -> FontFamilySettings:
    return FontFamilySettings(families=["Arial"], share=share)


@given(rows)
def test_shares_add_up_to_one_and_no_character_is_lost(content: list[Row]) -> None:
    tally = tally_runs(made(content), lambda run: run.font)
    letters = sum(character in "ab" for _, parts in content for text, _ in parts for character in text)
    assert tally.body + tally.apart == letters
    if tally.known:
        assert sum(tally.shares.values()) == pytest.approx(1)


@given(rows, shares, st.data())
def test_it_does_not_matter_where_runs_are_cut(content: list[Row], share: float, data: st.DataObject) -> None:
    cut: list[Row] = []
    for kind, parts in content:
        halves: list[Stretch] = []
        for text, font in parts:
            at = data.draw(st.integers(0, len(text)))
            halves += [(half, font) for half in (text[:at], text[at:]) if half]
        cut.append((kind, halves))
    assert check(made(cut), settings(share), ()) == check(made(content), settings(share), ())


@given(rows, shares, st.integers(0, 6))
def test_one_more_character_as_asked_for_never_turns_met_into_not_met(
    content: list[Row], share: float, at: int
) -> None:
    before = check(made(content), settings(share), ()).outcome
    more: list[Row] = [*content[:at], (Kind.BODY, [("x", "Arial")]), *content[at:]]
    after = check(made(more), settings(share), ()).outcome
    assert before is not Outcome.MET or after is Outcome.MET


@given(st.dictionaries(st.sampled_from(FONTS[:3]), st.integers(1, 1000), min_size=1), shares)
def test_the_shares_shown_never_contradict_the_verdict(counts: dict[str | None, int], share: float) -> None:
    looks: dict[str | float | None, int] = dict(counts.items())
    tally = Tally(looks, {font: Place(1, 1) for font in counts})
    verdict = judge(tally, lambda font: font == "Arial", share, {})
    assume(verdict.outcome is not Outcome.NOT_CHECKABLE)
    fitting, needed = verdict.values["share"], verdict.values["needed"]
    assert isinstance(fitting, int)
    assert isinstance(needed, float)
    if verdict.outcome is Outcome.NOT_MET:
        assert fitting < needed
        assert verdict.values["found"] in counts
        if len(counts) == 2 and "Arial" in counts:
            assert verdict.values["found_share"] == 100 - fitting
    else:
        assert fitting >= int(needed)


def test_only_what_of_a_block_is_essay_counts() -> None:
    whole = made([(Kind.BODY, [("aaaa", "Calibri"), ("bb", "Arial")])])
    half = Essay(whole.document, (Part(0, 0, 3, Role.TASK), Part(0, 3, 6, Role.ESSAY)), (), whole.words)
    tally = tally_runs(half, lambda run: run.font)
    assert tally.counts == {"Calibri": 1, "Arial": 2}
    assert tally.apart == 0


def test_text_outside_all_runs_tells_nothing() -> None:
    gap = Block("aabbcc", Kind.BODY, Place(1, 1), runs=(Run(0, 2, "Arial"), Run(4, 6, "Calibri")))
    assert tally_runs(essay([gap]), lambda run: run.font).counts == {"Arial": 2, None: 2, "Calibri": 2}
    bare = Block("aa b", Kind.BODY, Place(1, 1))
    assert tally_runs(essay([bare]), lambda run: run.font).counts == {None: 3}


def test_the_first_place_of_each_look_is_kept() -> None:
    one = essay([block(number, Kind.BODY, [("aa", font)]) for number, font in ((1, "x"), (2, "y"), (3, "x"), (4, "y"))])
    assert tally_runs(one, lambda run: run.font).places == {"x": Place(1, 1), "y": Place(1, 2)}
    assert tally_blocks(one, lambda each: each.line_spacing).counts == {2.0: 8}


def test_of_equally_frequent_looks_the_first_is_named() -> None:
    tally = Tally({"Calibri": 5, "Courier New": 5, "Arial": 1}, {font: Place(2, 7) for font in ("Calibri", "Arial")})
    assert judge(tally, lambda font: font == "Arial", 0.9, {}).values["found"] == "Calibri"


def test_blanks_are_not_seen_and_rounding_does_not_matter() -> None:
    assert visible(" a\u00a0b\tc ") == 3
    assert near(1.6, 1.5, 0.1)
    assert not near(1.601, 1.5, 0.1)
    assert not near("1.5", 1.5, 0.1)
