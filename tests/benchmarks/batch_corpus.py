"""Essays for `batch.py`: as many as are asked for, no two alike, the same ones for the same seed.

An essay is put together from sections of the sources of `samples/` (their paragraphs in a new order, from several
authors), sentences of its own, and names of people, offices and places that only it has, as a class brings new words
with every essay. It has 2,000 to 4,000 words, the header fields and headings of the task, and is set in Arial 12 with a
spacing of 1.5: as DOCX in Word's own styles, as PDF printed by reportlab with Liberation Sans (which has the measures
of Arial) embedded, or in Helvetica where that font is not installed.
"""

from __future__ import annotations

import io
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.corpus.prose import sentence
from tests.make_samples import INLINE, ITEM, SOURCES, Look, chunks, read_source, to_docx

FEWEST: Final = 2_000
MOST: Final = 4_000
ROOM: Final = 400  # words for header fields, headings, lists and answers
FONTS: Final = Path("/usr/share/fonts/truetype/liberation")
LEADING: Final = 20.7  # 1.5 lines of Arial 12, as Word sets them
OWN: Final = 7  # of a hundred paragraphs, so many get a sentence of the essay's own; the first of a section always does
_SYLLABLES: Final = (
    "ba", "be", "bu", "da", "du", "ga", "ja", "ka", "ke", "la", "li", "lo", "ma", "mi", "mu", "na", "nu", "pa", "ra",
    "ri", "sa", "si", "su", "ta", "ti", "tu", "wa", "ya",
)  # fmt: skip
_PEOPLE: Final = (
    "Arif", "Bunga", "Citra", "Damar", "Endah", "Fitri", "Gilang", "Hesti", "Indra", "Joko", "Kartini", "Lestari",
)  # fmt: skip
_OFFICES: Final = (
    "Dinas Perhubungan", "Dinas Kesehatan", "Badan Kepegawaian Daerah", "Dinas Pertanian", "Kantor Kecamatan",
    "Dinas Pendidikan", "Dinas Lingkungan Hidup", "Badan Perencanaan Pembangunan Daerah",
)  # fmt: skip


@dataclass(frozen=True)
class Essay:
    """An essay before it is a file.

    Attributes:
        number: which one; part of the file's name, so that names are told apart.
        author: an invented name.
        text: in the little Markdown of `make_samples.py`.
    """

    number: int
    author: str
    text: str


def write_corpus(folder: Path, docx: int, pdf: int, seed: int = 0) -> list[Path]:
    """Write so many essays of each format into a folder, DOCX with even numbers, PDF with odd ones.

    Essay *n* is the same in every corpus that has it, so a larger corpus holds a smaller one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number in sorted([*range(0, 2 * docx, 2), *range(1, 2 * pdf, 2)]):
        made = essay(number, seed)
        ending, content = ("pdf", as_pdf(made)) if number % 2 else ("docx", as_docx(made))
        path = folder / f"{number:05d} {made.author} - Tugas Kolaboratif.{ending}"
        path.write_bytes(content)
        written.append(path)
    return written


def essay(number: int, seed: int = 0) -> Essay:
    """The essay of this number."""
    draw = random.Random(f"{seed}:{number}")
    places = [_name(draw) for _ in range(12)]
    author = f"{draw.choice(_PEOPLE)} {_name(draw)}"
    fields = [
        "# Tugas Individu: Kolaboratif",
        f"Nama: {author}",
        f"NIP: {draw.randrange(10**17, 10**18)}",
        f"Instansi: {draw.choice(_OFFICES)} Kabupaten {places[0]}",
    ]
    lines = [*fields, "## A. Essay"]
    wanted = draw.randrange(FEWEST, MOST - ROOM)
    pool = list(sections())
    draw.shuffle(pool)
    own = _own(draw, number, places)
    words = 0
    for depth, (heading, paragraphs) in enumerate(pool):
        if words >= wanted:
            break
        lines += [f"### {heading}"]
        for at, paragraph in enumerate(draw.sample(paragraphs, len(paragraphs))):
            told = f"{paragraph} {next(own)}" if at == 0 or draw.randrange(100) < OWN else paragraph
            if words + len(told.split()) <= MOST - ROOM:
                lines.append(told)
                words += len(told.split())
        if depth == 4:
            lines += [f"{item}. {next(own)}" for item in range(1, 4)]
    lines += ["## B. Jawaban", *(" ".join(next(own) for _ in range(3)) for _ in range(2))]
    return Essay(number, author, "\n\n".join(lines))


@cache
def sections() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Heading and paragraphs of all sections of the sources; covers, tables and contents are left out."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for path in sorted(SOURCES.glob("*.md")):
        heading, paragraphs = "Pendahuluan", list[str]()
        for line in [*_plain(read_source(path)[1]), "## end"]:
            if not line.startswith("#"):
                paragraphs.append(line)
                continue
            if paragraphs:
                found.append((heading, tuple(paragraphs)))
            heading, paragraphs = re.sub(r"^(?:[\dA-Z]+\. *)", "", line.lstrip("# ").strip("*")), []
    return tuple(found)


def as_docx(made: Essay) -> bytes:
    """The essay as Word saves one."""
    return to_docx(Look(file="essay.docx", author=made.author), made.text)


def as_pdf(made: Essay) -> bytes:
    """The essay printed; the same bytes at every call."""
    target = io.BytesIO()
    margin = 2.54 * cm
    page = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
        invariant=1,
    )
    styles = _styles()
    lines = (chunk for chunk in chunks(made.text) if isinstance(chunk, str))
    page.build([_printed(line, styles) for line in lines], onFirstPage=_page_number, onLaterPages=_page_number)
    return target.getvalue()


def _plain(text: str) -> Iterator[str]:
    """Headings, paragraphs and lists' items, whose numbers are left out; all of it without the title and the cover."""
    cover = False
    for chunk in chunks(text):
        if not isinstance(chunk, str) or chunk.startswith(("# ", "\\newpage")) or " ........ " in chunk:
            continue
        if chunk.startswith(":::"):
            cover = chunk != ":::"
        elif not cover:
            item = ITEM.fullmatch(chunk)
            told = item[3] if item else chunk
            if told.startswith("#") or len(told.split()) > 4:  # fewer are header fields, or loose ends
                yield told


def _own(draw: random.Random, number: int, places: Sequence[str]) -> Iterator[str]:
    """Sentences that no other essay has."""
    index = number * 97
    while True:
        day = f"{draw.randrange(2, 29)} Maret {draw.randrange(2015, 2025)}"
        yield f"{sentence(index).removesuffix('.')}, seperti di {draw.choice(places)} pada {day}."
        index += 1


def _name(draw: random.Random) -> str:
    """The name of a place or family that is not likely to stand in another essay."""
    return "".join(draw.choice(_SYLLABLES) for _ in range(draw.randrange(3, 5))).capitalize()


@cache
def _styles() -> dict[str, ParagraphStyle]:
    """Title, heading and text in Arial's measures."""
    plain, bold = "Helvetica", "Helvetica-Bold"
    files = {
        f"Sans{face and '-' + face}": FONTS / f"LiberationSans-{face or 'Regular'}.ttf"
        for face in ("", "Bold", "Italic")
    }
    if all(file.is_file() for file in files.values()):
        for name, file in files.items():
            pdfmetrics.registerFont(TTFont(name, str(file)))
        pdfmetrics.registerFontFamily("Sans", "Sans", "Sans-Bold", "Sans-Italic", "Sans-Bold")
        plain, bold = "Sans", "Sans-Bold"
    text = ParagraphStyle("text", fontName=plain, fontSize=12, leading=LEADING, spaceAfter=6, alignment=TA_JUSTIFY)
    heading = ParagraphStyle("heading", parent=text, fontName=bold, spaceBefore=6, keepWithNext=1)
    title = ParagraphStyle("title", parent=heading, fontSize=14, alignment=TA_CENTER)
    return {"text": text, "heading": heading, "title": title}


def _printed(line: str, styles: dict[str, ParagraphStyle]) -> Paragraph:
    """A line of the little Markdown as a paragraph of reportlab."""
    marks, _, text = line.partition(" ") if line.startswith("#") else ("", "", line)
    style = styles["title" if marks == "#" else "heading" if marks else "text"]
    parts = []
    for part in INLINE.split(text.replace("\\.", ".")):
        tag = "b" if part.startswith("**") else "i" if part.startswith("*") and len(part) > 1 else ""
        told = "<br/>" if part == "<br>" else escape(part.strip("*"))
        parts.append(f"<{tag}>{told}</{tag}>" if tag else told)
    return Paragraph("".join(parts), style)


def _page_number(canvas: Canvas, page: SimpleDocTemplate) -> None:
    canvas.setFont(_styles()["text"].fontName, 10)
    canvas.drawCentredString(A4[0] / 2, 1.2 * cm, str(page.page))
