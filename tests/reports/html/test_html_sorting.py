"""The list of submissions with its script: sorted with the keyboard, filtered; and read as well without it."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.records.assessment import Cohort
from grader.records.participant import Participant
from grader.reports.to_html import to_html
from grader.reports.view import CohortView

pytestmark = pytest.mark.browser

COLUMN = "[...document.querySelectorAll('#tabel tbody tr:not([hidden])')].map(r => r.cells[{}].dataset.value ?? null)"
NUMBERS = COLUMN.format(0)
SORTED = "[...document.querySelectorAll('#tabel th[aria-sort]')].map(h => [h.cellIndex, h.getAttribute('aria-sort')])"


@pytest.fixture(scope="module")
def page(decided_view: CohortView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(to_html(decided_view))
    return path


def press(browser: Any, key: str, code: int) -> None:
    for kind in ("keyDown", "keyUp"):
        text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
        browser.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)


def choose(browser: Any, column: int) -> None:
    """With the keyboard, as one who uses no mouse."""
    browser.run(f"document.querySelector('#tabel thead tr').cells[{column}].querySelector('button').focus()")
    press(browser, "Enter", 13)


def type_into(browser: Any, text: str) -> None:
    browser.run("document.getElementById('cari').focus(); document.getElementById('cari').select()")
    browser.send("Input.insertText", text=text)


def test_every_title_is_a_button_that_can_be_reached_in_order(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.run("document.getElementById('saring-putusan').focus()")
    press(browser, "Tab", 9)
    assert browser.run("document.activeElement.getAttribute('role')") == "region"
    reached = []
    for _ in range(7):
        press(browser, "Tab", 9)
        reached.append(browser.run("document.activeElement.closest('th').cellIndex"))
    assert reached == [0, 1, 2, 3, 4, 5, 6]
    assert browser.run("document.activeElement.tagName") == "BUTTON"


def test_numbers_are_sorted_as_numbers_both_ways_and_what_has_none_comes_last(browser: Any, page: Path) -> None:
    browser.open(page)
    assert browser.run(SORTED) == [[0, "ascending"]]
    choose(browser, 2)
    assert browser.run(SORTED) == [[2, "ascending"]]
    assert browser.run(COLUMN.format(2)) == ["20.00", "61.00", "70.33", "70.33", "76.67", "91.00", None, None]
    # equals stay in the order of the class
    assert browser.run(NUMBERS) == ["6", "3", "1", "4", "5", "2", "7", "8"]
    choose(browser, 2)
    assert browser.run(SORTED) == [[2, "descending"]]
    assert browser.run(NUMBERS) == ["2", "5", "1", "4", "3", "6", "7", "8"]
    choose(browser, 3)
    assert browser.run(COLUMN.format(3)) == ["55.00", "70.33", "72.50", None, None, None, None, None]
    assert browser.run("document.activeElement.closest('th').cellIndex") == 3
    assert browser.complaints() == []


def test_names_are_sorted_as_people_do(
    browser: Any, cohort: Cohort, view_of: Callable[[Cohort], CohortView], tmp_path: Path
) -> None:
    names = ["zainal", "Ali 10", "Émil", "ali 9", "Eman", "budi"]
    good = cohort.assessments[0]
    results = tuple(
        replace(
            good,
            participant=Participant(name),
            essay=replace(good.essay, document=replace(good.essay.document, name=f"{place}.pdf")),
        )
        for place, name in enumerate(names)
    )
    path = tmp_path / "report.html"
    path.write_bytes(to_html(view_of(Cohort(results))))
    browser.open(path)
    choose(browser, 1)
    assert browser.run(COLUMN.format(1)) == ["ali 9", "Ali 10", "budi", "Eman", "Émil", "zainal"]


def test_the_list_is_filtered_and_says_how_much_of_it_is_left(browser: Any, page: Path) -> None:
    status = "document.getElementById('tampil').textContent"
    browser.open(page)
    assert browser.run(status) == ""
    type_into(browser, "rátna")
    assert browser.run(NUMBERS) == ["2"]
    assert browser.run(status) == "1 dari 8 naskah ditampilkan."
    type_into(browser, "<script>")
    assert browser.run(NUMBERS) == ["5"]
    type_into(browser, "tidak ada yang bernama begini")
    assert browser.run(NUMBERS) == []
    browser.run("const c = document.getElementById('cari'); c.value = ''; c.dispatchEvent(new Event('input'))")
    browser.run("document.getElementById('saring-tinjau').click()")
    # doubtful ones, the moved decision among them, and what could not be read
    assert browser.run(NUMBERS) == ["1", "3", "4", "5", "7", "8"]
    browser.run("document.getElementById('saring-putusan').click()")
    assert browser.run(NUMBERS) == ["1", "5", "8"]
    choose(browser, 0)
    assert browser.run(NUMBERS) == ["8", "5", "1"]


def test_a_link_from_the_list_opens_the_details(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('#tabel a[href=\"#s3\"]').click()")
    browser.run_later("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert browser.run("document.querySelector('#s3 > details.full').open") is True
    assert browser.run("document.querySelector('#s4 > details.full').open") is False


@pytest.fixture
def without_script(browser: Any) -> Iterator[None]:
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    yield
    browser.send("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.usefixtures("without_script")
def test_without_script_nothing_pretends_to_work(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.send("DOM.enable")
    root = browser.send("DOM.getDocument")["root"]["nodeId"]

    def nodes(selector: str) -> list[int]:
        found: list[int] = browser.send("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"]
        return found

    assert nodes("button, [aria-sort]") == []
    assert len(nodes(".tools[hidden], .with-script[hidden]")) == 2
    assert len(nodes("#tabel tbody tr")) == 8


def test_on_paper_there_is_nothing_to_press(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.send("Emulation.setEmulatedMedia", media="print")
    shown = "[...document.querySelectorAll('{}')].filter(e => e.getClientRects().length).length"
    assert browser.run(shown.format("input, nav, .skip, .back, details.full > summary, .with-script")) == 0
    assert browser.run(shown.format("details.data:not([open])")) == 0
    assert browser.run(shown.format("#tabel tbody tr")) == 8
    assert browser.run("getComputedStyle(document.querySelector('.sort'), '::after').display") == "none"
    browser.send("Emulation.setEmulatedMedia", media="")


def test_the_titles_of_the_list_stand_on_each_sheet(
    browser: Any, repeated: Callable[[int], CohortView], tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    (tmp_path / "report.html").write_bytes(to_html(repeated(70)))
    browser.open(tmp_path / "report.html")
    pdf = base64.b64decode(browser.send("Page.printToPDF", printBackground=True)["data"])
    (tmp_path / "report.pdf").write_bytes(pdf)
    command = ["pdftotext", "-layout", str(tmp_path / "report.pdf"), "-"]
    sheets = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8").split("\f")
    first = next(place for place, sheet in enumerate(sheets) if "Semua naskah menurut nama berkas" in sheet)
    # seventy rows fill more than three sheets
    for sheet in sheets[first : first + 3]:
        head = next(line for line in sheet.splitlines() if "Nilai akhir" in line)
        assert "Nilai usulan" in head
        assert "Kata" in head
