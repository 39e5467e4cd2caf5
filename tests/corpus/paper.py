"""PDFs: drawn with reportlab as a word processor would, or put together by hand where the oddity is the point."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

LEFT: Final = 72.0
TOP: Final = A4[1] - 72.0
WIDTH: Final = A4[0] - 144.0
SIZE: Final = 12.0
LEADING: Final = 20.7  # 1.5 lines of Arial 12

Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF of pages, each drawn by a function; the same bytes at every call."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, pageCompression=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def lines_of(text: str, width: float = WIDTH, font: str = "Helvetica", size: float = SIZE) -> list[str]:
    """A text broken into lines."""
    broken: list[str] = simpleSplit(text, font, size, width)
    return broken


def put(
    canvas: Canvas,
    lines: Iterable[str],
    *,
    x: float = LEFT,
    y: float = TOP,
    font: str = "Helvetica",
    size: float = SIZE,
    leading: float = LEADING,
) -> float:
    """Draw lines downwards from a baseline; returns the baseline after the last."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= leading
    return y


def write(canvas: Canvas, texts: Iterable[str], y: float = TOP) -> float:
    """Draw paragraphs as Word does: broken into lines, with a gap between paragraphs."""
    for text in texts:
        y = put(canvas, lines_of(text), y=y) - 8
    return y


def essay(texts: Sequence[str], each: int = 4) -> bytes:
    """An ordinary essay, so many paragraphs a page."""
    parts = [texts[at : at + each] for at in range(0, len(texts), each)]
    return pdf(*(lambda canvas, part=part: write(canvas, part) for part in parts))


Object = str | bytes


def raw(objects: Sequence[Object], *, trailer: str = "", version: str = "1.7", xref: bool = True) -> bytes:
    """A PDF from its objects, numbered from 1; the first is the catalogue."""
    out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    offsets = []
    for number, inside in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + _bytes(inside) + b"\nendobj\n"
    start = len(out)
    if xref:
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: Object, entries: str = "", *, packed: bool = False) -> bytes:
    """A stream object."""
    data = _bytes(content)
    if packed:
        data, entries = zlib.compress(data, 9), f"{entries} /Filter /FlateDecode"
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def one_page(
    content: Object,
    *,
    resources: str = "",
    extra: Sequence[Object] = (),
    page: str = "",
    box: str = "0 0 595 842",
    catalogue: str = "",
    fonts: str = "",
) -> bytes:
    """A page by hand: its content stream, with the font ``F`` (Helvetica, object 5); ``extra`` is numbered from 6."""
    return raw(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
            f"/Resources << /Font << /F 5 0 R {fonts} >> {resources} >> {page} >>",
            content if isinstance(content, bytes) and content.startswith(b"<<") else stream(content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *extra,
        ]
    )


def show(lines: Iterable[str], *, x: float = LEFT, y: float = 770.0, size: float = SIZE, leading: float = 20.0) -> str:
    """Content-stream operators that show lines, to be put between other operators."""
    parts = [f"BT /F {size} Tf {leading} TL 1 0 0 1 {x} {y} Tm"]
    parts += [f"({_escaped(line)}) Tj T*" for line in lines]
    return "\n".join([*parts, "ET\n"])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _bytes(content: Object) -> bytes:
    return content if isinstance(content, bytes) else content.encode("cp1252")
