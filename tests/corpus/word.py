"""Word files from the XML of their body, and of other parts where that matters; nothing else is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Final
from xml.sax.saxutils import escape

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Final = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"'
)
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_ROOTS: Final = {
    "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "endnotes": "w:endnotes",
    "header": "w:hdr", "footer": "w:ftr", "theme": "a:theme", "comments": "w:comments", "settings": "w:settings",
}  # fmt: skip
MAIN: Final = f"{_TYPES}.wordprocessingml.document.main+xml"
SECTION: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)
PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489"
    "0000000d49444154789c6360f8cfc0500000030101 00c9fe92ef0000000049454e44ae426082".replace(" ", "")
)


def r(text: str, properties: str = "") -> str:
    """A run of text; ``properties`` is the inside of its ``w:rPr``."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs (XML); ``properties`` is the inside of its ``w:pPr``."""
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{''.join(runs)}</w:p>"


def ps(texts: Iterable[str]) -> str:
    """A plain paragraph for each text."""
    return "".join(p(r(text)) for text in texts)


def cell(*content: str, properties: str = "") -> str:
    """A table cell with paragraphs or tables (XML)."""
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{''.join(content)}</w:tc>"


def table(*rows: Iterable[str]) -> str:
    """A table from rows of cells (XML)."""
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{inside}</w:tbl>"


def document_xml(body: str) -> str:
    """The main part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>'
        f"{body}{SECTION}</w:body></w:document>"
    )


def members(body: str = "", *, root: str | bytes = "", main_type: str = MAIN, **parts: str) -> dict[str, bytes]:
    """The members of a Word package by name.

    Args:
        body: inside of ``w:body``.
        root: the whole main part instead.
        main_type: content type of the main part.
        parts: insides of other parts (``styles``, ``header1`` …); one that begins with ``<?`` or a byte order mark is
            taken whole.
    """
    relations, types, files = [], [], {}
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        tag = _ROOTS[kind]
        whole = inside.startswith("<?")
        files[f"word/{name}.xml"] = (inside if whole else f"<{tag} {NAMESPACES}>{inside}</{tag}>").encode()
        relations.append(f'<Relationship Id="r{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
        types.append(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.wordprocessingml.{kind}+xml"/>'
            if kind != "theme"
            else f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.theme+xml"/>'
        )
    main = root or document_xml(body)
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{"".join(types)}</Types>'
        ).encode(),
        "_rels/.rels": _relationships(
            [f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>']
        ),
        "word/document.xml": main if isinstance(main, bytes) else main.encode(),
        "word/_rels/document.xml.rels": _relationships(relations),
        **files,
    }


def _relationships(relations: Iterable[str]) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()


def pack(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of members, with the same date in all."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


def docx(body: str = "", *, root: str | bytes = "", main_type: str = MAIN, **parts: str) -> bytes:
    """A Word file; arguments as of `members`."""
    return pack(members(body, root=root, main_type=main_type, **parts))


def with_members(data: bytes, extra: Mapping[str, bytes]) -> bytes:
    """A package with further members."""
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as package:
        for name, content in extra.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def textbox(*content: str) -> str:
    """A run with a text box as Word writes it: DrawingML, and the same again in VML for old programs."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture() -> str:
    """A run with a picture."""
    return (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rP"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
