"""Tables of labels as people make them, and what is wrong with some."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import GraderError, LabelsError
from grader.ingest.labels import Labels, read_labels
from grader.records.agreement import ExpertLabel
from grader.records.score import Label

FILES = ("Ani.docx", "kelas b/Budi.pdf", "kelas b/Citra.txt", "Citra.pdf", "Zoë.md")
CONCEPTS = ("wog-definition", "silo-mentality")
OTHERS = ("cg-model",)


def read(tmp_path: Path, text: str | bytes) -> Labels:
    path = tmp_path / "labels.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_labels(path, FILES, CONCEPTS, OTHERS)


def problems(tmp_path: Path, text: str | bytes) -> list[tuple[int | None, str, object]]:
    """Line, code and what was found, of each problem."""
    with pytest.raises(LabelsError) as caught:
        read(tmp_path, text)
    told = caught.value.problems
    assert all(each.file == str(tmp_path / "labels.csv") for each in told)
    key = ("found", "column", "reason", "first")
    return [(each.line, each.code, next(each.values[name] for name in key if name in each.values)) for each in told]


COMMA = 'file,concept,label,evidence\nAni.docx,wog-definition,2,"Satu, dua."\nAni.docx,silo-mentality,0,\n'
SEMICOLON = "file;concept;label;evidence\r\nAni.docx;wog-definition;2;Satu, dua.\r\nAni.docx;silo-mentality;0;\r\n"


@pytest.mark.parametrize(
    "text",
    [
        COMMA,
        SEMICOLON,
        SEMICOLON.replace(";", "\t"),
        COMMA.encode("utf-8-sig"),
        SEMICOLON.encode("utf-8-sig"),
        COMMA.replace("file,", "doc,").replace("Ani.docx", "Ani"),
        COMMA.replace("file,concept,label", " File , CONCEPT,Label"),
        COMMA.replace("\n", "\n\n,,,\n"),  # empty rows, as spreadsheets leave them
        COMMA.replace("docx,", "docx , "),
        COMMA.replace(",2,", ",dijelaskan,").replace(",0,", ",Absent,"),
        COMMA.replace(",2,", ",explained,").replace(",0,", ",tidak ada,"),
    ],
)
def test_the_same_labels_however_they_are_written(tmp_path: Path, text: str | bytes) -> None:
    assert read(tmp_path, text).rows == (
        ExpertLabel("Ani.docx", "wog-definition", Label.EXPLAINED, "Satu, dua."),
        ExpertLabel("Ani.docx", "silo-mentality", Label.ABSENT),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ani.docx", "Ani.docx"),
        ("ani.DOCX", "Ani.docx"),
        ("Ani", "Ani.docx"),
        ("kelas b\\Budi.pdf", "kelas b/Budi.pdf"),
        ("Budi.pdf", "kelas b/Budi.pdf"),
        ("budi", "kelas b/Budi.pdf"),
        ("Citra.txt", "kelas b/Citra.txt"),
        ("kelas b/Citra", "kelas b/Citra.txt"),
        ("Citra.pdf", "Citra.pdf"),
        ("Zoe\u0308", "Zoë.md"),  # a file name as macOS writes it
    ],
)
def test_a_submission_may_be_named_in_several_ways(tmp_path: Path, written: str, meant: str) -> None:
    (row,) = read(tmp_path, f"file,concept,label\n{written},wog-definition,1\n").rows
    assert row == ExpertLabel(meant, "wog-definition", Label.MENTIONED)


def test_concepts_outside_the_rubric_are_left_out_and_named(tmp_path: Path) -> None:
    labels = read(tmp_path, COMMA + "Ani,cg-model,2,\n")
    assert len(labels.rows) == 2
    assert labels.beyond == ("cg-model",)


def test_columns_that_nobody_knows_are_passed_over(tmp_path: Path) -> None:
    assert len(read(tmp_path, "rater,file,concept,label\nme,Ani,wog-definition,1\n").rows) == 1


def test_everything_that_is_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = (
        "file,concept,label,evidence\n"
        'Ani,wog-definition,2,"over\ntwo lines"\n'
        "Anni.docx,wog-definition,3,\n"
        "Anni.docx,silo-mentality,1,\n"  # the same unknown file: told once
        "Citra,wog-definition,1,\n"
        "Budi,wog-defnition,,\n"
        "Budi,wog-definition\n"
        "ANI,wog-definition,1,\n"
    )
    assert problems(tmp_path, text) == [
        (4, "G125", "Anni.docx"),
        (4, "G123", "3"),
        (6, "G126", "Citra"),
        (7, "G122", "wog-defnition"),
        (7, "G123", ""),
        (8, "G123", ""),
        (9, "G124", 2),
    ]


def test_messages_name_what_is_near(tmp_path: Path) -> None:
    with pytest.raises(LabelsError) as caught:
        read(tmp_path, "file,concept,label\nAnni.docx,wog-defnition,1\nCitra,silo-mentality,1\n")
    told = str(caught.value)
    assert "labels.csv:2: G125 The folder holds no submission “Anni.docx”." in told
    allowed = {each.code: each.values["allowed"] for each in caught.value.problems}
    assert allowed["G122"] == ("wog-definition",)
    assert allowed["G125"] == ("Ani.docx", "Citra.pdf", "Zoë.md", "kelas b/Budi.pdf", "kelas b/Citra.txt")
    assert allowed["G126"] == ("kelas b/Citra.txt", "Citra.pdf")
    assert caught.value.problems[0].text == "Anni.docx,wog-defnition,1"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(1, "G121", "file"), (1, "G121", "concept"), (1, "G121", "label")]),
        ("doc,concept,lable\nAni,wog-definition,1\n", [(1, "G121", "label")]),
        ("file,concept,label,label\n", [(1, "G219", "label")]),
        ("doc,doc,concept,label\n", [(1, "G219", "file")]),
        (COMMA + 'Ani,cg-model,2,"open\nAni,x,y\n', [(4, "G127", "csv-quotes")]),
        ("file,concept,label\nAni,wog-definition,2\n".encode("utf-16"), [(1, "G127", "csv-encoding")]),
        ("file,concept,label,evidence\nAni,wog-definition,2,“a”\n".encode("cp1252"), [(1, "G127", "csv-encoding")]),
        (b"PK\x03\x04\xff\xfe", [(1, "G127", "csv-encoding")]),
    ],
)
def test_what_is_no_such_table(tmp_path: Path, text: str | bytes, told: list[tuple[int, str, object]]) -> None:
    assert problems(tmp_path, text) == told


def test_lines_that_are_repeated_do_no_harm_to_a_terminal(tmp_path: Path) -> None:
    with pytest.raises(LabelsError) as caught:
        read(tmp_path, "file,concept,label\n\x1b[2J\u202eAni,wog-definition," + "9" * 500 + "\n")
    for each in caught.value.problems:
        told = f"{each.text}{each.values['found']}"
        assert not {"\x1b", "\u202e"} & set(told)
        assert len(str(each.values["found"])) <= 80


@pytest.mark.parametrize("text", ["file,concept,label\n", "file,concept,label\nAni,cg-model,1\n"])
def test_a_table_without_any_label_to_compare_with(tmp_path: Path, text: str) -> None:
    with pytest.raises(GraderError) as caught:
        read(tmp_path, text)
    assert caught.value.code == "G128"


def test_a_table_that_is_not_there_or_no_file(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "no.csv", "G101"), (tmp_path, "G103")):
        with pytest.raises(GraderError) as caught:
            read_labels(path, FILES, CONCEPTS)
        assert caught.value.code == code


def test_a_table_that_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(GraderError) as caught:
        read(tmp_path, b"x" * 2_000_001)
    assert caught.value.code == "G109"
