"""Parcels as bytes: what went in comes out, and nothing else does."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.cache.packing import FORMAT, TYPES, pack, unpack
from grader.records.store import Parcel

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
SOME = Parcel({"words": ["tata", "kelola"]}, {"idf": np.array([1.5, 2.5]), "places": np.array([[1, 2], [3, 4]], "<i4")})


@given(PLAIN, st.text())
def test_what_json_can_say_comes_out_as_it_went_in(plain: object, made_of: str) -> None:
    parcel = unpack(pack(Parcel(plain), made_of), made_of)
    assert parcel is not None
    assert json.dumps(parcel.plain) == json.dumps(plain)


@given(st.sampled_from(sorted(TYPES)), st.lists(st.integers(0, 4), min_size=1, max_size=3), st.binary(min_size=512))
def test_arrays_come_out_to_the_last_bit(kind: str, shape: list[int], data: bytes) -> None:
    size = int(np.prod(shape)) * np.dtype(kind).itemsize
    array = np.frombuffer(data[:size], kind).reshape(shape)
    parcel = unpack(pack(Parcel(None, {"a": array, "b": array}), "key"), "key")
    assert parcel is not None
    for name in ("a", "b"):
        found = parcel.arrays[name]
        assert (found.dtype, found.shape, found.tobytes()) == (array.dtype, array.shape, array.tobytes())
        assert not found.flags.writeable


def test_equal_parcels_are_equal_bytes() -> None:
    assert pack(SOME, "key") == pack(SOME, "key")


def test_an_array_that_can_run_something_is_not_packed() -> None:
    with pytest.raises(ValueError):
        pack(Parcel(None, {"a": np.array([{}], dtype=object)}), "key")


def test_another_key_gets_nothing() -> None:
    assert unpack(pack(SOME, "key"), "another") is None


@given(st.data())
def test_one_changed_byte_is_noticed_wherever_it_is(data: st.DataObject) -> None:
    packed = bytearray(pack(SOME, "key"))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    assert unpack(bytes(packed), "key") is None


@given(st.data())
def test_bytes_that_are_cut_short_or_go_on_are_noticed(data: st.DataObject) -> None:
    packed = pack(SOME, "key")
    assert unpack(packed[: data.draw(st.integers(0, len(packed) - 1))], "key") is None
    assert unpack(packed + data.draw(st.binary(min_size=1, max_size=40)), "key") is None


@given(st.binary(max_size=200))
def test_any_other_bytes_give_nothing(data: bytes) -> None:
    assert unpack(data, "key") is None
    assert unpack(FORMAT + data, "key") is None
