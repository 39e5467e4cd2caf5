"""Makes the files of `samples/` from `tests/samples/sources/`: `uv run python tests/make_samples.py`.

A source is an essay in a little Markdown, after a block that says which file it becomes and how its author sets a
page. DOCX files come out the same, part by part, whenever they are made. PDF files are made from such DOCX by
LibreOffice (`soffice` must be installed), as people who use Word make theirs; their dates and identifiers differ from
run to run. Where Arial, Times New Roman and Calibri are not installed, LibreOffice takes Liberation Sans, Liberation
Serif and Carlito, which have the same measures.

What the little Markdown knows: `#` title, `##` and `###` headings, `**bold**`, `*italic*`, `<br>` a line break, lists
(`1.`, `a.`, `-`, deeper by two blanks), `| label | value |` a row of a table, `::: center` … `:::` a cover,
`\\newpage`, `text ........ page` a line of a contents list. Every other line is a paragraph of its own; `1\\.` is a
typed number.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import yaml
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tests" / "samples" / "sources"
MADE = datetime(2024, 5, 6, 8, 0, tzinfo=UTC)
ITEM = re.compile(r"( *)(\d+\.|[a-z]\.|-) (.*)")
INLINE = re.compile(r"(\*\*[^*]+\*\*|\*[^*]+\*|<br>)")
BULLETS = (("Symbol", "\uf0b7"), ("Courier New", "o"), ("Wingdings", "\uf0a7"))
NUMBERS = (("decimal", "%{}."), ("lowerLetter", "%{}."), ("lowerRoman", "%{}."))


@dataclass(frozen=True)
class Look:
    """How an author sets a page: the block that begins a source.

    Attributes:
        file: the sample, relative to `samples/`; its ending says the format.
        author: name in the file's properties.
        font: of the whole text.
        size: in points.
        spacing: line spacing, a multiple of single spacing.
        headings: ``styles`` (Word's own) or ``typed`` (bold paragraphs).
        direct: whether font, size and spacing are set on the text, over other ones in the styles, as many people do.
        justified: whether the text is aligned on both sides.
        header: running head; none when empty.
        page_numbers: whether the footer counts the pages.
        borders: whether tables show their lines.
        pasted: `font`, `size` and `spacing` of the body `paragraphs` (counted from 1) that come from elsewhere.
    """

    file: str
    author: str
    font: str = "Arial"
    size: float = 12
    spacing: float = 1.5
    headings: str = "styles"
    direct: bool = False
    justified: bool = True
    header: str = ""
    page_numbers: bool = True
    borders: bool = True
    pasted: dict[str, Any] = field(default_factory=dict)


def read_source(path: Path) -> tuple[Look, str]:
    """The look and the text of a source."""
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return Look(**yaml.safe_load(front)), text


class Page:
    """A Word document in the making, one line of the source after the other."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.document: Document = docx.Document()
        self.centred = False
        self.body_paragraphs = 0
        self.list: tuple[str, int] | None = None  # kind and number of the list that goes on
        set_page(self.document, look)
        set_styles(self.document, look)

    def add(self, line: str) -> None:
        """Adds what one line of the source says."""
        item = ITEM.fullmatch(line)
        if item:
            self.add_item(len(item[1]) // 2, item[2], item[3])
            return
        self.list = None
        if line.startswith(":::"):
            self.centred = line != ":::"
        elif line == "\\newpage":
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif line.startswith("#"):
            marks, text = line.split(" ", 1)
            self.add_heading(len(marks), text)
        elif " ........ " in line:
            self.write(self.document.add_paragraph(style="toc 1"), line.replace(" ........ ", "\t"))
        else:
            self.add_paragraph(line)

    def add_heading(self, depth: int, text: str) -> None:
        """Adds a heading in the author's manner; depth 1 is the title."""
        if self.look.headings == "styles":
            style = "Title" if depth == 1 else f"Heading {depth - 1}"
            self.write(self.document.add_paragraph(style=style), text)
            return
        paragraph = self.document.add_paragraph()
        if depth == 1:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.write(paragraph, f"**{text}**")

    def add_paragraph(self, text: str) -> None:
        """Adds a paragraph of the body, or a line of the cover."""
        paragraph = self.document.add_paragraph()
        if self.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(36)
            self.write(paragraph, text)
            return
        self.body_paragraphs += 1
        pasted = self.look.pasted if self.body_paragraphs in self.look.pasted.get("paragraphs", ()) else {}
        if self.look.justified and not pasted:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if pasted:
            paragraph.paragraph_format.line_spacing = float(pasted["spacing"])
        self.write(paragraph, text, pasted)

    def add_item(self, depth: int, marker: str, text: str) -> None:
        """Adds an item to the list that goes on, or begins a new one, in Word's own numbering."""
        kind = "-" if marker == "-" else "a" if marker[0].isalpha() else "1"
        if self.list is None or (depth == 0 and self.list[0] != kind):
            start = int(marker[:-1]) if kind == "1" else 1
            self.list = (kind, add_list(self.document, kind, start))
        paragraph = self.document.add_paragraph(style="List Paragraph")
        properties: Any = paragraph._p.get_or_add_pPr()
        properties = properties.get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = self.list[1]
        self.write(paragraph, text)

    def add_table(self, rows: list[list[str]]) -> None:
        """Adds a table, one paragraph a cell."""
        table = self.document.add_table(rows=0, cols=len(rows[0]))
        table.style = "Table Grid" if self.look.borders else "Normal Table"
        table.autofit = False
        for row in rows:
            for cell, width, text in zip(table.add_row().cells, (Cm(5.5), Cm(10.5)), row, strict=True):
                cell.width = width
                self.write(cell.paragraphs[0], text)
        self.document.add_paragraph()

    def write(self, paragraph: Paragraph, text: str, pasted: dict[str, Any] | None = None) -> None:
        """Writes text with its bold and italic stretches, formatted in the author's manner."""
        if self.look.direct and not pasted:
            paragraph.paragraph_format.line_spacing = self.look.spacing
        for part in INLINE.split(text.replace("\\.", ".")):
            if not part:
                continue
            run = paragraph.add_run(part.strip("*") if part != "<br>" else "")
            if part == "<br>":
                run.add_break()
            run.bold = True if part.startswith("**") else None
            run.italic = True if part.startswith("*") and not part.startswith("**") else None
            if pasted or self.look.direct:
                run.font.name = str(pasted["font"]) if pasted else self.look.font
                run.font.size = Pt(float(pasted["size"]) if pasted else self.look.size)


def set_page(document: Document, look: Look) -> None:
    """Sets A4 with its margins, running head, page number and the file's properties."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.top_margin = section.right_margin = section.bottom_margin = Cm(2.54)
    if look.header:
        section.header.paragraphs[0].text = look.header
    if look.page_numbers:
        paragraph = section.footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for kind, content in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "1"), ("end", "")):
            run = paragraph.add_run(content if kind == "text" else "")
            if kind == "":
                run._r.append(parse_xml(f"<w:instrText {nsdecls('w')}>{content}</w:instrText>"))
            elif kind != "text":
                run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
    properties = document.core_properties
    properties.author = properties.last_modified_by = look.author
    properties.created = properties.modified = MADE
    properties.title, properties.comments, properties.language = Path(look.file).stem, "", "id-ID"


def set_styles(document: Document, look: Look) -> None:
    """Gives Word's styles the author's font, size and spacing, or Word's own where they are set on the text."""
    font, size, spacing = ("Calibri", 11.0, 1.15) if look.direct else (look.font, look.size, look.spacing)
    names = {"Normal": size, "Title": size + 2, "Heading 1": size, "Heading 2": size, "List Paragraph": size}
    for name, points in names.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]  # a theme's font would win over the named one
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), font)
        style.font.size = Pt(points)
        if name not in {"Normal", "List Paragraph"}:
            style.font.bold, style.font.color.rgb = True, RGBColor(0, 0, 0)
            style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)
    normal, title = document.styles["Normal"], document.styles["Title"]
    assert isinstance(normal, ParagraphStyle)
    assert isinstance(title, ParagraphStyle)
    normal.paragraph_format.line_spacing, normal.paragraph_format.space_after = spacing, Pt(6)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for border in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(border)
    contents = document.styles.add_style("toc 1", 1)
    assert isinstance(contents, ParagraphStyle)
    contents.base_style = normal
    contents.paragraph_format.tab_stops.add_tab_stop(Cm(15.5), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def add_list(document: Document, kind: str, start: int) -> int:
    """Adds a list of six levels to Word's numbering; returns the number by which its items name it."""
    numbering = document.part.numbering_part.element
    number = 100 + len(numbering.num_lst)
    levels = []
    for level in range(6):
        if kind == "-":
            face, sign = BULLETS[level % 3]
            form, fonts = "bullet", f'<w:rPr><w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:hint="default"/></w:rPr>'
        else:
            form, sign = NUMBERS[(level + (kind == "a")) % 3]
            sign, fonts = sign.format(level + 1), ""
        left = 720 * (level + 1)
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="{1 if level else start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>{fonts}</w:lvl>'
        )
    multi = '<w:multiLevelType w:val="hybridMultilevel"/>'
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{multi}{"".join(levels)}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    return int(numbering.add_num(number).numId)


def chunks(text: str) -> Iterator[str | list[list[str]]]:
    """The lines of a source that say something; the rows of a table together."""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line


def to_docx(look: Look, text: str) -> bytes:
    """The Word document of a source; the same bytes, with the same libraries, whenever it is made."""
    page = Page(look)
    for chunk in chunks(text):
        if isinstance(chunk, str):
            page.add(chunk)
        else:
            page.add_table(chunk)
    saved, fixed = io.BytesIO(), io.BytesIO()
    page.document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def to_pdfs(documents: dict[Path, bytes]) -> None:
    """Has LibreOffice print Word documents; the keys are the PDF files to write."""
    with tempfile.TemporaryDirectory() as folder:
        names = {target: Path(folder) / f"{number}.docx" for number, target in enumerate(documents)}
        for target, name in names.items():
            name.write_bytes(documents[target])
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        epoch = {"SOURCE_DATE_EPOCH": str(int(MADE.timestamp()))}
        quiet = subprocess.DEVNULL
        subprocess.run([*command, *map(str, names.values())], check=True, stdout=quiet, env=os.environ | epoch)
        for target, name in names.items():
            target.write_bytes(name.with_suffix(".pdf").read_bytes())


def main() -> None:
    """Makes the samples again, all of them or those of some formats."""
    parser = argparse.ArgumentParser(description="Makes the files of samples/ from tests/samples/sources/.")
    parser.add_argument("--out", type=Path, default=ROOT / "samples", help="folder to write into")
    parser.add_argument("--only", choices=["docx", "pdf", "txt"], action="append", help="formats to make")
    options = parser.parse_args()
    to_print: dict[Path, bytes] = {}
    for source in sorted(SOURCES.glob("*.md")):
        look, text = read_source(source)
        target = options.out / look.file
        kind = target.suffix.lstrip(".")
        if options.only and kind not in options.only:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if kind == "txt":
            target.write_text(
                text.lstrip("\n").replace("\\.", "."), encoding="utf-8", newline="\r\n"
            )  # as Notepad does
        elif kind == "docx":
            target.write_bytes(to_docx(look, text))
        else:
            to_print[target] = to_docx(look, text)
    if to_print:
        to_pdfs(to_print)


if __name__ == "__main__":
    main()
