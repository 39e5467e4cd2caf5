"""Comments in a copy of a Word file: at the right words, in every kind of place, with nothing lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from grader import load_rubric
from grader.ingest.reading import read_bytes
from grader.records.score import Label
from grader.reports.names import Names
from grader.reports.participant.notes import Note, Passage
from grader.reports.participant.to_docx import AnnotationError, to_docx
from grader.wording.catalogue import VOICES

SAID = "Kolaborasi berarti berbagi tanggung jawab bersama."
BEFORE, AFTER = "Ini pembuka paragraf. ", " Ini penutup paragraf."


def made(build: Callable[[Any], None]) -> bytes:
    target = io.BytesIO()
    file = WordFile()
    file.add_paragraph("Judul naskah yang pendek")
    build(file)
    file.save(target)
    return target.getvalue()


def xml(text: str) -> Any:
    """A piece of XML; its first tag gets the namespace."""
    return parse_xml(text.replace(">", f" {nsdecls('w')}>", 1))


def plain(file: Any) -> None:
    file.add_paragraph(BEFORE + SAID + AFTER)


def cut_into_runs(file: Any) -> None:
    paragraph = file.add_paragraph(BEFORE)
    for index, word in enumerate(re.split(r"(?<= )", SAID + AFTER)):
        paragraph.add_run(word).bold = bool(index % 2)


def in_a_table(file: Any) -> None:
    file.add_table(2, 2).cell(1, 1).text = BEFORE + SAID + AFTER


def in_a_content_control(file: Any) -> None:
    run = f"<w:p><w:r><w:t xml:space='preserve'>{BEFORE + SAID + AFTER}</w:t></w:r></w:p>"
    file.element.body.insert(1, xml(f"<w:sdt><w:sdtContent>{run}</w:sdtContent></w:sdt>"))


def inserted(file: Any) -> None:
    run = f"<w:r><w:t xml:space='preserve'>{BEFORE + SAID + AFTER}</w:t></w:r>"
    gone = "<w:del w:id='5' w:author='x'><w:r><w:delText>Dihapus.</w:delText></w:r></w:del>"
    file.element.body.insert(1, xml(f"<w:p>{gone}<w:ins w:id='4' w:author='x'>{run}</w:ins></w:p>"))


def in_a_link(file: Any) -> None:
    half = len(SAID) // 2
    parts = f"<w:r><w:t xml:space='preserve'>{BEFORE + SAID[:half]}</w:t></w:r>"
    link = f"<w:hyperlink w:anchor='a'><w:r><w:t xml:space='preserve'>{SAID[half:] + AFTER}</w:t></w:r></w:hyperlink>"
    file.element.body.insert(1, xml(f"<w:p>{parts}{link}</w:p>"))


def with_breaks_and_tabs(file: Any) -> None:
    run = file.add_paragraph(BEFORE).add_run()
    first, _, rest = SAID.partition(" ")
    run.add_text(first)
    run.add_tab()
    run.add_text(rest[:10])
    run.add_break()
    run.add_text(rest[10:] + AFTER)


PLACES = (plain, cut_into_runs, in_a_table, in_a_content_control, inserted, in_a_link, with_breaks_and_tabs)


def passage(data: bytes, words: str = SAID) -> Passage:
    """The passage as the reader finds it."""
    for block in read_bytes(data, "a.docx").blocks:
        if words.partition(" ")[0] in block.text and "penutup" in block.text:
            start = block.text.index("Kolaborasi")
            end = block.text.index("bersama.") + len("bersama.")
            return Passage(block.text, block.text[start:end], start)
    raise AssertionError(data)


def commented(data: bytes, number: int) -> str:
    """The words within the range of a comment."""
    root = WordFile(io.BytesIO(data)).element.body
    inside, words = False, ""
    for element in root.iter():
        if element.get(qn("w:id")) == str(number) and element.tag in (
            qn("w:commentRangeStart"), qn("w:commentRangeEnd")
        ):  # fmt: skip
            inside = element.tag == qn("w:commentRangeStart")
        elif inside and element.tag == qn("w:t"):
            words += element.text or ""
    return words


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("build", PLACES)
def test_a_comment_stands_at_its_words_wherever_they_are(build: Callable[[Any], None], names: Names) -> None:
    data = made(build)
    result = to_docx(data, (Note(("Umum.",)), Note(("Tepat di sini.",), passage(data))), names)
    assert letters(commented(result, 1)) == letters(SAID)
    assert commented(result, 1).endswith("bersama.")
    comments = list(WordFile(io.BytesIO(result)).comments)
    assert [comment.text for comment in comments] == ["Umum.", "Tepat di sini."]
    assert {comment.author for comment in comments} == {"Umpan balik grader"}
    assert {comment.timestamp for comment in comments} == {None}
    assert commented(result, 0) == "Judul naskah yang pendek"


@pytest.mark.parametrize("build", PLACES)
def test_the_text_and_its_formats_stay_as_they_were(build: Callable[[Any], None], names: Names) -> None:
    data = made(build)
    result = to_docx(data, (Note(("a",)), Note(("b",), passage(data))), names)
    before, after = read_bytes(data, "a.docx"), read_bytes(result, "a.docx")
    assert [block.text for block in after.blocks] == [block.text for block in before.blocks]
    assert [block.runs for block in after.blocks] == [block.runs for block in before.blocks]
    assert to_docx(data, (Note(("a",)), Note(("b",), passage(data))), names) == result


def test_overlapping_and_equal_passages_each_keep_their_words(names: Names) -> None:
    data = made(plain)
    block = BEFORE + SAID + AFTER
    stretches = ((0, 30), (10, 60), (22, 72), (22, 72), (0, len(block)))
    notes = [Note((str(n),), Passage(block, block[start:end], start)) for n, (start, end) in enumerate(stretches)]
    result = to_docx(data, notes, names)
    for number, (start, end) in enumerate(stretches):
        assert letters(commented(result, number)).startswith(letters(block[start:end]))
    assert "".join(p.text for p in WordFile(io.BytesIO(result)).paragraphs).endswith(block)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 80), st.integers(9, 80)), min_size=1, max_size=6))
def test_any_stretches_can_be_commented_and_no_letter_is_lost(stretches: list[tuple[int, int]]) -> None:
    data, block = DATA, BEFORE + SAID + AFTER
    notes = [
        Note(("x",), Passage(block, block[start : start + length], start))
        for start, length in stretches
        if len(letters(block[start : start + length])) >= 8
    ]
    if not notes:
        return
    result = to_docx(data, notes, NAMES)
    assert [p.text for p in WordFile(io.BytesIO(result)).paragraphs] == ["Judul naskah yang pendek", block]
    for number, note in enumerate(notes):
        assert note.passage is not None
        assert letters(note.passage.text) in letters(commented(result, number))


def test_of_two_equal_paragraphs_the_right_one_is_meant(names: Names) -> None:
    def three_times(file: Any) -> None:
        for _ in range(3):
            file.add_paragraph(SAID)

    data = made(three_times)
    result = to_docx(data, (Note(("x",), Passage(SAID, SAID, 0, copy=1)),), names)
    paragraphs = WordFile(io.BytesIO(result)).paragraphs
    marked = [bool(p._p.findall(qn("w:commentRangeStart"))) for p in paragraphs]
    assert marked == [False, False, True, False]


def test_earlier_comments_macros_links_and_unknown_parts_survive(names: Names) -> None:
    def build(file: Any) -> None:
        plain(file)
        file.add_comment(file.paragraphs[0].runs, "Komentar lama", author="Dosen", initials="D")
        file.part.relate_to("https://example.invalid/", "http://x/hyperlink", is_external=True)

    source = zipfile.ZipFile(io.BytesIO(made(build)))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for info in source.infolist():
            package.writestr(info, source.read(info))
        package.writestr("word/vbaProject.bin", b"\x00makro" * 50)
        package.writestr("tidak-dikenal.bin", b"x" * 999)
    data = target.getvalue()
    result = to_docx(data, (Note(("Baru",), passage(data)),), names)
    old, new = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(result))
    assert new.testzip() is None
    assert new.namelist() == old.namelist()
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert [comment.text for comment in WordFile(io.BytesIO(result)).comments] == ["Komentar lama", "Baru"]
    assert letters(commented(result, 1)) == letters(SAID)


def test_a_comment_number_that_is_no_number_harms_nobody(names: Names) -> None:
    data = made(plain)
    root = WordFile(io.BytesIO(data))
    root.element.body[0].insert(
        0, xml("<w:commentRangeStart w:id='bukan-angka'/>".replace("/>", "></w:commentRangeStart>"))
    )
    target = io.BytesIO()
    root.save(target)
    assert letters(commented(to_docx(target.getvalue(), (Note(("x",), passage(data)),), names), 0)) == letters(SAID)


def test_what_is_not_found_is_told_at_the_beginning_with_its_words(names: Names) -> None:
    elsewhere = Passage("Ini hanya ada di catatan kaki.", "Ini hanya ada di catatan kaki.", 0)
    result = to_docx(made(plain), (Note(("Bagus.",), elsewhere, Label.EXPLAINED),), names)
    (comment,) = WordFile(io.BytesIO(result)).comments
    assert comment.text == "Tentang kalimat “Ini hanya ada di catatan kaki.”:\nBagus."
    assert commented(result, 0) == "Judul naskah yang pendek"


@pytest.mark.parametrize("dirt", ["a\x00b", "a\x1bb", "a\ud800b", "a\ufffeb", "a\u202eb"])
def test_no_character_breaks_the_file(dirt: str, names: Names) -> None:
    result = to_docx(made(plain), (Note((dirt,)),), names)
    (comment,) = WordFile(io.BytesIO(result)).comments
    assert comment.text[0] == "a"
    assert comment.text[-1] == "b"


@pytest.mark.parametrize("spoil", ["no zip", "cut", "no document", "doctype", "broken xml", "no text"])
def test_a_file_that_cannot_carry_comments_says_so(spoil: str, names: Names) -> None:
    data = made(plain)
    if spoil == "no zip":
        data = b"bukan zip"
    elif spoil == "cut":
        data = data[: len(data) // 2]
    else:
        source = zipfile.ZipFile(io.BytesIO(data))
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name in source.namelist():
                content = source.read(name)
                if name == "word/document.xml":
                    if spoil == "no document":
                        continue
                    content = {
                        "doctype": content.replace(b"<w:document", b"<!DOCTYPE x [<!ENTITY a 'b'>]><w:document", 1),
                        "broken xml": content[:-20],
                        "no text": re.sub(rb"<w:t[ >].*?</w:t>", b"", content),
                    }[spoil]
                package.writestr(name, content)
        data = target.getvalue()
    with pytest.raises(AnnotationError):
        to_docx(data, (Note(("x",)),), names)


DATA = made(plain)
NAMES = Names(load_rubric("rangkuman-wog").rubric, VOICES["id"])
