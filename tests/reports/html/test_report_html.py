"""The page as a text: self-contained, under its own policy, every text escaped, everybody in it."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from grader.records.assessment import Cohort
from grader.reports.to_html import to_html
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice


@pytest.fixture(scope="module")
def page(view: CohortView) -> str:
    return to_html(view).decode("utf-8")


@pytest.fixture(scope="module")
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def one(tree: html.HtmlElement, path: str) -> html.HtmlElement:
    found = tree.xpath(path)
    assert isinstance(found, list)
    assert len(found) == 1, (path, len(found))
    element = found[0]
    assert isinstance(element, html.HtmlElement)
    return element


def test_the_page_is_as_it_was(view: CohortView, golden: Path, renew_golden: bool) -> None:
    if renew_golden:
        (golden / "report.html").write_bytes(to_html(view))
    assert to_html(view) == (golden / "report.html").read_bytes()


def sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def test_the_policy_allows_nothing_but_the_one_style_and_the_one_script(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script is not None
    # The page's quotes are escaped as text, and read back by the parser.
    assert html.fromstring(f'<a b="{policy[1]}"></a>').get("b") == (
        f"default-src 'none'; style-src 'sha256-{sha256(style[1])}'; script-src 'sha256-{sha256(script[1])}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched_and_nothing_runs_but_the_one_script(page: str, tree: html.HtmlElement) -> None:
    assert tree.xpath("//img | //iframe | //object | //embed | //link | //base | //form") == []
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//@style | //@src | //@*[starts-with(name(), 'on')]") == []
    assert not [href for href in tree.xpath("//@href") if not str(href).startswith("#")]
    for way in ("url(", "@import", "fetch(", "XMLHttpRequest", "import(", "innerHTML", "eval("):
        assert way not in page


def test_names_and_texts_cannot_become_markup(page: str, tree: html.HtmlElement) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;.pdf" in page
    assert "&lt;img src=x onerror=alert(3)&gt;" in page
    assert page.count("<script") == 1
    assert "<svg/" not in page
    article = one(tree, "//article[@id='s4']")
    essay = article.find_class("text")[0]
    assert "Nilai </mark><script>" in words(essay)
    assert "&\u00a0" not in words(essay)
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "\x07" not in page


def test_every_submission_and_failure_is_there_and_linked(tree: html.HtmlElement, view: CohortView) -> None:
    links = set(tree.xpath("//section[@aria-labelledby='kiriman']//@href"))
    assert links == {f"#s{number}" for number in range(1, 8)}
    assert [str(each) for each in tree.xpath("//article/@id")] == ["s1", "s2", "s3", "s4", "s5"]
    failed = one(tree, "//li[@id='s6']")
    assert words(failed) == (
        "foto.docx G105 Berkas ini gambar JPEG, yang tidak dapat dinilai. Langkah berikutnya: Simpan sebagai PDF atau "
        "DOCX."
    )
    assert "~$draf.docx" in words(one(tree, "//section[@aria-labelledby='kiriman']"))


def test_ids_are_unique_and_every_link_leads_somewhere(tree: html.HtmlElement) -> None:
    ids = [str(each) for each in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(each)[1:] for each in tree.xpath("//@href")} <= set(ids)


def test_a_concept_shows_label_arithmetic_confidence_doubts_and_quotes(tree: html.HtmlElement) -> None:
    assert words(one(tree, "//li[@id='s1-c3']")) == (
        "Manfaat WoG ◐ disebut bobot 1 × kredit 0,4 6,00 keyakinan 62% "
        "warga dilayani lebih cepat serta lebih murah hlm. 1, par. 8 – lihat dalam naskah"
    )
    assert "Program kurang yakin; periksa kutipannya." in words(one(tree, "//li[@id='s2-c2']"))


def test_the_sums_that_are_printed_add_up(tree: html.HtmlElement) -> None:
    sums = tree.find_class("sum")
    assert len(sums) == 5 * 3
    for each in sums:
        rows = [(row.get("class") or "", _number(row.xpath("string(dd)"))) for row in each.find_class("line")]
        total = next(amount for kind, amount in rows if "total" in kind.split())
        subtotal = [index for index, (kind, _) in enumerate(rows) if "subtotal" in kind]
        start = subtotal[0] if subtotal else 0
        parts = [amount for kind, amount in rows[start:] if "total" not in kind.split()]
        if parts:
            assert sum(parts) == total
        if subtotal and start:
            assert sum(amount for _, amount in rows[:start]) == rows[start][1]


def _number(text: object) -> int:
    return int(str(text).strip().replace(".", "").replace(",", ""))


def test_evidence_in_the_text_leads_back_to_its_concepts(tree: html.HtmlElement) -> None:
    essay = one(tree, "//article[@id='s1']").find_class("text")[0]
    marks = [(str(mark.get("id")), words(mark)) for mark in essay.xpath(".//mark[@id]")]
    assert ("s1-e2", "ego sektoral yang memperlambat layanan") in marks
    chips = [(chip.get("href"), words(chip)) for chip in essay.find_class("chip")]
    assert chips[:3] == [
        ("#s1-c1", "bukti untuk ● Definisi WoG"),
        ("#s1-c2", "bukti untuk ● Ego sektoral"),
        ("#s1-c3", "bukti untuk ◐ Manfaat WoG"),
    ]
    quotes = tree.xpath("//article[@id='s1']//ul[@class='quotes']//@href")
    assert sorted(str(each) for each in quotes) == [f"#s1-e{number}" for number in range(1, 8)]


def test_left_out_parts_name_their_role(tree: html.HtmlElement) -> None:
    left_out = one(tree, "//article[@id='s1']").find_class("left-out")
    assert [words(each.find_class("out-role")[0]) for each in left_out] == [
        "Tidak dihitung: sampul",
        "Tidak dihitung: identitas",
        "Tidak dihitung: soal",
        "Tidak dihitung: kepala atau kaki halaman",
        "Tidak dihitung: daftar pustaka",
    ]


def test_the_page_says_what_it_is_to_every_reader(tree: html.HtmlElement) -> None:
    assert tree.get("lang") == "id"
    assert words(one(tree, "//h1")) == "Esai Kolaboratif"
    assert one(tree, "//a[@class='skip']").get("href") == "#isi"
    assert one(tree, "//main").get("id") == "isi"
    for table in tree.xpath("//table[not(contains(@class, 'essay-table'))]"):
        assert words(table.find("caption"))
        assert {str(each.get("scope")) for each in table.iter("th")} <= {"col", "row", "rowgroup"}
    for region in tree.find_class("scroll"):
        assert region.get("tabindex") == "0"
        assert region.get("aria-labelledby") or region.get("aria-label")
    assert tree.xpath("//article//h1 | //article//h2 | //div[@class='text']//h5") == []
    assert "bukan nilai akhir" in words(tree)


def test_two_runs_give_the_same_bytes(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice, view: CohortView
) -> None:
    assert to_html(cohort_view(cohort, rubric, provenance, voice)) == to_html(view)


def test_a_class_without_any_mark_has_a_page_too(
    cohort: Cohort, rubric: Rubric, provenance: Provenance, voice: Voice
) -> None:
    page = to_html(cohort_view(Cohort(cohort.failures), rubric, provenance, voice)).decode("utf-8")
    assert "Tidak ada naskah yang dapat dinilai." in page
    assert "kosong.docx" in page
