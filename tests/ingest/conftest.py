"""Hand-made files: Word packages from a few lines of XML, PDFs from lists of words with their places."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "header": "w:hdr",
    "footer": "w:ftr",
    "theme": "a:theme",
}


Word = tuple[float, float, str] | tuple[float, float, str, str] | tuple[float, float, str, str, float]
"""Left, baseline, text, font (``Courier``), size (10)."""


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    """Bytes of a Word file from the inside of ``w:body`` and the insides of other parts (``header1``, ``styles`` …)."""

    def build(body: str, *, root: str = "", **parts: str) -> bytes:
        relations = []
        files = {}
        for name, inside in parts.items():
            kind = name.rstrip("0123456789")
            files[f"word/{name}.xml"] = f"<{_ROOTS[kind]} {W}>{inside}</{_ROOTS[kind]}>"
            relations.append(f'<Relationship Id="r{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
        files["word/document.xml"] = root or f"<w:document {W}><w:body>{body}</w:body></w:document>"
        files["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'
        )
        files["_rels/.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        )
        files["[Content_Types].xml"] = (
            f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
        )
        return make_zip(files)

    return build


def make_zip(files: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return target.getvalue()


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Bytes of a PDF from pages of words with their places; ``raw`` goes in front of every page's content."""
    return build_pdf


def build_pdf(
    pages: Sequence[Sequence[Word]], *, raw: str = "", page: str = "", password: bytes = b"", extra: Sequence[str] = ()
) -> bytes:
    """A PDF with the fonts that every viewer has; in Courier every character is 0.6 font sizes wide.

    ``page`` goes into every page's dictionary, ``extra`` are the objects numbered from 3.
    """
    names = list(dict.fromkeys(word[3] if len(word) > 3 else "Courier" for words in pages for word in words))
    first_font = 3 + len(extra)
    first_page = first_font + len(names)
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", *extra]
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>" for name in names]
    fonts = " ".join(f"/F{index} {index + first_font} 0 R" for index in range(len(names)))
    for index, words in enumerate(pages):
        content = raw + "\n".join(_draw(word, names) for word in words)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first_page + 2 * index + 1} 0 R "
            f"/Resources << /Font << {fonts} >> /XObject << /X 3 0 R >> >> {page} >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    locked = _encryption(password) if password else ""
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {locked}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _encryption(password: bytes) -> str:
    """The standard security handler, revision 2 (PDF 1.7, 7.6.3): what a reader checks the password against."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password + padding)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    identity = bytes(16)
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + identity).digest()[:5]
    user = _rc4(key, padding)
    return (
        f"/ID [<{identity.hex()}> <{identity.hex()}>] "
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >> "
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _draw(word: Word, names: list[str]) -> str:
    left, baseline, text = word[:3]
    font = word[3] if len(word) > 3 else "Courier"
    size = word[4] if len(word) > 4 else 10
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F{names.index(font)} {size} Tf 1 0 0 1 {left} {baseline} Tm ({escaped}) Tj ET"


@pytest.fixture
def essay_files(make_docx: Callable[..., bytes], make_pdf: Callable[..., bytes]) -> dict[str, bytes]:
    """One good file a format, each with a title, a paragraph and a second one."""
    sentence = "Kolaborasi berarti bekerja bersama antarinstansi."
    docx = make_docx(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Pokok Pikiran</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>{sentence}</w:t></w:r></w:p><w:p><w:r><w:t>Sekian.</w:t></w:r></w:p>"
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    pdf = make_pdf([[(72, 700, "Pokok Pikiran", "Courier-Bold"), (72, 680, sentence), (72, 640, "Sekian.")]])
    return {
        "docx": docx,
        "pdf": pdf,
        "txt": f"Pokok Pikiran\n\n{sentence}\n\nSekian.\n".encode(),
        "md": f"# Pokok Pikiran\n\n{sentence}\n\nSekian.\n".encode(),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to collect from."""
    (tmp_path / "tugas").mkdir()
    return tmp_path / "tugas"
