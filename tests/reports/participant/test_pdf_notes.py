"""Highlights and notes in a copy of a PDF, and the process that writes them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from grader.records.score import Label
from grader.reports.names import Names
from grader.reports.participant.notes import Note, Passage
from grader.reports.participant.to_docx import AnnotationError
from grader.reports.participant.to_pdf import PdfMarker

FIRST = "Kolaborasi berarti berbagi tanggung jawab dan sumber daya untuk hasil yang dinikmati bersama oleh warga."
OTHER = "Kalimat lain berada pada halaman kedua dan tidak menyangkut apa pun selain dirinya sendiri."


def paper(*pages: str, encrypt: StandardEncryption | None = None) -> bytes:
    target = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    story: list[Any] = []
    for page in pages:
        story += [Paragraph(page, style), PageBreak()]
    SimpleDocTemplate(target, pagesize=A4, invariant=True, encrypt=encrypt).build(story)
    return target.getvalue()


def notes(*passages: Passage | None) -> list[Note]:
    return [Note((f"Catatan {n}.",), each, Label.EXPLAINED) for n, each in enumerate(passages)]


def passage(text: str, page: int, within: str = "") -> Passage:
    return Passage(within or text, text, (within or text).index(text), 0, page)


@pytest.fixture(scope="module")
def marker() -> Iterator[PdfMarker]:
    with PdfMarker() as made:
        yield made


def notes_in(data: bytes) -> list[tuple[int, Any]]:
    """Page and annotation, in the order of the pages."""
    pages = PdfReader(io.BytesIO(data)).pages
    return [(number, each.get_object()) for number, page in enumerate(pages, 1) for each in page.get("/Annots", [])]


def words_under(data: bytes, page: int, annotation: Any) -> str:
    """What PDFium reads under the quadrilaterals of a highlight."""
    document = pdfium.PdfDocument(data)
    text = document[page - 1].get_textpage()
    points = [float(value) for value in annotation["/QuadPoints"]]
    found = []
    for start in range(0, len(points), 8):
        left, top, right, _, _, bottom = points[start : start + 6]
        found.append(text.get_text_bounded(left=left, bottom=bottom, right=right, top=top))
    document.close()
    return "".join(char for char in "".join(found) if char.isalnum())


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def test_highlights_stand_on_their_words(marker: PdfMarker, names: Names) -> None:
    block = f"Pembuka. {FIRST} Penutup."
    data = paper(block, OTHER)
    result = marker.mark(data, notes(passage(FIRST, 1, block), passage(OTHER, 2)), names)
    (one, first), (two, second) = notes_in(result)
    assert (one, two) == (1, 2)
    assert {first["/Subtype"], second["/Subtype"]} == {"/Highlight"}
    assert words_under(result, 1, first) == letters(FIRST)
    assert len(first["/QuadPoints"]) == 16  # over two lines
    assert first["/Contents"] == "Catatan 0."
    assert first["/T"] == "Umpan balik grader"
    assert marker.mark(data, notes(passage(FIRST, 1, block), passage(OTHER, 2)), names) == result


def test_what_is_not_found_is_a_note_on_its_page_and_the_general_one_on_the_first(
    marker: PdfMarker, names: Names
) -> None:
    lost = passage("Kalimat ini tidak ada di berkas mana pun.", 2)
    found = notes_in(marker.mark(paper(FIRST, OTHER), notes(None, lost), names))
    assert [(page, each["/Subtype"]) for page, each in found] == [(1, "/Text"), (2, "/Text")]
    assert found[1][1]["/Contents"].startswith("Tentang kalimat “Kalimat ini tidak ada")


def test_a_passage_over_a_page_break_is_marked_where_it_begins(marker: PdfMarker, names: Names) -> None:
    half = len(FIRST) // 2
    data = paper(FIRST[:half], FIRST[half:])
    ((page, each),) = notes_in(marker.mark(data, notes(passage(FIRST, 1)), names))
    assert (page, each["/Subtype"]) == (1, "/Highlight")
    assert letters(FIRST).startswith(words_under(marker.mark(data, notes(passage(FIRST, 1)), names), 1, each))


def test_the_copy_is_not_encrypted(marker: PdfMarker, names: Names) -> None:
    locked = paper(FIRST, encrypt=StandardEncryption("", "pemilik", canModify=0, strength=128))
    assert PdfReader(io.BytesIO(locked)).is_encrypted
    result = marker.mark(locked, notes(passage(FIRST, 1)), names)
    assert not PdfReader(io.BytesIO(result)).is_encrypted
    ((_, each),) = notes_in(result)
    assert words_under(result, 1, each) == letters(FIRST)


@pytest.mark.parametrize("data", [b"%PDF-1.7\nrusak", b"", b"bukan pdf", paper(FIRST)[:700]])
def test_a_file_that_goes_wrong_costs_its_process_and_no_more(names: Names, data: bytes) -> None:
    with PdfMarker() as fresh:
        with pytest.raises(AnnotationError):
            fresh.mark(data, notes(None), names)
        assert fresh.mark(paper(FIRST), notes(None), names).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "command",
    [
        "raise SystemExit(3)",
        "import sys; sys.stdout.buffer.write((5).to_bytes(8, 'big') + b'salah'); sys.stdout.flush(); sys.stdin.read()",
        "import os; os.write(1, (5).to_bytes(8, 'big') + b'ready'); os.abort()",
        "import os, threading; os.write(1, (5).to_bytes(8, 'big') + b'ready'); threading.Event().wait()",
    ],
    ids=["does not start", "says something else", "dies", "never answers"],
)
def test_a_process_that_fails_is_an_error_and_not_a_wait(names: Names, command: str) -> None:
    with PdfMarker(wall=0.5, command=command) as marker, pytest.raises(AnnotationError):
        marker.mark(paper(FIRST), notes(None), names)
