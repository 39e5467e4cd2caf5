"""The pages under axe-core in a real Chromium: no violation, in light and in dark, closed and with all details open."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import grader.reports.to_html
from grader.records.assessment import Cohort
from grader.reports.to_html import to_html, write_html
from grader.reports.view import CohortView

pytestmark = pytest.mark.browser

OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
VIOLATIONS = """
axe.run(document, {resultTypes: ['violations']}).then(({violations}) =>
  violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`)))
"""


@pytest.fixture(scope="module")
def axe() -> str:
    return (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(
    decided_view: CohortView,
    cohort: Cohort,
    view_of: Callable[[Cohort], CohortView],
    repeated: Callable[[int], CohortView],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "rows.html").write_bytes(to_html(decided_view))
    (folder / "none.html").write_bytes(to_html(view_of(Cohort(cohort.failures))))
    # what a large class shows, at the size that a browser is quick to look at
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grader.reports.to_html, "LARGE", 6)
        patch.setattr(grader.reports.to_html, "HEAT_LIMIT", 4)
        index, pages = write_html(repeated(7), folder / "large")
    return {
        "all kinds of rows": folder / "rows.html",
        "nothing graded": folder / "none.html",
        "index of a large class": index,
        "page of a large class": pages / "0002.html",
    }


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    "name", ["all kinds of rows", "nothing graded", "index of a large class", "page of a large class"]
)
def test_no_violation_and_no_complaint(browser: Any, pages: dict[str, Path], axe: str, name: str, dark: bool) -> None:
    browser.open(pages[name], dark=dark)
    browser.run(axe + "; 0")
    assert browser.run_later(VIOLATIONS) == []
    browser.run(OPEN_ALL)
    assert browser.run_later(VIOLATIONS) == []
    assert browser.complaints() == []


def test_it_would_tell(browser: Any, pages: dict[str, Path], axe: str) -> None:
    browser.open(pages["all kinds of rows"])
    browser.run(axe + "; document.querySelector('caption').remove(); document.documentElement.lang = ''; 0")
    browser.run("document.querySelector('#cari').parentElement.firstChild.remove()")
    found = browser.run_later(VIOLATIONS)
    assert {each.partition(":")[0] for each in found} >= {"html-has-lang", "label"}
