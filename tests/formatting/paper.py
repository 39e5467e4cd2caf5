"""PDFs with an essay set in many ways: fonts by name, sizes, and distances of baselines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import getFont

from tests.corpus.paper import raw, stream
from tests.formatting.case import TEXTS, Case, found, untold

SIZE: Final = 12.0
SINGLE: Final = {
    "Arial": SIZE * (1854 + 434 + 67) / 2048,
    "Times": SIZE * (1825 + 443 + 87) / 2048,
    "Calibri": SIZE * (1536 + 512 + 452) / 2048,
}
"""A line of single spacing: ascent, descent and line gap of the font (``hhea``), in points at 12 pt."""

LEFT: Final = 72.0
TOP: Final = 760.0
WIDTH: Final = 451.0
GAP: Final = 8.0
"""Between paragraphs, beside the line's own height."""

Line = tuple[float, str, str]
"""Baseline, name of the font in the page's resources, text."""


def lines(texts: Iterable[str], leading: float, font: str = "A", top: float = TOP) -> list[Line]:
    """Paragraphs broken into lines, downwards from the first baseline."""
    found_: list[Line] = []
    for text in texts:
        for line in simpleSplit(text, "Helvetica", SIZE, WIDTH):
            found_.append((top, font, line))
            top -= leading
        top -= GAP
    return found_


def page(
    drawn: Sequence[Line], fonts: Sequence[str], show: str = "BT /{font} 12 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
) -> bytes:
    """A page of lines; fonts go by ``A``, ``B`` … in the order of their names.

    Args:
        drawn: the lines.
        fonts: their names as they stand in the file.
        show: operators that draw a line.
    """
    objects: list[str | bytes] = []
    first = 5
    for position, name in enumerate(fonts):
        objects += _font(name, first + 2 * position)
    names = " ".join(f"/{chr(ord('A') + position)} {first + 2 * position} 0 R" for position in range(len(fonts)))
    content = "\n".join(show.format(font=font, x=LEFT, y=round(y, 2), text=_escaped(text)) for y, font, text in drawn)
    return raw(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            f"/Resources << /Font << {names} >> >> >>",
            stream(content),
            *objects,
        ]
    )


def _font(name: str, number: int) -> list[str]:
    """A font that is not embedded, with the widths of Helvetica (Arial has the same), and its descriptor."""
    widths = " ".join(str(round(width)) for width in getFont("Helvetica").widths[32:127])
    return [
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 "
        f"/Widths [{widths}] /FontDescriptor {number + 1} 0 R >>",
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [-665 -325 2000 1006] /ItalicAngle 0 "
        "/Ascent 905 /Descent -212 /CapHeight 716 /StemV 80 >>",
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def plain(name: str, spacing: float = 1.5, measures: str = "Arial") -> bytes:
    """The essay in one font, 12 pt, lines so many times single spacing apart."""
    return page(lines(TEXTS, spacing * SINGLE[measures]), [name])


def _sized(size: float, leading: float) -> bytes:
    show = "BT /{font} " + f"{size:g}" + " Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
    return page(lines(TEXTS, leading), ["ArialMT"], show)


def _by_matrix() -> bytes:
    """Size 1 made 12 by the text matrix, as many converters write."""
    show = "BT /{font} 1 Tf 12 0 0 12 {x} {y} Tm ({text}) Tj ET"
    return page(lines(TEXTS, 1.5 * SINGLE["Arial"]), ["BCDEEE+ArialMT"], show)


def _by_page() -> bytes:
    """Pixels of a browser: 16 of them made 12 pt by the matrix of the page."""
    show = "q 0.75 0 0 0.75 {x} {y} cm BT /{font} 16 Tf ({text}) Tj ET Q"
    return page(lines(TEXTS, 1.5 * SINGLE["Arial"]), ["AAAAAA+ArialMT"], show)


def _halves() -> bytes:
    """A paragraph in Arial, and the same again in Times New Roman."""
    leading = 1.5 * SINGLE["Arial"]
    above = lines(TEXTS[:1], leading)
    below = lines(TEXTS[:1], leading, "B", above[-1][0] - leading - GAP)
    return page([*above, *below], ["ABCDEF+ArialMT", "ABCDEF+TimesNewRomanPSMT"])


def _short() -> bytes:
    """Paragraphs of a single line each: no distance belongs to the lines of a paragraph."""
    texts = [text.partition(". ")[0].split(" yang ")[0] + "." for text in TEXTS]
    return page(lines([text[:70] for text in texts], 40.0), ["ArialMT"])


CASES: Final = (
    Case("Word", "ABCDEF+ArialMT", "pdf", lambda: plain("ABCDEF+ArialMT")),
    Case("Word", "Arial-BoldMT", "pdf", lambda: plain("Arial-BoldMT")),
    Case("Word", "Arial,Bold", "pdf", lambda: plain("Arial,Bold")),
    Case("LibreOffice", "LiberationSans", "pdf", lambda: plain("BAAAAA+LiberationSans")),
    Case("converter", "size by the text matrix", "pdf", _by_matrix),
    Case("browser", "size by the page's matrix", "pdf", _by_page),
    Case("macOS", "Helvetica", "pdf", lambda: plain("Helvetica"), font=found("Helvetica")),
    Case(
        "Word", "Times New Roman", "pdf",
        lambda: plain("ABCDEF+TimesNewRomanPSMT", measures="Times"), font=found("Times New Roman"),
    ),
    Case("Word", "Calibri", "pdf", lambda: plain("ABCDEF+Calibri", measures="Calibri"), font=found("Calibri")),
    Case("Word", "Arial Narrow", "pdf", lambda: plain("ABCDEF+ArialNarrow"), font=found("Arial Narrow"),
         spacing=untold("unknown")),
    Case("Word", "half in Times New Roman", "pdf", _halves, font=found("Times New Roman", in_percent=50)),
    Case("Word", "11 pt", "pdf", lambda: _sized(11, 1.5 * SINGLE["Arial"] * 11 / 12), size=found(11)),
    Case("Word", "single spacing", "pdf", lambda: plain("ArialMT", 1.0), spacing=found(1)),
    Case("Word", "spacing 1.15", "pdf", lambda: plain("ArialMT", 1.15), spacing=found(1.15)),
    Case("Word", "spacing 2", "pdf", lambda: plain("ArialMT", 2.0), spacing=found(2)),
    Case("Word", "exactly 18 pt", "pdf", lambda: _sized(12, 18.0), spacing=found(1.3)),
    Case(
        "Word", "Times New Roman, single", "pdf",
        lambda: plain("TimesNewRomanPSMT", 1.0, "Times"), font=found("Times New Roman"), spacing=found(1),
    ),
    Case(
        "Word", "Calibri, spacing 2", "pdf",
        lambda: plain("Calibri", 2.0, "Calibri"), font=found("Calibri"), spacing=found(2),
    ),
    Case("converter", "a font without its name", "pdf", lambda: plain("CIDFont+F1"), font=untold("unknown"),
         spacing=untold("unknown")),
    Case("Word", "single lines only", "pdf", _short, spacing=untold("unknown")),
)  # fmt: skip
