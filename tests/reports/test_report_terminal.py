"""The table and the page of one file at 80 and at 50 columns, without colours, without control characters."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from grader.records.assessment import Cohort
from grader.reports.to_terminal import to_terminal
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


def table(view: CohortView, width: int, *, terminal: bool = False) -> str:
    target = StringIO()
    console = Console(file=target, width=width, force_terminal=terminal, color_system="truecolor" if terminal else None)
    to_terminal(view, console, (Path("keluaran/report.html"),))
    return target.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [50, 80, 120])
def test_no_line_is_wider_than_the_terminal(view: CohortView, width: int) -> None:
    assert max(cell_len(line.rstrip()) for line in table(view, width).splitlines()) <= width


@pytest.mark.parametrize("width", [40, 50, 80, 120])
def test_every_submission_has_its_row_with_mark_or_reason(view: CohortView, width: int) -> None:
    text = flat(table(view, width))
    for mark in ("91,00", "61,00", "70,33", "76,67", "20,00"):
        assert mark in text
    for name in ("01-baik.pdf", "02-sedang.docx", "03-hampir.txt", "foto.docx", "kosong.docx"):
        assert name in text
    assert "Berkas ini gambar JPEG, yang tidak dapat dinilai. Simpan sebagai PDF atau DOCX." in text
    assert "Sangat" in text
    assert "Jumlah kata" in text


def test_a_row_at_eighty_columns(view: CohortView) -> None:
    line = next(line for line in table(view, 80).splitlines() if line.startswith("03-hampir.txt"))
    assert line.split() == ["03-hampir.txt", "12", "Jumlah", "kata", "70,33", "Baik", "ya"]


def test_a_failure_is_a_row_of_the_table(view: CohortView) -> None:
    text = table(view, 140)
    line = next(line for line in text.splitlines() if line.startswith("kosong.docx"))
    assert flat(line) == "kosong.docx – Berkas kosong (0 bita). – tidak dinilai –"


def test_figures_reasons_and_files_stand_below(view: CohortView) -> None:
    text = flat(table(view, 80))
    assert "5 dinilai, 2 tidak dapat dinilai; 3 mencapai batas lulus, 3 perlu ditinjau." in text
    assert "Nilai usulan: rata-rata 63,80, median 70,33, terendah 20,00, tertinggi 91,00." in text
    assert "- 03-hampir.txt: Nilai usulan 70,33 dekat dengan batas lulus 70,01." in text
    assert "~$draf.docx" in text
    assert str(Path("keluaran/report.html")) in text


def test_nothing_of_an_essay_or_name_moves_the_cursor(view: CohortView) -> None:
    text = table(view, 80)
    assert not [char for char in text if ord(char) < 32 and char != "\n"]
    assert "\u202e" not in text


def test_markup_in_names_stays_text(cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    from grader.records.assessment import Failure

    failures = (Failure("[bold]a[/bold] :smile:.docx", None, "G104", {}), Failure("[/].docx", None, "G104", {}))
    view = cohort_view(Cohort(failures, ("[/red]",)), rubric, provenance, voice)
    text = table(view, 100)
    assert "[bold]a[/bold] :smile:.docx" in text
    assert "[/].docx" in text
    assert "[/red]" in text


def test_no_colour_is_respected_and_no_word_depends_on_it(view: CohortView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    colourful = table(view, 80, terminal=True)
    assert "\x1b[3" not in colourful  # colours are 30 to 38; bold is 1
    assert "ya" in colourful
