"""Good files, damaged in every way that Hypothesis finds: each yields a document or a coded error, and nothing else."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from grader.error_texts import CATALOGUE
from grader.errors import GraderError
from grader.ingest.reading import read_bytes
from tests.corpus.features_docx import deletion, insertion
from tests.corpus.paper import essay
from tests.corpus.prose import paragraphs
from tests.corpus.word import cell, members, p, pack, ps, r, table, textbox

TEXTS: Final = paragraphs(120, 300, 40)
MEMBERS: Final = members(
    ps(TEXTS)
    + p(r("Judul"), style="J")
    + p(r("Butir"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + p(insertion(r("baru")), deletion("lama"), textbox(p(r("kotak"))))
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>')
    + p('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("hasil"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    + table([cell(p(r("a")), properties='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')], [cell(p(r("b")))])
    + p(r("catatan"), '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    styles='<w:style w:type="paragraph" w:styleId="J"><w:name w:val="heading 1"/><w:basedOn w:val="K"/>'
    '<w:rPr><w:sz w:val="28"/><w:color w:val="1F3864"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="K"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    footnotes=f'<w:footnote w:id="2">{p(r("Catatan kaki."))}</w:footnote>',
    header1=p(r("Kepala")),
)
GOOD: Final[dict[str, bytes]] = {
    "docx": pack(MEMBERS),
    "pdf": essay(TEXTS),
    "txt": "\n\n".join(TEXTS).encode("utf-16"),
    "md": ("# Judul\n\n" + "\n\n".join(TEXTS) + "\n\n| a | b |\n|---|---|\n| **c** | [d](e) |\n").encode(),
}
XML_PARTS: Final = [name for name in MEMBERS if name.endswith((".xml", ".rels"))]

Change = tuple[str, float, float, bytes]
"""What is done, where it begins and ends (as shares of the whole), and bytes to do it with."""

CHANGES: Final = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "double", "insert", "zero", "swap"]),
        st.floats(0, 1),
        st.floats(0, 0.05),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=5,
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """Data with changes made one after the other."""
    for what, where, length, new in changes:
        at = int(where * len(data))
        end = min(len(data), at + max(1, int(length * len(data))))
        stretch = data[at:end]
        middle = {
            "flip": bytes(byte ^ new[0] for byte in stretch[:8]) + stretch[8:],
            "cut": b"",
            "double": stretch * 2,
            "insert": new + stretch,
            "zero": bytes(len(stretch)),
            "swap": stretch[::-1],
        }[what]
        data = data[:at] + middle + data[end:]
    return data


ENDS: Final = {"read", *CATALOGUE} - {"G901"}


def outcome(data: bytes, name: str) -> str:
    """``read``, or the code of the error."""
    try:
        document = read_bytes(data, name)
    except GraderError as error:
        return error.code
    texts = [block.text for block in document.blocks]
    return "read" if texts == [" ".join(text.split()) for text in texts] else "not clean"


@pytest.mark.parametrize("ending", GOOD)
def test_the_files_are_good_before_they_are_damaged(ending: str) -> None:
    assert outcome(GOOD[ending], f"a.{ending}") == "read"


def any_of(count: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """So many examples, without a limit of time for one: other work on the machine must not fail a test."""
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("ending", ["docx", "txt", "md"])
@any_of(120)
@given(changes=CHANGES)
def test_bytes_changed_anywhere(ending: str, changes: list[Change]) -> None:
    assert outcome(changed(GOOD[ending], changes), f"a.{ending}") in ENDS


@any_of(40)
@given(changes=CHANGES)
def test_bytes_of_a_pdf_changed_anywhere(changes: list[Change]) -> None:
    assert outcome(changed(GOOD["pdf"], changes), "a.pdf") in ENDS


@any_of(120)
@given(name=st.sampled_from(list(MEMBERS)), changes=CHANGES)
def test_bytes_of_one_member_changed(name: str, changes: list[Change]) -> None:
    assert outcome(pack({**MEMBERS, name: changed(MEMBERS[name], changes)}), "a.docx") in ENDS


@any_of(80)
@given(
    gone=st.sets(st.sampled_from(list(MEMBERS)), max_size=3),
    twice=st.sampled_from(list(MEMBERS)),
    names=st.permutations(list(MEMBERS)),
    swapped=st.booleans(),
)
def test_members_gone_doubled_and_exchanged(gone: set[str], twice: str, names: list[str], swapped: bool) -> None:
    target = io.BytesIO()
    contents = names if not swapped else [*names[1:], names[0]]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in zip(names, contents, strict=True):
            if name not in gone:
                package.writestr(zipfile.ZipInfo(name), MEMBERS[content])
        package.NameToInfo.pop(twice, None)  # or writing it twice would be a warning
        package.writestr(zipfile.ZipInfo(twice), MEMBERS[twice])
    assert outcome(target.getvalue(), "a.docx") in ENDS


@any_of(150)
@given(
    name=st.sampled_from(XML_PARTS),
    steps=st.lists(
        st.tuples(
            st.sampled_from(["move", "double", "delete", "rename", "attribute", "drop", "wrap"]),
            st.integers(0, 400),
            st.integers(0, 400),
            st.sampled_from(
                ["", "0", "-1", "99999999999999999999", "true", "x", "FFFFFF", "%1.%2.%9", "１", "1e9", "nan"]
            ),
        ),
        min_size=1,
        max_size=6,
    ),
)
def test_elements_moved_and_attributes_changed(name: str, steps: list[tuple[str, int, int, str]]) -> None:
    root = etree.fromstring(MEMBERS[name])
    for what, one, other, value in steps:
        elements = list(root.iter("*"))
        element, second = elements[one % len(elements)], elements[other % len(elements)]
        _step(what, element, second, value)
    assert outcome(pack({**MEMBERS, name: etree.tostring(root)}), "a.docx") in ENDS


def _step(what: str, element: etree._Element, second: etree._Element, value: str) -> None:
    parent = element.getparent()
    if what == "rename":
        element.tag = second.tag
    elif what == "attribute" and element.attrib:
        element.attrib[sorted(element.attrib)[0]] = value
    elif what == "drop" and element.attrib:
        del element.attrib[sorted(element.attrib)[0]]
    elif what == "double":
        second.append(copy.deepcopy(element))
    elif parent is None:
        return
    elif what == "delete":
        parent.remove(element)
    elif what == "move" and element not in set(second.iterancestors()) | {second}:
        second.append(element)
    elif what == "wrap":
        wrapper = etree.SubElement(parent, second.tag)
        wrapper.append(element)
