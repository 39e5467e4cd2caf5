"""Whose submission it is, as far as its header fields tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from grader.records.document import HeaderField
from grader.records.participant import Participant

NAME_LABELS = ("nama peserta", "nama lengkap", "nama", "oleh", "disusun oleh", "ditulis oleh", "penulis")
LONGEST_DEGREE = 12
"""Characters of one academic degree (``A.Md.Ak.``, ``M.Pd.I.``)."""
ID_LABELS = ("nomor presensi", "nomor daftar hadir", "no. presensi", "ndh", "nomor peserta", "nip")


def participant_of(fields: Sequence[HeaderField]) -> Participant:
    """Name and number from the header fields; the more exact label wins, then the first field.

    An empty field gives ``None``. What follows a name is left off (``Budi (analis, Dinas Sosial)``), academic degrees
    are kept (``Budi, S.P., M.Si.``).
    """
    name = _value(fields, NAME_LABELS)
    return Participant(_without_post(name) if name else None, _value(fields, ID_LABELS))


def _without_post(name: str) -> str:
    """The name with its degrees: an abbreviation with a full stop behind a comma is one, anything else is a post."""
    first, *rest = name.split("(")[0].strip(" ,;–-").split(", ")
    degrees = takewhile(lambda part: "." in part and len(part) <= LONGEST_DEGREE, rest)
    return ", ".join([first, *degrees])


def _value(fields: Sequence[HeaderField], labels: Sequence[str]) -> str | None:
    for label in labels:
        for field in fields:
            if " ".join(field.label.lower().split()) == label and any(char.isalnum() for char in field.value):
                return field.value
    return None
