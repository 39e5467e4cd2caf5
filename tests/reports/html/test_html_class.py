"""What the pages of a class say of decisions and doubts, and how a large class is spread over pages."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from grader.errors import GraderError
from grader.records.assessment import Assessment, Cohort, Failure
from grader.reports.charts.heat_map import HEAT_LIMIT
from grader.reports.to_html import LARGE, to_html, write_html
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.catalogue import VOICES
from grader.wording.voice import Voice

Repeat = Callable[[int], CohortView]


@pytest.fixture(scope="module")
def tree(decided_view: CohortView) -> html.HtmlElement:
    return html.document_fromstring(to_html(decided_view).decode("utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def found(tree: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    result = tree.xpath(path)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, html.HtmlElement)]


def strings(tree: html.HtmlElement, path: str) -> list[str]:
    result = tree.xpath(path)
    assert isinstance(result, list)
    return [str(each) for each in result]


def row(tree: html.HtmlElement, number: int) -> list[str]:
    (one,) = found(tree, f"//table[@id='tabel']/tbody/tr[td[1]/@data-value='{number}']")
    return [words(cell) for cell in one]


def test_the_list_keeps_suggested_and_final_mark_apart(tree: html.HtmlElement) -> None:
    heads = [words(each) for each in found(tree, "//table[@id='tabel']/thead//th")]
    assert heads[2:4] == ["Nilai usulan", "Nilai akhir"]
    # 72.50 lies from 70.01 on, which is "Baik"
    assert row(tree, 3)[2:4] == [
        "61,00Kurang Baikbatas lulus belum tercapai",
        "72,50BaikSri <i>Contoh</i>, 20 Nov 2026, 14.05Nilai usulan berubah sejak diputuskan: dulu 60,00, sekarang "
        "61,00.",
    ]
    assert row(tree, 4)[3] == "70,33BaikSri Contoh, 20 Nov 2026, 14.05"
    assert row(tree, 2)[3] == "belum ada"
    assert row(tree, 7)[1:4] == [
        "Foto & Anakfoto.docx99",
        "tidak dinilai",
        "55,00Tidak MemuaskanSri Contoh, 20 Nov 2026, 14.05",
    ]
    assert "diputuskan untuk 3 dari 8 naskah" in words(tree)


def test_the_details_tell_who_decided_when_and_why(tree: html.HtmlElement) -> None:
    (moved,) = found(tree, "//article[@id='s3']//div[@class='decision']")
    assert words(moved) == (
        "Keputusan widyaiswara Nilai akhir 72,50 (Baik); diputuskan oleh Sri <i>Contoh</i>, 20 Nov 2026, 14.05. Nilai "
        "usulan ketika itu 60,00. Alasan: Kuat & jelas. Nilai usulan berubah sejak diputuskan: dulu 60,00, sekarang "
        "61,00."
    )
    (same,) = found(tree, "//article[@id='s4']//div[@class='decision']")
    assert words(same).endswith("Nilai usulan ketika itu 70,33. Alasan tidak dituliskan.")
    assert found(tree, "//article[@id='s2']//div[@class='decision']") == []
    (photo,) = found(tree, "//li[@id='s7']")
    assert "Nilai akhir 55,00 (Tidak Memuaskan); diputuskan oleh Sri Contoh" in words(photo)


def test_what_needs_a_look_comes_first_with_its_reasons(tree: html.HtmlElement) -> None:
    cards = found(tree, "//section[@aria-labelledby='ditinjau']/ul/li")
    # the decision that something moved under; two reasons, undecided; one reason; then what is decided already
    assert [each.xpath("string(.//a/@href)") for each in cards] == ["#s3", "#s1", "#s5", "#s4"]
    assert [words(each) for each in found(cards[0], "./ul/li")] == [
        "Nilai usulan berubah sejak diputuskan: dulu 60,00, sekarang 61,00.",
        "Program kurang yakin pada 1 dari 6 konsep.",
        "Pada 1 konsep ada pernyataan yang mungkin berlawanan dengan konsepnya.",
    ]
    assert words(cards[3]).endswith("Nilai akhir 70,33, diputuskan oleh Sri Contoh, 20 Nov 2026, 14.05.")
    headings = [words(each) for each in found(tree, "//main//h2")]
    assert headings.index("Perlu ditinjau lebih dahulu") < headings.index("Daftar naskah")


def test_other_files_and_waiting_submissions_are_told(tree: html.HtmlElement) -> None:
    sentence = "Berkas lain dari peserta ini, tidak dinilai: 01-lama.pdf dan <b>01</b>.pdf."
    assert sentence in row(tree, 2)[1]
    assert sentence in words(found(tree, "//article[@id='s2']")[0])
    assert "Penilaian belum selesai: 3 naskah masih menunggu." in words(tree)


def test_each_figure_has_a_title_a_description_a_caption_and_a_table(tree: html.HtmlElement) -> None:
    ids = {str(each.get("id")): each for each in tree.iter() if each.get("id")}
    figures = found(tree, "//figure")
    assert len(figures) == 3
    for figure in figures:
        (svg,) = found(figure, ".//*[local-name()='svg'][@role='img']")
        assert words(ids[str(svg.get("aria-labelledby"))])
        assert words(ids[str(svg.get("aria-describedby"))])
        assert words(found(figure, "./figcaption")[0])
        assert found(figure.getparent(), ".//table")
    marks = {words(each[0]): [words(cell) for cell in each[1:]] for each in found(figures[0], ".//tbody/tr")}
    assert len(marks) == 10
    # suggested: 91, 61, 70.33 twice, 76.67, 20; final: 72.50, 70.33, 55
    assert marks["70 sampai di bawah 80"] == ["3", "2"]
    assert marks["50 sampai di bawah 60"] == ["0", "1"]
    assert marks["90 sampai 100"] == ["1", "0"]
    matrix = [[words(cell) for cell in each] for each in found(figures[1], ".//tbody/tr")]
    assert len(matrix) == 6
    assert matrix[1] == ["Ratna Contoh", "● dijelaskan", "● dijelaskan", "◐ disebut", *["● dijelaskan"] * 3]
    drawn = [words(each) for each in found(figures[2], ".//*[local-name()='text']")]
    # too few words: 02, 03 (twice) and the last; sections: the last
    assert drawn == ["Jumlah kata", "4 (67%)", "Susunan bagian", "1 (17%)"]


@pytest.mark.parametrize(("graded", "cells"), [(60, True), (61, False)])
def test_a_map_up_to_sixty_submissions_and_shares_above(
    cohort: Cohort, view_of: Callable[[Cohort], CohortView], graded: int, cells: bool
) -> None:
    assert HEAT_LIMIT == 60
    good = cohort.assessments[0]
    documents = [replace(good.essay.document, name=f"{number:02d}.pdf") for number in range(graded)]
    results = tuple(replace(good, essay=replace(good.essay, document=each)) for each in documents)
    page = to_html(view_of(Cohort(results))).decode("utf-8")
    assert ('class="heat"' in page) is cells
    assert ('id="bagian-judul"' in page) is not cells


def test_a_class_of_usual_size_is_one_page(repeated: Repeat, tmp_path: Path) -> None:
    view = repeated(8)
    assert write_html(view, tmp_path / "out") == (tmp_path / "out" / "report.html",)
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["report.html"]
    assert (tmp_path / "out" / "report.html").read_bytes() == to_html(view)


@pytest.fixture(scope="module")
def large(repeated: Repeat, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    assert write_html(repeated(LARGE + 1), folder) == (folder / "report.html", folder / "report")
    return folder


def test_a_large_class_is_an_index_and_a_page_for_each_that_was_graded(large: Path) -> None:
    # of each seven, the sixth and seventh have failed
    graded = [number for number in range(1, LARGE + 2) if number % 7 not in (6, 0)]
    assert sorted(each.name for each in (large / "report").iterdir()) == [f"{number:04d}.html" for number in graded]
    assert sorted(each.name for each in large.iterdir()) == ["report", "report.html"]
    index = (large / "report.html").read_bytes()
    assert b"<article" not in index
    assert len(index) < 1_000_000


def test_the_links_of_a_large_class_lead_both_ways(large: Path) -> None:
    pages = {path: html.document_fromstring(path.read_text(encoding="utf-8")) for path in large.rglob("*.html")}
    ids = {path: set(strings(tree, "//@id")) for path, tree in pages.items()}
    for path, tree in pages.items():
        for link in strings(tree, "//@href"):
            file, _, anchor = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target in ids, (path.name, link)
            assert not anchor or anchor in ids[target], (path.name, link)
    first = pages[large / "report" / "0008.html"]
    assert strings(first, "//nav//@href") == ["../report.html#s8", "0005.html", "0009.html"]
    rows = strings(pages[large / "report.html"], "//table[@id='tabel']//tr[@id='s8']//@href")
    assert rows == ["report/0008.html"]


def test_a_submission_s_page_runs_no_script_and_begins_with_its_name(large: Path) -> None:
    page = (large / "report" / "0004.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "script-src" not in page
    tree = html.document_fromstring(page)
    assert [words(each) for each in found(tree, "//h1")] == ["<img src=x onerror=alert(3)>"]
    levels = [int(str(each.tag)[1]) for each in found(tree, "//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_pages_that_nobody_needs_any_more_go_away_and_files_of_others_stay(repeated: Repeat, tmp_path: Path) -> None:
    write_html(repeated(LARGE + 8), tmp_path)
    pages = tmp_path / "report"
    foreign = {"notes.txt": "mine", "0003.htm": "mine", "9999.html": "<title>not ours</title>"}
    for name, text in foreign.items():
        (pages / name).write_text(text, encoding="utf-8")
    before = {each.name for each in pages.iterdir()}
    write_html(repeated(LARGE + 1), tmp_path)
    # 202 and 203 failed; 204 to 208 are gone
    assert before - {each.name for each in pages.iterdir()} == {f"{number:04d}.html" for number in range(204, 209)}
    write_html(repeated(3), tmp_path)
    assert {each.name for each in pages.iterdir()} == set(foreign)
    for name in foreign:
        (pages / name).unlink()
    write_html(repeated(3), tmp_path)
    assert not pages.exists()


def test_what_cannot_be_written_is_told_and_the_old_page_stays(repeated: Repeat, tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a file where the folder should be", encoding="utf-8")
    (tmp_path / "report.html").write_bytes(b"old")
    with pytest.raises(GraderError, match="G301"):
        write_html(repeated(LARGE + 1), tmp_path)
    assert (tmp_path / "report.html").read_bytes() == b"old"


class Tracked(Assessment):
    """An assessment that can be watched going away; without slots of its own it takes weak references."""


class Watched:
    """Results of which each may be alive only as long as it is being written."""

    def __init__(self, view: CohortView) -> None:
        self.view = view
        self.most = 0

    def __iter__(self) -> Iterator[Assessment | Failure]:
        alive: list[weakref.ref[Tracked]] = []
        for each in self.view.cohort.results:
            if isinstance(each, Failure):
                yield each
            else:
                one = Tracked(**{field.name: getattr(each, field.name) for field in fields(Assessment)})
                alive.append(weakref.ref(one))
                yield one
                del one
            self.most = max(self.most, sum(ref() is not None for ref in alive))


@pytest.mark.parametrize("count", [40, LARGE + 1])
def test_no_more_than_one_submission_in_full_is_held(
    repeated: Repeat, view_of: Callable[[Cohort], CohortView], tmp_path: Path, count: int
) -> None:
    results = Watched(repeated(count))
    view = view_of(Cohort(results))
    results.most = 0
    gc.disable()
    try:
        write_html(view, tmp_path)
    finally:
        gc.enable()
    # the one that has just been written may still have a name
    assert 1 <= results.most <= 2


def test_the_page_speaks_english_too(decided: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice) -> None:
    english = Voice(
        "en",
        {**VOICES["en"].sentences, **{k: v for k, v in voice.sentences.items() if k.startswith(("finding", "notice"))}},
    )
    page = to_html(cohort_view(decided, rubric, provenance, english)).decode("utf-8")
    assert '<html lang="en">' in page
    assert "Final mark 72.50 (Baik); decided by Sri &lt;i&gt;Contoh&lt;/i&gt;" in page
