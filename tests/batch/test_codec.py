"""What is packed comes out as it was, and nothing else comes out."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batch.codec import DamagedError, pack, unpack
from grader.records.assessment import Assessment, Failure

VALUES = st.one_of(
    st.none(), st.text(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.text(), max_size=3).map(tuple),
)  # fmt: skip


def test_an_assessment_comes_back_whole(assessment: Assessment) -> None:
    again = unpack(pack(assessment))
    assert again == assessment
    assert isinstance(again, Assessment)
    assert again.criteria[0].concepts[0].label is assessment.criteria[0].concepts[0].label
    assert list(again.notices[0].values.items()) == list(assessment.notices[0].values.items())


def test_an_assessment_comes_back_without_its_text_when_nobody_asks_for_it(assessment: Assessment) -> None:
    document = replace(assessment.essay.document, blocks=())
    expected = replace(assessment, essay=replace(assessment.essay, document=document, parts=()))
    assert unpack(pack(assessment), text=False) == expected
    assert expected != assessment


def test_a_failure_has_no_text_to_leave_out() -> None:
    failure = Failure("a.docx", None, "G104", {"size": 3})
    assert unpack(pack(failure), text=False) == failure


def test_an_assessment_cut_short_anywhere_is_no_result(assessment: Assessment) -> None:
    packed = pack(assessment)
    for end in range(len(packed)):
        with pytest.raises(DamagedError):
            unpack(packed[:end])


@given(st.text(), st.none() | st.text(), st.dictionaries(st.text(), VALUES, max_size=4))
def test_a_failure_comes_back_whole(name: str, sha256: str | None, values: dict[str, str]) -> None:
    failure = Failure(name, sha256, "G104", values)
    again = unpack(pack(failure))
    assert again == failure
    assert [type(value) for value in again.values.values()] == [type(value) for value in values.values()]


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda data: b"A" + data))
def test_other_bytes_are_no_result(data: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(data)
    with pytest.raises(DamagedError):
        unpack(zlib.compress(data))
