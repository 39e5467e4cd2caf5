"""Tables of labelled passages: as they should be, and what is wrong with some."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from grader.errors import GraderError, LabelsError
from grader.ingest.passages import Passages, read_passages
from grader.learning.examples import LabelledPassage
from grader.records.score import Label

CONCEPTS = ("wog-definition", "silo-mentality", "cg-model")
GOOD = "label,voice,passage,also\n2,formal,Satu.,\n"


def read(folder: Path, **tables: str | bytes) -> Passages:
    """Write tables (their names with ``_`` for ``-``) and read them."""
    for name, text in tables.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (folder / f"{name.replace('_', '-')}.csv").write_bytes(data)
    return read_passages(folder, CONCEPTS)


def problems(folder: Path, **tables: str | bytes) -> list[tuple[str, int | None, str, object]]:
    """File, line, code and what was found, of each problem."""
    with pytest.raises(LabelsError) as caught:
        read(folder, **tables)
    key = ("found", "column", "reason")
    return [
        (
            Path(str(each.file)).name,
            each.line,
            each.code,
            next(each.values[name] for name in key if name in each.values),
        )
        for each in caught.value.problems
    ]


def test_all_tables_are_read_in_order_of_name_and_line(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        wog_definition='label,passage\n0,Tiga.\n1,"Empat, lima\ndan enam."\n',
        silo_mentality="label,voice,passage,also\n2,formal, Satu. ,\nmentioned,,Dua.,cg-model=2 wog-definition=1\n",
    )
    assert found.passages == (
        LabelledPassage("silo-mentality", Label.EXPLAINED, "Satu."),
        LabelledPassage(
            "silo-mentality",
            Label.MENTIONED,
            "Dua.",
            {"cg-model": Label.EXPLAINED, "wog-definition": Label.MENTIONED},
        ),
        LabelledPassage("wog-definition", Label.ABSENT, "Tiga."),
        LabelledPassage("wog-definition", Label.MENTIONED, "Empat, lima\ndan enam."),
    )


def test_the_sum_is_that_of_all_bytes_in_order(tmp_path: Path) -> None:
    other = GOOD.replace("Satu", "Dua")
    found = read(tmp_path, wog_definition=other, silo_mentality=GOOD)
    assert found.sha256 == hashlib.sha256((GOOD + other).encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_mark_of_utf_8_makes_no_difference(tmp_path: Path, encoding: str) -> None:
    (passage,) = read(tmp_path, wog_definition=GOOD.encode(encoding)).passages
    assert passage.text == "Satu."


def test_rows_without_text_are_passed_over_and_other_files_too(tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("bukan tabel", encoding="utf-8")
    assert len(read(tmp_path, wog_definition=GOOD + "1,formal,,\n0,formal,  ,\n").passages) == 1


def test_a_folder_that_is_not_there_or_holds_no_table(tmp_path: Path) -> None:
    (tmp_path / "file.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for path, code in ((tmp_path / "no", "G101"), (tmp_path / "file.csv", "G101"), (tmp_path / "empty", "G102")):
        with pytest.raises(GraderError) as caught:
            read_passages(path, CONCEPTS)
        assert caught.value.code == code
        assert str(path) in str(caught.value)


def test_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "wog-definition.csv").mkdir()
    with pytest.raises(GraderError) as caught:
        read_passages(tmp_path, CONCEPTS)
    assert caught.value.code == "G103"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(1, "G121", "label"), (1, "G121", "passage")]),
        ("label,text\n2,Satu.\n", [(1, "G121", "passage")]),
        ("label;passage\n2;Satu.\n", [(1, "G121", "label"), (1, "G121", "passage")]),
        (GOOD + "3,formal,Dua.,\n", [(3, "G123", "3")]),
        (GOOD + ",formal,Dua.,\n", [(3, "G123", "")]),
        (GOOD + "1\n", []),  # a row cut short has no passage
        (GOOD + "1,formal,Dua.,silo-mentalty=2\n", [(3, "G122", "silo-mentalty")]),
        (GOOD + "1,formal,Dua.,silo-mentality=9\n", [(3, "G123", "9")]),
        (GOOD + "1,formal,Dua.,silo-mentality\n", [(3, "G123", "")]),
        ('label,passage\n2,"Satu\ndua."\n7,Tiga.\n', [(4, "G123", "7")]),  # lines, not rows
        (GOOD + '1,formal,"Dua.\n', [(None, "G127", "csv-quotes")]),
        (GOOD + '1,formal,"Dua." lagi,\n', [(None, "G127", "csv-quotes")]),
        (GOOD.encode("utf-16"), [(1, "G127", "csv-encoding")]),
        (GOOD.replace("Satu", "“Satu”").encode("cp1252"), [(1, "G127", "csv-encoding")]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str | bytes, told: list[tuple[int | None, str, object]]
) -> None:
    if not told:
        assert len(read(tmp_path, wog_definition=text).passages) == 1
        return
    assert problems(tmp_path, wog_definition=text) == [("wog-definition.csv", *each) for each in told]


def test_everything_that_is_wrong_in_all_tables_is_told_at_once(tmp_path: Path) -> None:
    assert problems(tmp_path, wog_definition="label\n", silo_mentality=GOOD + "x,,Dua.,\n", wog_definitoin=GOOD) == [
        ("silo-mentality.csv", 3, "G123", "x"),
        ("wog-definition.csv", 1, "G121", "passage"),
        ("wog-definitoin.csv", None, "G122", "wog-definitoin"),
    ]
