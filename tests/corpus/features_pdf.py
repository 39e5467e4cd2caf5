"""PDFs: text in reading order, whole words, nothing twice; and what PDF programs make of pages."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.case import Case, graded
from tests.corpus.pages_pdf import vera
from tests.corpus.paper import LEFT, SIZE, TOP, WIDTH, essay, lines_of, one_page, pdf, put, show, write
from tests.corpus.prose import paragraphs, prose, sentence


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _columns()
    yield from _broken_words()
    yield from _running_heads()


def _columns() -> Iterator[Case]:
    texts = paragraphs(900)
    yield graded("features_pdf/plain.pdf", essay(texts), words=900, holds=tuple(texts))
    width = (WIDTH - 30) / 2
    left, right = paragraphs(140, 900), paragraphs(140, 1500)

    def in_turn(canvas: Canvas) -> None:
        rows = [[line for text in side for line in lines_of(text, width, size=10)] for side in (left, right)]
        for number in range(max(map(len, rows))):
            for side, x in zip(rows, (LEFT, LEFT + width + 30), strict=True):
                if number < len(side):
                    put(canvas, [side[number]], x=x, y=TOP - 15 * number, size=10)

    # Word writes columns one after the other; some printers write row by row, through both columns.
    yield graded("features_pdf/two-columns-drawn-in-turn.pdf", pdf(in_turn), words=280, holds=(*left, *right))

    def one_by_one(canvas: Canvas) -> None:
        for side, x in ((left, LEFT), (right, LEFT + width + 30)):
            lines = [line for text in side for line in lines_of(text, width, size=10)]
            put(canvas, lines, x=x, size=10, leading=15)

    yield graded("features_pdf/two-columns.pdf", pdf(one_by_one), words=280, holds=(*left, *right))

    def headed(canvas: Canvas) -> None:
        put(canvas, ["Kerja Sama Antarinstansi di Daerah"], font="Helvetica-Bold", size=16)
        rows = [[line for text in side for line in lines_of(text, width, size=10)] for side in (left, right)]
        for number in range(max(map(len, rows))):
            for side, x in zip(rows, (LEFT, LEFT + width + 30), strict=True):
                if number < len(side):
                    put(canvas, [side[number]], x=x, y=TOP - 40 - 15 * number, size=10)

    yield graded(
        "features_pdf/two-columns-below-a-title.pdf",
        pdf(headed),
        words=285,
        holds=("Kerja Sama Antarinstansi di Daerah", *left, *right),
    )

    def from_below(canvas: Canvas) -> None:
        lines = [line for text in left for line in lines_of(text)]
        for number in reversed(range(len(lines))):
            put(canvas, [lines[number]], y=TOP - 20 * number)

    yield graded("features_pdf/drawn-from-below.pdf", pdf(from_below), words=140, holds=tuple(left))

    def by_word(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for number, line in enumerate(lines_of(prose(200))):
            x = LEFT
            for word in line.split():
                canvas.drawString(x, TOP - 20 * number, word)
                x += canvas.stringWidth(f"{word} ", "Helvetica", SIZE)

    yield graded("features_pdf/an-object-per-word.pdf", pdf(by_word), words=200, holds=(sentence(0),))

    def by_letter(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for number, line in enumerate(lines_of(prose(120))):
            x = LEFT
            for letter in line:
                if letter != " ":
                    canvas.drawString(x, TOP - 20 * number, letter)
                x += canvas.stringWidth(letter, "Helvetica", SIZE)

    # Google Docs and some printers place every letter; blanks are only gaps.
    yield graded("features_pdf/an-object-per-letter.pdf", pdf(by_letter), words=120, holds=(sentence(0),))

    def justified(canvas: Canvas) -> None:
        for number, line in enumerate(lines_of(prose(200))):
            text = canvas.beginText(LEFT, TOP - 20 * number)
            text.setFont("Helvetica", SIZE)
            room = WIDTH - canvas.stringWidth(line, "Helvetica", SIZE)
            text.setWordSpace(max(0.0, room / max(line.count(" "), 1)))
            text.textOut(line)
            canvas.drawText(text)

    yield graded("features_pdf/justified.pdf", pdf(justified), words=200, holds=(sentence(0),))


def _filled(end: str) -> str:
    """A line as wide as the text that ends so."""
    words: list[str] = []
    for word in prose(30, 2700).split():
        if pdfmetrics.stringWidth(" ".join([*words, word, end]), "Helvetica", SIZE) > WIDTH:
            break
        words.append(word)
    return " ".join([*words, end])


def _broken_words() -> Iterator[Case]:
    before, after = prose(40, 2000), prose(40, 2100)
    cuts = {
        "word-cut": ("wewenang peme-", "rintah daerah di wilayah itu dengan baik.", "wewenang pemerintah daerah"),
        "doubled-word": ("dengan tujuan-", "tujuan yang telah ditetapkan sejak awal.", "dengan tujuan-tujuan yang"),
        "hyphenated-word": ("semua non-", "ASN yang bekerja di kantor ini.", "semua non-ASN yang"),
        "word-cut-without-hyphen": ("warga hadir s", "ebanyak dua kali di kantor.", "hadir sebanyak dua"),
    }
    for slug, (first, second, whole) in cuts.items():
        # The whole words stand elsewhere too, as those of an essay's subject do.
        known = "Pemerintah hadir sebanyak mungkin untuk semua tujuan."
        words = 80 + 7 + len(f"{first}{second}".split())
        for shape, line in (("", first), ("-in-a-full-line", _filled(first))):
            lines = [*lines_of(before), known, line, second, *lines_of(after)]
            if shape == "" and slug == "word-cut-without-hyphen":
                continue  # nothing tells such a line from one that was ended
            lead = len(line.split()) - len(first.split())
            yield graded(
                f"features_pdf/{slug}-at-a-line-end{shape}.pdf",
                pdf(functools.partial(put, lines=lines)),
                words=words + lead,
                holds=(whole,),
            )
    # A soft hyphen, which is drawn at a line's end: PDFium marks it as U+FFFE.
    lines = [*lines_of(before), _filled("sesuai dengan antar\xad"), "instansi yang ada di sini."]
    yield graded(
        "features_pdf/soft-hyphen-at-a-line-end.pdf",
        one_page(show(lines)),
        words=sum(len(line.split()) for line in lines) - 1,
        holds=("dengan antarinstansi yang",),
    )
    # Words cut in the middle, as some programs leave them: a gap within a word, narrower than a blank.
    lines = lines_of(prose(60, 2200))

    def cut(canvas: Canvas) -> None:
        y = put(canvas, lines)
        canvas.setFont("Helvetica", SIZE)
        x = LEFT
        for part, gap in (("Kami mencatat s", 0.6), ("ebanyak lima kali den", 0.6), ("gan tertib.", 0)):
            canvas.drawString(x, y, part)
            x += canvas.stringWidth(part, "Helvetica", SIZE) + gap

    yield graded(
        "features_pdf/word-in-two-objects.pdf",
        pdf(cut),
        words=60 + 7,
        holds=("Kami mencatat sebanyak lima kali dengan tertib.",),
    )
    # Here the text itself holds the blank, as an earlier conversion left it. A reader may mend it, as the whole words
    # stand elsewhere, or show what the page shows.
    texts = [
        prose(60, 2300),
        "Warga hadir sebanyak dua kali dengan tertib.",
        "Kami hadir s ebanyak dua kali den gan tertib.",
    ]
    yield graded(
        "features_pdf/blank-within-words.pdf",
        essay(texts),
        holds=("Warga hadir sebanyak dua kali dengan tertib.",),
    )
    ligatures = "Para petugas mende\ufb01nisikan gra\ufb01k dan re\ufb02eksi di sini."

    def tied(canvas: Canvas) -> None:
        put(canvas, [*lines_of(prose(60, 2400), font=vera())], font=vera())
        put(canvas, [ligatures], font=vera(), y=TOP - 400)

    yield graded(
        "features_pdf/ligatures.pdf",
        pdf(tied),
        words=60 + 8,
        holds=("mendefinisikan grafik dan refleksi di sini.",),
        lacks=("\ufb01", "\ufb02"),
    )
    # A paragraph that goes on over the page is one.
    halves = prose(40, 2500).rstrip(".")

    def page_one(canvas: Canvas) -> None:
        put(canvas, lines_of(halves), y=72 + 20 * len(lines_of(halves)))

    def page_two(canvas: Canvas) -> None:
        put(canvas, lines_of("dan begitulah seterusnya sampai semua pekerjaan dapat diselesaikan dengan baik sekali."))

    yield graded("features_pdf/paragraph-over-pages.pdf", pdf(page_one, page_two), words=51)


def _running_heads() -> Iterator[Case]:
    texts = paragraphs(600, 3000)
    pages = [texts[at : at + 2] for at in range(0, len(texts), 2)]

    def drawing(head: str, foot: str) -> bytes:
        def draw(canvas: Canvas, number: int, part: list[str]) -> None:
            put(canvas, [head.format(number)], y=A4[1] - 36, size=9)
            write(canvas, part)
            put(canvas, [foot.format(number)], x=A4[0] / 2, y=36, size=9)

        draws = [functools.partial(draw, number=number, part=part) for number, part in enumerate(pages, start=1)]
        return pdf(*draws)

    yield graded(
        "features_pdf/running-heads.pdf",
        drawing("LATSAR CPNS Golongan III Kota Contoh", "{}"),
        words=600,
        holds=tuple(texts),
    )
    yield graded(
        "features_pdf/page-numbers-in-words.pdf",
        drawing("Tugas Individu", "Halaman {} dari 4"),
        words=600,
        holds=tuple(texts),
    )
    yield graded("features_pdf/page-number-with-dashes.pdf", drawing("Tugas Individu", "- {} -"), words=600)
