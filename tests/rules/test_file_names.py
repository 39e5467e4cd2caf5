"""Patterns of file names: what each placeholder takes, and that no pattern is slow."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.rules.file_name import fits


@pytest.mark.parametrize(
    "pattern, name, met",
    [
        ("{name}", "I Gede Arya W., S.Pd.", True),
        ("{name}", "Ni'matul-Aini", True),
        ("{name}", "Nia 2", False),
        ("{name}", "- Nia", False),
        ("{word}", "Nia2", True),
        ("{word}", "Nia 2", False),
        ("{number}", "007", True),
        ("{number}", "7a", False),
        ("{any}", "?! 7", True),
        ("Esai", "ESAI", True),
        ("Esai", "Esai 2", False),
        ("{any}{any}", "a", False),
        ("{any}{any}", "ab", True),
        ("{number}_{name}_{word}", "12_Wayan Sukarta_kolaboratif.docx", True),
        ("{name}.pdf", "Dr. Wayan.PDF", True),
        ("{name}.pdf", "Dr. Wayan.docx", False),
        ("{name}.pdf", "Wayan (1).pdf", True),
        ("Jos\u00e9", "Jose\u0301.pdf", True),
        (".*", "x", False),
        ("(a", "(a", True),
    ],
)
def test_placeholders(pattern: str, name: str, met: bool) -> None:
    assert fits(name, pattern) is met


PIECES = {"{number}": "[0-9]+", "{word}": "[a-z0-9]+", "{any}": "(?s:.+)", "a": "a", "1": "1", "-": "-"}


@given(st.lists(st.sampled_from(list(PIECES)), min_size=1, max_size=4), st.text("a1-", min_size=1, max_size=8))
def test_it_is_what_a_regular_expression_would_say(pieces: list[str], name: str) -> None:
    expected = re.fullmatch("".join(PIECES[piece] for piece in pieces), name) is not None
    assert fits(name, "".join(pieces)) is expected


def test_a_pattern_that_would_drown_a_regular_expression_is_answered() -> None:
    assert not fits("a" * 250 + "!", "{word}" * 33)
    assert fits("a" * 250, "{word}" * 33)
