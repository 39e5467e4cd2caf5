"""The GitHub Action: its scripts run as a runner runs them, with whatever somebody may write into an input."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / ".github" / "actions" / "grade"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
BASH = shutil.which("bash")
# Stands in for the program: writes down what it was called with, word by word, and says what a real one might.
STUB = """#!{python}
import os, sys
with open(os.environ["RECORD"], "ab") as record:
    record.write(b"\\0".join(os.fsencode(word) for word in sys.argv[1:]) + b"\\n--\\n")
print("::error file=a.docx,line=1,title=word-count::told")
print(os.environ.get("SAYS", ""), file=sys.stderr)
raise SystemExit(int(os.environ.get("ENDS", "0")))
"""

needs_bash = pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs a shell such as runners have")


def action() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))
    return content


def steps_of(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All steps of an action or a workflow."""
    if "runs" in content:
        return list(content["runs"]["steps"])
    return [step for job in content["jobs"].values() for step in job["steps"]]


@dataclass(frozen=True)
class Ended:
    """What came of the step that checks."""

    code: int
    called: list[list[str]]
    stdout: str
    stderr: str
    outputs: dict[str, str]


Check = Callable[..., Ended]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Run the step that checks, in a folder of its own, with some inputs; the others have their defaults."""
    bin_folder, work = tmp_path / "bin", tmp_path / "work"
    bin_folder.mkdir()
    work.mkdir()
    stub = bin_folder / "grader"
    stub.write_text(STUB.format(python=sys.executable), encoding="utf-8")
    stub.chmod(0o755)

    def run(inputs: Mapping[str, str], **more: str) -> Ended:
        given = {name: str(each.get("default", "")) for name, each in action()["inputs"].items()} | dict(inputs)
        step = next(step for step in steps_of(action()) if step.get("id") == "check")
        assert step["shell"] == "bash"
        record, output = tmp_path / "record", tmp_path / "output"
        record.write_bytes(b"")
        output.write_bytes(b"")
        environment = {
            name: EXPRESSION.sub(lambda match: given[match[1].strip().removeprefix("inputs.")], value)
            for name, value in step["env"].items()
        }
        environment |= {
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_ACTION_PATH": str(ACTION),
            "GITHUB_OUTPUT": str(output),
            "RECORD": str(record),
            "HOME": str(tmp_path),
            **more,
        }
        assert BASH is not None
        ended = subprocess.run(  # as the runner starts `shell: bash`
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=work,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )
        called = [each.split("\0") for each in record.read_text(encoding="utf-8").split("\n--\n") if each]
        outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return Ended(ended.returncode, called, ended.stdout, ended.stderr, outputs)

    return run


@needs_bash
def test_drafts_and_options_reach_the_program_word_by_word(check: Check) -> None:
    ended = check({
        "drafts": "a.docx\n  kelas b/draf saya.pdf  \n\n",
        "rubric": "esai-kolaboratif",
        "material": "modul 1.pdf\nmodul 2.pdf",
        "fail-on": "warning",
        "min-score": "70.01",
        "exit-zero": "true",
    })  # fmt: skip
    assert ended.code == 0
    assert ended.called == [
        [
            "check", "--rubric=esai-kolaboratif", "--format=github", "--to=html", "--out=./grader-reports",
            "--output=sarif=./grader-reports/grader.sarif", "--output=junit=./grader-reports/grader.xml",
            "--output=json=./grader-reports/grader.json", "--material=modul 1.pdf", "--material=modul 2.pdf",
            "--fail-on=warning", "--min-score=70.01", "--exit-zero", "--", "a.docx", "kelas b/draf saya.pdf",
        ]
    ]  # fmt: skip
    assert ended.outputs == {
        "reports": "./grader-reports", "sarif": "./grader-reports/grader.sarif", "exit-code": "0",
    }  # fmt: skip
    assert ended.stdout == "::error file=a.docx,line=1,title=word-count::told\n"


@needs_bash
def test_what_is_left_empty_is_left_off(check: Check) -> None:
    (called,) = check({"drafts": "a.docx", "rubric": "r", "fail-on": ""}).called
    assert not [word for word in called if word.startswith(("--fail-on", "--min-score", "--material", "--exit-zero"))]


@needs_bash
@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_the_job_ends_as_the_program_does_and_tells_its_code(check: Check, code: int) -> None:
    ended = check({"drafts": "a.docx", "rubric": "r"}, ENDS=str(code))
    assert (ended.code, ended.outputs["exit-code"]) == (code, str(code))


@needs_bash
def test_of_a_folder_the_files_to_check_are_taken_in_order(check: Check, tmp_path: Path) -> None:
    folder = tmp_path / "work" / "-tugas $(x)"
    (folder / "b").mkdir(parents=True)
    for name in ("z.docx", "a b.PDF", "b/c.txt", "~$z.docx", ".d.docx", "README.md", "labels.csv", "c\nd.md"):
        (folder / name).write_bytes(b"x")
    (called,) = check({"drafts": "-tugas $(x)", "rubric": "r"}).called
    assert called[called.index("--") + 1 :] == [
        f"./-tugas $(x)/{name}" for name in ("a b.PDF", "b/c.txt", "c\nd.md", "z.docx")
    ]


@needs_bash
def test_a_folder_without_drafts_is_told(check: Check, tmp_path: Path) -> None:
    (tmp_path / "work" / "kosong").mkdir()
    ended = check({"drafts": "kosong", "rubric": "r"})
    assert (ended.code, ended.called) == (2, [])
    assert ended.stdout.startswith("::error title=grader::The input “drafts” names no")


HOSTILE = (
    "; touch HIT", "$(touch HIT)", "`touch HIT`", "a && touch HIT #", "| touch HIT", '"; touch HIT; "',
    "'; touch HIT; '", "${IFS}touch${IFS}HIT", "*", "~", "$HOME", "--help", "-rf /", "a\\", "%0A::error::x",
    "$'\\x41'", "!!", "<(touch HIT)",
)  # fmt: skip


@needs_bash
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_input_is_only_ever_a_value(check: Check, tmp_path: Path, text: str) -> None:
    names = ("drafts", "rubric", "material", "fail-on", "min-score", "exit-zero", "lang", "reports")
    ended = check(dict.fromkeys(names, text))
    (called,) = ended.called
    assert not [path for path in tmp_path.rglob("*") if "HIT" in path.name]
    end = called.index("--")
    assert called[end + 1 :] == [f"./{text}" if text.startswith("-") else text]
    assert called[:end] == [
        "check", f"--rubric={text}", "--format=github", "--to=html", f"--out=./{text}",
        f"--output=sarif=./{text}/grader.sarif", f"--output=junit=./{text}/grader.xml",
        f"--output=json=./{text}/grader.json", f"--material={text}", f"--fail-on={text}", f"--min-score={text}",
    ]  # fmt: skip
    assert ended.outputs == {"reports": f"./{text}", "sarif": f"./{text}/grader.sarif", "exit-code": "0"}


@needs_bash
@pytest.mark.parametrize("name", ["rubric", "min-score", "lang"])
def test_a_line_end_in_an_input_adds_no_word(check: Check, name: str) -> None:
    (called,) = check({"drafts": "a.docx", "rubric": "r", name: "x\n--exit-zero"}).called
    assert "--exit-zero" not in called
    assert called[called.index("--") + 1 :] == ["a.docx"]


@needs_bash
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_end_in_the_folder_of_reports_is_refused(check: Check, end: str) -> None:
    ended = check({"drafts": "a.docx", "rubric": "r", "reports": f"x{end}exit-code=0"})
    assert (ended.code, ended.called, ended.outputs) == (2, [], {})


@needs_bash
def test_a_message_that_begins_like_a_command_is_none(check: Check) -> None:
    ended = check({"drafts": "a.docx", "rubric": "r"}, SAYS="::stop-commands::x\n  ::error::y\r\n##[error]z")
    assert ended.stderr.splitlines() == [
        "grader: ::stop-commands::x", "grader:   ::error::y", "grader: ## [error]z",
    ]  # fmt: skip


def test_inputs_and_contexts_reach_scripts_through_the_environment_alone() -> None:
    for file in (ACTION / "action.yml", *WORKFLOWS):
        for step in steps_of(yaml.safe_load(file.read_text(encoding="utf-8"))):
            assert not EXPRESSION.search(step.get("run", "")), f"{file.name}: {step.get('name')}"


def test_every_input_is_described_and_used() -> None:
    content = action()
    used = {
        match[1].strip()
        for step in steps_of(content)
        for value in step.get("env", {}).values()
        for match in [EXPRESSION.fullmatch(value)]
        if match
    }
    assert used == {f"inputs.{name}" for name in content["inputs"]}
    assert all(each["description"] for each in (*content["inputs"].values(), *content["outputs"].values()))


def test_workflows_use_known_actions_by_their_major_version_and_ask_for_few_rights() -> None:
    assert {file.name for file in WORKFLOWS} >= {"ci.yml", "essays.yml"}
    for file in WORKFLOWS:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        assert content["permissions"] == {"contents": "read"}
        for step in steps_of(content):
            uses = step.get("uses", "./")
            assert uses.startswith("./") or re.fullmatch(r"(actions|github)/[a-z/-]+@v\d+", uses), uses
            if uses.startswith("./.github/actions"):
                assert set(step["with"]) <= set(action()["inputs"])


def test_the_scripts_can_be_run() -> None:
    for script in ACTION.glob("*.sh"):
        assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
        assert "set -euo pipefail" in script.read_text(encoding="utf-8")
        if os.name != "nt":
            assert os.access(script, os.X_OK)
