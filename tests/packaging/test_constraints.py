"""The versions in `pyproject.toml` and those with hashes for CI are the same, and no file says where to download."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXACT = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?")
# Written with blanks, or this file would name them.
HOSTS = [
    host.replace(" ", ".")
    for host in (
        "pypi org",
        "pythonhosted org",
        "githubusercontent com",
        "anaconda org",
        "huggingface co",
        "debian org",
        "npmjs org",
    )
]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def constraints() -> list[str]:
    found: list[str] = project()["tool"]["uv"]["constraint-dependencies"]
    return found


def hashed() -> dict[str, list[str]]:
    """Each requirement of `.ci/requirements.txt`, as it stands, with its hashes."""
    text = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    parts = [line.split("--hash=") for line in lines]
    return {part[0].strip(): [found.strip() for found in part[1:]] for part in parts}


def normal(requirement: str) -> str:
    """The name of a requirement as package indexes compare names."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def tracked() -> list[Path]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs the git checkout: which files are committed is known to git alone")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_every_constraint_is_one_exact_version() -> None:
    wrong = [found for found in constraints() if not EXACT.fullmatch(found)]
    assert constraints()
    assert not wrong


def test_constraints_and_hashed_requirements_hold_the_same_versions_for_the_same_platforms() -> None:
    # Run `.ci/lock` when this fails.
    assert sorted(constraints()) == sorted(hashed())


def test_every_hashed_requirement_has_sha256_hashes() -> None:
    for requirement, hashes in hashed().items():
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", found) for found in hashes), requirement


def test_every_direct_dependency_is_pinned() -> None:
    data = project()
    direct = [
        *data["project"]["dependencies"],
        *(one for extra in data["project"]["optional-dependencies"].values() for one in extra),
        *(one for group in data["dependency-groups"].values() for one in group),
    ]
    assert {normal(one) for one in direct} <= {normal(one) for one in constraints()}


def test_the_build_backend_is_pinned_and_allowed_by_what_the_build_asks_for() -> None:
    data = project()
    pinned = dict(one.split("==") for one in data["tool"]["uv"]["build-constraint-dependencies"])
    name, least = data["build-system"]["requires"][0].split(">=")
    assert data["build-system"]["requires"] == [f"hatchling>={least}"]
    assert [int(part) for part in pinned[name].split(".")] >= [int(part) for part in least.split(".")]


def test_no_committed_file_names_a_download_host() -> None:
    text_files = [file for file in tracked() if file.suffix not in {".pdf", ".docx", ".png"}]
    naming = [
        f"{file.relative_to(ROOT)}: {host}"
        for file in text_files
        for host in HOSTS
        if host in file.read_text(encoding="utf-8", errors="replace")
    ]
    assert text_files
    assert not naming


def test_the_lock_file_stays_out_of_git() -> None:
    assert ROOT / "uv.lock" not in tracked()
    done = subprocess.run(["git", "check-ignore", "--quiet", "uv.lock"], cwd=ROOT, check=False)
    assert done.returncode == 0
