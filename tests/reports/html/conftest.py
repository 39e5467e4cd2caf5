"""A real Chromium, spoken to over its debugging pipe, and classes that hold every kind of row."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.records.assessment import Assessment, Cohort, Failure
from grader.records.entry import Entry
from grader.records.moderation import Moderation
from grader.records.participant import Participant
from grader.reports.view import CohortView, Provenance, cohort_view
from grader.rubric.schema import Rubric
from grader.wording.voice import Voice

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 60.0  # seconds without any answer after which the browser is taken for dead
WHEN = "2026-11-20T14:05:00+07:00"


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

    def run_later(self, script: str) -> Any:
        """What a promise comes to."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
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


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    if program is None or shutil.which("bash") is None or sys.platform == "win32":
        pytest.skip("needs Chromium or Chrome and bash, on a system where pipes can be handed on")
    browser = Browser(program, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


ViewOf = Callable[[Cohort], CohortView]


@pytest.fixture(scope="session")
def view_of(rubric: Rubric, provenance: Provenance, voice: Voice) -> ViewOf:
    """Any cohort of the small rubric as reports show it."""
    return lambda cohort: cohort_view(cohort, rubric, provenance, voice)


@pytest.fixture(scope="session")
def decided(cohort: Cohort) -> Cohort:
    """The small class with an odd name more, earlier files, and decisions.

    By number: 1 odd name; 2 other files; 3 decided with a reason, suggested 60.00 then and 61.00 now; 4 decided without
    one, nothing moved; 7 could not be read and has a final mark.
    """
    good, medium, near, script, formula = cohort.assessments
    long = "\N{GRINNING FACE}" + "x" * 194 + ".docx"
    document = replace(near.essay.document, name=f"00 {long}")
    odd = replace(near, essay=replace(near.essay, document=document), participant=Participant("Ayu " + "Panjang " * 24))
    together: list[Assessment | Failure] = [good, medium, near, script, formula, odd, *cohort.failures]
    results = tuple(sorted(together, key=lambda each: each.name))
    photo = cohort.failures[0]
    sums = {each.name: each.essay.document.sha256 for each in (medium, near)}
    return Cohort(
        results,
        ("~$draf.docx",),
        entries={
            good.name: Entry(good.name, good.participant, None, ("01-lama.pdf", "<b>01</b>.pdf")),
            photo.name: Entry(photo.name, Participant("Foto & Anak", "99")),
        },
        moderations=(
            Moderation(medium.name, None, 72.5, "Sri <i>Contoh</i>", WHEN, "Kuat & jelas.", 60.0, sums[medium.name]),
            Moderation(near.name, None, 70.33, "Sri Contoh", WHEN, "", 70.33, sums[near.name]),
            Moderation(photo.name, "99", 55.0, "Sri Contoh", WHEN, "Dibaca dari cetakan.", None, photo.sha256),
        ),
        pending=3,
    )


@pytest.fixture(scope="session")
def decided_view(decided: Cohort, view_of: ViewOf) -> CohortView:
    return view_of(decided)


class Repeated:
    """The small class again and again under numbered names, each result made only when it is asked for."""

    def __init__(self, cohort: Cohort, count: int) -> None:
        self.cohort = cohort
        self.count = count

    def __iter__(self) -> Iterator[Assessment | Failure]:
        results = tuple(self.cohort.results)
        for number in range(self.count):
            one = results[number % len(results)]
            name = f"{number + 1:04d} {one.name}"
            if isinstance(one, Failure):
                yield replace(one, name=name)
            else:
                yield replace(one, essay=replace(one.essay, document=replace(one.essay.document, name=name)))


@pytest.fixture(scope="session")
def repeated(cohort: Cohort, view_of: ViewOf) -> Callable[[int], CohortView]:
    """A class of any size; two of seven could not be graded."""
    return lambda count: view_of(Cohort(Repeated(cohort, count)))
