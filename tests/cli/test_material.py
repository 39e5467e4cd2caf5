"""``--material`` of `grader grade`, `check` and `evaluate`: what is copied from it, and files that cannot be it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html

from grader.cli.main import main

pytestmark = pytest.mark.usefixtures("loaded_once")

THEIRS = "Disiplin kerja adalah kesediaan pegawai menaati jam kerja dan tata tertib tanpa harus diawasi."  # 14 words
OWN = "Kucing saya tidur pulas di atap rumah sepanjang siang."  # 9 words


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "modul.txt"
    path.write_text(f"Modul Disiplin\n\n{THEIRS} Itu saja isinya.\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A submission that is all copied, one that is half copied, one of its author's own."""
    path = tmp_path / "tugas"
    path.mkdir()
    (path / "ani.txt").write_text(f"Pendahuluan\n\n{OWN} {THEIRS.upper()}\n", encoding="utf-8")
    (path / "budi.txt").write_text(THEIRS, encoding="utf-8")
    (path / "citra.txt").write_text(OWN, encoding="utf-8")
    return path


def run(*arguments: str | Path, lang: str = "en") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"GRADER_LANG": lang})


def grade(folder: Path, rubric: Path, out: Path, *more: str | Path) -> dict[str, Any]:
    result = run("grade", folder, "--rubric", rubric, "--out", out, *more)
    assert result.exit_code == 0, result.output
    lines = (out / "assessments.jsonl").read_text(encoding="utf-8").splitlines()
    return {each["file"]: each for each in map(json.loads, lines)}


def level(assessment: dict[str, Any]) -> str:
    """The level of the concept that the module explains."""
    concepts = (concept for criterion in assessment["criteria"] for concept in criterion["concepts"])
    return next(str(concept["level"]) for concept in concepts if concept["id"] == "disiplin-kerja")


def test_what_is_copied_is_no_evidence_and_no_word(folder: Path, rubric: Path, module: Path, tmp_path: Path) -> None:
    plain = grade(folder, rubric, tmp_path / "plain")
    found = grade(folder, rubric, tmp_path / "found", "--material", module)
    assert [level(plain[name]) for name in ("ani.txt", "budi.txt")] == ["explained", "explained"]
    assert [level(found[name]) for name in ("ani.txt", "budi.txt")] == ["absent", "absent"]
    assert plain["ani.txt"]["words"] == {"counted": 24, "left_out": {}}
    assert found["ani.txt"]["words"] == {"counted": 10, "left_out": {"copied": 14}}
    assert [(each["code"], each["values"]) for each in found["ani.txt"]["notices"]] == [
        ("copied-material", {"words": 14, "share": 58})  # 14 of 24
    ]
    assert {"code": "notice", "values": {"notice": "copied-material"}}.items() <= found["ani.txt"]["review"]["reasons"][
        0
    ].items()
    assert found["citra.txt"] == {**plain["citra.txt"], "material": found["citra.txt"]["material"]}


def test_an_essay_copied_as_a_whole_gets_no_points_and_says_why(
    folder: Path, rubric: Path, module: Path, tmp_path: Path
) -> None:
    found = grade(folder, rubric, tmp_path / "o", "--material", module, "--to", "html")["budi.txt"]
    assert found["status"] == "graded"
    assert found["words"] == {"counted": 0, "left_out": {"copied": 14}}
    assert found["suggested"]["points"] == 0
    assert found["review"]["needed"]
    told = "Sentences copied word for word from the course material: 14 words, 100 % of the text."
    assert found["notices"][0]["message"].startswith(told)
    page = html.document_fromstring((tmp_path / "o" / "report.html").read_text(encoding="utf-8"))
    (block,) = (each for each in page.iter("div") if each.get("class") == "left-out copied")
    shown = "".join(map(str, block.itertext()))
    assert THEIRS in shown
    assert "Not counted: text copied from the course material" in shown


def test_the_material_stands_in_the_provenance(folder: Path, rubric: Path, module: Path, tmp_path: Path) -> None:
    other = tmp_path / "paparan.md"
    other.write_text("# Paparan\n\nDisiplin itu perlu, dan akan dibahas pada hari kedua.\n", encoding="utf-8")
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (module, other)]
    more = ("--material", module, "--material", other, "--material", module)
    assert {tuple(each["material"]) for each in grade(folder, rubric, tmp_path / "o", *more).values()} == {tuple(sums)}
    assert json.loads((tmp_path / "o" / "summary.json").read_text(encoding="utf-8"))["material"] == sums
    assert grade(folder, rubric, tmp_path / "p")["ani.txt"]["material"] == []


def test_material_among_the_submissions_is_not_graded(folder: Path, rubric: Path, module: Path, tmp_path: Path) -> None:
    inside = folder / "modul.txt"
    module.rename(inside)
    assert list(grade(folder, rubric, tmp_path / "o", "--material", inside)) == ["ani.txt", "budi.txt", "citra.txt"]
    assert json.loads((tmp_path / "o" / "summary.json").read_text(encoding="utf-8"))["left_out"] == ["modul.txt"]


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "14 words, 100 % of the text"), ("id", "disalin kata demi kata dari bahan ajar: 14 kata, 100 % dari teks")],
)
def test_a_draft_that_is_its_own_material_is_told_to_be_copied(
    folder: Path, rubric: Path, lang: str, told: str
) -> None:
    draft = folder / "budi.txt"
    result = run("check", draft, "--rubric", rubric, "--material", draft, lang=lang)
    assert result.exit_code == 0, result.output
    assert told in " ".join(result.stdout.split())


def test_evaluate_leaves_copied_sentences_out_too(folder: Path, rubric: Path, module: Path, tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text("file,concept,label\nbudi.txt,disiplin-kerja,0\nani.txt,disiplin-kerja,0\n", encoding="utf-8")
    out = tmp_path / "o"
    command = ("evaluate", folder, "--labels", labels, "--rubric", rubric, "--out", out)
    figures = []
    for more in ((), ("--material", module)):
        assert run(*command, *more).exit_code == 0
        figures.append(json.loads((out / "agreement.json").read_text(encoding="utf-8")))
    assert [each["total"]["exact"] for each in figures] == [0, 1]
    assert [len(each["material"]) for each in figures] == [0, 1]


def test_material_that_cannot_be_read_stops_the_work_before_it_begins(
    folder: Path, rubric: Path, module: Path, tmp_path: Path
) -> None:
    (tmp_path / "kosong.pdf").write_bytes(b"")
    more = ("--material", "tidak-ada.pdf", "--material", module, "--material", tmp_path / "kosong.pdf")
    result = run("grade", folder, "--rubric", rubric, "--out", tmp_path / "o", *more)
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "G129  The course material cannot be read; nothing was graded.",
        "tidak-ada.pdf: G101  There is no file or folder “tidak-ada.pdf”.",
        f"{tmp_path / 'kosong.pdf'}: G104  The file is empty (0 bytes).",
        "→ Name its text as a DOCX, PDF, TXT or MD file; a file that is too large can be given in parts.",
    ]
    assert not (tmp_path / "o").exists()


def test_a_folder_is_no_material(folder: Path, rubric: Path) -> None:
    result = run("check", folder / "ani.txt", "--rubric", rubric, "--material", folder, lang="id")
    assert result.exit_code == 2
    assert "G129  Bahan ajar tidak dapat dibaca; belum ada naskah yang dinilai." in result.stderr
    assert "bukan berkas biasa" in result.stderr
