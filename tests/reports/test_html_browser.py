"""The page in a real Chromium, spoken to over its debugging pipe: its policy, its widths, its contrast."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from grader.reports.to_html import to_html
from grader.reports.view import CohortView

pytestmark = pytest.mark.browser

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 60.0  # seconds without any answer after which the browser is taken for dead
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"


class Browser:
    """Chromium over two pipes: commands go to its file descriptor 3, answers come from 4, each ended by a zero byte."""

    def __init__(self, program: str, profile: Path) -> None:
        self.read_commands, self.commands = os.pipe()
        self.answers, self.write_answers = os.pipe()
        shell = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        pipes = (str(self.read_commands), str(self.write_answers))
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "-", *pipes, program, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(self.read_commands, self.write_answers),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(self.read_commands)
        os.close(self.write_answers)
        self.left = b""
        self.number = 0
        self.session: str | None = None
        self.events: list[dict[str, Any]] = []
        pages = [each for each in self.send("Target.getTargets")["targetInfos"] if each["type"] == "page"]
        self.session = self.send("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def receive(self) -> dict[str, Any]:
        while b"\0" not in self.left:
            ready, _, _ = select.select([self.answers], [], [], PATIENCE)
            assert ready, "Chromium does not answer"
            piece = os.read(self.answers, 1 << 20)
            assert piece, "Chromium ended"
            self.left += piece
        message, _, self.left = self.left.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(self, path: Path, width: int = 1280, *, dark: bool = False) -> None:
        self.events.clear()
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])
        self.send("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())

    def run(self, script: str) -> Any:
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def complaints(self) -> list[str]:
        logged = [event["params"]["entry"] for event in self.events if event.get("method") == "Log.entryAdded"]
        return [f"{entry['source']}: {entry['text']}" for entry in logged if entry["level"] in ("error", "warning")]

    def close(self) -> None:
        os.close(self.commands)
        self.process.terminate()
        self.process.wait(timeout=20)
        os.close(self.answers)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    if program is None or shutil.which("bash") is None or sys.platform == "win32":
        pytest.skip("needs Chromium or Chrome and bash, on a system where pipes can be handed on")
    browser = Browser(program, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def page(view: CohortView, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_bytes(to_html(view))
    return path


def test_the_page_keeps_its_own_policy_and_its_style_applies(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.complaints() == []
    assert browser.run("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert browser.run("document.scripts.length + document.images.length") == 0


def test_the_policy_would_stop_a_script_and_a_foreign_style(browser: Browser, page: Path, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.html"
    text = page.read_text(encoding="utf-8")
    hostile.write_text(
        text.replace("</main>", "</main><script>window.hit = 1</script><style>p{}</style>"), encoding="utf-8"
    )
    browser.open(hostile)
    assert len([complaint for complaint in browser.complaints() if "Content Security Policy" in complaint]) == 2
    assert browser.run("window.hit") is None


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_nothing_scrolls_sideways_even_with_all_details_open(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width)
    browser.run(OPEN_ALL)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("window.innerWidth") == width


def test_every_link_has_its_target(browser: Browser, page: Path) -> None:
    browser.open(page)
    broken = "[...document.links].filter(a => !document.getElementById(a.hash.slice(1))).map(a => a.hash)"
    assert browser.run(broken) == []
    assert browser.run("[...document.links].filter(a => !a.getAttribute('href').startsWith('#')).length") == 0


def test_headings_follow_each_other_without_a_gap(browser: Browser, page: Path) -> None:
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
def test_every_text_stands_out_from_its_ground(browser: Browser, page: Path, dark: bool) -> None:
    browser.open(page, dark=dark)
    browser.run(OPEN_ALL)
    light = browser.run("matchMedia('(prefers-color-scheme: light)').matches")
    assert light is not dark
    assert browser.run(CONTRAST) == []


def test_a_quotation_leads_to_its_place_and_back(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(OPEN_ALL)
    link = "document.querySelector('#s1-c2 .quotes a')"
    place = f"document.getElementById({link}.hash.slice(1)).closest('mark')"
    assert browser.run(f"{place}.textContent") == "ego sektoral yang memperlambat layanan"
    assert browser.run(f"{place}.parentElement.querySelector('.chip[href=\"#s1-c2\"]') !== null") is True


def test_printing_opens_the_details(browser: Browser, page: Path, tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    browser.open(page)
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(base64.b64decode(browser.send("Page.printToPDF", printBackground=True)["data"]))
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    assert "loket izin digabung dengan loket pajak" in text
