"""Whose submission it is, as far as its header fields tell."""

from __future__ import annotations

from collections.abc import Sequence

from grader.records.assessment import Participant
from grader.records.document import HeaderField

NAME_LABELS = ("nama peserta", "nama lengkap", "nama", "oleh", "disusun oleh", "ditulis oleh", "penulis")
ID_LABELS = ("nomor presensi", "nomor daftar hadir", "no. presensi", "ndh", "nomor peserta", "nip")


def participant_of(fields: Sequence[HeaderField]) -> Participant:
    """Name and number from the header fields; the more exact label wins, then the first field.

    An empty field gives ``None``.
    """
    return Participant(_value(fields, NAME_LABELS), _value(fields, ID_LABELS))


def _value(fields: Sequence[HeaderField], labels: Sequence[str]) -> str | None:
    for label in labels:
        for field in fields:
            if " ".join(field.label.lower().split()) == label and any(char.isalnum() for char in field.value):
                return field.value
    return None
