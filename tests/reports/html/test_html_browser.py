"""The page in a real Chromium: its policy, its widths, its contrast, its print."""

from __future__ import annotations

import base64
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from grader.reports.to_html import to_html
from grader.reports.view import CohortView

pytestmark = pytest.mark.browser

OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.fixture(scope="module")
def page(decided_view: CohortView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(to_html(decided_view))
    return path


def test_the_page_keeps_its_own_policy_and_its_style_applies(browser: Any, page: Path) -> None:
    browser.open(page)
    assert browser.complaints() == []
    assert browser.run("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert browser.run("document.images.length") == 0
    assert browser.run("document.scripts.length") == 1


def test_the_policy_would_stop_a_script_and_a_foreign_style(browser: Any, page: Path, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.html"
    text = page.read_text(encoding="utf-8")
    hostile.write_text(
        text.replace("</main>", "</main><script>window.hit = 1</script><style>p{}</style>"), encoding="utf-8"
    )
    browser.open(hostile)
    assert len([complaint for complaint in browser.complaints() if "Content Security Policy" in complaint]) == 2
    assert browser.run("window.hit") is None


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_nothing_scrolls_sideways_even_with_all_details_open(browser: Any, page: Path, width: int) -> None:
    browser.open(page, width)
    browser.run(OPEN_ALL)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("window.innerWidth") == width


def test_every_link_has_its_target(browser: Any, page: Path) -> None:
    browser.open(page)
    broken = "[...document.links].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)"
    assert browser.run(broken) == []
    assert browser.run("[...document.links].filter(a => !a.getAttribute('href').startsWith('#')).length") == 0


def test_headings_follow_each_other_without_a_gap(browser: Any, page: Path) -> None:
    browser.open(page)
    levels = browser.run("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


CONTRAST = """
(() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => {
    const [r, g, b] = parse(colour).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = node => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (parse(colour).length < 4 || parse(colour)[3] > 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode());) {
    const node = text.parentElement;
    if (!text.data.trim()) continue;
    const [a, b] = [light(getComputedStyle(node).color), light(ground(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(`${node.className || node.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(low)];
})()
"""


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_stands_out_from_its_ground(browser: Any, page: Path, dark: bool) -> None:
    browser.open(page, dark=dark)
    browser.run(OPEN_ALL)
    light = browser.run("matchMedia('(prefers-color-scheme: light)').matches")
    assert light is not dark
    assert browser.run(CONTRAST) == []


def test_a_quotation_leads_to_its_place_and_back(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.run(OPEN_ALL)
    link = "document.querySelector('#s2-c2 .quotes a')"
    place = f"document.getElementById({link}.hash.slice(1)).closest('mark')"
    assert browser.run(f"{place}.textContent") == "ego sektoral yang memperlambat layanan"
    assert browser.run(f"{place}.parentElement.querySelector('.chip[href=\"#s2-c2\"]') !== null") is True


def test_printing_opens_the_details(browser: Any, page: Path, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    browser.open(page)
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(base64.b64decode(browser.send("Page.printToPDF", printBackground=True)["data"]))
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    assert "loket izin digabung dengan loket pajak" in text
