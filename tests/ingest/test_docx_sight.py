"""Boxes, tables and papers that change what of a Word file can be seen; the corpus holds the simple ways of hiding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from grader.ingest.reading import read_bytes
from grader.ingest.word.colours import can_be_seen

MakeDocx = Callable[..., bytes]

WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def p(text: str, run: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def drawn(content: str, fill: str = "", position: str = "") -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:anchor {WP}>{position}<wp:extent cx='1270000' cy='1270000'/>"
        f"<wps:wsp><wps:spPr>{fill}"
        f"</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>"
        "</w:r></w:p>"
    )


def position(tag: str, base: str, offset: int) -> str:
    return f"<{tag} relativeFrom='{base}'><wp:posOffset>{offset}</wp:posOffset></{tag}>"


def vml(content: str, attributes: str) -> str:
    inside = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f"<w:p><w:r><w:pict><v:rect {attributes}>{inside}</v:rect></w:pict></w:r></w:p>"


def seen(data: bytes) -> tuple[bool, tuple[str, ...]]:
    """Whether the two words in question were read, and the kinds of hidden text that were told."""
    document = read_bytes(data, "a.docx")
    texts = [block.text for block in document.blocks]
    kinds = [kind for notice in document.notices for kind in notice.values["kinds"]]  # type: ignore[union-attr]
    return "kata kunci" in texts, tuple(map(str, kinds))


@pytest.mark.parametrize(
    "body, kinds",
    [
        (drawn(p("kata kunci", WHITE)), ("colour",)),
        (drawn(p("kata kunci", WHITE), DARK), ()),
        (drawn(p("kata kunci", WHITE), "<a:noFill/>"), ("colour",)),
        (drawn(p("kata kunci", WHITE), "<a:gradFill/>"), ()),
        (drawn(p("kata kunci"), "", position("wp:positionH", "page", -2540000)), ("off-page",)),
        (drawn(p("kata kunci"), "", position("wp:positionV", "paragraph", 2540000)), ()),
        (vml(p("kata kunci", WHITE), 'fillcolor="navy"'), ()),
        (vml(p("kata kunci", WHITE), 'fillcolor="#fffffe"'), ("colour",)),
        (vml(p("kata kunci"), 'style="position:absolute;margin-left:-5000pt"'), ("off-page",)),
        (p("kata kunci", '<w:w w:val="1"/>'), ("tiny",)),
        (p("kata kunci", '<w:spacing w:val="-200"/>'), ("tiny",)),
        (p("kata kunci", '<w:w w:val="80"/><w:spacing w:val="-10"/>'), ()),
        (p("kata kunci", "<w14:textFill xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'>"
           "<w14:noFill/></w14:textFill>"), ("colour",)),
    ],
)  # fmt: skip
def test_where_a_text_can_be_seen(body: str, kinds: tuple[str, ...], make_docx: MakeDocx) -> None:
    assert seen(make_docx(p("Terlihat") + body)) == (not kinds, kinds)


def test_a_note_whose_reference_is_hidden_is_not_printed(make_docx: MakeDocx) -> None:
    body = p("Terlihat") + (
        '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r><w:r><w:t>jelas</w:t></w:r></w:p>'
    )
    data = make_docx(body, footnotes=f'<w:footnote w:id="2">{p("kata kunci")}</w:footnote>')
    assert seen(data) == (False, ("vanish",))


def test_forms_pasted_from_the_web_raise_nothing(make_docx: MakeDocx) -> None:
    body = p("Top of Form", "<w:vanish/>") + p("kata kunci") + p("Bottom of Form", "<w:vanish/>")
    assert seen(make_docx(body)) == (True, ())


@pytest.mark.parametrize(
    "letters, ground, expected",
    [
        ("FFFFFF", "FFFFFF", False),
        ("F2F2F2", "FFFFFF", False),
        ("D9D9D9", "FFFFFF", True),
        ("FFFF00", "FFFFFF", True),
        ("FFFFFF", "000000", True),
        ("000000", "0A0A0A", False),
        ("auto", "000000", True),
        ("FFFFFF", "unknown", True),
    ],
)
def test_contrast(letters: str, ground: str, expected: bool) -> None:
    assert can_be_seen(letters, ground) is expected
