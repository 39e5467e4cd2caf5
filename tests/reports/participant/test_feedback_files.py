"""The files that participants get: which kind, under which name, with what in them, and the zip for Moodle."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from grader import load_rubric
from grader.errors import GraderError
from grader.ingest.reading import read_bytes
from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.document import Block, Document, Kind, Place
from grader.records.entry import Entry
from grader.records.moderation import Moderation
from grader.reports.names import Names
from grader.reports.participant.feedback import ZIP, write_feedback
from grader.reports.participant.files import FileNames, safe_stem
from grader.reports.participant.to_html import to_html
from grader.reports.participant.view import ParticipantView
from grader.reports.view import Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.catalogue import VOICES

FIRST = "Kalimat pertama menjelaskan sesuatu dengan panjang lebar."
SECOND = "Kalimat kedua hanya menyebut sesuatu saja."
Make = Callable[..., Assessment]


def word() -> bytes:
    target = io.BytesIO()
    file = WordFile()
    file.add_paragraph("Pembuka.")
    file.add_paragraph(f"{FIRST} {SECOND}")
    file.save(target)
    return target.getvalue()


@pytest.fixture
def files(assessed: Make) -> dict[str, bytes]:
    return {"kelas a/ani.docx": word(), "budi.txt": f"Pembuka.\n\n{FIRST} {SECOND}".encode()}


@pytest.fixture
def write(
    tmp_path: Path, assessed: Make, small_rubric: Rubric, files: dict[str, bytes]
) -> Callable[..., dict[str, bytes]]:
    """Writes feedback for the files (and failures) and gives what was written, by name."""

    def writing(
        *failures: Failure, sources: Mapping[str, bytes] | None = None, folder: str = "umpan", **more: Any
    ) -> dict[str, bytes]:
        results = [assessed(read_bytes(data, name), FIRST, SECOND) for name, data in files.items()]
        cohort = replace(Cohort(tuple(sorted([*results, *failures], key=lambda each: each.name))), **more)
        view = cohort_view(cohort, small_rubric, Provenance("0", "contoh", "0"), VOICES["id"])

        def source(name: str) -> bytes:
            if name not in (known := files if sources is None else sources):
                raise GraderError("G101", path=name)
            return known[name]

        written = write_feedback(view, source, tmp_path / folder)
        assert {path.name for path in (tmp_path / folder).iterdir()} == {path.name for path in written}
        return {path.name: path.read_bytes() for path in written}

    return writing


def text_of(page: bytes) -> str:
    tree: Any = html.fromstring(page.decode())
    return " ".join(tree.text_content().split())


def test_a_word_file_comes_back_with_comments_and_any_other_as_a_page(write: Callable[..., dict[str, bytes]]) -> None:
    written = write()
    assert list(written) == ["budi - umpan balik.html", "ani - umpan balik.docx"]
    comments = [each.text for each in WordFile(io.BytesIO(written["ani - umpan balik.docx"])).comments]
    assert comments[0].startswith("Halo, Ratna Contoh.")
    assert any(each.startswith("Anda menjelaskan: Konsep pertama") for each in comments)
    assert FIRST in text_of(written["budi - umpan balik.html"])
    assert write(folder="lagi") == written


@pytest.mark.parametrize("change", ["gone", "another file"])
def test_a_file_that_is_not_the_graded_one_any_more_is_answered_with_a_page(
    write: Callable[..., dict[str, bytes]], files: dict[str, bytes], change: str
) -> None:
    sources = {} if change == "gone" else {name: data + b" " for name, data in files.items()}
    assert list(write(sources=sources)) == ["budi - umpan balik.html", "ani - umpan balik.html"]


def test_no_mark_is_told_before_it_is_decided(write: Callable[..., dict[str, bytes]]) -> None:
    page = text_of(write()["budi - umpan balik.html"])
    assert "45,00" not in page
    assert "Nilai akhir" not in page
    assert "Perkiraan" not in page


def test_a_decided_mark_is_told_with_its_reason(write: Callable[..., dict[str, bytes]]) -> None:
    decisions = tuple(
        Moderation(name, None, 82.5, "Dosen Rahasia", "2026-05-04T08:00:00+07:00", "Analisisnya kuat.", 45.0, None)
        for name in ("budi.txt", "kelas a/ani.docx")
    )
    written = write(moderations=decisions)
    page = text_of(written["budi - umpan balik.html"])
    assert "Nilai akhir: 82,50 dari 100,00, predikat Rendah." in page
    assert "Keterangan widyaiswara: Analisisnya kuat." in page
    general = next(iter(WordFile(io.BytesIO(written["ani - umpan balik.docx"])).comments)).text
    assert "Nilai akhir: 82,50" in general
    assert "45,00" not in page + general


def test_who_handed_in_what_cannot_be_read_is_told_what_to_do(write: Callable[..., dict[str, bytes]]) -> None:
    page = text_of(write(Failure("citra.pdf", None, "G104", {}))["citra - umpan balik.html"])
    assert "kosong (0 bita)" in page
    assert "simpan sekali lagi" in page


def test_moodle_gets_a_zip_with_its_own_prefixes(write: Callable[..., dict[str, bytes]]) -> None:
    entries = {
        "budi.txt": Entry("budi.txt", upload="Budi Contoh_12_assignsubmission_file_"),
        "kelas a/ani.docx": Entry("kelas a/ani.docx", upload="Ani Contoh_13_assignsubmission_file"),
    }
    written = write(entries=entries)
    package = zipfile.ZipFile(io.BytesIO(written[ZIP]))
    assert package.testzip() is None
    assert package.namelist() == [
        "Budi Contoh_12_assignsubmission_file_budi - umpan balik.html",
        "Ani Contoh_13_assignsubmission_file/ani - umpan balik.docx",
    ]
    assert package.read(package.namelist()[1]) == written["ani - umpan balik.docx"]
    assert write(entries=entries, folder="lagi")[ZIP] == written[ZIP]


def test_feedback_that_is_open_elsewhere_keeps_back_only_the_zip(
    write: Callable[..., dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zip would hand back what stood in that file before."""
    entries = {
        "budi.txt": Entry("budi.txt", upload="Budi Contoh_12_assignsubmission_file_"),
        "kelas a/ani.docx": Entry("kelas a/ani.docx", upload="Ani Contoh_13_assignsubmission_file"),
    }

    def refuse(path: Path, content: bytes) -> None:
        if path.name.startswith("budi"):
            raise GraderError("G301", path=path.name, reason="in-use", kind="in-use")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    monkeypatch.setattr("grader.reports.participant.feedback.write_atomically", refuse)
    with pytest.raises(GraderError) as caught:
        write(entries=entries)
    assert caught.value.values["path"] == "budi - umpan balik.html"
    assert [path.name for path in (tmp_path / "umpan").iterdir()] == ["ani - umpan balik.docx"]


def test_no_zip_when_one_submission_did_not_come_from_moodle(write: Callable[..., dict[str, bytes]]) -> None:
    entries = {"budi.txt": Entry("budi.txt", upload="Budi Contoh_12_assignsubmission_file_")}
    assert ZIP not in write(entries=entries)


@pytest.mark.parametrize(
    ("file", "stem"),
    [
        ("a/b/Esai Ani.docx", "Esai Ani"),
        ("-rf.pdf", "rf"),
        (".tersembunyi", "tersembunyi"),
        ("~$draf.docx", "$draf"),
        ('a<b>:"c|d?*.txt', "a_b___c_d__"),
        ("CON.pdf", "_CON"),
        ("lpt1.tugas.pdf", "_lpt1.tugas"),
        ("=cmd.docx", "=cmd"),
        ("..", "_"),
        ("x" * 300 + ".pdf", "x" * 120),
        ("é" * 300 + ".pdf", "é" * 100),
        ("akhir. .pdf", "akhir"),
    ],
)
def test_names_are_safe_on_every_system(file: str, stem: str) -> None:
    assert safe_stem(file) == stem


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8))
def test_names_are_unique_and_can_be_written(files: list[str]) -> None:
    names = FileNames(NAMES)
    made = [names.of(file, ".pdf") for file in files]
    assert len({name.casefold() for name in made}) == len(made)
    for name in made:
        assert not set(name) & set('<>:"/\\|?*')
        assert not name.startswith((".", "~", "-", " "))
        assert len(name.encode("utf-8")) <= 255
        assert name.isprintable()


def test_the_page_has_its_own_policy_and_no_script(
    assessed: Make, seen: Callable[[Assessment], ParticipantView], names: Names
) -> None:
    nasty = 'Kalimat <script>alert(1)</script> ini & "itu" menjelaskan.'
    document = Document("<b>.txt", "00", "txt", (Block(f"{nasty} {SECOND}", Kind.BODY, Place(None, 1)),))
    page = to_html(seen(assessed(document, nasty, SECOND)), names)
    tree: Any = html.fromstring(page.decode())
    assert tree.xpath("//script") == []
    assert nasty in text_of(page)
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    (style,) = tree.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert tree.get("lang") == "id"


NAMES = Names(load_rubric("rangkuman-wog").rubric, VOICES["id"])
