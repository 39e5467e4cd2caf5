"""Frames come out as they went in."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from grader.isolation.frames import receive, send


def test_frames_come_out_as_they_went_in_and_half_a_frame_is_none() -> None:
    stream = io.BytesIO()
    for data in (b"", b"satu", bytes(range(256)) * 300):
        send(stream, data)
    whole = stream.getvalue()
    source = io.BytesIO(whole)
    assert [receive(source) for _ in range(4)] == [b"", b"satu", bytes(range(256)) * 300, None]
    source = io.BytesIO(whole[:-1])
    assert [receive(source) for _ in range(3)] == [b"", b"satu", None]


@given(st.lists(st.binary(max_size=40), max_size=5), st.integers(0, 300))
def test_what_is_cut_off_anywhere_gives_the_frames_before_and_then_none(frames: list[bytes], cut: int) -> None:
    stream = io.BytesIO()
    for data in frames:
        send(stream, data)
    source = io.BytesIO(stream.getvalue()[:cut])
    heard = []
    while (frame := receive(source)) is not None:
        heard.append(frame)
    ends = [sum(8 + len(each) for each in frames[: number + 1]) for number in range(len(frames))]
    assert heard == frames[: sum(end <= cut for end in ends)]
