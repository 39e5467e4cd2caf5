"""Whose submission it is."""

from __future__ import annotations

import pytest

from grader.records.document import HeaderField
from grader.structure.participant import participant_of


def fields(*pairs: tuple[str, str]) -> list[HeaderField]:
    return [HeaderField(label, value, (number,)) for number, (label, value) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Budi Contoh", "Budi Contoh"),
        ("Budi Contoh, S.P., M.Si.", "Budi Contoh, S.P., M.Si."),
        ("drh. Budi Contoh", "drh. Budi Contoh"),
        ("Budi Contoh (Analis, Dinas Sosial)", "Budi Contoh"),
        ("Budi Contoh, S.H., Analis Hukum Ahli Pertama, Biro Hukum", "Budi Contoh, S.H."),
        ("Budi Contoh, Teknisi Jalan, Aceh", "Budi Contoh"),
    ],
)
def test_degrees_belong_to_the_name_and_posts_do_not(value: str, name: str) -> None:
    assert participant_of(fields(("Nama", value))).name == name


def test_the_more_exact_label_wins_and_empty_fields_are_passed_over() -> None:
    found = participant_of(
        fields(("Oleh", "Ani Umpama"), ("NAMA  PESERTA", "Budi Contoh"), ("Nomor Presensi", "…"), ("NDH", "07"))
    )
    assert (found.name, found.id) == ("Budi Contoh", "07")


def test_nothing_is_made_up() -> None:
    found = participant_of(fields(("Nama", ""), ("Angkatan", "IX")))
    assert (found.name, found.id) == (None, None)
