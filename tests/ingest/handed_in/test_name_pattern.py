"""``--name-pattern``: what it tells, and which patterns are refused before they can do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError
from grader.ingest.handed_in.name_pattern import Told, compile_pattern
from grader.records.participant import Participant


def told(pattern: str, name: str) -> Told | None:
    return compile_pattern(pattern).tell(name)


def code(pattern: str) -> str:
    with pytest.raises(GraderError) as error:
        compile_pattern(pattern)
    return error.value.code


def test_named_groups_tell_the_participant() -> None:
    pattern = r"(?P<id>\d+)_(?P<name>[^_]+)_esai(?:_v(?P<attempt>\d+))?\.(?:docx|pdf)$"
    assert told(pattern, "kelas a/27_Budi Contoh_esai_v2.docx") == Told(Participant("Budi Contoh", "27"), "2")
    assert told(pattern, "27_Budi Contoh_esai.pdf") == Told(Participant("Budi Contoh", "27"))
    assert told(pattern, "27_Budi Contoh_makalah.pdf") is None


def test_it_is_searched_for_in_the_whole_relative_name() -> None:
    assert told(r"^(?P<id>\d+)/", "27/esai.docx") == Told(Participant(None, "27"))
    assert told(r"^(?P<id>\d+)/", "a/27/esai.docx") is None
    assert told(r"(?P<name>[^/]+)\.docx$", "a/budi_contoh.docx") == Told(Participant("budi contoh"))


def test_what_matches_nothing_tells_nothing() -> None:
    assert told(r"(?P<name>[a-z]*)-(?P<id>\d*)", "27/-.docx") is None
    assert told(r"(?P<name>_+)", "__.docx") is None


def test_longer_names_than_any_are_not_searched() -> None:
    assert told(r"(?P<id>\d+)", "1" * 255) is not None
    assert told(r"(?P<id>\d+)", "1" * 256) is None


@pytest.mark.parametrize("pattern", ["(?P<name>[", "(?P<name>a", "(?P<1>a)", "*(?P<id>a)", "(?P<id>a{99999999999})"])
def test_what_is_no_expression_is_refused_with_its_place(pattern: str) -> None:
    assert code(pattern) == "G141"


def test_the_place_is_the_character_where_it_goes_wrong() -> None:
    with pytest.raises(GraderError) as error:
        compile_pattern("ab*c)(?P<id>d)")
    assert error.value.values["place"] == 5


@pytest.mark.parametrize("pattern", [r"\d+", r"(\d+)_(.*)", "(?P<attempt>a)", "(?P<name>a)(?P<nip>b)", ""])
def test_groups_must_be_known(pattern: str) -> None:
    assert code(pattern) == "G142"


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(?P<name>(\w+ ?)+)$",
        r"(?P<name>(a|aa)+)$",
        r"(?P<name>(.*)*)x",
        r"(?P<id>(?:(?:x+)+y){2})",
        r"(?P<name>" + "a?" * 40 + "a" * 40 + ")",
        r"(?P<name>" + "(?:a|a)" * 40 + ")b",
        r".*.*.*.*.*.*(?P<id>x)",
        r"(?P<name>a)(?=.*b)",
        r"(?P<name>.+)(?P=name)",
        r"(?P<name>.{1,200})" + ".{1,200}" * 4 + "x",
        "(?P<name>" + "a" * 600 + ")",
    ],
)
def test_what_may_search_for_ever_is_refused(pattern: str) -> None:
    assert code(pattern) == "G143"


WORST = ("1" * 255, "_" * 255, "a-" * 127, "1 " * 127, "ab" * 127)
"""Names that fit the beginning of many patterns in many ways, and none to its end."""


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        (
            r"(?P<id>\d{18})_(?P<name>[^_]+)_(tugas|esai)(?: ?\((?P<attempt>\d+)\))?\.(docx|pdf)$",
            "198001012005011001_Budi Contoh_tugas (2).docx",
            Told(Participant("Budi Contoh", "198001012005011001"), "2"),
        ),
        (
            r"(?P<id>\d+)[ _-]+(?P<name>.+?)[ _-]+tugas.*\.docx",
            "27 - Budi Contoh - tugas akhir.docx",
            Told(Participant("Budi Contoh", "27")),
        ),
        (
            r"(?i)^NDH ?(?P<id>\d{1,3})[-_. ]+(?P<name>[a-z .']+)",
            "ndh 12. Budi Contoh_esai.docx",
            Told(Participant("Budi Contoh", "12")),
        ),
        (
            r"^(?P<name>[^/_-]+)[-_](?P<id>[A-Z]{2}-?\d+)[^/]*$",
            "Budi Contoh_AB-12 esai.docx",
            Told(Participant("Budi Contoh", "AB-12")),
        ),
        (
            r"(?P<name>[^/]+)/(?P<id>\d+)/[^/]+\.[a-z]+",
            "kelas/Budi Contoh/27/esai.docx",
            Told(Participant("Budi Contoh", "27")),
        ),
        (r"(?P<id>(?:ab)+)c", "x-ababc.docx", Told(Participant(None, "abab"))),
    ],
)
def test_what_people_write_is_taken_and_fast_on_the_worst_names(pattern: str, name: str, expected: Told) -> None:
    ready = compile_pattern(pattern)
    assert ready.tell(name) == expected
    assert [worst for worst in WORST if ready.tell(worst) is not None] == []


@given(st.text(alphabet="ab()|?*+{}[]^$.\\d1,:P<name>", max_size=40), st.text(alphabet="ab1 ", max_size=40))
def test_whatever_the_pattern_is_it_is_refused_or_ends(text: str, name: str) -> None:
    try:
        ready = compile_pattern(f"(?P<id>{text})")
    except GraderError as error:
        refused = error.code
    else:
        refused = ""
        ready.tell(name)
    assert refused in ("", "G141", "G142", "G143")
