"""What goes through the pipes between the program and a child process: frames, each a length and so many bytes."""

from __future__ import annotations

from typing import BinaryIO, Final

READY: Final = b"ready"
"""The first frame that a child sends: it has started, and waits to be asked."""
_LENGTH: Final = 8


def send(stream: BinaryIO, data: bytes) -> None:
    """Write one frame: its length, then its bytes."""
    stream.write(len(data).to_bytes(_LENGTH, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """One frame; ``None`` when the other side is gone."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    return data if len(data) == length else None
