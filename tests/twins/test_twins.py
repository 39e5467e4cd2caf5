"""An essay earns what its casual twin earns: typos, chat forms and mixed English do not count as misunderstanding."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import grader
from grader.plan import Plan
from grader.records.text import Language

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "tests" / "samples" / "sources"
TWINS = [
    "bagas-wirayuda",
    "fajar-prabowo",
    "i-gede-arya-wiguna",
    "i-gede-mertayasa",
    "kevin-pradipta",
    "melati-kusuma",
    "nadia-permata",
    "rahmadi",
    "yohana-kambuaya",
    "yuliana-maria-tefa",
]
"""Strong, middling and weak ones of all three assignments: essays, journals, a paper with chapters, bare notes."""
MOST = 3.0
"""Points of 100 by which the marks may differ."""

MakeTwin = Callable[..., str]


def source(name: str) -> str:
    return (SOURCES / f"{name}.md").read_text(encoding="utf-8")


def rubric_of(name: str) -> str:
    front: dict[str, str] = yaml.safe_load(source(name).split("---\n", 2)[1])
    return front["file"].split("/")[0]


@pytest.fixture(scope="module")
def plan_of(language: Language) -> Callable[[str], Plan]:
    return functools.cache(lambda rubric: grader.bind(grader.load_rubric(rubric), language))


def task_of(plan: Plan) -> list[str]:
    asked = plan.rubric.assignment
    return [*asked.titles, *asked.instructions, *asked.questions]


def test_essays_earn_what_their_casual_twins_earn(
    plan_of: Callable[[str], Plan],
    make_twin: MakeTwin,
    as_markdown: Callable[[str], str],
    tmp_path: Path,
) -> None:
    def mark(text: str) -> float:
        file = tmp_path / "essay.md"
        file.write_text(text, encoding="utf-8")
        suggested = grader.assess(grader.read(file), plan).suggested
        return 100 * suggested.raw / suggested.maximum

    rows: list[tuple[str, float, float]] = []
    for seed, name in enumerate(TWINS, start=1):
        plan = plan_of(rubric_of(name))
        rows.append((name, mark(as_markdown(source(name))), mark(make_twin(source(name), task_of(plan), seed))))
    table = "\n".join(f"{name:20} {own:6.2f} {twin:6.2f} {twin - own:+6.2f}" for name, own, twin in rows)
    assert [name for name, own, twin in rows if abs(twin - own) > MOST] == [], f"essay, its mark, its twin's\n{table}"


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_is_another_spelling_of_the_same_text(
    name: str, make_twin: MakeTwin, as_markdown: Callable[[str], str]
) -> None:
    own, twin = as_markdown(source(name)), make_twin(source(name))
    assert twin == make_twin(source(name))
    assert twin != make_twin(source(name), seed=2)
    assert re.findall(r"(?m)^#.*$", twin) == re.findall(r"(?m)^#.*$", own)
    assert len(twin.splitlines()) == len(own.splitlines())
    changed = 1 - difflib.SequenceMatcher(None, own.split(), twin.split(), autojunk=False).ratio()
    assert 0.05 < changed < 0.40


def test_what_is_asked_and_what_frames_an_essay_stay_as_they_are(make_twin: MakeTwin) -> None:
    kept = [
        "# Judul yang tidak berubah",
        "Nama Peserta : Orang yang Tidak Ada",
        "| Mata Pelatihan | Pelayanan yang tidak berubah |",
        "**Bagian yang tidak berubah**",
        "Jelaskan mengapa pelayanan publik tidak dapat dilakukan sendiri!",
    ]
    task = ["Jelaskan mengapa pelayanan publik tidak dapat dilakukan sendiri!"]
    told = "Karena masyarakat yang 3 tahun menunggu pelayanan tidak dapat melakukan apa-apa dengan 14 berkas."
    for seed in range(20):
        lines = make_twin("\n".join([*kept, told]), task, seed).splitlines()
        assert lines[:-1] == kept
        assert re.findall(r"\d+", lines[-1].replace("apa2", "")) == ["3", "14"]


def test_words_are_spelt_otherwise_in_about_half_of_their_places(make_twin: MakeTwin) -> None:
    twin = make_twin("yang " * 1000).split()
    assert {"yang", "yg"} == set(twin)
    assert 430 < twin.count("yg") < 570


def test_typos_are_few_and_leave_the_first_letter(make_twin: MakeTwin) -> None:
    twin = make_twin("prosedur " * 2000).split()
    typos = [word for word in twin if word != "prosedur"]
    assert 40 < len(typos) < 120
    assert {word[0] for word in typos} == {"p"}
    assert {len(word) for word in typos} == {7, 8, 9}
    assert make_twin("desa " * 500) == "desa " * 500 + "\n"
