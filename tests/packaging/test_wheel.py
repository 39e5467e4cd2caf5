"""What the wheel is told to hold; `.ci/smoke` builds one, installs it and uses it."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def wheel() -> dict[str, Any]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = data["tool"]["hatch"]["build"]["targets"]["wheel"]
    return found


def test_the_package_and_the_rubrics_are_shipped_and_nothing_else() -> None:
    assert wheel()["packages"] == ["grader"]
    assert wheel()["force-include"] == {"rubrics": "grader/_rubrics"}
    assert set(wheel()) == {"packages", "force-include"}


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "grader" / "py.typed").read_bytes() == b""


def test_no_data_file_of_the_package_is_ignored_by_git() -> None:
    # The builder leaves out what git ignores: a template in a folder called `build` would be missing from the wheel.
    if not (ROOT / ".git").exists():
        pytest.skip("needs the git checkout")
    kinds = {".html", ".css", ".js", ".svg", ".yaml", ".json", ".typed"}
    files = [file for folder in ("grader", "rubrics") for file in (ROOT / folder).rglob("*") if file.suffix in kinds]
    names = "\0".join(str(file.relative_to(ROOT)) for file in [*files, ROOT / "grader" / "py.typed"])
    done = subprocess.run(
        ["git", "check-ignore", "-z", "--stdin"], cwd=ROOT, input=names, check=False, capture_output=True, text=True
    )
    assert done.stdout == ""
    assert done.returncode == 1  # git: none of them is ignored
